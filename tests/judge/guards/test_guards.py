"""The guards as a whole: what they ask for, what they read of a post and its thread."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from socialint.judge.guards import GUARDS, Guards
from socialint.judge.guards.cues import single
from socialint.model.documents import Field, Part
from socialint.model.language import Guard
from socialint.model.leaves import Leaf, Phrases
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.policy import CueRole
from socialint.text import Normaliser
from tests.judge.guards.speech import LANGUAGES, bound, excuses, read_cues

ALL = frozenset(Guard)


def place(posts: Sequence[Sequence[str]], word: str) -> Hit:
    """The first place of a word in the fields of the posts."""
    texts = [text for post in posts for text in post]
    index = next(index for index, text in enumerate(texts) if word in text)
    start = texts[index].index(word)
    return Hit(index, Span(start, start + len(word)))


def excused(posts: Sequence[Sequence[str]], word: str, *guards: Guard) -> Guard | None:
    return bound(posts).excused(place(posts, word), frozenset(guards))


def test_every_guard_but_the_cleared_claim_listens_to_the_text() -> None:
    assert set(GUARDS) == ALL - {Guard.APPROVED_CLAIM}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_cues_for_every_guard(language: str) -> None:
    assert {cue.guard for cue in read_cues(language)} == set(GUARDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_reports_and_hedges_know_the_offers_that_deny_them(language: str) -> None:
    blocked = {cue.guard for cue in read_cues(language) if cue.role is CueRole.BLOCK}
    assert {Guard.ASKED, Guard.REPORTED, Guard.HEDGED} <= blocked


def test_each_phrase_is_a_leaf_of_its_own() -> None:
    leaves = [cue.leaf for cue in single(read_cues("en"))]
    assert all(isinstance(leaf, Phrases) and len(leaf.phrases) == 1 for leaf in leaves)


def test_nothing_is_looked_up_before_somebody_asks() -> None:
    asked: list[Leaf] = []

    def hits(leaf: Leaf) -> Sequence[Hit]:
        asked.append(leaf)
        return ()

    view = Normaliser(()).view(Field.plain(Part.BODY, "It does not cure."))
    table = {number: [cue] for number, cue in enumerate(single(read_cues("en")))}
    guards = Guards(table).bind([view], hits, table)
    assert not asked
    assert guards.excused(Hit(0, Span(12, 16)), frozenset()) is None
    assert not asked
    guards.excused(Hit(0, Span(12, 16)), frozenset({Guard.NEGATED}))
    once = len(asked)
    guards.excused(Hit(0, Span(0, 2)), frozenset({Guard.NEGATED}))
    assert 0 < once == len(asked)


def test_only_the_guards_that_the_rule_names_excuse() -> None:
    posts = [["This tea does not cure gout."]]
    assert excused(posts, "cure", Guard.NEGATED, Guard.WORDING) is Guard.NEGATED
    assert excused(posts, "cure", Guard.WORDING) is None


def test_an_offer_in_another_field_of_the_post_denies_the_question() -> None:
    question = "Can a tea cure gout? We asked."
    assert excused([[question, "More next week."]], "cure", Guard.ASKED) is Guard.ASKED
    assert excused([[question, "Order now, link in bio."]], "cure", Guard.ASKED) is None


def test_an_offer_before_the_question_is_no_answer_to_it() -> None:
    posts = [["Book your flu shot with us.\n\nDoes the shot cause flu? Read on."]]
    assert excused(posts, "cause", Guard.ASKED) is Guard.ASKED


def test_an_offer_in_another_post_of_the_thread_is_no_answer() -> None:
    posts = [["Can a tea cure gout? We asked."], ["Our shop: order now."]]
    assert excused(posts, "cure", Guard.ASKED) is Guard.ASKED


@pytest.mark.parametrize(
    ("end", "guard"),
    [
        ("Do not order it now.", Guard.HEDGED),
        ("Order it now.", None),
        ("The firm was fined $2 million.", Guard.HEDGED),
    ],
)
def test_an_offer_that_is_itself_denied_is_none(end: str, guard: Guard | None) -> None:
    assert excused([["The tea may cure gout. " + end]], "cure", Guard.HEDGED) is guard


def test_the_fact_of_a_later_post_answers_the_myth_of_an_earlier_one() -> None:
    posts = [["Claim: vaccines cause autism."], ["What we found."], ["Fact: they prevent measles."]]
    assert excused(posts, "cause", Guard.CORRECTED) is Guard.CORRECTED
    assert excused(posts, "prevent", Guard.CORRECTED) is None
    assert excused(posts[:2], "cause", Guard.CORRECTED) is None


def test_a_cleared_claim_is_what_the_register_says() -> None:
    view = Normaliser(()).view(Field.plain(Part.BODY, "It cures. It heals."))
    guards = Guards({}).bind([view], lambda leaf: (), (), cleared=lambda hit: hit.span.start < 9)
    only = frozenset({Guard.APPROVED_CLAIM})
    assert guards.excused(Hit(0, Span(3, 8)), only) is Guard.APPROVED_CLAIM
    assert guards.excused(Hit(0, Span(13, 18)), only) is None


def test_cues_of_another_language_are_not_heard_where_the_text_is_surely_in_one() -> None:
    # “pas” denies in French; in Dutch it is a beginning or a card.
    assert not excuses(Guard.NEGATED, "Pas dit jaar hebben wij ontdekt hoe deze thee het «geneest».", "nl")


@pytest.mark.parametrize("guard", sorted(GUARDS))
@pytest.mark.parametrize("text", ["", "x", "?", "❌", "\n\n", "Myth:", "no", "«", "a" * 5000, "? " * 300])
def test_any_text_is_judged(guard: Guard, text: str) -> None:
    hit = Hit(0, Span(0, min(1, len(text))))
    assert bound([[text]]).excused(hit, frozenset({guard})) in (None, guard)
