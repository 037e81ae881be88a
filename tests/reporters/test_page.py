"""The page for a compliance officer: whole in itself, safe against any text, usable by anybody."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialint.model.documents import Unread, UnreadKind
from socialint.model.findings import Report
from socialint.model.places import Span
from socialint.model.policy import Severity
from socialint.reporters import Look, render

STYLE = Path(__file__).parents[2] / "socialint/reporters/page/report.css"
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover='alert(3)' "
    "</style></title></blockquote>{{ 7 * 7 }}{% raw %}]]><!-- &lt;b&gt; javascript:alert(4) \x00\x1b\u202e\ud800"
)


def page(report: Report, look: Look | None = None) -> BeautifulSoup:
    return BeautifulSoup(render("html", report, look or Look()), "html.parser")


def with_text(report: Report, text: str) -> Report:
    names = ("message", "path", "post", "field", "excerpt", "sentence", "title", "why", "advice", "rule")
    texts: dict[str, Any] = {**dict.fromkeys(names, text), "sentence": f"{text}!"}
    marked = (Span(0, len(text) // 2),)
    return replace(
        report,
        findings=[replace(one, **texts, marked=marked, cleared_by=(text,)) for one in report.findings],
        unread=[Unread(text, text, text, UnreadKind.SOURCE, text, text)],
        policy=text,
        coverage=replace(report.coverage, switched_off=(text,), relaxed={text: 1}, partial=(text,)),
    )


def skeleton(found: BeautifulSoup) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every element and the names of its attributes."""
    yield from ((tag.name, tuple(tag.attrs)) for tag in found.find_all())


def test_no_text_becomes_markup(report: Report) -> None:
    harmless, hostile = page(with_text(report, "x" * 200)), page(with_text(report, HOSTILE))
    assert list(skeleton(hostile)) == list(skeleton(harmless))
    assert not set("\x00\x1b\u202e\ud800") & set(hostile.decode())
    assert "{{ 7 * 7 }}" in hostile.get_text()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(min_size=2))
def test_no_text_at_all_becomes_markup(report: Report, text: str) -> None:
    harmless, any_text = page(with_text(report, "xx")), page(with_text(report, text))
    assert sum(1 for _ in skeleton(any_text)) <= sum(1 for _ in skeleton(harmless))
    assert {name for name, _ in skeleton(any_text)} <= {name for name, _ in skeleton(harmless)}


def test_nothing_comes_from_elsewhere_and_only_our_script_may_run(report: Report) -> None:
    found = page(report)
    for tag in found.find_all():
        assert not {"src", "srcset", "action", "style", "onclick", "onload"} & set(tag.attrs)
        assert str(tag.get("href", "#")).startswith("#")
    policy = found.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert isinstance(policy, Tag)
    allowed = str(policy["content"])
    assert allowed.startswith("default-src 'none'; ")
    for name in ("script", "style"):
        (tag,) = found.find_all(name)
        digest = base64.b64encode(hashlib.sha256(tag.get_text().encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in allowed
    assert "@import" not in found.decode()
    assert "url(" not in found.decode()


def test_all_is_there_without_the_script(report: Report) -> None:
    found = page(report)
    assert [tag.name for tag in found.find_all(hidden=True)] == ["form"]
    assert len(found.select("article.finding")) == len(report.findings)


def test_a_finding_tells_what_an_officer_asks(report: Report) -> None:
    article = page(report).select("article.finding")[1]
    assert [mark.get_text() for mark in article.select("blockquote mark")] == ["cures", "arthritis"]
    assert [term.get_text() for term in article.select("dt")] == ["Why", "Write instead", "Law", "Rule"]
    assert "15 USC 52 to be confirmed" in article.get_text()


def test_what_a_rule_said_above_is_folded_and_still_there(report: Report) -> None:
    again = replace(report.findings[1], post="row 15", fingerprint="other")
    found = page(replace(report, findings=[report.findings[1], again]))
    first, second = found.select("article.finding")
    assert not first.find("details")
    assert "Nobody may promise" in second.select_one("details dl").get_text()  # type: ignore[union-attr]


def test_it_says_what_was_read_and_what_was_not(report: Report) -> None:
    text = " ".join(page(report).get_text(" ").split())
    for told in ("not a Word file", "cp1252", "platform in internal/**", "1 by consent", "sha256:abc"):
        assert told in text
    assert "9 of unknown type, 4 ignored" in text


@pytest.mark.parametrize(
    ("which", "verdict"),
    [
        ("report", "2 findings must be put right before publishing"),
        ("nothing", "Nothing must be put right before publishing"),
    ],
)
def test_the_first_line_is_the_verdict(which: str, verdict: str, request: pytest.FixtureRequest) -> None:
    found = page(request.getfixturevalue(which))
    assert found.select_one("h1").get_text() == verdict  # type: ignore[union-attr]


def test_an_unread_draft_is_never_told_as_clean(report: Report) -> None:
    found = page(replace(report, findings=[]))
    assert found.select_one("h1").get_text() == "Not everything could be checked"  # type: ignore[union-attr]


def test_a_filter_offers_what_there_is(report: Report) -> None:
    found = page(report)
    offered = {
        str(select["name"]): [str(option["value"]) for option in select.find_all("option")][1:]
        for select in found.find_all("select")
    }
    assert offered["severity"] == ["critical", "high", "medium", "info"]
    assert offered["draft"] == ["content/december-calendar.csv", "content/flu.md"]
    assert "15 USC 52" in offered["law"]
    assert all(select.find_parent("label") for select in found.find_all("select"))


def test_headings_go_down_one_step_at_a_time(report: Report) -> None:
    levels = [int(tag.name[1]) for tag in page(report).find_all(re.compile("h[1-6]"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_findings_that_are_not_shown_are_counted(report: Report) -> None:
    assert "2 findings below the level" in page(report, Look(min_severity=Severity.HIGH)).get_text()


def _colours() -> Iterator[tuple[str, dict[str, str]]]:
    """The colours by name: in light, in the dark, on paper."""
    for number, block in enumerate(
        re.findall(r":root \{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.DOTALL)
    ):
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))
        yield ("light", "dark", "paper")[number], colours


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("scheme", "colours"), list(_colours()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_letters_stand_out_from_what_is_behind_them(scheme: str, colours: dict[str, str]) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    pairs = [(one, "paper") for one in ("ink", "quiet", "critical", "high", "medium", "low", "info")]
    pairs += [
        ("ink", "ground"),
        ("quiet", "ground"),
        ("accent", "ground"),
        ("ink", "mark"),
        ("high", "ground"),
    ]
    for front, back in pairs:
        light, dark = sorted((_luminance(colours[front]), _luminance(colours[back])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (scheme, front, back)
