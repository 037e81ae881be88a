"""What the operators of the rule language mean, case by case."""

from __future__ import annotations

import pytest

from tests.judge.judging import findings, found, outcome

CURES = "{all: [{use: cure}, {use: disease}]%s}"


@pytest.mark.parametrize(
    ("match", "text", "expected"),
    [
        # all: every part, near enough to the first; the sentence is the default
        (CURES % "", "Our tea cures arthritis.", ["cures arthritis"]),
        (CURES % "", "Arthritis? Our tea cures it.", []),
        (CURES % ", within: {sentences: 2}", "Arthritis? Our tea cures it.", ["cures"]),
        (CURES % ", within: post", "Arthritis?\n\nTea.\n\nIt cures.", ["cures"]),
        (CURES % ", within: clause", "It cures, and arthritis is common.", []),
        (CURES % ", within: clause", "It cures arthritis, they say.", ["cures arthritis"]),
        (CURES % ", within: {words: 3}", "It cures all your arthritis.", ["cures all your arthritis"]),
        (CURES % ", within: {words: 2}", "It cures all your arthritis.", []),
        (CURES % ", within: line", "It cures.\nArthritis is common.", []),
        (CURES % ", within: line", "It cures. Arthritis is common.", ["cures. Arthritis"]),
        # one finding for each stretch, the other places are related
        (CURES % "", "Cures arthritis, cures diabetes. It cured cancer.", ["Cures arthritis", "cured cancer"]),
        (CURES % ", within: post", "Cures arthritis. It cured cancer.", ["Cures"]),
        ('{any: [{phrases: ["guaranteed cure"]}, {all: [{words: [guaranteed]}, {use: cure}], within: {words: 8}}]}', "A guaranteed cure!", ["guaranteed cure"]),
        # two parts never share the same words
        ("{all: [{words: [cure*]}, {words: [cure, cures]}]}", "It cures.", []),
        ("{all: [{words: [cure*]}, {words: [cure, cures]}]}", "It cures and cures.", ["cures and cures"]),
        # but a score weighs what is said, also of the words of the others
        ("{all: [{words: [cure*]}, {score: {at-least: 1, signals: [{words: [cure*], points: 1}]}}]}", "It cures.", ["cures"]),
        # then: in this order
        ("{then: [{use: cure}, {use: disease}]}", "Diabetes? It cures.", []),
        ("{then: [{use: cure}, {use: disease}]}", "It cures diabetes.", ["cures diabetes"]),
        # any, not, nested
        ("{any: [{use: hotline}, {use: cure}]}", "Call 988.", ["988"]),
        ("{all: [{use: cure}, {not: {use: disease}}]}", "It cures.", ["cures"]),
        ("{all: [{use: cure}, {not: {use: disease}}]}", "It cures cancer.", []),
        ("{all: [{use: cure}, {not: {use: disease}}]}", "It cures. Cancer is hard.", ["cures"]),
        ("{all: [{use: cure}, {not: {use: disease}}], within: post}", "It cures. Cancer is hard.", []),
        # count
        ("{count: {use: disease}, at-least: 3}", "Cancer, diabetes, migraine.", ["Cancer, diabetes, migraine"]),
        ("{count: {use: disease}, at-least: 3}", "Cancer, diabetes.", []),
        ("{count: {use: disease}, at-least: 2, distinct: true}", "Cancer is cancer.", []),
        ("{all: [{use: cure}, {count: {use: disease}, at-most: 1}], within: post}", "Cures cancer.", ["Cures"]),
        # phrases with concepts
        ('{phrases: ["no more {disease}"]}', "No more migraine!", ["No more migraine"]),
        ('{phrases: ["no more {disease}"]}', "No more awful migraine!", []),
        ('{phrases: ["no more … {disease}"]}', "No more awful migraine!", ["No more awful migraine"]),
        ('{phrases: ["(goodbye|bye) [to] {disease}"]}', "Bye migraine, goodbye to cancer", ["Bye migraine"]),
        ('{phrases: ["{cure} [your] {disease}"]}', "It cures your diabetes.", ["cures your diabetes"]),
        # except: a longer phrase cancels the word in it
        ("{words: [free], except: [feel free]}", "Feel free to ask. It is free.", ["free"]),
        ("{use: cure, except: [{phrases: [“cure for boredom”]}]}", "A cure for boredom.", ["cure"]),
        # measures
        ("{all: [{use: cure}, {measure: words, over: 3}]}", "It cures many, many people.", ["cures"]),
        ("{all: [{use: cure}, {measure: words, over: 3}]}", "It cures.", []),
        ("{measure: hashtags, over: 2}", "Hello #a #b #c", ["Hello #a #b #c"]),
        ("{measure: capitals, over: 60}", "BUY NOW OR CRY", ["BUY NOW OR CRY"]),
        # capitals
        ("{words: [earn], case: upper}", "EARN or earn", ["EARN"]),
    ],
)  # fmt: skip
def test_an_expression_holds_where_it_should(match: str, text: str, expected: list[str]) -> None:
    assert found(match, text) == expected


