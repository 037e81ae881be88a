"""The forms of English nouns, verbs and a few adjectives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product

import regex

from socialint.text.wordlists import irregular, rows

# Adjectives that rules speak of; any other adjective keeps its form.
_IRREGULAR_DEGREES = {
    "good": ("better", "best"),
    "well": ("better", "best"),
    "bad": ("worse", "worst"),
    "little": ("less", "least"),
    "many": ("more", "most"),
    "far": ("further", "furthest", "farther", "farthest"),
}
_ADJECTIVES = """
    bright calm cheap clean clear close cool dark deep dry easy early fast fat fine firm fit fresh full great
    happy hard healthy heavy high hot itchy large late lean light long loose low mild new nice old pale plump
    poor puffy pure quick rich safe sexy sharp short sick simple skinny slim slow small smart smooth soft sore
    strong sure sweet tall thick thin tight tiny ugly warm weak wide young
"""
_DEGREES = frozenset(_ADJECTIVES.split())

# Of these only the plural is a word, unless they are known verbs.
_NOUN = regex.compile(
    r"(?:[st]ion|ment|ness|ity|ism|ist|ance|ence|ancy|ency|ship|hood|dom|logy|graphy|tomy|plasty|scopy|itis"
    r"|oma|emia|pathy|algia|rrhea|gram|er|or|eer|ician|cide|ture|age|ery|ss|apy|ide|mab|statin|pril|vir|ine|[aiu])$"
)
# These have no other form.
_ADJECTIVE = regex.compile(
    r"(?:[^aeiou]ful|less|ous|[^aeiou]able|ible|[cts]ive|[tcn]ical|ic|[^aeiou]al|ary|ish|some|proof|free|ly)$"
)
_FORM = regex.compile(r"(?:[^s]s|ing|..ed|'s|[^a-z'’])$")
_MASS_S = regex.compile(r"(?:osis|iasis|esis|ysis|itis|us|is|ics)$")

_AFTER_O = frozenset(("echo", "hero", "potato", "tomato", "veto", "torpedo", "do", "go", "undergo", "undo"))
_SHORTEST_SINGULAR = 4
_VOWELS = frozenset("aeiou")
_SHORT = regex.compile(r"(?:[^aeiou]*|.*qu)[aeiou][bdfgklmnprtvz]")
_LONG_DOUBLED = """
    admit allot begin commit compel confer control defer deter emit equip excel expel forget format
    incur infer occur omit outrun overrun patrol permit prefer propel rebel rebut recur refer regret
    remit rerun reset submit transfer transmit unplug unzip upset zigzag
"""
_DOUBLED = frozenset(_LONG_DOUBLED.split())
_EITHER_WAY = """
    cancel counsel enrol fuel fulfil instal label level marvel model signal total travel tunnel
"""
_DOUBLED_IN_BRITAIN = frozenset(_EITHER_WAY.split())

_PARTICLE_LIST = """
    up off out away down in on over back through around along apart together about for from with without of to
    at by into onto upon than as rid yourself yourselves it them you me us him her that this
"""
_PARTICLES = frozenset(_PARTICLE_LIST.split())


@cache
def _verbs() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Known verbs, with their past forms and participles where those are irregular."""
    verbs: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for row in rows("verbs-en.txt"):
        lemma, _, forms = row.partition(": ")
        if not forms:
            verbs |= dict.fromkeys(row.split(), ((), ()))
            continue
        past, _, participle = forms.partition("; ")
        verbs[lemma] = (tuple(past.split()), tuple(participle.split()))
    return verbs


def forms_en(term: str) -> Iterable[str]:
    """The forms of an English term, in lower case."""
    *before, last = term.lower().split()
    if not before:
        yield from _word(last)
        return
    first, *middle = before
    heads = [first]
    if first in _verbs():
        heads += _verb(first)
        tails = [last] if last in _PARTICLES else [last, *_noun(last)]
    else:
        tails = [last, *_verb(last)] if last in _verbs() else [last, *_noun(last)]
    yield from (" ".join((head, *middle, tail)) for head, tail in product(heads, tails))


