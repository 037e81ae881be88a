"""What fixes make of files of every kind that is written."""

from __future__ import annotations

import codecs
import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fixes.house import NOTICE, fixed, linter, text_of


def why(name: str, text: str, *, unsafe: bool = True) -> list[tuple[str, str]]:
    """The fixes that were not made: of which rule, and why."""
    left = fixed(name, text.encode(), unsafe=unsafe).left
    return [(one.finding.rule, one.why) for one in left]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.mdx", "a.tweet", "-"])
def test_words_are_replaced_where_they_stand(name: str) -> None:
    assert text_of(name, "It cures colds.\n") == "It eases colds.\n"


def test_a_sentence_keeps_its_capital() -> None:
    assert text_of("a.txt", "Curing colds. Our CURING way.") == "Eases colds. Our eases way."


def test_an_unsafe_fix_is_made_only_where_it_is_wanted() -> None:
    text = "Please hurry, all."
    assert text_of("a.txt", text) == text
    assert text_of("a.txt", text, unsafe=True) == "Please, all."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A very good day.", "A good day."),
        ("So hurry!", "So!"),
        ("Hurry\nup.", "\nup."),
        ("very good", "good"),
        ("So (very) good", "So good"),
        ("Come, hurry, come.", "Come, come."),
        ("Open. Hurry, only today!", "Open. Only today!"),
    ],
)
def test_what_is_taken_out_leaves_no_double_blank(text: str, wanted: str) -> None:
    assert text_of("a.txt", text, unsafe=True) == wanted


def test_what_is_told_once_is_put_right_in_every_place() -> None:
    assert (
        text_of("a.txt", "It cures and cures, very, very well.", unsafe=True) == "It eases and eases, well."
    )
    assert text_of("a.md", "MRN 0048 and MRN 0049.", unsafe=True) == "[removed] and [removed]."
    assert (
        text_of("a.csv", "id,channel,copy\n1,x,It cures and cures\n")
        == "id,channel,copy\n1,x,It eases and eases\n"
    )


def test_the_worst_finding_goes_first_where_two_overlap() -> None:
    found = fixed("a.txt", b"Tonic cures all.")
    assert found.after.source.data == b"Tonic eases a lot."
    assert [one.rule for one in found.fixed] == ["house-cures-all"]


def test_a_fix_that_draws_another_finding_is_not_made() -> None:
    assert text_of("a.txt", "A ping.") == "A ping."
    assert why("a.txt", "A ping.") == [("house-circle", "it would draw another finding: house-back")]


def test_a_fix_that_leaves_its_finding_is_not_made() -> None:
    assert why("a.txt", "Come again.") == [("house-stays", "the finding would stay")]


def test_words_are_added_after_before_and_at_the_end() -> None:
    assert text_of("a.txt", "Try newdrug today.", unsafe=True) == "Try newdrug (not approved) today."
    assert text_of("a.txt", "\n A gifted cup.\n", unsafe=True) == "\n Ad | A gifted cup.\n"
    assert text_of("a.txt", "Our tea.\n\n") == f"Our tea.\n\n{NOTICE}\n\n"


def test_a_line_below_markup_stands_after_it() -> None:
    assert text_of("a.md", "Our **tea!**\n") == ("Our **tea!**\n\nAsk “us” first, \\<really> & truly.\n")


def test_words_that_markup_parts_are_left_alone() -> None:
    reason = "the words stand otherwise in the file than they are read"
    assert why("a.md", "It c**ur**es colds.\n") == [("house-cures", reason)]
    assert why("a.html", "It c<b>ur</b>es colds.") == [("house-cures", reason)]


def test_front_matter_is_written_where_it_stays_what_it_was() -> None:
    assert text_of("a.md", "---\ntitle: It cures colds\n---\nHello.\n") == (
        "---\ntitle: It eases colds\n---\nHello.\n"
    )


