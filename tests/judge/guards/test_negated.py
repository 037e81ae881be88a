"""Negated: what is denied is excused; what only looks denied is not."""

from __future__ import annotations

import pytest

from socialint.model.language import Guard
from tests.judge.guards.speech import Case, excuses, no, yes

ENGLISH = (
    yes("This tea does not «cure» diabetes."),
    yes("This tea doesn't cure «diabetes»."),
    yes("It isn’t a «cure»."),
    yes("We never promise a «cure»."),
    yes("This product is not intended to diagnose, «treat», cure, or prevent any disease."),
    yes("This product is not intended to diagnose, treat, «cure», or prevent any disease."),
    yes("This product is not intended to diagnose, treat, cure, or «prevent» any disease."),
    yes("There is no «cure» for the common cold."),
    yes("There is currently no known cure for «hay fever»."),
    yes("No vitamin or herb can «cure» cancer."),
    yes("Nothing you can buy online «cures» dementia."),
    yes("Nobody has found a «cure»."),
    yes("Rest helps, but it cannot «prevent» the flu."),
    yes("You can live well without a «cure»."),
    yes("The herb failed to «prevent» colds in two large trials."),
    yes("There is no evidence that, taken daily, zinc «prevents» colds."),
    yes("It has not been shown that honey «heals» burns faster."),
    yes("The story that onions «cure» the flu is a myth."),
    yes("That vaccines cause autism, allergies and «asthma» is false."),
    yes("«Cures» cancer? False."),
    yes("Does garlic «cure» colds? No."),
    yes("Does garlic «cure» colds? No, it does not."),
    yes("Known «cures»: none."),
    yes("Honey dont «cure» anything"),
    yes("The cream «cures» nothing."),
    yes("The shot treats no «disease»; it lowers the risk of one."),
    yes("It is neither a «cure» nor a vaccine."),
    yes("Our massage does not:\n• «cure» arthritis\n• replace your medicine"),
    yes("Vaccines do not, and never did, «cause» autism."),
    yes("It isn't FDA «approved»."),
    yes("Sadly, dietary supplements can’t «reverse» hearing loss"),
    yes("There are no «side effects» to report so far."),
    yes("Ginger helps some people. It won't «cure» morning sickness, and that is fine."),
    # Looks like it, and is none
    no("Not only does it help, it «cures» arthritis."),
    no("It not only «cures» arthritis, it tastes good."),
    no("It doesn't just soothe, it «heals»."),
    no("No doubt it «cures» arthritis."),
    no("No wonder it «cures» so many."),
    no("I no longer need pills: it «cured» me."),
    no("It never fails to «cure» a cold."),
    no("You can't help but feel «healed»."),
    no("Not without reason do they call it a «cure»."),
    no("There is no disease it can't «cure»."),
    no("There was no one it didn't «cure»."),
    no("No other product «cures» acne like ours."),
    no("Nothing «cures» faster."),
    no("Nothing works better to «cure» a cold."),
    no("No side effects, «cures» arthritis fast."),
    no("No needles, no pills, just a «cure»."),
    no("Without surgery, we «cure» your back pain."),
    no("Heals without drugs and «cures» migraines."),
    no("Not a fan of pills? This tea «cures» arthritis."),
    no("Not a fan of pills, I tried this tea and it «cured» me."),
    no("Nothing helped until this tea «cured» my pain."),
    no("I couldn't walk before this oil «cured» me."),
    no("I never thought a tea could «cure» my diabetes."),
    no("You won't believe how it «cures» pain."),
    no("Don't wait: «cure» your pain now."),
    no("Why not «cure» it today?"),
    no("Don't let «arthritis» slow you down."),
    no("It is not a drug but it «cures» diabetes."),
    no("Doctors say it can't «cure» cancer. They are wrong."),
    no("There was no «cure» for arthritis. Until now."),
    no("Not harmful — «cures» eczema in days."),
    no("Our tea «cures» diabetes with no side effects."),
    no("Our tea «cures» colds. No pills needed."),
    no("Our tea «cures» colds and is not expensive."),
    no("The No. 1 «cure» for joint pain."),
    no("No-brainer: the oil «heals» burns."),
    no("Last but not least, it «cures» acne."),
    no("No more pain: a real «cure»."),
    no("Live free from «pain» with our patch."),
    no("You don't need surgery to «cure» a slipped disc."),
    no("If your doctor can't help, this root «cures» gout."),
    no("Side effects? None. It simply «cures»."),
    no("A not-for-profit clinic that «cures» hepatitis."),
)

