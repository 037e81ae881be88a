"""How long do the rows of a big JSONL or CSV file take, against parsing them; what do two processes save?"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import Asked, corpus
from benchmarks.processes import socialint, taking_turns
from benchmarks.tables import table

_ROWS = (10_000, 50_000)
_PHRASES = 200
_PARSE = "import json, sys\nfor line in open(sys.argv[1], encoding='utf-8'): json.loads(line)"


def measure(asked: Asked) -> Iterator[str]:
    """Ratios of CPU and of wall time, and the memory of the biggest process."""
    with TemporaryDirectory() as place:
        folder, kept = Path(place, "house"), Path(place, "kept")
        folder.mkdir()
        phrases = corpus.terms(_PHRASES)
        corpus.house(folder, phrases)
        posts = corpus.posts(max(_ROWS), phrases)
        for count in _ROWS:
            lines = (json.dumps({"id": f"p{at}", "text": text}) for at, text in enumerate(posts[:count]))
            name = f"{count}.jsonl"
            folder.joinpath(name).write_text("\n".join(lines) + "\n", encoding="utf-8")
            table_name = f"{count}.csv"
            with folder.joinpath(table_name).open("w", encoding="utf-8", newline="") as file:
                records = ((f"p{at}", text) for at, text in enumerate(posts[:count]))
                csv.writer(file).writerows([("id", "text"), *records])
            check = socialint("check", name, "-f", "concise", "--fail-on", "never")
            as_csv = socialint("check", table_name, "-f", "concise", "--fail-on", "never")
            commands = {
                "`json.loads` a line": (sys.executable, "-c", _PARSE, name),
                "socialint, one process": (*check, "--no-cache", "--jobs", "1"),
                "socialint, two processes": (*check, "--no-cache", "--jobs", "2"),
                "socialint, the same as CSV": (*as_csv, "--no-cache", "--jobs", "1"),
                "socialint, nothing changed since": check,
            }
            taken = taking_turns(commands, asked.rounds, folder, kept)
            least, one, *_ = taken.values()
            rows = [
                (name, each.cpu, each.cpu_against(least), each.wall_against(one), each.peak)
                for name, each in taken.items()
            ]
            head = [
                f"{count:,} rows",
                "CPU seconds",
                "CPU against `json.loads`",
                "wall against one process",
                "memory",
            ]
            yield from table(head, rows)
