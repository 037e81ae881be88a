"""The forms of German nouns, verbs and adjectives."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from socialint.text.wordlists import irregular

_INSEPARABLE = ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "wider")
_PREFIXES = "ab an auf aus bei ein heim her hin los mit nach vor weg zurück zusammen zu weiter durch um krank gesund frei fest teil fern"
_SEPARABLE = tuple(_PREFIXES.split())
_FEMININE = regex.compile(r"(?:ung|heit|keit|schaft|tion|ität|ei|anz|enz)$")
_ADJECTIVE = regex.compile(
    r"(?:ig|lich|isch|bar|sam|los|frei|voll|haft|iv|ell|ös|fähig|arm|reich|reif|fest|weit|stark|schnell"
    r"|(?:iert|elt|ert|ogen|end|ernd|elnd)|^(?:ge|be|ver|er|ent|zer).+[tn])$"
)
_VERB = regex.compile(r"..(?:en|eln|ern)$")
_NO_VERB = regex.compile(r"(?:schaften|ungen|heiten|keiten)$")
_DENTAL = regex.compile(r"(?:[dt]|[^aeiouäöülrhmn][mn])$")
_HISSING = ("s", "ß", "x", "z")
_ENDINGS = ("e", "en", "er", "es", "em")


def forms_de(term: str) -> Iterable[str]:
    """The forms of a German term, in lower case; of several words, of the last.

    A last word with a capital letter is taken for a noun, as German writes them.
    """
    head, blank, word = term.rpartition(" ")
    noun = word[:1].isupper() and not word.isupper()
    forms = _noun(word.lower()) if noun else _word(word.lower())
    return ((head + blank).lower() + form for form in forms)


def _word(word: str) -> Iterable[str]:
    if len(word) < 3 or not word[-1].isalpha():
        return
    if _VERB.search(word) and not _NO_VERB.search(word):
        yield from _verb(word)
    elif _ADJECTIVE.search(word):
        yield from (word + ending for ending in (*_ENDINGS, *("er" + ending for ending in _ENDINGS)))
        superlative = word + ("est" if _DENTAL.search(word) or word.endswith(_HISSING) else "st")
        yield from (superlative + ending for ending in _ENDINGS)
    else:
        yield from _noun(word)


def _noun(word: str) -> Iterable[str]:
    for lemma, forms in irregular("plurals-de.txt").items():
        if word.endswith(lemma):
            yield from (word.removesuffix(lemma) + form for form in forms)
            if not word.endswith(("e", "ur", "ft")):
                yield from (word + "s", word + "es")
            return
    if len(word) < 3 or not word[-1].isalpha():
        return
    if _FEMININE.search(word):
        yield from (word + ending for ending in ("en", "s"))
    elif word.endswith("in"):
        yield from (word + ending for ending in ("nen", "e", "en", "s"))
    elif word.endswith("e"):
        yield from (word + "n", word + "s")
    elif word.endswith(("chen", "lein", "en")):
        yield word + "s"
    elif word.endswith(("er", "el")):
        yield from (word + "s", word + "n")
    elif word.endswith(_HISSING):
        yield from (word + "e", word + "en", word + "es")
    else:
        yield from (word + ending for ending in ("s", "e", "en", "es"))


def _verb(word: str) -> Iterable[str]:
    for lemma, forms in irregular("verbs-de.txt").items():
        prefix = word.removesuffix(lemma)
        if prefix != word and (not prefix or prefix in _INSEPARABLE or prefix in _SEPARABLE):
            yield from _strong(prefix, lemma, forms)
            return
    stem = word[:-2] if word.endswith("en") else word[:-1]
    link = "e" if _DENTAL.search(stem) else ""
    second = link + "st" if not stem.endswith(_HISSING) else "t"
    present = [stem + "e", stem + second, stem + link + "t"]
    if word.endswith(("eln", "ern")):
        present.append(stem[:-2] + stem[-1] + "e")
    finite = [*present, *(stem + link + ending for ending in ("te", "ten"))]
    participle = stem + link + "t"
    prefix = _separable(word)
    if prefix:
        yield from _apart(prefix, [*finite, word], word)
        participle = f"{prefix}ge{participle.removeprefix(prefix)}"
    elif not word.startswith(_INSEPARABLE) and not word.endswith("ieren"):
        participle = "ge" + participle
    yield from finite
    yield from _declined(participle)
    yield from _declined(word + "d")


def _separable(word: str) -> str:
    """The prefix that a finite form puts behind it: `ab` of `abspecken`."""
    fits = (part for part in _SEPARABLE if word.startswith(part) and len(word) - len(part) > 4)
    return max(fits, key=len, default="")


def _strong(prefix: str, lemma: str, forms: tuple[str, ...]) -> Iterable[str]:
    *finite, participle = forms
    second, imperative = finite[0].removesuffix("t") + "st", finite[0].removesuffix("t")
    finite = [lemma[:-2] + "e", second, imperative, *finite]
    if prefix in _SEPARABLE:
        yield from _apart(prefix, [prefix + form for form in (*finite, lemma)], prefix + lemma)
    elif prefix:
        participle = participle.removeprefix("ge")
    yield from (prefix + form for form in finite)
    yield from _declined(prefix + participle)
    yield from _declined(prefix + lemma + "d")


def _apart(prefix: str, finite: Iterable[str], word: str) -> Iterable[str]:
    """`nimmt … ab`, and `abzunehmen`."""
    yield f"{prefix}zu{word.removeprefix(prefix)}"
    yield from (f"{form.removeprefix(prefix)} … {prefix}" for form in finite)


def _declined(adjective: str) -> Iterable[str]:
    return (adjective + ending for ending in ("", *_ENDINGS))
