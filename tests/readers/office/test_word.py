from __future__ import annotations

import docx
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint.model.documents import Part, UnreadKind
from socialint.model.places import Span
from tests.readers.office.files import paragraph, run, saved, word
from tests.readers.reading import document, parts, place, post, texts, unread

INSERTED = "<w:ins w:id='1' w:author='A'><w:r><w:t>{}</w:t></w:r></w:ins>"
DELETED = "<w:del w:id='1' w:author='A'><w:r><w:delText>{}</w:delText></w:r></w:del>"
BOX = "<w:txbxContent><w:p><w:r><w:t>w2</w:t></w:r></w:p></w:txbxContent>"

PUBLIC = {
    "a word over several runs": (paragraph("cu", "<w:proofErr w:type='spellStart'/>", "res"), "cures"),
    "an insertion": (paragraph("w1 ", INSERTED.format("w2")), "w1 w2"),
    "a move target": (paragraph("<w:moveTo><w:r><w:t>w1</w:t></w:r></w:moveTo>"), "w1"),
    "a content control in a line": (paragraph("w1 ", "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>w2</w:t></w:r></w:sdtContent></w:sdt>"), "w1 w2"),
    "a content control around paragraphs": (f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('w1')}</w:sdtContent></w:sdt>{paragraph('w2')}", "w1\n\nw2"),
    "a smart tag": (paragraph("<w:smartTag w:element='City'><w:r><w:t>w1</w:t></w:r></w:smartTag>"), "w1"),
    "custom XML": (f"<w:customXml w:element='x'>{paragraph('w1')}</w:customXml>", "w1"),
    "an element that nobody knows": (paragraph("<w:later><w:r><w:t>w1</w:t></w:r></w:later>"), "w1"),
    "tabs, breaks and hyphens": (paragraph(run("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t>")), "a\tb\nc\nd\u2011e\u00adf"),
    "white space of the file is blank": (paragraph("w1\nw2"), "w1 w2"),
    "symbols": (paragraph("w1", run("<w:sym w:font='Symbol' w:char='F0D2'/><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='Arial' w:char='F063'/><w:sym w:font='Webdings' w:char='F021'/><w:sym w:char='zz'/>")), "w1®✓c□□"),
    "mathematics": (paragraph("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "x=1"),
    "a ruby": (paragraph(run("<w:ruby><w:rt><w:r><w:t>w1</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>w2</w:t></w:r></w:rubyBase></w:ruby>")), "w1w2"),
    "a text box once, after its paragraph": (paragraph("w1", run(f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{BOX}</w:drawing></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>"), " w3"), "w1 w3\n\nw2"),
    "a text box that only old programs see": (paragraph(run(f"<mc:AlternateContent><mc:Choice Requires='new'/><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>")), "w2"),
    "letters as art": (paragraph(run("<w:pict><v:shape><v:textpath string='w1'/></v:shape></w:pict>")), "w1"),
    "what a field shows": (paragraph(run("<w:fldChar w:fldCharType='begin'/>"), run("<w:instrText>PAGE</w:instrText>"), run("<w:fldChar w:fldCharType='separate'/>"), "w1", run("<w:fldChar w:fldCharType='end'/>"), " w2"), "w1 w2"),
    "a simple field": (paragraph("<w:fldSimple w:instr='PAGE'><w:r><w:t>w1</w:t></w:r></w:fldSimple>"), "w1"),
    "a field that never ends": (paragraph(run("<w:fldChar w:fldCharType='begin'/>"), "w1") + paragraph("w2"), "w1\n\nw2"),
    "a link that leads nowhere": (paragraph("<w:hyperlink r:id='r99'><w:r><w:t>w1</w:t></w:r></w:hyperlink>"), "w1"),
    "a mark that is deleted": (paragraph("w1 ", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + paragraph("w2"), "w1 w2"),
    "hidden only on the web": (paragraph(run("<w:t>w1</w:t>", "<w:webHidden/>")), "w1"),
    "not hidden after all": (paragraph(run("<w:t>w1</w:t>", "<w:vanish w:val='0'/>")), "w1"),
    "changed properties": (paragraph(run("<w:t>w1</w:t>", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")), "w1"),
    "items of a list": (paragraph("w1", properties="<w:numPr/>") + paragraph("w2", properties="<w:numPr/>") + paragraph("w3"), "w1\nw2\n\nw3"),
    "a run outside of a paragraph": (run("<w:t>w1</w:t>"), "w1"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "text"), PUBLIC.values(), ids=PUBLIC)
def test_what_would_be_published_is_text(body: str, text: str) -> None:
    assert parts(post("draft.docx", word(body))) == [("body", text)]


STYLES = "<w:style w:styleId='Secret'><w:name w:val='Secret'/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId='Based'><w:basedOn w:val='Secret'/></w:style>"
INTERNAL = {
    "a deletion": (DELETED.format("w2"), "w2", "deleted text"),
    "a deletion over several runs": (DELETED.format("w2") + DELETED.format(" w3"), "w2 w3", "deleted text"),
    "a move source": ("<w:moveFrom><w:r><w:t>w2</w:t></w:r></w:moveFrom>", "w2", "deleted text"),
    "an insertion that was deleted": ("<w:ins><w:del><w:r><w:delText>w2</w:delText></w:r></w:del></w:ins>", "w2", "deleted text"),
    "hidden text": (run("<w:t>w2</w:t>", "<w:vanish/>"), "w2", "hidden text"),
    "a hidden style": (run("<w:t>w2</w:t>", "<w:rStyle w:val='Based'/>"), "w2", "hidden text"),
    "a merge field": ("<w:fldSimple w:instr=' MERGEFIELD PatientName '/>", "MERGEFIELD PatientName", "field"),
    "a merge field in pieces": (run("<w:fldChar w:fldCharType='begin'/>") + run("<w:instrText>MERGE</w:instrText>") + run("<w:instrText>FIELD w2</w:instrText>") + run("<w:fldChar w:fldCharType='end'/>"), "MERGEFIELD w2", "field"),
    "an instruction that never ends": (run("<w:fldChar w:fldCharType='begin'/>") + run("<w:instrText>QUOTE w2</w:instrText>"), "QUOTE w2", "field"),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "text", "label"), INTERNAL.values(), ids=INTERNAL)
def test_what_only_stays_in_the_file_is_internal(inside: str, text: str, label: str) -> None:
    found = post("draft.docx", word(paragraph("w1", inside), styles=STYLES))
    assert parts(found) == [("body", "w1"), ("internal", text)]
    assert found.fields[1].label == label
    assert place(found.fields[1], text).landmark == f"paragraph 1, {label}"


def test_deleted_rows_and_cells_are_internal() -> None:
    row = (
        "<w:tr><w:trPr>{}</w:trPr><w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    )
    rows = row.format("<w:del/>", "", "w1") + row.format("", "<w:cellDel/>", "w2") + row.format("", "", "w3")
    found = post("draft.docx", word(f"<w:tbl>{rows}</w:tbl>"))
    assert parts(found) == [("body", "w3"), ("internal", "w1\n\nw2")]


def test_notes_follow_the_text_and_margins_and_comments_stand_beside_it() -> None:
    found = post(
        "draft.docx",
        word(
            paragraph("w1", run("<w:footnoteReference w:id='2'/>"), run("<w:commentReference w:id='7'/>"))
            + paragraph("w2", run("<w:endnoteReference w:id='3'/>")),
            footnotes=f"<w:footnote w:type='separator' w:id='0'>{paragraph('no')}</w:footnote><w:footnote w:id='2'>{paragraph('w3')}</w:footnote>",
            endnotes=f"<w:endnote w:id='3'>{paragraph('w4')}</w:endnote>",
            comments=f"<w:comment w:id='7'>{paragraph('w5')}</w:comment><w:comment w:id='8'>{paragraph('w6')}</w:comment>",
            header1=paragraph("w7"),
            footer1=paragraph("w8"),
            footer2=paragraph("w8"),
            core="<title>w9</title><creator>Grace</creator>",
        ),
    )
    assert parts(found) == [
        ("body", "w1\n\nw2\n\nw3\n\nw4"),
        ("internal", "w5"),
        ("description", "w7"),
        ("description", "w8"),
        ("internal", "w6"),
        ("internal", "w9"),
    ]
    assert place(found.fields[0], "w3").landmark == "footnote 1"
    assert place(found.fields[0], "w4").landmark == "endnote 1"
    assert [one.locate(Span(0, 2)).landmark for one in found.fields[1:]] == [
        "comment 1", "header", "footer", "comment 2", "document properties",
    ]  # fmt: skip


def test_links_and_pictures_are_fields_and_media() -> None:
    blip = "<a:graphic><pic:pic><pic:blipFill><a:blip r:embed='r1'/></pic:blipFill></pic:pic></a:graphic>"
    found = post(
        "draft.docx",
        word(
            paragraph("<w:hyperlink r:id='x1' w:tooltip='w5'><w:r><w:t>w1</w:t></w:r></w:hyperlink>", run("<w:instrText>HYPERLINK \"https://b.example/\"</w:instrText>"))
            + paragraph(run(f"<w:drawing><wp:inline><wp:docPr id='1' name='Picture 1' descr='w2' title='w3'/>{blip}</wp:inline></w:drawing>"))
            + paragraph(run(f"<w:drawing><wp:inline><wp:docPr id='2' name='Picture 2'><a:extLst><a:ext><adec:decorative val='1'/></a:ext></a:extLst></wp:docPr>{blip}</wp:inline></w:drawing>"))
            + paragraph(run("<w:pict><v:shape alt='w4'><v:imagedata r:id='r9'/></v:shape></w:pict>")),
            external=("https://a.example/",),
            image1="",
        ),
    )  # fmt: skip
    assert parts(found) == [
        ("body", "w1"),
        ("link", "https://a.example/"),
        ("description", "w5"),
        ("link", "https://b.example/"),
        ("alt_text", "w2"),
        ("alt_text", "w3"),
        ("alt_text", "w4"),
    ]
    assert found.metadata["media"] == [
        {"type": "image", "source": "image1.xml", "alt": "w2"},
        {"type": "image", "source": "image1.xml", "alt": "", "decorative": True},
        {"type": "image", "alt": "w4"},
    ]


def test_words_in_charts_are_read_and_files_inside_are_said() -> None:
    chart = "<c:title><a:p><a:r><a:t>w1</a:t></a:r></a:p></c:title><c:strCache><c:pt><c:v>w2</c:v></c:pt></c:strCache><c:numCache><c:v>5</c:v></c:numCache>"
    drawing = run("<w:drawing><c:chart r:id='r1'/></w:drawing>")
    found = document(
        "draft.docx",
        word(
            paragraph("w0", drawing, run("<w:object><o:OLEObject/></w:object>")) + "<w:altChunk r:id='r2'/>",
            chart1=chart,
        ),
    )
    assert texts(found.posts[0]) == ["w0\n\nw1\n\nw2"]
    assert unread(found) == [("", "", UnreadKind.PART)]


def test_posts_stand_below_headings_that_name_a_channel_or_a_number() -> None:
    file = docx.Document()
    file.core_properties.comments = ""
    file.add_heading("Week 49", 1)
    file.add_heading("Facebook", 2)
    file.add_paragraph("w1 w2")
    file.add_heading("A heading within", 3)
    file.add_paragraph("w3 w4")
    file.add_heading("Instagram & TikTok", 2)
    file.add_paragraph("w5 w6")
    file.add_heading("About this plan", 1)
    file.add_paragraph("w7 w8")
    found = document("draft.docx", saved(file))
    assert [(one.name, texts(one), one.metadata.get("channel")) for one in found.posts[:3]] == [
        ("post 1, facebook", ["w1 w2\n\nA heading within\n\nw3 w4"], "facebook"),
        ("post 2, instagram, tiktok", ["w5 w6"], ["instagram", "tiktok"]),
        ("", ["About this plan\n\nw7 w8"], None),
    ]
    assert texts(found.posts[0], Part.INTERNAL) == ["Week 49"]
    assert place(found.posts[0].fields[0], "w3").landmark == "below heading 3, paragraph 1"
    assert place(found.posts[0].fields[0], "within").landmark == "heading 3"


def test_what_stands_beside_a_heading_or_a_picture_is_not_lost() -> None:
    file = docx.Document()
    file.core_properties.comments = ""
    file.add_heading("Facebook", 1)
    file.add_paragraph("w1 w2")
    group = file.add_heading("Week 50", 1)
    file.add_paragraph("")
    file.add_comment(group.runs, "w3 w4", "Grace")
    heading = file.add_heading("LinkedIn", 2)
    file.add_comment(heading.runs, "w5 w6", "Grace")
    made = file.add_table(2, 2)
    for cell, text in zip(made._cells, ("Date", "Copy", "2026-12-01", "w7 w8"), strict=True):
        cell.text = text
    found = document("draft.docx", saved(file))
    assert [(one.name, parts(one)) for one in found.posts] == [
        ("post 1, facebook", [("body", "w1 w2")]),
        ("table 1, row 2", [("body", "w7 w8")]),
        ("post 2, linkedin", [("internal", "Week 50"), ("internal", "w3 w4\n\nw5 w6")]),
    ]
    assert found.posts[1].metadata == {"channel": "linkedin", "publish_at": "2026-12-01"}


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Post 4", "w1", "Post 7 – LinkedIn", "w2"], ["post 4", "post 7, linkedin"]),
        (["Post 1", "w1", "Post 1", "w2"], ["post 1", "post 2"]),
        (["Facebook:", "w1", "Caption for X:", "w2"], ["post 1, facebook", "post 2, x"]),
        (["Facebook: this is the text of a whole post", "Instagram: and this is that of another"], ["post 1, facebook", "post 2, instagram"]),
        (["Find us here", "Facebook: @riverside", "Instagram: @riverside"], [""]),
        (["Facebook", "is where we are"], [""]),
        (["Post 12 people have liked", "w1"], [""]),
        (["X", "w1"], [""]),
        (["Option A and option B", "w1"], [""]),
    ],
)  # fmt: skip
def test_a_line_begins_a_post_only_where_it_is_set_apart(lines: list[str], names: list[str]) -> None:
    found = document("draft.docx", word("".join(map(paragraph, lines))))
    assert [one.name for one in found.posts] == names


def test_a_title_beside_the_number_is_text_of_the_post() -> None:
    file = docx.Document()
    file.add_heading("Post 3: Our tea cures arthritis", 1)
    file.add_paragraph("w1")
    assert texts(post("draft.docx", saved(file))) == ["Our tea cures arthritis\n\nw1"]


def test_lines_about_the_draft_are_metadata() -> None:
    lines = ["Channel: Instagram", "Publish date: 2026-12-01", "Owner: Grace", "Objective: more followers", "Copy:", "w1 w2", "Note: bring your card", "Date: Saturday", "Alt text: w3", "Image text:", "w4", "w5"]  # fmt: skip
    found = post("draft.docx", word("".join(map(paragraph, lines))))
    assert parts(found) == [
        ("internal", "Grace"),
        ("body", "Objective: more followers\n\nw1 w2\n\nNote: bring your card\n\nDate: Saturday\n\nw5"),
        ("alt_text", "w3"),
        ("image_text", "w4"),
    ]
    assert found.metadata == {"channel": "Instagram", "publish_at": "2026-12-01"}


def test_lines_for_readers_stay_in_the_text() -> None:
    lines = ["Date: Saturday, December 5", "Time: 9 to 12", "Note: bring your card", "w1"]
    found = post("draft.docx", word("".join(map(paragraph, lines))))
    assert parts(found) == [("body", "\n\n".join(lines))]


def table(*rows: tuple[str, ...]) -> docx.document.Document:
    file = docx.Document()
    file.core_properties.comments = ""
    made = file.add_table(len(rows), len(rows[0]))
    for row, cells in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return file


def test_a_table_of_platform_and_copy_is_a_post_a_row() -> None:
    file = table(
        ("Platform", "Copy", "Alt text", "Notes"),
        ("Facebook", "w1 w2", "w3", "w4"),
        ("Instagram, TikTok", "w5\nw6", "", ""),
    )
    found = document("draft.docx", saved(file))
    assert [(one.name, parts(one), one.metadata["channel"]) for one in found.posts] == [
        ("table 1, row 2", [("body", "w1 w2"), ("alt_text", "w3"), ("internal", "w4")], "Facebook"),
        ("table 1, row 3", [("body", "w5\nw6")], ["Instagram", "TikTok"]),
    ]
    assert place(found.posts[0].fields[1], "w3").landmark == "column 3"


def test_a_column_for_each_channel_is_a_post_each() -> None:
    file = table(("Date", "Facebook copy", "Instagram copy"), ("2026-12-01", "w1 w2", "w3 w4"))
    found = document("draft.docx", saved(file))
    assert [(texts(one), one.metadata["channel"], one.metadata["publish_at"]) for one in found.posts] == [
        (["w1 w2"], "facebook", "2026-12-01"),
        (["w3 w4"], "instagram", "2026-12-01"),
    ]
    assert place(found.posts[1].fields[0], "w3").landmark == "column 3"


def test_a_channel_merged_over_rows_holds_for_all_of_them() -> None:
    file = table(("Platform", "Copy"), ("Facebook", "w1 w2"), ("", "w3 w4"), ("LinkedIn", "w5 w6"))
    made = file.tables[0]
    made.cell(1, 0).merge(made.cell(2, 0))
    found = document("draft.docx", saved(file))
    assert [(texts(one), one.metadata["channel"]) for one in found.posts] == [
        (["w1 w2"], "Facebook"),
        (["w3 w4"], "Facebook"),
        (["w5 w6"], "LinkedIn"),
    ]


def test_a_table_wider_than_word_allows_is_text() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Platform", "Copy", *["w1"] * 70))
    found = document("draft.docx", word(f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"))
    assert texts(found.posts[0])[0].count("w1") == 140


def test_what_stands_beside_a_cell_goes_with_the_post_of_its_row() -> None:
    file = table(("Platform", "Copy"), ("Facebook", "w1 w2"), ("LinkedIn", "w3 w4"))
    file.add_comment(file.tables[0].cell(2, 1).paragraphs[0].runs, "w5 w6", "Grace")
    first, second = document("draft.docx", saved(file)).posts
    assert parts(first) == [("body", "w1 w2")]
    assert parts(second) == [("body", "w3 w4"), ("internal", "w5 w6")]
    assert place(second.fields[1], "w5").landmark == "comment 1"


def test_a_table_with_the_names_at_its_left_is_one_post() -> None:
    file = table(("Platform:", "Facebook"), ("Post copy", "w1 w2"), ("Alt text", "w3"), ("Mood", "w4 w5"))
    found = post("draft.docx", saved(file))
    assert sorted(parts(found)) == [
        ("alt_text", "w3"),
        ("body", "Mood"),
        ("body", "w1 w2"),
        ("body", "w4 w5"),
    ]
    assert found.metadata["channel"] == "Facebook"
    assert place(found.fields[0], "w1").landmark == "row 2"


def test_a_table_of_networks_is_a_post_a_row() -> None:
    found = document("draft.docx", saved(table(("Facebook", "w1 w2"), ("LinkedIn", "w3 w4"))))
    assert [(texts(one), one.metadata["channel"]) for one in found.posts] == [
        (["w1 w2"], "Facebook"),
        (["w3 w4"], "LinkedIn"),
    ]


def test_any_other_table_is_text_cell_after_cell() -> None:
    found = post("draft.docx", saved(table(("Monday", "w1"), ("Tuesday", "w2"))))
    assert texts(found) == ["Monday\nw1\nTuesday\nw2"]
    assert place(found.fields[0], "w2").landmark == "table 1, row 2, column 2"


def test_merged_cells_count_as_the_columns_they_take() -> None:
    file = table(("a", "b", "c"), ("d", "e", "w1"))
    made = file.tables[0]
    made.cell(1, 0).merge(made.cell(1, 1))
    found = post("draft.docx", saved(file))
    assert place(found.fields[0], "w1").landmark == "table 1, row 2, column 3"


def test_a_table_in_a_table_is_read_in_its_cell() -> None:
    file = table(("a", "b"))
    file.tables[0].cell(0, 1).add_table(1, 1).cell(0, 0).text = "w1"
    assert place(post("draft.docx", saved(file)).fields[0], "w1").landmark == "table 1, row 1, column 2"


BLOCKS = st.lists(
    st.sampled_from(["text", "heading", "bullet", "blank", "table", "bold"]), min_size=1, max_size=12
)


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_every_word_stands_where_its_place_says(kinds: list[str]) -> None:
    file = docx.Document()
    heading = number = tables = 0
    where: dict[str, str] = {}
    for kind in kinds:
        word = f"w{len(where)}"
        below = f"below heading {heading}, " if heading else ""
        if kind == "heading":
            file.add_heading(f"About {word}", 1)
            heading, number = heading + 1, 0
            where[word] = f"heading {heading}"
        elif kind == "table":
            tables += 1
            file.add_table(2, 3).cell(1, 2).text = f"in {word}"
            where[word] = f"table {tables}, row 2, column 3"
        elif kind == "blank":
            file.add_paragraph("")
        else:
            made = file.add_paragraph("some ", style="List Bullet" if kind == "bullet" else None)
            made.add_run(word[:1]).bold = kind == "bold"
            made.add_run(f"{word[1:]} here")
            number += 1
            where[word] = f"{below}paragraph {number}"
    found = document("draft.docx", saved(file))
    seen = {
        said[0]: one.locate(Span(*said.span()))
        for every in found.posts
        for one in every.fields
        for said in regex.finditer(r"\bw\d+\b", one.text)
    }
    assert {word: at.landmark for word, at in seen.items()} == where
    assert not any(at.lined for at in seen.values())
