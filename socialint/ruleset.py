"""What a run judges by: the rules that are in play, and all that finding them takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from socialint.model.channels import Channel
from socialint.model.needs import NEVER, Needs, asked, met
from socialint.model.policy import Outline, Pack, Rule, Statement
from socialint.model.records import Registers
from socialint.scan import Hits, Plan

if TYPE_CHECKING:
    from socialint.judge import CueTable


@dataclass(frozen=True)
class Ruleset:
    """The rules in play for some settings, with their plan. Made by `compiler`, kept by `store`."""

    digest: str
    """That of the policy, as `sha256:…`."""
    packs: Sequence[Pack]
    """All packs of the policy, in play or not."""
    names: Sequence[str]
    """The ids of all rules of the policy, in play or not."""
    rules: Sequence[Rule]
    """The rules in play: in force, or out of force because of their dates alone."""
    needs: Sequence[Needs]
    """Of each rule that without which it cannot hold."""
    languages: Set[str]
    """The languages (ISO 639-1) that a rule in play reads."""
    asks_for_persons: bool
    """Whether a rule could ask the entity model."""
    persons: Mapping[str, Mapping[str, Sequence[str]]]
    """The words by which names and roles are known, by language and by kind."""
    statements: Mapping[str, Statement]
    cues: CueTable
    lists: Sequence[Path]
    """The word files and tables that rule files name."""
    channels: Mapping[str, Channel]
    """What is known of the channels that posts go to."""
    registers: Registers
    plan: Plan

    @property
    def outline(self) -> Outline:
        """What is told of it."""
        return Outline(
            digest=self.digest,
            packs=tuple(self.packs),
            names=tuple(self.names),
            rules=len(self.rules),
            in_play=frozenset(rule.pack for rule in self.rules),
        )

    @property
    def of_the_run(self) -> Iterator[Rule]:
        """The rules that no post breaks by itself: they speak when every post was judged."""
        for rule, needs in zip(self.rules, self.needs, strict=True):
            if needs == NEVER:
                yield rule

    @property
    def asked(self) -> Set[frozenset[int] | str]:
        """What it depends on whether a rule could hold: sets of leaves, and facts by their keys."""
        return {one for needs in self.needs for one in asked(needs)}

    def meeting(self, has: Callable[[Set[int]], bool], knows: Callable[[str], bool]) -> Iterator[Rule]:
        """The rules that could hold for a post that has one of some leaves, and of which this is known."""
        return (rule for rule, needs in zip(self.rules, self.needs, strict=True) if met(needs, has, knows))

    def possible(self, hits: Hits, knows: Callable[[str], bool]) -> Iterator[Rule]:
        """The rules that could hold where this is found in a post and this is known of it.

        Leaves are looked up only for a rule that could hold by all that the gate let through.
        """
        for rule, needs in zip(self.rules, self.needs, strict=True):
            if met(needs, hits.could_have, knows) and met(needs, hits.has, knows, hits.rows):
                yield rule
