"""Matches -> findings: the one place where a finding is made."""

from socialint.decide.findings import Circumstance, decide
from socialint.decide.masks import masks, shorten, show

__all__ = ["Circumstance", "decide", "masks", "shorten", "show"]
