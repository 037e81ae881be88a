"""Codes and turned letters are read as they are shown, and honest signs stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.text.decoding import decoded, hides_letters

from .texts import TEXTS, leads_back


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("&#74;ohn &#x4a;ohn Jos&eacute;", "John John José"),
        ("\\u0053usan \\x50aula \\u{41}nna", "Susan Paula Anna"),
        ("Anna%20Berg Jo%C3%A3o %4a%6Fy", "Anna Berg João Joy"),
        ("so \u202eztluhcS einafetS\u202c, anorexia", "so Stefanie Schultz, anorexia"),
        ("so \u2067\u202eétuaeB\u202c\u2069", "so \u2067Beauté\u2069"),
        ("ok sǝʌɐƎ ʇɹǝqɹoN left", "ok Norbert Eaves left"),
        ("ok ɹǝllǝʞ uoᴉɹɐɯ left", "ok Marion Keller left"),
    ],
)
def test_what_is_shown_is_read(written: str, shown: str) -> None:
    assert decoded(written).text == shown


@pytest.mark.parametrize(
    "text", ["50%20off", "100%", "AT&T; R&D", "C:\\users\\xray", "%zz %20", "[ˈkæɹɪn]", "%FF%FE", "&bogus;"]
)
def test_what_is_no_code_stays(text: str) -> None:
    assert decoded(text).text == text


def test_only_codes_of_plain_letters_hide_any() -> None:
    assert not hides_letters("O&#39;Brien Jos&eacute; Ann%20Ash Jo\\u00e3o")
    assert hides_letters("&#74;ohn")


_PIECES = st.sampled_from(
    [
        "&#74;",
        "&amp;",
        "\\u0041",
        "%41",
        "%C3%A3",
        "\u202e",
        "\u202c",
        "\u2067",
        "ɐɔǝɟ",
        "ab",
        " ",
        "\n",
        "e\u0301",
    ]
)


@given(st.one_of(TEXTS, st.lists(_PIECES, max_size=10).map("".join)))
def test_every_stretch_leads_back(text: str) -> None:
    leads_back(decoded(text), text)
