"""Files of facts that a text cannot tell -> `Registers`: staff, contacts, products, consents, claims.

A register that is named and missing, or has a mistake in it, ends the run: a post judged without
what the organisation knows would be judged wrongly. Messages tell the file and the line and quote
nothing of a row.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from types import MappingProxyType

from socialint.errors import Problem, UserError
from socialint.model.leaves import Row
from socialint.model.records import REGISTERS, Registers
from socialint.registers.spreadsheets import SHEETS, read_sheet
from socialint.settings import Settings

__all__ = ["read_registers"]


def read_registers(settings: Settings, only: Collection[str] = REGISTERS) -> Registers:
    """The rows of every register that the settings name. Raises `UserError` with all mistakes.

    With `only`, those of these registers.
    """
    rows: dict[str, Sequence[Row]] = {}
    problems: list[Problem] = []
    for register, path in settings.registers.items():
        if register not in only:
            continue
        name = _shown(path)
        if not path.is_file():
            what = f"the {register} register is a folder" if path.is_dir() else f"no {register} register"
            key = f"registers.{register}"
            problems.append(settings.problem(key, f"{what}: {name}", hint=f"looked for it at {path}"))
            continue
        try:
            rows[register] = _rows(register, path, name)
        except UserError as error:
            problems += error.problems
    if problems:
        raise UserError(problems)
    return Registers(MappingProxyType(rows))


def _rows(register: str, path: Path, name: str) -> Sequence[Row]:
    if register not in SHEETS:
        from socialint.registers.records import read_records  # what reads YAML is much to import

        return read_records(register, path, name)
    rows, problems = read_sheet(register, _text(path, name), name)
    if problems:
        raise UserError(problems)
    return rows


def _text(path: Path, name: str) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise UserError(Problem(f"cannot be read: {reason}", name, hint="check the path")) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save it again as “CSV UTF-8”"
        raise UserError(Problem("this line is not UTF-8", name, line, hint=hint)) from None


def _shown(path: Path) -> str:
    """The path as messages show it: relative where it lies below the current folder."""
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)
