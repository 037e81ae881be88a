"""Packs, names across files, siblings, and what a house changes in what is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint.errors import UserError
from socialint.model.language import All, Any, Find, Guard, Missing, Use
from socialint.model.leaves import Words
from socialint.model.policy import CueRole, Policy, Rule, Severity
from socialint.policy import load
from socialint.shipped import shipped_rules
from tests.policy.house import rule_text

RULE = rule_text("MATCH").partition("rules:\n")[2]


def rule(name: str, match: str, *more: str) -> str:
    text = RULE.replace("a-rule", name).replace("MATCH", match)
    return text + "".join(f"  {line}\n" for line in more)


def written(folder: Path, **files: str) -> Path:
    """A folder of rule files; `us__rules` is `us/rules.yaml`."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


PACK = "pack: us\ntitle: United States\njurisdiction: US\nreviewed: 2026-11-21\n"
SHIPPED = {
    "vocabulary__words": "concepts: {illness: {words: [flu, measles]}, ill: {any: [{use: illness}, {words: sick}]}}\n",
    "us__pack": PACK + "concepts: {visit: {words: [visit]}}\nstatements: {line: {texts: {en: Call 988.}}}\n",
    "us__rules": "pack: us\nrules:\n" + rule("us-ill", "{all: [{use: ill}, {use: visit}, {missing: line}]}"),
}


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return written(tmp_path / "rules", **SHIPPED)


def house(shipped: Path, text: str) -> dict[str, Rule]:
    path = shipped.parent / "house.yaml"
    path.write_text(text, encoding="utf-8")
    return {one.id: one for one in load([shipped], house=[path], version="1.0").rules}


def told(shipped: Path, text: str = "pack: house\n") -> list[str]:
    with pytest.raises(UserError) as caught:
        house(shipped, text)
    return [f"{Path(one.path).name}:{one.line}:{one.column} {one.what}" for one in caught.value.problems]


def terms(found: object) -> tuple[str, ...]:
    """The words of the first leaf of a concept."""
    while isinstance(found, (Use, Any)):
        found = found.part if isinstance(found, Use) else found.parts[0]
    assert isinstance(found, Find)
    assert isinstance(found.leaf, Words)
    return found.leaf.terms[0].texts


def parts(found: Rule) -> tuple[object, ...]:
    assert isinstance(found.match, (All, Any))
    return found.match.parts


# --- Packs ---------------------------------------------------------------------------------------


def slow(pack: str) -> str:
    return f"pack: {pack}\nrules:\n" + rule(f"{pack}-slow", "{pattern: '(a+)+b'}")


def test_what_is_proven_is_read_and_what_a_user_adds_is_checked(shipped: Path) -> None:
    written(shipped, us__slow=slow("us"))
    assert {one.id for one in load([shipped], version="1.0", proven=True).rules} == {"us-ill", "us-slow"}
    with pytest.raises(UserError):
        load([shipped], version="1.0")
    written(shipped.parent, house=slow("house"))
    with pytest.raises(UserError) as caught:
        load([shipped], house=[shipped.parent / "house.yaml"], version="1.0", proven=True)
    assert [Path(one.path).name for one in caught.value.problems] == ["house.yaml"]


def test_a_pack_is_a_folder_and_shares_its_names(shipped: Path) -> None:
    policy = load([shipped], version="1.0")
    (found,) = policy.rules
    assert (found.pack, found.jurisdiction) == ("us", "US")
    (pack,) = policy.packs
    assert (pack.id, pack.title, pack.version, pack.shipped) == ("us", "United States", "1.0", True)
    assert list(policy.statements) == ["us/line"]
    assert policy.statements["us/line"].name == "line"


def test_a_house_pack_holds_everywhere_unless_it_says_where(shipped: Path) -> None:
    found = house(shipped, "pack: house\nrules:\n" + rule("mine", "{use: ill}"))
    assert found["mine"].jurisdiction == "INT"


def test_a_pack_says_once_what_it_is(shipped: Path) -> None:
    written(shipped, us__more="pack: us\ntitle: Again\n")
    assert told(shipped) == ["pack.yaml:2:8 “title” of the pack “us” stands here a second time"]


def test_a_shipped_pack_says_when_it_was_reviewed(shipped: Path) -> None:
    written(shipped, us__pack=SHIPPED["us__pack"].replace("reviewed: 2026-11-21\n", ""))
    assert told(shipped) == ["pack.yaml:1:7 no file of the pack “us” has “reviewed”"]


def test_a_house_pack_has_a_name_of_its_own(shipped: Path) -> None:
    assert told(shipped, "pack: us\n") == ["house.yaml:1:7 a pack that is shipped is called “us”"]


def test_files_that_are_no_packs_are_left_alone(shipped: Path) -> None:
    (shipped / "channels.yaml").write_text("channels: {}\n")
    (shipped / "schema.json").write_text("{}\n")
    (shipped / "us" / "lists").mkdir()
    (shipped / "us" / "lists" / "words.txt").write_text("flu\n")
    assert len(load([shipped], version="1.0").rules) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [("nowhere", "there is no such file or folder"), ("empty", "no rule file in this folder")],
)
def test_a_path_without_rules_is_told(name: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match=said):
        load([], house=[tmp_path / name], version="1.0")


