"""Makes generic-medicines.txt: the names of medicines that MedlinePlus describes, without brands.

The names are those that drug-named-entity-recognition 2.0.9 (MIT) keeps with a MedlinePlus number:

    python generate.py drug_ner_dictionary.pkl.bz2 > generic-medicines.txt

What is sold without a prescription, eaten, or given as a vaccine is left out by hand.
"""

from __future__ import annotations

import bz2
import pickle
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

HEAD = """\
# Generic names of prescription medicines, one a line.
# Made by generate.py on 2026-11-21 from drug-named-entity-recognition 2.0.9 (MIT): the names it keeps
# with a MedlinePlus number. Left out: what is sold without a prescription, food, vaccines.
# Added by hand: molecules that are newer than that list."""

NOT_PRESCRIPTION = frozenset(
    """
    acetaminophen acetylcysteine alcohol aluminum ammonium anhydrous anthrax antipyrine arsenic ascorbic
    aspirin bacillus bacitracin barium belladonna benzoyl benzyl betaine bisacodyl bismuth brompheniramine
    buccal caffeine calcium cannabidiol capsaicin carbon cetirizine charcoal chlorpheniramine cholera choline
    citric clemastine clotrimazole cyanocobalamin dextromethorphan dimenhydrinate dimethyl diphenhydramine
    diphtheria docusate doxylamine ergocalciferol estrogen extended famotidine ferric ferrous fexofenadine
    fluoride glucagon glycerin guaifenesin haemophilus hepatitis hydrocortisone hydrogen ibuprofen inactivated
    influenza insulin japanese ketotifen lactic lactulose lithium loperamide loratadine magnesium malathion meclizine
    meningococcal menthol methoxy miconazole minoxidil naproxen niacin nicotine nitrous oxymetazoline
    parathyroid permethrin pertussis phenylephrine phytonadione piperonyl pneumococcal polyethylene potassium
    povidone pramoxine progestin pseudoephedrine psyllium pyrantel pyrethrin pyridoxine rabies recombinant
    repository riboflavin rotavirus salicylic selenium sennosides serogroup silver simethicone sodium
    strontium sulfur testosterone tetanus tetrahydrozoline thiamine thyroid tioconazole tolnaftate typhoid
    urea uridine vaginal varicella vitamin yellow
    """.split()
)

NEWER = "retatrutide cagrilintide orforglipron tirzepatide lecanemab donanemab aducanumab mavacamten deucravacitinib"


class _Plain(pickle.Unpickler):
    """Reads texts, numbers, lists and mappings, and runs nothing."""

    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"{module}.{name} is no plain data")


def names(medicines: Mapping[str, Mapping[str, Any]]) -> Iterable[str]:
    """The first word of each medicine and of each part of a combination, if it is long enough."""
    for medicine, known in medicines.items():
        if "medline_plus_id" in known:
            for part in re.split(r", and |, | and ", medicine):
                name = re.match(r"[a-z]{6,}(?=[\s(-]|$)", part)
                if name:
                    yield name[0]


if __name__ == "__main__":
    with bz2.open(Path(sys.argv[1])) as packed:
        dictionary = _Plain(packed).load()
    found = {*names(dictionary["drug_canonical_to_data"]), *NEWER.split()} - NOT_PRESCRIPTION
    print(HEAD, *sorted(found), sep="\n")
