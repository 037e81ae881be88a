from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from socialint import store
from socialint.expressions import Compiled
from socialint.model.documents import Source
from socialint.model.findings import Finding
from socialint.pipeline import prepare
from socialint.readers import read
from socialint.settings import Choices, Settings, resolve
from socialint.store import expressions
from socialint.store import folder as places

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def clinic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the clinic of the examples, and a store that is empty."""
    copy = tmp_path / "clinic"
    shutil.copytree(EXAMPLES / "riverside-clinic", copy)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    return copy


def told(clinic: Path) -> Settings:
    return resolve(Choices(), [clinic], read=store.configuration)


def kept(clinic: Path, kind: str = "plan") -> list[Path]:
    return sorted((clinic.parent / "cache" / "socialint").glob(f"{kind}-*"))


def findings(settings: Settings) -> list[Finding]:
    linter = prepare(settings)
    drafts = sorted((settings.root / "content").rglob("*.md"))
    return [
        found
        for draft in drafts
        for found in linter.check(read(Source(draft.name, draft.read_bytes()))).findings
    ]


@pytest.fixture
def never_compiled(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on, what is not kept cannot be had."""

    def refuse(settings: Settings) -> None:
        raise AssertionError("compiled anew")

    return lambda: monkeypatch.setattr(store, "_compiled", refuse)


def test_a_kept_ruleset_finds_what_a_compiled_one_finds(
    clinic: Path, never_compiled: Callable[[], None]
) -> None:
    compiled = findings(replace(told(clinic), store=False))
    assert compiled
    assert findings(told(clinic)) == compiled
    never_compiled()
    assert findings(told(clinic)) == compiled


def test_without_a_store_nothing_is_left(clinic: Path) -> None:
    prepare(replace(told(clinic), store=False))
    assert not kept(clinic)


def test_only_its_user_may_look_into_the_store(clinic: Path) -> None:
    prepare(told(clinic))
    (plan,) = kept(clinic)
    assert plan.parent.stat().st_mode & 0o777 == 0o700
    assert plan.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of Unix")
def test_a_folder_that_others_may_write_to_is_not_believed(clinic: Path) -> None:
    prepare(told(clinic))
    (plan,) = kept(clinic)
    plan.parent.chmod(0o777)
    assert places.kept(plan.parent, plan.name) is None


