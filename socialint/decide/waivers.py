"""What is wrong with a waiver -> a finding, at the place where the waiver is written."""

from __future__ import annotations

from socialint.model.findings import Edition, Finding
from socialint.model.identities import digest
from socialint.model.places import Span
from socialint.model.policy import Rule
from socialint.model.waivers import Waiver


def of_waiver(rule: Rule, waiver: Waiver, rules: tuple[str, ...], why: str, *, ordinal: int) -> Finding:
    """The finding of a rule about waivers; `rules` are those whose findings are meant.

    `ordinal` tells it from others about waivers that say the same.
    """
    named = ", ".join(rules or waiver.rules)
    text = rule.message.replace("{match}", f"“{named}”" if named else "this").replace("{reason}", why)
    post = "" if waiver.on_record else waiver.post
    parts = (rule.id, waiver.written_in, waiver.path, waiver.edition or waiver.post, named, str(ordinal))
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        confidence=rule.confidence,
        message=text,
        path=waiver.written_in,
        post=", ".join(filter(None, (post, waiver.location.landmark))),
        field="",
        location=waiver.location,
        span=Span(0, 0),
        excerpt=named,
        sentence="",
        marked=(),
        title=rule.title,
        why=rule.why,
        advice=rule.advice,
        citations=rule.citations,
        jurisdiction=rule.jurisdiction,
        fingerprint=digest("\0".join(parts))[:32],
        words="",
        edition=Edition(waiver.edition, ""),
    )
