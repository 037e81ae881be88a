"""What other programs are given: SARIF, JUnit, GitHub, GitLab, reviewdog, a table for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from lxml import etree

from socialint.model.documents import Unread, UnreadKind
from socialint.model.findings import Edit, Finding, Fix, Report
from socialint.model.places import LineIndex, Origin, Segment, Span
from socialint.model.policy import Severity
from socialint.reporters import Look, render
from socialint.reporters.csv import cell
from socialint.reporters.github import MOST

SCHEMAS = Path(__file__).parent / "schemas"
NASTY = "a,b:c%d\r\n::error::no \x00\x1b[2J \ud800 \ufffe <b>&amp;</b> ]]> \"'"


def named(report: Report, rule: str) -> Finding:
    (found,) = [one for one in report.findings if one.rule == rule]
    return found


@pytest.fixture
def nasty(report: Report) -> Report:
    """A report whose every text is hostile."""
    names = ("message", "path", "post", "excerpt", "sentence", "title", "why", "advice")
    texts: dict[str, Any] = dict.fromkeys(names, NASTY)
    findings = [replace(one, **texts, marked=(Span(2, 9),)) for one in report.findings]
    unread = [Unread(NASTY, NASTY, NASTY, UnreadKind.SOURCE, NASTY, NASTY)]
    return replace(report, findings=findings, unread=unread)


class TestSarif:
    @pytest.fixture
    def run(self, report: Report) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(render("sarif", report, Look(folder="clinic")))["runs"][0]
        return loaded

    @pytest.mark.parametrize("which", ["report", "nothing", "nasty"])
    def test_it_is_what_the_standard_and_code_scanning_ask(
        self, which: str, request: pytest.FixtureRequest
    ) -> None:
        schema = json.loads((SCHEMAS / "sarif.json").read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        log = json.loads(render("sarif", request.getfixturevalue(which), Look()))
        Draft202012Validator(schema).validate(log)
        assert not Draft202012Validator(schema).is_valid({**log, "runs": [{"results": []}]})

    def test_columns_count_utf16(self, run: dict[str, Any]) -> None:
        regions = [one["locations"][0]["physicalLocation"]["region"] for one in run["results"]]
        assert regions[1] == {"startLine": 14, "startColumn": 32, "endLine": 14, "endColumn": 52}
        assert run["columnKind"] == "utf16CodeUnits"

    def test_paths_count_from_the_root_of_the_repository(self, run: dict[str, Any]) -> None:
        artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifact == {"uri": "clinic/content/december-calendar.csv", "uriBaseId": "SRCROOT"}

    def test_a_finding_is_known_by_our_fingerprint(self, run: dict[str, Any]) -> None:
        assert run["results"][1]["partialFingerprints"]["primaryLocationLineHash"] == "5f0c:1"

    def test_a_rule_is_described_once_with_help(self, run: dict[str, Any]) -> None:
        rules = run["tool"]["driver"]["rules"]
        assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [
            one["ruleId"] for one in run["results"]
        ]
        assert "**Write instead**" in rules[0]["help"]["markdown"]
        assert rules[0]["properties"]["security-severity"] == "9.5"

    def test_what_had_to_be_read_and_was_not_fails_the_invocation(self, report: Report) -> None:
        picture = [one for one in report.unread if one.kind is UnreadKind.IMAGE_TEXT]
        for unread, require, passed in (
            (report.unread, {"text"}, False),
            (picture, {"text"}, True),
            (picture, {"image_text"}, False),
        ):
            look = Look(require=frozenset(require))
            log = json.loads(render("sarif", replace(report, unread=unread), look))
            assert log["runs"][0]["invocations"][0]["executionSuccessful"] is passed

    def test_a_file_without_lines_has_a_line_all_the_same(self, report: Report) -> None:
        coverage = replace(
            report.coverage, read=tuple(replace(one, encoding="") for one in report.coverage.read)
        )
        log = json.loads(render("sarif", replace(report, coverage=coverage), Look()))
        places = [one["locations"][0]["physicalLocation"] for one in log["runs"][0]["results"]]
        assert {json.dumps(place["region"]) for place in places} == {'{"startLine": 1}'}


class TestJUnit:
    def document(self, report: Report, look: Look | None = None) -> etree._Element:
        return etree.fromstring(render("junit", report, look or Look()).encode())

    @pytest.mark.parametrize("which", ["report", "nothing", "nasty"])
    def test_it_is_what_its_schema_says(self, which: str, request: pytest.FixtureRequest) -> None:
        schema = etree.XMLSchema(file=str(SCHEMAS / "junit.xsd"))
        schema.assertValid(self.document(request.getfixturevalue(which)))
        assert not schema.validate(etree.fromstring("<testsuites/>"))

    @given(st.text())
    def test_any_text_makes_xml(self, text: str) -> None:
        from socialint.reporters.junit import _plain

        element = etree.Element("told", message=_plain(text))
        assert "\n" not in element.attrib["message"]

    def test_a_post_fails_by_what_fails_the_run(self, report: Report) -> None:
        for fail_on, failing in ((Severity.HIGH, 1), (Severity.MEDIUM, 2), (None, 0)):
            document = self.document(report, Look(fail_on=fail_on))
            assert len(document.findall(".//failure")) == failing == int(document.attrib["failures"])

    def test_what_fails_is_told_even_where_less_is_shown(self, report: Report) -> None:
        look = Look(fail_on=Severity.MEDIUM, min_severity=Severity.CRITICAL)
        assert self.document(report, look).attrib["failures"] == "2"

    def test_clean_drafts_pass(self, nothing: Report) -> None:
        cases = self.document(nothing).findall(".//testcase")
        assert [(case.attrib["classname"], len(case)) for case in cases] == [
            ("content/december-calendar.csv", 0),
            ("content/flu.md", 0),
        ]


class TestGitHub:
    def commands(self, report: Report, look: Look | None = None) -> list[str]:
        return render("github", report, look or Look()).splitlines()

    def test_a_post_cannot_write_a_command_of_its_own(self, nasty: Report) -> None:
        commands = self.commands(nasty)
        assert len(commands) == len(nasty.findings) + 1
        properties = [command.removeprefix("::").split("::")[0] for command in commands]
        assert all(one.count("file=") <= 1 and "%3A" in one for one in properties[1:])
        assert not any(character in "".join(commands) for character in "\r\x00\x1b")

    def test_no_level_has_more_than_are_shown(self, report: Report) -> None:
        many = [replace(one, fingerprint=str(at)) for at in range(12) for one in report.findings]
        commands = self.commands(replace(report, findings=sorted(many, key=lambda one: one.order)))
        for level in ("error", "warning", "notice"):
            assert sum(one.startswith(f"::{level} ") for one in commands) == MOST
        told = len(commands) - 3  # two for the unread, one for what is left
        assert commands[-1].startswith("::notice title=socialint::")
        assert f"{len(many) - told} more findings" in commands[-1]

    def test_a_stretch_of_several_lines_has_no_columns(self, report: Report) -> None:
        finding = report.findings[0]
        over = replace(finding, location=replace(finding.location, end_line=15))
        assert "col=" not in self.commands(replace(report, findings=[over], unread=[]))[0]


class TestGitLab:
    def test_an_issue_has_what_the_widget_needs(self, report: Report) -> None:
        issues = json.loads(render("gitlab", report, Look(folder="clinic")))
        assert [one["severity"] for one in issues] == [
            *("blocker", "critical", "major", "info"),
            *("critical", "info"),
        ]
        assert len({one["fingerprint"] for one in issues}) == len(issues)
        assert issues[1]["location"] == {
            "path": "clinic/content/december-calendar.csv",
            "lines": {"begin": 14, "end": 14},
        }


class TestReviewdog:
    def lines(self, report: Report) -> list[dict[str, Any]]:
        return [json.loads(line) for line in render("rdjsonl", report, Look()).splitlines()]

    def test_columns_count_bytes(self, report: Report) -> None:
        place = self.lines(report)[1]["location"]["range"]
        assert place == {"start": {"line": 14, "column": 36}, "end": {"line": 14, "column": 56}}

    def test_a_fix_is_suggested_where_the_file_holds_the_text_as_it_is(self, report: Report) -> None:
        suggested = [one["code"]["value"] for one in self.lines(report) if "suggestions" in one]
        assert suggested == ["us-504-hashtag-case"]

    @pytest.mark.parametrize("path", ["content/flu.csv", "content/flu.html", "content/flu.docx"])
    def test_nothing_is_suggested_where_quotes_or_markup_would_matter(
        self, report: Report, path: str
    ) -> None:
        finding = replace(named(report, "us-504-hashtag-case"), path=path)
        read = (*report.coverage.read, replace(report.coverage.read[1], path=path))
        coverage = replace(report.coverage, read=read)
        (line,) = self.lines(replace(report, coverage=coverage, findings=[finding], unread=[]))
        assert "suggestions" not in line

    def test_nothing_is_suggested_where_an_edit_has_no_place(self, report: Report) -> None:
        fix = Fix("", False, (Edit(Span(40, 55), "#GetYourFluShot"),))
        finding = replace(named(report, "us-504-hashtag-case"), fix=fix)
        (line,) = self.lines(replace(report, findings=[finding], unread=[]))
        assert "suggestions" not in line


class TestPlaces:
    TEXT = "né 💉 cures\nsoon"

    def test_columns_are_told_in_each_unit(self) -> None:
        place = Origin(LineIndex(self.TEXT)).locate(Span(5, 10))
        assert (place.column, place.end_column) == (6, 11)
        assert place.columns_utf16 == (7, 12)
        assert place.columns_utf8 == (10, 15)

    @given(st.text(), st.data())
    def test_columns_lead_back_to_the_line(self, text: str, data: st.DataObject) -> None:
        end = data.draw(st.integers(0, len(text)))
        start = data.draw(st.integers(0, end))
        place = Origin(LineIndex(text)).locate(Span(start, end))
        left = text[start - place.column + 1 : start]
        assert place.columns_utf16[0] == len(left.encode("utf-16-le", "surrogatepass")) // 2 + 1
        assert place.columns_utf8[0] == len(left.encode(errors="surrogatepass")) + 1

    @pytest.mark.parametrize(
        ("written", "text", "segments", "span", "fits"),
        [
            ("> our tea", "our tea", (Segment(0, 7, 2, 7),), Span(4, 7), True),
            ("a &amp; b", "a & b", (Segment(0, 2, 0, 2), Segment(2, 1, 2, 5), Segment(3, 2, 7, 2)), Span(2, 3), False),
            ("our tea\n", "our tea", (Segment(0, 7, 0, 7),), Span(7, 7), True),
            ("[our tea](https://tea.example)", "our tea", (Segment(0, 7, 1, 7),), Span(7, 7), False),
            ("our tea", "our tea", (), Span(4, 7), False),
        ],
        ids=["copied", "decoded", "at the end", "inside a link", "no file"],
    )  # fmt: skip
    def test_an_edit_has_a_place_where_the_file_says_the_same(
        self, written: str, text: str, segments: tuple[Segment, ...], span: Span, fits: bool
    ) -> None:
        assert (Origin(LineIndex(written), segments).verbatim(text, span) is not None) is fits


class TestTable:
    def rows(self, report: Report) -> list[dict[str, str]]:
        text = render("csv", report, Look())
        assert text.startswith("\ufeff")
        return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    def test_a_row_tells_a_finding_and_the_last_rows_the_unread(self, report: Report) -> None:
        rows = self.rows(report)
        assert [row["severity"] for row in rows] == ["critical", "high", "medium", "info", "unread", "unread"]
        assert rows[1]["law"] == "15 USC 45(a); 15 USC 52 (to be confirmed)"

    def test_hostile_text_stays_in_its_row(self, nasty: Report) -> None:
        assert len(self.rows(nasty)) == len(nasty.findings) + 1

    @given(st.text() | st.sampled_from(["=1+1", "-2", "@SUM(A1)", "\t=1", " =1", "x;=1+1", '"=1', "＝1"]))
    def test_no_cell_begins_a_formula(self, text: str) -> None:
        for part in cell(text).split(";"):
            assert part.lstrip(' \t\r\n"')[:1] not in tuple("=+-@\t\r＝＋－＠")
