"""Archives of platforms are known by their shape, and every text in them leads back into the file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.errors import UnreadableDocument
from socialint.model.documents import Part, Source
from socialint.readers import can_read, read, refusal
from tests.readers.reading import document, parts, place, post, texts

TWEET = {
    "tweet": {
        "id_str": "1050118621198921728",
        "created_at": "Wed Oct 10 20:19:24 +0000 2018",
        "full_text": "Flu shots &amp; more at our clinic https://t.co/x",
        "entities": {"urls": [{"url": "https://t.co/x", "expanded_url": "https://clinic.example/flu"}]},
        "extended_entities": {"media": [{"type": "photo", "media_url_https": "https://pbs.example/a.jpg"}]},
        "lang": "en",
        "user_id": "4",
    }
}
FACEBOOK = [
    {
        "timestamp": 1539202764,
        "data": [{"post": "We won’t promise a cure 😀 – café"}, {"update_timestamp": 1539202764}],
        "attachments": [
            {
                "data": [
                    {
                        "media": {
                            "uri": "your_facebook_activity/posts/media/a.jpg",
                            "creation_timestamp": 1539202764,
                            "title": "Timeline photos",
                            "description": "Our nurse’s day",
                        }
                    }
                ]
            }
        ],
        "title": "Riverside Clinic updated their status.",
    }
]
INSTAGRAM = [
    {
        "media": [
            {
                "uri": "media/posts/201810/a.jpg",
                "creation_timestamp": 1539202764,
                "title": "Café hours: 9–5 ❤️",
            }
        ]
    },
    {
        "media": [
            {"uri": "media/posts/201810/b.jpg", "creation_timestamp": 1539202764, "title": ""},
            {"uri": "media/posts/201810/c.mp4", "creation_timestamp": 1539202764, "title": ""},
        ],
        "title": "Two pictures of our garden",
        "creation_timestamp": 1539202999,
    },
]
MASTODON = {
    "@context": "https://www.w3.org/ns/activitystreams",
    "id": "outbox.json",
    "type": "OrderedCollection",
    "totalItems": 2,
    "orderedItems": [
        {
            "type": "Create",
            "object": {
                "id": "https://m.example/users/clinic/statuses/1",
                "type": "Note",
                "summary": "about blood",
                "published": "2024-03-01T10:00:00Z",
                "content": '<p>Give &quot;blood&quot; on Friday<br />with us <a href="https://m.example/tags/blood">#<span>blood</span></a></p><p>Bring tea</p>',
                "attachment": [
                    {
                        "type": "Document",
                        "mediaType": "image/jpeg",
                        "url": "/media/1.jpg",
                        "name": "A full arm chair",
                    }
                ],
            },
        },
        {"type": "Announce", "object": "https://other.example/1"},
    ],
}


def test_a_tweet_is_read_without_running_its_file() -> None:
    found = post("tweets.js", "window.YTD.tweets.part0 = " + json.dumps([TWEET], indent=2))
    assert found.name == "post 1, 2018-10-10"
    assert found.record == "1050118621198921728"
    assert parts(found) == [
        ("body", "Flu shots & more at our clinic https://t.co/x"),
        ("link", "https://clinic.example/flu"),
    ]
    assert found.metadata["channel"] == "x"
    assert found.metadata["publish_at"] == "2018-10-10T20:19:24+00:00"
    assert found.metadata["media"] == [{"type": "image", "source": "https://pbs.example/a.jpg"}]


def test_a_retweet_is_a_repost() -> None:
    tweet = {"tweet": {**TWEET["tweet"], "full_text": "RT @drlee: Flu shots are here"}}
    found = post("tweet.js", "window.YTD.tweet.part0=" + json.dumps([tweet]))
    assert found.metadata["post_type"] == "repost"


def test_a_long_post_of_x_is_whole_in_a_file_of_its_own() -> None:
    note = {
        "noteTweet": {"noteTweetId": "7", "createdAt": "2023-05-01T00:00:00.000Z", "core": {"text": "a b"}}
    }
    found = post("note-tweet.js", "window.YTD.note_tweet.part0 = " + json.dumps([note]))
    assert (found.name, texts(found)) == ("post 1, 2023-05-01", ["a b"])


def test_a_place_in_a_tweet_is_that_in_the_file() -> None:
    written = "window.YTD.tweets.part0 = " + json.dumps([TWEET], indent=2)
    found = place(post("tweets.js", written).fields[0], "more at")
    line = written.splitlines()[found.line - 1]
    assert line[found.column - 1 : found.end_column - 1] == "more at"


@pytest.mark.parametrize("name", ["app.js", "direct-messages.js", "tweets-parser.js", "render-tweet.js"])
def test_a_program_is_no_draft(name: str) -> None:
    assert not can_read(name)


@pytest.mark.parametrize(
    "text", ["", "let tweets = 1", "window.YTD.tweets.part0 = [{", "window.YTD.tweets.part0 = alert()"]
)
def test_what_x_did_not_write_is_refused_with_a_next_step(text: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(Source("tweets.js", text.encode()))
    assert refused.value.hint


def test_the_letters_of_facebook_are_mended_and_keep_their_places() -> None:
    found = post("your_posts_1.json", _as_meta_writes(FACEBOOK))
    assert parts(found) == [
        ("body", "We won’t promise a cure 😀 – café"),
        ("caption", "Our nurse’s day"),
    ]
    assert found.name == "post 1, 2018-10-10"
    assert (found.metadata["channel"], found.metadata["publish_at"]) == ("facebook", "2018-10-10T20:19:24Z")
    here = place(found.fields[0], "won’t")
    assert here.end_column - here.column == len("wonât".replace("â", "")) + 3 * len("\\u00e2")


@given(said=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_out_of_facebooks_file_as_it_went_in(said: str) -> None:
    file = [{**FACEBOOK[0], "data": [{"post": said}], "attachments": []}]
    found = document("your_posts_1.json", _as_meta_writes(file))
    assert [texts(one) for one in found.posts] == ([[said]] if said.strip() else [])


def test_what_was_no_letter_stays_as_it_is() -> None:
    found = post(
        "p.json", json.dumps([{"timestamp": 1, "data": [{"post": "caf\u00e9 \u00c3\u00a9 \u00e2\u20ac"}]}])
    )
    assert texts(found) == ["café é â€"]


def test_a_carousel_of_instagram_is_one_post() -> None:
    first, second = document("posts_1.json", _as_meta_writes(INSTAGRAM)).posts
    assert texts(first) == ["Café hours: 9–5 ❤️"]
    assert texts(second) == ["Two pictures of our garden"]
    media = second.metadata["media"]
    assert isinstance(media, list)
    assert [one["type"] for one in media] == ["image", "video"]


def test_stories_of_instagram_stand_below_one_key() -> None:
    file = {
        "ig_stories": [{"uri": "media/stories/a.jpg", "creation_timestamp": 1539202764, "title": "Open day"}]
    }
    assert texts(post("stories.json", json.dumps(file))) == ["Open day"]


def test_an_outbox_of_mastodon_gives_what_was_written_there() -> None:
    found = post("outbox.json", json.dumps(MASTODON))
    assert parts(found) == [
        ("description", "about blood"),
        ("body", 'Give "blood" on Friday\nwith us #blood\n\nBring tea'),
        ("alt_text", "A full arm chair"),
    ]
    assert found.metadata["channel"] == "mastodon"
    assert found.name == "post 1, 2024-03-01"


def test_what_linkedin_exports_is_for_linkedin() -> None:
    found = post(
        "Shares.csv",
        "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
        '2024-02-01 10:00:00,https://li.example/1,"We are hiring\n\nnurses",,,MEMBER_NETWORK\n',
    )
    assert texts(found) == ["We are hiring\n\nnurses"]
    assert found.metadata["channel"] == "linkedin"


@pytest.mark.parametrize(
    "file",
    [
        [{"timestamp": 1, "text": "Not of Facebook"}],
        {"type": "OrderedCollection", "text": "Not of Mastodon"},
        [{"tweet": "a text about a tweet"}],
        {"entries": [{"text": "a record", "fields": 3}]},
    ],
)
def test_what_only_looks_like_an_archive_is_read_as_records(file: object) -> None:
    assert document("records.json", json.dumps(file)).posts


def test_a_packed_archive_says_which_of_its_files_to_name() -> None:
    refused = refusal("twitter-2024.zip")
    assert refused is not None
    assert "data/tweets.js" in refused.hint


def test_an_export_of_contentful_gives_a_post_for_each_locale() -> None:
    export = {
        "entries": [
            {
                "sys": {"id": "e1", "type": "Entry"},
                "fields": {
                    "title": {"en-US": "Knee pain", "de": "Knieschmerz"},
                    "slug": {"en-US": "knee-pain"},
                    "intro": {"en-US": "What helps, and what does not."},
                    "author": {"en-US": {"sys": {"type": "Link", "id": "a"}}},
                    "content": {
                        "en-US": {
                            "nodeType": "document",
                            "content": [
                                {
                                    "nodeType": "paragraph",
                                    "content": [
                                        {"nodeType": "text", "value": "Our tea ", "marks": []},
                                        {"nodeType": "text", "value": "cures", "marks": [{"type": "bold"}]},
                                        {"nodeType": "text", "value": " nothing.", "marks": []},
                                    ],
                                },
                                {
                                    "nodeType": "paragraph",
                                    "content": [{"nodeType": "text", "value": "Ask us.", "marks": []}],
                                },
                            ],
                        }
                    },
                },
            }
        ],
        "assets": [
            {
                "sys": {"id": "a1"},
                "fields": {"title": {"en-US": "Knee"}, "description": {"en-US": "A knee, bent"}},
            }
        ],
    }
    english, german, asset = document("export.json", json.dumps(export)).posts
    assert sorted(parts(english)) == [
        ("body", "Our tea cures nothing.\n\nAsk us."),
        ("body", "What helps, and what does not."),
        ("title", "Knee pain"),
    ]
    assert (english.name, english.record, english.metadata["language"]) == ("entry 1", "e1 en-US", "en")
    assert texts(german, Part.TITLE) == ["Knieschmerz"]
    assert (asset.name, texts(asset, Part.ALT_TEXT)) == ("asset 1", ["A knee, bent"])


def _as_meta_writes(file: object) -> str:
    """Each byte of a letter in UTF-8 as an escape of its own."""
    written = json.dumps(file, ensure_ascii=False).encode()
    return "".join(chr(byte) if byte < 128 else f"\\u{byte:04x}" for byte in written)
