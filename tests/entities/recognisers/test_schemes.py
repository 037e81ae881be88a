"""Which numbers are right, how people write them, and what only looks like one."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import cycle, product
from string import ascii_uppercase, digits

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum import iban, luhn
from stdnum.be import nn
from stdnum.ca import bc_phn, sin
from stdnum.es import dni, nie
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.ie import pps
from stdnum.it import codicefiscale
from stdnum.nl import bsn
from stdnum.no import fodselsnummer
from stdnum.se import personnummer

from socialint.entities.recognisers import SCHEMES, Evidence

from .numbers import RIGHT, WRONG, found

SEPARATORS = ("", " ", "-", ".", "/", "\u00a0", "\u2009", "–", " - ", "_")


@pytest.mark.parametrize(("kind", "number"), [(kind, one) for kind, many in RIGHT.items() for one in many])
def test_a_right_number_is_found_at_its_place(kind: str, number: str) -> None:
    [(words, evidence)] = found(kind, f"We saw {number}, and went on. ✨")
    assert words == number
    assert evidence in (Evidence.FORM, Evidence.CHECK)


@pytest.mark.parametrize(("kind", "number"), [(kind, one) for kind, many in WRONG.items() for one in many])
def test_a_wrong_number_is_a_shape_at_most(kind: str, number: str) -> None:
    assert {evidence for _, evidence in found(kind, f"We saw {number}, and went on. ✨")} <= {Evidence.SHAPE}


def test_every_scheme_has_an_example() -> None:
    # No right number of these is known: regions and provinces publish no check digit.
    assert set(SCHEMES) - set(RIGHT) == {"ES_CIP", "CA_HEALTH_CARD"}


ISSUED = {
    "GB_NHS": r"\d{10}", "NL_BSN": r"\d{9}", "DE_KVNR": r"[A-Z]\d{9}", "FR_NIR": r"[12]\d\d(0[1-9]|1[0-2])\d{10}",
    "BE_NN": r"\d\d(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{5}", "NO_FNR": r"(0[1-9]|1\d|2[0-8])(0[1-9]|1[0-2])\d{7}",
    "AU_MEDICARE": r"[2-6]\d{9}", "AU_IHI": r"800360\d{10}", "CA_ON": r"[1-9]\d{9}", "CA_BC_PHN": r"9\d{9}",
    "CA_SIN": r"[1-7]\d{8}", "PAYMENT_CARD": r"[3-6]\d{15}", "ES_DNI": r"\d{8}[A-Z]", "ES_NIE": r"[XYZ]\d{7}[A-Z]",
    "US_DEA": r"[A-Z]{2}\d{7}",
}  # fmt: skip
"""What numbers are like but for their last two characters, which the scheme decides."""


@st.composite
def issued(draw: st.DrawFn) -> tuple[str, str]:
    """A scheme and a number of it."""
    kind = draw(st.sampled_from(sorted(ISSUED)))
    scheme = SCHEMES[kind]
    number = draw(st.from_regex(ISSUED[kind], fullmatch=True, alphabet=ascii_uppercase + digits))
    ends = map("".join, product(digits, ascii_uppercase if number[-1].isalpha() else digits))
    right = [number[:-2] + end for end in ends if scheme.check(number[:-2] + end)]
    assume(right)
    return kind, draw(st.sampled_from(right))


@given(
    one=issued(),
    separator=st.sampled_from(SEPARATORS),
    groups=st.sampled_from([(2, 3, 4), (3,), (4,), (5, 4), (1, 2, 2, 2, 3)]),
    before=st.sampled_from(["Her number ", "(", "ref: ", "🙂 ", "“", "\n"]),
    after=st.sampled_from([".", " ok", ")", ", yes", "", "\n"]),
)
def test_a_right_number_is_found_in_any_separators(
    one: tuple[str, str], separator: str, groups: tuple[int, ...], before: str, after: str
) -> None:
    kind, number = one
    written = separator.join(_cut(number, groups))
    [(words, evidence)] = found(kind, before + written + after)
    assert words == written
    assert evidence != Evidence.SHAPE


@given(one=issued(), at=st.integers(0, 20), by=st.integers(1, 9))
def test_a_number_with_a_digit_changed_is_wrong(one: tuple[str, str], at: int, by: int) -> None:
    kind, number = one
    assume(kind != "US_DEA")  # doubles digits, so that five more is the same
    places = [place for place, character in enumerate(number) if character.isdigit()]
    if kind == "AU_MEDICARE":
        places.pop()  # the issue of the card, which nothing checks
    at = places[at % len(places)]
    changed = number[:at] + str((int(number[at]) + by) % 10) + number[at + 1 :]
    assert {evidence for _, evidence in found(kind, f"Hers is {changed}.")} <= {Evidence.SHAPE}


def _cut(number: str, groups: tuple[int, ...]) -> list[str]:
    cut: list[str] = []
    for length in cycle(groups):
        if not number:
            return cut
        cut.append(number[:length])
        number = number[length:]
    return cut


ORACLES = {
    "GB_NHS": nhs, "NL_BSN": bsn, "BE_NN": nn, "FR_NIR": nir, "CA_BC_PHN": bc_phn, "CA_SIN": sin,
    "ES_DNI": dni, "ES_NIE": nie, "IT_CF": codicefiscale, "IE_PPS": pps, "NO_FNR": fodselsnummer,
    "IBAN": iban, "PAYMENT_CARD": luhn, "AU_IHI": luhn, "CA_ON": luhn,
    "SE_PNR": personnummer, "FI_HETU": hetu,
}  # fmt: skip
"""Another library's opinion."""


