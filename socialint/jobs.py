"""Sources -> what comes of each, by one process or by several, in the order of the sources.

Judging is work in Python, so several cores need several processes. Each takes a few sources at a
time, or its share of the posts of a big one, and gives back findings that are masked already. What
comes out is the same, byte by byte, whatever the number.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from socialint.discover.sources import Place, Sources
from socialint.errors import UnreadableDocument
from socialint.linter import WHOLE, Linter, Share
from socialint.model.documents import Source, Unread, UnreadKind
from socialint.model.findings import Checked, ReadSource
from socialint.readers import opened
from socialint.readers.enclosed import is_picture
from socialint.readers.shown import NO_PICTURES, Pictures, with_pictures
from socialint.settings import Settings
from socialint.store import ruleset
from socialint.store.told import told, written

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Progress = Callable[[int, str], None]
"""Told how many sources are done, and the name of the next."""

_TOGETHER = 16  # sources: fewer would wait for the way to and fro
_BIG = 256 * 1024  # bytes of a source that more than one process shares
_WORTH_IT = 2 * 1024 * 1024  # bytes: below, starting a process and its entity model costs more than it saves
_AHEAD = 4  # tasks for each process that are handed out before their turn


_Task = tuple[Sources, Share]


def checked(
    linter: Linter,
    sources: Sources,
    *,
    pictures: Pictures = NO_PICTURES,
    jobs: int | None = None,
    progress: Progress = lambda done, name: None,
) -> Iterator[Checked]:
    """What comes of each source, in their order.

    Those of the `pictures` that a source shows are read with it. Without a number there are as many
    `jobs` as cores, where there is work for them.
    """
    jobs = jobs or _worth(sources)
    if jobs == 1:
        for done, source in enumerate(sources):
            progress(done, source.name)
            yield check(linter, source, pictures=pictures)
        return
    tasks = list(_tasks(sources, jobs))
    shares: list[Checked] = []
    done = 0
    with _processes(linter, pictures, jobs) as pool:
        waiting = [pool.submit(_check, task) for task in tasks[: jobs * _AHEAD]]
        later = iter(tasks[jobs * _AHEAD :])
        for task, share in tasks:
            progress(done, task[0].name)
            results = waiting.pop(0).result()
            waiting += [pool.submit(_check, more) for more in islice(later, 1)]
            if share.of > 1:
                shares += results
                results = [_together(shares)] if share.last else []
                shares = shares if not share.last else []
            done += len(task) if share.last else 0
            yield from results


def check(linter: Linter, source: Source, share: Share = WHOLE, pictures: Pictures = NO_PICTURES) -> Checked:
    """What comes of a source, or of a share of its posts, with those of the `pictures` that they show."""
    try:
        drawn = with_pictures(opened(source, linter.settings.columns), pictures)
        document = drawn.document
        outcome = linter.check(document, share)
    except UnreadableDocument as error:
        unread = Unread(source.name, "", "", UnreadKind.SOURCE, error.reason, error.hint)
        return Checked(None, unread=(unread,))
    return Checked(
        _told(source, len(document.posts), document.encoding),
        outcome.findings,
        outcome.unread,
        outcome.relaxed,
        outcome.seconds,
        [_told(picture) for picture in drawn.seen],
        [*drawn.asked],
        outcome.waivers,
        outcome.dated,
    )


def _together(shares: Sequence[Checked]) -> Checked:
    """What came of a source, from all shares of its posts."""
    relaxed: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for one in shares:
        relaxed.update(one.relaxed)
        seconds.update(one.seconds)
    first = shares[0]
    return replace(
        first,
        findings=[found for one in shares for found in one.findings],
        unread=[found for one in shares for found in one.unread],
        waivers=[found for one in shares for found in one.waivers],
        relaxed=relaxed,
        seconds=seconds,
        dated=any(one.dated for one in shares),
        whole=all((one.read, one.asked) == (first.read, first.asked) for one in shares),
    )


def _told(source: Source, posts: int = 0, encoding: str = "") -> ReadSource:
    return ReadSource(source.name, hashlib.sha256(source.data).hexdigest(), posts, encoding)


def _worth(sources: Sources) -> int:
    """One process for each core, if there is enough to do; else one."""
    if sum(map(_size, sources.places)) < _WORTH_IT:
        return 1
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _tasks(sources: Sources, jobs: int) -> Iterator[_Task]:
    start = 0
    for at, place in enumerate(sources.places):
        big = _size(place) > _BIG and not is_picture(place.name)  # which is one post, however big
        if (big or at - start == _TOGETHER) and at > start:
            yield sources[start:at], WHOLE
            start = at
        if big:
            for number in range(jobs):
                yield sources[at : at + 1], Share(number, jobs)
            start = at + 1
    if start < len(sources):
        yield sources[start:], WHOLE


# --- in a process of its own -----------------------------------------------------------------------

_linter: Linter | None = None
"""The linter of this process; a process that is forked finds that of its parent."""
_pictures = NO_PICTURES


def _processes(linter: Linter, pictures: Pictures, jobs: int) -> ProcessPoolExecutor:
    # Imported late: most runs are one process, and these take a while.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    global _linter
    _linter = linter
    way = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(
        jobs,
        multiprocessing.get_context(way),
        initializer=_begin,
        initargs=(written(linter.settings), pictures),
    )


def _begin(settings_told: bytes, pictures: Pictures) -> None:
    global _linter, _pictures
    _pictures = pictures
    if _linter is None:
        settings = told(settings_told)
        assert isinstance(settings, Settings)
        _linter = Linter(settings, ruleset(settings))


def _check(task: _Task) -> Sequence[Checked]:
    assert _linter is not None
    sources, share = task
    return [check(_linter, source, share, _pictures) for source in sources]


def _size(place: Place) -> int:
    if place.data is not None:
        return len(place.data)
    try:
        return os.stat(place.path).st_size
    except OSError:
        return 0
