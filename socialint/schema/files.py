"""A file, or a text, into the value that a shape describes; or all that is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from socialint.errors import Problem, UserError
from socialint.schema.shape import Reading, Refused, Shape
from socialint.schema.yaml import Node, NotYaml, from_data, parse

T = TypeVar("T")
MOST_BYTES = 16_000_000


def read_file(path: Path, shape: Shape[T], *, name: str = "", private: bool = False) -> T:
    """The value in a YAML file. Raises `UserError` with all that is wrong with the file.

    `name` is the path that messages show. With `private`, as for a register, they quote nothing
    of what stands in the file.
    """
    return read_text(decoded(path, name or str(path)), shape, name=name or str(path), private=private)


def read_text(text: str, shape: Shape[T], *, name: str = "", private: bool = False) -> T:
    """The value in a YAML text. Raises `UserError` with all that is wrong with it."""
    try:
        node = parse(text, name, private=private)
    except NotYaml as error:
        raise UserError(error.problem) from None
    return _read(node, shape)


def read_data(data: object, shape: Shape[T], *, name: str = "", private: bool = False) -> T:
    """The value in what was read otherwise, as a table of a TOML file."""
    return _read(from_data(data, name, private=private), shape)


def decoded(path: Path, name: str) -> str:
    """The text of a file in UTF-8. Raises `UserError`."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(Problem("this file is too big to be read", name, hint="split it"))
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            Problem(f"cannot be read: {error.strerror or 'unknown error'}", name, hint="check the path")
        ) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            Problem("this line is not UTF-8", name, line, hint="save the file again as UTF-8")
        ) from None


def _read(node: Node, shape: Shape[T]) -> T:
    reading = Reading()
    try:
        value = shape.read(node, reading)
    except Refused:
        raise UserError(reading.sorted()) from None
    if reading.problems:
        raise UserError(reading.sorted())
    return value
