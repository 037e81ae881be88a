"""What a rule says in several languages, and in which one it is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint.model.policy import Rule
from socialint.policy import load
from tests.policy.house import rule_text, told

GERMAN = """\
pack: praxis
rules:
- id: grippe
  title: {en: Flu, de: Grippe}
  category: claims
  severity: high
  citations: [{law: House policy 1, checked: null}]
  match: {any: [{words: [flu]}, {words: [grippe], as: wort}]}
  cases:
    - {when: {use: now}, message: {en: "now: “{match}”", de: "jetzt: „{match}“"}}
  message:
    en: "says “{match}”"
    de: "sagt „{match}“"
  why: {en: because, de: darum}
  advice: say less
  examples: {bad: [{text: flu, because: named}], good: [{text: health, because: not named}]}
concepts: {now: {words: [now, jetzt]}}
"""


def heard(folder: Path, language: str, text: str = GERMAN) -> Rule:
    path = folder / "praxis.yaml"
    path.write_text(text, encoding="utf-8")
    (rule,) = load([], house=[path], version="1.0", language=language).rules
    return rule


def test_a_rule_speaks_the_language_that_is_asked_for(tmp_path: Path) -> None:
    rule = heard(tmp_path, "de")
    assert (rule.title, rule.message, rule.why) == ("Grippe", "sagt „{match}“", "darum")
    assert rule.cases[0].message == "jetzt: „{match}“"
    assert rule.language == "de"


def test_what_is_not_translated_is_said_in_english(tmp_path: Path) -> None:
    assert heard(tmp_path, "de").advice == "say less"
    french = heard(tmp_path, "fr")
    assert (french.message, french.language) == ("says “{match}”", "en")


def test_the_policy_is_the_same_whoever_listens(tmp_path: Path) -> None:
    path = tmp_path / "praxis.yaml"
    path.write_text(GERMAN, encoding="utf-8")
    german, english = (load([], house=[path], version="1.0", language=one) for one in ("de", "en"))
    assert german.digest == english.digest


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("{de: nein}", "10:12 this is not said in English | add `en:`, which everybody can fall back on"),
        ('{en: "{match}", de: "{drug}"}', "10:33 nothing is bound as “drug”"),
        ("{match}", "10:12 expected text, found keys and values | text that begins with { needs quotes"),
        ("{}", "10:12 expected text by language, as in {en: “…”, de: “…”}, found nothing"),
        ("[a, b]", "10:12 expected text, found a list"),
    ],
)
def test_a_translation_is_held_to_what_the_rule_knows(message: str, expected: str, tmp_path: Path) -> None:
    problems = told(rule_text("{words: [flu]}").replace('"says “{match}”"', message), tmp_path)
    assert [one for one in problems if one.startswith(expected)]


def test_a_case_speaks_the_languages_of_its_rule(tmp_path: Path) -> None:
    text = GERMAN.replace(', de: "jetzt: „{match}“"}', "}")
    assert told(text, tmp_path) == [
        "10:35 the rule's message is said in German, this one is not | "
        "add `de:`, or two languages stand in one report"
    ]
