"""Reports in another language: every sentence is in every catalogue, and says all that it is told."""

from __future__ import annotations

import ast
import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from jinja2 import Environment, nodes

from socialint.model.documents import Part, Unread, UnreadKind
from socialint.model.findings import Report
from socialint.model.policy import Severity
from socialint.reporters import REPORTERS, Look, render
from socialint.reporters.sentences import FIELDS, SKIPPED
from socialint.reporters.speech import ENGLISH, LANGUAGES, MONTHS, speech
from socialint.reporters.speech.elsewhere import ELSEWHERE

REPORTERS_FOLDER = Path(__file__).parents[2] / "socialint" / "reporters"
STEPS = REPORTERS_FOLDER.parent
GOLDEN = Path(__file__).parent / "golden"
FOR_PEOPLE = ("text", "markdown", "html")

TABLES = {
    *map(str, Severity),
    *(FIELDS.get(part, part.value) for part in Part),
    *SKIPPED.values(),
    *MONTHS,
    *ELSEWHERE,
}
"""What is said out of a table, and not where it is called."""


def in_code(path: Path) -> Iterator[tuple[str, ...]]:
    """The sentences that a module says: one, or the singular and the plural. None is put together there."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        match call.func, call.args:
            case ast.Name("say"), [ast.Constant(str(one))]:
                yield (one,)
            case ast.Attribute(ast.Name("say"), "many"), [_, ast.Constant(str(one)), ast.Constant(str(more))]:
                yield one, more
            case ((ast.Name("say") | ast.Attribute(ast.Name("say"), "many")), _):
                pytest.fail(f"{path.name}, line {call.lineno}: no sentence that a test can see")


def in_template(path: Path) -> Iterator[tuple[str, ...]]:
    """The same of a template."""
    for call in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
        match call.node, call.args:
            case nodes.Name(name="say"), [nodes.Const(value=str(one))]:
                yield (one,)
            case nodes.Getattr(attr="many"), [_, nodes.Const(value=str(one)), nodes.Const(value=str(more))]:
                yield one, more
            case ((nodes.Name(name="say") | nodes.Getattr(attr="many")), _):
                pytest.fail(f"{path.name}, line {call.lineno}: no sentence that a test can see")


def said() -> dict[str, tuple[str, ...]]:
    """Every sentence, by the one under which catalogues hold it, with its plural."""
    modules = [path for path in REPORTERS_FOLDER.rglob("*.py") if path.parent.name != "speech"]
    found = {forms[0]: forms for path in modules for forms in in_code(path)}
    found |= {forms[0]: forms for path in REPORTERS_FOLDER.rglob("*.html") for forms in in_template(path)}
    pattern = "{count} {month} {year}"
    return {
        **{word: (word,) for word in TABLES},
        **found,
        pattern: (pattern, pattern),
        "{year}-{month}-{day}": ("{year}-{month}-{day}",),
    }


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def catalogue(language: str) -> dict[str, str | list[str]]:
    text = (REPORTERS_FOLDER / "speech" / f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def forms_of(entry: str | list[str]) -> list[str]:
    return [entry] if isinstance(entry, str) else entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_every_sentence_and_no_other(language: str) -> None:
    held, wanted = set(catalogue(language)), set(said())
    assert wanted - held == set()
    assert held - wanted == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_says_what_it_is_told_in_as_many_forms(language: str) -> None:
    held = catalogue(language)
    for one, forms in said().items():
        assert len(forms_of(held[one])) == len(forms), one
        for form in forms_of(held[one]):
            # One thing may be told without its number: “1er” has it in the word.
            assert gaps(form) | {"count"} == gaps(one) | {"count"}, one
        assert gaps(forms_of(held[one])[-1]) == gaps(one), one


def test_what_other_steps_tell_is_still_told_there() -> None:
    texts = "\n".join(
        path.read_text(encoding="utf-8")
        for path in STEPS.rglob("*.py")
        if REPORTERS_FOLDER not in path.parents
    )
    for sentence in ELSEWHERE:
        fixed = max(re.split(r"\{\w+\}", sentence), key=len)
        assert fixed in texts, sentence


@pytest.mark.parametrize(
    ("language", "quotes"), [("de", ("„", "“")), ("fr", ("«\u00a0", "\u00a0»")), ("nl", ("“", "”"))]
)
def test_a_catalogue_has_the_typography_of_its_language(language: str, quotes: tuple[str, str]) -> None:
    opening, closing = quotes
    for entry in catalogue(language).values():
        for form in forms_of(entry):
            assert '"' not in form
            assert "'" not in form
            assert form.count(opening) == form.count(closing), form
            if language == "fr":
                bare = re.sub(r"\{\w+\}|--[a-z-]+|`[^`]*`", "x", form)
                assert not re.search(r"(?<!\u00a0)[:;!?»](?!\d)|«(?!\u00a0)", bare), form


@pytest.mark.parametrize(
    ("language", "day", "first", "numbers"),
    [
        ("en", "21 November 2026", "1 May 2026", "2026-05-01"),
        ("de", "21. November 2026", "1. Mai 2026", "01.05.2026"),
        ("fr", "21 novembre 2026", "1er mai 2026", "01/05/2026"),
        ("nl", "21 november 2026", "1 mei 2026", "01-05-2026"),
    ],
)
def test_a_day_is_written_as_people_there_write_it(language: str, day: str, first: str, numbers: str) -> None:
    say = speech(language)
    assert (say.day(date(2026, 11, 21)), say.day(date(2026, 5, 1))) == (day, first)
    assert say.date(date(2026, 5, 1)) == numbers


def test_one_and_several_are_told_apart_as_in_the_language() -> None:
    forms = "{count} file", "{count} files"
    assert [speech("de").many(n, *forms) for n in (0, 1, 2)] == ["0 Dateien", "1 Datei", "2 Dateien"]
    assert [speech("fr").many(n, *forms) for n in (0, 1, 2)] == ["0 fichier", "1 fichier", "2 fichiers"]


def test_a_language_without_a_catalogue_is_told_in_english() -> None:
    assert speech("es") is speech("en") is ENGLISH
    assert ENGLISH.catalogue == {}


def test_what_another_step_tells_is_told_in_the_language() -> None:
    say = speech("de")
    assert say.told("waivers.yaml, line 2") == "waivers.yaml, Zeile 2"
    assert say.told("no rule in force speaks its language (it)").endswith("(it)")
    assert say.told("nobody knows this sentence") == "nobody knows this sentence"


def test_a_post_cannot_fill_a_gap(report: Report) -> None:
    odd = replace(report.findings[0], message="{count} {0} {why}", path="{path}.md")
    unread = [Unread("{a}.md", "{b}", "{c}", UnreadKind.SOURCE, "{d}", "{e}")]
    for name in FOR_PEOPLE:
        text = render(name, replace(report, findings=[odd], unread=unread), Look(language="de"))
        assert "{count} {0} {why}" in text
        assert "{path}.md" in text


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_the_report_in_german_looks_as_agreed(report: Report, name: str) -> None:
    golden = GOLDEN / f"{name}-de.txt"
    text = render(name, report, Look(language="de", assumed_market="US"))
    if os.environ.get("SOCIALINT_WRITE_GOLDEN"):
        golden.write_bytes(text.encode("utf-8"))
    assert text == golden.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", sorted(set(REPORTERS) - set(FOR_PEOPLE)))
def test_what_programs_read_is_the_same_in_every_language(report: Report, name: str) -> None:
    assert render(name, report, Look(language="de")) == render(name, report, Look())
