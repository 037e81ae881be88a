"""Asked: a real question excuses; a sales question, or one answered with an offer, does not."""

from __future__ import annotations

import pytest

from socialint.model.language import Guard
from tests.judge.guards.speech import Case, excuses, no, yes

ENGLISH = (
    yes("Can vitamin C «cure» a cold? Our pharmacist looks at the research."),
    yes("Does turmeric really «treat» arthritis?"),
    yes("Is there a «cure» for tinnitus?"),
    yes("“Will garlic «prevent» the flu?” is a question we often hear."),
    yes("Do flu shots «cause» flu? 🤔"),
    yes("What «treats» strep throat?"),
    yes("How is psoriasis «treated»?"),
    yes("How do doctors «treat» asthma?"),
    yes("Is it safe to «stop» your blood thinner before the dentist?"),
    yes("Ask your pharmacist whether the tablet «treats» both kinds."),
    yes("Ask the seller if it really «cures» diabetes."),
    yes("Researchers wonder whether the virus «causes» fatigue."),
    yes("Talk to your doctor about whether this medicine will «help» you."),
    yes("Find out if aspirin «prevents» strokes in people like you. Read our page."),
    yes("True or false: antibiotics «cure» the flu."),
    yes("Do antibiotics «cure» the flu? Absolutely not."),
    yes("Does sugar «cause» diabetes? No, but it matters. Learn more on our page."),
    yes("Could this rash be «shingles»? Call your doctor if it blisters."),
    yes("Have a headache? When should you worry it is «meningitis»?"),
    yes("Is the product really FDA «approved»? Check before you take anything."),
    yes("Which cancers does the vaccine «prevent»?!"),
    yes("Doctors ask if copper bracelets «ease» pain. So far the answer is no."),
    yes("Quiz time! Does cranberry juice «cure» a bladder infection?\nA) yes\nB) no"),
    yes("Will a detox «cleanse» my liver? Do not buy one before you have read this."),
    yes("Can stress «cause» hair loss? Answers on Thursday at 6 pm, free and online."),
    # Sold, presupposed, or answered with a yes
    no("Want to «cure» your arthritis? Order today!"),
    no("Want to «cure» your arthritis?"),
    no("Ready to «reverse» your diabetes?"),
    no("Looking for a «cure» for joint pain?"),
    no("Tired of joint pain? Our gel «cures» it."),
    no("Tired of «joint pain»? Our gel helps."),
    no("Hey runners, tired of «joint pain»?"),
    no("Did you know our tea «cures» diabetes?"),
    no("Why does our tea «cure» diabetes?"),
    no("Why do thousands trust us to «cure» their pain?"),
    no("How does our cream «heal» eczema so fast?"),
    no("Can a tea «cure» diabetes? Yes!"),
    no("Can a tea «cure» diabetes? It does. Ask our customers."),
    no("Does it «cure» acne? You bet."),
    no("Can a patch «stop» migraines? Order yours now."),
    no("Can a patch «stop» migraines? Link in bio."),
    no("Can a patch «stop» migraines? Find out for only $29."),
    no("Could laser «remove» your scars? Book a free consultation."),
    no("Is Botox the «cure» for your migraine? Call us to find out."),
    no("Suffering from «arthritis»?"),
    no("What if you could «end» back pain for good?"),
    no("Who wants to «beat» insomnia?"),
    no("Guess what «cured» my eczema?"),
    no("«Arthritis»? GlucoTea."),
    no("Our tea «cures» diabetes. Any questions?"),
    no("Any questions? Our tea «cures» diabetes."),
    no("Find out if our patch can «cure» you. Order today and save 20%."),
    no("Wouldn't you like a «cure» for tinnitus?"),
    no("Isn't it time to «end» the pain?"),
)


@pytest.mark.parametrize("case", ENGLISH, ids=str)
def test_english(case: Case) -> None:
    assert excuses(Guard.ASKED, case.text) is case.excused
