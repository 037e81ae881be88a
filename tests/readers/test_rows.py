"""One row may be several posts, for several channels; cells may hold HTML."""

from __future__ import annotations

import pytest

from socialint.model.documents import Document, Part
from socialint.model.places import Location
from socialint.readers.channels import channel_in, channels
from tests.readers.reading import assert_words_in_place, document, parts, place, post, texts, unread


def said(found: Document) -> list[tuple[str, list[str], object]]:
    return [(one.name, texts(one), one.metadata.get("channel")) for one in found.posts]


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("FB/IG", ["facebook", "instagram"]),
        ("LinkedIn, X", ["LinkedIn", "X"]),
        ("Facebook & Instagram", ["Facebook", "Instagram"]),
        ("Twitter/X", ["x"]),
        ("X (Twitter) + LI", ["x", "linkedin"]),
        ("Instagram Story", ["instagram"]),
        ("FB Post\nYouTube Shorts", ["facebook", "youtube"]),
        ("Facebook und Instagram", ["Facebook", "Instagram"]),
        ("Waiting room / lobby", ["Waiting room / lobby"]),
        ("FB, Intranet", ["facebook", "Intranet"]),
        ("fb; fb", ["facebook"]),
    ],
)
def test_a_cell_may_name_several_channels(cell: str, named: list[str]) -> None:
    assert list(channels(cell)) == named


@pytest.mark.parametrize(
    ("label", "channel"),
    [
        ("Facebook copy", "facebook"),
        ("Copy (LinkedIn)", "linkedin"),
        ("IG caption", "instagram"),
        ("Text – X/Twitter", "x"),
        ("Copy", ""),
        ("Facebook + Instagram copy", ""),
        ("Copy for next week", ""),
    ],
)
def test_a_column_is_for_the_channel_it_names(label: str, channel: str) -> None:
    assert channel_in(label) == channel


def test_a_column_for_each_channel_is_a_post_for_each() -> None:
    found = document(
        "calendar.csv",
        "Date,Facebook copy,Instagram caption,Instagram alt text,Link,Notes\n"
        "2026-03-04,w1 hello,w2 hello,w3 nurse,http://x.y,w4 ask Bob\n"
        "2026-03-05,,w5 alone,,,\n",
    )
    assert said(found) == [
        ("row 2, Facebook copy", ["w1 hello"], "facebook"),
        ("row 2, Instagram caption", ["w2 hello"], "instagram"),
        ("row 3", ["w5 alone"], "instagram"),
    ]
    facebook, instagram, _ = found.posts
    assert parts(facebook)[1:] == [("link", "http://x.y"), ("internal", "w4 ask Bob")]
    assert parts(instagram)[1:] == [("alt_text", "w3 nurse"), ("link", "http://x.y")]
    assert {one.metadata["publish_at"] for one in (facebook, instagram)} == {"2026-03-04"}
    assert_words_in_place(found)


def test_a_text_for_all_and_one_for_a_channel_are_two_posts() -> None:
    found = document("calendar.csv", "Copy,LinkedIn copy,Channel\nw1 for all,w2 for one,FB/IG\n")
    assert said(found) == [
        ("row 2, Copy", ["w1 for all"], ["facebook", "instagram"]),
        ("row 2, LinkedIn copy", ["w2 for one"], "linkedin"),
    ]


def test_what_is_for_a_channel_without_a_text_is_not_lost() -> None:
    found = document("calendar.csv", "Facebook copy,IG copy,LinkedIn notes\nw1,w2,w3 call Mr Alder\n")
    assert [text for one in found.posts for text in texts(one, Part.INTERNAL)] == ["w3 call Mr Alder"]


def test_networks_that_are_switched_on_are_no_texts() -> None:
    (only,) = document("calendar.csv", "Text,Facebook,Instagram\nw1 hello,TRUE,yes\n").posts
    assert (texts(only), only.metadata) == (["w1 hello"], {"channel": ["Facebook", "Instagram"]})


def test_a_cell_of_html_is_read_without_its_tags_and_keeps_its_places() -> None:
    found = document(
        "calendar.csv",
        'Text,Title\n"<p>w1 pat<b>ient</b> &amp; w2</p><p>w3<br>w4 <a href=""http://x.y/a"">w5</a> <img src=""a.jpg"" alt=""w6 nurse""></p>",w7\n',
    )
    (only,) = found.posts
    assert texts(only) == ["w1 patient & w2\n\nw3\nw4 w5"]
    assert texts(only, Part.ALT_TEXT) == ["w6 nurse"]
    assert texts(only, Part.LINK) == ["http://x.y/a"]
    assert only.metadata["media"] == [{"type": "image", "source": "a.jpg", "alt": "w6 nurse"}]
    assert place(only.fields[0], "patient") == Location(2, 8, 2, 18)
    assert_words_in_place(found)


@pytest.mark.parametrize("text", ["if a < b and c > d", "x <3 you", "<Name>, come in", "5 <10> 20"])
def test_what_only_looks_like_html_stays_as_it_is(text: str) -> None:
    assert texts(post("calendar.csv", f'Text\n"{text}"\n')) == [text]


def test_the_header_may_stand_again_over_the_next_week() -> None:
    found = document("calendar.csv", "Date,Copy\n2026-03-04,w1\nWEEK 2,\nDate,Copy\n2026-03-11,w2\n")
    assert [(one.name, texts(one)) for one in found.posts] == [("row 2", ["w1"]), ("row 5", ["w2"])]
    assert not unread(found)


@pytest.mark.parametrize(
    "header",
    [
        "Datum;Uhrzeit;Kanal;Beitragstext;Bild;Alternativtext;Verantwortlich",
        "Datum;Tijd;Kanaal;Tekst;Afbeelding;Alt-tekst;Opmerkingen",
        "Date;Heure;Canal;Texte;Visuel;Texte alternatif;Remarques",
        "Date;Time;Platform;Copy;Visual;Alt text;Owner",
    ],
)
def test_columns_are_known_in_four_languages(header: str) -> None:
    row = "04.03.2026;9:30;FB;w1 hallo;a.jpg;w2;Jan"
    found = document("calendar.csv", f"{header}\n{row}\n")
    assert parts(found.posts[0]) == [("body", "w1 hallo"), ("alt_text", "w2"), ("internal", "Jan")]
    assert found.posts[0].metadata == {
        "publish_at": "2026-03-04T09:30:00",
        "channel": "facebook",
        "media": [{"type": "image", "source": "a.jpg", "alt": "w2"}],
    }


def test_a_text_in_a_column_nobody_knows_is_internal() -> None:
    found = document(
        "calendar.csv", "Copy,Person,Pillar\nw1,w2 Denise Harlow of Alder Falls,Care\n,w3 Mr Alder called,\n"
    )
    assert [parts(one) for one in found.posts] == [
        [("body", "w1"), ("internal", "w2 Denise Harlow of Alder Falls")],
        [("internal", "w3 Mr Alder called")],
    ]
    assert_words_in_place(found)
