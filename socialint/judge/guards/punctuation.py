"""What punctuation says of a text: where a thought breaks off, asks, quotes or heads what follows.

All of it is read from the original text: folding takes emoji and the shape of quotes away.
"""

from __future__ import annotations

import regex

from socialint.expressions import lazily
from socialint.model.places import Span

PICTURE = r"[\p{Extended_Pictographic}--[©®™‼⁉\U0001f3fb-\U0001f3ff]]"
CROSSES = "❌✖✗✘❎🚫⛔👎🔴🙅"
CHECKS = "✅✔☑✓👍🟢🙆"

_V1 = regex.VERSION1
_BREAK = lazily(rf"\A\.\s?\d|[;:!?…]|(?<=\s)[-–—](?=\s)|—|\n\s*\n|\||{PICTURE}", _V1)
_OPEN_OR_CLOSE = lazily(r"[()\[\]]")
# A comma that only sets off what is said, believed or promised parts no thought.
_COMMA = lazily(r"[,،、](?!\d|\s*(?:that|dass|daß|dat|que|qu['’]\w+)\b)", regex.IGNORECASE)
_FIRST_WORD_APART = lazily(r"\w+\s*,")
_WORD = lazily(r"\w[\w'’-]*")
_ASKS = lazily(rf"[?？؟][!?‽…\s]*(?:[\"'”’»«›‹“)\]*_\s]|\uFE0F|\u200D|{PICTURE}|#\S*)*\Z", _V1)
_ASKED_HERE = lazily(rf"[^.!?…(]*[?？؟](?=[\s\"'”’»)\]*_]|\Z|{PICTURE})", _V1)
_SET_OFF = lazily(r"[*_\"'”’»)\]\s]*[.!]")
_SAID_AFTER = lazily(r"(?:[.!?…;](?=\s)|\n).*\w", regex.DOTALL)
_MARKS = lazily(r"[.!?…\n,;:—–-]")
_ENDING = lazily(rf"(?:[.!?…:;—–\n]|\s-\s|,)(?:[\"'”’»)\]*_\s.!?\uFE0F\u200D]|{PICTURE})*\Z", _V1)
_OPENING = lazily(rf"(?:\A|[,;:.!?…–—\n]|\s-\s|{PICTURE})[^\p{{L}}]*\Z", _V1)
_STANDS_ALONE = lazily(rf"[\"'”’»)\]*_ ]*(?:[.,!?;…]|\Z|{PICTURE})", _V1)
_BEFORE_HEADING = lazily(rf"(?:\A|[\n|]|[.!?…)\]\"'”’»]\s|{PICTURE}|\s[-–—•·]\s)[^\p{{L}}\n]*\Z", _V1)
_BEHIND_HEADING = lazily(
    rf"(?:[*_\"'”’»)\]\s--\n]|\uFE0F|\u200D)*(?:(?:\#|[nN][or]\.?|n°|nº)?\s?\d+(?:/\d+)?[*_)\s--\n]*)?"
    rf"(?:[:：=.!|)\n–—→]|-\s|>|\Z|{PICTURE})",
    _V1,
)
_LEADS_IN = lazily(rf"(?::|👇|⬇|⤵)(?:[*_\s]|\uFE0F|\u200D|{PICTURE})*\Z", _V1)
_BULLET = lazily(rf"\s*(?:[-*+•·‣▪◦–—→>]|{PICTURE}|\#?\d{{1,2}}[.):]|\p{{L}}[.)]\s|[\"'“„«‘])", _V1)
_QUOTED = lazily(
    r"""\"[^"\n]*" | “[^”"\n]*[”"] | „[^“”"\n]*[“”"] | «[^»\n]*» | »[^«\n]*« | ‹[^›\n]*›
    | (?<!\w)['‘‚`][^\n]*?['’‘`](?!\w)""",
    regex.VERBOSE | _V1,
)
_FAR = 1_000
"""Letters that a quotation is at most long, and a sign may stand before the words on its line."""

_ARROW = lazily(r"[\"'”’»\s]*(?:[→➡⇒⟶]|[-=]>)")
_SIGN = lazily(rf"[{CROSSES}{CHECKS}]")


