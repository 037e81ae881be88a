"""The language a text is in, by its script, its little words and its letters; and how surely.

Little words, because they are what a brand name, a hashtag or a thank-you in another language
lacks: a text without them has no language that one can be sure of.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

import regex

from socialint.expressions import lazily
from socialint.text.addresses import masked
from socialint.text.folding import beyond_ascii
from socialint.text.wordlists import rows


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a text.

    `code` is ISO 639-1, `en` where nothing tells; `sure` says that the text itself shows it.
    """

    code: str
    sure: bool


_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
"""Signs without a width, which split a word only for a machine."""

_TAG_OR_NAME = lazily(r"[#＃@＠][\w\p{M}.-]+|\w+@\w[\w.-]*")
_TOKEN = lazily(r"\p{Latin}[\p{Latin}\p{M}]*(?:'\p{Latin}+)?")
_ASCII_TAG_OR_NAME = re.compile(r"[#@][\w.-]+|\w+@\w[\w.-]*", re.ASCII)
_ASCII_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?")
_LETTER = lazily(r"[\p{L}\p{M}\p{Latin}]")
_NOT_LATIN = lazily(r"(?!\p{Latin})[\p{L}\p{M}]")

# Scripts and what is written in them; several languages are told apart by their letters.
_SCRIPTS = {
    "Cyrillic": "ru",
    "Greek": "el",
    "Arabic": "ar",
    "Hebrew": "he",
    "Hiragana": "ja",
    "Katakana": "ja",
    "Han": "zh",
    "Hangul": "ko",
    "Devanagari": "hi",
    "Bengali": "bn",
    "Gurmukhi": "pa",
    "Gujarati": "gu",
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Sinhala": "si",
    "Thai": "th",
    "Lao": "lo",
    "Khmer": "km",
    "Myanmar": "my",
    "Georgian": "ka",
    "Armenian": "hy",
    "Ethiopic": "am",
}
_SCRIPT_LETTERS = {name: regex.compile(rf"\p{{{name}}}") for name in _SCRIPTS}
_WITHOUT_BLANKS = frozenset(("zh", "ja", "th", "lo", "km", "my"))
_CYRILLIC = (("uk", "іїєґ"), ("sr", "ђћљњџј"), ("mk", "ѓќѕ"), ("ru", "ыэё"), ("bg", "ъ"))
_ARABIC = (("ur", "ٹڈڑےہں"), ("fa", "پچژگ"))

# Letters that few of our languages have, each worth as much as half a little word.
_LETTERS = {
    "ß": "de", "ä": "de fi sv", "ö": "de fi sv tr", "ü": "de tr", "œ": "fr", "è": "fr it", "ê": "fr pt",
    "ç": "fr pt tr", "ù": "fr it", "à": "fr it pt", "ò": "it", "ì": "it", "ñ": "es", "¿": "es", "¡": "es",
    "ã": "pt", "õ": "pt", "ł": "pl", "ż": "pl", "ź": "pl", "ś": "pl", "ć": "pl", "ń": "pl", "ą": "pl ro",
    "ę": "pl", "å": "sv da no", "æ": "da no", "ø": "da no", "ř": "cs", "ě": "cs", "ů": "cs", "č": "cs",
    "š": "cs", "ž": "cs", "ý": "cs", "ğ": "tr", "ş": "tr", "ı": "tr", "ă": "ro", "ș": "ro", "ț": "ro",
    "â": "ro fr", "î": "ro fr",
}  # fmt: skip
_LETTER_WORTH = 0.5
_RARE_LETTERS = lazily(f"[{''.join(_LETTERS)}]")

_FEWEST_WORDS = 6
_FEWEST_KNOWN = 3
_LEAST_SHARE = 0.2
_LEAD = 0.5
_TIMES_THE_OTHERS = 3
_MAJORITY = 0.5
_DOMINANT = 0.75
_FEWEST_LETTERS = 12
_FEWEST_SIGNS = 8
_FEWEST_FOREIGN_WORDS = 3


@cache
def little_words() -> Mapping[str, Mapping[str, float]]:
    """For each little word, what it is worth to which language: the less, the more share it."""
    # In the order of the list: of languages that a text shows as much, the first told counts.
    owners: dict[str, dict[str, None]] = {}
    for code, *listed in map(str.split, rows("function-words.txt")):
        for word in listed:
            owners.setdefault(word, {})[code] = None
    return {word: dict.fromkeys(codes, 1 / math.sqrt(len(codes))) for word, codes in owners.items()}


