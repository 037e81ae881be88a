"""The leaves of a plan and their numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialint.model.leaves import Leaf


class Leaves:
    """Every leaf of a plan once, by number; made when it is first asked for.

    Whoever looks for a leaf that was not made yet gets it by its value: all leaves of its kind are
    made then, once.
    """

    def __init__(self, kinds: Sequence[str], make: Callable[[int], Leaf]) -> None:
        """`kinds[n]` names the type of leaf `n`, and `make(n)` gives it."""
        self.kinds = kinds
        self._make = make
        self._made: dict[int, Leaf] = {}
        self._numbers: dict[Leaf, int] = {}
        self._complete: set[str] = set()

    @classmethod
    def of(cls, leaves: Iterable[Leaf]) -> Leaves:
        """The leaves in their order, each once."""
        known = list(dict.fromkeys(leaves))
        return cls([type(leaf).__name__ for leaf in known], known.__getitem__)

    def __len__(self) -> int:
        return len(self.kinds)

    def __getitem__(self, number: int) -> Leaf:
        leaf = self._made.get(number)
        if leaf is None:
            leaf = self._made[number] = self._make(number)
            self._numbers[leaf] = number
        return leaf

    def __iter__(self) -> Iterator[Leaf]:
        return map(self.__getitem__, range(len(self)))

    def number(self, leaf: Leaf) -> int | None:
        """The number of a leaf; None where nobody looks for it."""
        number = self._numbers.get(leaf)
        if number is None and type(leaf).__name__ not in self._complete:
            for at, kind in enumerate(self.kinds):
                if kind == type(leaf).__name__:
                    self[at]
            self._complete.add(type(leaf).__name__)
            number = self._numbers.get(leaf)
        return number
