r"""A regular expression -> the triggers that it cannot do without, as far as its text shows them.

`\b(?:no|zero) side[- ]?effects?\b` needs a word with `no` or `zero` in it, one with `side` and one
with `effect`: each an alternative of its own set, written `*side*`. Signs count as well: `%`, and
`\d` for any digit. Whatever is not understood needs nothing, so that nothing is missed; an
expression that plays by other rules (fuzzy, recursive, conditional, verbose) is not read at all.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from socialint.expressions import lazily
from socialint.scan.shown import BEYOND, DIGIT, WRITTEN_BEYOND
from socialint.scan.terms import Triggers

_FEWEST = 2  # letters: every other word has a given letter in it
_MOST = 12  # characters of a class: more are too many to look for
_LIKE_ASCII = "\u017f\u212a\u0130\u0131"  # are taken for s, k, i and I where case does not matter
_TOKEN = lazily(
    r"(?P<group>\((?:\?(?:[:>|]|P?<\w+>|i:))?(?!\?))|(?P<look>\(\?<?[=!])|(?P<close>\))|(?P<fork>\|)"
    r"|(?P<edge>[\^$]|\\[bBAZmMK])|(?P<wild>\.|\\(?:[wWsSDXRnrtfv]|[pP]\{[^{}]*\}|x\w\w|u\w{4}|U\w{8}))"
    r"|(?P<digit>\\d)|(?P<set>\[\^?\]?(?:\\(?:[pP]\{[^{}]*\}|.)|[^\]\\])*\])|\\(?P<escaped>[^\w\s])|(?P<char>[^\\()\[\]{}*+?|])"
)
_TIMES = lazily(r"(?:(?P<none>[?*])|\+|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_DIGITS = lazily(r"\[(?:\d|\d-\d|\\d)+\]")
_FEW = lazily(r"\[((?:[^\\\]^-]|\\[^\w\s])+)\]")

_NOT_WRITTEN_IN_ASCII = lazily(r"\[(?:\\U\w{8}|\\u\w{4}|[^\x00-\x7f]|-)+\]")
_ASCII = "".join(map(chr, range(128)))
_AS_WRITTEN = {DIGIT: DIGIT, BEYOND: WRITTEN_BEYOND.decode()}
"""What signs of an original text show: folding makes ASCII of much that is none."""

Set = frozenset[str]


class _UnreadError(Exception):
    """The expression plays by rules that are not known here."""


def factors(expression: str, *, original: bool = False) -> Triggers:
    """The sets of triggers of which each must show one; none where nothing is certain.

    With `original` the expression is matched over the text as it was written. Where folding it
    joins a mark to a letter, that is the last letter of what the expression matched.
    """
    try:
        reader = _Reader(expression)
        found = reader.fork()
        if reader.at < len(expression):
            return ()
    except (_UnreadError, RecursionError):
        return ()
    return tuple(dict.fromkeys(_folded(found) if original else found))


class _Reader:
    """Reads an expression from left to right, keeping what must be there."""

    def __init__(self, expression: str) -> None:
        self.text = expression
        self.at = 0

    def fork(self) -> list[Set]:
        """Up to a closing bracket or the end: what all options need."""
        options = [self._chain()]
        while self.text[self.at : self.at + 1] == "|":
            self.at += 1
            options.append(self._chain())
        if len(options) == 1:
            return options[0]
        if not all(options):
            return []
        return [frozenset().union(*(max(option, key=_worth) for option in options))]

    def _chain(self) -> list[Set]:
        found: list[Set] = []
        run = ""
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            letter, needs = self._part()
            times = _TIMES.match(self.text, self.at)
            if times:
                self.at = times.end()
            elif self.text[self.at : self.at + 1] == "{":
                raise _UnreadError
            if times and (times["none"] or (times["least"] is not None and not int(times["least"] or 0))):
                letter, needs = "", []
            run += letter
            if not letter or times:
                found += _of_run(run) + needs
                run = ""
        return found + _of_run(run)

    def _part(self) -> tuple[str, list[Set]]:
        """The next part: a letter or digit as it stands, or what it needs."""
        token = _TOKEN.match(self.text, self.at)
        if token is None or token["close"] or token["fork"]:
            raise _UnreadError
        self.at = token.end()
        match token.lastgroup:
            case "group" | "look":
                needs = self.fork()
                if self.text[self.at : self.at + 1] != ")":
                    raise _UnreadError
                self.at += 1
                return "", [] if (token["look"] or "").endswith("!") else needs
            case "digit":
                return "", [frozenset([DIGIT])]
            case "set":
                return "", _of_class(token["set"])
            case "escaped":
                return "", [frozenset([_sign(token["escaped"])])]
            case "char":
                char = token["char"]
                if char.isascii() and (char.isalnum() or char == "_"):
                    return char.lower(), []
                return "", [] if char.isspace() or char in _LIKE_ASCII else [frozenset([_sign(char)])]
        return "", []


def _folded(found: list[Set]) -> Iterator[Set]:
    for needs in found:
        left = {_AS_WRITTEN.get(one, f"{one[:-2]}*") for one in needs}
        if all(one[0] == "\\" or (one.startswith("*") and len(one) >= _FEWEST + 2) for one in left):
            yield frozenset(left)


def _of_run(run: str) -> list[Set]:
    return [frozenset([f"*{run}*"])] if len(run) >= _FEWEST else []


def _of_class(text: str) -> list[Set]:
    if _DIGITS.fullmatch(text):
        return [frozenset([DIGIT])]
    if _NOT_WRITTEN_IN_ASCII.fullmatch(text) and regex.search(text, _ASCII, regex.IGNORECASE) is None:
        return [frozenset([BEYOND])]
    few = _FEW.fullmatch(text)
    chars = few[1].replace("\\", "") if few else ""
    if not chars or len(chars) > _MOST or any(char.isalnum() or char.isspace() for char in chars):
        return []
    return [frozenset(map(_sign, chars))]


def _sign(char: str) -> str:
    return char if char.isascii() else BEYOND


def _worth(needs: Set) -> tuple[int, int]:
    """How much a set says: that all its triggers are long words, and that they are few."""
    return min(len(one) if one.startswith("*") else 1 for one in needs), -len(needs)
