"""Names in letters of another script that look like Latin ones throughout: `Оsсаr` as `Оѕсаг`."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.entities.disguises.known import KnownNames, Undone
from socialint.expressions import lazily
from socialint.text.folding import FOREIGN, as_latin, beyond_ascii
from socialint.text.origins import Edit

_FOREIGN_WORD = lazily(
    r"(?<![\w\p{M}])[\p{Cyrillic}\p{Greek}\p{Armenian}\p{Cherokee}\p{Canadian_Aboriginal}]{3,}(?![\w\p{M}])"
)
_LATIN = lazily(r"\p{Latin}")


def foreign_words(text: str, names: KnownNames) -> Iterator[Undone]:
    """Words of another script in a Latin text that come out at a first name, or stand beside one."""
    if not FOREIGN.search(beyond_ascii(text)):
        return
    words = list(_FOREIGN_WORD.finditer(text))
    if len(_LATIN.findall(text)) < sum(len(word.group()) for word in words):
        return
    for word in words:
        made = as_latin(word.group())
        if len(made) == len(word.group()) and names.may_be_first(made.lower()):
            yield Undone(*word.span(), [Edit(*word.span(), made)], name=True)
