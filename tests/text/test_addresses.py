"""The links written in a field: which there are, and where they lead back to."""

from __future__ import annotations

import pytest
from hypothesis import given

from socialint.model.documents import Field, Part
from socialint.model.places import LineIndex, Origin, Segment, Span
from socialint.text import links

from .texts import TEXTS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://clinic.example/a_(b)?x=1.", ["https://clinic.example/a_(b)?x=1"]),
        ("(www.clinic.example)", ["www.clinic.example"]),
        ("clinic.example/path, or drsmith.com!", ["clinic.example/path", "drsmith.com"]),
        ("bit.ly/2abc and CLINIC.COM/Offer", ["bit.ly/2abc", "CLINIC.COM/Offer"]),
        ("münchen-klinik.de", ["münchen-klinik.de"]),
        ("book.clinic.help, xclinic.com:8080/a", ["book.clinic.help", "xclinic.com:8080/a"]),
        ("“https://a.example”", ["https://a.example"]),
        ("me@clinic.example, first.last@clinic.co.uk", []),
        ("the end.Next one, the end.next one", []),
        ("for your pain.help is near", []),
        ("3.5 mg, e.g. this, i.e. that, the U.S.A. and 5 p.m.today", []),
        ("node.js and file.txt, www. and https://", []),
        ("We cure.Me too", []),
    ],
)
def test_which_links_there_are(text: str, found: list[str]) -> None:
    made = links(Field.plain(Part.BODY, text, "copy"))
    assert [link.text for link in made] == found
    assert all(link.part is Part.LINK and link.label == "copy" for link in made)


def test_a_link_lies_at_its_place_in_the_source() -> None:
    # The file escapes: `Try &amp; see https://a.example/?x=1&amp;y=2 now` on its second line.
    source = "body:\nTry &amp; see https://a.example/?x=1&amp;y=2 now"
    text = "Try & see https://a.example/?x=1&y=2 now"
    segments = (
        Segment(0, 4, 6, 4),
        Segment(4, 1, 10, 5),
        Segment(5, 27, 15, 27),
        Segment(32, 1, 42, 5),
        Segment(33, 7, 47, 7),
    )
    field = Field(Part.BODY, text, Origin(LineIndex(source), segments))
    (link,) = links(field)
    assert link.text == "https://a.example/?x=1&y=2"
    whole = link.origin.source(Span(0, len(link.text)))
    assert source[whole.start : whole.end] == "https://a.example/?x=1&amp;y=2"
    assert link.locate(Span(0, 5)) == field.locate(Span(10, 15))
    assert link.locate(Span(0, 5)).line == 2


@given(TEXTS)
def test_links_lie_at_their_places(text: str) -> None:
    for link in links(Field.plain(Part.BODY, text)):
        place = link.origin.source(Span(0, len(link.text)))
        assert text[place.start : place.end] == link.text
