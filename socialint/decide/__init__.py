"""Matches -> findings: the one place where a finding is made."""

from socialint.decide.findings import Circumstance, decide, identities
from socialint.decide.masks import masks, shorten, show

__all__ = ["Circumstance", "decide", "identities", "masks", "shorten", "show"]
