from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from socialint.errors import UnreadableDocument
from socialint.model.documents import Part, Source, UnreadKind
from socialint.readers import read
from tests.readers.office.files import NAMESPACES, packed, paragraph, relations, word
from tests.readers.reading import document, parts, place, read_or_refused, texts, unread

BOX: list[Any] = [Inches(1)] * 4


def made() -> Any:
    file: Any = Presentation()
    for name in ("title", "subject", "keywords", "comments"):
        setattr(file.core_properties, name, "")
    return file


def slide(file: Any, title: str = "", *texts: str) -> Any:
    added = file.slides.add_slide(file.slide_layouts[1])
    added.shapes.title.text = title
    added.placeholders[1].text = "\n".join(texts)
    return added


def saved(file: Any) -> bytes:
    data = BytesIO()
    file.save(data)
    return data.getvalue()


def test_a_slide_is_a_post_that_begins_with_its_title() -> None:
    file = made()
    slide(file, "w1 w2", "w3", "w4")
    added = slide(file, "w5")
    added.shapes.add_textbox(*BOX).text_frame.text = "w6\vw7"
    added.notes_slide.notes_text_frame.text = "w8 w9"
    found = document("deck.pptx", saved(file))
    assert [(one.name, parts(one)) for one in found.posts] == [
        ("slide 1", [("body", "w1 w2\n\nw3\nw4")]),
        ("slide 2", [("body", "w5\n\nw6\nw7"), ("internal", "w8 w9")]),
    ]
    first, second = found.posts
    assert first.metadata == {"thread": "slides", "position": 1}
    assert place(first.fields[0], "w1").landmark == "title"
    assert place(first.fields[0], "w4").landmark == "paragraph 2"
    assert place(second.fields[1], "w8").landmark == "notes"


def test_a_title_that_names_the_channel_is_no_text_of_the_post() -> None:
    file = made()
    slide(file, "Instagram caption", "w1 w2", "Alt text: w3")
    (found,) = document("deck.pptx", saved(file)).posts
    assert parts(found) == [("body", "w1 w2"), ("alt_text", "w3")]
    assert (found.name, found.metadata["channel"]) == ("slide 1", "instagram")


def test_tables_groups_links_and_pictures_are_read() -> None:
    file = made()
    added = slide(file, "w1")
    table = added.shapes.add_table(2, 2, *BOX).table
    table.cell(1, 1).text = "w2 w3"
    group = added.shapes.add_group_shape()
    run = group.shapes.add_textbox(*BOX).text_frame.paragraphs[0].add_run()
    run.text, run.hyperlink.address = "w4", "https://a.example/"
    picture = BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "png")
    shown = added.shapes.add_picture(picture, *BOX[:2])
    shown._element.nvPicPr.cNvPr.set("descr", "w5")
    (found,) = document("deck.pptx", saved(file)).posts
    assert parts(found) == [
        ("body", "w1\n\nw2 w3\nw4"),
        ("link", "https://a.example/"),
        ("alt_text", "w5"),
    ]
    assert place(found.fields[0], "w3").landmark == "table 1, row 2, column 2"
    assert found.metadata["media"] == [{"type": "image", "source": "image1.png", "alt": "w5", "text": "none"}]


def test_words_in_a_chart_are_read() -> None:
    file = made()
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["w1", "w2"]
    data.add_series("w3", (1, 2))
    slide(file).shapes.add_chart(XL_CHART_TYPE.PIE, *BOX, data)
    (found,) = document("deck.pptx", saved(file)).posts
    assert {"w1", "w2", "w3"} <= set(texts(found)[0].split())


def test_hidden_slides_are_said_and_hidden_shapes_are_internal() -> None:
    file = made()
    added = slide(file, "w1")
    added._element.set("show", "0")
    box = added.shapes.add_textbox(*BOX)
    box.text_frame.text = "w2"
    box._element.nvSpPr.cNvPr.set("hidden", "1")
    (found,) = document("deck.pptx", saved(file)).posts
    assert found.name == "slide 1 (hidden)"
    assert parts(found) == [("body", "w1"), ("internal", "w2")]


def test_what_lies_on_the_layout_is_seen_and_its_placeholders_are_not() -> None:
    file = made()
    box = file.slide_master.shapes._spTree.add_textbox(99, "Box", 0, 0, 1, 1)
    box.get_or_add_txBody().p_lst[0].add_r("w1 w2")
    slide(file, "w3")
    (found,) = document("deck.pptx", saved(file)).posts
    assert parts(found) == [("body", "w3"), ("description", "w1 w2")]


