"""Which configuration holds, and which are only spoken of."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint.settings import find_configuration, other_configurations


def write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        text = "[tool.socialint]\n" if name.endswith("pyproject.toml") else ""
        (root / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "paths", "cwd", "found"),
    [
        (["socialint.yaml"], [], ".", "socialint.yaml"),
        (["socialint.yaml", "content/a.md"], [], "content", "socialint.yaml"),
        (["pyproject.toml", "content/a.md"], [], "content", "pyproject.toml"),
        (["socialint.yaml", "pyproject.toml"], [], ".", "socialint.yaml"),
        (["socialint.yaml", "clinic/socialint.yaml"], ["clinic"], ".", "clinic/socialint.yaml"),
        (["socialint.yaml", "clinic/socialint.yaml"], ["clinic/socialint.yaml"], ".", "socialint.yaml"),
        (["a/socialint.yaml", "b/socialint.yaml"], ["a", "b"], ".", None),
        (["clinic/pyproject.toml"], ["clinic"], ".", None),
    ],
)
def test_one_configuration_holds(
    tmp_path: Path, files: list[str], paths: list[str], cwd: str, found: str | None
) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, *files)
    chosen = find_configuration([Path(path) for path in paths], cwd=tmp_path / cwd)
    assert chosen == (tmp_path / found if found else None)


def test_the_repository_is_the_end_of_the_way_up(tmp_path: Path) -> None:
    write(tmp_path, "socialint.yaml", "repository/.git/HEAD")
    assert find_configuration([], cwd=tmp_path / "repository") is None


def test_a_project_file_of_others_is_passed_by(tmp_path: Path) -> None:
    write(tmp_path, "socialint.yaml", "inner/x")
    (tmp_path / "inner" / "pyproject.toml").write_text("[tool.black]\n", encoding="utf-8")
    assert find_configuration([], cwd=tmp_path / "inner") == tmp_path / "socialint.yaml"


def test_configurations_deeper_in_the_tree_are_told(tmp_path: Path) -> None:
    write(
        tmp_path,
        "socialint.yaml",
        "a/socialint.yaml",
        "a/b/c/d.md",
        ".venv/socialint.yaml",
        "b/pyproject.toml",
    )
    chosen = tmp_path / "socialint.yaml"
    everywhere = other_configurations([], chosen, cwd=tmp_path)
    assert everywhere == [tmp_path / "a" / "socialint.yaml", tmp_path / "b" / "pyproject.toml"]
    on_the_way = other_configurations([Path("a/b/c/d.md")], chosen, cwd=tmp_path)
    assert on_the_way == [tmp_path / "a" / "socialint.yaml"]
