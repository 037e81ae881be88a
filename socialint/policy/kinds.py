"""Kinds of organisation in plain words, one and many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

_KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "hospital": ("a hospital", "hospitals"),
        "clinic": ("a clinic", "clinics"),
        "physician": ("a physician", "physicians"),
        "dental": ("a dental practice", "dental practices"),
        "pharmacy": ("a pharmacy", "pharmacies"),
        "pharma": ("a drug maker", "drug makers"),
        "device": ("a device maker", "device makers"),
        "supplement": ("a supplement seller", "supplement sellers"),
        "food": ("a food seller", "food sellers"),
        "cosmetic": ("a cosmetics seller", "cosmetics sellers"),
        "compounder": ("a compounding pharmacy", "compounding pharmacies"),
        "medspa": ("a medical spa", "medical spas"),
        "telehealth": ("a telehealth provider", "telehealth providers"),
        "lab": ("a laboratory", "laboratories"),
        "payer": ("a health plan", "health plans"),
        "tpmo": ("a marketer of health plans", "marketers of health plans"),
        "ltc": ("a care home", "care homes"),
        "sud-program": ("an addiction program", "addiction programs"),
        "recovery-home": ("a recovery home", "recovery homes"),
        "distributor": ("a distributor", "distributors"),
        "charity": ("a charity", "charities"),
        "public-body": ("a public body", "public bodies"),
        "agency": ("a marketing agency", "marketing agencies"),
        "publisher": ("a publisher", "publishers"),
        "employer": ("an employer", "employers"),
        "influencer": ("an influencer", "influencers"),
        "individual": ("an individual", "individuals"),
    }
)


def one(kind: str) -> str:
    """“a charity”."""
    return _KINDS[kind][0] if kind in _KINDS else f"“{kind}”"


def many(kinds: Iterable[str]) -> str:
    """“clinics, hospitals and pharmacies”, in the order of the alphabet."""
    names = sorted(_KINDS[kind][1] if kind in _KINDS else f"“{kind}”" for kind in kinds)
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