def deck(slide: str, **parts: str) -> bytes:
    tree = f"<p:sld {NAMESPACES}><p:cSld><p:spTree>{slide}</p:spTree></p:cSld></p:sld>"
    return packed(
        {
            "_rels/.rels": relations("ppt/presentation.xml"),
            "ppt/presentation.xml": f"<p:presentation {NAMESPACES}><p:sldIdLst><p:sldId id='256' r:id='r1'/></p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": relations("slides/slide1.xml"),
            "ppt/slides/slide1.xml": tree,
            "ppt/slides/_rels/slide1.xml.rels": relations(*(f"{name}.xml" for name in parts)),
            **{f"ppt/slides/{name}.xml": content for name, content in parts.items()},
        }
    )


def shape(text: str) -> str:
    return f"<p:sp><p:txBody><a:p>{text}</a:p></p:txBody></p:sp>"


def test_comments_of_both_kinds_are_internal() -> None:
    old = f"<p:cmLst {NAMESPACES}><p:cm><p:text>w2 w3</p:text></p:cm></p:cmLst>"
    new = f"<x:cmLst xmlns:x='http://schemas.microsoft.com/office/powerpoint/2018/8/main' {NAMESPACES}><x:cm><x:txBody><a:p><a:r><a:t>w4 w5</a:t></a:r></a:p></x:txBody></x:cm></x:cmLst>"
    for comments, said in ((old, "w2 w3"), (new, "w4 w5")):
        (found,) = document("deck.pptx", deck(shape("<a:r><a:t>w1</a:t></a:r>"), comments=comments)).posts
        assert parts(found) == [("body", "w1"), ("internal", said)]


def test_one_of_several_ways_to_say_the_same_is_read() -> None:
    run = "<a:r><a:t>w1</a:t></a:r>"
    inside = f"<mc:AlternateContent><mc:Choice>{run}</mc:Choice><mc:Fallback>{run}</mc:Fallback></mc:AlternateContent>"
    around = f"<mc:AlternateContent><mc:Choice>{shape(run)}</mc:Choice><mc:Fallback>{shape(run)}</mc:Fallback></mc:AlternateContent>"
    for tree in (shape(inside), around):
        assert texts(document("deck.pptx", deck(tree)).posts[0]) == ["w1"]


def test_a_file_in_the_file_and_a_lost_slide_are_said() -> None:
    embedded = "<p:graphicFrame><a:graphic><p:oleObj/></a:graphic></p:graphicFrame>"
    found = document("deck.pptx", deck(shape("<a:r><a:t>w1</a:t></a:r>") + embedded))
    assert unread(found) == [("", "", UnreadKind.PART)]
    lost = packed(
        {
            "_rels/.rels": relations("ppt/presentation.xml"),
            "ppt/presentation.xml": f"<p:presentation {NAMESPACES}><p:sldId r:id='r1'/></p:presentation>",
            "ppt/_rels/presentation.xml.rels": relations("slides/slide1.xml"),
        }
    )
    assert unread(document("deck.pptx", lost)) == [("", "", UnreadKind.PART)]


def test_a_word_file_is_no_powerpoint_file() -> None:
    with pytest.raises(UnreadableDocument, match="but a Word file") as refused:
        read(Source("deck.pptx", word(paragraph("w1"))))
    assert ".docx" in refused.value.hint


def _real() -> bytes:
    file = made()
    slide(file, "w1", "w2").notes_slide.notes_text_frame.text = "w3"
    return saved(file)


REAL = _real()


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, len(REAL)),
    st.lists(st.tuples(st.integers(0, len(REAL) - 1), st.integers(0, 255)), max_size=6),
)
def test_a_cut_or_changed_file_is_read_or_refused(end: int, changes: list[tuple[int, int]]) -> None:
    read_or_refused("deck.pptx", REAL[:end])
    data = bytearray(REAL)
    for at, byte in changes:
        data[at] = byte
    read_or_refused("deck.pptx", bytes(data))


TREES = st.recursive(
    st.sampled_from(
        ["w1", "<a:br/>", "<a:t>w2</a:t>", "<p:ph type='title'/>", "<p:cNvPr descr='w3'/>", "<p:oleObj/>"]
    ),
    lambda inner: st.tuples(
        st.sampled_from(
            "p:sp p:txBody a:p a:r p:grpSp p:graphicFrame a:tbl a:tr a:tc a:txBody p:pic mc:AlternateContent mc:Choice".split()
        ),
        st.lists(inner, max_size=4),
    ).map(lambda tree: f"<{tree[0]}>{''.join(tree[1])}</{tree[0]}>"),
    max_leaves=10,
)


@settings(max_examples=200, deadline=None)
@given(TREES)
def test_any_tree_on_a_slide_is_read(tree: str) -> None:
    assert read_or_refused("deck.pptx", deck(tree)) is not None


def test_notes_are_for_privacy_rules_only() -> None:
    file = made()
    slide(file, "w1").notes_slide.notes_text_frame.text = "w2"
    (found,) = document("deck.pptx", saved(file)).posts
    assert texts(found, Part.INTERNAL) == ["w2"]
