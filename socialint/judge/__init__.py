"""Hits -> matches: the operators of the rule language, and the guards that excuse a hit."""

from socialint.judge.explanation import explain
from socialint.judge.guards import Guards, PostGuards
from socialint.judge.guards.cues import CueTable, cue_table, single
from socialint.judge.identities import hidden, identified
from socialint.judge.needs import Feasibility, Prepared
from socialint.judge.records import cleared
from socialint.judge.rules import applies, judge
from socialint.judge.statements import leaves, prescribed, text_in_force, word_for_word
from socialint.judge.subject import Subject

__all__ = [
    "CueTable",
    "Feasibility",
    "Guards",
    "PostGuards",
    "Prepared",
    "Subject",
    "applies",
    "cleared",
    "cue_table",
    "explain",
    "hidden",
    "identified",
    "judge",
    "leaves",
    "prescribed",
    "single",
    "text_in_force",
    "word_for_word",
]
