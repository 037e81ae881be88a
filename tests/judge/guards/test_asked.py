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
    yes("Wondering if you need an antibiotic to «cure» your cough? Usually not."),
    yes("Do COVID vaccines cause «infertility»? Here's what the data show."),
    yes("When is a cough «pneumonia»?"),
    yes("How many people are «cured» of hepatitis C each year?"),
    yes("Is chiropractic care effective for «asthma»? We looked at 12 trials."),
    yes("You asked: can I «stop» my inhaler in summer?"),
    yes("Should I take aspirin to «prevent» a heart attack?"),
    yes("Poll: do you think honey «cures» a cough?"),
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
    no("Is «eczema» ruining your summer? Our balm clears it up."),
    no("Can a tea «reverse» gout? These herbal drops do it overnight."),
    yes("Is «eczema» ruining your summer? Our nurses answer tonight at 7."),
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
    no("Why suffer? Our gel «cures» pain."),
    no("Know someone who wants to «cure» their migraine?"),
    no("Need a «cure» for that hangover?"),
    no("Who says you can't «cure» arthritis?"),
    no("Ever wondered how our tea «cures» diabetes?"),
    no("Is arthritis ruining your life? Our gel «cures» it."),
    no("Can CBD «treat» anxiety? Many of our customers say yes."),
    no("Can CBD «treat» anxiety? Shop our gummies."),
    no("What's the secret to «curing» acne? Our serum!"),
    no("Could this be the «cure» you've been waiting for?"),
)

GERMAN = (
    yes("Kann Vitamin C eine Erkältung «heilen»? Unsere Apothekerin schaut in die Studien."),
    yes("Hilft Kurkuma wirklich «gegen» Arthrose?"),
    yes("Gibt es eine «Heilung» für Tinnitus?"),
    yes("Fragen Sie Ihren Arzt, ob das Mittel Ihnen «hilft»."),
    yes("Forschende untersuchen, ob das Virus Müdigkeit «auslöst»."),
    yes("Richtig oder falsch: Antibiotika «heilen» die Grippe."),
    yes("Wie wird Schuppenflechte «behandelt»?"),
    yes("„Macht die Impfung «krank»?“ Das hören wir oft."),
    yes("«Heilt» Honig Wunden? Kaufen Sie nichts, bevor Sie das gelesen haben."),
    yes("Sind Impfungen «schuld» an Autismus? Die Daten sagen nein."),
    yes("Muss ich mein Blutdruckmittel «absetzen», wenn ich faste?"),
    no("Möchten Sie Ihre Arthrose «heilen»?"),
    no("Willst du deine Schmerzen «besiegen»?"),
    no("Wussten Sie, dass unser Tee Diabetes «heilt»?"),
    no("Warum «heilt» unser Tee Diabetes?"),
    no("Leiden Sie an «Arthrose»?"),
    no("Kann ein Tee Diabetes «heilen»? Ja!"),
    no("Kann ein Pflaster Migräne «stoppen»? Jetzt bestellen!"),
    no("Kann Laser Narben «entfernen»? Termin vereinbaren, Link in Bio."),
    no("«Arthrose»? Unser Gel."),
    no("Haben Sie genug von «Rückenschmerzen»? Unser Gel hilft."),
    no("Wer träumt nicht von einer «Heilung»?"),
    no("Warum leiden? Unser Gel «heilt»."),
    no("Rückenschmerzen satt? Endlich «schmerzfrei»?"),
    no("Schon gewusst? Unser Tee «heilt» Diabetes."),
)

DUTCH = (
    yes("Kan vitamine C een verkoudheid «genezen»? Onze apotheker zoekt het uit."),
    yes("Helpt kurkuma echt «tegen» artrose?"),
    yes("Bestaat er een «genezing» voor tinnitus?"),
    yes("Vraag je huisarts of dit middel je «helpt»."),
    yes("Onderzoekers weten nog niet of het virus moeheid «veroorzaakt»."),
    yes("Feit of fabel: antibiotica «genezen» de griep."),
    yes("Hoe wordt psoriasis «behandeld»?"),
    yes("Word je «ziek» van de griepprik?"),
    yes("«Geneest» honing wonden? Koop niets voordat je dit gelezen hebt."),
    yes("Veroorzaken vaccins «autisme»? De cijfers zeggen nee."),
    yes("Moet ik stoppen met mijn «bloeddrukpillen» als ik vast?"),
    no("Wil je je artrose «genezen»?"),
    no("Ben je klaar met «pijn»? Onze gel helpt."),
    no("Wist je dat onze thee diabetes «geneest»?"),
    no("Waarom «geneest» onze thee diabetes?"),
    no("Last van «artrose» in je knie?"),
    no("Kan een thee diabetes «genezen»? Ja!"),
    no("Kan een pleister migraine «stoppen»? Bestel nu!"),
    no("Kan laser littekens «verwijderen»? Boek een afspraak, link in bio."),
    no("«Artrose»? Onze gel."),
    no("Op zoek naar een «wondermiddel» tegen pijn?"),
    no("Wie droomt er niet van «genezing»?"),
    no("Waarom lijden? Onze gel «geneest»."),
    no("Wist je dat? Onze thee «geneest» diabetes."),
)

FRENCH = (
    yes("La vitamine C peut-elle «guérir» un rhume ? Notre pharmacienne répond."),
    yes("Le curcuma «soigne»-t-il vraiment l'arthrose ?"),
    yes("Existe-t-il un «remède» contre les acouphènes ?"),
    yes("Demandez à votre médecin si ce produit vous «soulagera»."),
    yes("Les chercheurs étudient si le virus «provoque» la fatigue."),
    yes("Vrai ou faux : les antibiotiques «guérissent» la grippe."),
    yes("Comment «traite»-t-on le psoriasis ?"),
    yes("Le vaccin «donne»-t-il la grippe ? 🤔"),
    yes("Faut-il «arrêter» son traitement avant une opération ?"),
    yes("Les vaccins «causent»-ils l'autisme ? Les chiffres disent non."),
    yes("Dois-je «arrêter» mon traitement si je jeûne ?"),
    no("Envie de «guérir» votre arthrose ?"),
    no("Vous souffrez d'«arthrose» dans les genoux ?"),
    no("Saviez-vous que notre thé «guérit» le diabète ?"),
    no("Pourquoi notre thé «guérit»-il le diabète ?"),
    no("Marre du «mal de dos» ? Notre gel soulage."),
    no("Un thé peut-il «guérir» le diabète ? Oui !"),
    no("Un patch peut-il «stopper» la migraine ? Commandez maintenant !"),
    no("Le laser peut-il «effacer» vos cicatrices ? Prenez rendez-vous, lien en bio."),
    no("«Arthrose» ? Notre gel."),
    no("Prêt à «vaincre» l'insomnie ?"),
    no("Qui ne rêve pas d'une «guérison» ?"),
    no("Pourquoi souffrir ? Notre gel «guérit»."),
)


@pytest.mark.parametrize("case", ENGLISH, ids=str)
def test_english(case: Case) -> None:
    assert excuses(Guard.ASKED, case.text) is case.excused


@pytest.mark.parametrize("case", GERMAN, ids=str)
def test_german(case: Case) -> None:
    assert excuses(Guard.ASKED, case.text, "de") is case.excused


@pytest.mark.parametrize("case", DUTCH, ids=str)
def test_dutch(case: Case) -> None:
    assert excuses(Guard.ASKED, case.text, "nl") is case.excused


@pytest.mark.parametrize("case", FRENCH, ids=str)
def test_french(case: Case) -> None:
    assert excuses(Guard.ASKED, case.text, "fr") is case.excused
