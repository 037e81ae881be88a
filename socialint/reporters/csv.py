"""Report -> a table for spreadsheets, a row a finding, then a row for what could not be checked.

UTF-8 with the mark by which Excel knows it. No cell can begin a formula, also where a program
parts columns at semicolons (OWASP, CSV Injection).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from socialint.model.findings import Finding, Report
from socialint.reporters.look import Look
from socialint.reporters.safe import safe
from socialint.reporters.sentences import FIELDS, cited

MARK = "\ufeff"
_FORMULA = re.compile(r"(^|;)(?=[\s\"']*[=+\-@＝＋－＠])")

COLUMNS = (
    *("severity", "confidence", "category", "rule", "title", "path", "post", "field", "line", "column"),
    *("message", "excerpt", "sentence", "why", "advice", "suggestion", "law", "jurisdiction", "fingerprint"),
)


def render(report: Report, look: Look) -> str:
    """The table with its header, worst finding first; an unread input has the severity `unread`."""
    text = io.StringIO()
    table = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in (*_findings(look.shown(report)), *_unread(report)):
        table.writerow(map(cell, row))
    return MARK + text.getvalue()


def cell(value: object) -> str:
    """The value on one line, with an apostrophe wherever a spreadsheet would begin a formula."""
    return _FORMULA.sub(r"\1'", safe(str(value)))


def _findings(findings: Sequence[Finding]) -> Iterator[Sequence[object]]:
    for one in findings:
        place: tuple[object, ...] = ("", "")
        if one.location.lined:
            place = (one.location.line, one.location.column)
        yield (
            *(one.severity, one.confidence, one.category, one.rule, one.title),
            *(one.path, one.post, FIELDS.get(one.field, one.field), *place),
            *(one.message, one.excerpt, one.sentence, one.why, one.advice, one.fix.title if one.fix else ""),
            *("; ".join(map(cited, one.citations)), one.jurisdiction, one.fingerprint),
        )


def _unread(report: Report) -> Iterator[Sequence[object]]:
    for one in report.unread:
        told = {"severity": "unread", "rule": one.kind.value, "path": one.path, "post": one.post}
        told |= {"field": FIELDS.get(one.part, one.part), "message": one.reason, "advice": one.hint}
        yield [told.get(column, "") for column in COLUMNS]
