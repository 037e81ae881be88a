"""Reported: words of others, told at a distance, are excused; a seller's witnesses are not."""

from __future__ import annotations

import pytest

from socialint.model.language import Guard
from tests.judge.guards.speech import Case, excuses, no, yes

ENGLISH = (
    yes("The FDA warned a company that claimed its tea «cures» cancer."),
    yes("FDA warns: no supplement has shown that it can «cure» COVID-19."),
    yes("A Leeds salon was fined for saying that its drips «treat» flu."),
    yes("The product claims to «cure» diabetes."),
    yes("Beware of products that promise to «cure» everything."),
    yes("Be wary of anyone who says a supplement can «reverse» dementia."),
    yes("Scammers say their pills «cure» arthritis overnight."),
    yes("A so-called miracle «cure» is going round on WhatsApp."),
    yes("The powder allegedly «cures» autism."),
    yes("According to a rumour, garlic «protects» you from the virus."),
    yes("Don't fall for ads that promise a «cure»."),
    yes("Do not buy products that claim to «treat» cancer."),
    yes("Avoid products claiming to «prevent» COVID-19."),
    yes("The pills were marketed as a «cure» for hangovers."),
    yes("It was sold as an FDA-«approved» treatment. It never was."),
    yes("Viral videos claim that borax «heals» joints."),
    yes("“It «cures» cancer,” the seller claimed. A court disagreed."),
    yes("Some people think that the flu shot «causes» flu."),
    yes("You may have heard that sugar «causes» ADHD."),
    yes("The company falsely advertised that its bracelet «relieves» pain."),
    yes("Red flags of health fraud:\n• «cures» all diseases\n• a secret formula"),
    yes("Health fraud alert 🚨\nA “quick fix” that «cures» cancer is a scam."),
    yes("Ads that promise to «melt» fat are a red flag."),
    yes("A judge ordered the firm to stop saying its oil «treats» epilepsy."),
    yes("The FTC fined the company $2 million for claiming its tea «cures» cancer."),
    yes("Sellers charge $40 for water that supposedly «detoxes» the liver."),
    yes("Conspiracy theorists say vaccines «contain» microchips."),
    yes("«Cures» cancer in a week! Scam."),
    yes("Police arrested a man who sold bleach as a «cure»."),
    yes("The ad said the cream «erases» scars. We ruled against it."),
    yes("We told an online clinic to stop claiming its drip «boosts» immunity."),
    yes("A video that says onions «cure» ear infections has 2 million views. Don't try it."),
    yes("Be skeptical if a product “«cures»” many diseases."),
    yes("Companies that sell “miracle” water claim it «cures» autism."),
    yes("Products that claim to «cure», treat or prevent serious diseases may be scams."),
    yes("The seller's claim that it «cures» dementia is unproven."),
    yes("Snake-oil sellers once said mercury «cured» everything."),
    # The speaker's own claim, or one that sells
    no("Our tea claims to «cure» diabetes, and it does."),
    no("We claim that our tea «cures» diabetes."),
    no("Users say it «cured» their eczema."),
    no("Customers claim it «cured» them."),
    no("Doctors say it «cures» arthritis."),
    no("Studies show it «cures» arthritis."),
    no("Patients report that it «healed» them in days."),
    no("“It «cured» my arthritis!” – Ann, 61"),
    no("My doctor says this tea «cures» colds."),
    no("Everyone says it «works»."),
    no("Beware of imitations: only our oil «heals»."),
    no("Avoid cheap imitations that don't work. Ours «cures»."),
    no("Scammers sell water, but ours really «cures» colds."),
    no("Other teas claim to help. Ours «cures» diabetes."),
    no("It claims to «cure» back pain. Try it today, link in bio."),
    no("The so-called miracle tea that «cures» colds. Order now."),
    no("They claimed nothing could help. Our patch «cured» me."),
    no("Claim your free bottle: it «cures» joint pain."),
    no("Allegedly a cream. Our fans know: it «heals»."),
    no("The FDA approved it because it «cures» migraine."),
    no("The WHO says that tea is popular. It «cures» colds."),
    no("Thousands swear it «cures» insomnia."),
    no("Sounds too good to be true? Our laser «ends» pain."),
    no("Unlike products that promise the moon, our tea «cures» gout."),
    no("My friends claim I look ten years younger: it «works»."),
    no("Clinical studies claim it «reduces» wrinkles by 40%."),
    no("As the doctor says, it «cures»."),
    no("The reviews say it all: it «cures»."),
    no("They say laughter is the best medicine. We say our tea «cures»."),
    no("We were accused of hype, but it «cures»."),
    no("Others promise. We «heal»."),
)

