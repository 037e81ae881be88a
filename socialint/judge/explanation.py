"""Why a rule does not hold in a post: which of its parts were found, and which were not."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.judge.found import SENTENCE, scope_of
from socialint.judge.judgement import Judgement
from socialint.judge.needs import Prepared
from socialint.judge.rules import applies
from socialint.judge.subject import Subject
from socialint.judge.trees import is_condition
from socialint.model.language import All, Any, Expression, Find, Score, Use
from socialint.model.leaves import Phrases, Words

_SHOWN = 3  # words of a list


def explain(prepared: Prepared, subject: Subject) -> str:
    """The parts of the rule's match, in plain words for whoever wrote the rule."""
    rule = prepared.rule
    if not applies(rule, subject.context):
        return "the rule does not apply to this post: look at `applies` and `effective`"
    judgement = Judgement(subject, rule, {}, ())
    return ", ".join(_parts(judgement, rule.match)) or "not found"


def _parts(judgement: Judgement, match: Expression) -> Iterator[str]:
    parts = match.parts if isinstance(match, All) else (match,)
    scope = scope_of(guards=match.guards, regions=match.regions, within=match.within or SENTENCE)
    bare = scope_of(regions=match.regions)
    for part in parts:
        name = _name(part)
        if is_condition(part):
            holds = judgement.holds(part, scope, None) is not None
            yield f"{name} {'holds' if holds else 'does not hold'}"
        elif judgement.finds(part, scope):
            yield f"{name} found"
        elif judgement.finds(part, bare):
            yield f"{name} found but excused by a guard"
        else:
            where = f" in {', '.join(region.place for region in part.regions)}" if part.regions else ""
            yield f"{name} not found{where}"


def _name(part: Expression) -> str:
    match part:
        case Use(concept=concept):
            return f"`{concept}`"
        case Find(leaf=Words(terms=terms)):
            texts = [text for one in terms for text in one.texts]
            return f"words ({', '.join(texts[:_SHOWN])}{', …' if len(texts) > _SHOWN else ''})"
        case Find(leaf=Phrases()):
            return "phrases"
        case Find(leaf=leaf):
            return type(leaf).__name__.lower()
        case Any(parts=parts):
            return f"any of ({', '.join(map(_name, parts[:_SHOWN]))}{', …' if len(parts) > _SHOWN else ''})"
        case Score():
            return "score"
        case _:
            return part.name or type(part).__name__.lower()
