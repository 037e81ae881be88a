"""Which texts may hide a name, and that plain ones need not be searched."""

from __future__ import annotations

import pytest

from socialint.text.hiding import Hiding, hiding


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("M1ck3y", Hiding.SIGNS), ("K*r*n", Hiding.SIGNS), ("$usan", Hiding.SIGNS), ("Br-nd-n", Hiding.SIGNS),
        ("J o h n", Hiding.APART), ("J.o.h.n", Hiding.APART), ("[J][o][h][n]", Hiding.APART),
        ("so nhoJ, again", Hiding.BACKWARDS), ("TGVuYSBWb2d0Cg==", Hiding.CODE), ("Argaretmay", Hiding.CODE),
        ("&#74;ohn", Hiding.CHARACTERS), ("\\u004aohn", Hiding.CHARACTERS), ("%4Aohn", Hiding.CHARACTERS),
        ("J\u200bohn", Hiding.CHARACTERS), ("\u202enhoJ", Hiding.CHARACTERS), ("Jоhn", Hiding.CHARACTERS),
        ("Jo🌸hn", Hiding.CHARACTERS), ("⠚⠕⠓⠝", Hiding.CHARACTERS),
    ],
)  # fmt: skip
def test_a_disguise_is_told(text: str, way: Hiding) -> None:
    assert way in hiding(f"Meet {text} today")


@pytest.mark.parametrize(
    "text",
    [
        "Flu shots on Saturday, March 8, from 9 to 11.", "Call (555) 010-2000!", "50% off – today only 🎉",
        "Caf\u00e9 open. It’s free.", "COVID-19 and the heart", "DermaBeam by #HeartMonth", "A.D. 2026 in the USA",
    ],
)  # fmt: skip
def test_a_plain_text_hides_nothing(text: str) -> None:
    assert hiding(text) is Hiding.NOWHERE
