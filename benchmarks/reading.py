"""How fast are files read, against the libraries that people would read them with otherwise?

A format is a line in `FORMATS`: how to make a file of some paragraphs, and how the library reads it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from html import escape
from io import BytesIO, StringIO
from multiprocessing import get_context
from pathlib import Path

from benchmarks import Asked, corpus
from benchmarks.rounds import timed
from benchmarks.tables import table
from socialint.model.documents import Source
from socialint.readers import read

_MEGABYTE = 1_000_000
_CHARACTERS = 5 * _MEGABYTE
_RUNS = 5
"""Runs of a paragraph, as an editor leaves them behind."""


@dataclass(frozen=True, slots=True)
class Format:
    """How to make a file of some paragraphs, and how a library gets its text out again."""

    make: Callable[[Sequence[str]], bytes]
    library: str
    theirs: Callable[[bytes], int]
    """How many characters the library finds."""


def make_word(paragraphs: Sequence[str]) -> bytes:
    """A Word file of these paragraphs, each in several runs."""
    import docx

    file = docx.Document()
    for text in paragraphs:
        made = file.add_paragraph()
        size = len(text) // _RUNS + 1
        for number, start in enumerate(range(0, len(text), size)):
            made.add_run(text[start : start + size]).bold = number == 1 or None
    return _saved(file.save)


def by_python_docx(data: bytes) -> int:
    """The text of the paragraphs of a Word file."""
    import docx

    return sum(len(one.text) for one in docx.Document(BytesIO(data)).paragraphs)


def make_slides(paragraphs: Sequence[str]) -> bytes:
    """A PowerPoint file, twenty paragraphs a slide."""
    from pptx import Presentation

    file = Presentation()
    for start in range(0, len(paragraphs), 20):
        slide = file.slides.add_slide(file.slide_layouts[1])
        slide.placeholders[1].text = "\n".join(paragraphs[start : start + 20])
    return _saved(file.save)


def by_python_pptx(data: bytes) -> int:
    """The text of the shapes of a PowerPoint file."""
    from pptx import Presentation

    slides = Presentation(BytesIO(data)).slides
    return sum(len(shape.text) for slide in slides for shape in slide.shapes if shape.has_text_frame)


def make_pdf(paragraphs: Sequence[str]) -> bytes:
    """A PDF of these paragraphs."""
    from fpdf import FPDF

    file = FPDF()
    file.set_font("Helvetica", size=10)
    file.add_page()
    for text in paragraphs:
        file.multi_cell(
            0, 5, text.encode("latin-1", "ignore").decode("latin-1"), new_x="LMARGIN", new_y="NEXT"
        )
    return bytes(file.output())


def by_pypdf(data: bytes) -> int:
    """The text of the pages of a PDF."""
    from pypdf import PdfReader

    return sum(len(page.extract_text()) for page in PdfReader(BytesIO(data)).pages)


def make_page(paragraphs: Sequence[str]) -> bytes:
    """An HTML page, with a mark and a link in each paragraph."""
    lines = (
        f"<p>{escape(text)} <b>More</b> at <a href='https://a.example/'>ours</a>.</p>" for text in paragraphs
    )
    return f"<!doctype html><title>Draft</title><body>{''.join(lines)}</body>".encode()


def by_beautiful_soup(data: bytes) -> int:
    """The text of an HTML page."""
    from bs4 import BeautifulSoup

    return len(BeautifulSoup(data, "html.parser").get_text())


def make_markdown(paragraphs: Sequence[str]) -> bytes:
    """Markdown, with a mark and a link in each paragraph."""
    return "\n\n".join(f"{text} **More** at [ours](https://a.example/)." for text in paragraphs).encode()


def by_markdown_it(data: bytes) -> int:
    """The text of Markdown, without its places."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(data.decode())
    return sum(len(child.content) for token in tokens for child in token.children or ())


