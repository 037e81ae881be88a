"""Where a person can be reached: e-mail, telephone, street, postcode, IP address.

Nothing is looked up: whether a top-level domain exists is not asked of any list on the network, as
Presidio's own recogniser for e-mail does. Toll-free numbers and other lines that only organisations
have are shapes and no more. Sources: RFC 5322 and RFC 1035 (mail), ITU-T E.164 and the North
American Numbering Plan (telephones), RFC 791 and RFC 4291 (IP).
"""

from __future__ import annotations

from ipaddress import ip_address

import regex

from socialint.entities.recognisers.scheme import Evidence, Needed, Scheme, Telling

_FILES = frozenset("png jpg jpeg gif svg webp pdf doc docx csv txt html mp4 mov".split())
_TOLL_FREE = frozenset("800 833 844 855 866 877 888 900".split())
_SHARED = frozenset("0800 0808 0300 0303 0330 0333 0344 0345 0370 0371 0845 0870 0871".split())
_SERVICE = regex.compile(r"1[38]00|13\d\d\d\d")
_STREETS = (
    "st|str|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|ct|court|way|terrace|place|pl|cir|circle|"
    "pkwy|parkway|hwy|highway|trail|close|crescent|cres|gardens|grove|mews|walk|row"
)
_CONTINENTAL = r"(?:straße|strasse|gasse|weg|allee|platz|ufer|straat|laan|gracht|kade|plein|dreef)"
_RUES = r"(?:rue|avenue|boulevard|place|chemin|impasse|quai|route)"
_NO_STREET = regex.compile(
    r"\b(?:of|my|our|your|his|her|their|the|a|an|in|out|on|off|at|to|from|by|all|any|every|one|no|and|or|is|was|"
    r"minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times?|steps?|miles?|yards?|feet|km|"
    r"patients?|people|beds?|am|pm|percent|mg|ml|with|we|you|that|this|per)\b"
)
_GROUPS = regex.compile(r"\d+")
_DAY = regex.compile(r"(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|[12]\d|3[01])\1(?:19|20)\d\d")


def _mail(words: str) -> bool:
    return words.rpartition(".")[2].lower() not in _FILES


def _phone(words: str) -> bool:
    """Whether it can be a person's line, by where it begins; a day is none."""
    if _DAY.fullmatch(words.strip()):
        return False
    groups = _GROUPS.findall(words)
    number = "".join(groups)
    if words.lstrip("( ").startswith(("+", "00")):
        number = number.removeprefix("00")
        if not number.startswith("1"):
            return 8 <= len(number) <= 15 and not number.startswith(("44800", "44808", "61180", "61130"))
    if number.startswith("0"):
        return number[:4] not in _SHARED
    if _SERVICE.match(number):
        return False
    national = number.removeprefix("1") if len(number) == 11 else number
    return len(national) == 10 and national[:3] not in _TOLL_FREE


class _Lines(Scheme):
    """Ten digits without a separator may be anything."""

    def read(self, words: str) -> Evidence:
        evidence = super().read(words)
        return Evidence.CHECK if evidence is Evidence.FORM and words.isdigit() else evidence


def _street(words: str) -> bool:
    return _NO_STREET.search(words) is None


def _address(words: str) -> bool:
    try:
        ip_address(words)
    except ValueError:
        return False
    return True


_HOUSE = r"\d{1,5}[a-z]?"
# No exchange begins with 0 or 1, and no area code has a 9 in the middle: so many other numbers do.
_NORTH_AMERICAN = r"(?:\+?1[-. ]{0,2})?(?:\([2-9][0-8]\d\)|[2-9][0-8]\d)[-. /]{0,3}[2-9]\d{2}[-. ]{0,3}\d{4}"
_INTERNATIONAL = r"(?:\+|\b00)\d{1,3}(?:[-. ()/]{0,3}\d){8,12}"
_DOMESTIC = r"\(?0[1-9]\d{0,3}\)?(?:[-. /]{1,3}\d{2,4}){2,4}|07\d{9}"
_BEFORE = r"(?<![\w$£€])(?<!\d[-./,])"
_BEHIND = r"(?!\w)(?![-./]\d)"
_SERVICES = r"1[38]00[- ]\d{3}[- ]\d{3}|13[- ]?\d{2}[- ]\d{2}"

SCHEMES = (
    Scheme(
        "EMAIL", ("e-mail address",), "EMAIL", check=_mail, telling=Telling.ALWAYS, as_written=True,
        needed=Needed.AT,
        pattern=r"(?<![\w.+-])[\w.+'-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,24}(?![\w@])",
    ),
    _Lines(
        "PHONE", ("telephone number",), "PHONE", check=_phone, telling=Telling.ALWAYS, as_written=True,
        pattern=rf"{_BEFORE}(?:{_INTERNATIONAL}|{_NORTH_AMERICAN}|{_SERVICES}){_BEHIND}",
    ),
    # With the 0 that many countries write in front of an area code, as numbers of records have.
    Scheme(
        "PHONE_ABROAD", ("telephone number",), "PHONE", check=_phone, telling=Telling.ALWAYS, as_written=True,
        pattern=rf"{_BEFORE}(?<!\d )(?:{_DOMESTIC}){_BEHIND}(?! \d)",
    ),
    Scheme(
        "STREET_ADDRESS", ("street address",), "ADDRESS", check=_street, telling=Telling.ALWAYS, as_written=True,
        needed=Needed.DIGIT,
        pattern=(
            rf"\b(?<![\w.,/$£€-]){_HOUSE} (?:[nsew]\.? )?(?:(?!\d)[\p{{L}}'-]+ ){{1,3}}(?:{_STREETS})\b"
            r"(?:\.?,? (?:apt|apartment|unit|suite|ste|flat|#)\.? ?\w{1,5})?"
        ),
    ),
    Scheme(
        "STREET_ABROAD", ("street address",), "ADDRESS", telling=Telling.ALWAYS, as_written=True,
        needed=Needed.DIGIT,
        pattern=(
            rf"\b(?<!\w)[\p{{L}}-]*{_CONTINENTAL} \d{{1,4}}[a-z]?\b|\b\p{{L}}[\p{{L}}-]+ {_CONTINENTAL} \d{{1,4}}[a-z]?\b"
            rf"|\b(?<![\w.,/$£€-]){_HOUSE},? (?:bis |ter )?{_RUES} (?:de |du |des |la |le |d'|l')*"
            r"(?!(?:de|du|des|la|le)\b)\p{L}[\p{L}'-]+"
        ),
    ),
    Scheme(
        "POSTCODE", ("postcode", "ZIP code"), "ADDRESS", telling=Telling.ALWAYS, as_written=True,
        needed=Needed.DIGIT,
        pattern=(
            r"\b(?<![\w-])(?:\d{5}-\d{4}|\d{5}(?= zip\b)|(?<=\bzip(?: code)?:? )\d{5}|(?<=, \p{L}{2} )\d{5}"
            r"|[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d)(?![\w-])"
        ),
    ),
    Scheme(
        "IP_ADDRESS", ("IP address",), "IP", check=_address, telling=Telling.ALWAYS, as_written=True,
        needed=Needed.DIGIT,
        pattern=(
            r"(?<![\w.:])(?:(?:\d{1,3}\.){3}\d{1,3}|(?:[\da-f]{1,4}:){7}[\da-f]{1,4}"
            r"|(?:[\da-f]{1,4}:){2,6}(?::[\da-f]{1,4}){1,5})(?![\w:]|\.\d)(?<=\d[^\s\d]{0,40})"
        ),
    ),
)  # fmt: skip
