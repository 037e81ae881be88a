from __future__ import annotations

import pytest

from socialint.errors import UnreadableDocument
from socialint.model.documents import UnreadKind
from socialint.model.places import Location
from tests.readers.reading import assert_words_in_place, document, parts, place, post, unread


def test_a_record_is_a_post_by_the_names_of_the_contract() -> None:
    found = post(
        "post.json",
        """{"id": 12, "text": "w1 hi", "title": "w2", "alt_text": "w3", "image_text": "w4", "first_comment": "w5",
        "link": "http://x.y/w6", "poll_options": ["w7", "w8"], "hashtags": "#w9", "description": "w10", "notes": "w11",
        "in_reply_to": "w12", "caption": "w13", "poll": {"question": "w14", "options": ["w15"]},
        "channel": "x", "market": ["US"], "paid": true, "approval": {"id": "A-1"}, "position": 2, "mood": "fine",
        "publish_at": "2026-03-04"}""",
    )
    assert (found.name, found.record) == ("12", "12")
    assert parts(found) == [
        ("body", "w1 hi"),
        ("title", "w2"),
        ("alt_text", "w3"),
        ("image_text", "w4"),
        ("first_comment", "w5"),
        ("link", "http://x.y/w6"),
        ("poll", "w7"),
        ("poll", "w8"),
        ("hashtags", "#w9"),
        ("description", "w10"),
        ("internal", "w11"),
        ("parent", "w12"),
        ("caption", "w13"),
        ("poll", "w14"),
        ("poll", "w15"),
    ]
    assert found.metadata == {
        "in_reply_to": "w12",
        "channel": "x",
        "market": ["US"],
        "paid": True,
        "approval": {"id": "A-1"},
        "position": 2,
        "mood": "fine",
        "publish_at": "2026-03-04",
    }


def test_escapes_are_runs_of_their_own() -> None:
    found = document("post.json", '{"text": "w1 \\u00e9\\n\\"w2\\" \\ud83d\\ude00 w3 \\ud83d\\/ w4"}')
    (body,) = found.posts[0].fields
    assert body.text == 'w1 é\n"w2" 😀 w3 \ufffd/ w4'
    assert place(body, "é") == Location(1, 14, 1, 20)
    assert place(body, "😀") == Location(1, 29, 1, 41)
    assert_words_in_place(found)


def test_media_keep_their_place_and_their_list() -> None:
    found = document(
        "post.json",
        '{"text": "w1", "media": [{"type": "image", "alt": "w2 nurse", "text": "w3", "url": "a.png"}, "b.mp4"],'
        ' "alt_text": "w4"}',
    )
    assert parts(found.posts[0]) == [
        ("body", "w1"),
        ("alt_text", "w2 nurse"),
        ("image_text", "w3"),
        ("alt_text", "w4"),
    ]
    assert found.posts[0].metadata["media"] == [
        {"type": "image", "alt": "w2 nurse", "text": "w3", "source": "a.png"},
        {"type": "video", "source": "b.mp4", "alt": "w4"},
    ]
    assert_words_in_place(found)


LISTS = {
    "a list": '[{"text": "w1"}, {"text": "w2"}]',
    "a wrapper": '{"posts": [{"text": "w1"}, {"text": "w2"}]}',
    "another wrapper": '{"version": 2, "data": [{"caption": "w1"}, {"title": "w2", "content": ""}]}',
    "a wrapper in a wrapper": '{"data": {"page": 1, "posts": [{"text": "w1"}, {"text": "w2"}]}}',
    "records that name themselves": '{"spring": [{"id": "record 1", "text": "w1"}, {"text": "w2"}]}',
    "texts": '["w1 and more", "w2 and more"]',
    "mixed": '[{"text": "w1"}, "w2 and more"]',
    "two lists": '{"facebook": [{"text": "w1"}], "linkedin": [{"text": "w2"}]}',
}


@pytest.mark.parametrize("source", LISTS.values(), ids=LISTS)
def test_a_list_of_records_is_a_list_of_posts(source: str) -> None:
    found = document("posts.json", source)
    assert [one.name for one in found.posts] == ["record 1", "record 2"]
    assert [one.fields[0].text[:2] for one in found.posts] == ["w1", "w2"]
    assert_words_in_place(found)


def test_what_a_wrapper_says_holds_for_its_posts_unless_they_say_otherwise() -> None:
    found = document(
        "posts.json",
        '{"campaign": "spring", "market": "US", "title": "w3 plan", "posts": [{"text": "w1"}, {"text": "w2", "market": "UK"}]}',
    )
    assert [dict(one.metadata) for one in found.posts[:2]] == [
        {"campaign": "spring", "market": "US"},
        {"campaign": "spring", "market": "UK"},
    ]
    assert [parts(one) for one in found.posts] == [[("body", "w1")], [("body", "w2")], [("title", "w3 plan")]]


