"""Findings and waivers -> what stands, what somebody allowed to stand, and what is wrong with a waiver."""

from socialint.waivers.applying import Applied, Faulty, Terms, applied
from socialint.waivers.record import on_record, waivers_schema

__all__ = ["Applied", "Faulty", "Terms", "applied", "on_record", "waivers_schema"]
