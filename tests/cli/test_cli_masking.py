"""What identifies a person is in no output, whatever rule prints the stretch and in whatever format."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from socialint.cli import main
from socialint.reporters import REPORTERS

DRAFTS = {
    "reply.txt": (
        "Hi Wilhelmina Quorn, our tea cures cancer, guaranteed! Your biopsy for the melanoma went to"
        " wilhelmina.quorn@example.com, chart MRN 00482913, on March 3. Order now."
    ),
    "calendar.csv": (
        "id,channel,copy,notes\n"
        '7,facebook,"Our clinic is open on Saturday.","was about our patient Wilhelmina Quorn and her melanoma"\n'
    ),
    "story.md": "---\nconsent: expired\n---\nOur patient Wilhelmina Quorn rang the bell after chemo with us!\n",
}
SECRETS = ("wilhelmina", "quorn", "00482913", "4829", "quorn@")


Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Everything that a call prints about the drafts, in small letters."""
    for name, text in DRAFTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def called(*arguments: str) -> str:
        code = main((*arguments, "--no-config", "--organisation", "clinic"))
        captured = capfd.readouterr()
        assert code in (0, 1), captured.err
        return (captured.out + captured.err).casefold()

    return called


def findings(printed: str) -> list[dict[str, Any]]:
    """Those of the JSON that stands first."""
    found: list[dict[str, Any]] = json.JSONDecoder().raw_decode(printed)[0]["findings"]
    return found


@pytest.mark.parametrize("name", REPORTERS)
def test_no_format_prints_a_letter_of_a_name_or_a_number(run: Run, name: str) -> None:
    printed = run("check", ".", "--format", name, "--min-severity", "info")
    assert "us-hipaa-patient-name-health" in printed
    assert "us-ftc-cure-guarantee" in printed
    assert not [secret for secret in SECRETS if secret in printed]


def test_statistics_print_no_post(run: Run) -> None:
    printed = run("check", ".", "--statistics")
    assert "us-hipaa-patient-name-health" in printed
    assert not [secret for secret in SECRETS if secret in printed]


def test_a_note_that_names_a_patient_is_found_and_masked(run: Run) -> None:
    found = findings(run("check", "calendar.csv", "--format", "json", "--quiet"))
    (note,) = [one for one in found if one["rule"] == "us-hipaa-patient-name-health"]
    assert (note["field"], note["excerpt"]) == ("internal", "[name 1]")


def test_the_main_place_is_the_person_and_the_rest_is_related(run: Run) -> None:
    found = findings(run("check", "story.md", "--format", "json", "--quiet"))
    (story,) = [one for one in found if one["rule"] == "us-hipaa-patient-name-health"]
    text = "Our patient Wilhelmina Quorn rang the bell after chemo with us!"
    assert text[story["start"] : story["end"]] == "Wilhelmina Quorn"
    assert "care" in {one["label"] for one in story["related"]}
    assert story["reason"] == "absent"


def shown(run: Run, text: str) -> str:
    """What is printed of a post, in small letters."""
    Path("post.txt").write_text(text, encoding="utf-8")
    return run("check", "post.txt", "--format", "json", "--quiet")


def test_days_and_places_beside_a_disclosure_are_masked(run: Run) -> None:
    printed = shown(
        run,
        "Little Wilhelmina Quorn of Elk Falls was in room 12 since last Monday, "
        "and our patient went home to Alder Street in October after her stroke.",
    )
    told = ("quorn", "elk falls", "room 12", "monday", "alder street", "october")
    assert "us-hipaa-patient-name-health" in printed
    assert not [one for one in told if one in printed]


def test_days_and_places_where_nobody_is_disclosed_are_shown(run: Run) -> None:
    printed = shown(run, "Our tea cures cancer! Come to Alder Street on Monday morning.")
    assert "us-ftc-cure-guarantee" in printed
    assert "[date" not in printed
    assert "[place" not in printed


def test_a_name_is_masked_with_its_title(run: Run) -> None:
    assert "mrs. [name" not in shown(run, "Mrs. Wilhelmina Quorn rang the bell after her chemo with us!")


def test_a_link_that_leads_to_somebody_is_masked_where_it_is_written(run: Run) -> None:
    printed = shown(
        run,
        "Our patient Wilhelmina Quorn is home after her stroke: https://portal.clinic.example/results/883021 says it all.",
    )
    assert "us-hipaa-device-net-ids" in printed
    assert "883021" not in printed
