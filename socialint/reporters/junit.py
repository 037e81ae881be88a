"""Report -> JUnit XML: a suite a file, a case a post.

A post with findings that fail a run fails, with all of them in one failure; one with other
findings passes and tells them. What had to be read and was not is an error, what only could have
been is skipped. As the schema of Jenkins has it (jenkinsci/xunit-plugin, `junit-10.xsd`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

from socialint.model.documents import Unread
from socialint.model.findings import Finding, Report
from socialint.reporters.look import Look, fails, missed
from socialint.reporters.safe import safe
from socialint.reporters.sentences import FIELDS, cited, drafts, many, says_more, where

_NO_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, look: Look) -> str:
    """The document; its counts are those of its cases."""
    shown = set(map(id, look.shown(report)))
    told = [one for one in report.findings if id(one) in shown or fails(one, look.fail_on)]
    by_file = drafts(told)
    unread: dict[str, list[Unread]] = {}
    for one in report.unread:
        unread.setdefault(one.path, []).append(one)
    posts = {one.path: one.posts for one in report.coverage.read}
    root = ElementTree.Element("testsuites", name="socialint")
    for path in dict.fromkeys((*posts, *by_file, *unread)):
        root.append(_suite(path, posts.get(path, 0), by_file.get(path, {}), unread.get(path, ()), look))
    for total in ("tests", "failures", "errors", "skipped"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(
    path: str, posts: int, found: Mapping[str, Sequence[Finding]], unread: Sequence[Unread], look: Look
) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", name=_plain(path))
    for post, findings in found.items():
        _post(_case(suite, path, post), findings, look)
    for one in unread:
        within = ", ".join(filter(None, (one.post, FIELDS.get(one.part, one.part))))
        kind = "error" if missed(one, look.require) else "skipped"
        reason = _plain(f"{one.reason}; {one.hint}" if one.hint else one.reason)
        outcome = ElementTree.SubElement(_case(suite, path, f"read {within}".strip()), kind, message=reason)
        if kind == "error":
            outcome.set("type", "unread")
    if posts > len(found):
        _case(suite, path, "every other post" if found else many(posts, "post"))
    suite.set("tests", str(len(suite)))
    for total, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(total, str(len(suite.findall(f"*/{tag}"))))
    return suite


def _case(suite: ElementTree.Element, path: str, name: str) -> ElementTree.Element:
    return ElementTree.SubElement(suite, "testcase", classname=_plain(path), name=_plain(name or path))


def _post(case: ElementTree.Element, findings: Sequence[Finding], look: Look) -> None:
    failing = [one for one in findings if fails(one, look.fail_on)]
    passing = [one for one in findings if not fails(one, look.fail_on)]
    if failing:
        message = _plain(f"{many(len(failing), 'finding')}, the worst: {failing[0].message}")
        failure = ElementTree.SubElement(case, "failure", message=message, type=failing[0].rule)
        failure.text = _told(failing)
    if passing:
        ElementTree.SubElement(case, "system-out").text = _told(passing)


def _told(findings: Sequence[Finding]) -> str:
    lines: list[str] = []
    for one in findings:
        lines += [f"{str(one.severity).upper()} {one.rule}: {one.message}", f"  {where(one)}"]
        lines += [f"  {one.sentence}"] if says_more(one) else []
        lines += [f"  Why: {one.why}", f"  Write instead: {one.advice}"]
        lines += [f"  Law: {'; '.join(map(cited, one.citations))}"] if one.citations else []
    return "\n".join(_plain(line) for line in lines if line.strip())


def _plain(text: str) -> str:
    """The text with nothing in it that XML cannot hold."""
    return _NO_XML.sub("\ufffd", safe(text))
