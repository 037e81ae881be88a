"""The forms of Dutch nouns, verbs and adjectives."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from socialint.text.inflection import APART
from socialint.text.wordlists import irregular

_SEPARABLE = tuple("aan af bij door in kwijt mee na neer onder op over tegen terug toe uit voor weg".split())
_PREFIXES = (*_SEPARABLE, "ver", "be", "her", "ont")
_INSEPARABLE = ("be", "ge", "er", "her", "ver", "ont")
_LONG_VOWEL = regex.compile(r"^(.*[^aeiou])?([aeou])([bcdfgklmnprstvz])$")
_DOUBLE_VOWEL = regex.compile(r"(.*)(aa|ee|oo|uu)([bcdfgklmnprstvz])$")
_SHORT_VOWEL = regex.compile(r"^(?:.*[^aeiouy])?[aeiou][bcdfgklmnprst]$")
_UNSTRESSED = regex.compile(r"..(?:el|er|em|en|ig|ik|erd)$")
_SHORTEST_VERB = 4  # letters: “eten” is one, “ren” in “toeren” is none
_SOFT = {"v": "f", "z": "s"}
_VOICELESS = tuple("tkfspch")


def forms_nl(term: str) -> Iterable[str]:
    """The forms of a Dutch term, in lower case; of several words, of the last."""
    head, blank, word = term.lower().rpartition(" ")
    return (head + blank + form for form in _word(word))


def _word(word: str) -> Iterable[str]:
    if len(word) < 3 or not word[-1].isalpha():
        return
    if word.endswith("en") and len(word) > 4:
        yield from _verb(word)
        return
    yield from _noun_or_adjective(word)


def _noun_or_adjective(word: str) -> Iterable[str]:
    if word.endswith("heid"):
        yield word[:-2] + "den"
        return
    if word.endswith("e"):
        yield from (word + "n", word + "s")
        return
    if word.endswith(("a", "i", "o", "u", "y")):
        yield from (word + "'s", word + "’s")
        return
    stem = _open(word)
    yield from (stem + "en", stem + "e", word + "s")
    yield from (stem + "er", stem + "ere", word + "st", word + "ste")


def _open(word: str) -> str:
    """The stem before a vowel: `pil` to `pill`, `middel` stays, `ziektebeeld` stays, `kuur` to `kur`."""
    if found := _DOUBLE_VOWEL.match(word):
        last = {"f": "v", "s": "z"}.get(found[3], found[3]) if found[2] != "uu" else found[3]
        return found[1] + found[2][0] + last
    if _SHORT_VOWEL.match(word) and not _UNSTRESSED.search(word):
        return word + word[-1]
    if word.endswith(("ijf", "ief", "uif")):
        return word[:-1] + "v"
    if word.endswith(("ijs", "ies", "uis", "oes")):
        return word[:-1] + "z"
    return word


def _closed(stem: str) -> str:
    """The stem at a word's end: `mak` to `maak`, `stopp` to `stop`, `lev` to `leef`."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return stem[:-1]
    if not _UNSTRESSED.search(stem) and (found := _LONG_VOWEL.match(stem)):
        return (found[1] or "") + found[2] * 2 + _SOFT.get(found[3], found[3])
    return stem[:-1] + _SOFT.get(stem[-1], stem[-1])


def _verb(word: str) -> Iterable[str]:
    for lemma, forms in irregular("verbs-nl.txt").items():
        prefix = word.removesuffix(lemma)
        if prefix != word and (not prefix or prefix in _PREFIXES):
            yield from _strong(prefix, lemma, forms)
            return
    prefix = next((one for one in _SEPARABLE if _may_part(word, one)), "")
    if prefix:
        for *finite, participle, declined in _weak(word.removeprefix(prefix)):
            yield from _apart(prefix, finite, word)
            yield from (prefix + participle, prefix + declined)
    # The little word may also belong to the verb: “inhaleren” begins with no “in”.
    for forms in _weak(word):
        yield from forms
    yield from (word + "d", word + "de", word + "s")


def _weak(word: str) -> Iterable[tuple[str, ...]]:
    """Present, past and participle of a verb that adds -te or -de: of “-eren” with either stress."""
    stem = word[:-2]
    past = "t" if stem.endswith(_VOICELESS) else "d"
    for closed in (_closed(stem), *([stem[:-2] + "eer"] if stem.endswith("er") else [])):
        present = closed if closed.endswith("t") else closed + "t"
        participle = closed if closed.endswith(past) else closed + past
        if not word.startswith(_INSEPARABLE):
            participle = "ge" + participle
        yield closed, present, closed + past + "e", closed + past + "en", participle, participle + "e"


def _strong(prefix: str, lemma: str, forms: tuple[str, ...]) -> Iterable[str]:
    *finite, participle = forms
    yield from (prefix + form for form in finite)
    if prefix in _SEPARABLE:
        yield from _apart(prefix, finite, prefix + lemma)
    yield (prefix if prefix in _SEPARABLE else "") + participle
    if prefix and prefix not in _SEPARABLE:
        yield prefix + participle.removeprefix("ge")
    yield from (prefix + lemma + "d", prefix + lemma + "de")


def _may_part(word: str, prefix: str) -> bool:
    rest = word.removeprefix(prefix)
    return rest != word and len(rest) > _SHORTEST_VERB and not rest.startswith("e")


def _apart(prefix: str, finite: Iterable[str], word: str) -> Iterable[str]:
    """`vraagt … aan`, and `aan te vragen`."""
    rest = word.removeprefix(prefix)
    yield f"{prefix} te {rest}"
    yield from (f"{form}{APART}{prefix}" for form in (rest, *finite))
