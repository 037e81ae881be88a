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
    yes("Talk to your doctor: this medicine can possibly «prevent» migraines."),
    yes("Symptoms could be a sign of «cancer»; see a doctor."),
    yes("Probiotics may or may not «help»."),
    yes("The vaccine is under study; it may «prevent» Lyme disease."),
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
    no("May we «cure» your pain?"),
    no("You may have tried everything. Our laser «cures»."),
    no("May the best clinic «heal» you."),
)

GERMAN = (
    yes("Vitamin D könnte Stürze «verhindern»."),
    yes("Möglicherweise «lindert» es Schmerzen."),
    yes("Vielleicht «hilft» es manchen Menschen beim Einschlafen."),
    yes("Erste Studien deuten darauf hin, dass Yoga «hilft»."),
    yes("Das Mittel wird derzeit untersucht als «Behandlung» von ALS."),
    yes("Ob es bei Kindern «wirkt», ist noch unklar."),
    yes("Bei Mäusen «heilte» der Stoff das Gehör."),
    yes("Es ist möglich, dass der Wirkstoff «schützt»."),
    yes("Forscher hoffen, dass er das Virus «stoppt»."),
    yes("Kaffee könnte vor Diabetes «schützen», so eine Studie."),
    yes("Es gibt Hinweise, dass Sport vor Demenz «schützt»."),
    no("Unser Gel könnte Ihre Schmerzen «heilen». Jetzt bestellen!"),
    no("Vielleicht «hilft» es auch Ihnen. Nur 29 €."),
    no("So schnell wie möglich «geheilt»."),
    no("Vielleicht klein, aber es «heilt» Migräne."),
    no("Die bestmögliche «Heilung»."),
    no("Unser Tee «heilt» Diabetes, garantiert."),
    no("Vielleicht kennen Sie uns schon: Unser Tee «heilt»."),
    no("Könnte es einfacher sein? Der Tee «heilt»."),
)

DUTCH = (
    yes("Vitamine D zou vallen kunnen «voorkomen»."),
    yes("Mogelijk «verlicht» het de pijn."),
    yes("Misschien «helpt» het sommige mensen om te slapen."),
    yes("De eerste studies wijzen erop dat yoga «helpt»."),
    yes("Het middel wordt nu onderzocht als «behandeling» van ALS."),
    yes("Of het bij kinderen «werkt», is nog onduidelijk."),
    yes("Bij muizen «herstelde» de stof het gehoor."),
    yes("Het is mogelijk dat de stof «beschermt»."),
    yes("Onderzoekers hopen dat het het virus «stopt»."),
    yes("Koffie zou kunnen «beschermen» tegen diabetes, zegt een studie."),
    yes("Er zijn aanwijzingen dat sport tegen dementie «beschermt»."),
    no("Onze gel zou je pijn kunnen «genezen». Bestel nu!"),
    no("Misschien «helpt» het jou ook. Nu € 29,95."),
    no("Zo snel mogelijk «genezen»."),
    no("Misschien klein, maar het «geneest» migraine."),
    no("De best mogelijke «genezing»."),
    no("Onze thee «geneest» diabetes, gegarandeerd."),
    no("Wij maken het mogelijk: pijn «genezen»."),
    no("Kan het makkelijker? De thee «geneest»."),
)

FRENCH = (
    yes("La vitamine D pourrait «prévenir» les chutes."),
    yes("Cela «soulage» certains patients, selon des résultats préliminaires."),
    yes("Il est possible que le yoga «aide»."),
    yes("De premières études suggèrent que le yoga «aide»."),
    yes("Le médicament est à l'étude pour «traiter» la SLA."),
    yes("On ne sait pas encore si le traitement «protège»."),
    yes("Chez la souris, la molécule a «restauré» l'audition."),
    yes("Les chercheurs espèrent que le produit «stoppe» le virus."),
    yes("Il semble «réduire» les poussées."),
    yes("Le café pourrait «protéger» du diabète, selon une étude."),
    no("Notre gel pourrait «guérir» vos douleurs. Commandez maintenant !"),
    no("Il pourrait vous «aider», 29 € le flacon."),
    no("Il pourrait sembler petit, mais il «guérit» la migraine."),
    no("Le plus vite possible «guéri»."),
    no("Notre thé «guérit» le diabète, c'est garanti."),
    no("Pourrait-on rêver mieux ? Il «guérit»."),
    no("Notre thé pourrait plaire. Il «guérit» le diabète."),
    no("Peut-on faire plus simple ? Le thé «guérit»."),
)


@pytest.mark.parametrize("case", ENGLISH, ids=str)
def test_english(case: Case) -> None:
    assert excuses(Guard.HEDGED, case.text) is case.excused


@pytest.mark.parametrize("case", GERMAN, ids=str)
def test_german(case: Case) -> None:
    assert excuses(Guard.HEDGED, case.text, "de") is case.excused


@pytest.mark.parametrize("case", DUTCH, ids=str)
def test_dutch(case: Case) -> None:
    assert excuses(Guard.HEDGED, case.text, "nl") is case.excused


@pytest.mark.parametrize("case", FRENCH, ids=str)
def test_french(case: Case) -> None:
    assert excuses(Guard.HEDGED, case.text, "fr") is case.excused