def make_workbook(paragraphs: Sequence[str]) -> bytes:
    """An Excel calendar, a paragraph a row."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("March")
    for row in _calendar(paragraphs):
        sheet.append(row)
    return _saved(book.save)


def by_openpyxl(data: bytes) -> int:
    """The text in the cells of a workbook."""
    import openpyxl

    rows = openpyxl.load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True)
    return sum(len(cell) for row in rows for cell in row if isinstance(cell, str))


def make_csv(paragraphs: Sequence[str]) -> bytes:
    """The same calendar as CSV."""
    written = StringIO(newline="")
    csv.writer(written).writerows(_calendar(paragraphs))
    return written.getvalue().encode()


def by_csv(data: bytes) -> int:
    """The text in the cells of a CSV file."""
    return sum(len(cell) for row in csv.reader(StringIO(data.decode(), newline="")) for cell in row)


def _calendar(paragraphs: Sequence[str]) -> Iterator[Sequence[object]]:
    yield "Date", "Channel", "Copy", "Alt text", "Status", "Owner"
    for number, text in enumerate(paragraphs):
        day = date(2026, 1, 1) + timedelta(days=number % 365)
        yield day, "FB/IG", text, "A nurse at the front door", "Draft", "Grace"


FORMATS: Mapping[str, Format] = {
    ".docx": Format(make_word, "python-docx", by_python_docx),
    ".pptx": Format(make_slides, "python-pptx", by_python_pptx),
    ".pdf": Format(make_pdf, "pypdf", by_pypdf),
    ".html": Format(make_page, "BeautifulSoup", by_beautiful_soup),
    ".md": Format(make_markdown, "markdown-it-py", by_markdown_it),
    ".xlsx": Format(make_workbook, "openpyxl", by_openpyxl),
    ".csv": Format(make_csv, "csv", by_csv),
}


def measure(asked: Asked) -> Iterator[str]:
    """How fast the text is read, and ratios of speed and of memory."""
    head = ["format", "text", "MB/s of CPU", "library", "speed against it", "memory against it"]
    yield from table(head, (_row(suffix, asked.rounds) for suffix in FORMATS))


def _row(suffix: str, rounds: int) -> Sequence[str]:
    chosen = FORMATS[suffix]
    paragraphs = list(_paragraphs(_CHARACTERS))
    data = chosen.make(paragraphs)
    size = sum(map(len, paragraphs)) / _MEGABYTE
    ours, theirs = partial(by_socialint, suffix, data), partial(chosen.theirs, data)
    times = timed({"ours": (1, ours), "theirs": (1, theirs)}, rounds)
    speed = sorted(size / seconds for seconds in times["ours"].rounds)
    return (
        suffix,
        f"{size:.1f} MB",
        f"{speed[0]:.1f} to {speed[-1]:.1f}",
        chosen.library,
        times["ours"].against(times["theirs"]),
        f"{_peak(ours) / _peak(theirs):.2f}",
    )


def by_socialint(suffix: str, data: bytes) -> int:
    """All texts of all posts of a file."""
    found = read(Source(f"draft{suffix}", data))
    return sum(len(one.text) for post in found.posts for one in post.fields)


def _paragraphs(characters: int) -> Iterator[str]:
    posts = corpus.posts(2_000, corpus.terms(200))
    number = 0
    while characters > 0:
        text = " ".join(posts[(number + step) % len(posts)].replace("\n", " ") for step in range(3))
        number += 3
        characters -= len(text)
        yield text


def _saved(save: Callable[[BytesIO], None]) -> bytes:
    data = BytesIO()
    save(data)
    return data.getvalue()


def _peak(work: Callable[[], int]) -> float:
    """By how much the memory of a fresh process grows while it does the work, libraries and all."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_grown, (work,))


def _grown(work: Callable[[], int]) -> float:
    before = _most()
    work()
    return _most() - before


def _most() -> float:
    """The most memory that this process has held, in kB, as Linux tells."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(float(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
