"""The readings of a text: the certain one, and those in which its disguises are undone."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.model.documents import Field
from socialint.model.views import Reading
from socialint.text.disguises import undoings
from socialint.text.folding import certain
from socialint.text.lexicon import Lexicon
from socialint.text.origins import edited


def readings(field: Field, lexicon: Lexicon, language: str) -> Sequence[Reading]:
    """The certain fold of the text of `field`, then up to three readings that say something else.

    Where a disguise can be undone in several ways, each is in a reading of its own; what can be
    undone in one way only is undone in all of them.
    """
    first = certain(field.text)
    found = undoings(first, field, lexicon, language)
    if not found:
        return (first,)
    made = [first]
    for number in range(max(len(undoing.ways) for undoing in found)):
        edits = [edit for undoing in found for edit in undoing.ways[min(number, len(undoing.ways) - 1)]]
        made.append(edited(first, edits))
    unlike = {reading.text: reading for reading in reversed(made)}
    return tuple(sorted(unlike.values(), key=made.index))