GERMAN = (
    yes("Der Tee «heilt» Krebs nicht."),
    yes("Der Tee heilt «Krebs» nicht."),
    yes("Vitamin C «hilft» nicht gegen Erkältungen."),
    yes("Es gibt keine «Heilung» für Demenz."),
    yes("Kein Nahrungsergänzungsmittel kann Krebs «heilen»."),
    yes("Dieses Produkt ist nicht dazu bestimmt, Krankheiten zu diagnostizieren, zu «heilen» oder zu verhindern."),
    yes("Globuli «heilen» keine Infektionen."),
    yes("Es ist nicht bewiesen, dass Zink Erkältungen «verhindert»."),
    yes("Ohne «Heilung» lässt sich gut leben."),
    yes("Dass Zwiebeln Grippe «heilen», ist ein Märchen."),
    yes("«Heilt» Honig Erkältungen? Nein."),
    yes("Der Saft «heilt» weder Krebs noch Diabetes."),
    yes("Wir können leider nicht versprechen, dass die Salbe «hilft»."),
    yes("Niemand kann Alzheimer «heilen»."),
    no("Unser Tee «heilt» nicht nur Krebs, er schmeckt auch."),
    no("Nicht nur lecker: Unser Tee «heilt» Diabetes."),
    no("Kein Wunder, dass unser Tee «heilt»."),
    no("Nichts «hilft» besser."),
    no("Keine Nebenwirkungen, «heilt» Arthrose schnell."),
    no("Ohne Operation «heilt» unsere Methode Arthrose."),
    no("Unser Öl «heilt» Wunden und ist nicht teuer."),
    no("Warten Sie nicht länger: Die Kur «heilt»."),
    no("Nie wieder Schmerzen: Das Gel «heilt»."),
    no("Es ist kein Medikament, sondern «heilt» natürlich."),
    no("Es gibt keine Krankheit, die der Tee nicht «heilt»."),
    no("Ich hätte nie gedacht, dass ein Tee mich «heilt»."),
    no("Ärzte sagen, das sei nicht «heilbar». Sie irren sich."),
)

DUTCH = (
    yes("Deze thee «geneest» geen kanker."),
    yes("Deze thee «geneest» kanker niet."),
    yes("Vitamine C «helpt» niet tegen verkoudheid."),
    yes("Er bestaat geen «genezing» voor dementie."),
    yes("Geen enkel supplement kan kanker «genezen»."),
    yes("Het is niet bewezen dat zink verkoudheid «voorkomt»."),
    yes("Niemand kan alzheimer «genezen»."),
    yes("Dat uien griep «genezen», is een fabeltje."),
    yes("«Geneest» honing een verkoudheid? Nee."),
    yes("Wij beloven nooit dat de zalf «helpt»."),
    yes("Dit product is niet bedoeld om ziekten te «genezen» of te voorkomen."),
    yes("De pillen «helpen» helaas niet."),
    no("Onze thee «geneest» niet alleen kanker, hij smaakt ook goed."),
    no("Geen wonder dat onze thee «geneest»."),
    no("Niets «helpt» beter."),
    no("Geen bijwerkingen, «geneest» artrose snel."),
    no("Zonder operatie «geneest» onze methode artrose."),
    no("Onze olie «geneest» wonden en is niet duur."),
    no("Wacht niet langer: deze kuur «geneest»."),
    no("Nooit meer pijn: de gel «geneest»."),
    no("Het is geen medicijn, maar «geneest» diabetes."),
    no("Er is geen ziekte die deze thee niet «geneest»."),
    no("Ik had nooit gedacht dat een thee mij zou «genezen»."),
    no("Artsen zeggen dat het niet te «genezen» is. Ze hebben ongelijk."),
)

FRENCH = (
    yes("Ce thé ne «guérit» pas le cancer."),
    yes("Ce thé ne guérit pas le «cancer»."),
    yes("La vitamine C n'«empêche» pas le rhume."),
    yes("Il n'existe aucun «remède» contre la démence."),
    yes("Aucun complément ne «guérit» le cancer."),
    yes("Rien ne prouve que le zinc «prévient» le rhume."),
    yes("Personne ne peut «guérir» Alzheimer."),
    yes("Que l'oignon «guérisse» la grippe est un mythe."),
    yes("Le miel «guérit» le rhume ? Non."),
    yes("On peut vivre longtemps sans «guérison»."),
    yes("Nous ne promettons jamais une «guérison»."),
    yes("Ce produit n'est pas destiné à diagnostiquer, à traiter ou à «guérir» une maladie."),
    yes("Les billes de sucre ne «soignent» rien."),
    no("Notre thé ne «guérit» pas seulement le cancer, il est bon."),
    no("Non seulement il apaise, mais il «guérit»."),
    no("Rien ne «guérit» plus vite."),
    no("Sans effets secondaires, notre gel «guérit» l'arthrose."),
    no("Sans chirurgie, nous «guérissons» votre dos."),
    no("Notre huile «guérit» les plaies et ne coûte pas cher."),
    no("N'attendez plus : la cure «guérit»."),
    no("Pas cher et efficace : il «guérit»."),
    no("Ce n'est pas un médicament, mais il «guérit»."),
    no("Il n'y a pas de maladie qu'il ne puisse «guérir»."),
    no("Je n'aurais jamais cru qu'un thé me «guérirait»."),
    no("Les médecins disent qu'on ne peut pas «guérir». Ils ont tort."),
    no("Pas à pas, la tisane «guérit»."),
)


@pytest.mark.parametrize("case", ENGLISH, ids=str)
def test_english(case: Case) -> None:
    assert excuses(Guard.NEGATED, case.text) is case.excused


@pytest.mark.parametrize("case", GERMAN, ids=str)
def test_german(case: Case) -> None:
    assert excuses(Guard.NEGATED, case.text, "de") is case.excused


@pytest.mark.parametrize("case", DUTCH, ids=str)
def test_dutch(case: Case) -> None:
    assert excuses(Guard.NEGATED, case.text, "nl") is case.excused


@pytest.mark.parametrize("case", FRENCH, ids=str)
def test_french(case: Case) -> None:
    assert excuses(Guard.NEGATED, case.text, "fr") is case.excused
