"""A file of a baseline <-> its entries, a line each: `FINGERPRINT RULE in=… words=… until=2027-01-31`.

An entry says of which rule and in which source a finding is, and what must not have changed for it to
be the same one, all in digests. Of what discloses a patient that is all of the post (`post=`), of
anything else the words that were found (`words=`). Lines without a common head or a count merge
without conflict.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from socialint.errors import Problem, UserError
from socialint.model.findings import Finding
from socialint.model.policy import Category

VERSION = 1

_HEAD = re.compile(r"socialint baseline (\d+)")
_ENTRY = re.compile(
    r"(?P<fingerprint>[0-9a-f]{32}) (?P<rule>[a-z0-9][a-z0-9-]*) in=(?P<source>[0-9a-f]{16})"
    r" (?:words=(?P<words>[0-9a-f]{32})|post=(?P<post>[0-9a-f]{32}))(?: until=(?P<until>\d{4}-\d{2}-\d{2}))?"
)
_ABOUT = (
    "# What stood when this was written, as fingerprints. A change brings a finding back.",
    "# To shrink it: socialint check --write-baseline with the name of this file.",
)
_AGAIN = "write it again with --write-baseline"
_ROUNDS = 20_000
"""Of PBKDF2, for what is said of a patient: whoever guesses at a post pays so much for each guess."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding that was there; `words` or `post` is what must be the same, `until` its last day."""

    fingerprint: str
    rule: str
    source: str
    words: str = ""
    post: str = ""
    until: date | None = None

    def hides(self, finding: Finding) -> bool:
        """Whether the entry is for this finding, and nothing of what it rests on has changed."""
        if finding.category is Category.PHI:
            return self.fingerprint == finding.fingerprint and self.post == post_of(finding)
        return self.words == finding.words

    def __str__(self) -> str:
        same = f"post={self.post}" if self.post else f"words={self.words}"
        until = f" until={self.until.isoformat()}" if self.until else ""
        return f"{self.fingerprint} {self.rule} in={self.source} {same}{until}"


def entry_of(finding: Finding, until: date | None = None) -> Entry:
    """The entry for a finding."""
    private = finding.category is Category.PHI
    return Entry(
        finding.fingerprint,
        finding.rule,
        source_of(finding.path),
        "" if private else finding.words,
        post_of(finding) if private else "",
        until,
    )


def post_of(finding: Finding) -> str:
    """A digest of all that the post says; a slow one, as a short post could be guessed at."""
    return _slowly(finding.edition.content, finding.fingerprint)


@lru_cache(maxsize=1024)
def source_of(path: str) -> str:
    """A digest of a path, so that what was not read in a run is known."""
    return hashlib.sha256(path.encode(errors="surrogatepass")).hexdigest()[:16]


def entries_of(file: Path) -> Sequence[Entry]:
    """The entries of a file, each once. Raises `UserError` for the first line that is none."""
    shown = str(file)
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        hint = "--write-baseline makes one"
        raise UserError(Problem(f"no baseline: {error.strerror}", shown, hint=hint)) from None
    except UnicodeDecodeError:
        raise UserError(Problem("this is no baseline", shown, hint=_AGAIN)) from None
    head = _HEAD.fullmatch(lines[0].strip()) if lines else None
    if head is None:
        raise UserError(Problem("this is no baseline: it does not begin as one", shown, 1, hint=_AGAIN))
    if int(head[1]) != VERSION:
        what = f"a baseline of version {head[1]}, and this socialint reads version {VERSION}"
        raise UserError(Problem(what, shown, 1, hint=f"{_AGAIN}, by the socialint that checks with it"))
    found: dict[Entry, None] = {}
    for number, line in enumerate(lines[1:], 2):
        if line.strip() and not line.startswith("#"):
            found[_entry(line.strip(), shown, number)] = None
    return tuple(found)


def written(entries: Iterable[Entry]) -> str:
    """The file that holds the entries."""
    lines = sorted({str(entry) for entry in entries})
    return "\n".join((f"socialint baseline {VERSION}", *_ABOUT, *lines)) + "\n"


def _entry(line: str, shown: str, number: int) -> Entry:
    found = _ENTRY.fullmatch(line)
    try:
        until = date.fromisoformat(found["until"]) if found and found["until"] else None
    except ValueError:
        found, until = None, None
    if found is None:
        hint = f"take out the line, or what a merge left behind, or {_AGAIN}"
        raise UserError(Problem("this line is no entry of a baseline", shown, number, hint=hint))
    named = found.groupdict(default="")
    return Entry(named["fingerprint"], named["rule"], named["source"], named["words"], named["post"], until)


@lru_cache(maxsize=1024)
def _slowly(content: str, fingerprint: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", content.encode(), fingerprint.encode(), _ROUNDS).hex()[:32]
