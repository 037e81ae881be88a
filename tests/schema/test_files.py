"""A file that cannot be read is told as the user's to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint.errors import UserError
from socialint.schema import mapping_of, read_file, text

ANY = mapping_of(text())


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffa: é\r\nb: no\r\n".encode())
    assert read_file(path, ANY) == {"a": "é", "b": "no"}


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"a\.yaml: cannot be read: No such file"):
        read_file(tmp_path / "a.yaml", ANY, name="a.yaml")


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("a: b\nb: é\n".encode("cp1252"))
    with pytest.raises(UserError, match=r"a\.yaml:2: this line is not UTF-8"):
        read_file(path, ANY, name="a.yaml")
