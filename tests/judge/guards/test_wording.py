"""Wording: words that are talked about are excused, words that are used are not."""

from __future__ import annotations

import pytest

from socialint.model.language import Guard
from tests.judge.guards.speech import Case, excuses, no, yes

ENGLISH = (
    yes("“«Clinically proven».” You see it on jars. What should it mean?"),
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
    no("DON'T SETTLE FOR A «COPYCAT» BRAND."),
    yes("Our style guide bans “«miracle cure»”."),
    yes("Terms like «lunatic» hurt."),
    yes("Stop calling people «addicts»."),
    yes("Replace “«crazy»” with “surprising”."),
    yes("The phrase «clean and sober» implies that others are dirty."),
    yes("Swap the word «junkie» for “person who uses drugs”."),
    yes("Why we dropped the label “«non-compliant»”."),
    yes("What does “«FDA approved»” mean?"),
    yes("Outdated: «mentally retarded». Preferred: person with an intellectual disability."),
    yes('Person-first language: say "person with epilepsy", never "«epileptic»".'),
    yes("We say “patient”, not “«sufferer»”."),
    yes("Why do we avoid the word “«victim»”?"),
    yes("Don’t use “«failed suicide attempt»”."),
    yes("Journalists: please do not write “«committed suicide»”."),
    yes('"«Drug abuser»" → "person who uses drugs"'),
    yes("Language tip: “died by suicide” instead of “«committed suicide»”"),
    yes('Better: "has diabetes". Not: "«is a diabetic»".'),
    yes("The word “«miracle»” is banned in our ads."),
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
    no("She is an «addict» who needs help."),
    no("Not an «addict»? Then read on."),
    no("Avoid «addicts» near the station."),
    no("Stop the «pain» now."),
    no('"Best «cure» ever", says Tom.'),
    no("Never use another cream: ours «cures»."),
    no("The word is out: it «cures»."),
    no("Use our tea, not pills: it «cures»."),
    no("Say yes to a «cure», not to pain."),
    no("“«Clinically proven».” You see it on our jars. It means trust."),
)

GERMAN = (
    yes("„«Klinisch getestet»“ steht auf der Dose. Was heißt das eigentlich?"),
    yes("Vermeiden Sie den Begriff „«Selbstmord»“."),
    yes("Sagen Sie „Suizid“ statt „«Selbstmord»“."),
    yes("Der Begriff „«Junkie»“ ist stigmatisierend."),
    yes("Das Wort «Junkie» verletzt."),
    yes("Bitte schreiben Sie nicht, jemand sei «an den Rollstuhl gefesselt»."),
    yes("Statt „«Selbstmord begehen»“ besser: „sich das Leben nehmen“."),
    yes("Begriffe wie «Irrer» tun weh."),
    yes("«Junkie» gilt als abwertend."),
    yes("Sag nicht:\n- «Junkie»\n\nBesser:\n- Mensch mit einer Suchterkrankung"),
    yes("❌ «Selbstmord»\n✅ Suizid"),
    yes("„«Wunderheilung»“ sagen wir nicht."),
    yes("Wir sagen „Mensch mit Diabetes“, nicht „«Diabetiker»“."),
    yes("Warum wir das Wort „«Opfer»“ meiden"),
    yes("Schreiben Sie „Suizid“, nicht „«Selbstmord»“."),
    no("Er beging «Selbstmord»."),
    no("Statt Operation: Unser Gel «heilt»."),
    no("Sagen Sie Adieu zu Schmerzen: Es «heilt»."),
    no("Mit anderen Worten: Es «heilt»."),
    no("Sag nicht:\n- Süchtiger\n\nBesser:\n- «Junkie»"),
    no("„Es hat mich «geheilt»!“"),
    no("❌ Operation\n✅ «Wunderheilung»"),
    no("Meiden Sie Zucker. Unser Tee «heilt»."),
    no("„Beste «Heilung» ever“, sagt Tom."),
)

