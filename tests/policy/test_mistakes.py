"""What authors get wrong, and what they are told: the line, what is wrong, the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint.errors import UserError
from tests.policy.house import FRAME, loaded, rule_text, told

# A match in the frame stands at line 14, from column 10 on.
MATCHES = [
    ("{use: diesease}", "14:16 no concept is called “diesease” | did you mean “disease”?"),
    ("{use: crisis-line}", "14:16 no concept is called “crisis-line” | “crisis-line” is a statement: write `missing: crisis-line`"),
    ("{use: disease, within: fold}", "14:33 “fold” is not a distance | “fold” is a place: write `in: fold`"),
    ("{use: disease, in: sentence}", "14:29 “sentence” is not a place | “sentence” is a distance: write `within: sentence`"),
    ("{use: disease, in: alttext}", "14:29 “alttext” is not a place | did you mean “alt_text”?"),
    ("{use: disease, within: words}", "14:33 “words” is not a distance | say how many: `within: {words: 8}`"),
    ("{use: disease, within: {word: 3}}", "14:33 this is not a distance: no key says which | did you mean “words”?"),
    ("{use: disease, within: {words: few}}", "14:41 expected a whole number of at least 1, found “few”"),
    ("{words: [cure(s)?]}", "14:19 “cure(s)?” is a pattern, not words | write `pattern:` or `phrases:`"),
    ("{words: [a*b]}", "14:19 “*” in “a*b” is inside a word | `*` ends a stem, as in visit*, or opens a compound, as in *salbe"),
    ("{words: []}", "14:18 this list needs something in it"),
    ("{words: {english: [a]}}", "14:19 expected a language as in en, found “english”"),
    ('{phrases: ["for weight loss|migraine"]}', "14:37 “|” outside of brackets at “|migraine” | put alternatives in round brackets: (a|b)"),
    ('{phrases: ["cure(s)"]}', "14:26 brackets hold whole words, not parts of one at “(s)” | write the words out: (cure|cures)"),
    ('{phrases: ["(a|b"]}', "14:21 “(” is not closed | close it with “)”"),
    ('{phrases: ["a]"]}', "14:23 “]” closes nothing at “]” | delete it, or open it before"),
    ('{phrases: ["a (b]"]}', "14:26 “]” closes nothing at “]” | “(” is closed by “)”"),
    ('{phrases: ["a {b"]}', "14:24 “{” without a name and “}” at “{b” | a concept stands in braces: {drug}"),
    ('{phrases: ["… a"]}', "14:21 “…” stands between words, not at the edge of a phrase | leave it out"),
    ('{phrases: ["[a] [b]"]}', "14:21 this phrase has no word that must be there | take a word out of the square brackets"),
    ('{phrases: ["a (|b)"]}', "14:25 an empty option in “(…)” at “|b)” | what may be left out stands in square brackets: [a]"),
    ('{phrases: ["a {diseas}"]}', "14:25 no concept is called “diseas” | did you mean “disease”?"),
    (
        '{phrases: ["' + "({disease}|a) " * 6 + '({disease}|b)"]}',
        "14:21 this phrase can be read in more than 64 ways | give the brackets with a concept in them a name of their own, or write several phrases",
    ),
    ("{pattern: '(a+)+$'}", "14:20 this pattern can take exponential time, as over “aaaaaaaaaaa!” | a safer form of (a+)+ is a+: repeat once, not inside a repeat"),
    ("{pattern: 'x*'}", "14:20 this pattern finds the empty text, so it is found everywhere | something in it must be there: write `+` for `*`, or take a `?` out"),
    ("{pattern: 'a$b'}", "14:20 this pattern never finds anything | “$” is the end of the text, and something must stand after it"),
    ("{pattern: 'cures? (it'}", "14:31 this pattern is broken at its end, after “cures? (it”: missing ) | a bracket, dot or sign that stands for itself needs a backslash: \\(, \\."),
    ("{missing: crisis-line}", "14:10 this would fire on every post | say what calls for it: `missing` and `not` never stand alone"),
    ("{all: [{not: {use: disease}}, {missing: crisis-line}]}", "14:10 this would fire on every post | say what calls for it: `missing` and `not` never stand alone"),
    ("{all: [{metadata: {audience: {not: hcp}}}, {missing: crisis-line}]}", "14:10 this would fire on every post | say what calls for it: `missing` and `not` never stand alone"),
    ("{any: [{use: disease}, {missing: crisis-line}]}", "14:10 this would fire on every post | say what calls for it: `missing` and `not` never stand alone"),
    ("{all: [{use: disease}, {missing: crisis-lin}]}", "14:43 no statement or concept is called “crisis-lin” | did you mean “crisis-line”?"),
    ("{all: [{use: disease}, {term: drug.risks}]}", "14:40 nothing is bound as “drug” | bind it where it is found: `as: drug`"),
    ("{all: [{register: products, as: drug}, {term: drg.risks}]}", "14:56 nothing is bound as “drg” | did you mean “drug”?"),
    ("{all: [{register: products, as: drug}, {term: drug.risk}]}", "14:56 “drug” has no “risk” | did you mean “risks”?"),
    ("{all: [{register: products, as: drug}, {fact: {drug.staus: EUA}}]}", "14:57 “drug” has no “staus” | did you mean “status”?"),
    (
        "{all: [{any: [{register: products, as: drug}, {words: [a]}]}, {term: drug.risks}]}",
        "14:79 “drug” is bound in one arm of `any`, or by one signal, only | move the part that uses it into the arm that binds it",
    ),
    ("{all: [{use: disease}, {missing: {record: consent, for: person}}]}", "14:66 nothing is bound as “person” | bind it where it is found: `as: person`"),
    ("{use: disease, unless: [negatd]}", "14:34 “negatd” is not a guard | did you mean “negated”?"),
    (
        "{use: disease, unless: [disease]}",
        "14:34 “disease” is not a guard | guards: approved-claim, asked, corrected, hedged, negated, reported, wording; a concept that excuses is written {use: NAME}",
    ),
    ("{use: disease, word: [a]}", "14:25 unknown key “word” | known: as, at-least, except, in, phi, unless, use, within"),
    ("{wordz: [a]}", "14:10 this is not something to look for: no key says which | did you mean “words”?"),
    ("{words: [a], phrases: [b]}", "14:23 “words” and “phrases” cannot stand side by side | keep one"),
    ("{words: [a], where: {x: y}}", "14:23 unknown key “where” | only registers, lists, entities and records have rows to ask"),
    ("[{use: disease}]", "14:10 expected something to look for, as in {words: […]} or {use: NAME}, found a list | say how they combine: {all: […]} or {any: […]}"),
    ("disease", "14:10 expected something to look for, as in {words: […]} or {use: NAME}, found “disease” | a concept is written {use: disease}, words {words: [disease]}"),
    ("{all: []}", "14:16 this list needs something in it"),
    ("{count: {use: disease}}", "14:18 how often? | add `at-least` or `at-most`"),
    ("{count: {use: disease}, at-least: 3, at-most: 2}", "14:44 nothing is found at least 3 and at most 2 times"),
    ("{score: {at-least: 2, signals: [{use: disease, points: two words}]}}", "14:65 there is no table with a column “two words” | write a number"),
    ("{use: disease, at-least: 3}", "14:25 “disease” is no score, and counts no points"),
    ("{number: mony}", "14:19 “mony” is not a kind of number | did you mean “money”?"),
    ("{number: money, over: 5, under: 3}", "14:32 nothing is over 5 and under 3"),
    ("{number: money, is: 5, under: 3}", "14:30 “is” stands alone, without “over” and “under”"),
    ("{register: product}", "14:21 “product” is not a register | did you mean “products”?"),
    ("{register: products, where: {clas: rx}}", "14:39 nothing here is called “clas” | did you mean “class”?"),
    ("{register: products, by: gneric}", "14:35 nothing here is called “gneric” | did you mean “generic”?"),
    ("{entity: person}", "14:19 “person” is not a kind of entity | did you mean “PERSON”?"),
    ("{entity: PERSON, where: {role: pacient}}", "14:41 “pacient” is no role | did you mean “patient”?"),
    ("{list: words.txt}", "14:17 no file “words.txt” beside this one | name it as seen from the folder of this rule file"),
    ("{record: consnt}", "14:19 “consnt” is not a kind of record | did you mean “consent”?"),
    ("{fact: {status: EUA}}", "14:26 “status” does not say whose | write the bound name first: `drug.status`; facts about the post stand under `metadata`"),
    ("{metadata: {audiance: hcp}}", "14:22 nothing here is called “audiance” | did you mean “audience”?"),
    ("{metadata: {audience: {nott: hcp}}}", "14:33 unknown key “nott” | did you mean “not”?"),
    ("{metadata: {}}", "14:21 expected facts and their values, as in {class: rx}, found nothing"),
    ("{measure: grade}", "14:20 how much? | add `over` or `under`"),
    ("{measure: grade, over: limit}", "14:33 no channel limits “grade” | limits are of hashtags, length, links; write a number"),
    ("{measure: length, over: 280}", "14:20 each channel counts a length in its own way | write `over: limit`, or measure `characters`"),
    ("{measure: length, over: limit, in: shown}", "14:45 no channel limits “length” in “shown” | a length is limited in body, title, alt_text, first_comment; all else in the whole post"),
    ("{use: disease, phi: ssn}", "14:30 expected a kind in capitals, as in SSN, found “ssn”"),
]  # fmt: skip


@pytest.mark.parametrize(("match", "said"), MATCHES)
def test_a_mistake_in_a_match_is_told(match: str, said: str, tmp_path: Path) -> None:
    assert told(rule_text(match), tmp_path) == [said]


# A line of the rule after its match stands at line 15.
LINES = [
    ("cases: [{when: {reason: late}, severity: low}]", "15:27 nothing in this rule can be “late” | a reason says how something is `missing`, and nothing is here"),
    ("cases: [{when: {points: 3}, severity: low}]", "15:19 points are counted by a `score`, and this rule has none"),
    ("cases: [{when: {use: disease}}]", "15:11 this case changes nothing | add severity, confidence, message, advice or fix"),
    ("cases: [{when: {use: disease}, sevrity: low}]", "15:34 unknown key “sevrity” | did you mean “severity”?"),
    ("cases: [{when: {use: diseas}, severity: low}]", "15:24 no concept is called “diseas” | did you mean “disease”?"),
    ('cases: [{when: {use: drug}, message: "for {drug}"}]', "15:45 nothing is bound as “drug” | known: found, lacking, match, points, reason"),
    ("fix: {replace-statement: crisisline}", "15:8 no statement is called “crisisline” | did you mean “crisis-line”?"),
    ("fix: {swap: x}", "15:8 this is not a fix: no key says which | known: append, append-statement, begin, capitalise, delete, insert, replace, replace-statement"),
    ("fix: {replace: x, delete: true}", "15:21 “replace” and “delete” cannot stand side by side | keep one"),
    ("effective: {from: 2026-05-01, until: 2026-04-01}", "15:40 it ends before it begins"),
    ("effective: {from: soon}", "15:21 expected a date as in 2026-11-21, found “soon”"),
    ("applies: {organisation: hospitall}", "15:27 “hospitall” is not a kind of organisation | did you mean “hospital”?"),
    ("applies: {audience: {not: everyone}}", "15:29 “everyone” is not an audience | known: hcp, minors, patients, public, staff"),
    ("applies: {post_type: payed}", "15:24 “payed” is not a type of post | did you mean “paid”?"),
    ("unless: [negated]", "15:3 unknown key “unless” | it stands inside `match`; a rule that extends another writes `unless+`"),
    ("off: true", "15:8 “off” changes another rule | name that rule: `extends: RULE`"),
    ("confidence: sure", "15:15 “sure” is not a confidence | known: high, low, medium"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "said"), LINES)
def test_a_mistake_around_a_match_is_told(line: str, said: str, tmp_path: Path) -> None:
    assert told(rule_text("{use: disease}", line), tmp_path) == [said]


GOOD = rule_text("{use: disease}")
REPLACED = [
    ("says “{match}”", "says “{mach}”", "10:19 nothing is bound as “mach” | did you mean “match”?"),
    ("says “{match}”", "it is {reason}", "10:19 “{reason}” says what is `missing`, and nothing is here"),
    ("says “{match}”", "it has {points}", "10:20 “{points}” are counted by a `score`, and this rule has none"),
    ("good: [{text: health, because: not named}]", "good: []", "13:56 this list needs something in it"),
    (", good: [{text: health, because: not named}]", "", "13:13 no good example | add a post that the rule must leave alone"),
    ("bad: [{text: flu, because: named}], ", "", "13:13 no bad example | add a post that the rule must find"),
    ("because: named", "becos: named", "13:20 “because” is missing"),
    ("{text: flu,", "{text: In crisis, call 988.,", "13:38 unknown key “call 988.”: a comma ends unquoted text inside braces | put the text in quotes"),
    ("{text: flu,", "{text: flu, post_typ: paid,", "13:32 posts have no “post_typ” | did you mean “post_type”?"),
    ("  citations: [{law: House policy 1, checked: null}]\n", "", "5:3 “citations” is missing | say it here, or among the `defaults` of the file"),
    ("  why: because\n  advice: say less\n", "", "5:3 “why”, “advice” are missing | a rule that extends none says all of these"),
    (", checked: null", "", "9:15 “checked” is missing"),
    ("checked: null", "checked: yes", "9:46 expected a date as in 2026-11-21, found “yes”"),
    ("severity: high", "severity: hihg", "8:13 “hihg” is not a severity | did you mean “high”?"),
    ("category: claims", "category: claim", "7:13 “claim” is not a category | did you mean “claims”?"),
    ("disease: {words: [flu, measles]}", "disease: {use: ill}, ill: {any: [{use: disease}]}", "2:45 this goes in a circle: disease → ill → disease | take one of them out"),
    ("disease: {words: [flu, measles]}", "disease: {words: [flu, measles]}, disease: {words: [a]}", "2:46 the key “disease” stands here a second time | the first is at house.yaml:2:12; keep one"),
    ("drug: {reg", "dissease: {words+: [x]}, drug: {reg", "2:46 no concept is called “dissease” | did you mean “disease”?"),
    ("disease: {words", "disease: {words+: [x], words", "2:35 unknown key “words” | `words+` adds to a shipped concept; `words` alone makes one of your own"),
    ("texts: {en: [Call or text 988.]}", "texts: {en: []}", "3:40 this list needs something in it"),
    ("texts: {en: [Call or text 988.]}", "near: 0.9", "3:27 a statement without wording | add `texts`, or `parts` that must all be there"),
    ("texts: {en: [Call", "near: 3, texts: {en: [Call", "3:34 expected a number from 0 to 1, found “3”"),
    ("rules:", "fixtures: {drugs: []}\nrules:", "4:12 “drugs” is not a register | known: claims, consents, contacts, products, staff"),
    ("rules:", "defaults: {unles: [asked]}\nrules:", "4:12 unknown key “unles” | did you mean “unless”?"),
    ("pack: house", "pack: House", "1:7 expected a name in small letters, digits and hyphens, found “House”"),
    ("pack: house\n", "", "1:1 “pack” is missing"),
    ("pack: house", "pack: house\njurisdiction: Texas", "2:15 expected a market as in US or US-TX, found “Texas”"),
    ("rules:\n- id", "rule:\n- id", "4:1 unknown key “rule” | did you mean “rules”?"),
    ("category: claims", "category: claims: all", "7:19 a colon where none can stand | text with “: ” in it needs quotes; else the indentation above is not what it seems"),
    ("  category: claims", "\tcategory: claims", "7:1 a tab | indent with spaces"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), REPLACED)
def test_a_mistake_elsewhere_is_told(
    old: str, new: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert old in GOOD
    assert told(GOOD.replace(old, new, 1), tmp_path) == [said]


ADDED = [
    ("- {id: a-rule, title: again}", "15:8 the id “a-rule” stands here a second time | the first is at house.yaml:5; rename one, or write `extends` to change that rule"),
    ("- {id: b-rule, extends: a-rul}", "15:25 no rule is called “a-rul” | did you mean “a-rule”?"),
    ("- {id: b-rule, extends: c-rule}\n- {id: c-rule, extends: b-rule}", "15:25 this goes in a circle: b-rule → c-rule → b-rule | take one `extends` out"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "said"), ADDED)
def test_a_mistake_between_rules_is_told(
    rule: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told(f"{GOOD}{rule}\n", tmp_path) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1:1 expected a rule file, found nothing"),
        ("- a\n", "1:1 expected a rule file, found a list"),
        ("pack: x\nrules: {a: b}\n", "2:8 expected a list of rules, found keys and values | each rule begins with “- id: …”"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_rule_file_is_told(text: str, said: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == [said]


def test_a_statement_without_words_in_a_language_of_the_rule_is_told(tmp_path: Path) -> None:
    text = rule_text("{all: [{use: disease}, {missing: crisis-line}]}", "applies: {language: [en, nl]}")
    assert told(text, tmp_path) == [
        "14:43 the rule applies to nl, and the statement “crisis-line” has no Dutch wording | "
        "add the wording, or narrow `applies: {language: […]}`"
    ]


def test_a_case_may_speak_of_what_it_asks_for(tmp_path: Path) -> None:
    match = "{any: [{register: products, as: drug}, {use: disease}]}"
    case = 'cases: [{when: {fact: {drug.class: rx}}, message: "about {drug}"}]'
    assert loaded(rule_text(match, case), tmp_path).rules
    assert told(rule_text(match, 'cases: [{when: {use: disease}, message: "about {drug}"}]'), tmp_path) == [
        "15:50 “drug” is bound in one arm of `any`, or by one signal, only | "
        "move the part that uses it into the arm that binds it, or say it in a case that asks for it"
    ]


def test_several_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("severity: high", "severity: hihg").replace("flu, measles", "flu(s)?")
    text += "- {id: b-rule, extends: a-rule, cases: [{when: {use: ilness}, severity: lo}]}\n"
    assert [said.split(" ")[0] for said in told(text, tmp_path)] == ["2:30", "8:13", "15:73"]


def test_a_broken_concept_is_told_once_and_blames_nobody_else(tmp_path: Path) -> None:
    assert told(GOOD.replace("flu, measles", "flu(s)?"), tmp_path) == [
        "2:30 “flu(s)?” is a pattern, not words | write `pattern:` or `phrases:`"
    ]


def test_a_problem_shows_the_line_and_the_place_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError) as caught:
        loaded(rule_text("{use: diesease}"), tmp_path)
    assert str(caught.value) == (
        "house.yaml:14:16: no concept is called “diesease”\n"
        "      match: {use: diesease}\n"
        "                   ^\n"
        "  did you mean “disease”?"
    )


def test_the_frame_itself_is_right(tmp_path: Path) -> None:
    assert FRAME.count("\n") == 13
    assert [rule.id for rule in loaded(GOOD, tmp_path).rules] == ["a-rule"]


def test_a_file_with_a_like_name_is_suggested(tmp_path: Path) -> None:
    assert told(rule_text("{list: terms.txt}"), tmp_path, term_txt="flu\n") == [
        "14:17 no file “terms.txt” beside this one | did you mean “term.txt”?"
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "phrase,points\nhurry\n",
            "2:0 1 cells where the header has 2 | put text with a comma in double quotes",
        ),
        ("phrase,phrase\nhurry,1\n", "1:0 the column “phrase” stands twice, or has no name"),
        ("", "0:0 no header in this table | name the columns in the first line"),
        ('phrase\n"hurry\n', "2:0 this is not CSV: unexpected end of data"),
    ],
)
def test_a_mistake_in_a_table_is_told(content: str, said: str, tmp_path: Path) -> None:
    assert told(rule_text("{list: cues.csv}"), tmp_path, cues_csv=content) == [said]


def test_a_column_that_no_table_has_is_told(tmp_path: Path) -> None:
    table = "phrase,points\nhurry,1\n"
    assert told(rule_text("{list: cues.csv, columns: phrases}"), tmp_path, cues_csv=table) == [
        "1:0 no column “phrases” | did you mean “phrase”?"
    ]
    assert told(rule_text("{list: cues.csv, where: {pionts: {over: 1}}}"), tmp_path, cues_csv=table) == [
        "14:35 nothing here is called “pionts” | did you mean “points”?"
    ]
