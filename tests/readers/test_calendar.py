from __future__ import annotations

import pytest

from socialint.model.documents import Part, UnreadKind
from socialint.model.places import Location
from tests.readers.reading import assert_words_in_place, document, parts, place, post, texts, unread

TOOLS = {
    "hootsuite": "2026-03-04 10:00,w1 hello there,http://x.y\n13/04/2026 9:30,\"w2 one, two\",\n",
    "hootsuite with a time": "13/04/2026,10:00,w1 hello there,\n14/04/2026,10:00,w2 hello there,\n",
    "hootsuite with a header": "Date,Message,Link\n2026-03-04,w1 hello,http://x.y\n2026-03-05,w2 hello,\n",
    "buffer": "Text,Image URL,Tags,Posting Time\nw1 hello,,spring,2026-03-04 10:00\nw2 hello,,,\n",
    "sprout social": "date,time_24hr,message_text,link\n13/03/2026,10:00,w1 hello,\n14/03/2026,10:00,w2 hello,\n",
    "publer": (
        "Date - Intl. format or prompt,Text,Link(s) - Separated by comma for FB carousels,Title - For the video\n"
        "2026-03-04 10:00,w1 hello,,\n,w2 hello,,\n"
    ),
    "metricool": "Text;Date;Time;Draft;Facebook;Twitter/X\nw1 hello;2026-03-04;10:00:00;FALSE;TRUE;FALSE\nw2 hello;;;;TRUE;\n",
    "socialpilot": 'w1 hello there,http://x.y/i.png,"Mar 4, 2026 10:00 AM",7,,\nw2 hello,,"Mar 5, 2026 1:00 PM",7,,\n',
    "agorapulse": "post_content,post_link,video_url,image_url\nw1 hello,,,\nw2 hello,,,\n",
    "contentstudio": "Date and Time,Message,Image URL,Link\n13/03/2026 10:00,w1 hello,,\n14/03/2026 10:00,w2 hello,,\n",
    "socialbee": "postAtSpecificTime (YYYY-MM-DD HH:mm:ss),content,link (OGmetaUrl)\n2026-03-04 10:00:00,w1 hello,\n,w2 hello,\n",
    "sendible": "Message,SendDate,Image\nw1 hello,2026-03-04,\nw2 hello,,\n",
    "oktopost": "Network,Message,LinkUrl\nLinkedIn,w1 hello,\nLinkedIn,w2 hello,\n",
    "ayrshare": "post,platforms,mediaUrls,scheduleDate\nw1 hello,twitter,,2026-03-04T10:00:00Z\nw2 hello,,,\n",
    "linkedin export": "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2026-03-04 10:00:00,,w1 hello,,,\n,,w2 hello,,,\n",
    "a calendar": "Day,Date,Channel,Post copy,Hashtags,Status,Owner\nMon,2026-03-04,Facebook,w1 hello,,Draft,\nTue,,,w2 hello,,,\n",
    "a copy in two languages": "Date,Copy EN,Copy (NL)\n2026-03-04,w1 hello,\n,,w2 hallo\n",
    "a column for each network": "Date,Facebook,Instagram\n2026-03-04,w1 hello there,\n,,w2 hello there\n",
    "excel": "sep=;\nDate;Text\n2026-03-04;w1 hello\n;w2 hello\n",
    "german": "Datum;Beitragstext;Kanal\n04.03.2026;w1 hallo;Facebook\n;w2 hallo;\n",
    "one column": "Caption\nw1 hello, all; of | you\nw2 hello, all\n",
    "blank lines first": "\n,,\n2026-03-04 10:00,w1 hello there,http://x.y\n2026-03-05 10:00,w2 one two,\n",
    "networks in the cells": "Wo,Text\nFacebook,w1 hello\nLinkedIn,w2 Post\n",
    "bars": "date|text\n2026-03-04|w1 hello\n|w2 hello\n",
}  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("table", TOOLS.values(), ids=TOOLS)
def test_the_tables_of_each_tool_are_read(table: str, line_end: str, encoding: str) -> None:
    found = document("calendar.csv", table.replace("\n", line_end).encode(encoding))
    bodies = [texts(one) for one in found.posts]
    assert [body[0].split()[0] for body in bodies] == ["w1", "w2"]
    assert not found.unread
    assert_words_in_place(found)


