"""The schemes as Presidio's recognisers, for an `AnalyzerEngine`.

Rules do not need these: a leaf asks the scheme itself, in microseconds and without Presidio. Here
the same expression and the same check become a `PatternRecognizer`, whose score Presidio raises
where a word of the label stands near. Importing this module imports Presidio.

    registry = RecognizerRegistry(recognizers=recognisers(), supported_languages=["en"])
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import regex
from presidio_analyzer import Pattern, PatternRecognizer

from socialint.entities.recognisers import SCHEMES, Evidence, Scheme

PLAIN = 0.3
"""The score of a number whose form says nothing; below what an engine reports by default."""

_WORD = regex.compile(r"[\p{L}\d]{2,}")
_COMMON = frozenset({"number", "no", "nr", "card", "id", "code", "de", "address", "individual"})


class SchemeRecognizer(PatternRecognizer):
    """Finds the numbers of one scheme: sure of those whose form tells, never of those that are wrong."""

    def __init__(self, scheme: Scheme, labels: Iterable[str] = (), language: str = "en") -> None:
        """`labels` are words that people write beside the number, besides its own names."""
        self.scheme = scheme
        words = (word for name in (*scheme.names, *labels) for word in _WORD.findall(name.lower()))
        super().__init__(
            supported_entity=scheme.kind,
            name=scheme.kind,
            supported_language=language,
            patterns=[Pattern(scheme.kind, scheme.expression, PLAIN)],
            context=[*dict.fromkeys(word for word in words if word not in _COMMON)],
            global_regex_flags=regex.IGNORECASE,
        )

    def validate_result(self, pattern_text: str) -> bool | None:
        """True for a form that tells, False for a wrong number, None where only a label can tell."""
        evidence = self.scheme.read(pattern_text)
        return None if evidence is Evidence.CHECK else evidence is Evidence.FORM


def recognisers(
    kinds: Iterable[str] = SCHEMES, labels: Mapping[str, Sequence[str]] | None = None, language: str = "en"
) -> list[SchemeRecognizer]:
    """A recogniser for each of the kinds, with the labels given for it."""
    return [SchemeRecognizer(SCHEMES[kind], (labels or {}).get(kind, ()), language) for kind in kinds]