def test_the_digest_changes_with_the_bytes_and_not_with_the_place(shipped: Path, tmp_path: Path) -> None:
    first = load([shipped], version="1.0").digest
    assert first.startswith("sha256:")
    assert load([written(tmp_path / "elsewhere", **SHIPPED)], version="1.0").digest == first
    written(shipped, us__pack=SHIPPED["us__pack"].replace("[visit]", "[call]"))
    assert load([shipped], version="1.0").digest != first


def test_the_shipped_rules_are_beside_the_package() -> None:
    assert (shipped_rules() / "vocabulary").is_dir()


# --- Names ---------------------------------------------------------------------------------------


def test_a_name_is_looked_up_in_the_file_then_the_pack_then_the_vocabulary(shipped: Path) -> None:
    everywhere = rule("one", "{use: illness}")
    assert terms(house(shipped, "pack: house\nrules:\n" + everywhere)["one"].match) == ("flu", "measles")
    own = "pack: house\nconcepts: {illness: {words: [gout]}}\nrules:\n" + everywhere
    assert terms(house(shipped, own)["one"].match) == ("gout",)


def test_a_name_that_two_other_files_define_is_told(shipped: Path) -> None:
    written(
        shipped,
        us__a="pack: us\nconcepts: {twice: {words: [a]}}\n",
        us__b="pack: us\nconcepts: {twice: {words: [b]}}\nrules:\n" + rule("us-b", "{use: twice}"),
    )
    assert terms(house(shipped, "pack: house\n")["us-b"].match) == ("b",)
    written(shipped, us__rules="pack: us\nrules:\n" + rule("us-ill", "{use: twice}"))
    assert told(shipped) == ["rules.yaml:12:16 two files of this pack define “twice”"]


def test_a_concept_of_the_vocabulary_keeps_its_own_words(shipped: Path) -> None:
    text = "pack: house\nconcepts: {illness: {words: [gout]}}\nrules:\n" + rule("one", "{use: ill}")
    assert terms(house(shipped, text)["one"].match) == ("flu", "measles")


# --- Defaults --------------------------------------------------------------------------------------


def test_defaults_are_replaced_and_their_excuses_added(shipped: Path) -> None:
    defaults = "defaults: {confidence: low, applies: {audience: public}, unless: [asked, {words: ad}]}\n"
    text = "pack: house\n" + defaults + "rules:\n"
    text += rule("one", "{words: a, unless: negated}") + rule(
        "two", "{words: a}", "applies: {channel: x}", "confidence: high"
    )
    found = house(shipped, text)
    assert found["one"].match.guards == {Guard.NEGATED, Guard.ASKED}
    assert len(found["one"].match.excuses) == 1
    assert str(found["one"].confidence) == "low"
    assert found["one"].applies.audience
    assert found["two"].applies.audience is None
    assert str(found["two"].confidence) == "high"


# --- What a house changes ----------------------------------------------------------------------------


def test_words_are_added_for_all_rules_of_a_concept(shipped: Path) -> None:
    found = house(shipped, "pack: house\nconcepts: {illness: {words+: [gout], words-: [measles]}}\n")
    assert terms(parts(found["us-ill"])[0]) == ("flu", "gout")


def test_the_first_words_below_a_concept_take_the_change(shipped: Path) -> None:
    found = house(shipped, "pack: house\nconcepts: {ill: {words+: [poorly]}}\n")
    ill = parts(found["us-ill"])[0]
    assert isinstance(ill, Use)
    assert isinstance(ill.part, Any)
    assert [terms(part) for part in ill.part.parts] == [("flu", "measles"), ("sick", "poorly")]


def test_longer_phrases_cancel_the_words_of_a_concept(shipped: Path) -> None:
    found = house(shipped, "pack: house\nconcepts: {illness: {except+: [flu shot]}}\n")
    ill = parts(found["us-ill"])[0]
    assert isinstance(ill, Use)
    assert isinstance(ill.part, Any)
    first = ill.part.parts[0]
    assert isinstance(first, Use)
    assert [terms(one) for one in first.part.exceptions] == [("flu shot",)]


def test_a_word_that_is_not_there_cannot_be_taken_away(shipped: Path) -> None:
    text = "pack: house\nconcepts: {illness: {words-: [measels]}}\n"
    assert told(shipped, text) == ["house.yaml:2:12 “measels” is not among the words of “illness”"]


def test_a_rule_under_its_own_id_is_changed(shipped: Path) -> None:
    text = """\
pack: house
concepts: {drill: {words: [drill]}}
rules:
- {id: us-ill, extends: us-ill, severity: low, "unless+": [asked, {use: drill}], applies: {channel: x}, message: "{match}!"}
"""
    found = house(shipped, text)["us-ill"]
    assert (found.severity, found.message, found.title, found.pack) == (
        Severity.LOW,
        "{match}!",
        "A rule",
        "us",
    )
    assert found.match.guards == {Guard.ASKED}
    assert terms(found.match.excuses[0]) == ("drill",)
    assert len(parts(found)) == 3