def test_a_page_gets_its_words_escaped_and_its_lines_broken() -> None:
    page = "<p class='a'>Our <b>tea</b> &amp; more.</p>\n"
    escaped = "Ask “us” first, &lt;really&gt; &amp; truly."
    assert text_of("a.html", page) == f"<p class='a'>Our <b>tea</b> &amp; more.<br><br>{escaped}</p>\n"
    assert text_of("a.html", '<img src="a.png" alt="It cures all">') == (
        '<img src="a.png" alt="It eases a lot">'
    )


def test_a_string_of_json_is_written_in_its_own_way() -> None:
    plain = '{"id": 1, "text": "Caf\\u00e9 \\"tea\\".", "n": 1.50}\n'
    (line,) = text_of("a.jsonl", plain).splitlines()
    assert json.loads(line)["text"] == f'Café "tea".\n\n{NOTICE}'
    assert line.isascii()
    assert line.endswith('", "n": 1.50}')
    accented = text_of("a.json", '[{"text": "Thé: our tea."}]')
    assert NOTICE in accented


def test_what_a_picture_says_or_somebody_else_wrote_is_not_written_otherwise() -> None:
    record = {"text": "Fine.", "in_reply_to": "It cures colds.", "image_text": "It cures colds."}
    found = fixed("a.json", json.dumps([record]).encode(), unsafe=True)
    assert {one.field for one in linter().check(found.before.document).findings} == {"image_text"}
    assert not found.changes
    assert not found.left


def test_a_cell_gets_quotes_where_it_needs_them() -> None:
    table = 'id,channel,copy,owner\r\n1,x,Our tea,Ann\r\n2,x,"So ""nice"" tea",Bob\r\n3,x,It cures all,\r\n'
    written = text_of("a.csv", table)
    assert written == (
        "id,channel,copy,owner\r\n"
        f'1,x,"Our tea\n\n{NOTICE}",Ann\r\n'
        f'2,x,"So ""nice"" tea\n\n{NOTICE}",Bob\r\n'
        "3,x,It eases a lot,\r\n"
    )


@pytest.mark.parametrize("name", ["a.docx", "a.eml"])
def test_what_is_no_text_of_its_own_is_not_written(name: str) -> None:
    if name == "a.docx":
        from docx import Document

        document = Document()
        document.add_paragraph("It cures colds.")
        stream = io.BytesIO()
        document.save(stream)
        data = stream.getvalue()
    else:
        data = b"Subject: Hi\r\nContent-Type: text/plain\r\n\r\nIt cures colds.\r\n"
    found = fixed(name, data)
    assert not found.changes
    assert [one.why for one in found.left] == ["files of this kind are not written"]


def test_a_character_that_the_encoding_lacks_is_not_written() -> None:
    text = "Th\xe9: our tea.".encode("cp1252")
    assert "“us”" in fixed("a.txt", text).after.source.data.decode("cp1252")
    found = fixed("a.txt", "Thé, newdrug. very".encode("cp1252"), unsafe=True)
    assert found.after.source.data == "Thé, newdrug (not approved).".encode("cp1252")


