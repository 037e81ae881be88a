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
    yes("Fact check: Does sugar cause «hyperactivity»? No evidence."),
    yes("Let's bust a myth: flu shots «cause» flu."),
    yes("Myth busted: cracking your knuckles «causes» arthritis."),
    yes("Debunked: «5G spreads» the virus."),
    yes("You may have heard that vaccines «cause» autism. They don't."),
    yes("FALSE: Drinking bleach «cures» COVID."),
    yes("🚫 Myth: Only smokers «get» lung cancer\n✅ Fact: Anyone can"),
    yes("Rumor: the shot «makes» you magnetic\nReality: it does not"),
    yes("Myth 1 – Insulin «causes» blindness. Truth – High sugar does."),
    yes("Is it true that carrots «cure» bad eyesight? That's a myth!"),
    yes("Old claim: fever must be «starved». The evidence: eat if you can."),
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
    no("The myth of aging is over: our cream «erases» wrinkles."),
    no("FACT: our tea «cures» diabetes."),
    no("Truth: we «cure» pain."),
    no("False teeth? Our implants «restore» your smile."),
    no("Wrong! Our tea really «cures»."),
    no("Forget the myths. Our tea «cures» diabetes."),
    no("It's a fact, not a myth: it «cures»."),
    no("They called it a myth. It «cured» me."),
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
    yes("Faktencheck: „Impfungen «machen» unfruchtbar“ ist falsch."),
    yes("Drei Mythen über die Grippeimpfung:\n1. Sie «macht» krank\n2. Sie hilft nicht"),
    yes("Falsch: Nur Raucher «bekommen» Lungenkrebs. Richtig: Es kann alle treffen."),
    yes("Viele glauben fälschlicherweise, dass Antibiotika Viren «töten»."),
    no("Mythos: Nichts hilft. Fakt: Unser Gel «heilt» Arthrose."),
    no("Mythos oder Fakt? Unser Tee «heilt» Diabetes."),
    no("Der sagenhafte Mythos-Tee «heilt» Gicht."),
    no("Behauptung: Unser Tee «heilt» Diabetes."),
    no("❌ Tabletten\n✅ Ein Tee, der Diabetes «heilt»"),
    no("Mythos: Es dauert Monate. Unser Tee «heilt» Diabetes."),
    no("Fakt: Unser Tee «heilt» Diabetes. Mythos: Es dauert lange."),
    no("Wahrheit: Unser Tee «heilt» Diabetes."),
    no("Kein Mythos: Unser Tee «heilt» Diabetes."),
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
    yes("Factcheck: “vaccins maken «onvruchtbaar»” is onwaar."),
    yes("Drie mythes over de griepprik:\n1. Je wordt er «ziek» van\n2. Hij helpt niet"),
    yes("Fout: alleen rokers «krijgen» longkanker. Goed: iedereen kan het krijgen."),
    no("Mythe: niets helpt. Feit: onze gel «geneest» artrose."),
    no("Feit of fabel? Onze thee «geneest» diabetes."),
    no("De fabelachtige wortel die jicht «geneest»."),
    no("Claim: onze thee «geneest» diabetes."),
    no("❌ Pillen\n✅ Een thee die diabetes «geneest»"),
    no("Mythe: het duurt maanden. Onze thee «geneest» diabetes."),
    no("Feit: onze thee «geneest» diabetes. Mythe: het duurt lang."),
    no("De waarheid: onze thee «geneest» diabetes."),
    no("Geen fabel: onze thee «geneest» diabetes."),
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
    yes("Trois idées reçues sur le vaccin :\n1. Il «rend» malade\n2. Il ne sert à rien"),
    yes("Faux : seuls les fumeurs «ont» un cancer du poumon. Vrai : tout le monde peut en avoir."),
    no("Mythe : rien n'aide. Réalité : notre gel «guérit» l'arthrose."),
    no("Mythe ou réalité ? Notre thé «guérit» le diabète."),
    no("La racine mythique qui «guérit» la goutte."),
    no("Affirmation : notre thé «guérit» le diabète."),
    no("❌ Comprimés\n✅ Un thé qui «guérit» le diabète"),
    no("Mythe : cela prend des mois. Notre thé «guérit» le diabète."),
    no("Réalité : notre thé «guérit» le diabète. Mythe : c'est long."),
    no("La vérité : notre thé «guérit» le diabète."),
    no("Ce n'est pas un mythe : notre thé «guérit»."),
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
