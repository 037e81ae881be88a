"""Made-up numbers of every scheme, right and wrong, and what is found in a text."""

from __future__ import annotations

from socialint.entities.recognisers import SCHEMES
from socialint.model.documents import Field, Part
from socialint.model.leaves import Identifier
from socialint.model.records import Registers
from socialint.scan import Plan
from socialint.text import Normaliser

RIGHT = {
    "GB_NHS": ("999 876 5439", "999 555 1233"),
    "GB_NINO": ("AA 12 34 56 C", "JG 10 37 59 A"),
    "DE_KVNR": ("X123456788", "Q987654322"),
    "NL_BSN": ("999990019", "999998766"),
    "BE_NN": ("85.07.30-033.28", "90.01.12-998.54"),
    "FR_NIR": ("2 99 01 75 999 123 01", "1 85 02 2A 999 456 89"),
    "AU_MEDICARE": ("2999 99993 1", "6123 45674 1"),
    "AU_IHI": ("8003 6099 9999 1233", "8003 6012 3456 7894"),
    "CA_ON": ("9876-543-217", "9123-456-783-AB"),
    "CA_BC_PHN": ("9123 456 780", "9998 887 773"),
    "CA_QC_RAMQ": ("ZZZQ 9001 0113", "XYZA 8562 1514"),
    "CA_SIN": ("123 456 782",),
    "ES_DNI": ("99999123E", "00000012N"),
    "ES_NIE": ("X9999123B", "Z0000042R"),
    "IT_CF": ("ZZZXYZ80A01H501B", "QQQWWW75T55F205P"),
    "IE_PPS": ("9999123T", "1234567T"),
    "IE_IHI": ("539123481299912338", "539123485512398725"),
    "SE_PNR": ("850709-9805", "19900101-9984"),
    "NO_FNR": ("31129912319", "17058135097"),
    "DK_CPR": ("010190-9990", "070761-4285"),
    "FI_HETU": ("131052-308T", "010101A123N"),
    "US_SSN": ("219-55-8034",),
    "US_MBI": ("1EG4-TE5-MK73", "1EG4TE5MK73"),
    "US_DEA": ("BX0844957",),
    "IBAN": ("GB29 NWBK 6016 1331 9268 19",),
    "PAYMENT_CARD": ("4000 0098 4423 9247", "4111111111111111"),
    "VIN": ("1M8GDM9AXKP042788",),
    "EMAIL": ("jane.doe+x@mail.example",),
    "PHONE": ("(614) 555-0188", "+1 614.555.0188", "614-555-0188", "+44 20 7946 0958"),
    "PHONE_ABROAD": ("020 7946 0958", "(030) 9018-2011", "07700900123"),
    "STREET_ADDRESS": ("118 Larkspur Lane", "12 N. Oak St, Apt 4"),
    "STREET_ABROAD": ("Lindenstraße 12", "Am Ufer 3", "Keizersgracht 174", "5 rue de la Paix"),
    "POSTCODE": ("43321-0412", "SW1A 1AA", "K1A 0B1"),
    "IP_ADDRESS": ("203.0.113.77", "2001:db8::8a2e:370:7334"),
    "CALENDAR_DAY": ("March 3", "3 March 2026", "02-17-1958", "2026-03-14", "14 Feb", "3. Mai 2026"),
    "RECORD_NUMBER": (
        "00482913",
        "XQH884120097",
        "MR-7740213",
        "RXH 448 1290",
        "55-10-38",
        "D0938 4471 2205",
        "PM4471-99X2",
        "55-20917-AX",
        "BXK 402117 H",
        "7741-B",
        "0098-AK-22",
        "00-441-9920",
    ),
}
WRONG = {
    "GB_NHS": ("999 876 5430", "999 555 1239"),
    "GB_NINO": ("DF 12 34 56 C", "BG 12 34 56 A"),
    "DE_KVNR": ("X123456789", "Q987654320"),
    "NL_BSN": ("999990018", "999998761"),
    "BE_NN": ("85.07.30-033.29", "90.01.12-998.50"),
    "FR_NIR": ("2 99 01 75 999 123 02", "1 85 02 2A 999 456 88"),
    "AU_MEDICARE": ("2999 99994 1", "7123 45674 1"),
    "AU_IHI": ("8003 6099 9999 1234", "8003 6112 3456 7894"),
    "CA_ON": ("9876-543-210", "0123-456-789"),
    "CA_BC_PHN": ("9123 456 781", "8123 456 780"),
    "CA_QC_RAMQ": ("ZZZQ 9013 0113", "XYZA 8562 1519"),
    "CA_SIN": ("123 456 783",),
    "ES_DNI": ("99999123A", "00000012B"),
    "ES_NIE": ("X9999123C", "W0000042R"),
    "IT_CF": ("ZZZXYZ80A01H501C", "QQQWWW75T55F205A"),
    "IE_PPS": ("9999123A", "1234567B"),
    "IE_IHI": ("539123481299912339", "539123485512398726"),
    "SE_PNR": ("850709-9804", "19901301-9984"),
    "NO_FNR": ("31129912318", "17058135096"),
    "DK_CPR": ("320190-9990", "071361-4285"),
    "FI_HETU": ("131052-308U", "310201A123N"),
    "US_SSN": ("912-55-8034", "666-12-3456", "219-00-8034", "078-05-1120"),
    "US_DEA": ("BX0844958",),
    "IBAN": ("GB29 NWBK 6016 1331 9268 18",),
    "PAYMENT_CARD": ("4000 0098 4423 9248", "9111111111111111"),
    "VIN": ("1M8GDM9A1KP042788",),
    "EMAIL": ("logo@2x.png",),
    "PHONE": ("1-800-222-1222", "(888) 555-0188", "1300 555 123"),
    "PHONE_ABROAD": ("0800 123 4567",),
    "STREET_ADDRESS": ("5 minutes out of my way", "20 people on the road", "3 steps in a row"),
    "CALENDAR_DAY": ("99-99-1958", "2026-14-40", "24/70"),
    "RECORD_NUMBER": ("2026-03-14", "2025-2026", "614-555-0188", "NCT05123456", "2024", "4471"),
    "IP_ADDRESS": ("300.1.1.1",),
}
_PLANS = {kind: Plan.of([Identifier((kind,))], Registers()) for kind in SCHEMES}
_NORMALISER = Normaliser(())


def found(kind: str, text: str) -> list[tuple[str, str]]:
    """The stretches of the text that are found, each with its evidence."""
    view = _NORMALISER.view(Field.plain(Part.BODY, text))
    hits = _PLANS[kind].scan([view]).of(Identifier((kind,)))
    return [(text[hit.span.start : hit.span.end], str(hit.rows[0].cells["evidence"])) for hit in hits]
