"""The certain fold: a text as every reader takes it, whatever its letters are dressed up as.

Case, quotes, dashes, blanks and invisible characters go; letters keep their accents and their
script. Only a word that mixes Latin with look-alike letters of another script, and all of whose
letters can be read as Latin, is read so: no such word is honest.

ASCII is copied in whole runs. What is not ASCII is folded in runs as well, from one to the next
blank as a rule, and through a cache: posts repeat their quotes, emoji and words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import regex

from socialint.expressions import lazily
from socialint.model.views import Reading
from socialint.text.addresses import LINK_MARK, masked
from socialint.text.decoding import decoded
from socialint.text.letters import FLAGS, PLAIN, latin_lookalikes, lookalikes
from socialint.text.origins import Tracer, compose

# What belongs to the character before it: marks, joiners, selectors.
_EXTENDS = r"[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\uff9e\uff9f]"
_HANGUL = r"[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb\uffa1-\uffdc]"
_REGIONAL = r"[\U0001f1e6-\U0001f1ff]"

_ORDINARY = bytes((0x0A, 0x1F, *range(0x20, 0x7F)))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SPECIAL_RUN = lazily(r"[^\n\x20-\x7e]+(?:(?<=\r)\n)?")
_EXTENDED = lazily(_EXTENDS)
# Not more than so many at once: sorting thousands of heaped marks takes the square of the time.
_CLUSTER = lazily(rf"\r\n|{_HANGUL}{{1,64}}{_EXTENDS}{{0,32}}|{_REGIONAL}{{2}}|[\s\S]{_EXTENDS}{{0,32}}")
_INVISIBLE = lazily(r"[\p{Cf}\p{Default_Ignorable_Code_Point}\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+")
_OVERLAY = lazily(r"[\u0334-\u0338\u0488\u0489\u20d0-\u20f0]+")
PICTURE = lazily(r"(?![\x00-\x7f°])[\p{So}\p{Extended_Pictographic}\U0001f3fb-\U0001f3ff]")
_EMOJI_LOOK = lazily(r"(?![\x00-\x7f])\p{Emoji}\ufe0f|.\ufe0f?\u20e3", regex.DOTALL)
_MARK = lazily(r"\p{M}+")
_PLAIN_BASE = lazily(r"[\p{Latin}\x00-\x7f]")

FOREIGN = lazily(r"[\p{Cyrillic}\p{Greek}\p{Armenian}\p{Cherokee}\p{Canadian_Aboriginal}]")
_PHONETIC = lazily(r"[ɑɡɪɯʏᴀ-ᴢᶃᶌẝỿꜰꜱꞘꞙꞟꞯꞲ-Ꞵꬲꬵꬽꭇꭈꭎꭒꭚɢʀʙʜʟ]")
_WORD = r"[\w\p{M}\p{Cf}]"
_MIXED_WORD = lazily(
    rf"(?<!{_WORD})(?={_WORD}*?\p{{Latin}})"
    rf"(?={_WORD}*?[\p{{Cyrillic}}\p{{Greek}}\p{{Armenian}}\p{{Cherokee}}\p{{Canadian_Aboriginal}}]){_WORD}++"
)

_CACHED_RUN = 48
_MOST_ROUNDS = 4  # two do, as far as anybody has seen
_TOO_MANY_MARKS = 3  # no alphabet puts three on a Latin letter


def fold(text: str) -> str:
    """The text as the first reading of a post would have it, but with its URLs; for terms."""
    return folded(text).text


def certain(text: str) -> Reading:
    """The first reading of a field's text: URLs masked, codes decoded, everything folded."""
    before = unfolded(text)
    return compose(folded(before.text), before)


def unfolded(text: str) -> Reading:
    """What the first reading of a field's text is folded from."""
    return decoded(masked(text.replace(LINK_MARK, " ")))


def of_link(text: str) -> Reading:
    """The one reading of a field that is a URL: decoded and folded."""
    before = decoded(text)
    return compose(folded(before.text), before)


def folded(text: str) -> Reading:
    """The fold of a text with its URLs: what a link is read as."""
    if text.isascii() and not text.encode().translate(None, _ORDINARY):
        return Reading(text.lower())
    reading = _once(text)
    for _ in range(_MOST_ROUNDS):
        if _settled(reading.text):
            break
        reading = compose(_once(reading.text), reading)
    return reading


