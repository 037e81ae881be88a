"""One fixed report that every reporter shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from socialint.model.documents import Unread, UnreadKind
from socialint.model.findings import (
    Baselined,
    Coverage,
    Edit,
    Edition,
    Finding,
    Fix,
    ReadSource,
    Related,
    Report,
)
from socialint.model.places import Location, Span
from socialint.model.policy import Category, Citation, Confidence, Pack, Severity
from socialint.model.waivers import Waived

CURE = Finding(
    rule="us-ftc-cure-guarantee",
    category=Category.CLAIMS,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    message="promises a cure: “cures your arthritis”",
    path="content/december-calendar.csv",
    post="row 14",
    field="body",
    location=Location(14, 31, 14, 51, more_utf8=(5, 5), more_utf16=(1, 1)),
    span=Span(17, 37),
    excerpt="cures your arthritis",
    sentence="Our turmeric tea cures your arthritis while you sleep, and the first ten orders ship free.",
    marked=(Span(17, 22), Span(28, 37)),
    title="Promise of a cure",
    why="Nobody may promise that a product cures a disease unless sound human studies show it.",
    advice="Say what the product is, or what an authorized health claim allows. “A caffeine-free tea.”",
    citations=(Citation("15 USC 45(a)", date(2026, 11, 21)), Citation("15 USC 52")),
    jurisdiction="US",
    fingerprint="5f0c",
    words="relieves",
    edition=Edition("row", "words"),
    related=(Related(Span(28, 37), "disease"),),
)
SSN = replace(
    CURE,
    rule="us-hipaa-ssn",
    category=Category.PHI,
    severity=Severity.CRITICAL,
    message="shows a Social Security number: [SSN 1]",
    location=Location(14, 61, 14, 72),
    span=Span(47, 58),
    excerpt="[SSN 1]",
    sentence="Walter won! His number is [SSN 1].",
    marked=(Span(26, 33),),
    title="Social Security number",
    why="It names one person for life.",
    advice="Delete it.",
    citations=(Citation("45 CFR 164.514(b)(2)(i)(G)"),),
    fingerprint="9a1b",
    fix=Fix("delete the number", True, (Edit(Span(47, 58), ""),)),
    related=(),
)
ALT = replace(
    CURE,
    rule="us-504-alt-text",
    category=Category.ACCESS,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    message="a picture without a description",
    path="content/flu.md",
    post="",
    field="alt_text",
    location=Location(3, 1, 3, 9),
    span=Span(0, 8),
    excerpt="image \x1b[2J",
    sentence="image \x1b[2J\u202e 健康 at the clinic",
    marked=(Span(6, 14),),
    title="Picture without alt text",
    why="People who do not see it cannot know what it says.",
    advice="Describe it in one sentence.",
    citations=(Citation("45 CFR 84.84"),),
    fingerprint="77",
    related=(),
    reason="absent",
    cleared_by=("alt_text",),
)
HASHTAG = replace(
    ALT,
    rule="us-504-hashtag-case",
    severity=Severity.INFO,
    confidence=Confidence.LOW,
    message="run-together hashtag: #getyourflushot",
    field="body",
    location=Location(5, 1, 5, 16),
    span=Span(40, 55),
    excerpt="#getyourflushot",
    sentence="#getyourflushot",
    marked=(Span(0, 15),),
    title="Hashtag without capitals",
    why="A screen reader spells it out.",
    advice="Write #GetYourFluShot.",
    fix=Fix(
        "Write “#GetYourFluShot” instead",
        False,
        (Edit(Span(40, 55), "#GetYourFluShot", Location(5, 1, 5, 16)),),
    ),
    fingerprint="78",
    reason=None,
    cleared_by=(),
)


LABEL = replace(
    CURE,
    message="promises a cure: “relieves migraine”",
    path="content/flu.md",
    post="",
    location=Location(9, 4, 9, 21),
    fingerprint="79",
    related=(),
    waived=Waived(
        "the wording of the <label>, L-204",
        "legal@riverside.example",
        date(2027, 1, 31),
        "waivers.yaml, line 2",
        True,
    ),
)


@pytest.fixture
def report() -> Report:
    return Report(
        version="0.1.0",
        policy="sha256:abc",
        coverage=Coverage(
            sources=2,
            posts=32,
            rules=25,
            packs=(
                Pack("us-ftc", "Federal Trade Commission", "US", date(2026, 11, 21), "1"),
                Pack("us-hipaa", "HIPAA", "US", None, "1"),
            ),
            markets=("US",),
            today=date(2026, 11, 21),
            read=(
                ReadSource("content/december-calendar.csv", "c0ffee", 31, "utf-8"),
                ReadSource("content/flu.md", "beef", 1, "cp1252"),
            ),
            skipped={"unknown_type": 9, "ignored": 4, "excluded": 0},
            switched_off=("platform in internal/**",),
            relaxed={"consent": 1},
            partial=("US-TX",),
        ),
        findings=sorted([HASHTAG, ALT, CURE, SSN], key=lambda finding: finding.order),
        waived=[LABEL],
        baselined=Baselined(hidden=12, unused=2, expired=1),
        unread=[
            Unread("content/x.docx", "", "", UnreadKind.SOURCE, "not a Word file", "save it again as .docx"),
            Unread("content/flu.md", "", "image_text", UnreadKind.IMAGE_TEXT, "text in pictures is not read"),
        ],
    )


@pytest.fixture
def nothing(report: Report) -> Report:
    return replace(report, findings=[], unread=[], waived=[], baselined=None)