MARKED = st.sampled_from(
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
    ]
)
PIECES = st.lists(
    st.sampled_from(
        [
            "It cures all", "cures", "very", "gifted", "hurry", "newdrug", "ping", "again", "tea",
            "MRN 0048", "Café", "naïve 😀", "a", "b.", "“c”", "&", "**d**", "- e", "*", '"', "'", ",", "# f",
            "[g](h)", "`i`", "|", ";", "<b>", "\\n", "~",
        ]
    ),
    min_size=1,
    max_size=9,
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
EACH_RUN = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@EACH_RUN
@given(
    pieces=PIECES, end=ENDS, marked=MARKED, name=st.sampled_from(["a.txt", "a.md", "a.html"]), rows=st.data()
)
def test_everything_outside_the_edits_is_byte_for_byte_the_same(
    pieces: list[str], end: str, marked: tuple[str, bytes], name: str, rows: st.DataObject
) -> None:
    encoding, mark = marked
    glue = rows.draw(st.sampled_from([" ", end, end * 2]))
    text = glue.join(pieces) + end
    found = fixed(name, mark + text.encode(encoding), unsafe=True)
    data = found.after.source.data
    assert data.startswith(mark)
    now = data[len(mark) :].decode(encoding)
    if encoding == "utf-8" and not mark:
        assert not now.startswith("\ufeff")
    # Whatever the fixes add, take out or exchange: the rest is there, in its order.
    kept = [one for one in text.split() if not _is_changed(one)]
    at = 0
    for one in kept:
        at = now.find(one, at)
        assert at >= 0, (one, text, now)
        at += len(one)
    if end != "\n" and name != "a.html":
        assert "\n" not in now.replace("\r\n", "") or end == "\r"
    again = fixed(name, data, unsafe=True)
    assert again.after.source.data == data
    assert not again.fixed


def _is_changed(word: str) -> bool:
    return bool({"It", "cures", "all", "very", "hurry", "MRN", "0048"} & {word.strip(",.")})


CELLS = st.lists(
    st.lists(st.sampled_from(["tea", "It cures all", 'a "b"', "c, d", "e\nf", "very", "", "MRN 0048", "é"]), min_size=2, max_size=2),
    min_size=1,
    max_size=5,
)  # fmt: skip


@EACH_RUN
@given(cells=CELLS, end=st.sampled_from(["\n", "\r\n"]), quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
       delimiter=st.sampled_from([",", ";", "\t"]))  # fmt: skip
def test_the_other_cells_of_a_table_stay_what_they_were(
    cells: list[list[str]], end: str, quoting: int, delimiter: str
) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator=end, quoting=quoting, delimiter=delimiter)  # type: ignore[arg-type]
    writer.writerow(["id", "channel", "copy", "color"])
    for number, (text, other) in enumerate(cells):
        writer.writerow([str(number), "x", text, other])
    written = stream.getvalue()
    found = fixed("a.csv", written.encode(), unsafe=True)
    now = list(csv.reader(io.StringIO(found.after.source.data.decode(), newline=""), delimiter=delimiter))
    assert len(now) == len(cells) + 1
    for number, (row, (text, other)) in enumerate(zip(now[1:], cells, strict=True)):
        assert (row[0], row[1], row[3]) == (str(number), "x", other)
        if text in ('a "b"', "c, d", "e\nf", "é", ""):
            assert row[2] == text
    unchanged = [line for line in written.split(end) if "tea" not in line and "cures" not in line]
    if not found.fixed:
        assert found.after.source.data == written.encode()
    assert not unchanged or unchanged[0] in found.after.source.data.decode()


TEXTS = st.lists(
    st.sampled_from(["tea", "It cures all", 'a "b"', "c\\d", "e\nf", "very", "Ünï 😀", "MRN 0048", "<p>g</p>", "\u2028h"]),
    min_size=1,
    max_size=5,
)  # fmt: skip


@EACH_RUN
@given(texts=TEXTS, ascii_only=st.booleans(), lines=st.booleans())
def test_the_other_values_of_json_stay_what_they_were(
    texts: list[str], ascii_only: bool, lines: bool
) -> None:
    records = [
        {"id": at, "text": text, "n": 1e100, "deep": {"x": [None, "y\t"]}} for at, text in enumerate(texts)
    ]
    dumped = [json.dumps(one, ensure_ascii=ascii_only) for one in records]
    written = "\n".join(dumped) + "\n" if lines else f"[{', '.join(dumped)}]"
    found = fixed("a.jsonl" if lines else "a.json", written.encode(), unsafe=True)
    data = found.after.source.data.decode()
    if written.isascii():
        assert data.isascii()
    now = [json.loads(line) for line in data.split("\n") if line] if lines else json.loads(data)
    assert [one | {"text": ""} for one in now] == [one | {"text": ""} for one in records]
    for one, text in zip(now, texts, strict=True):
        if text in ('a "b"', "c\\d", "e\nf", "Ünï 😀", "<p>g</p>"):
            assert one["text"] == text
