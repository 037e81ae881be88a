"""The forms of French nouns, verbs and adjectives."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from socialint.text.wordlists import irregular

_UNCHANGED = regex.compile(r"(?:[sxz]|[^a-zàâäéèêëîïôöùûüçœ])$")
_PLAIN_AL = "bal carnaval festival récital régal chacal final naval fatal"
_AL = frozenset(_PLAIN_AL.split())


def forms_fr(term: str) -> Iterable[str]:
    """The forms of a French term, in lower case; of several words, of the last."""
    head, blank, word = term.lower().rpartition(" ")
    return (head + blank + form for form in _word(word))


def _word(word: str) -> Iterable[str]:
    forms = irregular("verbs-fr.txt").get(word) or irregular("plurals-fr.txt").get(word)
    if forms:
        yield from forms
        return
    if len(word) < 3:
        return
    if word.endswith("er") and len(word) > 4:
        yield from _er(word[:-2])
    elif word.endswith("ir") and len(word) > 4:
        yield from _ir(word[:-2])
    elif word.endswith("re") and word[-3:-2] in "dt":
        yield from _re(word[:-2])
    else:
        yield from _noun_or_adjective(word)


def _noun_or_adjective(word: str) -> Iterable[str]:
    if word.endswith("eux"):
        yield from (word[:-1] + "se", word[:-1] + "ses")
    if _UNCHANGED.search(word):
        if word.endswith("s"):
            yield from (word + "e", word + "es")
        return
    if word.endswith("al") and word not in _AL:
        yield from (word[:-1] + "ux", word + "e", word + "es")
    elif word.endswith(("eau", "eu")):
        yield word + "x"
    else:
        yield word + "s"
    if word.endswith("if"):
        yield from (word[:-1] + "ve", word[:-1] + "ves")
    elif word.endswith("er"):
        yield from (word[:-2] + "ère", word[:-2] + "ères")
    elif word.endswith(("el", "en", "on", "et")):
        yield from (word + word[-1] + "e", word + word[-1] + "es")
    elif word.endswith("eur"):
        yield from (word[:-1] + "se", word[:-1] + "ses", word[:-3] + "rice", word[:-3] + "rices")
    elif not word.endswith(("e", "al", "eau", "eu", "ion", "a", "o", "ir")):
        yield from (word + "e", word + "es")


def _er(stem: str) -> Iterable[str]:
    soft = {"g": stem + "e", "c": stem[:-1] + "ç"}.get(stem[-1], stem)
    silent = _before_silent_e(stem)
    yield from (form + ending for form in silent for ending in ("e", "es", "ent", "era", "eront", "erait"))
    yield from (
        stem + "ez",
        stem + "é",
        stem + "ée",
        stem + "és",
        stem + "ées",
        stem + "era",
        stem + "eront",
        stem + "erait",
    )
    yield from (soft + "ons", soft + "ait", soft + "aient", soft + "ant")


def _before_silent_e(stem: str) -> tuple[str, ...]:
    """The stem before an e that is not heard: `allég` to `allèg`, `nettoy` to `nettoi`, `jet` to `jett`."""
    if len(stem) > 2 and stem[-2] in "eé" and stem[-1] not in "aeiouy":
        grave = stem[:-2] + "è" + stem[-1]
        return (grave, stem + stem[-1]) if stem[-1] in "lt" and stem[-2] == "e" else (grave,)
    if stem.endswith(("oy", "uy")):
        return (stem[:-1] + "i",)
    if stem.endswith("ay"):
        return stem, stem[:-1] + "i"
    return (stem,)


def _ir(stem: str) -> Iterable[str]:
    endings = (
        "is",
        "it",
        "issons",
        "issez",
        "issent",
        "issait",
        "issaient",
        "ira",
        "iront",
        "irait",
        "i",
        "ie",
        "ies",
        "issant",
    )
    return (stem + ending for ending in endings)


def _re(stem: str) -> Iterable[str]:
    endings = (
        "s",
        "",
        "ons",
        "ez",
        "ent",
        "ait",
        "aient",
        "ra",
        "ront",
        "rait",
        "u",
        "ue",
        "us",
        "ues",
        "ant",
    )
    return (stem + ending for ending in endings)