DUTCH = (
    yes("‘«Klinisch getest»’ staat er op de pot. Wat betekent dat eigenlijk?"),
    yes("Vermijd de term ‘«zelfmoord»’."),
    yes("Zeg ‘zelfdoding’ in plaats van ‘«zelfmoord»’."),
    yes("De term ‘«junk»’ is stigmatiserend."),
    yes("Het woord «junk» kwetst."),
    yes("Zeg niet dat iemand «aan een rolstoel gekluisterd» is."),
    yes("In plaats van ‘«zelfmoord plegen»’ liever ‘suïcide’."),
    yes("Woorden als «gek» doen pijn."),
    yes("«Junk» is een scheldwoord."),
    yes("Zeg niet:\n- «junk»\n\nZeg wel:\n- iemand met een verslaving"),
    yes("❌ «zelfmoord»\n✅ zelfdoding"),
    yes("‘«Wondermiddel»’ zeggen we liever niet."),
    yes("Wij zeggen ‘mens met diabetes’, niet ‘«diabeet»’."),
    yes("Waarom we het woord ‘«slachtoffer»’ vermijden"),
    no("Hij pleegde «zelfmoord»."),
    no("In plaats van een operatie: onze gel «geneest»."),
    no("Zeg vaarwel tegen pijn: het «geneest»."),
    no("Met andere woorden: het «geneest»."),
    no("Zeg niet:\n- verslaafde\n\nZeg wel:\n- «junk»"),
    no("‘Het heeft me «genezen»!’"),
    no("❌ operatie\n✅ «wondermiddel»"),
    no("Vermijd suiker. Onze thee «geneest»."),
    no("‘Beste «genezing» ooit’, zegt Tom."),
)

FRENCH = (
    yes("“«Testé en clinique»”, dit l'étiquette. Que veut dire ce mot ?"),
    yes("Évitez le mot “«toxico»”."),
    yes("Dites “mort par suicide” plutôt que “«s'est suicidé»”."),
    yes("Le terme “«toxico»” est stigmatisant."),
    yes("Le mot «toxico» blesse."),
    yes("N'écrivez pas que quelqu'un est «cloué dans un fauteuil»."),
    yes("Au lieu de “«commettre un suicide»”, préférez “mourir par suicide”."),
    yes("Des mots comme «fou» font mal."),
    yes("«Toxico» est une insulte."),
    yes("Ne dites pas :\n- «toxico»\n\nDites plutôt :\n- personne ayant une addiction"),
    yes("❌ «toxico»\n✅ personne ayant une addiction"),
    yes("L'expression “«remède miracle»” est à éviter."),
    yes("Nous disons “personne diabétique”, pas “«diabétique»”."),
    yes("Pourquoi nous évitons le mot “«victime»”"),
    no("Il a «commis un suicide»."),
    no("Au lieu d'une opération : notre gel «guérit»."),
    no("Dites adieu à la douleur : il «guérit»."),
    no("En d'autres termes, il «guérit»."),
    no("Ne dites pas :\n- drogué\n\nDites plutôt :\n- «toxico»"),
    no("“Il m'a «guérie» !”"),
    no("❌ opération\n✅ «remède miracle»"),
    no("Évitez le sucre. Notre thé «guérit»."),
    no("“Meilleure «guérison» du monde”, dit Tom."),
)


@pytest.mark.parametrize("case", ENGLISH, ids=str)
def test_english(case: Case) -> None:
    assert excuses(Guard.WORDING, case.text) is case.excused


@pytest.mark.parametrize("case", GERMAN, ids=str)
def test_german(case: Case) -> None:
    assert excuses(Guard.WORDING, case.text, "de") is case.excused


@pytest.mark.parametrize("case", DUTCH, ids=str)
def test_dutch(case: Case) -> None:
    assert excuses(Guard.WORDING, case.text, "nl") is case.excused


@pytest.mark.parametrize("case", FRENCH, ids=str)
def test_french(case: Case) -> None:
    assert excuses(Guard.WORDING, case.text, "fr") is case.excused
