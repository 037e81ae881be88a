"""The gate: which probes of a plan could be found in a post. It only proposes.

A post shows its words and a few signs; a probe whose triggers it does not show cannot be found in
it. A gate that proposes too much costs time, one that proposes too little loses a finding: so all
tiers look for the same triggers in the same words (`shown`, `index`), and differ in how. Numbers,
e-mail addresses and other shapes are gated by the digits, signs and parts of words that they
cannot do without (`factors`); no engine ever gets an expression.

All but `plain` look in two steps (`stepped`). `words` is the default: an engine halves the time of the
gate, but a post must be folded in Python before anything can be compared, and that takes far longer.
The figures are in `benchmarks/README.md`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import import_module
from typing import Protocol

from socialint.errors import Problem, UserError
from socialint.model.views import View
from socialint.scan.index import Index
from socialint.settings import ENGINE

TIERS: Mapping[str, str] = {
    "words": "socialint.scan.gates.words:WordGate",
    "hyperscan": "socialint.scan.gates.vectorscan:VectorscanGate",
    "re2": "socialint.scan.gates.re2:Re2Gate",
    "plain": "socialint.scan.gates.plain:PlainGate",
}
"""What can be chosen; the first is the default."""

_PACKAGES = {"hyperscan": "hyperscan", "re2": "google-re2"}


class Gate(Protocol):
    """Which probes could be found in the fields of a post."""

    def candidates(self, views: Sequence[View]) -> Collection[int]:
        """The indices of the probes that could be found in one of the views, each once."""

    @property
    def ungated(self) -> Sequence[int]:
        """The probes that are candidates in every post."""

    def saved(self) -> object:
        """What need not be built again: numbers, bytes, and tuples and sets of them; or None."""


Tier = Callable[[Index, object], Gate]
"""Makes a gate of an index, and of what such a gate has saved; None where nothing was."""


def chosen() -> str:
    """The name of the tier that the environment chooses, or of the default; maybe of none."""
    return os.environ.get(ENGINE) or next(iter(TIERS))


def choose(name: str | None = None) -> Tier:
    """The tier of that name, or the one in force. Raises `UserError` where it is not there."""
    name = name or chosen()
    if name not in TIERS:
        what = f"there is no engine “{name}” (${ENGINE})"
        raise UserError(Problem(what, hint=f"choose one of {', '.join(TIERS)}"))
    module, _, gate = TIERS[name].partition(":")
    try:
        made: Tier = getattr(import_module(module), gate)
    except ImportError as error:
        if name not in _PACKAGES:
            raise
        what = f"the engine “{name}” (${ENGINE}) is not installed: {error}"
        hint = f"pip install {_PACKAGES[name]}, or unset ${ENGINE}"
        raise UserError(Problem(what, hint=hint)) from None
    return made
