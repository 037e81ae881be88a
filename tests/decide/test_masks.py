"""What identifies a person is never shown, wherever a post is printed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from socialint.decide import masks, shorten, show
from socialint.model.documents import Field, Part
from socialint.model.findings import Mask
from socialint.model.matches import Place
from socialint.model.places import Span
from socialint.text import Normaliser

VIEW = Normaliser(()).view(Field.plain(Part.BODY, "Ann 123 called Bob 456; Ann 123 again."))


def place(start: int, end: int, kind: str) -> Place:
    return Place(0, Span(start, end), kind)


def test_the_same_words_have_the_same_number() -> None:
    sure = [place(0, 3, "NAME"), place(15, 18, "NAME"), place(24, 27, "NAME")]
    assert [one.shown for one in masks(sure, (), [VIEW])[0]] == ["[NAME 1]", "[NAME 2]", "[NAME 1]"]


def test_what_took_part_in_a_match_knows_its_kind_best() -> None:
    shown = masks([place(4, 7, "MRN")], [place(0, 7, "LICENSE"), place(19, 22, "LICENSE")], [VIEW])[0]
    assert [(one.span, one.shown) for one in shown] == [
        (Span(0, 7), "[MRN 1]"),
        (Span(19, 22), "[LICENSE 1]"),
    ]


def test_a_mask_that_reaches_over_the_end_is_shown_whole() -> None:
    text = "call Ann Lee now"
    assert show(text, Span(0, 8), [Mask(Span(5, 12), "[NAME 1]")])[0] == "call [NAME 1]"
    assert show(text, Span(8, 16), [Mask(Span(5, 12), "[NAME 1]")])[0] == "[NAME 1] now"


def test_marks_move_with_the_text() -> None:
    text = "the MRN 00482913 stands here"
    shown, marked = show(text, Span(0, 28), [Mask(Span(8, 16), "[MRN 1]")], [Span(4, 16), Span(17, 23)])
    assert shown == "the MRN [MRN 1] stands here"
    assert [shown[one.start : one.end] for one in marked] == ["MRN [MRN 1]", "stands"]


@st.composite
def texts_and_masks(draw: st.DrawFn) -> tuple[str, list[Mask], Span]:
    text = draw(st.text(alphabet="abc é😀", min_size=1, max_size=40))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    secret = [Mask(span, "[X 1]") for span in spans]
    masked = "".join(
        "#" if any(span.start <= at < span.end for span in spans) else mark for at, mark in enumerate(text)
    )
    return masked, secret, Span(start, end)


@given(texts_and_masks())
def test_no_masked_character_is_ever_shown(case: tuple[str, list[Mask], Span]) -> None:
    text, secret, span = case
    shown, _ = show(text, span, secret, [span])
    assert "#" not in shown
    kept = "".join(mark for mark in text[span.start : span.end] if mark != "#")
    assert shown.replace("[X 1]", "") == kept


@given(st.text(), st.integers(20, 200))
def test_a_shortened_text_is_one_line_and_not_much_longer(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert "\n" not in short
    assert len(short) <= max(limit + 3, len(" ".join(text.split())) if len(text) <= limit else limit + 3)
