"""Texts for the property tests, and what must hold for every reading of them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from socialint.model.views import Reading

_PIECES = st.sampled_from(
    [
        "cures ", "cancer", "d1abetes ", "c u r e s ", "c.u.r.e", "cu💊res ", "#curescancer ", "#MyBackPain ",
        "c**cer ", "cuuures ", "canc€r ", "dia-\nbetes ", "https://clinic.example/a ", "\r\n", "\n\n", "\u200b",
        "\u0301", "\u0336", "ß", "İ", "½", "…", "“", "’", "👨‍👩‍👧", "🇨🇺", "🇷", "1️⃣", "сure", "рак ", "Α",
        "ﬃ", "ᄀ", "ᅡ", "ㅏ", "Dr. ", "No. 1 ", ". ", "! ", "; ", ", but ", "(", ")", "- ", "\t", "\x00",
        "\x1f", "ａ", "𝐜", "🅰", "@me ", "\ud800", "ı", "が", "ﾞ", "क्ष", "¨", "´", "\u115f", "\ufeff",
    ]
)  # fmt: skip

TEXTS = st.one_of(
    st.text(),
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F)),
    st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=12).map("".join),
)
"""Any Unicode text, with what the text step cares about made likely."""


def leads_back(reading: Reading, text: str) -> None:
    """Every non-empty stretch of `reading` has a non-empty place in `text`, and they are in order."""
    if reading.starts is None or reading.ends is None:
        assert reading.starts is None and reading.ends is None
        assert len(reading.text) == len(text)
        return
    starts, ends = list(reading.starts), list(reading.ends)
    assert len(starts) == len(ends) == len(reading.text)
    assert [reading.starts[at] for at in range(len(starts))] == starts
    assert [reading.ends[at] for at in range(len(ends))] == ends
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert all(one <= other for one, other in pairwise(starts))
    assert all(one <= other for one, other in pairwise(ends))
    for start in range(len(starts)):
        for end in range(start + 1, min(len(starts), start + 8) + 1):
            span = reading.original(start, end)
            assert 0 <= span.start < span.end <= len(text)
