"""The measures of a text: its graphemes, words, hashtags, mentions, emoji, capitals and grade.

Those that can be pointed at come as spans, in code points of the text; the rest as a number.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from socialint.expressions import lazily
from socialint.model.places import Span
from socialint.text.addresses import masked

_GRAPHEME = lazily(r"\X")
_WORD = lazily(r"[\w\p{M}][\w\p{M}\p{Cf}]*(?:['’‐‑-][\w\p{M}\p{Cf}]+)*")
_HASHTAG = lazily(r"(?<![\w&/#＃])[#＃](?!\ufe0f)(?=[\w\p{M}]*[\p{L}\p{M}_])[\w\p{M}\u200c\u200d·]+")
_MENTION = lazily(r"(?<![\w@＠./+-])[@＠]\w+(?:[.-]\w+)*")
_EMOJI = lazily(
    r"""
      [\U0001f1e6-\U0001f1ff]{2}
    | [0-9#*]\ufe0f?\u20e3
    | (?: (?![\x00-\x7f©®™])\p{Emoji_Presentation} | (?![\x00-\x7f])\p{Emoji}\ufe0f
        | (?![\x00-\x7f©®™‼⁉ℹ↔-↪])\p{Extended_Pictographic} )
      [\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*
      (?: \u200d \p{Extended_Pictographic} [\ufe0f\U0001f3fb-\U0001f3ff]* )*
    """,
    regex.VERBOSE,
)
_UPPER = lazily(r"[\p{Lu}\p{Lt}]")
_CASED = lazily(r"[\p{Lu}\p{Lt}\p{Ll}]")
_SENTENCE_END = lazily(r"[.!?…。！？]+(?=[\s\"'”’)\]]|$)|\n+")
_VOWELS = lazily(r"[aeiouy]+")
_NUMBER = lazily(r"\d")


def graphemes(text: str) -> Sequence[Span]:
    """What a reader takes for one character each."""
    if text.isascii() and "\r" not in text:
        return [Span(at, at + 1) for at in range(len(text))]
    return _spans(_GRAPHEME, text)


def words(text: str) -> Sequence[Span]:
    """The words, with inner apostrophes and hyphens."""
    return _spans(_WORD, text)


def hashtags(text: str) -> Sequence[Span]:
    """The hashtags with their #; `#1` is none, and neither is the end of an address."""
    return _spans(_HASHTAG, masked(text))


def mentions(text: str) -> Sequence[Span]:
    """The @names with their @; an e-mail address is none."""
    return _spans(_MENTION, masked(text))


def emoji(text: str) -> Sequence[Span]:
    """The emoji, a whole sequence (a family, a flag, a keycap) as one."""
    return _spans(_EMOJI, text)


def capitals(text: str) -> float:
    """The share of upper-case letters among those that have case, from 0 to 1; 0 without any."""
    cased = len(_CASED.findall(text))
    return len(_UPPER.findall(text)) / cased if cased else 0.0


def grade(text: str) -> float:
    """The US school grade by Flesch and Kincaid; 0 for a text without words or easier than that.

    Hashtags, mentions and addresses are not read. English only: it counts syllables.
    """
    text = _MENTION.sub(" ", _HASHTAG.sub(" ", masked(text, " ")))
    spoken = [found.group() for found in _WORD.finditer(text)]
    if not spoken:
        return 0.0
    sentences = [part for part in _SENTENCE_END.split(text) if part and _WORD.search(part)]
    count = sum(map(syllables, spoken))
    return max(0.0, 0.39 * len(spoken) / len(sentences) + 11.8 * count / len(spoken) - 15.59)


# What the rule below gets wrong and health writing is full of.
_SYLLABLES = {
    "area": 3, "being": 2, "business": 2, "diabetes": 4, "diet": 2, "doctors": 2, "every": 2,
    "evening": 2, "family": 3, "give": 1, "idea": 3, "medicine": 3, "people": 2, "quiet": 2,
    "real": 1, "science": 2, "sometimes": 2, "therefore": 2, "vegetable": 4, "vegetables": 4,
    "virus": 2, "women": 2, "anyone": 3, "someone": 2, "lifetime": 2, "society": 4, "variety": 4,
    "anxiety": 4, "prior": 2, "trial": 2, "trials": 2, "client": 2, "patient": 2, "patients": 2,
    "create": 2, "created": 3, "react": 2, "reaction": 3, "reactions": 3, "use": 1, "used": 1,
}  # fmt: skip
_SPLIT_VOWELS = lazily(r"i[ao](?!us|n\b|ns\b|l\b|nt)|eo(?!us)|ua(?!r)|uou|(?<!q)ui(?=ng|d\b)|[aeiouy]ing\b")
_SOFT = lazily(r"[cst]i(?=[aeo])|gi(?=[aeo]u)")
_SILENT = lazily(r"(?<=[^aeiouyl])es?$|(?<=[aeiouy]l)es?$|(?<=[^aeioutdy])ed$|(?<=[aeiouy][^aeioutdy])ed$")
_VOICED_ES = lazily(r"(?:[scxz]|ch|sh|ss|g)es$")


def syllables(word: str) -> int:
    """About how many syllables an English word has; at least one. Digits count as one each."""
    word = word.casefold().replace("’", "'")
    if "-" in word:
        return sum(map(syllables, filter(None, word.split("-"))))
    digits = len(_NUMBER.findall(word))
    if digits:
        return digits
    word = word.removesuffix("'s")
    if word in _SYLLABLES:
        return _SYLLABLES[word]
    spoken = word if _VOICED_ES.search(word) else _SILENT.sub("", word)
    spoken = _SOFT.sub("s", spoken)
    groups = len(_VOWELS.findall(spoken))
    return max(1, groups + len(_SPLIT_VOWELS.findall(spoken)))


def _spans(pattern: regex.Pattern[str], text: str) -> Sequence[Span]:
    return [Span(*found.span()) for found in pattern.finditer(text)]
