"""The forms of Dutch nouns, verbs and adjectives."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from socialint.text.wordlists import irregular

_PREFIX_LIST = "af aan voor op in uit mee toe tegen bij over onder door ver be her ont"
_PREFIXES = tuple(_PREFIX_LIST.split())
_INSEPARABLE = ("be", "ge", "er", "her", "ver", "ont")
_LONG_VOWEL = regex.compile(r"^(.*[^aeiou])?([aeou])([bcdfgklmnprstvz])$")
_DOUBLE_VOWEL = regex.compile(r"(.*)(aa|ee|oo|uu)([bcdfgklmnprstvz])$")
_SHORT_VOWEL = regex.compile(r"^(?:.*[^aeiouy])?[aeiou][bcdfgklmnprst]$")
_UNSTRESSED = regex.compile(r"..(?:el|er|em|en|ig|ik|erd)$")
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
            yield from (prefix + form for form in forms)
            if prefix and prefix not in _INSEPARABLE:
                yield from (f"{form} {prefix}" for form in forms[:-1])
            yield from (prefix + lemma + "d", prefix + lemma + "de")
            return
    stem = word[:-2]
    closed = _closed(stem)
    past = "t" if stem.endswith(_VOICELESS) else "d"
    yield closed
    present = closed if closed.endswith("t") else closed + "t"
    yield present
    yield from (closed + past + "e", closed + past + "en")
    participle = closed if closed.endswith(past) else closed + past
    if not word.startswith(_INSEPARABLE):
        participle = "ge" + participle
    yield from (participle, participle + "e", word + "d", word + "de")
    yield word + "s"
