"""Scan once: all leaves of all rules in one plan, the views of a post in, hits out."""

from socialint.scan.plan import Hits, Plan

__all__ = ["Hits", "Plan"]
