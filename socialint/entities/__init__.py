"""The only door to Presidio: a post's views in, its persons, places and dates out.

Presidio and its model are evidence of where a name stands; who bears it is judged here, by the
staff register and the words around. Both cost more than a second to load, so that nothing of
them is imported before a text has to be read: `require` tells without it whether they are there.

    recogniser(MODEL, registers, policy.persons).find("PERSON", views)

The parts: `models` checks the model's files, `casing` makes the text that is read, `shapes` keeps
texts without names from it, `analyzer` runs Presidio; `cues` hears the words by which names and
roles are known, `names`, `tags` and `paths` find names by them, `disguises` undoes those that were
hidden; `mentions` drops what is no name (`named_after`), `roles` says who is meant, `finder` puts it together.

Numbers and addresses that lead to a person need no model: `recognisers` knows them by their form and
their check digits, for rules without Presidio, and for Presidio as its recognisers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from socialint.entities.models import MODEL, located
from socialint.model.context import ModelReads
from socialint.model.records import Registers

if TYPE_CHECKING:
    from socialint.entities.finder import EntityFinder

__all__ = ["MODEL", "recogniser", "require"]


def require(model: str = MODEL) -> None:
    """Pass if `model` and what runs it are installed as they should be; raise `UserError` if not.

    Imports neither Presidio nor spaCy, and opens no connection. The model's files are checked when
    they are loaded.
    """
    located(model)


def recogniser(
    model: str,
    registers: Registers,
    cues: Mapping[str, Mapping[str, Sequence[str]]],
    *,
    handles: Sequence[str] = (),
    reads: ModelReads = ModelReads.AUTO,
) -> EntityFinder:
    """What finds entities with `model` and the cues of the policy, by language and kind.

    Costs little until a text has to be read; `handles` are
    those of the organisation, beside those of its contacts; `reads` says which texts the model reads.
    """
    from socialint.entities.finder import EntityFinder  # its words and cues are many

    return EntityFinder(model, registers, cues, handles=handles, reads=reads)
