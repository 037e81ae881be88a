"""Commands -> what their processes cost, in rounds that take turns."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.rounds import ratio

_LAUNCHER = Path(__file__).with_name("launcher.py")
_FAILED = 2
"""What socialint and its peers end with where they could not work."""


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU and wall seconds of a process and of those it started, and the most memory of one, in MB."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True, slots=True)
class Spendings:
    """What a command cost in each round."""

    rounds: Sequence[Spent]

    @property
    def cpu(self) -> str:
        """Seconds of CPU: median (least to most)."""
        seconds = sorted(one.cpu for one in self.rounds)
        return f"{median(seconds):.3f} ({seconds[0]:.3f} to {seconds[-1]:.3f})"

    @property
    def peak(self) -> str:
        """The most memory of a round."""
        return f"{max(one.peak for one in self.rounds):,.0f} MB"

    def cpu_against(self, other: Spendings) -> str:
        """How many times the CPU of `other`: median (least to most)."""
        return ratio([one.cpu for one in self.rounds], [one.cpu for one in other.rounds])

    def wall_against(self, other: Spendings) -> str:
        """How many times the wall time of `other`: median (least to most)."""
        return ratio([one.wall for one in self.rounds], [one.wall for one in other.rounds])


def socialint(*arguments: str) -> Sequence[str]:
    """The command line of the socialint beside this folder."""
    return sys.executable, "-m", "socialint", *arguments


def environment(kept: Path) -> Mapping[str, str]:
    """The environment of a command whose plans are kept below that folder.

    So is the bytecode of the project: where it is installed, pip has made it.
    """
    project = str(Path(__file__).parents[1])
    ours = {"PYTHONPATH": project, "XDG_CACHE_HOME": str(kept), "PYTHONPYCACHEPREFIX": f"{kept}-bytecode"}
    return {**os.environ, **ours, "PYTHONDONTWRITEBYTECODE": ""}


def spent(command: Sequence[str], folder: Path, kept: Path) -> Spent:
    """What one process of the command costs. Raises `RuntimeError` where it failed."""
    launched = subprocess.run(
        (sys.executable, "-I", "-S", str(_LAUNCHER), *command),
        cwd=folder,
        env=environment(kept),
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    cpu, wall, peak, code = map(float, launched.stdout.split())
    if code >= _FAILED:
        raise RuntimeError(f"exit code {code:.0f}: {' '.join(command)}")
    return Spent(cpu, wall, peak / 1_000)


def taking_turns(
    commands: Mapping[str, Sequence[str]],
    rounds: int,
    folder: Path,
    kept: Path,
    before: Callable[[str, int], object] = lambda name, number: None,
) -> dict[str, Spendings]:
    """Each command once unmeasured, then once a round, in `folder`.

    Before each `before` is told the name of the command and the number of the round.
    """
    taken: dict[str, list[Spent]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            before(name, number)
            found = spent(command, folder, kept)
            if number:
                taken[name].append(found)
    return {name: Spendings(each) for name, each in taken.items()}
