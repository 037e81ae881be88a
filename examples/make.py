"""Makes the examples that are no text files: `python examples/make.py`. The same bytes each time.

Each module of `making` holds a table of files, by their path below this folder, and what makes them.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
KINDS = ("newsletters", "decks", "calendars", "proofs", "pictures")


def main() -> None:
    """Write every file in its place."""
    for kind in KINDS:
        for path, make in import_module(f"making.{kind}").FILES.items():
            (HERE / path).write_bytes(make())


if __name__ == "__main__":
    main()
