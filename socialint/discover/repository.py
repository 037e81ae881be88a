"""A git repository -> which of its files changed since a revision, and the commit that is checked out.

Git is asked without a shell, and with nothing in its environment that could point it elsewhere or
have it run another program. Nothing is fetched.
"""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from socialint.errors import Problem, UserError

_KEPT = ("PATH", "PATHEXT", "SYSTEMROOT", "HOME", "USERPROFILE", "XDG_CONFIG_HOME", "TMPDIR", "TEMP", "TMP")
"""What git needs to start and to know whom it trusts; a hook's `GIT_DIR` and its kin stay out."""

_OURS = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
_NO_PROGRAMS = ("-c", "core.fsmonitor=false")

_COMMIT = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?\n")
_ALL_HISTORY = (
    "fetch it first: “git fetch --unshallow origin” with the branch, "
    "or fetch-depth: 0 where GitHub checks out, GIT_DEPTH: 0 at GitLab"
)


@dataclass(frozen=True)
class Changes:
    """The files of a repository that changed since a revision; what git does not know has changed."""

    since: str
    top: str
    """The real path of the repository, folded."""
    paths: frozenset[str]
    """Real paths, folded; of a folder, such as a submodule, everything below it changed."""

    def hold(self, path: str) -> bool:
        """Whether the file at `path` changed, or the file that it is a link to."""
        folder, name = os.path.split(os.path.abspath(path))
        places = {os.path.join(os.path.realpath(folder), name), os.path.realpath(path)}
        return any(self._holds(_folded(place)) for place in places)

    def hold_any_of(self, path: str) -> bool:
        """Whether the file at `path` in the repository changed, or one in the folder at `path`."""
        real = _folded(os.path.realpath(path))
        return real in self.paths or any(_below(one, real) for one in self.paths)

    def _holds(self, real: str) -> bool:
        if not _below(real, self.top):
            return True
        while _below(real, self.top):
            if real in self.paths:
                return True
            real = os.path.dirname(real)
        return False


def changed_since(revision: str, folder: Path) -> Changes:
    """What the branch that is checked out changed since it left `revision`, and what is not committed.

    Raises `UserError` where git cannot tell: outside a repository, without the revision, without git.
    """
    if revision.startswith("-"):
        raise UserError(Problem(f"“{revision}” is no revision", hint="name a branch, a tag or a commit"))
    top = os.fsdecode(_told(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n"))
    base = _base(revision, folder)
    # Renames are not looked for: that reads the files themselves, which a partial clone lacks.
    changed = _names(top, "diff", "--name-only", "--no-renames", "--no-ext-diff", "--diff-filter=d", base)
    # Ignored ones as well: what is ignored is decided in one place, and not here.
    untracked = _names(top, "ls-files", "--others")
    real = os.path.realpath(top)
    paths = (_folded(os.path.join(real, name)) for name in (*changed, *untracked))
    return Changes(revision, _folded(real), frozenset(paths))


def commit(folder: Path) -> str | None:
    """The commit that is checked out; None outside a repository, or before the first commit."""
    try:
        asked = _ask(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    except FileNotFoundError:
        return None
    return asked.stdout.decode().strip() if _COMMIT.fullmatch(asked.stdout) else None


def _base(revision: str, folder: Path) -> str:
    """The commit at which the branch left `revision`."""
    asked = _ask(folder, "rev-parse", "--verify", "--quiet", revision + "^{commit}")
    if not _COMMIT.fullmatch(asked.stdout):
        what = f"this repository has no revision “{revision}”"
        hint = _ALL_HISTORY if _is_shallow(folder) else "look for a slip in the name, or fetch it first"
        raise UserError(Problem(what, hint=hint))
    asked = _ask(folder, "merge-base", asked.stdout.decode().strip(), "HEAD")
    if not _COMMIT.fullmatch(asked.stdout):
        what = f"“{revision}” and what is checked out have no commit in common"
        hint = _ALL_HISTORY if _is_shallow(folder) else "name a revision that the branch began at"
        raise UserError(Problem(what, hint=hint))
    return asked.stdout.decode().strip()


def _is_shallow(folder: Path) -> bool:
    return _ask(folder, "rev-parse", "--is-shallow-repository").stdout == b"true\n"


def _names(top: str, command: str, *arguments: str) -> Sequence[str]:
    """Paths relative to the repository, as the file system spells them."""
    listed = _told(Path(top), command, "-z", *arguments, "--")
    return [os.path.normpath(os.fsdecode(name)) for name in listed.split(b"\0") if name]


def _told(folder: Path, *arguments: str) -> bytes:
    try:
        asked = _ask(folder, *arguments)
    except FileNotFoundError:
        what = "what changed is not known: git is not installed"
        raise UserError(Problem(what, hint="install git, or name the drafts")) from None
    if asked.returncode:
        said = asked.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        hint = "run it in the repository of the drafts, or name the drafts without --changed-since"
        raise UserError(Problem(f"what changed is not known: git says “{said}”", hint=hint))
    return asked.stdout


def _ask(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return subprocess.run(
        ("git", *_NO_PROGRAMS, *arguments),
        cwd=folder,
        env=kept | _OURS,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def _folded(path: str) -> str:
    """The path as file systems compare it: macOS tells git é in another spelling than it lists it."""
    return unicodedata.normalize("NFC", os.path.normcase(path))


def _below(path: str, top: str) -> bool:
    return path.startswith(os.path.join(top, ""))
