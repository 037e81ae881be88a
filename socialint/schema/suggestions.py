"""What somebody may have meant: the nearest of the names there are."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name most like `word`, or "" when none is like it."""
    names = {name.casefold(): name for name in known}
    wanted = word.casefold().strip()
    if wanted in names:
        return names[wanted]
    swapped = wanted.replace("_", "-")
    for folded, name in names.items():
        if folded.replace("_", "-") == swapped:
            return name
    found = get_close_matches(wanted, names, n=1, cutoff=0.6)
    return names[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question that names the nearest known name, or "" when none is near."""
    name = nearest(word, known)
    return f"did you mean “{name}”?" if name else ""


def suggest(word: str, known: Iterable[str], *, most: int = 12) -> str:
    """The question, or else what there is to choose from."""
    names = list(known)
    question = did_you_mean(word, names)
    if question or not names:
        return question
    if not most:
        return ""
    listed = ", ".join(sorted(names)[:most])
    return f"known: {listed}, …" if len(names) > most else f"known: {listed}"
