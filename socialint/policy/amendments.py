"""What a user's file changes in what is shipped: words of a concept."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from socialint.model.language import Any, Expression, Find
from socialint.model.leaves import Terms, Words
from socialint.policy.drafts import ConceptDraft, FileDraft, WordChange
from socialint.policy.expressions import terms_of
from socialint.policy.walking import parts_of, with_leaves
from socialint.schema import Reading
from socialint.schema.suggestions import suggest


def amended(files: Sequence[FileDraft], reading: Reading) -> list[FileDraft]:
    """The files, with every `words+`, `words-` and `except+` put into the concept it changes."""
    result = list(files)
    for file in files:
        for change in file.changes:
            _amend(result, change, reading)
    return result


def _amend(files: list[FileDraft], change: ConceptDraft, reading: Reading) -> None:
    found = False
    for at, file in enumerate(files):
        concept = file.concepts.get(change.name)
        if concept is None:
            continue
        found = True
        if concept.body is None or change.change is None:
            continue
        body = _changed(concept.body, change.change, change, reading)
        concepts = {**file.concepts, change.name: dataclasses.replace(concept, body=body)}
        files[at] = dataclasses.replace(file, concepts=concepts)
    if not found:
        known = {name for file in files for name in file.concepts}
        reading.note(
            change.node, f"no concept is called “{change.name}”", suggest(change.name, known, most=0)
        )


def _changed(body: Expression, change: WordChange, concept: ConceptDraft, reading: Reading) -> Expression:
    for language, words in change.less.items():
        leaf = _first_words(body)
        here = (
            [text for terms in leaf.terms if language in ("", terms.language) for text in terms.texts]
            if leaf
            else []
        )
        for word in words:
            if word.casefold() not in {text.casefold() for text in here}:
                reading.note(
                    concept.node,
                    f"“{word}” is not among the words of “{concept.name}”",
                    suggest(word, here, most=0),
                )
        body = _with_first_words(body, partial(_less, language=language, less=words))
    if change.more:
        if _first_words(body) is None:
            body = Any(
                parts=(body, Find(leaf=Words(terms_of(change.more)), mark=concept.mark)), mark=body.mark
            )
        else:
            body = _with_first_words(body, partial(_more, more=change.more))
    if change.exceptions:
        body = dataclasses.replace(body, exceptions=(*body.exceptions, *change.exceptions))
    return body


def _first_words(body: Expression) -> Words | None:
    if isinstance(body, Find):
        return body.leaf if isinstance(body.leaf, Words) else None
    return next((leaf for part in parts_of(body) if (leaf := _first_words(part))), None)


def _with_first_words(
    body: Expression, change: Callable[[tuple[Terms, ...]], tuple[Terms, ...]]
) -> Expression:
    done = False

    def once(find: Find) -> Expression:
        nonlocal done
        if done or not isinstance(find.leaf, Words):
            return find
        done = True
        return dataclasses.replace(find, leaf=dataclasses.replace(find.leaf, terms=change(find.leaf.terms)))

    return with_leaves(body, once)


def _more(terms: tuple[Terms, ...], more: Mapping[str, tuple[str, ...]]) -> tuple[Terms, ...]:
    words = {part.language: part.texts for part in terms}
    for language, texts in more.items():
        words[language] = tuple(dict.fromkeys((*words.get(language, ()), *texts)))
    return terms_of(words)


def _less(terms: tuple[Terms, ...], language: str, less: tuple[str, ...]) -> tuple[Terms, ...]:
    gone = {word.casefold() for word in less}
    return tuple(
        Terms(part.language, tuple(text for text in part.texts if text.casefold() not in gone))
        if language in ("", part.language)
        else part
        for part in terms
    )