def words(text: str) -> int:
    """How many words a short text has."""
    return len(_WORD.findall(text))


def breaks(between: str) -> bool:
    """Whether a thought ends in a stretch of one sentence, commas apart."""
    if _BREAK.search(between):
        return True
    mark = _OPEN_OR_CLOSE.search(between)
    return mark is not None and mark.group() in ")]"


def segments(text: str) -> list[str]:
    """The pieces of a text between its commas."""
    return _COMMA.split(text)


def answers_first(text: str) -> bool:
    """Whether the first word is set off by a comma: “No, it …”."""
    return _FIRST_WORD_APART.match(text) is not None


def asks(sentence: str) -> bool:
    """Whether a sentence ends as a question."""
    return _ASKS.search(sentence) is not None


def asks_next(behind: str) -> bool:
    """Whether the first end of a sentence in `behind` is a question mark."""
    return _ASKED_HERE.match(behind) is not None


def ends_a_clause(text: str) -> bool:
    """Whether the end of `text` is where a clause or sentence has just ended."""
    return _ENDING.search(text) is not None


def goes_on(text: str) -> bool:
    """Whether something is said after the first end of a sentence in `text`."""
    return _SAID_AFTER.search(text) is not None


def ends_a_sentence(text: str) -> bool:
    """Whether the last mark in `text` ends a sentence."""
    marks = _MARKS.findall(text)
    return bool(marks) and marks[-1] in ".!?…\n"


def opens_a_clause(before: str) -> bool:
    """Whether what follows `before` begins a clause."""
    return _OPENING.search(before) is not None


def stands_alone(behind: str) -> bool:
    """Whether words with `behind` right of them end their clause."""
    return _STANDS_ALONE.match(behind) is not None


def heads(text: str, span: Span) -> bool:
    """Whether the words at `span` head what follows them, as in “Myth:” or “FACT ✅”."""
    before = text[max(0, span.start - 80) : span.start]
    opens = _BEFORE_HEADING.search(before) is not None
    next_words = text[span.end : span.end + 40]
    # Capitals mark a heading only where what follows is not in capitals too.
    shouted = (
        span.end - span.start > 2
        and text[span.start : span.end].isupper()
        and next_words.upper() != next_words
    )
    if not (opens or shouted):
        return False
    behind = text[span.end : span.end + 80]
    return _BEHIND_HEADING.match(behind) is not None or (opens and shouted)


def says_it_all(behind: str) -> bool:
    """Whether a heading is a sentence of its own: “Myth.” rather than “Myth:”."""
    return _SET_OFF.match(behind) is not None


def quotation(text: str, span: Span) -> Span | None:
    """The shortest quotation, on one line, in which the words at `span` stand."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _FAR)
    end = text.find("\n", span.end, span.end + _FAR)
    line = text[start : end if end >= 0 else span.end + _FAR]
    found = (Span(start + one.start(), start + one.end()) for one in _QUOTED.finditer(line, overlapped=True))
    return min((one for one in found if one.covers(span)), key=len, default=None)


def points_on(behind: str) -> bool:
    """Whether an arrow follows a quotation: “this” → “that”."""
    return _ARROW.match(behind) is not None


def crossed_out(text: str, span: Span) -> bool:
    """Whether the last sign before the words on their line, cross or check mark, is a cross."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _FAR)
    signs = _SIGN.findall(text[start : span.start])
    return bool(signs) and signs[-1] in CROSSES


def has_check(text: str) -> bool:
    """Whether a check mark stands in the text."""
    return any(sign in text for sign in CHECKS)


def leads_in(line: str) -> bool:
    """Whether a line announces those below it."""
    return _LEADS_IN.search(line) is not None


def list_end(text: str, start: int) -> int:
    """Where the list or paragraph ends that begins at `start`, the beginning of a line."""
    at = start
    while at < len(text) and not text[at : (end := _line_end(text, at))].strip():
        at = end + 1
    listed = _BULLET.match(text, at) is not None
    while at < len(text):
        end = _line_end(text, at)
        line = text[at:end]
        if listed and line.strip() and not _BULLET.match(line):
            return at
        if not listed and not line.strip():
            return at
        at = end + 1
    return len(text)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)
