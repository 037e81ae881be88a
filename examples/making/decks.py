"""Copy decks in Word and slides in PowerPoint, as they go round in a desk: with changes, comments, notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from pptx import Presentation

WRITTEN = datetime(2026, 11, 3, 8, 0)


def insertion(paragraph: Paragraph, text: str) -> None:
    """Words that somebody has put in, with changes tracked."""
    _change(paragraph, "w:ins", "w:t", text)


def deletion(paragraph: Paragraph, text: str) -> None:
    """Words that somebody has taken out, with changes tracked; they are still in the file."""
    _change(paragraph, "w:del", "w:delText", text)


def _change(paragraph: Paragraph, kind: str, tag: str, text: str) -> None:
    change, run, said = OxmlElement(kind), OxmlElement("w:r"), OxmlElement(tag)
    change.set(qn("w:author"), "Grace")
    change.set(qn("w:date"), f"{WRITTEN.isoformat()}Z")
    said.set(qn("xml:space"), "preserve")
    said.text = text
    run.append(said)
    change.append(run)
    paragraph._p.append(change)


def february() -> bytes:
    """A clinic's deck: one post below each heading, a table of tweets, remarks for colleagues."""
    deck = docx.Document()
    deck.add_heading("February copy deck", 0)
    deck.add_heading("Facebook", 1)
    for line in ("Publish date: 2027-02-01", "Campaign: Vein month", "Owner: Grace"):
        deck.add_paragraph(line)
    deck.add_paragraph("Vein month at Riverside 💜")
    laser = deck.add_paragraph("Our DermaBeam laser is FDA-")
    laser.add_run("app").italic = True
    laser.add_run("roved for spider veins")
    insertion(laser, ", and your veins never come back, guaranteed")
    laser.add_run(".")
    deck.add_paragraph("Alt text: A nurse shows the laser to a visitor")
    deck.add_heading("Instagram", 1)
    deck.add_paragraph("Meet Lindiwe Moyo, RN, our care manager. She has the calmest voice in Alder Falls.")
    story = deck.add_paragraph("One of our patients ran her first mile this week. ")
    deletion(story, "Denise Alder (DOB 04/12/1961) beat her diabetes with us. ")
    story.add_run("Ask us about walking groups.")
    comment = deck.add_comment(
        story.runs, "Not her name! Call her first: Denise Alder, (614) 555-0187", "Joanna"
    )
    comment._comment_elm.set(qn("w:date"), f"{WRITTEN.isoformat()}Z")
    deck.add_heading("X", 1)
    _table(
        deck,
        ("Platform", "Copy", "Alt text", "Notes"),
        ("X", "Flu shots on Saturday, 8 to noon, at 210 Mill Street.", "", "Priya has seen it"),
        ("X", "Our vitamin drip cures migraine in one visit!", "A drip stand by a window", ""),
    )
    return _saved(deck)


def petalwood() -> bytes:
    """A deck with nothing to find."""
    deck = docx.Document()
    deck.add_heading("Post 1: Walking group", 1)
    deck.add_paragraph("Channel: Facebook")
    deck.add_paragraph("Publish date: 2027-03-02")
    walk = deck.add_paragraph("Our walking group meets on Tuesdays at 9 by the library")
    deletion(walk, " fountain")
    insertion(walk, " steps")
    walk.add_run(". Two miles, any pace, dogs welcome.")
    deck.add_paragraph("Alt text: Eight people in rain jackets on a path by the river")
    deck.add_heading("Post 2: New hours", 1)
    deck.add_paragraph("Channel: Instagram")
    deck.add_paragraph("We open at 7 on weekdays from March 9. Coffee is on.")
    deck.add_paragraph("Alt text: The front door of the health center at sunrise")
    return _saved(deck)


def veins() -> bytes:
    """A carousel as slides; what the speaker notes say is for colleagues."""
    slides: Any = Presentation()
    slide = _slide(slides, "Spider veins?", "You are not alone. Many adults have them.")
    slide.notes_slide.notes_text_frame.text = (
        "Photo of Denise Alder, DOB 04/12/1961, signed for the website only"
    )
    _slide(slides, "DermaBeam", "FDA-approved, 100% safe, and you will never need a second visit.")
    return _saved(slides)


def _slide(slides: Any, title: str, text: str) -> Any:
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    slide.shapes.title.text = title
    slide.placeholders[1].text = text
    return slide


def _table(deck: Document, *rows: tuple[str, ...]) -> None:
    table = deck.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _saved(file: Any) -> bytes:
    """The bytes of the file, in which no clock leaves its mark."""
    for name in ("title", "author", "comments", "keywords", "last_modified_by"):
        setattr(file.core_properties, name, "")
    file.core_properties.created = file.core_properties.modified = WRITTEN
    written, settled = BytesIO(), BytesIO()
    file.save(written)
    with ZipFile(written) as before, ZipFile(settled, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            member = ZipInfo(name)
            member.compress_type = ZIP_DEFLATED
            after.writestr(member, before.read(name))
    return settled.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "riverside-clinic/content/copy-deck-february.docx": february,
    "riverside-clinic/content/carousel-veins.pptx": veins,
    "clean/content/copy-deck-march.docx": petalwood,
}