@pytest.mark.parametrize(
    ("region", "post", "expected"),
    [
        ("title", {"text": "x", "title": "It cures"}, 1),
        ("body", {"text": "x", "title": "It cures"}, 0),
        ("headline", {"text": "It cures. More."}, 1),
        ("headline", {"text": "More. It cures."}, 0),
        ("headline", {"text": "It cures.", "title": "News"}, 0),
        ("alt_text", {"text": "x", "alt_text": "it cures"}, 1),
        ("post", {"text": "x", "alt_text": "it cures"}, 1),
        ("shown", {"text": "x", "alt_text": "it cures"}, 0),
        ("fold", {"text": "word " * 40 + "cures", "channel": "instagram"}, 0),
        ("fold", {"text": "cures " + "word " * 40, "channel": "instagram"}, 1),
        ("fold", {"text": "word " * 40 + "cures"}, 1),
        ("visible", {"text": "word " * 40 + "cures", "channel": "instagram"}, 0),
        ("visible", {"text": "x", "image_text": "it cures"}, 1),
        ("{first: 3}", {"text": "now it cures all"}, 1),
        ("{first: 2}", {"text": "now it cures all"}, 0),
        ("parent", {"text": "x", "in_reply_to": "it cured me"}, 1),
        ("link", {"text": "see https://cure.example/cures"}, 1),
        ("[title, alt_text]", {"text": "x", "alt_text": "it cures"}, 1),
    ],
)
def test_a_region_says_where_to_look(region: str, post: dict[str, object], expected: int) -> None:
    assert len(outcome(f"{{use: cure, in: {region}}}", [post]).findings) == expected


def test_somebody_elses_words_and_links_are_not_the_posts_own() -> None:
    post = {"text": "Thanks! https://cure.example", "in_reply_to": "it cured me"}
    assert not outcome("{use: cure}", [post]).findings


@pytest.mark.parametrize(
    ("unless", "text", "expected"),
    [
        ("[{use: hotline}]", "It cures. Call 988.", ["cures"]),
        ("[{use: hotline}]", "It cures, call 988.", []),
        ("[{use: hotline, in: post}]", "It cures. Call 988.", []),
        ("[negated]", "It does not cure. It cures!", ["cures"]),
        ("[negated, {use: hotline}]", "It cures; 988", []),
    ],
)
def test_an_excuse_holds_in_its_stretch(unless: str, text: str, expected: list[str]) -> None:
    assert found(f"{{use: cure, unless: {unless}}}", text) == expected


def test_a_guard_drops_hits_before_anything_is_combined() -> None:
    match = "{all: [{use: cure}, {use: disease}], unless: [negated]}"
    assert found(match, "It does not cure cancer.") == []
    assert found(match, "It cures, not only cancer.") == ["cures, not only cancer"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ZENTRAVA may cause infections. LUMIGRA for migraine!", ["LUMIGRA"]),
        ("ZENTRAVA for all. LUMIGRA may cause liver injury.", ["ZENTRAVA"]),
        ("ZENTRAVA, an infection is possible.", []),
        ("ZENTRAVA and LUMIGRA!", ["ZENTRAVA", "LUMIGRA"]),
    ],
)
def test_a_rule_is_judged_once_for_each_row(text: str, expected: list[str]) -> None:
    match = "{all: [{register: products, as: drug, where: {class: rx}}, {missing: {term: drug.risks}}], within: post}"
    assert sorted(found(match, text, message="{drug}")) == sorted(expected)


def test_words_of_a_row_are_found_in_one_arm_of_any() -> None:
    drug = "{register: products, as: drug, where: {class: rx}}"
    match = f"{{any: [{{all: [{drug}, {{term: drug.risks}}], within: post}}, {{use: hotline}}]}}"
    assert found(match, "LUMIGRA may cause liver injury.") == ["LUMIGRA"]
    assert found(match, "ZENTRAVA: no liver injury.") == []


