"""The forms of a term: what a writer of a rule need not list.

Nobody says whether a term is a noun, a verb or an adjective, so it gets the forms of each that its
ending allows. A form that is no word does no harm, as no post has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from socialint.text.inflection_de import forms_de
from socialint.text.inflection_en import forms_en
from socialint.text.inflection_fr import forms_fr
from socialint.text.inflection_nl import forms_nl

LANGUAGES: dict[str, Callable[[str], Iterable[str]]] = {
    "en": forms_en,
    "de": forms_de,
    "nl": forms_nl,
    "fr": forms_fr,
}
"""For each language that has forms: a term to its forms in lower case."""


def inflections(term: str, language: str) -> tuple[str, ...]:
    """The forms of `term` in `language`, in lower case, the term itself first and as it is.

    Of several words the last is inflected; in English the first as well where it is a verb. In a
    language that we have no forms for, the term alone.
    """
    forms = LANGUAGES.get(language.lower().partition("-")[0])
    if forms is None or not term.strip():
        return (term,)
    made = dict.fromkeys(forms(" ".join(term.split())))
    made.pop(term.lower(), None)
    return (term, *made)
