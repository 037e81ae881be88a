"""Matches -> findings: the one place where a finding is made."""

from socialint.decide.findings import Circumstance, decide
from socialint.decide.masks import masks, shorten, show
from socialint.decide.waivers import of_waiver

__all__ = ["Circumstance", "decide", "masks", "of_waiver", "shorten", "show"]
