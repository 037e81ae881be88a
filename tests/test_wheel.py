"""The wheel holds everything: installed in an empty environment it lists the rules from anywhere."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_rules_and_vocabulary_are_in_the_wheel(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    shipped = {
        f"socialint/rules/{path.relative_to(ROOT / 'rules').as_posix()}"
        for path in (ROOT / "rules").rglob("*")
        if path.is_file()
    }
    assert shipped <= packed
    package = ROOT / "socialint"
    data = [
        *package.rglob("*.txt"),
        *filter(Path.is_file, (package / "starter").rglob("*")),
        *(package / "reporters/page").glob("report.*"),
        *(package / "history/page").glob("history.*"),
    ]
    assert {path.relative_to(ROOT).as_posix() for path in data} <= packed
    assert any(name.endswith("licenses/NOTICE") for name in packed)


def test_it_lists_the_rules_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    # The wheel alone in its environment; its dependencies are those of this one.
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )
    purelib = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    borrowed = [path for path in sys.path if path.endswith("site-packages")]
    (Path(purelib) / "borrowed.pth").write_text("\n".join(borrowed) + "\n", encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = subprocess.run(
        [python, "-I", "-m", "socialint", "rules", "--format", "json"],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["rules"]) >= 25
