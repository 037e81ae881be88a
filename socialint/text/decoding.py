r"""Characters written as codes or against their order, as a reader has them on the screen.

`&#74;ohn`, `\u004a`, `Ann%20Ash`, a right-to-left override, and letters turned upside down. What is
undone here is certain: no honest text means the codes. Every character that was made stands for the
whole of what it was made from.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from socialint.expressions import lazily
from socialint.model.views import Reading
from socialint.text.origins import Edit, edited

_CODE = re.compile(
    r"&(?:\#\d{2,7}|\#[xX][0-9A-Fa-f]{2,6}|[A-Za-z][A-Za-z0-9]{1,7});"
    r"|\\u[0-9A-Fa-f]{4}|\\u\{[0-9A-Fa-f]{2,6}\}|\\x[0-9A-Fa-f]{2}"
    r"|(?<=[^\W\d]|[=/&?._-])(?:%[0-9A-Fa-f]{2})+|(?<![\w%])%[46][1-9A-Fa-f](?:%[0-9A-Fa-f]{2})*"
)
_BYTE_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_OVERRIDE = "\u202e"
_OVERRIDDEN = lazily(r"\u202e([^\u202c\n\r\u2028\u2029]*)\u202c?")
_CONTROLS = lazily(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_CHARACTER = lazily(r"\X")

_TURNED = dict(
    zip(
        "ɐɔǝɟƃɥᴉɾʞꞁɯɹʇʌʍʎ∀ᗺꓭƆꓛᗡꓷƎℲꓞ⅁ꓩſꓘ⅂ꓶԀꓒᴚꓤ⊥ꓕ∩ꓵΛꓥ⅄",
        "acefghijklmrtvwyABBCCDDEFFGGJKLLPPRRTTUUVVY",
        strict=True,
    )
)
_TURNS_TO = _TURNED | dict(zip("ıbdlnopqsuxz'HINOSXZMW", "iqpluodbsnxz,HINOSXZWM", strict=True))
_TURNED_LETTER = f"[{''.join(_TURNED)}]"
_ANY_TURNED = f"[{''.join(_TURNS_TO)}]"
_UPSIDE_DOWN = lazily(
    rf"(?<!\w){_ANY_TURNED}*+(?<={_TURNED_LETTER}{_ANY_TURNED}*)(?:[ ]{_ANY_TURNED}*+(?<={_TURNED_LETTER}{_ANY_TURNED}*))*+(?!\w)"
)
_FEWEST_TURNED = 3


def decoded(text: str) -> Reading:
    """The text with its codes as the characters that they stand for, and in the order in which it is shown."""
    edits: list[Edit] = []
    if not text.isascii():
        edits += _against_their_order(text)
    if "%" in text or "&" in text or "\\" in text:
        taken = [(edit.start, edit.end) for edit in edits]
        edits += (
            edit
            for edit in _codes(text)
            if not any(start < edit.end and edit.start < end for start, end in taken)
        )
    if not edits:
        return Reading(text)
    return edited(Reading(text), sorted(edits, key=lambda edit: edit.start))


def hides_letters(text: str) -> bool:
    r"""Whether codes stand for letters that any keyboard has: not in `O&#39;Brien`, `Ann%20Ash`, `Jos\u00e9`."""
    if any(made.isascii() and made.isalnum() for _, made in _read(text)):
        return True
    return not text.isascii() and next(_against_their_order(text), None) is not None


def _read(text: str) -> Iterator[tuple[re.Match[str], str]]:
    return ((found, _meant(found.group())) for found in _CODE.finditer(text))


def _codes(text: str) -> Iterator[Edit]:
    for found, made in _read(text):
        if made and all(char.isprintable() or char == "\u00a0" for char in made):
            yield Edit(*found.span(), made, whole=True)


def _meant(code: str) -> str:
    """What the code stands for; nothing where it is none."""
    if code[0] == "&":
        made = html.unescape(code)
        return made if made != code else ""
    if code[0] == "%":
        try:
            return bytes(int(byte, 16) for byte in _BYTE_ESCAPE.findall(code)).decode()
        except UnicodeDecodeError:
            return ""
    number = int(code[2:].strip("{}"), 16)
    return chr(number) if number <= 0x10FFFF else ""


def _against_their_order(text: str) -> Iterator[Edit]:
    if _OVERRIDE in text:
        for found in _OVERRIDDEN.finditer(text):
            shown = _CONTROLS.sub("", found[1])
            yield Edit(*found.span(), "".join(reversed(_CHARACTER.findall(shown))), whole=True)
        return
    if not _TURNED.keys().isdisjoint(text):
        for found in _UPSIDE_DOWN.finditer(text):
            letters = found.group()
            if sum(letter in _TURNED for letter in letters) >= _FEWEST_TURNED:
                made = "".join(_TURNS_TO.get(letter, letter) for letter in reversed(letters))
                made = made.title() if made.islower() else made  # few capitals can be turned
                yield Edit(*found.span(), made, whole=True)
