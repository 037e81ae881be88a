"""What each format shows of one fixed report, and what no format may do."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from socialint.model.documents import Unread, UnreadKind
from socialint.model.findings import Report
from socialint.model.places import Span
from socialint.model.policy import Confidence, Severity
from socialint.reporters import REPORTERS, Look, render
from socialint.reporters.marked import marked_lines
from socialint.reporters.paint import Paint
from socialint.reporters.safe import cells, safe
from socialint.reporters.schema import output_schema

GOLDEN = Path(__file__).parent / "golden"
LOOKS = {
    "text": ("text", Look(min_severity=Severity.LOW)),
    "text-color": ("text", Look(color=True, assumed_market="US")),
    "text-narrow": ("text", Look(width=50, min_severity=Severity.HIGH, fail_on=None)),
    "text-statistics": ("text", Look(statistics=True)),
    "concise": ("concise", Look()),
    **{name: (name, Look(folder="clinic")) for name in REPORTERS if name not in ("text", "concise")},
}


@pytest.mark.parametrize("name", LOOKS)
def test_the_report_looks_as_agreed(report: Report, name: str) -> None:
    format_name, look = LOOKS[name]
    golden = GOLDEN / f"{name}.txt"
    text = render(format_name, report, look)
    if os.environ.get("SOCIALINT_WRITE_GOLDEN"):
        golden.write_bytes(text.encode("utf-8"))
    assert text == golden.read_bytes().decode("utf-8")


@pytest.mark.parametrize("place", REPORTERS.values())
def test_every_name_in_the_table_resolves(place: str) -> None:
    module, _, function = place.partition(":")
    assert callable(getattr(import_module(module), function))


def test_the_json_is_what_its_schema_says(report: Report) -> None:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

    schema = output_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(render("json", report, Look())))
    assert not Draft202012Validator(schema).is_valid({"schema": 1})


def test_the_json_has_the_keys_of_the_contract_in_their_order(report: Report) -> None:
    run = json.loads(render("json", report, Look()))
    assert list(run) == ["schema", "tool", "coverage", "findings", "unread", "summary"]
    assert list(run["findings"][0]) == [
        *("rule", "category", "severity", "confidence", "message", "path", "post", "field"),
        *("line", "column", "end_line", "end_column", "start", "end", "excerpt", "why", "advice"),
        *("citations", "jurisdiction", "fix", "related", "reason", "cleared_by", "waived", "fingerprint"),
    ]
    assert list(run["unread"][0]) == ["path", "post", "part", "kind", "reason", "hint"]


def test_what_is_not_shown_is_still_counted(report: Report) -> None:
    look = Look(min_severity=Severity.HIGH, min_confidence=Confidence.MEDIUM)
    run = json.loads(render("json", report, look))
    standing = [finding["severity"] for finding in run["findings"] if finding["waived"] is None]
    assert standing == ["critical", "high"]
    assert run["summary"]["medium"] == 1
    assert "2 not shown." in render("text", report, look)


def test_a_line_of_jsonl_says_what_it_is(report: Report) -> None:
    lines = [json.loads(line) for line in render("jsonl", report, Look()).splitlines()]
    assert [line["type"] for line in lines] == ["finding"] * 5 + ["unread"] * 2 + ["summary"]
    assert lines[-1]["coverage"]["posts"] == 32


def test_what_is_waived_is_told_where_people_audit_and_nowhere_else(report: Report) -> None:
    waived = report.waived[0].message
    for name in ("text", "json", "jsonl", "html", "sarif"):
        assert waived in render(name, report, Look()), name
    for name in ("concise", "github", "gitlab", "junit", "rdjsonl", "csv", "markdown"):
        assert waived not in render(name, report, Look()), name


def test_who_waived_what_and_until_when_is_in_the_json(report: Report) -> None:
    run = json.loads(render("json", report, Look()))
    (waived,) = [finding["waived"] for finding in run["findings"] if finding["waived"]]
    assert waived == {
        "reason": "the wording of the <label>, L-204",
        "by": "legal@riverside.example",
        "until": "2027-01-31",
        "place": "waivers.yaml, line 2",
    }
    assert (run["summary"]["high"], run["summary"]["waived"], run["summary"]["baselined"]) == (1, 1, 12)


def test_silence_does_not_look_like_a_run_that_never_was(nothing: Report) -> None:
    text = render("text", nothing, Look())
    assert "Nothing to put right in 32 posts." in text
    assert "Read 2 files" in text


def test_a_reason_is_given_once_for_all_places(report: Report) -> None:
    unread = [
        Unread("a.csv", f"row {row}", "media 1", UnreadKind.IMAGE_TEXT, "not read", "write it down")
        for row in (11, 2)
    ]
    unread += [
        Unread("b.md", "", "", UnreadKind.IMAGE_TEXT, "not read", "write it down"),
        Unread("c.md", "", "", UnreadKind.SOURCE, "no such file"),
    ]
    text = render("text", replace(report, unread=unread), Look())
    assert (
        "Could not be checked\n\n"
        "  c.md: no such file\n\n"
        "  not read; write it down\n"
        "    a.csv: row 2, media 1; row 11, media 1\n"
        "    b.md\n\n"
    ) in text


def test_many_pictures_that_were_not_read_take_few_lines(nothing: Report) -> None:
    photos = [
        Unread(f"photo{at:02}.jpg", "", "", UnreadKind.IMAGE_TEXT, "words not read") for at in range(30)
    ]
    text = render("text", replace(nothing, unread=photos), Look())
    assert [name for name in (one.path for one in photos) if name in text] == [
        f"photo{at:02}.jpg" for at in range(5)
    ]
    assert "and 25 more files" in text
    assert render("concise", replace(nothing, unread=photos), Look()).count(".jpg") == 30


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    lines = render("text", report, Look(width=width, assumed_market="US")).splitlines()
    assert max(map(cells, lines)) <= width


@pytest.mark.parametrize("name", ["text", "concise"])
def test_a_post_cannot_steer_the_terminal(report: Report, name: str) -> None:
    nasty = "\x1b]0;title\x07 \x9b2J \u202e \ud800 a\nb\rc"
    finding = replace(
        report.findings[0], message=nasty, sentence=nasty, path=nasty, post=nasty, marked=(Span(0, 3),)
    )
    text = render(name, replace(report, findings=[finding]), Look())
    assert not set("\x1b\x07\x9b\u202e\ud800\r") & set(text)
    assert "\\x1b]0;title" in text


def test_safe_text_stays_as_it_is() -> None:
    assert safe("Grüße, 健康 👩‍⚕️ “quoted”") == "Grüße, 健康 👩‍⚕️ “quoted”"


def test_marks_stand_below_the_words_in_every_line() -> None:
    lines = marked_lines("It cures\n arthritis and 健康 too", (Span(3, 19), Span(24, 26)), 16, Paint(False))
    assert lines == ["It cures", "   ^^^^^", "arthritis and", "^^^^^^^^^", "健康 too", "^^^^"]


def test_a_long_sentence_is_cut_around_what_was_found() -> None:
    sentence = "word " * 200 + "cure " + "word " * 200
    lines = marked_lines(sentence, (Span(1000, 1004),), 70, Paint(False))
    assert lines[0].startswith("… word")
    assert lines[-1].endswith("word …")
    assert len(lines) < 8
    assert any("cure" in line for line in lines)
