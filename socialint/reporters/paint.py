"""Words -> words in colour, where colour is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from socialint.model.policy import Severity

SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.CRITICAL: "1;37;41",
        Severity.HIGH: "1;31",
        Severity.MEDIUM: "1;33",
        Severity.LOW: "1;36",
        Severity.INFO: "1;34",
    }
)


@dataclass(frozen=True, slots=True)
class Paint:
    """Adds ANSI colours, or nothing."""

    on: bool

    def __call__(self, text: str, codes: str) -> str:
        """The text in the colours of these codes."""
        return f"\x1b[{codes}m{text}\x1b[0m" if self.on and text else text

    def bold(self, text: str) -> str:
        """Stands out."""
        return self(text, "1")

    def dim(self, text: str) -> str:
        """Stands back."""
        return self(text, "2")

    def mark(self, text: str) -> str:
        """Words that were matched."""
        return self(text, "1;4;31")

    def severity(self, severity: Severity, word: str) -> str:
        """The word for a severity, in its colours."""
        return self(word, SEVERITIES[severity])