GERMAN = (
    yes("Die Verbraucherzentrale warnt vor Pillen, die Krebs «heilen» sollen."),
    yes("Ein Anbieter behauptete, sein Tee «heile» Krebs."),
    yes("Das angebliche Wundermittel «heilt» Krebs."),
    yes("Betrüger versprechen, dass das Pulver Arthrose «heilt»."),
    yes("Vorsicht vor Anzeigen, die eine «Heilung» versprechen."),
    yes("Das Gericht untersagte die Werbung, das Öl «lindere» Schmerzen."),
    yes("Manche glauben, dass Impfungen Autismus «verursachen»."),
    yes("Im Internet kursieren Posts, nach denen Knoblauch vor Corona «schützt»."),
    yes("Das Wasser wurde beworben als «Heilmittel» gegen Kater."),
    yes("Im Netz heißt es, Chlorbleiche «heile» Autismus. Das ist gefährlich."),
    yes("Ein Händler warb damit, sein Armband «lindere» Schmerzen."),
    yes("Die Behörde verbot einer Firma zu behaupten, ihr Saft «heile» Krebs."),
    no("Kunden sagen, es hat ihre Neurodermitis «geheilt»."),
    no("Ärzte sagen, der Tee «heilt»."),
    no("Studien zeigen, dass er «heilt»."),
    no("Wir versprechen, dass unser Tee «heilt»."),
    no("Vorsicht vor Nachahmern: Nur unser Öl «heilt»."),
    no("Das angebliche Wundermittel «heilt» wirklich. Jetzt bestellen!"),
    no("Andere behaupten viel, aber unser Tee «heilt»."),
    no("„Es hat mich «geheilt»!“ – Anna, 61"),
    no("Meine Ärztin sagt, die Kur «heilt»."),
    no("Viele schwören darauf: Der Tee «heilt»."),
)

DUTCH = (
    yes("De inspectie waarschuwt voor pillen die kanker zouden «genezen»."),
    yes("Een verkoper beweerde dat zijn thee kanker «geneest»."),
    yes("Het zogenaamde wondermiddel «geneest» kanker."),
    yes("Oplichters beloven dat het poeder artrose «geneest»."),
    yes("Trap niet in advertenties die «genezing» beloven."),
    yes("De rechter verbood de reclame dat de olie pijn «verlicht»."),
    yes("Sommige mensen denken dat vaccins autisme «veroorzaken»."),
    yes("Op TikTok gaat rond dat knoflook tegen corona «beschermt»."),
    yes("Het water werd verkocht als «geneesmiddel» tegen katers."),
    yes("Op internet staat dat bleek autisme «geneest». Dat is gevaarlijk."),
    yes("Een winkel adverteerde dat zijn armband pijn «verlicht»."),
    yes("De NVWA beboette een bedrijf dat zei dat zijn sap kanker «geneest»."),
    no("Klanten zeggen dat het hun eczeem heeft «genezen»."),
    no("Artsen zeggen dat de thee «geneest»."),
    no("Onderzoek laat zien dat hij «geneest»."),
    no("Wij beloven dat onze thee «geneest»."),
    no("Pas op voor namaak: alleen onze olie «geneest»."),
    no("Het zogenaamde wondermiddel «geneest» echt. Bestel nu!"),
    no("Anderen beweren van alles, maar onze thee «geneest»."),
    no("‘Het heeft me «genezen»!’ – Anna, 61"),
    no("Mijn arts zegt dat de kuur «geneest»."),
    no("Velen zweren erbij: de thee «geneest»."),
)

FRENCH = (
    yes("Les autorités mettent en garde contre des pilules censées «guérir» le cancer."),
    yes("Un vendeur prétendait que son thé «guérit» le cancer."),
    yes("Ce soi-disant remède «guérit» le cancer."),
    yes("Des charlatans promettent que la poudre «guérit» l'arthrose."),
    yes("Méfiez-vous des publicités qui promettent la «guérison»."),
    yes("Le tribunal a condamné la société pour avoir dit que l'huile «soulage» la douleur."),
    yes("Certains pensent que les vaccins «provoquent» l'autisme."),
    yes("Selon une rumeur, l'ail «protège» du virus."),
    yes("L'eau était vendue comme «remède» contre la gueule de bois."),
    yes("Sur internet, on lit que l'eau de Javel «guérit» l'autisme. C'est dangereux."),
    yes("La DGCCRF a sanctionné une société qui disait que son jus «guérit» le cancer."),
    no("Nos clients disent qu'il a «guéri» leur eczéma."),
    no("Les médecins disent que ce thé «guérit»."),
    no("Les études montrent qu'il «guérit»."),
    no("Nous promettons que notre thé «guérit»."),
    no("Méfiez-vous des imitations : seule notre huile «guérit»."),
    no("Ce soi-disant remède «guérit» vraiment. Commandez maintenant !"),
    no("D'autres prétendent tout, mais notre thé «guérit»."),
    no("« Il m'a «guérie» ! » – Anne, 61 ans"),
    no("Mon médecin dit que la cure «guérit»."),
    no("Beaucoup ne jurent que par lui : ce thé «guérit»."),
)


@pytest.mark.parametrize("case", ENGLISH, ids=str)
def test_english(case: Case) -> None:
    assert excuses(Guard.REPORTED, case.text) is case.excused


@pytest.mark.parametrize("case", GERMAN, ids=str)
def test_german(case: Case) -> None:
    assert excuses(Guard.REPORTED, case.text, "de") is case.excused


@pytest.mark.parametrize("case", DUTCH, ids=str)
def test_dutch(case: Case) -> None:
    assert excuses(Guard.REPORTED, case.text, "nl") is case.excused


@pytest.mark.parametrize("case", FRENCH, ids=str)
def test_french(case: Case) -> None:
    assert excuses(Guard.REPORTED, case.text, "fr") is case.excused