def test_the_post_can_name_the_product_in_its_metadata() -> None:
    match = "{all: [{register: products, as: drug, where: {class: rx}}, {use: disease}], within: post}"
    assert found(match, "Good for migraine.", product="lumigra", message="{drug}") == ["LUMIGRA"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Is a vein laser right for you? It is FDA approved!", 1),
        ("Our FDA approved heart valve, and our vein laser.", 0),
        ("Our vein laser, and our FDA approved heart valve.", 0),
    ],
)
def test_only_the_nearest_row_is_asked(text: str, expected: int) -> None:
    match = (
        '{all: [{phrases: ["FDA approved"]}, {register: products, nearest: true, as: device,'
        " where: {class: device, path: {not: [PMA, HDE]}}}], within: {sentences: 2}}"
    )
    assert len(findings(match, text)) == expected


def test_what_is_not_known_is_not_so_and_makes_less_sure() -> None:
    match = "{all: [{register: products, as: device, where: {path: {not: PMA}}}]}"
    (known,) = findings(match, "VeinBeam")
    (unknown,) = findings(match, "NewPatch")
    assert (str(known.confidence), known.cleared_by) == ("high", ())
    assert (str(unknown.confidence), unknown.cleared_by) == ("medium", ("products.path",))
    demanding = match.replace("{not: PMA}", "{not: PMA, known: true}")
    assert not findings(demanding, "NewPatch")
    assert not findings("{all: [{use: cure}, {metadata: {paid: true}}]}", "It cures.")


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"paid": True}, 1),
        ({"paid": "yes"}, 1),
        ({"paid": False}, 0),
        ({}, 0),
    ],
)
def test_metadata_is_a_fact(metadata: dict[str, object], expected: int) -> None:
    match = "{all: [{use: cure}, {metadata: {paid: true}}]}"
    assert len(outcome(match, [{"text": "It cures.", **metadata}]).findings) == expected


@pytest.mark.parametrize(("campaign", "expected"), [("LUMIGRA spring", 1), ("autumn", 0)])
def test_a_fact_can_be_asked_for_a_bound_name(campaign: str, expected: int) -> None:
    match = "{all: [{register: products, as: drug}, {metadata: {campaign: {has: drug}}}], within: post}"
    assert len(findings(match, "LUMIGRA is here.", campaign=campaign)) == expected


def test_a_picture_is_a_fact() -> None:
    match = "{all: [{media: {type: image, alt: unknown}}]}"
    assert len(findings(match, "Look!", media=[{"type": "image"}])) == 1
    assert not findings(match, "Look!", media=[{"type": "image", "alt": "A nurse"}])


NOTICE = "This statement has not been evaluated by the Food and Drug Administration."
LONG = "word " * 40


@pytest.mark.parametrize(
    ("statement", "post", "reason"),
    [
        ("notice", {"text": "It cures."}, "absent"),
        ("notice", {"text": f"It cures. {NOTICE}"}, None),
        ("notice", {"text": f"It cures. {NOTICE.upper()}"}, None),
        ("notice", {"text": "It cures. This statement has not been evaluated by the FDA drug administration."}, "altered"),
        ("notice", {"text": f"It cures. {LONG}{NOTICE}", "channel": "instagram"}, None),
        ("notice, in: fold", {"text": f"It cures. {LONG}{NOTICE}", "channel": "instagram"}, "late"),
        ("notice, in: fold", {"text": "It cures.", "alt_text": NOTICE}, "elsewhere"),
        ("law", {"text": "It cures. Always read the label of this product with care."}, None),
        ("law", {"text": "It cures. Read the label of this product."}, "outdated"),
        ("law", {"text": "It cures. Read the label of this product.", "publish_at": "2024-06-01"}, None),
        ("both", {"text": "It cures. Ask your doctor first. Not for children."}, None),
        ("both", {"text": "It cures. Not for children. Ask your doctor first."}, None),
        ("both", {"text": "It cures. Ask your doctor first."}, "altered"),
        ("loose", {"text": "It cures. Individual results may vary from one person to another."}, None),
        ("loose", {"text": "It cures. Results vary."}, "absent"),
    ],
)  # fmt: skip
def test_a_statement_is_there_or_missing_for_a_reason(
    statement: str, post: dict[str, object], reason: str | None
) -> None:
    match = f"{{all: [{{use: cure}}, {{missing: {statement}}}], within: post}}"
    assert [one.reason for one in outcome(match, [post]).findings] == ([reason] if reason else [])


def test_prescribed_wording_is_no_claim() -> None:
    assert found("{words: [evaluated]}", NOTICE) == []
    assert found("{words: [evaluated]}", f"We evaluated it. {NOTICE}") == ["evaluated"]