def _settled(text: str) -> bool:
    """Whether folding again would change nothing.

    It may: letters that were undressed can make a mixed word, and folded ones can compose.
    """
    return unicodedata.is_normalized("NFKC", text) and _latinised(text) == text


def _once(text: str) -> Reading:
    text = _latinised(text)
    tracer = Tracer()
    pieces: list[str] = []
    at = 0
    for found in _SPECIAL_RUN.finditer(text):
        start, end = found.span()
        if start > at and _EXTENDED.match(text, start) and text[start - 1] != "\n":
            start -= 1
        if start > at:
            pieces.append(text[at:start].lower())
            tracer.copy(start - at)
        run = text[start:end]
        folded, blocks = _fold_run(run) if len(run) <= _CACHED_RUN else _fold_run.__wrapped__(run)
        pieces.append(folded)
        if blocks is None:
            tracer.copy(len(run))
        else:
            for made, taken in blocks:
                tracer.replace(made, taken)
        at = end
    pieces.append(text[at:].lower())
    tracer.copy(len(text) - at)
    return tracer.reading("".join(pieces))


@lru_cache(maxsize=1 << 15)
def _fold_run(run: str) -> tuple[str, tuple[tuple[int, int], ...] | None]:
    """The folded run, and how many characters stand for how many; None where each is its own."""
    if run.isalpha() and not PICTURE.search(run) and unicodedata.is_normalized("NFKC", run):
        folded = run.translate(PLAIN).casefold()
        if len(folded) == len(run) and unicodedata.is_normalized("NFKC", folded):
            return folded, None
    clusters = _CLUSTER.findall(run)
    parts = [_fold_cluster(cluster) for cluster in clusters]
    folded = "".join(parts)
    if len(clusters) == len(run) == len(folded) and all(parts):
        return folded, None
    blocks: list[tuple[int, int]] = []
    for cluster, part in zip(clusters, parts, strict=True):
        one_by_one = part and len(part) == len(cluster) and part == cluster.casefold()
        blocks += [(1, 1)] * len(part) if one_by_one else [(len(part), len(cluster))]
    return folded, tuple(blocks)


@lru_cache(maxsize=1 << 14)
def _fold_cluster(cluster: str) -> str:
    if cluster in FLAGS or (_EMOJI_LOOK.match(cluster) and ord(cluster[0]) not in PLAIN):
        return " "
    text = cluster if cluster != "\r\n" else "\n"
    for _ in range(_MOST_ROUNDS):
        before = text
        text = _INVISIBLE.sub("", text.translate(PLAIN))
        text = _OVERLAY.sub("", unicodedata.normalize("NFKC", text))
        text = PICTURE.sub(" ", text.translate(PLAIN))
        if _PLAIN_BASE.match(text):
            if len(_MARK.findall(text)) and len(unicodedata.normalize("NFD", cluster)) > _TOO_MANY_MARKS:
                text = unicodedata.normalize("NFD", text)
            text = _MARK.sub("", text)
        elif _MARK.match(text):
            return ""
        text = unicodedata.normalize("NFKC", text.casefold())
        if text == before:
            break
    return text


def beyond_ascii(text: str) -> str:
    """The characters of `text` that are not ASCII: few as a rule, so quickly looked through."""
    return "".join(_NOT_ASCII.findall(text))


def _latinised(text: str) -> str:
    """The text with the look-alike letters of mixed words as Latin ones, each in its place."""
    rare = beyond_ascii(text)
    if _PHONETIC.search(rare):
        text = text.translate(latin_lookalikes())
    if FOREIGN.search(rare):
        text = _MIXED_WORD.sub(lambda found: as_latin(found.group()) or found.group(), text)
    return text


def _bare(letter: str) -> str:
    """The letter without its accent: `ί` as `ι`."""
    return unicodedata.normalize("NFD", letter)[0]


def is_mixed(word: str) -> bool:
    """Whether the word mixes Latin letters with those of another script that look like them."""
    found = _MIXED_WORD.search(word)
    return found is not None and as_latin(found.group()) != ""


def as_latin(word: str) -> str:
    """The word in the Latin letters that its others look like; empty where one looks like none."""
    table = lookalikes()
    letters = []
    for letter in word:
        if FOREIGN.match(letter):
            twin = table.get(letter) or table.get(letter.casefold()) or table.get(_bare(letter))
            if twin is None:
                return ""
            letters.append(twin)
        else:
            letters.append(letter)
    return "".join(letters)
