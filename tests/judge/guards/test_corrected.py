"""Corrected: the myth of myth and fact is excused, the fact is not."""

from __future__ import annotations

import pytest

from socialint.model.language import Guard
from tests.judge.guards.speech import Case, excuses, no, yes

ENGLISH = (
    yes("Myth: vaccines «cause» autism. Fact: large studies find no link."),
    yes("Myth: vaccines «cause» autism."),
    yes("MYTH ❌ Vaccines «cause» autism. FACT ✅ They do not."),
    yes("❌ MYTH: The flu shot «gives» you the flu.\n✅ FACT: It can't."),
    yes("❌ The flu shot «gives» you the flu\n✅ It can’t: it holds no live virus"),
    yes("Myth #1: Antibiotics «cure» colds\nFact #1: They work on bacteria only"),
    yes("Myth\n\nAntibiotics «cure» colds.\n\nFact\n\nThey only work on bacteria."),
    yes("**Myth:** Sugar «causes» ADHD.\n\n**Fact:** It does not."),
    yes("Myth – the shot «weakens» your immune system\nFact – it trains it"),
    yes("FICTION: Detox teas «cleanse» your liver. FACT: Your liver does that."),
    yes("False: detox teas «cleanse» your liver."),
    yes("Claim: garlic «cures» the virus. Verdict: false."),
    yes("Claim: garlic «cures» the virus.\nWe asked three experts.\nVerdict: misleading"),
    yes("Common myths about the flu:\n1. The shot «causes» flu\n2. Only old people need it"),
    yes("Vaccine myths we hear:\n- they «cause» autism\n- they hold microchips"),
    yes("No, vaccines do not «cause» autism."),
    yes("It is not true that sugar «causes» ADHD."),
    yes("It's simply not true that the pill «causes» infertility."),
    yes("There is no evidence that crystals «heal»."),
    yes("Contrary to what you may read, lemon does not «alkalise» your blood."),
    yes("We debunked the story that bleach «cures» autism."),
    yes("The myth that vaccines «cause» autism began with one study."),
    yes("The claim that vaccines «cause» autism has been debunked."),
    yes("Vaccines «cause» autism? That's a myth."),
    yes("Vaccines «cause» autism. This claim is false."),
    yes("Many people wrongly believe that antibiotics «cure» the flu."),
    yes("Garlic «cures» COVID. Verdict: false."),
    yes("Myth: vaccines «cause» autism.|||Fact: they don’t. Large studies agree."),
    yes("Claim: 5G «spreads» the virus. 🧵|||Here is what we found.|||Verdict: false"),
    yes("Myth no. 1 👇|||Vaccines «cause» autism.|||Fact: they do not."),
    yes("Myth: It is too late for a flu shot in December. Also, shots «cause» flu. Fact: neither holds."),
    # The fact half, and what only looks like a myth
    no("Myth: supplements can't cure. Fact: ours «does»."),
    no("Myth: nothing helps arthritis. Fact: our gel «cures» it."),
    no("MYTH ❌ Nothing helps. FACT ✅ GlucoTea «cures» diabetes."),
    no("❌ Pills\n❌ Needles\n✅ A tea that «cures» diabetes"),
    no("Myth: you need drugs.\n\nOur tea «cures» diabetes."),
    no("Myth: it takes months. Our tea «cures» diabetes."),
    no("Myth vs. fact: our tea «cures» diabetes."),
    no("Busting myths since 1990: our tea «cures» diabetes."),
    no("Claim: our tea «cures» diabetes."),
    no("Claim: our tea «cures» diabetes. Verdict: true!"),
    no("Fact: our tea «cures» diabetes. Myth: it takes months."),
    no("Fact: our tea «cures» diabetes.\nMyth\nIt takes months."),
    no("The mythical root that «cures» gout."),
    no("It is true: our tea «cures» diabetes."),
    no("No doubt, you will not find a better «cure»."),
    no("Myth: nothing helps.|||Fact: our gel «cures» arthritis."),
    no("Myth: it takes months.|||Our gel «cures» arthritis."),
    no("Our tea «cures» diabetes. Contrary to other teas, it tastes good."),
    no("Fact: the shot «prevents» flu. False: it gives you flu."),
    no("True story: this oil «cured» me."),
    no("Wrong shoes? Our insoles «cure» heel pain."),
)

