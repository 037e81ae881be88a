"""Characters that are read as others: quotes, dashes, blanks, dressed-up and look-alike letters."""

from __future__ import annotations

from functools import cache

from socialint.text.wordlists import rows

# Marks that stand for a plain one. NFKC does not do these, or does them badly: it makes a blank
# and a combining accent of the spacing accents that people type for an apostrophe.
_APOSTROPHES = "‘’‚‛′‵ʹʼʻʽʾʿˈ´｀＇`ˋˊ΄᾽᾿`´῾‹›❛❜❮❯"
_QUOTES = "“”„‟«»″‶〝〞〟＂❝❞ʺ˝"
_DASHES = "‐‑‒–—―⁃−﹘﹣－⸺⸻〜〰゠־᐀᠆⹀⁓∼˗⎯─━"
_BREAKS = "\v\f\x85\u2028\u2029\r"
_BLANKS = "\t\x1c\x1d\x1e\u1680\u2800\u3164\uffa0"
_SIGNS = {"․": ".", "‥": "..", "…": "...", "⁄": "/", "∕": "/", "⧸": "/", "∗": "*", "⁎": "*"}

# Signs that stand beside a word and are no part of it: NFKC would make `NAMEtm` of a trade mark,
# and `cure1` of a footnote.
_BESIDE = "™℠®©℗ªº¹²³⁰⁴⁵⁶⁷⁸⁹¨¯¸˘˙˚˛˜῀῁῍῎῏῝῞῟῭΅ͺ"

_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀƦꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrrstuvwyz", strict=True))

_BRAILLE = dict(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵", "abcdefghijklmnopqrstuvwxyz", strict=True)) | {"⠠": ""}

REGIONAL = range(0x1F1E6, 0x1F200)
# White on black, round and square; in brackets, small and large.
_BOXED = tuple(range(first, first + 26) for first in (0x1F150, 0x1F170, 0x249C, 0x1F110))

_FLAGS = """
    AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CP CR CU CV CW CX CY CZ DE DG DJ DK DM DO
    DZ EA EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT
    GU GW GY HK HM HN HR HT HU IC ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR
    KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU
    MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
    QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG
    TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA
    ZM ZW
"""


def regional_letter(char: str) -> str:
    """The letter that a regional indicator shows when it is no part of a flag."""
    return chr(ord("a") + ord(char) - REGIONAL.start)


FLAGS = frozenset(
    "".join(chr(REGIONAL.start + ord(letter) - ord("A")) for letter in code) for code in _FLAGS.split()
)


def _plain() -> dict[int, str]:
    table = dict.fromkeys(map(ord, _APOSTROPHES), "'")
    del table[ord("`")]  # ASCII stays what it is
    table |= dict.fromkeys(map(ord, _QUOTES), '"')
    table |= dict.fromkeys(map(ord, _DASHES), "-")
    table |= dict.fromkeys(map(ord, _BREAKS), "\n")
    table |= dict.fromkeys(map(ord, _BLANKS), " ")
    table |= dict.fromkeys(map(ord, _BESIDE), " ")
    table |= {ord(char): plain for char, plain in (_SIGNS | _SMALL_CAPITALS).items()}
    for row in _BOXED:
        table |= {code: chr(ord("a") + at) for at, code in enumerate(row)}
    table |= {code: regional_letter(chr(code)) for code in REGIONAL}
    table |= {ord(dots): letter for dots, letter in _BRAILLE.items()}
    return table


PLAIN: dict[int, str] = _plain()
"""What `str.translate` reads for a character, before and after NFKC."""


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    return tuple((letter, twin, script) for letter, twin, script in map(str.split, rows("lookalikes.txt")))


@cache
def lookalikes() -> dict[str, str]:
    """For a letter of another script, the Latin letter that it, or its small form, looks like."""
    table = {letter.upper(): twin for letter, twin, _ in _rows()}
    return table | {letter: twin for letter, twin, _ in _rows()}


@cache
def latin_lookalikes() -> dict[int, str]:
    """The same for phonetic and turned letters that count as Latin; for `str.translate`."""
    return {ord(letter): twin for letter, twin, script in _rows() if script == "Latin"}
