"""Findings that were there before, in a file of fingerprints -> those that are new.

The file holds no text of a post and no line numbers, in lines that are always in the same order.
"""

from socialint.baseline.entries import Entry, entries_of, source_of, written
from socialint.baseline.hiding import Baseline, Hidden, Taking, hidden

__all__ = ["Baseline", "Entry", "Hidden", "Taking", "entries_of", "hidden", "source_of", "written"]
