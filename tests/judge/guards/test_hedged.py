"""Hedged: what is held possible is excused, but never in an advertisement."""

from __future__ import annotations

import pytest

from socialint.model.language import Guard
from tests.judge.guards.speech import Case, excuses, no, yes

ENGLISH = (
    yes("Vitamin D may «prevent» falls in older adults."),
    yes("It might «help» some people sleep."),
    yes("Exercise could «lower» your risk of dementia."),
    yes("The drug may treat or even «prevent» migraine."),
    yes("Zinc possibly «shortens» a cold."),
    yes("Perhaps it «eases» pain for a while."),
    yes("Some evidence suggests that yoga «relieves» back pain."),
    yes("Limited evidence: peppermint oil «eases» IBS."),
    yes("The drug is being studied as a «treatment» for ALS."),
    yes("The compound is being tested to see if it «slows» Parkinson's."),
    yes("Research is under way into whether it «prevents» strokes."),
    yes("Researchers are testing if the vaccine «protects» infants."),
    yes("More research is needed to know if probiotics «help»."),
    yes("Whether it «works» in children is still being studied."),
    yes("It «helped» some patients. More research is needed."),
    yes("A possible «cure» for sickle cell disease?"),
    yes("Scientists hope that it «stops» the virus."),
    yes("An experimental «treatment» for glioma enters its first trial."),
    yes("In mice, the molecule «reversed» hearing loss."),
    yes("It «shrank» tumours in mice."),
    yes("It appears to «reduce» flares."),
    yes("The gel has the potential to «speed up» healing."),
    yes("It «helps» in some people."),
    yes("It is unclear if magnesium «prevents» cramps."),
    yes("Early results suggest it «lowers» LDL."),
    yes("In May we learned that it may «lower» LDL."),
    # Sold, or only looks hedged
    no("Our gummies may «cure» insomnia. Order now!"),
    no("Our tea could «cure» your diabetes. Use code TEA10."),
    no("It may «help» you lose weight, $49 a month."),
    no("It may «relieve» your pain. Book your session today."),
    no("On 5 May we «cure» pain: open day at the clinic."),
    no("In May, our tea «cures» hay fever."),
    no("May is arthritis month: our tea «cures» it."),
    no("The best possible «cure» for pain."),
    no("We make it possible to «cure» pain."),
    no("Get well as soon as possible: it «cures» colds."),
    no("You might not believe it, but it «cures» arthritis."),
    no("It could not be easier: the patch «cures» pain."),
    no("It may be small, but it «cures» migraines."),
    no("It may look like tea. It «cures» diabetes."),
    no("Reach your full potential: «cure» your insomnia."),
    no("It «cures» arthritis, and you may pay later."),
    no("It «cures» acne. Results may vary."),
    no("Our cream will «heal» your skin, maybe within days."),
    no("Anything is possible! He «beat» cancer with our juice."),
    no("This mighty root «cures» gout."),
    no("Could you ask for more? It «heals»."),
    no("If only I could tell you: the oil «cured» me."),
)


@pytest.mark.parametrize("case", ENGLISH, ids=str)
def test_english(case: Case) -> None:
    assert excuses(Guard.HEDGED, case.text) is case.excused
