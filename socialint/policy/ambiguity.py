"""Whether a regular expression could take exponential time, and a text that shows it.

An expression is dangerous when a stretch of text can be read in two ways inside a repeat: each
round doubles the ways, and a text that fails in the end has them all tried. The expression is
turned into an automaton whose states are its characters (Glushkov); edges are counted, as two
edges between the same states are two ways already. Two different ways around one cycle, over
the same text, are found in the product of the automaton with itself (Weideman et al., 2016).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias, TypeVar

import regex

from socialint.policy.regular import Atom, Chain, Edge, Fork, Look, Repeat, Sealed, Tree

State = TypeVar("State")
_UNROLLED = 5
"""Repeats of up to so many rounds are written out; more are as bad as no bound at all."""
_MOST_STATES = 400
_SAMPLE = "".join(
    (
        "abcdefghijklmnopqrstuvwxyz0123456789 ",
        "!.,;:'\"-_/@#%&()[]{}+*=?$€£\n\t",
        "ABCXYZéßñçøßд漢中אあ💊\u2019\u201d\u2013\u2014\u2026\u2022\u00a0",
    )
)
_FAILING = "!\n§"


@dataclass(frozen=True, slots=True)
class Danger:
    """A text that could take exponential time: its beginning, what is repeated, its end."""

    start: str
    pumped: str
    end: str

    def text(self, rounds: int = 10) -> str:
        """The text, with so many rounds."""
        return self.start + self.pumped * rounds + self.end


def nullable(tree: Tree) -> bool:
    """Whether the expression finds a text without any character."""
    if isinstance(tree, Atom):
        return False
    if isinstance(tree, Chain):
        return all(map(nullable, tree.parts))
    if isinstance(tree, Fork):
        return any(map(nullable, tree.options))
    if isinstance(tree, Repeat):
        return tree.least == 0 or nullable(tree.body)
    return nullable(tree.body) if isinstance(tree, Sealed) else True


def danger(tree: Tree) -> Danger | None:
    """A text that could take exponential time, if there is one."""
    if not _risky(tree):
        return None
    automaton = _Automaton()
    whole = automaton.add(tree, looping=False)
    automaton.edges[_START] = dict(whole.firsts)
    found = _ambiguous(automaton) if len(automaton.atoms) <= _MOST_STATES else None
    for body in automaton.apart:
        found = found or danger(body)
    return found


def _risky(tree: Tree) -> bool:
    """Whether something longer than a character is repeated: else there is but one way to read."""
    if isinstance(tree, Repeat):
        return (tree.most > _UNROLLED and not isinstance(tree.body, Atom)) or _risky(tree.body)
    if isinstance(tree, Chain):
        return any(map(_risky, tree.parts))
    if isinstance(tree, Fork):
        return any(map(_risky, tree.options))
    return isinstance(tree, (Look, Sealed)) and _risky(tree.body)


_START = -1
_MANY_WAYS = 2
"""Ways are counted up to here: two are many."""
Ways: TypeAlias = "Mapping[int, int]"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Part of the automaton: where it can begin and end, and in how many ways it is empty."""

    firsts: Ways
    lasts: Ways
    empty: int


@dataclass(slots=True)
class _Automaton:
    """States are the characters of the expression; edges are counted."""

    atoms: list[Atom | Sealed] = field(default_factory=list)
    edges: dict[int, dict[int, int]] = field(default_factory=dict)
    apart: list[Tree] = field(default_factory=list)
    """What is tried on its own: looks, and what is sealed."""

    def add(self, tree: Tree, *, looping: bool) -> _Stretch:
        """The states of a tree, joined among themselves."""
        if isinstance(tree, (Atom, Sealed)):
            if isinstance(tree, Sealed):
                self.apart.append(tree.body)
            state = len(self.atoms)
            self.atoms.append(tree)
            self.edges[state] = {}
            return _Stretch({state: 1}, {state: 1}, 0)
        if isinstance(tree, Look):
            self.apart.append(tree.body)
        if isinstance(tree, (Look, Edge)):
            return _Stretch({}, {}, 1)
        if isinstance(tree, Fork):
            options = [self.add(option, looping=looping) for option in tree.options]
            return _Stretch(
                _sum(option.firsts for option in options),
                _sum(option.lasts for option in options),
                min(_MANY_WAYS, sum(option.empty for option in options)),
            )
        if isinstance(tree, Chain):
            whole = _Stretch({}, {}, 1)
            for part in tree.parts:
                whole = self.joined(whole, self.add(part, looping=looping))
            return whole
        return self.repeated(tree, looping)

    def joined(self, one: _Stretch, other: _Stretch) -> _Stretch:
        self.join(one.lasts, other.firsts)
        return _Stretch(
            _sum((one.firsts, _times(one.empty, other.firsts))),
            _sum((other.lasts, _times(other.empty, one.lasts))),
            min(_MANY_WAYS, one.empty * other.empty),
        )

    def join(self, lasts: Ways, firsts: Ways) -> None:
        for state, ways in lasts.items():
            edges = self.edges[state]
            for to, more in firsts.items():
                edges[to] = min(_MANY_WAYS, edges.get(to, 0) + ways * more)

    def repeated(self, tree: Repeat, looping: bool) -> _Stretch:
        if tree.most == 0:
            return _Stretch({}, {}, 1)
        if tree.most > _UNROLLED:
            body = self.add(tree.body, looping=True)
            self.join(body.lasts, body.firsts)
        elif tree.most == 1 or not looping:
            # Outside of loops one round has all the cycles that more rounds would have.
            body = self.add(tree.body, looping=looping)
        else:
            body = self.add(_unrolled(tree), looping=True)
        return _Stretch(body.firsts, body.lasts, int(tree.least == 0 or body.empty > 0))


