"""This checkout's socialint as a program, and git, for tests of those who call them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def program(folder: Path) -> Path:
    """A `socialint` in this folder that runs this checkout, with the same Python."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "socialint"
    file.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m socialint "$@"\n')
    file.chmod(0o755)
    return file


def environment(programs: Path, **more: str) -> dict[str, str]:
    """The environment, with a folder of programs before all others and nothing that leads git astray."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"} | more


def git(folder: Path, *arguments: str) -> str:
    """What git prints when it is called in the folder."""
    who = ("-c", "user.name=Robin", "-c", "user.email=robin@example.com", "-c", "commit.gpgsign=false")
    command = ["git", *who, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment(folder), check=True, capture_output=True, text=True
    )
    return done.stdout
