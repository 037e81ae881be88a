"""Number leaves -> probes, and what a number found is worth."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from socialint.model.leaves import Number, Quantity
from socialint.model.places import Span
from socialint.model.views import View
from socialint.scan.probes import Probe, Sign
from socialint.scan.terms import DIGITS, NUMERAL, SPELLED

_CURRENCY = r"(?:us\$|a\$|ca?\$|[$£€¥]|usd|eur|gbp|aud|cad|chf)"
_MONEY_WORD = (
    r"(?:dollars?|bucks?|cents?|euros?|pounds?|quid|usd|eur|gbp|aud|cad|chf|dollar|livres?|[$£€¥]|pence|p)"
)
_SCALE = r"(?: ?(?:k|m|thousand|million|mio))?"
_UNITS = {
    Quantity.PERCENT: r"(?:%|percent|per cent|pct|prozent|procent|pour ?cent|pour cents)",
    Quantity.WEIGHT: r"(?:lbs?|pounds?|kgs?|kilos?|kilograms?|kilogramm|stones?|st|oz|ounces?|pfund|livres?|pond)",
    Quantity.DURATION: (
        r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|mos|years?|yrs?|"
        r"sekunden?|minuten?|stunden?|tagen?|tage|wochen?|monaten?|monate?|jahren?|jahre?|"
        r"seconden?|uur|uren|dagen?|dag|weken|week|maanden?|jaar|jaren|"
        r"secondes?|heures?|jours?|semaines?|mois|ans?|années?)"
    ),
    Quantity.DOSE: r"(?:mg|mcg|µg|μg|ug|milligrams?|micrograms?|ml|millilit(?:er|re)s?|iu|ie|ui|units?|grams?|g)",
    Quantity.PEOPLE: (
        r"(?:patients?|people|persons?|adults?|women|men|children|kids|babies|newborns?|participants?|volunteers?|"
        r"customers?|clients?|users?|families|survivors?|residents?|members?|teens?|seniors?|students?|employees|"
        r"patienten?|patientinnen|menschen|personen|frauen|männer|kinder|mensen|klanten|vrouwen|mannen|"
        r"personnes|femmes|hommes|enfants|clientes?)"
    ),
}  # fmt: skip

_EXPRESSIONS = {
    Quantity.ANY: rf"(?<![\w.,]){NUMERAL}(?!\w)",
    Quantity.MONEY: (
        rf"(?<!\w){_CURRENCY} ?{DIGITS}{_SCALE}(?!\w)|(?<![\w.,]){NUMERAL}{_SCALE}[ -]?{_MONEY_WORD}(?!\w)"
    ),
    Quantity.AGE: (
        rf"(?<![\w.,]){NUMERAL}(?:[ -]?(?:years?|yrs?)[ -]?(?:old|young)|[ -]?(?:yo|y/o)|[ -]jahre alt|-jährige[rns]?"
        rf"|[ -]jaar oud|[ -]jarige|[ -]ans)(?!\w)"
        rf"|(?<!\w)(?:aged?|turn(?:s|ed|ing)?|at age) (?:of )?{NUMERAL}(?!\w)"
        rf"|(?<!\w){DIGITS}(?:st|nd|rd|th) birthday(?!\w)"
    ),
    Quantity.YEAR: r"(?<![\w.,/-])(?:1[89]|20|21)\d\d(?![\w/-]|[.,]\d)",
} | {
    quantity: rf"(?<![\w.,]){NUMERAL}(?:[ -]?(?:to|-|bis|à) ?{NUMERAL})?[ -]?{unit}(?!\w)"
    for quantity, unit in _UNITS.items()
}

_FIRST = regex.compile(rf"{DIGITS}|{SPELLED}")
_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * (at + 2)
    for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_LARGE = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


def number(leaf: Number) -> Iterator[Probe]:
    """Numbers of one kind, within the leaf's bounds (both exclusive)."""
    bounded = (leaf.equals, leaf.over, leaf.under) != (None, None, None)

    def accept(view: View, span: Span, words: str) -> bool:
        value = worth(words)
        return value is not None and (
            (leaf.equals is None or value == leaf.equals)
            and (leaf.over is None or value > leaf.over)
            and (leaf.under is None or value < leaf.under)
        )

    yield Probe(
        _EXPRESSIONS[leaf.quantity], sign=Sign.NUMBER, certain=True, accept=accept if bounded else None
    )


def worth(words: str) -> float | None:
    """The value of the first number in folded text: `$1,200` is 1200, `1.200,50 €` 1200.5."""
    found = _FIRST.search(words)
    if found is None:
        return None
    text = found.group()
    value = _digits(text) if text[0].isdigit() else _spelled(text)
    rest = words[found.end() :].lstrip()
    if rest.startswith("k") and not rest[1:2].isalpha():
        return value * 1_000
    if rest.startswith(("million", "mio")) or (rest.startswith("m") and not rest[1:2].isalpha()):
        return value * 1_000_000
    return value


def _digits(text: str) -> float:
    marks = [mark for mark in text if not mark.isdigit()]
    if not marks:
        return float(text)
    last = marks[-1]
    tail = text.rpartition(last)[2]
    # One kind of mark before three digits groups thousands; else the last mark is the decimal one.
    if len(set(marks)) == 1 and (len(tail) == 3 or len(marks) > 1):
        return float("".join(filter(str.isdigit, text)))
    whole = "".join(filter(str.isdigit, text.rpartition(last)[0]))
    return float(f"{whole}.{tail}")


def _spelled(text: str) -> float:
    total = current = 0.0
    for word in regex.split(r"[ -]", text):
        if word == "half":
            current += 0.5
        elif word in _SMALL:
            current += _SMALL[word]
        elif word in _LARGE:
            size = _LARGE[word]
            current = max(current, 1) * size
            if size >= 1_000:
                total, current = total + current, 0
    return total + current
