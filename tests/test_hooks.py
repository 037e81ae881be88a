"""The hooks for pre-commit: which files they take, and a commit that they stop."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

from socialint import __version__
from socialint.readers import READERS, UNSUPPORTED, can_read
from tests.programs import ROOT, environment, git, program

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: Mapping[str, Any] = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}

TEMPLATES = [
    "page.njk",
    "page.md.liquid",
    "mail.txt.j2",
    "mail.html.erb",
    "deploy.sh.j2",
    "page.md.tmpl",
    "a.ejs",
]
ARCHIVES = ["data/tweets.js", "tweets-part1.js", "note-tweet.js", "tweet (1).js", "retweets.js", "app.js"]
OTHERS = ["Makefile", "src/main.py", "logo.svg", "md", "a.md.bak", "style.css"]


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize(
    "name",
    [
        *(f"drafts/May{suffix}" for suffix in sorted({*READERS, *UNSUPPORTED})),
        "LOUD.DOCX",
        *TEMPLATES,
        *ARCHIVES,
        *OTHERS,
    ],
)
def test_a_hook_takes_what_can_be_read(hook: str, name: str) -> None:
    assert bool(re.search(HOOKS[hook]["files"], name)) == can_read(name)


def test_the_hooks_differ_in_who_installs_socialint_alone() -> None:
    told = ("entry", "files", "require_serial", "stages", "minimum_pre_commit_version")
    own, system = HOOKS["socialint"], HOOKS["socialint-system"]
    assert {key: own[key] for key in told} == {key: system[key] for key in told}
    assert (own["language"], system["language"]) == ("python", "system")


def test_the_readme_names_the_hooks_and_their_version() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- pre-commit -->\n```yaml\n(.*?)```", readme, re.DOTALL)
    assert shown is not None
    (repository,) = yaml.safe_load(shown[1])["repos"]
    assert repository["rev"] == f"v{__version__}"
    assert [hook["id"] for hook in repository["hooks"]] == ["socialint"]
    assert set(re.findall(r"\bid: ([\w-]+)", shown[1])) == set(HOOKS)


def test_the_readme_tells_how_much_the_hook_installs() -> None:
    told = re.search(r"installs itself, about (\d+) MB", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert told is not None
    assert installed_size() / 1_000_000 == pytest.approx(int(told[1]), rel=0.15)


def installed_size() -> int:
    """Bytes of everything that socialint depends on, as it is installed here."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        waiting = list(tomllib.load(file)["project"]["dependencies"])
    installed: dict[str, Distribution] = {}
    while waiting:
        needed = Requirement(waiting.pop())
        if needed.name not in installed and (not needed.marker or needed.marker.evaluate({"extra": ""})):
            installed[needed.name] = distribution(needed.name)
            waiting += installed[needed.name].requires or []
    unique = {one.metadata["Name"]: one for one in installed.values()}
    files = (Path(str(file.locate())) for one in unique.values() for file in one.files or ())
    return sum(file.stat().st_size for file in files if file.is_file())


# --- commits of a repository of marketing copy ------------------------------------------------------

Run = Callable[..., subprocess.CompletedProcess[str]]

CONFIGURATION = """\
organisation: {kind: supplement}
markets: [US]
registers: {staff: registers/staff.csv}
exclude: [content/archive/**]
"""
CALM = "The library is open on Saturday.\n"
CURE = "Our tea cures diabetes, guaranteed! Order now.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Marketing copy whose pre-commit takes the hook from here, as it would from its home."""
    hooks, ours = tmp_path / "hooks", tmp_path / "copy"
    hooks.mkdir()
    shutil.copy(MANIFEST, hooks)
    git(hooks, "init", "-q")
    git(hooks, "add", "-A")
    git(hooks, "commit", "-q", "-m", "hooks")
    revision = git(hooks, "rev-parse", "HEAD").strip()
    files = {
        ".pre-commit-config.yaml": f"repos: [{{repo: '{hooks}', rev: {revision}, hooks: [{{id: socialint-system}}]}}]\n",
        "socialint.yaml": CONFIGURATION,
        "registers/staff.csv": "name,role,credentials\nDenise Harlow,Nurse,RN\n",
        "package.json": '{"description": "' + CURE.strip() + '"}\n',
        ".github/bot.yml": f"text: {CURE}",
        "content/archive/2021.md": CURE,
        "content/hours.md": CALM,
    }
    for name, text in files.items():
        (ours / name).parent.mkdir(parents=True, exist_ok=True)
        (ours / name).write_text(text, encoding="utf-8")
    git(ours, "init", "-q")
    git(ours, "add", "-A")
    return ours


@pytest.fixture
def hook(repository: Path, tmp_path: Path) -> Run:
    """`pre-commit run` with nothing but this checkout's socialint on the way."""
    programs = program(tmp_path / "programs").parent
    environ = environment(programs, PRE_COMMIT_HOME=str(tmp_path / "pre-commit"))

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", "--color=never", *arguments]
        return subprocess.run(
            command, cwd=repository, env=environ, capture_output=True, text=True, check=False
        )

    return run


@pytest.mark.skipif(sys.platform == "win32", reason="the program on the way is a shell script")
def test_a_commit_is_stopped_by_its_drafts_and_by_nothing_else(repository: Path, hook: Run) -> None:
    # Only the clinic's hours are a draft; project files, registers and the archive are not.
    passed = hook()
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout

    (repository / "content/new tea.md").write_text(CURE, encoding="utf-8")
    git(repository, "add", "-A")
    stopped = hook()
    assert stopped.returncode == 1
    assert "content/new tea.md" in stopped.stdout
    assert "us-ftc-cure-guarantee" in stopped.stdout
    assert "archive" not in stopped.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="the program on the way is a shell script")
def test_a_commit_without_drafts_passes(repository: Path, hook: Run) -> None:
    git(repository, "commit", "-q", "-m", "first")
    (repository / "package.json").write_text("{}\n", encoding="utf-8")
    git(repository, "add", "-A")
    ran = hook()
    assert ran.returncode == 0, ran.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="the program on the way is a shell script")
def test_one_of_many_files_is_enough(repository: Path, hook: Run) -> None:
    for number in range(300):
        (repository / f"content/{number}.txt").write_text(CALM, encoding="utf-8")
    (repository / "content/299.txt").write_text(CURE, encoding="utf-8")
    git(repository, "add", "-A")
    ran = hook("--all-files")
    assert ran.returncode == 1
    assert "content/299.txt" in ran.stdout
    assert "content/298.txt" not in ran.stdout