GERMAN = (
    yes("Mythos: Impfungen «verursachen» Autismus. Fakt: Große Studien finden keinen Zusammenhang."),
    yes("MYTHOS ❌ Antibiotika «heilen» Erkältungen FAKT ✅ Sie wirken nur gegen Bakterien"),
    yes("Irrtum Nr. 1: Zucker «verursacht» ADHS."),
    yes("Es stimmt nicht, dass die Pille «unfruchtbar macht»."),
    yes("Es gibt keine Belege, dass Steine «heilen»."),
    yes("Entgegen der verbreiteten Meinung «heilen» Antibiotika keine Grippe."),
    yes("Nein, Impfungen «verursachen» keinen Autismus."),
    yes("Der Mythos, dass Impfungen Autismus «verursachen», hält sich."),
    yes("Impfungen «verursachen» Autismus? Das ist ein Mythos."),
    yes("Behauptung: Knoblauch «heilt» Corona. Fazit: falsch."),
    yes("Mythos: Impfungen «verursachen» Autismus.|||Fakt: Das stimmt nicht."),
    yes("❌ Die Impfung «macht» Grippe\n✅ Sie enthält keine lebenden Viren"),
    no("Mythos: Nichts hilft. Fakt: Unser Gel «heilt» Arthrose."),
    no("Mythos oder Fakt? Unser Tee «heilt» Diabetes."),
    no("Der sagenhafte Mythos-Tee «heilt» Gicht."),
    no("Behauptung: Unser Tee «heilt» Diabetes."),
    no("❌ Tabletten\n✅ Ein Tee, der Diabetes «heilt»"),
    no("Mythos: Es dauert Monate. Unser Tee «heilt» Diabetes."),
    no("Fakt: Unser Tee «heilt» Diabetes. Mythos: Es dauert lange."),
)

DUTCH = (
    yes("Mythe: vaccins «veroorzaken» autisme. Feit: grote studies vinden geen verband."),
    yes("FABEL ❌ Antibiotica «genezen» verkoudheid FEIT ✅ Ze werken alleen tegen bacteriën"),
    yes("Misverstand 1: suiker «veroorzaakt» ADHD."),
    yes("Het klopt niet dat de pil «onvruchtbaar maakt»."),
    yes("Er is geen bewijs dat stenen «genezen»."),
    yes("In tegenstelling tot wat veel mensen denken, «genezen» antibiotica geen griep."),
    yes("Nee, vaccins «veroorzaken» geen autisme."),
    yes("De mythe dat vaccins autisme «veroorzaken» is hardnekkig."),
    yes("Vaccins «veroorzaken» autisme? Dat is een fabel."),
    yes("Claim: knoflook «geneest» corona. Conclusie: onwaar."),
    yes("Mythe: vaccins «veroorzaken» autisme.|||Feit: dat doen ze niet."),
    yes("❌ De prik «geeft» griep\n✅ Er zit geen levend virus in"),
    no("Mythe: niets helpt. Feit: onze gel «geneest» artrose."),
    no("Feit of fabel? Onze thee «geneest» diabetes."),
    no("De fabelachtige wortel die jicht «geneest»."),
    no("Claim: onze thee «geneest» diabetes."),
    no("❌ Pillen\n✅ Een thee die diabetes «geneest»"),
    no("Mythe: het duurt maanden. Onze thee «geneest» diabetes."),
    no("Feit: onze thee «geneest» diabetes. Mythe: het duurt lang."),
)

FRENCH = (
    yes("Mythe : les vaccins «provoquent» l'autisme. Réalité : aucun lien n'a été trouvé."),
    yes("INTOX ❌ Les antibiotiques «guérissent» le rhume INFO ✅ Ils n'agissent que sur les bactéries"),
    yes("Idée reçue n° 1 : le sucre «provoque» le TDAH."),
    yes("Il est faux de dire que la pilule «rend stérile»."),
    yes("Aucune preuve que les pierres «guérissent»."),
    yes("Contrairement à une idée répandue, les antibiotiques ne «guérissent» pas la grippe."),
    yes("Non, les vaccins ne «provoquent» pas l'autisme."),
    yes("Le mythe selon lequel les vaccins «provoquent» l'autisme persiste."),
    yes("Les vaccins «provoquent» l'autisme ? C'est faux."),
    yes("Affirmation : l'ail «guérit» le virus. Verdict : faux."),
    yes("Mythe : les vaccins «provoquent» l'autisme.|||Réalité : c'est faux."),
    yes("❌ Le vaccin «donne» la grippe\n✅ Il ne contient pas de virus vivant"),
    no("Mythe : rien n'aide. Réalité : notre gel «guérit» l'arthrose."),
    no("Mythe ou réalité ? Notre thé «guérit» le diabète."),
    no("La racine mythique qui «guérit» la goutte."),
    no("Affirmation : notre thé «guérit» le diabète."),
    no("❌ Comprimés\n✅ Un thé qui «guérit» le diabète"),
    no("Mythe : cela prend des mois. Notre thé «guérit» le diabète."),
    no("Réalité : notre thé «guérit» le diabète. Mythe : c'est long."),
)


@pytest.mark.parametrize("case", ENGLISH, ids=str)
def test_english(case: Case) -> None:
    assert excuses(Guard.CORRECTED, case.text) is case.excused


@pytest.mark.parametrize("case", GERMAN, ids=str)
def test_german(case: Case) -> None:
    assert excuses(Guard.CORRECTED, case.text, "de") is case.excused


@pytest.mark.parametrize("case", DUTCH, ids=str)
def test_dutch(case: Case) -> None:
    assert excuses(Guard.CORRECTED, case.text, "nl") is case.excused


@pytest.mark.parametrize("case", FRENCH, ids=str)
def test_french(case: Case) -> None:
    assert excuses(Guard.CORRECTED, case.text, "fr") is case.excused