def _unrolled(tree: Repeat) -> Tree:
    """`X{1,3}` as `X(?:X(?:X)?)?`: each number of rounds in one way only."""
    rest: tuple[Tree, ...] = ()
    for _ in range(max(tree.most, 1) - max(tree.least, 1)):
        rest = (Repeat(Chain((tree.body, *rest)), 0, 1, ""),)
    return Chain((tree.body,) * max(tree.least, 1) + rest)


def _times(count: int, ways: Ways) -> Ways:
    return {state: min(_MANY_WAYS, number * count) for state, number in ways.items()} if count else {}


def _sum(counts: Iterable[Ways]) -> Ways:
    total: dict[int, int] = {}
    for count in counts:
        for state, ways in count.items():
            total[state] = min(_MANY_WAYS, total.get(state, 0) + ways)
    return total


def _ambiguous(automaton: _Automaton) -> Danger | None:
    for component in _components(automaton):
        inner = {
            state: {to: ways for to, ways in automaton.edges[state].items() if to in component}
            for state in component
        }
        if len(component) == 1 and all(ways < 2 for ways in inner[min(component)].values()):
            continue
        pumped = _twice(inner, automaton)
        if pumped:
            state, word = pumped
            start = _path(_START, state, lambda at: automaton.edges[at], automaton) or ""
            letters = frozenset().union(*(_letters(automaton.atoms[at]) for at in component))
            end = next((letter for letter in _FAILING if letter not in letters), "")
            return Danger(start, word, end)
    return None


def _twice(inner: Mapping[int, Mapping[int, int]], automaton: _Automaton) -> tuple[int, str] | None:
    """A state and a text that leads back to it in two ways."""
    for state, edges in inner.items():
        for to, ways in edges.items():
            letters = _letters(automaton.atoms[to])
            if ways > 1 and letters:
                back = _path(to, state, inner.__getitem__, automaton)
                if back is not None:
                    return state, _pick(letters) + back
    return _by_two_ways(inner, automaton)


def _by_two_ways(inner: Mapping[int, Mapping[int, int]], automaton: _Automaton) -> tuple[int, str] | None:
    """As `_twice`, where the two ways go through different states.

    The states of a component all lead to one another, so that one of them stands for all.
    """
    found = {state: _letters(automaton.atoms[state]) for state in inner}

    def together(pair: tuple[int, int]) -> Iterator[tuple[tuple[int, int], str]]:
        for one in inner[pair[0]]:
            for other in inner[pair[1]]:
                common = found[one] & found[other]
                if common:
                    yield (one, other), _pick(common)

    state = min(inner)
    home = (state, state)
    seen: dict[tuple[int, int], str] = {home: ""}
    before: dict[tuple[int, int], list[tuple[int, int]]] = {}
    queue = deque([home])
    while queue:
        pair = queue.popleft()
        for after, letter in together(pair):
            before.setdefault(after, []).append(pair)
            if after not in seen:
                seen[after] = seen[pair] + letter
                queue.append(after)
    leading_home = {home}
    queue = deque([home])
    while queue:
        for pair in before.get(queue.popleft(), ()):
            if pair not in leading_home:
                leading_home.add(pair)
                queue.append(pair)
    for pair in seen:
        if pair[0] != pair[1] and pair in leading_home:
            return state, seen[pair] + (_words(pair, home, together) or "")
    return None


def _words(start: State, goal: State, follow: Callable[[State], Iterable[tuple[State, str]]]) -> str | None:
    """The text of a shortest way of at least no steps, or None."""
    seen = {start: ""}
    queue = deque([start])
    while queue:
        at = queue.popleft()
        if at == goal:
            return seen[at]
        for after, letter in follow(at):
            if after not in seen:
                seen[after] = seen[at] + letter
                queue.append(after)
    return None


def _path(
    start: int, goal: int, edges: Callable[[int], Mapping[int, int]], automaton: _Automaton
) -> str | None:
    return _words(
        start,
        goal,
        lambda at: [(to, _pick(letters)) for to in edges(at) if (letters := _letters(automaton.atoms[to]))],
    )


def _components(automaton: _Automaton) -> list[set[int]]:
    """The sets of states that lead back to one another (Tarjan, without recursion)."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    found: list[set[int]] = []
    for root in automaton.edges:
        if root in index:
            continue
        work = [(root, iter(automaton.edges[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        while work:
            state, following = work[-1]
            after = next(following, None)
            if after is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[state])
                if low[state] == index[state]:
                    component = set()
                    while True:
                        component.add(stack.pop())
                        if state in component:
                            break
                    if len(component) > 1 or state in automaton.edges[state]:
                        found.append(component)
            elif after not in index:
                index[after] = low[after] = len(index)
                stack.append(after)
                work.append((after, iter(automaton.edges[after])))
            elif after in stack:
                low[state] = min(low[state], index[after])
    return found


def _letters(atom: Atom | Sealed) -> frozenset[str]:
    """The characters of a sample that an atom finds."""
    if isinstance(atom, Sealed):
        return frozenset(_SAMPLE)
    return letters(atom.text)


@cache
def letters(atom: str) -> frozenset[str]:
    """The characters of a sample, and of the atom as written, that it finds."""
    compiled = regex.compile(atom, regex.IGNORECASE)
    return frozenset(letter for letter in {*_SAMPLE, *atom} if compiled.fullmatch(letter))


@cache
def _pick(found: frozenset[str]) -> str:
    """The plainest of some characters."""
    return min(found, key=lambda letter: (_SAMPLE.find(letter) % 1000, letter))