@pytest.mark.parametrize(
    ("table", "names"),
    [(TOOLS["hootsuite"], ["row 1", "row 2"]), (TOOLS["buffer"], ["row 2", "row 3"]), (TOOLS["excel"], ["row 2", "row 3"]), ("\n\nText\n\nw1 hello\n", ["row 5"]), ("\n" * 20 + "w1 hello there;x\n", ["row 21"])],
)  # fmt: skip
def test_rows_are_counted_as_a_spreadsheet_does(table: str, names: list[str]) -> None:
    assert [one.name for one in document("calendar.csv", table).posts] == names


def test_a_row_gives_fields_and_metadata_by_the_names_of_the_contract() -> None:
    found = post(
        "calendar.csv",
        "ID,Platform,Date,Time,Post copy,Alt text,First comment,Image URL,Type,Sponsored,Consent ID,"
        "Parent,Owner,Comments,Pillar\r\n"
        'C-7,"Facebook, Instagram",04/13/2026,2:30 PM,"Say ""hi""\r\nto all",A nurse,More here,http://x.y/a.jpg,'
        "Story,yes,C-201,you were late,Jane,ask Bob,Education\r\n",
    )
    assert (found.name, found.record) == ("row 2", "C-7")
    assert parts(found) == [
        ("body", 'Say "hi"\r\nto all'),
        ("alt_text", "A nurse"),
        ("first_comment", "More here"),
        ("parent", "you were late"),
        ("internal", "Jane"),
        ("internal", "ask Bob"),
    ]
    assert found.metadata == {
        "channel": ["Facebook", "Instagram"],
        "publish_at": "2026-04-13T14:30:00",
        "media": [{"type": "image", "source": "http://x.y/a.jpg", "alt": "A nurse"}],
        "post_type": "story",
        "paid": True,
        "consent": "C-201",
        "in_reply_to": "you were late",
        "Pillar": "Education",
    }
    assert found.fields[0].label == "Post copy"
    assert place(found.fields[0], "hi") == Location(2, 53, 2, 55)
    assert place(found.fields[0], "all") == Location(3, 4, 3, 7)


def test_one_cell_may_hold_several_alt_texts_and_comments() -> None:
    found = document(
        "calendar.csv",
        "Text,Media URL(s) - Separated by comma,Alt text(s) - Separated by ||,Comment(s) - Separated by ||\n"
        'w1,"http://x.y/a.jpg, http://x.y/b.mp4",w2 nurse || w3 door,w4||w5\n',
    )
    (only,) = found.posts
    assert texts(only, Part.ALT_TEXT) == ["w2 nurse", "w3 door"]
    assert texts(only, Part.FIRST_COMMENT) == ["w4", "w5"]
    assert only.metadata["media"] == [
        {"type": "image", "source": "http://x.y/a.jpg", "alt": "w2 nurse"},
        {"type": "video", "source": "http://x.y/b.mp4", "alt": "w3 door"},
    ]
    assert_words_in_place(found)


def test_the_configuration_says_which_column_is_which() -> None:
    found = document(
        "calendar.csv",
        "Was;Wo;Text\nw1;X;w2\n",
        {"body": ["was"], "channel": ["Wo"], "internal": ["Text"]},
    )
    assert parts(found.posts[0]) == [("body", "w1"), ("internal", "w2")]
    assert found.posts[0].metadata == {"channel": "X"}


UNKNOWN = {
    "a header nobody knows": ("Foo;Bar\n7;w1 hello there\n", ["Bar", "w1 hello there"]),
    "no header": ("w1 hello there,7\nw2 hello there,8\n", ["w1 hello there", "w2 hello there"]),
    "names of networks in its cells": (
        "Facebook,Story,w1 hello there\nX,Story,w2 hello there\n",
        ["w1 hello there", "w2 hello there"],
    ),
    "a sentence among names": ("Facebook,Date,w1 is a sentence.\n", ["w1 is a sentence."]),
    "single words": ("7;Foo\n8;w1\n", ["Foo", "w1"]),
    "facts but no text": ("Date,Channel,Was\n2026-03-04,X,w1 hello there\n", ["w1 hello there"]),
}


@pytest.mark.parametrize(("table", "bodies"), UNKNOWN.values(), ids=UNKNOWN)
def test_a_table_without_a_known_text_is_read_all_the_same_and_said(table: str, bodies: list[str]) -> None:
    found = document("calendar.csv", table)
    assert [text for one in found.posts for text in texts(one)] == bodies
    assert unread(found) == [("", "", UnreadKind.PART)]
    assert "columns" in found.unread[0].hint


