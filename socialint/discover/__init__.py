"""Paths as the user named them -> what there is to check, in a fixed order, and why the rest is not.

A folder is walked; in it `.gitignore` and `.socialintignore`, the configuration's globs and the
list of what is never a draft decide. A file that was named outright is checked or reported,
whatever those say, unless they are to decide about it too.
"""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from socialint.discover.ignores import Globs, Ignores
from socialint.discover.no_drafts import INSTALLED, NOT_DRAFTS
from socialint.discover.sources import Place, Sources, hint_for, reason_of
from socialint.errors import UnreadableDocument
from socialint.model.documents import Unread, UnreadKind

if TYPE_CHECKING:
    from socialint.discover.repository import Changes

STDIN = "-"

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_OURS = "a project file, register or policy"


class Verdict(StrEnum):
    """What becomes of a file that was come across."""

    CHECKED = "checked"
    UNREAD = "unread"
    IGNORED = "ignored"
    EXCLUDED = "excluded"
    UNCHANGED = "unchanged"
    UNKNOWN_TYPE = "unknown_type"
    NOT_A_DRAFT = "not_drafts"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file or folder that was come across, what becomes of it, and why."""

    name: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True)
class Discovery:
    """What there is to check, and what became of everything else."""

    sources: Sources
    unread: Sequence[Unread]
    files: Sequence[Found]

    @property
    def skipped(self) -> Mapping[str, int]:
        """How many were passed over, by reason: `ignored`, `excluded`, `unknown_type`, `not_drafts`.

        `unchanged` is among them where only what changed was looked for.
        """
        counts = Counter(found.verdict for found in self.files)
        passed_over = (Verdict.IGNORED, Verdict.EXCLUDED, Verdict.UNKNOWN_TYPE, Verdict.NOT_A_DRAFT)
        only = (Verdict.UNCHANGED,) if counts[Verdict.UNCHANGED] else ()
        return {verdict.value: counts[verdict] for verdict in (*passed_over, *only)}


def discover(
    paths: Sequence[str],
    *,
    root: Path,
    refusal: Callable[[str], UnreadableDocument | None],
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    force_exclude: bool = False,
    changes: Changes | None = None,
    not_drafts: AbstractSet[Path] = frozenset(),
    stdin: bytes | None = None,
    stdin_filename: str = "",
    max_bytes: int = -1,
) -> Discovery:
    """Everything to check below or at `paths`, each once however it was named, sorted by name.

    `root` is the configuration's folder: names are shown relative to it, and `include` and
    `exclude`, globs as in `.gitignore`, count from it. With `force_exclude` a file that was named
    outright is left out for all the reasons for which a walk would. With `changes` only files that
    changed are checked. `refusal` says why a name cannot be read.
    `not_drafts` are registers, policies and the like, files or folders. Of a file bigger than
    `max_bytes` one byte more is read, so that a reader can refuse it.
    """
    search = _Search(
        root=os.path.abspath(root),
        refusal=refusal,
        include=Globs(include),
        exclude=Globs(exclude),
        force_exclude=force_exclude,
        changes=changes,
        not_drafts=frozenset(os.path.realpath(path) for path in not_drafts),
        limit=max_bytes,
    )
    if STDIN in paths:
        search.standard_input(stdin or b"", stdin_filename or STDIN)
    # Named outright first: a file counts as named even where a folder was named that holds it.
    places = [path for path in dict.fromkeys(paths) if path != STDIN]
    for path in places:
        if not os.path.isdir(path):
            search.named(path)
    for path in places:
        if os.path.isdir(path):
            search.walk(path)
    search.follow_links()
    return search.discovery()


@dataclass
class _Search:
    root: str
    refusal: Callable[[str], UnreadableDocument | None]
    include: Globs
    exclude: Globs
    force_exclude: bool
    changes: Changes | None
    not_drafts: AbstractSet[str]
    limit: int
    places: list[Place] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    files: list[Found] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    links: list[tuple[os.DirEntry[str], str, Ignores]] = field(default_factory=list)
    around: dict[str, Ignores] = field(default_factory=dict)

    @cached_property
    def _real_root(self) -> str:
        return os.path.realpath(self.root)

    def discovery(self) -> Discovery:
        return Discovery(
            Sources(sorted(self.places, key=lambda place: place.name)),
            tuple(sorted(set(self.unread))),
            tuple(sorted(set(self.files), key=lambda one: (one.name, one.verdict, one.reason))),
        )

    def standard_input(self, data: bytes, name: str) -> None:
        shown = self._shown(name) if name != STDIN else STDIN
        if name != STDIN and (left_out := self._left_out_by_force(name)):
            self._pass_over(shown, *left_out)
        elif refused := self.refusal(name):
            self._unread(shown, refused.reason, refused.hint)
        else:
            self._check(Place(shown, True, data=data))

    def named(self, path: str) -> None:
        """A file that was named outright: checked or unread, never passed over in silence."""
        shown = self._shown(path)
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError) as error:
            self._unread(shown, reason_of(error), hint_for(error))
            return
        real = os.path.realpath(path)
        if real in self.seen:
            return
        self.seen.add(real)
        if left_out := self._left_out_by_force(path):
            self._pass_over(shown, *left_out)
        elif self._is_unchanged(path):
            self._pass_over(shown, Verdict.UNCHANGED, "")
        elif not stat.S_ISREG(mode):
            self._unread(shown, "not a file", "name a file or a folder, or give the text with -")
        elif refused := self.refusal(path):
            self._unread(shown, refused.reason, refused.hint)
        elif not os.access(path, os.R_OK):
            self._unread(shown, "you may not read it", "ask for the right to read it")
        else:
            self._check(Place(shown, True, path, limit=self.limit))

    def walk(self, path: str) -> None:
        """Every file below a folder."""
        top = os.path.abspath(path)
        real = Path(os.path.realpath(top))
        if any(str(folder) in self.not_drafts for folder in (real, *real.parents)):
            self._pass_over(self._shown(path), Verdict.NOT_A_DRAFT, _OURS)
            return
        folders = [(top, path, str(real), self._ignores_above(top))]
        while folders:
            folder, given, place, ignores = folders.pop()
            try:
                with os.scandir(folder) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name)
            except OSError as error:
                reason = f"the folder cannot be listed: {reason_of(error)}"
                self._unread(self._shown(given), reason, hint_for(error))
                continue
            within = os.path.join(place, "")
            for entry in entries:
                name = os.path.join(given, entry.name)
                if entry.is_symlink():
                    self.links.append((entry, name, ignores))
                    continue
                real_place = within + entry.name
                if not entry.is_dir(follow_symlinks=False):
                    regular = entry.is_file(follow_symlinks=False)
                    self._file(entry.path, name, real_place, ignores, regular=regular)
                elif self._enter(entry.path, name, real_place, ignores):
                    folders.append((entry.path, name, real_place, Ignores(ignores, entry.path)))

    def follow_links(self) -> None:
        """Links to files, after everything else: a file is called by its own name if it has one here.

        Links to folders are not followed.
        """
        for entry, name, ignores in sorted(self.links, key=lambda link: link[1]):
            if entry.is_dir():
                self._pass_over(self._shown(name), Verdict.IGNORED, "a link to a folder")
            else:
                self._file(entry.path, name, os.path.realpath(entry.path), ignores)

    def _enter(self, folder: str, given: str, real: str, ignores: Ignores) -> bool:
        shown = self._shown(given) + "/"
        relative = self._beyond_root(folder)
        if os.path.basename(folder).startswith("."):
            return False
        if rule := ignores.ignored_by(folder + os.sep):
            self._pass_over(shown, Verdict.IGNORED, rule)
        elif relative is not None and self.exclude.match(relative + "/"):
            self._pass_over(shown, Verdict.EXCLUDED, "exclude")
        elif real in self.not_drafts or os.path.basename(folder) in INSTALLED:
            self._pass_over(shown, Verdict.NOT_A_DRAFT, _OURS)
        else:
            return True
        return False

    def _file(self, path: str, given: str, real: str, ignores: Ignores, *, regular: bool = False) -> None:
        if real in self.seen:
            return
        relative = self._beyond_root(path)
        shown = _printable(given.replace(os.sep, "/") if relative is None else relative)
        if left_out := self._left_out(path, relative, real, ignores):
            self._pass_over(shown, *left_out)
        elif refused := self.refusal(path):
            self._pass_over(shown, Verdict.UNKNOWN_TYPE, refused.reason)
        elif self._is_unchanged(path):
            self._pass_over(shown, Verdict.UNCHANGED, "")
        elif not regular and not os.path.isfile(path):
            if os.path.islink(path):
                self._unread(shown, "a link that leads nowhere", "remove it, or put the file back")
            else:
                self._pass_over(shown, Verdict.UNKNOWN_TYPE, "not a file")
        elif not os.access(path, os.R_OK):
            self._unread(shown, "you may not read it", "ask for the right to read it")
        else:
            self.seen.add(real)
            self._check(Place(shown, False, path, limit=self.limit))

    def _check(self, place: Place) -> None:
        self.places.append(place)
        self.files.append(Found(place.name, Verdict.CHECKED, "named" if place.named else ""))

    def _pass_over(self, shown: str, verdict: Verdict, reason: str) -> None:
        self.files.append(Found(shown, verdict, reason))

    def _unread(self, shown: str, reason: str, hint: str) -> None:
        self.unread.append(Unread(shown, "", "", UnreadKind.SOURCE, reason, hint))
        self.files.append(Found(shown, Verdict.UNREAD, reason))

    def _left_out(
        self, path: str, relative: str | None, real: str, ignores: Ignores
    ) -> tuple[Verdict, str] | None:
        """Why a file in a folder that is walked is no draft of this run, whatever its type.

        `relative` is its place below the root; None where it is not below.
        """
        if rule := ignores.ignored_by(path):
            return Verdict.IGNORED, rule
        if relative is not None and self.exclude.match(relative):
            return Verdict.EXCLUDED, "exclude"
        if real in self.not_drafts or self._is_of_the_project(path, relative):
            return Verdict.NOT_A_DRAFT, _OURS
        if relative is not None and self.include and not self.include.match(relative):
            return Verdict.EXCLUDED, "not in include"
        return None

    def _left_out_by_force(self, path: str) -> tuple[Verdict, str] | None:
        """Why a walk from the root would not have come to a file that was named outright."""
        if not self.force_exclude:
            return None
        whole = os.path.abspath(path)
        folder = os.path.dirname(whole)
        folders = (self._beyond_root(whole) or "").split("/")[:-1]
        hidden = any(part.startswith(".") or part in INSTALLED for part in folders)
        real = Path(os.path.realpath(folder))
        if hidden or any(str(above) in self.not_drafts for above in (real, *real.parents)):
            return Verdict.NOT_A_DRAFT, _OURS
        if folder not in self.around:
            self.around[folder] = Ignores(self._ignores_over(folder), folder)
        return self._left_out(whole, self._beyond_root(whole), os.path.realpath(path), self.around[folder])

    def _is_unchanged(self, path: str) -> bool:
        return self.changes is not None and not self.changes.hold(path)

    def _is_of_the_project(self, path: str, relative: str | None) -> bool:
        # Outside the configuration's folder no file lies at the top of a project that we know.
        return NOT_DRAFTS.match(relative if relative is not None else "outside/" + os.path.basename(path))

    def _beyond_root(self, path: str) -> str | None:
        """The absolute path relative to the root with forward slashes; None where it is not below."""
        below = _below(path, self.root)
        # The same folder may have been named in another way, through a link.
        return below if below is not None else _below(_real_place(path), self._real_root)

    def _shown(self, path: str) -> str:
        """The name that findings show: below the root relative to it, else as it was given."""
        relative = self._beyond_root(os.path.abspath(path))
        return _printable(path.replace(os.sep, "/") if relative is None else relative)

    def _ignores_above(self, top: str) -> Ignores:
        """The ignore files that hold in a folder that was named."""
        ignores = self._ignores_over(top)
        # It is walked, whatever ignores it as a whole.
        named_anyway = ignores is not None and ignores.ignored_by(os.path.join(top, ""))
        return Ignores(None if named_anyway else ignores, top)

    def _ignores_over(self, top: str) -> Ignores | None:
        """The ignore files from the repository's root, else the configuration's folder, to above `top`."""
        above = [top]
        for folder in Path(top).parents:
            if os.path.exists(os.path.join(above[-1], ".git")):
                break
            above.append(str(folder))
        else:
            above = _up_to(top, self.root) if self._beyond_root(top) is not None else [top]
        ignores: Ignores | None = None
        for folder_above in reversed(above[1:]):
            ignores = Ignores(ignores, folder_above)
        return ignores


def _printable(name: str) -> str:
    """The name, with what is no text and what would move a cursor escaped: it still says which file it is."""
    if name.isascii() and name.isprintable():
        return name
    told = os.fsencode(name).decode("utf-8", "backslashreplace")
    return _CONTROL.sub(lambda found: repr(found[0])[1:-1], told)


def _below(path: str, root: str) -> str | None:
    prefix = root if root.endswith(os.sep) else root + os.sep
    if path.startswith(prefix) and os.altsep is None:
        return path[len(prefix) :]
    if not os.path.normcase(path).startswith(os.path.normcase(prefix)):
        return None
    return path[len(prefix) :].replace(os.sep, "/")


def _real_place(path: str) -> str:
    """The path without links in its folders; what it names itself may be one."""
    return os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))


def _up_to(folder: str, root: str) -> list[str]:
    above = (str(parent) for parent in Path(folder).parents)
    return [folder, *(parent for parent in above if parent == root or _below(parent, root) is not None)]