def language_of(text: str) -> Language:
    """The language of `text`, by majority where it mixes several.

    Hashtags, mentions and addresses are not read. Not sure where there are few words, few little
    words among them, or two languages about as much.
    """
    if not text.isascii():
        for sign in _INVISIBLE:
            text = text.replace(sign, "")
    text = masked(text, " ").lower()
    if "#" in text or "@" in text or "＃" in text or "＠" in text:
        text = (_ASCII_TAG_OR_NAME if text.isascii() else _TAG_OR_NAME).sub(" ", text)
    rare = "" if text.isascii() else beyond_ascii(text)
    text = text.replace("’", "'")
    if not _LETTER.search(rare):
        return _by_words(_ASCII_TOKEN.findall(text), rare, latin_share=1)
    letters = sum(map(str.isalpha, text))
    foreign = len(_NOT_LATIN.findall(rare))
    if foreign > letters * _MAJORITY:
        return _by_script(text, letters)
    return _by_words(_TOKEN.findall(text), rare, latin_share=1 - foreign / max(letters, 1))


def languages_told(text: str) -> Iterator[Set[str]]:
    """Of each little word and rare letter of a text in Latin letters the languages that it tells of.

    Each adds as much to one of its languages as to the others, so that a text is surely in none of
    those that one of them does not tell of while all tell of some other.
    """
    worth = little_words()
    text = _TAG_OR_NAME.sub(" ", text.lower()).replace("’", "'")
    yield from (worth[token].keys() for token in _TOKEN.findall(text) if token in worth)
    yield from (frozenset(_LETTERS[letter].split()) for letter in _RARE_LETTERS.findall(text))


def _by_script(text: str, letters: int) -> Language:
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPT_LETTERS.items()}
    if counts["Hiragana"] + counts["Katakana"]:
        counts["Hiragana"] += counts["Katakana"] + counts["Han"]  # Japanese is written in all three
        counts["Katakana"] = counts["Han"] = 0
    name = max(counts, key=lambda script: counts[script])
    code = _SCRIPTS[name] if counts[name] else "en"
    if name == "Cyrillic":
        code = _by_letters(text, _CYRILLIC, code)
    elif name == "Arabic":
        code = _by_letters(text, _ARABIC, code)
    if code in _WITHOUT_BLANKS:
        enough = counts[name] >= _FEWEST_SIGNS
    else:
        word_count = len(text.split())
        enough = counts[name] >= _FEWEST_LETTERS and word_count >= _FEWEST_FOREIGN_WORDS
    # Several scripts side by side are as foreign as one.
    return Language(code, enough and sum(counts.values()) >= letters * _DOMINANT)


def _by_letters(text: str, evidence: tuple[tuple[str, str], ...], otherwise: str) -> str:
    counts = [(sum(map(text.count, letters)), code) for code, letters in evidence]
    most, code = max(counts, key=lambda row: row[0])
    return code if most else otherwise


def _by_words(tokens: Sequence[str], rare: str, latin_share: float) -> Language:
    """The language of a text by its words, and by its `rare` letters: those beyond ASCII."""
    worth = little_words()
    little = Counter([word for word in tokens if word in worth])
    scores: defaultdict[str, float] = defaultdict(float)
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for word, times in little.items():
        for code, value in worth[word].items():
            scores[code] += value * times
            seen[code].add(word)
    for letter in _RARE_LETTERS.findall(rare):
        for code in (codes := _LETTERS[letter].split()):
            scores[code] += _LETTER_WORTH / len(codes)
    if not scores:
        return Language("en", False)
    code, *others = sorted(scores, key=lambda language: -scores[language])
    best, second = scores[code], scores[others[0]] if others else 0.0
    ours = seen[code]
    known = sum(map(little.__getitem__, ours))
    # What other languages know and this one does not: related ones share most of their little words.
    foreign = max((sum(map(little.__getitem__, theirs - ours)) for theirs in seen.values()), default=0)
    sure = (
        len(tokens) >= _FEWEST_WORDS
        and len(ours) >= _FEWEST_KNOWN
        and known >= len(tokens) * _LEAST_SHARE
        and known >= foreign * _TIMES_THE_OTHERS
        and best - second >= _LEAD
        and latin_share >= _DOMINANT
    )
    return Language(code, sure)
