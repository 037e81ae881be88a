"""How fast are the tiers of the gate, over 50,000 short posts, against the plain pass and the limit?

`plain` searches for every probe in every post; it is measured over fewer of them. The limit is
Vectorscan alone over the bytes of all posts as one block, looking for the terms as they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from benchmarks import Asked, corpus
from benchmarks.rounds import Times, timed
from benchmarks.tables import table
from socialint.errors import UserError
from socialint.model.documents import Field, Part
from socialint.model.records import Registers
from socialint.model.views import View
from socialint.scan import Plan
from socialint.scan.gates import TIERS, choose
from socialint.text import Normaliser, links

_POSTS = 50_000
_PLAIN_SEARCHES = 400_000  # so many probes times posts are enough for the plain pass
_COUNTS = (200, 2_000, 20_000)
_LIMIT = "Vectorscan, one block"


def measure(asked: Asked) -> Iterator[str]:
    """A table for each number of terms, then the most terms against the fewest."""
    measured: dict[int, dict[str, Times]] = {}
    for count in _COUNTS:
        times = measured[count] = _times(count, asked.rounds)
        head = [f"{count:,} terms", "scan: posts/s", "against plain", "against the limit"]
        yield from table([*head, "with reading: posts/s", "against plain"], _rows(times))
    few, many = measured[_COUNTS[0]], measured[_COUNTS[-1]]
    yield from table(
        [f"{_COUNTS[-1]:,} terms against {_COUNTS[0]:,}", "scan", "with reading"],
        [
            (tier, many[f"{tier} scan"].against(few[f"{tier} scan"]), many[tier].against(few[tier]))
            for tier in installed()
            if tier != "plain"
        ],
    )


def installed() -> Sequence[str]:
    """The tiers whose engine is here."""
    found = []
    for tier in TIERS:
        try:
            choose(tier)
        except UserError:
            continue
        found.append(tier)
    return found


def _rows(times: dict[str, Times]) -> Iterator[Sequence[str]]:
    plain, plain_scan, limit = times["plain"], times["plain scan"], times.get(_LIMIT)
    for tier in installed():
        scan, whole = times[f"{tier} scan"], times[tier]
        part = scan.against(limit) if limit else "–"
        yield tier, scan.rate, scan.against(plain_scan), part, whole.rate, whole.against(plain)
    if limit:
        yield _LIMIT, limit.rate, limit.against(plain_scan), limit.against(limit), "–", "–"


def _times(count: int, rounds: int) -> dict[str, Times]:
    known = corpus.terms(count)
    posts = corpus.posts(_POSTS, known)
    plans = {tier: Plan.of(corpus.leaves(known), Registers(), choose(tier)) for tier in installed()}
    normaliser = Normaliser(plans["words"].vocabulary)
    fields = [Field.plain(Part.BODY, post) for post in posts]
    views = [_views(normaliser, field) for field in fields]
    works: dict[str, tuple[int, Callable[[], object]]] = {}
    for tier, plan in plans.items():
        few = min(_PLAIN_SEARCHES // count if tier == "plain" else len(posts), len(posts))
        works[f"{tier} scan"] = few, partial(_scan, plan, views[:few])
        works[tier] = few, partial(_read_and_scan, plan, normaliser, fields[:few])
    if "hyperscan" in plans:
        works[_LIMIT] = len(posts), _limit(known, "\n".join(posts).encode())
    return timed(works, rounds)


def _views(normaliser: Normaliser, field: Field) -> Sequence[View]:
    return [normaliser.view(one) for one in (field, *links(field))]


def _scan(plan: Plan, posts: Sequence[Sequence[View]]) -> None:
    """The gate, and the hits of every leaf that it lets through."""
    for views in posts:
        hits = plan.scan(views)
        for number in hits.possible:
            hits.of(plan.leaves[number])


def _read_and_scan(plan: Plan, normaliser: Normaliser, fields: Sequence[Field]) -> None:
    for field in fields:
        _scan(plan, [_views(normaliser, field)])


def _limit(known: Sequence[str], data: bytes) -> Callable[[], object]:
    import hyperscan

    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    expressions = [term.encode() for term in known]
    database.compile(expressions=expressions, flags=hyperscan.HS_FLAG_CASELESS, literal=True)
    scratch = hyperscan.Scratch(database)
    return lambda: database.scan(data, lambda *found: None, scratch=scratch)