def _word(word: str) -> Iterable[str]:
    """All forms of a single word; of one with hyphens, those of its last part."""
    head, hyphen, tail = word.rpartition("-")
    if hyphen and tail:
        yield from (head + hyphen + form for form in (_verb(tail) if tail in _verbs() else _noun(tail)))
        return
    yield from _noun(word)
    if word in _verbs() or word in _DOUBLED or (_has_forms(word) and not _NOUN.search(word)):
        yield from _verb(word)
    yield from _degrees(word)


def _has_forms(word: str) -> bool:
    nouns = irregular("plurals-en.txt")
    listed = any(word in words for words in (_DEGREES, _IRREGULAR_DEGREES, nouns, _irregular_singulars()))
    bound = _FORM.search(word) or _MASS_S.search(word) or _ADJECTIVE.search(word)
    return len(word) > 2 and not listed and not bound


def _noun(word: str) -> Iterable[str]:
    plurals = irregular("plurals-en.txt").get(word)
    if plurals:
        yield from plurals
    elif word in _verbs() or _has_forms(word):
        yield _with_s(word)
    else:
        yield from _singular(word)


def _singular(plural: str) -> Iterable[str]:
    """The noun that `plural` is more than one of, if it is a known word: `aids` and `news` are not."""
    if plural in _irregular_singulars():
        yield _irregular_singulars()[plural]
    elif plural.endswith("s") and not _MASS_S.search(plural):
        stems = (plural[:-1], plural.removesuffix("es"), plural.removesuffix("ies") + "y")
        known = (stem for stem in stems if len(stem) >= _SHORTEST_SINGULAR and _with_s(stem) == plural)
        yield from (stem for stem in known if stem in _common_words() and stem not in _IRREGULAR_DEGREES)


@cache
def _irregular_singulars() -> Mapping[str, str]:
    nouns = irregular("plurals-en.txt")
    return {plural: singular for singular, plurals in nouns.items() for plural in plurals}


@cache
def _common_words() -> frozenset[str]:
    return frozenset(rows("words-en.txt")) | frozenset(_verbs())


def _with_s(word: str) -> str:
    if word in ("have", "be"):
        return {"have": "has", "be": "is"}[word]
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in _AFTER_O:
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _verb(word: str) -> Iterable[str]:
    past, participle = _verbs().get(word, ((), ()))
    yield _with_s(word)
    if word == "be":
        yield from ("am", "are")
    yield from past or _with_ed(word)
    yield from participle
    yield from _with_ing(word)


def _with_ed(word: str) -> Iterable[str]:
    if word.endswith("e"):
        yield word + "d"
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        yield word[:-1] + "ied"
    else:
        yield from (stem + "ed" for stem in _stems(word))


def _with_ing(word: str) -> Iterable[str]:
    if word.endswith("ie"):
        yield word[:-2] + "ying"
    elif word.endswith("e") and len(word) > 2 and not word.endswith(("ee", "oe", "ye")):
        yield word[:-1] + "ing"
    else:
        yield from (stem + "ing" for stem in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    """What stands before -ed and -ing, in American and in British spelling."""
    if word.endswith("c"):
        return (word + "k",)
    if word in _DOUBLED_IN_BRITAIN:
        return word, word + word[-1]
    if word in _DOUBLED or _SHORT.fullmatch(word):
        return (word + word[-1],)
    return (word,)


def _degrees(word: str) -> Iterable[str]:
    if word in _IRREGULAR_DEGREES:
        yield from _IRREGULAR_DEGREES[word]
    elif word in _DEGREES:
        stem = word
        if word.endswith("e"):
            stem = word[:-1]
        elif word.endswith("y"):
            stem = word[:-1] + "i"
        elif _SHORT.fullmatch(word):
            stem = word + word[-1]
        yield from (stem + "er", stem + "est")
