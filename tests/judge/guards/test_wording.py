"""Wording: words that are talked about are excused, words that are used are not."""

from __future__ import annotations

import pytest

from socialint.model.language import Guard
from tests.judge.guards.speech import Case, excuses, no, yes

ENGLISH = (
    yes("Avoid the phrase “«committed suicide»”."),
    yes("Avoid the phrase «committed suicide»; say died by suicide."),
    yes("Say “died by suicide”, not “«committed suicide»”."),
    yes("Say died by suicide, not «committed suicide»."),
    yes("Use “person with a substance use disorder” instead of “«addict»”."),
    yes("Use person with diabetes rather than «diabetic»."),
    yes("Instead of “«committed suicide»”, try “died by suicide”."),
    yes("Please don't say «addict»."),
    yes("Never write that someone is «confined to a wheelchair»."),
    yes("The term “«addict»” is stigmatizing."),
    yes("The word «junkie» has no place in our clinic."),
    yes("“«Addict»” is a stigmatizing word."),
    yes("«Addict» is considered outdated."),
    yes("We no longer use the word «diabetic»."),
    yes("Don't say:\n- «addict»\n- junkie\n\nSay:\n- person with an addiction"),
    yes("Words to avoid: crazy, «addict», junkie."),
    yes("Instead of: «committed suicide»\nSay: died by suicide"),
    yes("❌ «committed suicide»\n✅ died by suicide"),
    yes("NOT: «addict»\nBUT: person who uses drugs"),
    yes("Our style guide bans “«miracle cure»”."),
    yes("Terms like «lunatic» hurt."),
    yes("Stop calling people «addicts»."),
    yes("Replace “«crazy»” with “surprising”."),
    yes("The phrase «clean and sober» implies that others are dirty."),
    yes("Swap the word «junkie» for “person who uses drugs”."),
    yes("Why we dropped the label “«non-compliant»”."),
    yes("What does “«FDA approved»” mean?"),
    yes("Outdated: «mentally retarded». Preferred: person with an intellectual disability."),
    # Used, whatever stands beside them
    no("He «committed suicide» last week."),
    no("Avoid him: he is an «addict»."),
    no("Say goodbye to pain: it «cures»."),
    no("Don't say no to a «cure»."),
    no("Instead of surgery, our gel «cures»."),
    no("Instead of pills, choose a «miracle cure»."),
    no("Use our gel instead of pills: it «cures» pain."),
    no("A long-term «cure» for arthritis."),
    no("In the long term «cured» patients do well."),
    no("Word of mouth: it «cures»."),
    no("Don't say:\n- addict\n\nSay:\n- «junkie»"),
    no("Say: «addict»"),
    no("Avoid surgery. Our gel «cures» pain."),
    no("Don't use other creams. Ours «heals»."),
    no("They called me crazy, but the oil «cured» me."),
    no("“It «cured» my arthritis!”"),
    no("❌ surgery\n✅ a «miracle cure»"),
    no("Don't call it a day, call us and get «cured»."),
    no("Spread the word: our tea «cures» diabetes."),
    no("In other words, it «cures» you."),
    no("Say “no more pain”: our gel «cures»."),
    no("Never say never: it «cured» me."),
    no("Take our word: it «cures»."),
    no("Our style guide is out. The «addict» next door has a name."),
    no("The «addict» was stigmatized by his family."),
)


@pytest.mark.parametrize("case", ENGLISH, ids=str)
def test_english(case: Case) -> None:
    assert excuses(Guard.WORDING, case.text) is case.excused
