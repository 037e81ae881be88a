"""What identifies a person in a post that draws findings reaches no reporter."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from socialint.linter import Linter
from socialint.model.context import Organisation
from socialint.model.documents import Source
from socialint.model.findings import ReadSource, Report
from socialint.pipeline import prepare
from socialint.readers import read
from socialint.reporters import REPORTERS, Look, render
from socialint.settings import Settings

RECORD = st.from_regex(r"[1-9][0-9]{7}", fullmatch=True)
SSN = st.from_regex(r"[1-5][0-9]{2}-[1-8][1-9]-[1-9][0-9]{3}", fullmatch=True)
MAIL = st.from_regex(r"[a-z]{6}\.[a-z]{7}", fullmatch=True)
NAME = st.sampled_from(["Wilhelmina Quorn", "Ezekiel Ashgrove", "Oleksandra Petrenko", "Rosalind Thackeray"])
NOISE = st.text(st.sampled_from("ab 健é💉\n=<&\"',;|@#*"), max_size=12)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return prepare(Settings(root=Path("."), today=date(2026, 11, 21), organisation=Organisation("clinic")))


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # each run of the linter is dear
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    record=RECORD,
    ssn=SSN,
    mail=MAIL,
    name=NAME,
    noise=NOISE,
    named=st.sampled_from(["a.json", "a.md", "a.txt"]),
)
def test_no_reporter_shows_what_identifies_a_person(
    linter: Linter, report: Report, record: str, ssn: str, mail: str, name: str, noise: str, named: str
) -> None:
    text = (
        f"Our patient {name} rang the bell after chemo with us! Chart MRN {record}, SSN {ssn}.\n\n{noise}\n\n"
        f"Our tea cures cancer, guaranteed! Ask {mail}@example.com, order now."
    )
    written = json.dumps([{"id": f"MRN {record}", "text": text}]) if named == "a.json" else text
    outcome = linter.check(read(Source(named, written.encode())))
    found = replace(
        report,
        findings=sorted(outcome.findings, key=lambda one: one.order),
        unread=outcome.unread,
        coverage=replace(report.coverage, read=(ReadSource(named, "c0ffee", 1, "utf-8"),)),
    )
    rules = {one.rule for one in found.findings}
    assert {"us-hipaa-record-numbers", "us-ftc-cure-guarantee"} <= rules
    for format_name in REPORTERS:
        shown = (
            render(format_name, found, Look(fail_on=None)).replace("&#8203;", "").replace("\\", "").casefold()
        )
        for secret in (record, ssn, ssn[-4:] + ".", mail, *name.casefold().split()):
            assert secret not in shown, (format_name, secret)
