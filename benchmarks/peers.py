"""Programs that look for words in files -> their command lines, where they are here.

Nothing is installed: what is missing is told, with how to get it, and left out of the table.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

PHRASES = "phrases.txt"
"""The phrases, one a line."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program, how to get it, and how it is called; `slow` is measured over fewer files."""

    program: str
    get: str
    arguments: Sequence[str]
    slow: bool = False
    prepare: Callable[[Path, Sequence[str]], object] = lambda folder, phrases: None

    @property
    def path(self) -> str | None:
        """Where the program is; None where it is not on the path."""
        return shutil.which(self.program)


def _textlint(folder: Path, phrases: Sequence[str]) -> None:
    terms = [[phrase, "another word"] for phrase in phrases]
    rules = {"terminology": {"defaultTerms": False, "terms": terms}}
    folder.joinpath(".textlintrc.json").write_text(json.dumps({"rules": rules}), encoding="utf-8")


PEERS: Mapping[str, Peer] = MappingProxyType(
    {
        "`rg -i -f`": Peer("rg", "apt install ripgrep", ("-i", "-f", PHRASES)),
        "`rg -i -F -f`": Peer("rg", "apt install ripgrep", ("-i", "-F", "-f", PHRASES)),
        "`detect-secrets scan`": Peer(
            "detect-secrets",
            "pip install detect-secrets, in an environment of its own",
            ("scan", "--all-files"),
        ),
        "proselint": Peer(
            "proselint", "pip install proselint, in an environment of its own", ("check",), True
        ),
        "textlint": Peer(
            "textlint",
            "npm install textlint textlint-rule-terminology, and put node_modules/.bin on the path",
            ("--no-color",),
            True,
            _textlint,
        ),
    }
)
"""Peers by the name of their row. proselint and detect-secrets have rules of their own, the others look for
the phrases."""
