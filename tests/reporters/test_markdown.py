"""The comment on a pull request: it fits, it obeys nothing in a post, and it calls nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from socialint.model.documents import Unread, UnreadKind
from socialint.model.findings import Report
from socialint.model.places import Span
from socialint.reporters import Look, render
from socialint.reporters.commonmark import plain
from socialint.reporters.markdown import COMMENT
from socialint.reporters.safe import safe

GFM = MarkdownIt("gfm-like", {"html": True, "linkify": False})


@given(
    st.text(st.characters(exclude_categories=["Cs"])) | st.text("*_`#@[]()<>&\\!|~$-+=.:/wa1 \n", max_size=30)
)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    page = BeautifulSoup(GFM.render(f"x {plain(text)} y"), "html.parser")
    assert page.get_text().replace("\u200b", "").split() == f"x {safe(text)} y".replace("\u200b", "").split()
    assert {tag.name for tag in page.find_all()} <= {"p"}


@pytest.mark.parametrize(
    "text", ["# a", "- a", "+ a", "1. a", "2) a", "> a", "    a", "```", "===", "<b>", "| a |"]
)
def test_no_beginning_of_a_text_begins_a_block(text: str) -> None:
    page = BeautifulSoup(GFM.render(f"{plain(text).strip()}\n"), "html.parser")
    assert [tag.name for tag in page.find_all()] == ["p"]


@pytest.mark.parametrize("text", ["@riverside", "#12", "https://tea.example", "www.tea.example"])
def test_nobody_is_called_and_nothing_is_linked(text: str) -> None:
    assert text not in plain(text)


def test_marked_words_are_bold(report: Report) -> None:
    assert "Our turmeric tea <b>cures</b> your <b>arthritis</b> while" in render("markdown", report, Look())


def test_a_comment_fits_and_says_what_it_left_out(report: Report) -> None:
    many = [
        replace(one, post=f"row {at}", sentence="健康 @a " * 80, marked=(Span(0, 2),))
        for at in range(200)
        for one in report.findings
    ]
    many.sort(key=lambda one: one.order)
    text = render("markdown", replace(report, findings=many), Look())
    assert len(text.encode()) <= COMMENT
    told = text.count("Why, and what to write instead")
    assert f"{len(many) - told} more findings had no room here" in text
    assert f"{400 - told} of them must be put right" in text


def test_a_clean_run_says_so(nothing: Report) -> None:
    assert render("markdown", nothing, Look()).startswith("### socialint: nothing must be put right\n")


def test_no_number_of_unread_inputs_makes_it_too_long(report: Report) -> None:
    unread = [
        Unread(f"{at}.docx", "", "", UnreadKind.SOURCE, f"damaged at byte {at} " * 9) for at in range(3000)
    ]
    text = render("markdown", replace(report, unread=unread), Look())
    assert len(text.encode()) <= COMMENT
    assert "3000 things could not be checked" in text
    assert text.count("Why, and what to write instead") == len(report.findings)