@pytest.mark.parametrize("kind", ORACLES)
def test_another_library_agrees(kind: str) -> None:
    chance = random.Random(kind)
    scheme = SCHEMES[kind]
    for example in (*RIGHT[kind], *WRONG[kind]):
        places = [at for at, one in enumerate(example) if one.isdigit()]
        for _ in range(200):
            changed = list(example)
            changed[chance.choice(places)] = chance.choice(digits)
            number = "".join(changed)
            if regex.fullmatch(scheme.expression, number, regex.IGNORECASE) and (
                scheme.read(number) is not Evidence.SHAPE
            ):
                bare = "".join(filter(str.isdigit, number)) if ORACLES[kind] is luhn else number
                assert ORACLES[kind].is_valid(bare), number


def test_a_number_is_no_part_of_a_longer_one_nor_of_an_amount() -> None:
    for text in (
        "19998765439",
        "999 876 54391",
        "999 876 5439-12",
        "$999 876 5439",
        "v999 876 5439",
        "9,998,765,439",
    ):
        assert not found("GB_NHS", text), text


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("NHS ９９９ ８７６ ５４３９", "GB_NHS", "９９９ ８７６ ５４３９"),
        ("NHS 𝟗𝟗𝟗 𝟖𝟕𝟔 𝟓𝟒𝟑𝟗!", "GB_NHS", "𝟗𝟗𝟗 𝟖𝟕𝟔 𝟓𝟒𝟑𝟗"),
        ("NHS 99\u200b9 87\u200b6 5439!", "GB_NHS", "99\u200b9 87\u200b6 5439"),
        ("call six one four, five five five, oh one eight eight now", "PHONE", "six one four, five five five, oh one eight eight"),
        ("on (9O7) 555-O1O3 about", "PHONE", "(9O7) 555-O1O3"),
        ("SSN nine-oh-oh, sixty-two, one zero nine four on it", "US_SSN", "nine-oh-oh, sixty-two, one zero nine four"),
        ("call six fourteen, five fifty-five, oh one eighty-eight now", "PHONE", "six fourteen, five fifty-five, oh one eighty-eight"),
        ("SSN 9·0·0·6·2·1·0·9·4 on it", "US_SSN", "9·0·0·6·2·1·0·9·4"),
        ("call six1four five55 oh188 now", "PHONE", "six1four five55 oh188"),
        ("call 614⎯555⎯0188 now", "PHONE", "614⎯555⎯0188"),
        ("call\n614\n555\n0188\nnow", "PHONE", "614\n555\n0188"),
        ("SSN 9OO/62/1O94 on it", "US_SSN", "9OO/62/1O94"),
        ("SSN 9oo dash 62 dash 1o94 on it", "US_SSN", "9oo dash 62 dash 1o94"),
        ("SSN 900•62•1094 on it", "US_SSN", "900•62•1094"),
        ("call 6 1 4 5 5 5 0 1 8 8 now", "PHONE", "6 1 4 5 5 5 0 1 8 8"),
        ("call 6️⃣1️⃣4️⃣5️⃣5️⃣5️⃣0️⃣1️⃣8️⃣8️⃣ now", "PHONE", "6️⃣1️⃣4️⃣5️⃣5️⃣5️⃣0️⃣1️⃣8️⃣8️⃣"),
        ("to jane (at) mail dot com now", "EMAIL", "jane (at) mail dot com"),
        ("to jane [at] mail.com now", "EMAIL", "jane [at] mail.com"),
        ("to jane @ mail . com now", "EMAIL", "jane @ mail . com"),
        ("to jane@ma\u200bil.com now", "EMAIL", "jane@ma\u200bil.com"),
        ("to jane at mail dot example now", "EMAIL", "jane at mail dot example"),
        ("to ｊａｎｅ＠ｍａｉｌ．ｃｏｍ now", "EMAIL", "ｊａｎｅ＠ｍａｉｌ．ｃｏｍ"),
    ],
)  # fmt: skip
def test_a_disguised_number_is_found_at_its_place(text: str, kind: str, number: str) -> None:
    assert [words for words, _ in found(kind, text)] == [number]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("PHONE", "five hundred and twenty, thirty, forty, fifty-five, sixty, one"),
        ("PHONE", "one, two, three, four, five: breathe out"),
        ("PHONE", "In 2024 and 2025 we saw 1200 patients"),
        ("PHONE_ABROAD", "Born on 03/14/1961, seen on 04.02.2026"),
        ("EMAIL", "Join us at Polk dot and stripe night"),
        ("EMAIL", "Meet @jane at the desk"),
        ("STREET_ADDRESS", "We walked 5 miles this way"),
        ("CALENDAR_DAY", "Scores of 120/80 are fine, and so is 3/4 cup"),
        ("POSTCODE", "We gave 43321 shots"),
        ("IP_ADDRESS", "See section 4.2.1"),
    ],
)
def test_prose_is_no_identifier(kind: str, text: str) -> None:
    assert {evidence for _, evidence in found(kind, text)} <= {Evidence.SHAPE, Evidence.CHECK}


def test_a_scheme_never_imports_presidio() -> None:
    code = (
        "import sys; from socialint.entities.recognisers import SCHEMES; SCHEMES['GB_NHS'].read('999 876 5439');"
        "sys.exit(any(name.split('.')[0] in ('presidio_analyzer', 'spacy') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
