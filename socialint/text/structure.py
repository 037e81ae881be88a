"""The outline of a text: where its sentences, clauses, lines and words begin.

Sentences come from sentencex, put right for posts: a line break that the writer meant ends one,
and so does a row of emoji between two statements; an abbreviation, an ordinal number or the dot
in an address does not.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import regex

from socialint.expressions import lazily
from socialint.model.views import Structure
from socialint.text.addresses import masked

_LINE_BREAK = lazily(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_WORD = lazily(r"\x1f+|[\w\p{M}][\w\p{M}\p{Cf}]*(?:['’‐‑-][\w\p{M}\p{Cf}]+)*")
_STOP = lazily(r"[.!?…。！？।؟\n]")
_BLANKS = lazily(r"[\s\p{Cf}]*")
_SURROGATE = lazily(r"[\ud800-\udfff]")

_LIST_ITEM = lazily(
    r"[ \t]*(?:[-*•‣◦⁃–—·▪●○✓✔✅☑➡→►▶★☆]|\p{Extended_Pictographic}|\(?[\p{N}a-zA-Z]{1,2}[.)]\s)"
)
_OPENS = lazily(r"""[ \t]*[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{So}\p{Extended_Pictographic}#@"'“‘„«»¡¿(\[]""")
_FIRST_WORD = lazily(r"[ \t]*(\S+)")
# A line that was broken to fit a width is about as long as the others, and not longer than this.
_WIDEST_WRAPPED = 100
_SHORT_LINE = 40

_EMOJI = (
    r"(?:(?![\x00-\x7f©®™])[\p{Extended_Pictographic}\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\ufe0f\u200d])"
)
_AFTER_EMOJI = lazily(rf"{_EMOJI}\s++(?=[\p{{Lu}}\p{{Lt}}])")

# After these a full stop ends no sentence, whatever follows.
_ABBREVIATIONS = {
    "en": "no nos vol fig mr mrs ms dr prof st vs approx e.g i.e u.s",
    "de": "z d u o s nr dr prof z.b bzw d.h u.a ca vgl str abs ggf inkl min max tel u.u s.o z.t hr fr st zzgl"
    " med dent nat habil dipl dipl.-psych sog evtl bspw",
    "nl": "o i a d nr dr prof drs mw dhr bijv d.w.z o.a ca enz t.a.v i.v.m a.u.b evt incl max min tel mevr ing ir blz st",
    "fr": "m mm mme mlle dr drs pr p.ex p ex c.-à-d j.-c cf no env art tél max min st ste av bd réf chap hôp",
}
_ABBREVIATED = {
    language: lazily(rf"(?:^|[\s(\p{{Ps}}])(?:{'|'.join(map(regex.escape, words.split()))})\.\s+$", regex.I)
    for language, words in _ABBREVIATIONS.items()
}
_NUMBERED = frozenset(("no", "nos", "vol", "fig", "art"))
_MONTHS = (
    "januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    "|januari|februari|maart|mei|augustus|december"
)
_ORDINAL = lazily(r"(?:^|\W)\d{1,4}\.\s+$")
_ORDINAL_GOES_ON = lazily(
    rf"\p{{Ll}}|(?:{_MONTHS}|jahrhundert|platz|lebens\w+|woche|monat|tag|geburtstag|auflage)\b", regex.I
)

_CLAUSE_BREAK = lazily(
    r"""
      (?: [;；،؛，：—()\[\]] | (?<!\d)[,:] | [,:](?!\d) | (?<=\s)[–-](?=\s) | –(?!\d) )
      [\s"'”’»)\]]*
    """,
    regex.VERBOSE,
)
_CONTRASTS = {
    "en": "but|however|although|though|while|whereas|yet|nevertheless|nonetheless|unless|despite",
    "de": "aber|sondern|jedoch|allerdings|dennoch|obwohl|obgleich|während|trotzdem|hingegen",
    "nl": "maar|echter|hoewel|terwijl|ofschoon|niettemin|desondanks|toch",
    "fr": "mais|cependant|toutefois|pourtant|néanmoins|bien que|quoique|alors que|tandis que",
    "es": "pero|sino|aunque|mientras|sin embargo|no obstante",
    "it": "ma|però|tuttavia|sebbene|mentre|eppure",
}
_CONTRAST = {
    language: lazily(rf"(?<![\w-])(?:{words})(?![\w'’-])", regex.IGNORECASE)
    for language, words in _CONTRASTS.items()
}


_LONGEST = 2_000
"""Letters of the longest sentence that anybody writes."""


def outline(text: str, language: str = "en") -> Structure:
    """Where the sentences, clauses, lines and words of the original `text` begin.

    All are ascending; sentences, clauses and lines start with 0. `words` has nothing where there
    is no word, and counts a URL as one.
    """
    text = masked(text)
    lines = [0, *(found.end() for found in _LINE_BREAK.finditer(text) if found.end() < len(text))]
    words = [found.start() for found in _WORD.finditer(text)]
    sentences = _cut(_with_words(_sentences(text, lines, words, language), [0], words), words, len(text))
    clauses = _with_words([*_clauses(text, language)], sentences, words)
    return Structure(sentences=sentences, clauses=clauses, lines=lines, words=words)


def _cut(sentences: Sequence[int], words: Sequence[int], end: int) -> list[int]:
    """Sentences that are no sentences, of thousands of letters, cut where a word begins."""
    whole: list[int] = []
    for start, stop in pairwise((*sentences, end)):
        whole.append(start)
        while stop - whole[-1] > _LONGEST:
            at = bisect_right(words, whole[-1] + _LONGEST) - 1
            word = words[at] if at >= 0 else 0
            whole.append(word if word > whole[-1] else whole[-1] + _LONGEST)
    return whole


def _sentences(text: str, lines: list[int], words: Sequence[int], language: str) -> list[int]:
    starts = {start for start in _full_stops(text, language) if not _goes_on(text, start, language)}
    starts.update(start for start in lines[1:] if _ends_before(text, start, lines))
    starts.update(_after_emoji(text, sorted(starts), words))
    return [_first_letter(text, start) for start in starts]


def _full_stops(text: str, language: str) -> Iterator[int]:
    if not _STOP.search(text):
        return
    # Imported late: a text without an outline asked for needs none of it.
    from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

    for boundary in get_sentence_boundaries(language, _SURROGATE.sub("\ufffd", text).replace("\x1f", "x")):
        yield boundary["start_index"]


def _goes_on(text: str, start: int, language: str) -> bool:
    """Whether the full stop before `start` is one of an abbreviation or an ordinal number."""
    before = unicodedata.normalize("NFKC", text[max(0, start - 16) : start])
    if "\n" in before[-3:]:
        return False
    if before.endswith(".") and text.startswith("-", start):
        return True
    abbreviated = _ABBREVIATED.get(language)
    if abbreviated and (found := abbreviated.search(before)):
        word = found.group().strip(" (.").lower()
        return word not in _NUMBERED or text[start : start + 1].isdigit()
    return _ORDINAL.search(before) is not None and _ORDINAL_GOES_ON.match(text, start) is not None


def _first_letter(text: str, start: int) -> int:
    found = _BLANKS.match(text, start)
    return found.end() if found else start


def _ends_before(text: str, start: int, lines: list[int]) -> bool:
    """Whether the writer meant the line break before `start` as an end."""
    at = bisect_left(lines, start)
    line = text[lines[at - 1] : start]
    if not line.strip():
        return True
    if not _OPENS.match(text, start):
        return _LIST_ITEM.match(text, start) is not None
    if _LIST_ITEM.match(text, start) or len(line) < _SHORT_LINE or len(line) > _WIDEST_WRAPPED:
        return True
    around = [*lines[max(0, at - 8) : at + 8], len(text)]
    lengths = [end - begin for begin, end in pairwise(around)]
    width = max((length for length in lengths if length <= _WIDEST_WRAPPED), default=0)
    word = _FIRST_WORD.match(text, start)
    return word is not None and len(line) + len(word[1]) < width


def _after_emoji(text: str, starts: list[int], words: Sequence[int]) -> Iterator[int]:
    """The starts of statements that follow a row of emoji, with a statement before it."""
    begin = 0
    for found in _AFTER_EMOJI.finditer(text):
        start = found.end()
        at = bisect_right(starts, start)
        begin = max(begin, starts[at - 1] if at else 0)
        end = starts[at] if at < len(starts) else len(text)
        here = bisect_left(words, start)
        if here - bisect_left(words, begin) > 2 and bisect_left(words, end) - here > 1:
            yield start
            begin = start


def _clauses(text: str, language: str) -> Iterator[int]:
    for found in _CLAUSE_BREAK.finditer(text):
        if found.end() < len(text):
            yield found.end()
    contrast = _CONTRAST.get(language)
    if contrast:
        for found in contrast.finditer(text):
            yield found.start()


def _with_words(starts: Iterable[int], bounds: Sequence[int], words: Sequence[int]) -> list[int]:
    """The `bounds`, and those `starts` that have a word on either side before the next bound.

    Of several without a word between them the last is taken.
    """
    kept = set(bounds)
    before = [bisect_left(words, bound) for bound in (*bounds, words[-1] + 1 if words else 0)]
    last = {bisect_left(words, start): start for start in sorted(starts)}
    for count, start in last.items():
        at = bisect_right(bounds, start) - 1
        if before[at] < count < before[at + 1]:
            kept.add(start)
    return sorted(kept)
