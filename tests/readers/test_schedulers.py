"""The exports of scheduling tools: known by their headers, each column for what the tool has in it."""

from __future__ import annotations

import pytest

from socialint.model.documents import Part
from socialint.readers.names import Special
from socialint.readers.schedulers import SCHEDULERS, key, scheduler
from tests.readers.reading import assert_words_in_place, document, parts, texts
from tests.readers.workbook.making import Rows, xlsx

PUBLER = (
    "Date - Intl. format or prompt,Text,Link(s) - Separated by comma for FB carousels,"
    "Media URL(s) - Separated by comma,Title - For the video\\, pin\\, PDF ..,Label(s) - Separated by comma,"
    'Alt text(s) - Separated by ||,Comment(s) - Separated by ||,"Pin board, FB album, or Google category",'
    '"Post subtype - I.e. story, reel, PDF ..",CTA - For Facebook links or Google,'
    '"Reminder - For stories, reels, shorts, and TikToks"'
).replace("Title - For the video\\, pin\\, PDF ..", '"Title - For the video, pin, PDF .."')
METRICOOL = (
    "Text,Date,Time,Draft,Facebook,Twitter/X,LinkedIn,GBP,Instagram,Pinterest,TikTok,Youtube,Threads,Bluesky,"
    "Picture Url 1,Picture Url 2,Alt text picture 1,Alt text picture 2,Document title,Shortener,"
    "Twitter/X Poll Option 1,Twitter/X Poll Option 2,Pinterest Pin Title,Instagram Post Type,"
    "Youtube Video Title,Facebook Title,First Comment Text,Brand name"
)


@pytest.mark.parametrize("tool", SCHEDULERS, ids=lambda tool: tool.tool)
def test_a_tool_is_known_by_its_header_in_any_order_and_case(tool: object) -> None:
    (one,) = [one for one in SCHEDULERS if one is tool]
    found = scheduler([name.upper() for name in reversed(one.known_by)] + ["Something else"])
    assert found is one
    assert scheduler(list(one.known_by)[1:]) is not one


@pytest.mark.parametrize("tool", SCHEDULERS, ids=lambda tool: tool.tool)
def test_no_column_of_a_tool_has_two_names(tool: object) -> None:
    (one,) = [one for one in SCHEDULERS if one is tool]
    for names in (one.known_by, one.columns, one.parted):
        assert len(set(map(key, names))) == len(names)


def test_publer_parts_captions_alt_texts_and_comments() -> None:
    found = document(
        "publer.csv",
        f'{PUBLER}\n2026-03-04 10:00,w1 hello || w2 first picture || w3 second,http://x.y,"http://x.y/a.jpg, http://x.y/b.jpg",'
        "w4 title,spring,w5 nurse || w6 door,w7 first || w8 second,Board,story,,\n",
    )
    (only,) = found.posts
    assert parts(only) == [
        ("body", "w1 hello"),
        ("caption", "w2 first picture"),
        ("caption", "w3 second"),
        ("link", "http://x.y"),
        ("title", "w4 title"),
        ("alt_text", "w5 nurse"),
        ("alt_text", "w6 door"),
        ("first_comment", "w7 first"),
        ("first_comment", "w8 second"),
    ]
    assert only.metadata["post_type"] == "story"
    assert only.metadata["publish_at"] == "2026-03-04T10:00:00"
    assert [one["alt"] for one in only.metadata["media"]] == ["w5 nurse", "w6 door"]  # type: ignore[attr-defined]
    assert_words_in_place(found)


def test_metricool_names_its_networks_and_its_many_texts() -> None:
    row = (
        "w1 hello;2026-03-04;10:00:00;FALSE;TRUE;FALSE;TRUE;;;;;;;;http://x.y/a.jpg;;w2 nurse;;w3 document;;w4 yes;w5 no;"
        "w6 pin;Story;w7 video;w8 face;w9 first;Riverside"
    )
    found = document("metricool.csv", f"{METRICOOL.replace(',', ';')}\n{row}\n")
    (only,) = found.posts
    assert parts(only) == [
        ("body", "w1 hello"),
        ("alt_text", "w2 nurse"),
        ("title", "w3 document"),
        ("poll", "w4 yes"),
        ("poll", "w5 no"),
        ("title", "w6 pin"),
        ("title", "w7 video"),
        ("title", "w8 face"),
        ("first_comment", "w9 first"),
    ]
    assert only.metadata["channel"] == ["Facebook", "LinkedIn"]
    assert only.metadata["publish_at"] == "2026-03-04T10:00:00"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("postAtSpecificTime (YYYY-MM-DD HH:mm:ss),content,link (OGmetaUrl),imageUrls,followUpComment,youtubeTitle\n2026-03-04 10:00:00,w1,,,w2,w3\n", [("body", "w1"), ("first_comment", "w2"), ("title", "w3")]),
        ("Network,Message,LinkUrl,LinkTitle,Description\nLinkedIn,w1,http://x.y,w2,w3\n", [("body", "w1"), ("link", "http://x.y"), ("title", "w2"), ("description", "w3")]),
        ("Message,Schedule Date,Comments\nw1,2026-03-04,w2%|%w3\n", [("body", "w1"), ("first_comment", "w2"), ("first_comment", "w3")]),
        ("Post ID,Page name,Title,Description,Publish time,Permalink\n9,Riverside,w1,w2,03/14/2026 10:00,http://x.y\n", [("body", "w1"), ("body", "w2")]),
        ("Text,Comments\nw1,w2 ask Bob\n", [("body", "w1"), ("internal", "w2 ask Bob")]),
        ("w1 hello there,http://x.y/i.png,\"Mar 4, 2026 10:00 AM\",7,w2 first,a;b,http://x.y\n", [("body", "w1 hello there"), ("first_comment", "w2 first"), ("link", "http://x.y")]),
        ("04/13/2026 9:30,w1 hello,http://x.y\n", [("body", "w1 hello"), ("link", "http://x.y")]),
    ],
)  # fmt: skip
def test_each_column_is_what_the_tool_has_in_it(table: str, said: list[tuple[str, str]]) -> None:
    found = document("export.csv", table)
    assert parts(found.posts[0]) == said
    assert not found.unread


def test_the_configuration_is_heard_before_the_tool() -> None:
    header = "Text,Media URL(s),Alt text(s),Comment(s)"
    found = document("publer.csv", f"{header}\nw1,,,w2\n", {"internal": ["Comment(s)"]})
    assert texts(found.posts[0], Part.INTERNAL) == ["w2"]


def test_an_export_may_be_a_workbook() -> None:
    rows: Rows = [["Text", "Image URL", "Tags", "Posting Time"], ["w1", None, "spring", "2026-03-04 10:00"]]
    (only,) = document("buffer.xlsx", xlsx({"Sheet1": rows})).posts
    assert only.metadata == {"tags": "spring", "publish_at": "2026-03-04T10:00:00"}


def test_the_facts_of_tools_have_names_of_their_own() -> None:
    roles = [role for one in SCHEDULERS for role in one.columns.values()]
    assert Special.DATE not in roles