def test_every_text_of_another_document_is_read_under_its_key_path() -> None:
    found = post(
        "page.json",
        """{"lang": "en", "slug": "heart-month", "pages": [{}, {"hero": {"title": "w1", "cta": "Book a w2 visit",
        "href": "http://x.y", "image": {"src": "a.png", "alt": "w3"}}, "published": "2026-03-04T10:00:00Z",
        "tags": ["heart", "w4 two words"], "internal_note": {"notes": "w5"}, "count": 3, "code": "w6"}]}""",
    )
    assert [(one.part.value, one.label, one.text) for one in found.fields] == [
        ("title", "pages[1].hero.title", "w1"),
        ("body", "pages[1].hero.cta", "Book a w2 visit"),
        ("alt_text", "pages[1].hero.image.alt", "w3"),
        ("body", "pages[1].tags[1]", "w4 two words"),
        ("internal", "pages[1].internal_note.notes", "w5"),
    ]
    assert found.metadata["language"] == "en"


def test_the_sections_of_a_page_are_one_post() -> None:
    found = post(
        "page.json", '{"sections": [{"title": "w1", "text": "w2"}, {"text": "w3"}], "faq": ["a w4", "a w5"]}'
    )
    assert [one.text for one in found.fields] == ["w1", "w2", "w3", "a w4", "a w5"]


def test_the_media_and_comments_of_a_post_are_no_posts() -> None:
    found = post(
        "post.json",
        '{"title": "w1", "media": [{"text": "w2", "shows": "a w9 here"}], "comments": [{"text": "w3"}], "posts": []}',
    )
    assert parts(found) == [("title", "w1"), ("image_text", "w2"), ("internal", "w3")]


def test_lines_of_which_none_is_json_are_refused() -> None:
    with pytest.raises(UnreadableDocument, match="not JSON lines"):
        document("posts.jsonl", "w1\nw2\n")


def test_what_describes_somebody_else_is_not_the_post() -> None:
    found = post("post.json", '{"text": "w1", "user": {"description": "w2"}, "extra": {"alt_text": "w3"}}')
    assert parts(found) == [("body", "w1"), ("alt_text", "w3")]


def test_a_caption_or_description_alone_is_the_body() -> None:
    assert parts(post("post.json", '{"caption": "w1"}')) == [("body", "w1")]
    assert parts(post("post.json", '{"title": "w1", "description": "w2"}')) == [
        ("title", "w1"),
        ("body", "w2"),
    ]


def test_a_key_that_is_there_twice_is_read_twice_and_said() -> None:
    found = document("post.json", '{"posts": [{"text": "w1", "text": "w2"}]}')
    assert parts(found.posts[0]) == [("body", "w1"), ("body", "w2")]
    assert unread(found) == [("", "posts[0].text", UnreadKind.PART)]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('{"text": "w1"', 1),
        ('{"text":\n "w1}', 2),
        ("{'text': 'w1'}", 1),
        ('[1,\n\n]', 3),
        ("w1", 1),
        ('{"text" "w1"}', 1),
        ("[" * 200, 1),
    ],
)  # fmt: skip
def test_broken_json_is_unread_with_its_line(source: str, line: int) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        document("post.json", source)
    assert f"line {line}" in refused.value.reason
    assert "w1" not in refused.value.reason + refused.value.hint


def test_json_lines_are_posts_and_a_broken_line_is_unread() -> None:
    found = document(
        "posts.jsonl",
        '\ufeff{"id": "a", "text": "w1"}\r\n\r\n{"text": "w2"\r\n{"text": "w3"} {"text": "w4"}\r\n"w5"\r\nw6\r\n'
        '{"note": "this w7 is one"}\n',
    )
    assert [(one.name, one.fields[0].text) for one in found.posts] == [
        ("a", "w1"),
        ("line 4", "w3"),
        ("line 4", "w4"),
        ("line 5", "w5"),
        ("line 7", "this w7 is one"),
    ]
    assert unread(found) == [("line 3", "", UnreadKind.PART), ("line 6", "", UnreadKind.PART)]
    assert_words_in_place(found)


def test_json_lines_in_a_json_file_are_read_too() -> None:
    assert [one.name for one in document("posts.json", '{"text": "w1"}\n{"text": "w2"}\n').posts] == [
        "line 1",
        "line 2",
    ]


@pytest.mark.parametrize("source", ["", "  \n", "[]", "{}", "null", "3", '{"text": " "}', '{"channel": "x"}'])
def test_json_without_text_has_no_post(source: str) -> None:
    assert not document("post.json", source).posts


def test_numbers_and_words_are_values_as_json_gives_them() -> None:
    found = post(
        "post.json", '{"text": 42, "a": 1.50, "b": -3, "c": null, "d": false, "e": 1e3, "body": "w1"}'
    )
    assert parts(found) == [("body", "42"), ("body", "w1")]
    assert found.metadata == {"a": 1.5, "b": -3, "c": None, "d": False, "e": 1000.0}


def test_a_text_among_other_content_is_told_by_its_key_path() -> None:
    found = post(
        "site.json", '{"pages": [{"hero": {"title": "Our tea", "Maria Alder": {"quote": "It is good tea"}}}]}'
    )
    assert [place(one, "tea").landmark for one in found.fields] == ["pages[0].hero.title", ""]
