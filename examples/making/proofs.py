"""PDF proofs as a print shop sends them back, one with a comment that was left in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from fpdf import FPDF

SENT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def proof(pages: Sequence[tuple[str, str]], comment: str = "") -> bytes:
    """Pages of a headline and some lines, each as wide as its words."""
    made = FPDF(format=(148, 210))
    made.set_creation_date(SENT)
    for headline, text in pages:
        made.add_page()
        made.set_font("Helvetica", "B", 22)
        made.multi_cell(0, 12, headline, new_x="LMARGIN", new_y="NEXT")
        made.set_font("Helvetica", size=12)
        for line in text.splitlines():
            made.cell(0, 7, line, new_x="LMARGIN", new_y="NEXT")
    if comment:
        made.text_annotation(x=100, y=20, text=comment)
    return bytes(made.output())


FILES: dict[str, Callable[[], bytes]] = {
    "riverside-clinic/content/flyer-vein-week.pdf": lambda: proof(
        [
            (
                "Vein Week at Riverside",
                "Our DermaBeam laser treats spider veins in\nabout thirty minutes. Come and ask.",
            ),
            (
                "What people say",
                "The DermaBeam is FDA-\napproved and works for every-\none, with guaranteed results.\n"
                "Leave us five stars and get $25 off.",
            ),
        ],
        comment="Is the patient fine with the photo? MRN 4471902, ask the front desk.",
    ),
    "clean/content/flyer-flu-shots.pdf": lambda: proof(
        [
            ("Flu shots", "Every Saturday in November from 9 to 12, for every-\none from six months of age."),
            (
                "Good to know",
                "Most insurance plans pay for the shot. Bring your card,\nand wear a sleeve that rolls up.",
            ),
        ]
    ),
}
