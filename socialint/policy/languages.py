"""Languages by name, for messages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish",
        "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fi": "Finnish",
        "fr": "French", "ga": "Irish", "hr": "Croatian", "hu": "Hungarian", "it": "Italian",
        "ja": "Japanese", "lb": "Luxembourgish", "lt": "Lithuanian", "lv": "Latvian", "mt": "Maltese",
        "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
        "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sv": "Swedish", "uk": "Ukrainian",
        "vi": "Vietnamese", "zh": "Chinese",
    }
)  # fmt: skip


def language_name(code: str) -> str:
    """“Dutch” for `nl`; the code itself when we have no name for it."""
    return _NAMES.get(code.partition("-")[0].casefold(), code)


def same_language(one: str, other: str) -> bool:
    """Whether `en` and `en-GB` are one: the language counts, not the country."""
    return one.partition("-")[0].casefold() == other.partition("-")[0].casefold()