def test_a_rule_can_be_switched_off(shipped: Path) -> None:
    assert house(shipped, "pack: house\nrules: [{id: us-ill, extends: us-ill, off: true}]\n") == {}


def test_a_sibling_uses_the_words_of_its_own_pack(shipped: Path) -> None:
    text = """\
pack: house
concepts: {illness: {words: [gout]}}
statements: {line: {texts: {en: Call us.}}}
rules: [{id: my-ill, extends: us-ill, severity: low}]
"""
    found = house(shipped, text)
    assert terms(parts(found["us-ill"])[0]) == ("flu", "measles")
    assert terms(parts(found["my-ill"])[0]) == ("gout",)
    lines = [parts(found[name])[2] for name in ("us-ill", "my-ill")]
    assert [line.statement for line in lines if isinstance(line, Missing)] == ["us/line", "house/line"]
    # What the sibling has no words for is the same object.
    visits = [parts(found[name])[1] for name in ("us-ill", "my-ill")]
    assert isinstance(visits[0], Use)
    assert isinstance(visits[1], Use)
    assert visits[0].part is visits[1].part
    assert (found["my-ill"].pack, found["my-ill"].jurisdiction) == ("house", "INT")


def test_a_sibling_of_a_sibling_is_asked_first(shipped: Path) -> None:
    written(
        shipped,
        be="pack: be\ntitle: Belgium\njurisdiction: BE\nreviewed: 2026-11-21\n"
        "statements: {line: {texts: {en: Bel 1813.}}}\nrules: [{id: be-ill, extends: us-ill}]\n",
    )
    text = "pack: house\nconcepts: {visit: {words: [come]}}\nrules: [{id: my-ill, extends: be-ill}]\n"
    found = house(shipped, text)["my-ill"]
    visit, missing = parts(found)[1:]
    assert terms(visit) == ("come",)
    assert isinstance(missing, Missing)
    assert missing.statement == "be/line"


def test_a_case_of_a_change_knows_the_names_of_both(shipped: Path) -> None:
    text = """\
pack: house
concepts: {drill: {words: [drill]}}
rules:
- id: us-ill
  extends: us-ill
  cases: [{when: {use: drill}, severity: low}, {when: {use: visit}, severity: info}]
  fix: {append-statement: line}
"""
    found = house(shipped, text)["us-ill"]
    assert [terms(case.when) for case in found.cases] == [("drill",), ("visit",)]
    assert found.fix
    assert found.fix.text == "us/line"


# --- Guard cues ------------------------------------------------------------------------------------

CUES = """\
language: en
guards:
  negated:
    - {before: ["not", "(does|do) not"], reach: 6}
    - {after: [is a myth], reach: sentence}
    - {pseudo: [not only]}
    - {stop: [but]}
  asked:
    - {before: [is it true that]}
    - {block: [order now]}
"""


def policy_with_cues(folder: Path, cues: str) -> Policy:
    return load([written(folder / "rules", **SHIPPED, vocabulary__guards__en=cues)], version="1.0")


def test_guards_listen_for_cues(tmp_path: Path) -> None:
    cues = policy_with_cues(tmp_path, CUES).cues
    assert [(cue.guard, cue.role, cue.reach) for cue in cues] == [
        ("negated", CueRole.BEFORE, 6),
        ("negated", CueRole.AFTER, -1),
        ("negated", CueRole.PSEUDO, 0),
        ("negated", CueRole.STOP, 0),
        ("asked", CueRole.BEFORE, 0),
        ("asked", CueRole.BLOCK, 0),
    ]
    assert {phrase.language for cue in cues for phrase in cue.leaf.phrases} == {"en"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("negated:", "negatd:", "3:3 “negatd” is not a guard"),
        (
            "reach: 6",
            "reach: clauses",
            "4:49 expected a number of words, clause, sentence or post, found “clauses”",
        ),
        ("[but]", '["{illness}"]', "7:14 cues hold no concepts"),
        ("{pseudo:", "{pseudos:", "6:7 this is not a cue: no key says which"),
        ("language: en", "language: English", "1:11 expected a language as in en, found “English”"),
    ],
)
def test_a_mistake_in_a_file_of_cues_is_told(old: str, new: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        policy_with_cues(tmp_path, CUES.replace(old, new))
    (problem,) = caught.value.problems
    assert f"{problem.line}:{problem.column} {problem.what}" == said


def test_the_vocabulary_has_no_rules(shipped: Path) -> None:
    written(shipped, vocabulary__words="concepts: {}\nrules: []\n")
    assert "words.yaml:2:1 unknown key “rules”" in told(shipped)


# --- The shipped rules -------------------------------------------------------------------------------


def test_the_shipped_rules_can_be_read() -> None:
    policy = load([shipped_rules()], version="1.0")
    assert policy.rules
    assert policy.cues
    assert all(pack.shipped and pack.reviewed for pack in policy.packs)
