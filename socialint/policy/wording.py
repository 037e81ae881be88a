"""What a rule says to people, in one language or in several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from socialint.model.policy import ENGLISH
from socialint.policy.languages import same_language
from socialint.schema import Mapping as MappingNode
from socialint.schema import Node, Scalar, Shape, Wrong, mapping_of, named, text, transformed
from socialint.schema.shape import Definitions, Reading


@dataclass(frozen=True, slots=True)
class Wording:
    """One thing said, by language (ISO 639-1). English is always among them."""

    texts: Mapping[str, str]

    def has(self, language: str) -> bool:
        """Whether it is said in the language."""
        return any(same_language(language, one) for one in self.texts)

    def said(self, language: str) -> str:
        """The text in the language, else in English."""
        found = (words for one, words in self.texts.items() if same_language(language, one))
        return next(found, self.texts[ENGLISH])

    def lacks(self, other: Wording) -> Iterable[str]:
        """The languages of another wording that this one is not said in."""
        return [language for language in other.texts if not self.has(language)]


PROSE = transformed(text(), lambda value, node: " ".join(value.split()))
"""Text over any number of lines, as one."""

_LANGUAGE = text("a language as in de", pattern="^[a-z]{2}(-[A-Z]{2})?$")
_TRANSLATED = mapping_of(PROSE, key=_LANGUAGE, what="text by language, as in {en: “…”, de: “…”}", least=1)


class _Said(Shape[Wording]):
    """English text, or text by language: `{en: …, de: …}`."""

    @property
    def expected(self) -> str:
        return "text"

    def read(self, node: Node, reading: Reading) -> Wording:
        if isinstance(node, MappingNode):
            if any(entry.value.empty for entry in node.entries if isinstance(entry.value, Scalar)):
                raise self.mismatch(node, reading)
            return _WORDING.read(node, reading)
        return Wording({ENGLISH: PROSE.read(node, reading)})

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        translated = _TRANSLATED.schema(definitions) | {"required": [ENGLISH]}
        return {"anyOf": [PROSE.schema(definitions), translated]}


def _wording(texts: dict[str, str], node: Node) -> Wording:
    if ENGLISH not in texts:
        raise Wrong("this is not said in English", hint="add `en:`, which everybody can fall back on")
    return Wording(texts)


_WORDING = transformed(_TRANSLATED, _wording)
SAID: Shape[Wording] = named("said", _Said)
"""English text, or text by language."""