@pytest.mark.parametrize("at", [0, 5, 20, 60, 4_000, -1])
def test_bytes_that_are_not_whole_are_made_anew_without_a_word(
    clinic: Path, at: int, capsys: pytest.CaptureFixture[str]
) -> None:
    before = findings(told(clinic))
    (plan,) = kept(clinic)
    good = plan.read_bytes()
    damaged = bytearray(good)
    damaged[at] ^= 1
    plan.write_bytes(damaged)
    assert findings(told(clinic)) == before
    assert places.kept(plan.parent, plan.name) is not None
    plan.write_bytes(good[: len(good) // 2])
    assert findings(told(clinic)) == before
    assert capsys.readouterr() == ("", "")


def test_another_rule_another_plan(clinic: Path) -> None:
    prepare(told(clinic))
    house = clinic / "policy" / "house.yaml"
    house.write_text(house.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    prepare(told(clinic))
    assert len(kept(clinic)) == 2


def test_another_register_another_plan_but_for_consents(clinic: Path) -> None:
    prepare(told(clinic))
    for register, plans in (("consents.csv", 1), ("staff.csv", 2)):
        file = clinic / "registers" / register
        file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n\n", encoding="utf-8")
        prepare(told(clinic))
        assert len(kept(clinic)) == plans


def test_a_list_that_changed_is_read_anew(clinic: Path) -> None:
    words = clinic / "elsewhere.txt"
    words.write_text("glumforp\n", encoding="utf-8")
    house = clinic / "policy" / "house.yaml"
    house.write_text(
        house.read_text(encoding="utf-8").rstrip()
        + "\n\n  - id: house-words\n    title: House words\n    category: topics\n    severity: low\n"
        "    confidence: high\n    citations: [{law: House policy, checked: null}]\n"
        "    match: {list: ../elsewhere.txt}\n    message: m\n    why: w\n    advice: a\n"
        "    examples: {bad: [{text: glumforp, because: x}], good: [{text: no, because: x}]}\n",
        encoding="utf-8",
    )

    def found(word: str) -> bool:
        post = Source("post.txt", word.encode())
        return "house-words" in [one.rule for one in prepare(told(clinic)).check(read(post)).findings]

    assert found("glumforp")
    assert not found("snarkle")
    words.write_text("snarkle\n", encoding="utf-8")
    assert found("snarkle")
    assert not found("glumforp")


def test_nothing_of_a_consent_is_kept(clinic: Path) -> None:
    findings(told(clinic))
    with (clinic / "registers" / "consents.csv").open(encoding="utf-8", newline="") as file:
        people = [row["person"] for row in csv.DictReader(file)]
    assert people
    stored = b"".join(file.read_bytes() for file in kept(clinic, "*"))
    assert not [name for name in people if name.encode() in stored]


def test_a_store_inside_what_is_checked_is_not_used(clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(clinic / ".cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(clinic / ".cache"))
    prepare(told(clinic))
    assert not (clinic / ".cache").exists()


def test_what_is_asked_for_is_not_the_oldest(clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "MOST", 2)
    place = clinic.parent / "cache" / "socialint"
    for number, name in enumerate(("plan-1", "plan-2")):
        places.keep(place, name, b"x")
        os.utime(place / name, (number, number))
    assert places.kept(place, "plan-1") == b"x"
    places.keep(place, "plan-3", b"x")
    assert sorted(one.name for one in place.iterdir()) == ["plan-1", "plan-3"]


def test_no_more_than_so_much_is_kept(clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "MOST", 3)
    place = clinic.parent / "cache" / "socialint"
    for number in range(5):
        places.keep(place, f"plan-{number}", b"x")
    assert len(list(place.iterdir())) == 3


_AGAIN = """
import sys
from socialint.cli import main
code = main(["check", "--quiet", "note.md"])
late = {"yaml", "presidio_analyzer", "spacy", "rich", "pydantic", "pathspec", "rapidfuzz", "lxml", "PIL",
        "hyperscan", "re2", "socialint.compiler", "socialint.policy", "socialint.schema",
        "socialint.settings.configuration", "socialint.readers.yaml_values", "socialint.reporters.json"}
print(code, sorted(late & set(sys.modules)))
"""


def test_the_second_run_parses_no_rule_and_imports_nothing_for_it(clinic: Path) -> None:
    (clinic / "note.md").write_text("Our doors are open until nine, come as you are.\n", encoding="utf-8")
    outputs = [
        subprocess.run(
            [sys.executable, "-c", _AGAIN], cwd=clinic, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert "socialint.compiler" in outputs[0]
    assert outputs[1].split("\n")[-2] == "0 []"


_COMPILED = """
from socialint.cli import main
from socialint.expressions import COMPILED
main(["check", "--quiet", "--format", "csv", "--no-cache", "note.md"])
print(COMPILED.learned() is None)
"""


def checked(clinic: Path) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", _COMPILED], cwd=clinic, capture_output=True, text=True, check=True
    )
    return ran.stdout


def test_the_second_run_compiles_no_expression(clinic: Path) -> None:
    (clinic / "note.md").write_text("Nobody cures cancer with tea.\n", encoding="utf-8")
    first, second = checked(clinic), checked(clinic)
    assert (first.splitlines()[-1], second.splitlines()[-1]) == ("False", "True")
    assert first.splitlines()[:-1] == second.splitlines()[:-1]


def test_of_expressions_nothing_is_kept_that_a_register_says(clinic: Path) -> None:
    with (clinic / "registers" / "staff.csv").open(encoding="utf-8", newline="") as file:
        staff = [row["name"] for row in csv.DictReader(file)]
    (clinic / "note.md").write_text(f"{' and '.join(staff)} cure cancer.\n", encoding="utf-8")
    checked(clinic)
    (stored,) = kept(clinic, "expressions")
    words = stored.read_bytes().lower()
    assert staff
    assert not [
        part for name in staff for part in name.split() if len(part) > 4 and part.lower().encode() in words
    ]


def test_no_more_expressions_are_kept_than_were_used_last(
    clinic: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expressions, "MOST", 3)
    monkeypatch.setattr(expressions, "COMPILED", compiled := Compiled())
    for letter in "abcde":
        compiled.pattern((letter, 0))
    store.keep_learned(told(clinic))
    monkeypatch.setattr(expressions, "COMPILED", again := Compiled())
    store.begin(told(clinic))
    again.pattern(("d", 0))
    assert again.learned() is None
    again.pattern(("b", 0))
    assert list(again.learned() or ()) == [("c", 0), ("e", 0), ("d", 0), ("b", 0)]