@pytest.mark.parametrize(
    ("row", "body"),
    [
        ("2026-03-04,w1 too many, cells, w2 here, and more", "w1 too many, cells, w2 here, and more"),
        ('2026-03-04,"w1 never, closed\r\n2026-03-05,w3', '"w1 never, closed'),
        ('2026-03-04,"w1 quoted" w2 and more', "w1 quoted w2 and more"),
        ('2026-03-04,w1 a "quote" w2 inside', 'w1 a "quote" w2 inside'),
        ("2026-03-04,w1 w2", "w1 w2"),
    ],
)
def test_nothing_of_a_broken_row_is_lost(row: str, body: str) -> None:
    found = document("calendar.csv", f"Date,Text,Link\r\n{row}\r\n")
    assert texts(found.posts[0]) == [body]
    assert_words_in_place(found)
    assert [one[0] for one in unread(found)] == (["row 2"] if "many" in row or "never" in row else [])


def test_what_stands_above_the_header_travels_with_the_file() -> None:
    found = document("calendar.csv", "w1 Calendar for May,,\n\nDate,Text,Link\n2026-03-04,w2,\n")
    assert [(one.name, parts(one)) for one in found.posts] == [
        ("row 1", [("internal", "w1 Calendar for May")]),
        ("row 4", [("body", "w2")]),
    ]


@pytest.mark.parametrize(
    ("dates", "read"),
    [
        (["03/04/2026", "13/04/2026"], ["2026-04-03", "2026-04-13"]),
        (["03/04/2026", "04/13/2026"], ["2026-03-04", "2026-04-13"]),
        (["03/04/2026", "05/06/2026"], [None, None]),
        (["13/04/2026", "04/13/2026", "03/04/2026"], ["2026-04-13", "2026-04-13", None]),
        (["04/04/2026", "tbd", ""], ["2026-04-04", None, None]),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_column(dates: list[str], read: list[str | None]) -> None:
    rows = "".join(f"{date},hello\n" for date in dates)
    found = document("calendar.csv", f"Date,Text\n{rows}")
    assert [one.metadata.get("publish_at") for one in found.posts] == read
    ambiguous = any(told is None and "/" in date for date, told in zip(dates, read, strict=True))
    assert unread(found) == ([("", "Date", UnreadKind.METADATA)] if ambiguous else [])


def test_a_date_that_is_none_is_said_for_its_row() -> None:
    found = document("calendar.csv", "Date,Text\nnext Friday at 2 PM,hello\n")
    assert unread(found) == [("row 2", "Date", UnreadKind.METADATA)]
    assert "Friday" not in found.unread[0].reason


def test_a_number_that_a_spreadsheet_damaged_is_said() -> None:
    found = document("calendar.csv", "Text,Ref\nCall 8.00555E+09 now,1.2E+10\n")
    assert unread(found) == [("row 2", "Text", UnreadKind.PART)]


def test_text_with_wrong_letters_stays_as_it_is() -> None:
    assert texts(post("calendar.csv", "Text\nI donâ€™t know\n")) == ["I donâ€™t know"]


@pytest.mark.parametrize("table", ["", "\n\n", '""', '"",""\n', "Text\n", "Text,Date\n,\n", "sep=,\n"])
def test_a_table_without_text_has_no_post(table: str) -> None:
    assert not document("calendar.csv", table).posts


def test_a_tsv_file_is_parted_by_tabs() -> None:
    assert parts(post("calendar.tsv", "Text\tAlt\nw1, w2\tw3\n")) == [("body", "w1, w2"), ("alt_text", "w3")]


@pytest.mark.parametrize(
    ("header", "value", "metadata"),
    [
        ("Post Type", "Review reply", {"post_type": "review_reply"}),
        ("Post Type", "Reel", {"format": "Reel"}),
        ("post_type", "Reel", {"post_type": "Reel"}),
        ("Audience", "Patients", {"audience": "patients"}),
        ("Target audience", "Women over 40", {"target_audience": "Women over 40"}),
        ("Audience", "HCP-verified", {"audience": "hcp"}),
        ("Audience", "internal", {"audience": "staff"}),
        ("Commercial tie", "gifted", {"gifted": True}),
        ("commercial_tie", "own-brand", {"author": {"relation": "owner"}}),
        ("commercial_tie", "none", {"paid": False, "gifted": False, "affiliate": False}),
        ("content_kind", "repost", {"post_type": "repost"}),
        ("Language", "English", {"language": "en"}),
        ("Sponsored", "No", {"paid": False}),
    ],
)
def test_a_fact_with_few_values_is_known_by_its_value(
    header: str, value: str, metadata: dict[str, object]
) -> None:
    assert post("calendar.csv", f"Text,{header}\nw1,{value}\n").metadata == metadata
