"""The forms of a term: what a writer of a rule need not list.

Nobody says whether a term is a noun, a verb or an adjective, so it gets the forms of each that its
ending allows. A form that is no word does no harm, as no post has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module

APART = " … "
"""Stands in a form that comes in two parts, for the words that may come between them."""

LANGUAGES = {
    "en": "socialint.text.inflection_en:forms_en",
    "de": "socialint.text.inflection_de:forms_de",
    "nl": "socialint.text.inflection_nl:forms_nl",
    "fr": "socialint.text.inflection_fr:forms_fr",
}
"""For each language that has forms: where the function is that makes those of a term, in lower case."""


def inflections(term: str, language: str) -> tuple[str, ...]:
    """The forms of `term` in `language`, in lower case, the term itself first and as it is.

    Of several words the last is inflected; in English the first as well where it is a verb. In a
    language that we have no forms for, the term alone. A `*` before the last word stays there. Where
    a form comes apart (“nimmt … ab”), ` … ` stands for what may come between its parts.
    """
    code = language.lower().partition("-")[0]
    if code not in LANGUAGES or not term.strip():
        return (term,)
    head, blank, last = " ".join(term.split()).rpartition(" ")
    if last[:1] == "*" and last[1:]:
        return (term, *(f"{head}{blank}*{form}".lower() for form in inflections(last[1:], code)[1:]))
    made = dict.fromkeys(_forms(code)(" ".join(term.split())))
    made.pop(term.lower(), None)
    return (term, *made)


@cache
def _forms(code: str) -> Callable[[str], Iterable[str]]:
    # Rules in one language pay for that language.
    module, _, name = LANGUAGES[code].partition(":")
    forms: Callable[[str], Iterable[str]] = getattr(import_module(module), name)
    return forms