@pytest.mark.parametrize(
    ("metadata", "reason"),
    [
        ({"consent": "C-1", "channel": "instagram"}, None),
        ({}, "absent"),
        ({"consent": "C-9", "channel": "instagram"}, "not-in-register"),
        ({"consent": "C-1", "channel": "facebook"}, "other-channel"),
        ({"consent": "C-1", "channel": "x", "publish_at": "2027-02-01"}, "expired"),
        ({"consent": "C-1", "channel": "x", "publish_at": "2025-12-01"}, "not-yet"),
        ({"consent": "C-2", "channel": "x"}, "revoked"),
        ({"consent": "C-3", "channel": "x"}, "incomplete"),
    ],
)
def test_a_consent_must_be_in_force(metadata: dict[str, object], reason: str | None) -> None:
    match = "{all: [{use: cure}, {missing: {record: consent}}], within: post}"
    post = {"text": "It cured Denise.", **metadata}
    assert [one.reason for one in outcome(match, [post], registers=("consents",)).findings] == (
        [reason] if reason else []
    )


def test_a_consent_that_the_post_asserts_leaves_a_low_finding() -> None:
    match = "{all: [{use: cure}, {missing: {record: consent}}], within: post}"
    (one,) = findings(match, "It cured Denise.", consent="signed")
    assert (str(one.severity), str(one.confidence), one.reason) == ("low", "low", "asserted")
    (refused,) = findings(match, "It cured Denise.", consent="pending")
    assert (str(refused.severity), refused.reason) == ("critical", "absent")


def test_what_a_post_asserts_lowers_nothing_that_needs_no_consent() -> None:
    match = "{any: [{all: [{use: cure}, {missing: {record: consent}}]}, {words: [mrn]}], within: post}"
    (one,) = findings(match, "It cured Denise, MRN 4471920.", consent="signed")
    assert (str(one.severity), one.reason) == ("critical", None)


@pytest.mark.parametrize(
    ("text", "consent", "reason"),
    [
        ("It cured Denise Adler.", "C-1", None),
        ("It cured John Adler.", "C-1", "other-person"),
        ("It cured Denise Adler and her neighbor Carl Weber.", "C-1", "other-person"),
        ("It cured Denise Adler.", ["C-1", "C-2"], "revoked"),
        ("It cured Denise Adler.", ["C-1", "C-9"], "not-in-register"),
    ],
)
def test_everybody_shown_must_have_consented(text: str, consent: object, reason: str | None) -> None:
    match = "{all: [{use: cure}, {entity: PERSON}, {missing: {record: consent}}], within: post}"
    post = {"text": text, "consent": consent, "channel": "x"}
    assert [one.reason for one in outcome(match, [post], registers=("consents",)).findings] == (
        [reason] if reason else []
    )


@pytest.mark.parametrize(
    ("consent", "said"),
    [
        (True, True),
        ("signed", True),
        ("on file", True),
        ("C-201", True),
        ({"signed": True}, True),
        (False, False),
        (0, False),
        ("not yet signed", False),
        ("unsigned", False),
        ("TBD", False),
        ("?", False),
        ("maybe", False),
        ({"signed": False}, False),
    ],
)
def test_only_a_clear_yes_asserts_a_consent(consent: object, said: bool) -> None:
    match = "{all: [{use: cure}, {missing: {record: consent}}], within: post}"
    (one,) = outcome(match, [{"text": "It cured her.", "consent": consent}]).findings
    assert one.reason == ("asserted" if said else "absent")


def test_a_cleared_claim_clears_its_own_words_only() -> None:
    match = "{use: cure, unless: [approved-claim]}"
    assert found(match, "Cures dry skin in 14 days and cures cancer.") == ["cures"]
    assert found(match, "Cures dry skin in 14 daysandmore.") == ["Cures"]


def test_a_cleared_claim_is_excused() -> None:
    match = "{use: cure, unless: [approved-claim]}"
    assert found(match, "Cures dry skin in 14 days. It cures all.") == ["cures"]
    assert len(found(match, "Cures dry skin in 14 days.", publish_at="2027-06-01")) == 1


SCORE = (
    "{score: {at-least: 3, signals: [{use: cure, points: 2, as: verb}, {use: offer, as: offer},"
    " {use: disease}, {words: [study], points: -2}]}%s}"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cures. Buy it.", []),
        ("It cures, so buy it.", ["verb: “cures”, offer: “buy” = 3"]),
        ("It cures cancer, so buy it for $5.", ["verb: “cures”, offer: “buy”, disease: “cancer” = 4"]),
        ("A study of what cures cancer: buy it.", []),
    ],
)
def test_points_add_up(text: str, expected: list[str]) -> None:
    assert found(SCORE % "", text, message="{found} = {points}") == expected


