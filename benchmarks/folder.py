"""How long does a folder of 5,000 drafts take, against programs that look for words?

The same 200 phrases for everybody who can be told them; whole processes. All drafts are checked
anew, or are known from the run before, or are but for one. Slow peers are measured over a tenth of
the files, against socialint over the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import Asked, corpus
from benchmarks.peers import PEERS, PHRASES
from benchmarks.processes import socialint, taking_turns
from benchmarks.tables import table

_FILES = 5_000
_FOLDERS = 50
_FEW = "drafts/0"
_PHRASES = 200
_CHANGED = "drafts/0/0/0.md"
_UNCHANGED = "socialint, nothing changed since"
_ONE_CHANGED = "socialint, one file changed since"


def measure(asked: Asked) -> Iterator[str]:
    """Ratios of CPU and of wall time; then who was not there."""
    with TemporaryDirectory() as place:
        folder, kept = Path(place, "house"), Path(place, "kept")
        folder.mkdir()
        _write(folder)
        for slow, files, shown in ((False, "drafts", _FILES), (True, _FEW, _FILES // 10)):
            here = {name: peer for name, peer in PEERS.items() if peer.path and peer.slow is slow}
            check = socialint("check", files, "-f", "concise", "--fail-on", "never")
            ours = {
                "socialint": (*check, "--no-cache"),
                "socialint, one process": (*check, "--no-cache", "--jobs", "1"),
                _UNCHANGED: check,
                _ONE_CHANGED: check,
            }
            theirs = {name: (str(peer.path), *peer.arguments, files) for name, peer in here.items()}
            taken = taking_turns(
                {**ours, **theirs},
                asked.rounds,
                folder,
                kept,
                before=lambda name, number: _change(folder, number) if name == _ONE_CHANGED else None,
            )
            base = taken["socialint"]
            rows = [
                (name, each.cpu, each.cpu_against(base), each.wall_against(base), each.peak)
                for name, each in taken.items()
            ]
            head = [
                f"{shown:,} files",
                "CPU seconds",
                "CPU against socialint",
                "wall against socialint",
                "memory",
            ]
            yield from table(head, rows)
    for name, peer in PEERS.items():
        if not peer.path:
            yield f"{name} is not here: {peer.get}."


def _change(folder: Path, number: int) -> None:
    folder.joinpath(_CHANGED).write_text(f"Day {number}. We are open from nine.\n", encoding="utf-8")


def _write(folder: Path) -> None:
    phrases = corpus.terms(_PHRASES)
    corpus.house(folder, phrases)
    folder.joinpath(PHRASES).write_text("\n".join(phrases) + "\n", encoding="utf-8")
    for peer in PEERS.values():
        peer.prepare(folder, phrases)
    posts = corpus.posts(_FILES, phrases)
    for number, post in enumerate(posts):
        part = number * _FOLDERS // _FILES
        below = folder / "drafts" / str(part // 5) / str(part % 5)
        below.mkdir(parents=True, exist_ok=True)
        below.joinpath(f"{number}.md").write_text(post + "\n", encoding="utf-8")
