"""What a draft says to socialint: where a waiver is read, what it is for, and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.model.documents import Field, Part, Post
from socialint.model.findings import Edition, Finding
from socialint.model.places import Span
from socialint.model.policy import Category, Confidence, Severity
from socialint.model.waivers import Scope, Waiver
from socialint.waivers.applying import covers
from tests.readers.reading import document, post

NOTE = "socialint: waive us-cure -- the label"


def waivers(name: str, text: str) -> list[Waiver]:
    return [waiver for one in document(name, text).posts for waiver in one.waivers]


def covered(found: Post, word: str = "cures") -> list[str]:
    """What follows each `word` that the waivers of a post are for."""
    return [
        one.text[at + len(word) :].split()[0]
        for one in found.fields
        if one.part is Part.BODY
        for at in range(len(one.text))
        if one.text.startswith(word, at) and _is_covered(found, one, Span(at, at + len(word)))
    ]


def _is_covered(found: Post, where: Field, span: Span) -> bool:
    finding = Finding(
        rule="us-cure", category=Category.CLAIMS, severity=Severity.HIGH, confidence=Confidence.HIGH,
        message="", path="a", post="", field="body", location=where.locate(span), span=span, excerpt="",
        sentence="", marked=(), title="", why="", advice="", citations=(), jurisdiction="US", fingerprint="",
        words="", edition=Edition("key", ""),
    )  # fmt: skip
    placed = [replace(one, path="a", written_in="a", edition="key") for one in found.waivers]
    return any(covers(one, finding) for one in placed)


def test_a_note_says_all_that_a_waiver_has() -> None:
    (found,) = waivers(
        "a.md", "<!-- socialint: waive us-cure, us-x until=2027-01-31 by=ann@x.org for=post -- so it is -->\n"
    )
    assert (found.rules, found.reason, found.by) == (("us-cure", "us-x"), "so it is", "ann@x.org")
    assert (found.until, found.scope, found.fault) == (date(2027, 1, 31), Scope.POST, "")
    assert (found.location.line, found.location.column) == (1, 5)


@pytest.mark.parametrize(
    ("note", "fault"),
    [
        ("waive us-cure", "no reason"),
        ("waive us-cure --", "no reason"),
        ("waive -- the label", "no rule"),
        ("waive US_Cure -- the label", "is no rule"),
        ("allow us-cure -- the label", "does not begin"),
        ("waive us-cure for=ever -- the label", "`for`"),
        ("waive us-cure until=2027-02-30 -- the label", "`until`"),
        ("waive us-cure by=212-555-0147 -- the label", "`by`"),
        ("waive us-cure before=x -- the label", "not known"),
        ("waive us-cure by=a by=b -- the label", "twice"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_quoted(note: str, fault: str) -> None:
    (found,) = waivers("a.md", f"<!-- socialint: {note} -->\nText.\n")
    assert fault in found.fault and "label" not in found.fault


def test_a_dash_that_a_program_made_of_two_parts_the_reason_too() -> None:
    assert waivers("a.csv", "text,socialint\nTea.,waive us-cure — the label\n")[0].reason == "the label"


def test_the_reason_travels_with_the_file_and_the_note_does_not() -> None:
    found = post("a.md", f"<!-- {NOTE} -->\nText.\n")
    assert [(one.part, one.text) for one in found.fields] == [
        (Part.INTERNAL, "the label"),
        (Part.BODY, "Text."),
    ]


def test_a_comment_to_somebody_else_is_a_comment() -> None:
    found = post("a.md", "<!-- socialint found nothing here, says Ann -->\nText.\n")
    assert not found.waivers
    assert found.fields[0].text.strip() == "socialint found nothing here, says Ann"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.md", f"<!-- {NOTE} -->\ncures one\ncures two\n\ncures three\n", ["one", "two"]),
        ("a.md", f"cures none\n<!-- {NOTE} -->\ncures one\n", ["one"]),
        ("a.md", f"<!-- {NOTE} -->\n<!-- another -->\n\n# cures one\n\ncures two\n", ["one"]),
        ("a.md", f"<!-- {NOTE} -->\n\n- cures one\n- cures two\n\ncures three\n", ["one", "two"]),
        ("a.md", f"- cures none\n- <!-- {NOTE} -->\n  cures one\n\n  cures two\n- cures three\n", ["one"]),
        ("a.md", f"> <!-- {NOTE} -->\n> cures one\n\ncures two\n", ["one"]),
        ("a.md", f"> cures none\n> <!-- {NOTE} -->\n\ncures two\n", []),
        ("a.md", f"<div>\n<!-- {NOTE} -->\n<p>cures one</p>\n<p>cures two</p>\n</div>\n", ["one"]),
        ("a.md", f"cures none <!-- {NOTE} --> cures two\n\ncures three\n", []),
        ("a.mdx", f"{{/* {NOTE} */}}\n\ncures one\n\ncures two\n", ["one"]),
        ("a.html", f"<!-- {NOTE} --><p>cures <b>one</b></p><p>cures two</p>", ["one"]),
        ("a.html", f"<!-- {NOTE} --><p>cures one<p>cures two", ["one"]),
        ("a.html", f"<!-- {NOTE} --><div><p>cures one</p>cures two</div>cures three", ["one", "two"]),
        ("a.html", f"<!-- {NOTE} --><div><p>cures one</p> cures two", []),
        ("a.html", f"<div>cures none<!-- {NOTE} --></div><p>cures two</p>", []),
        ("a.html", f"<p><!-- {NOTE} -->cures <i>one</i></p>cures two", ["one"]),
        ("a.html", f"<ul><!-- {NOTE} --><li>cures one<li>cures two</ul>", ["one"]),
        ("a.html", f"<table><tr><!-- {NOTE} --><td>cures one<tr><td>cures two</table>", ["one"]),
        ("a.html", f"<table><!-- {NOTE} --><tr><td>cures one<tr><td>cures two</table>", ["one"]),
    ],
)  # fmt: skip
def test_a_comment_is_for_the_block_below_it(name: str, text: str, words: list[str]) -> None:
    assert covered(post(name, text)) == words


def test_what_the_head_of_a_file_says_holds_for_all_its_posts() -> None:
    text = f"---\n{NOTE}\n---\n## Post 1\n\ncures one\n\n## Post 2\n\ncures two\n"
    told = [covered(one) for one in document("a.md", text).posts]
    assert [one for one in told if one] == [["one"], ["two"]]


_BLOCKS = st.sampled_from(
    ["cures {}", "# cures {}", "- cures {}\n- and", "> cures {}", "1. cures {}", "a\n| - |\n| cures {} |",
     "<div>cures {}</div>", "<p>cures {}\n</p>", "cures {}\n===", "***", "<!-- aside -->"]
)  # fmt: skip


@given(st.lists(_BLOCKS, min_size=1, max_size=5), st.integers(0, 5), st.sampled_from(["\n", "\r\n"]))
def test_no_more_than_one_block_is_ever_waived(blocks: list[str], at: int, line_end: str) -> None:
    numbered = [block.format(f"n{number}") for number, block in enumerate(blocks)]
    numbered.insert(min(at, len(numbered)), f"<!-- {NOTE} -->")
    found = document("a.md", "\n\n".join(numbered).replace("\n", line_end)).posts
    above = {f"n{number}" for number in range(min(at, len(blocks)))}
    for one in found:
        words = set(covered(one))
        # Items with nothing but a blank line between them are one list.
        lists = blocks[at:].count("- cures {}\n- and") + blocks[at:].count("1. cures {}")
        assert len(words) <= max(1, lists)
        assert not words & above


_PIECES = st.lists(
    st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<li>", "</li>", "<ul>", "</ul>", "<br>", "<b>", "</b>", "cures x ", " "]),
    max_size=10,
)  # fmt: skip


@given(_PIECES, _PIECES)
def test_in_any_html_a_block_ends_before_its_surroundings(before: list[str], inside: list[str]) -> None:
    text = f"<section>{''.join(before)}<!-- {NOTE} -->{''.join(inside)}</section><p>cures outside</p>"
    for one in document("a.html", text).posts:
        assert "outside" not in covered(one)
