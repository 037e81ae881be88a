"""A symbol by its number in a symbol font (`w:sym`) -> the character that it shows."""

from __future__ import annotations

from collections.abc import Mapping

_UNKNOWN = "□"
_PRIVATE = 0xF000
"""Where Word moves the letters of a font that has no order of its own."""

_SYMBOL = dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
_SYMBOL |= dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOL |= {code: chr(code) for code in (*range(0x20, 0x40), 0x5B, 0x5D, 0x5F, 0x7B, 0x7C, 0x7D)}
_SYMBOL |= {0x2D: "−", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•"}
_SYMBOL |= {0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xAE: "→", 0xAC: "←", 0xA5: "∞"}
_SYMBOL |= {0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™"}
_WINGDINGS = {0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪"}
_WINGDINGS |= {0xA8: "☐", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x52: "☑", 0x54: "☒", 0x97: "•"},
    "wingdings 3": {},
    "webdings": {},
}


def symbol(font: str, char: str) -> str:
    """The character of a font at a hexadecimal code; a square where nobody knows it."""
    try:
        code = int(char, 16)
    except ValueError:
        return _UNKNOWN
    if _PRIVATE <= code <= _PRIVATE + 0xFF:
        code -= _PRIVATE
    known = _FONTS.get(font.casefold())
    if known is not None:
        return known.get(code, _UNKNOWN)
    shown = chr(code) if code <= 0x10FFFF else _UNKNOWN
    return shown if shown.isprintable() else _UNKNOWN