def test_the_strongest_signal_is_told_first_and_a_single_letter_never() -> None:
    score = (
        "{score: {at-least: 4, signals: [{words: [a]}, {use: disease}, {use: cure, points: 3, as: verb}]}}"
    )
    told = found(score, "A tea cures cancer.", message="{found} = {points}")
    assert told == ["verb: “cures”, disease: “cancer” = 5"]


def test_a_signal_without_a_name_counts_and_is_not_told() -> None:
    score = "{score: {at-least: 3, signals: [{words: [tea], points: 2}, {use: cure, as: verb}]}}"
    assert found(score, "A tea cures.", message="{found} = {points}") == ["verb: “cures” = 3"]


@pytest.mark.parametrize(
    ("at_least", "expected"), [("", []), (", at-least: 2", ["= 2"]), (", at-least: 3", [])]
)
def test_a_score_may_be_asked_for_other_points_than_its_own(at_least: str, expected: list[str]) -> None:
    match = f"{{use: weighed{at_least}}}"
    assert found(match, "It cures, they say.", message="= {points}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cancer? We sell tea. It cures.", []),
        ("Cancer? It cures.", ["verb: “cures”, disease: “Cancer” = 3"]),
        ("It cures. Cancer is hard.", ["verb: “cures”, disease: “Cancer” = 3"]),
        ("It cures cancer. A study said so.", []),
    ],
)
def test_points_of_sentences_side_by_side_add_up(text: str, expected: list[str]) -> None:
    assert found(SCORE % ", within: {sentences: 2}", text, message="{found} = {points}") == expected


def test_the_strongest_sentences_of_a_post_stand_for_all_of_it() -> None:
    rule = f"{{all: [{SCORE % ', within: sentence'}], within: post}}"
    text = "It cures cancer. It cures cancer, so buy it."
    assert found(rule, text, message="{points}") == ["4"]


def test_the_first_case_that_holds_decides() -> None:
    cases = (
        "cases:\n"
        '  - {when: {use: offer}, severity: low, message: "“sells {match}”"}\n'
        "  - {when: {use: disease}, severity: high}"
    )
    post = "It cures. Cancer. Buy!"
    assert [(str(one.severity), one.message) for one in findings("{use: cure}", post, more=cases)] == [
        ("low", "“sells cures”")
    ]


def test_a_thread_is_judged_as_one() -> None:
    match = "{all: [{use: cure}, {missing: {use: hotline}}], within: thread}"
    posts: list[dict[str, object]] = [
        {"id": "1", "text": "It cures.", "thread": "t", "position": 1},
        {"id": "2", "text": "Call 988.", "thread": "t", "position": 2},
        {"id": "3", "text": "It cures."},
    ]
    assert [one.post for one in outcome(match, posts).findings] == ["3"]


def test_a_rule_applies_to_whom_it_says() -> None:
    more = "applies: {audience: [public], channel: {not: [linkedin]}, post_type: [organic]}"
    assert findings("{use: cure}", "It cures.", more=more)
    assert not findings("{use: cure}", "It cures.", more=more, audience="hcp")
    assert not findings("{use: cure}", "It cures.", more=more, channel="linkedin")
    assert not findings("{use: cure}", "It cures.", more=more, post_type="job")


def test_a_rule_holds_between_its_days() -> None:
    more = "effective: {from: 2026-01-01, until: 2026-12-31}"
    assert findings("{use: cure}", "It cures.", more=more)
    assert not findings("{use: cure}", "It cures.", more=more, publish_at="2025-12-31")
    assert not findings("{use: cure}", "It cures.", more=more, publish_at="2027-01-01")


@pytest.mark.parametrize(
    ("publish_at", "reasons"),
    [("2026-05-31", []), ("2026-06-30", []), ("2026-07-01", ["expired"])],
)
def test_an_approval_is_judged_on_the_day_of_publication(publish_at: str, reasons: list[str]) -> None:
    match = "{all: [{use: cure}, {missing: {record: approval}}], within: post}"
    approval = {"id": "A-1", "expires": "2026-06-30"}
    found = findings(match, "It cures.", approval=approval, publish_at=publish_at)
    assert [one.reason for one in found] == reasons


def test_a_rule_may_ask_for_persons_of_whom_nobody_knows_who_they_are() -> None:
    match = "{entity: PERSON, where: {role: ROLE}}"
    text = "Maria Delgado sang, and Dr. Carl Weber, MD, heard it."
    assert found(match.replace("ROLE", "unknown"), text) == ["[NAME 1]"]
    assert found(match.replace("ROLE", "{not: [unknown]}"), text) == ["Carl Weber"]
