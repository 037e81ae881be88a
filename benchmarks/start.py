"""What does it cost to check one short post? The whole process, against a Python that does nothing."""

from __future__ import annotations

import pstats
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import Asked
from benchmarks.processes import environment, socialint, taking_turns
from benchmarks.tables import table

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_POST = "We are open on {} from nine to one. Come by and say hello at our new front desk."
_FILES = {
    "socialint.yaml": "organisation: {kind: clinic, name: Riverside}\nmarkets: [US]\n"
    "registers: {staff: staff.csv, contacts: contacts.yaml}\n",
    "staff.csv": "name,role,credentials\nAda Boone,Physician,MD\n",
    "contacts.yaml": "phones: [+1 202 555 0143]\n",
}
STEPS: Mapping[str, tuple[str, str]] = {
    "settings": ("cli/check.py", "_settings"),
    "ruleset, as it is kept": ("store/__init__.py", "ruleset"),
    "discover": ("discover/__init__.py", "discover"),
    "read": ("readers/__init__.py", "read"),
    "normalise and scan": ("linter.py", "_thread"),
    "judge and decide": ("judging.py", "judged"),
    "report": ("cli/outputs.py", "deliver"),
}
"""The steps of a run, and the function each is; what they import counts as theirs."""


def measure(asked: Asked) -> Iterator[str]:
    """Ratios of CPU time; then the steps and the imports that cost most."""
    with TemporaryDirectory() as place:
        folder, kept = Path(place, "drafts"), Path(place, "kept")
        folder.mkdir()
        for name, text in _FILES.items():
            folder.joinpath(name).write_text(text, encoding="utf-8")
        draft = folder / "one.md"
        folder.joinpath("known.md").write_text(_POST.format("Saturday"), encoding="utf-8")
        commands = {
            "`python -I -c pass`": (sys.executable, "-I", "-c", "pass"),
            "`python -c 'import click, regex'`": (sys.executable, "-c", "import click, regex"),
            "`socialint --version`": socialint("--version"),
            "`socialint check one.md`": socialint("check", "one.md"),
            "`socialint check known.md`": socialint("check", "known.md"),
            "`socialint check one.md --no-store`": socialint("check", "one.md", "--no-store"),
        }
        taken = taking_turns(
            commands,
            asked.rounds,
            folder,
            kept,
            before=lambda name, number: draft.write_text(_POST.format(_DAYS[number % len(_DAYS)])),
        )
        least = next(iter(taken.values()))
        rows = [(name, each.cpu, each.cpu_against(least), each.peak) for name, each in taken.items()]
        yield from table(["whole process", "CPU seconds", "against `pass`", "memory"], rows)
        yield from table(["step, with its imports", "share of the run"], _steps(folder, kept))
        yield from table(["import", "own ms", "of them in module"], _imports(folder, kept))


def _steps(folder: Path, kept: Path) -> Iterator[tuple[str, str]]:
    profile = folder.with_name("profile")
    _run(
        ("-m", "cProfile", "-o", str(profile), "-m", "socialint", "check", "one.md", "--no-cache"),
        folder,
        kept,
    )
    stats = pstats.Stats(str(profile)).stats  # type: ignore[attr-defined]
    whole = max(each[3] for each in stats.values())
    for step, (file, function) in STEPS.items():
        seconds = sum(
            each[3] for (path, _, name), each in stats.items() if path.endswith(file) and name == function
        )
        yield step, f"{seconds / whole:.0%}"


def _imports(folder: Path, kept: Path) -> Iterator[tuple[str, str, str]]:
    """What each package costs to import, without what it imports; and its dearest modules."""
    told = _run(("-X", "importtime", "-m", "socialint", "check", "one.md", "--no-cache"), folder, kept)
    modules: Counter[str] = Counter()
    for line in told.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if len(parts) == 3 and parts[0].strip().isdigit():
            modules[parts[2].strip()] += int(parts[0])
    packages: Counter[str] = Counter()
    for module, taken in modules.items():
        packages[_package(module)] += taken
    for package, taken in packages.most_common(8):
        inside = [one for one in modules.most_common() if _package(one[0]) == package]
        dearest = ", ".join(f"{name} {one / 1000:.1f}" for name, one in inside[:3])
        yield package, f"{taken / 1000:.0f}", dearest


def _package(module: str) -> str:
    top = module.partition(".")[0]
    return "the standard library" if top in sys.stdlib_module_names else top


def _run(arguments: tuple[str, ...], folder: Path, kept: Path) -> str:
    ran = subprocess.run(
        (sys.executable, *arguments),
        cwd=folder,
        env=environment(kept),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    return ran.stderr
