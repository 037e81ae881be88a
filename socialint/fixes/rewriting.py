"""A source -> the source with its findings put right: the worst first, and again until nothing changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from socialint.fixes.draft import Draft, Unwritable
from socialint.linter import Linter
from socialint.model.documents import Source, Unread
from socialint.model.findings import Finding
from socialint.model.places import Span
from socialint.model.waivers import Waiver
from socialint.readers.shown import NO_PICTURES, Pictures
from socialint.settling import settled

_STAYS = "the finding would stay"
_DRAWS = "it would draw another finding: {rules}"
_UNREAD = "something could no longer be checked"

Wanted = Callable[[Finding], bool]


@dataclass(frozen=True, slots=True)
class Left:
    """A fix that was not made, and why."""

    finding: Finding
    why: str


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A source before and after, which findings were put right, worst first, and which fixes were not made."""

    before: Draft = field(repr=False)
    after: Draft = field(repr=False)
    fixed: Sequence[Finding]
    left: Sequence[Left]

    @property
    def changes(self) -> bool:
        """Whether anything is written."""
        return self.before.source.data != self.after.source.data


def rewrite(
    linter: Linter,
    source: Source,
    wanted: Wanted,
    *,
    pictures: Pictures = NO_PICTURES,
    recorded: Sequence[Waiver] = (),
    reported: Set[str] | None = None,
) -> Rewriting:
    """The source with every fix made that is `wanted` and passes: its finding gone, and no new one.

    What is waived, in the source or by what is `recorded`, is left as it is, and so is what is not
    `reported`: the fingerprints of the findings that the run told, None for all.
    Of fixes that overlap the worst finding's is made first; the others are then tried on the new
    text. Each round ends with fewer findings or fewer fixes to try, so that it comes to an end; what
    comes out has no fix left that passes, so that to fix it again changes nothing. Raises
    `UnreadableDocument` where the source cannot be read any more.
    """
    checking = _Checking(linter, [one for one in recorded if one.path == source.name])
    draft = Draft.of(source, linter.settings.columns, pictures)
    state = checking.state(draft)
    kept = frozenset(
        _words(one) for one in state.findings if reported is not None and one.fingerprint not in reported
    )
    work = _Work(checking, lambda one: wanted(one) and _words(one) not in kept, state)
    most = 0  # how many to try at once; 0 for all
    while batch := work.batch(most):
        if work.make(batch):
            most = 0
        elif len(batch) > 1:
            most = max(len(batch) // 2, 1)
    return Rewriting(draft, work.state.draft, work.fixed, list(work.refused.values()))


@dataclass(frozen=True, slots=True)
class _State:
    """A draft, and what stands of its findings."""

    draft: Draft
    findings: Sequence[Finding]
    unread: Sequence[Unread]


@dataclass(frozen=True, slots=True)
class _Checking:
    linter: Linter
    recorded: Sequence[Waiver]

    def state(self, draft: Draft) -> _State:
        """What the linter says of a draft."""
        outcome = self.linter.check(draft.document)
        settling = settled(
            self.linter.settings,
            lambda: self.linter,
            outcome.findings,
            [*self.recorded, *outcome.waivers],
            read={draft.source.name},
            unread=outcome.unread,
        )
        return _State(draft, settling.standing, outcome.unread)


@dataclass
class _Work:
    """Where the rewriting stands; what is refused is known by the fingerprint of its finding."""

    checking: _Checking
    wanted: Wanted
    state: _State
    fixed: list[Finding] = field(default_factory=list)
    refused: dict[str, Left] = field(default_factory=dict)

    def batch(self, most: int) -> Sequence[Finding]:
        """Fixes to make at once: one a post, none where another is, the worst first."""
        chosen: list[Finding] = []
        spans: list[Span] = []
        posts: set[str] = set()
        for finding in sorted(self.state.findings, key=lambda one: one.order):
            if finding.fingerprint in self.refused or finding.post in posts or not self.wanted(finding):
                continue
            try:
                own = [change.span for change in self.state.draft.changes(finding)]
            except Unwritable as why:
                self._refuse(finding, why.reason)
                continue
            if any(one.overlaps(other) or one.start == other.start for one in own for other in spans):
                continue
            chosen.append(finding)
            spans += own
            posts.add(finding.post)
            if len(chosen) == most:
                break
        return chosen

    def make(self, batch: Sequence[Finding]) -> bool:
        """Makes the fixes if all of them pass; else refuses those that are known not to."""
        try:
            draft = self.state.draft.fixed(batch)
        except Unwritable as why:
            self._refuse_known(batch, {batch[at].post: why.reason for at in why.which}, why.reason)
            return False
        state = self.checking.state(draft)
        faults = _faults(self.state, state, batch)
        if faults:
            self._refuse_known(batch, faults, next(iter(faults.values())))
            return False
        self.state = state
        self.fixed += batch
        self._try_again({one.post for one in batch})
        return True

    def _refuse_known(self, batch: Sequence[Finding], faults: Mapping[str, str], otherwise: str) -> None:
        """Refuses the fixes in the posts at fault, or the only one; else it is not known which it was."""
        if len(batch) == 1:
            self._refuse(batch[0], otherwise)
        elif faults.keys() <= {one.post for one in batch} and not self._threads:
            for finding in batch:
                if finding.post in faults:
                    self._refuse(finding, faults[finding.post])

    def _refuse(self, finding: Finding, why: str) -> None:
        self.refused[finding.fingerprint] = Left(finding, why)

    def _try_again(self, posts: set[str]) -> None:
        """What was refused in these posts may pass now, or is not there any more."""
        there = {one.fingerprint for one in self.state.findings}
        self.refused = {
            fingerprint: left
            for fingerprint, left in self.refused.items()
            if fingerprint in there and left.finding.post not in posts and not self._threads
        }

    @property
    def _threads(self) -> bool:
        """Whether posts belong together, so that one can draw a finding in another."""
        return any(post.metadata.get("thread") not in (None, "") for post in self.state.draft.document.posts)


_Key = tuple[object, ...]


def _faults(before: _State, after: _State, batch: Sequence[Finding]) -> Mapping[str, str]:
    """What is wrong after the fixes of `batch`, by the post that it is in; empty if all is well."""
    if not set(after.unread) <= set(before.unread):
        return {"": _UNREAD}
    allowed = Counter(map(_key, before.findings))
    allowed.subtract(map(_key, batch))
    keys = set(map(_key, batch))
    drawn: dict[str, set[str]] = {}
    faults: dict[str, str] = {}
    for finding in after.findings:
        key = _key(finding)
        allowed[key] -= 1
        if allowed[key] < 0:
            if key in keys:
                faults[finding.post] = _STAYS
            else:
                drawn.setdefault(finding.post, set()).add(finding.rule)
    return faults | {post: _DRAWS.format(rules=", ".join(sorted(rules))) for post, rules in drawn.items()}


def _key(finding: Finding) -> _Key:
    """What a finding is, wherever in its post it stands: a graver or surer one is another."""
    return (
        finding.rule, finding.severity, finding.confidence, finding.post, finding.field, finding.reason
    )  # fmt: skip


def _words(finding: Finding) -> _Key:
    """What a finding is about, whatever else of its post changes."""
    return finding.rule, finding.post, finding.field, finding.excerpt, finding.reason
