"""Which rules were switched off for a path, by selection, by exception or by override."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from socialint.model.context import ModelReads

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from socialint.model.policy import Rule
    from socialint.settings.values import Settings


def switched_off(settings: Settings, path: str) -> Callable[[Rule], bool]:
    """Whether a rule is switched off for the file at `path`, relative to the configuration."""
    selections = [settings.select] if settings.select else []
    ignored = set(settings.ignore)
    for override in settings.overrides:
        if _globs(override.paths).match_file(path):
            selections += [override.select] if override.select else []
            ignored.update(override.ignore)

    def off(rule: Rule) -> bool:
        names = {rule.id, str(rule.category)}
        return bool(names & ignored) or any(not names & set(selected) for selected in selections)

    return off


def switches(settings: Settings) -> Iterator[str]:
    """What was switched off, in words: `platform in internal/**`."""
    yield from _said(settings.select, settings.ignore)
    if settings.model_reads is ModelReads.OFF:
        yield "the entity model"
    for override in settings.overrides:
        for said in _said(override.select, override.ignore):
            yield f"{said} in {', '.join(override.paths)}"


def _said(select: Sequence[str], ignore: Sequence[str]) -> Iterator[str]:
    if select:
        yield f"all but {', '.join(select)}"
    yield from ignore


@cache
def _globs(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
