from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint.model.documents import UnreadKind
from socialint.model.places import Location
from tests.readers.reading import assert_words_in_place, document, parts, place, texts, unread

PAGES = {
    "blocks end a line": ("<h1>w1</h1><p>w2<div>w3</div><ul><li>w4<li>w5</ul>w6", "w1\n\nw2\nw3\n\nw4\nw5\n\nw6"),
    "marks within a word": ("<p>pat<b>i</b>ent <i>w1</i></p>", "patient w1"),
    "white space is one blank": ("<p>\n  w1\r\n\t w2 <b> w3</b>\n</p>\n\n<p>w4", "w1 w2 w3\n\nw4"),
    "line breaks": ("w1<br>w2<br/><br />\nw3", "w1\nw2\n\nw3"),
    "preformatted": ("<pre>w1\n  w2</pre>w3", "w1\n  w2\n\nw3"),
    "references": ("w1 &amp; &lt;w2&gt; &eacute;&#233;&#xE9; &copy2026 &nbsp;w3 &nope; &", "w1 & <w2> ééé ©2026 \xa0w3 &nope; &"),
    "no markup": ("w1 < w2 <3 w4 <> a<b w5 </ w6 <", "w1 < w2 <3 w4 <> a<b w5 </ w6 <"),
    "tables": ("<table><tr><th>w1<th>w2<tr><td>w3</td><td>w4</td></table>", "w1\nw2\nw3\nw4"),
    "what is not seen": ("w1<script>if (a<b) w2</script><style>w3</style><template>w4</template><noscript>w5</noscript> w6", "w1 w6"),
    "templates in templates": ("w1<template>a<template>b</template>c</template> w2", "w1 w2"),
    "declarations": ("<!DOCTYPE html><html lang=en><body>w1", "w1"),
    "fields": ("<button>w1</button><textarea>w2 <b>\n w3</textarea><select><option>w4", "w1\nw2 <b>\n w3\nw4"),
    "a quote that is not closed": ('<a href="x>w1 <b>w2</b>', "w1 w2"),
    "upper case": ("<P>w1<BR>w2<SCRIPT>w3</SCRIPT>", "w1\nw2"),
    "mailing tags": ("Dear *|FNAME|*, w1 {{ name }} {% if x %}w2", "Dear ___, w1 ___ w2"),
    "mailing tags that say something": ("Hi {{ first_name | default: \"friend\" }} %%City%% *|IF:A > 1|*w1*|ELSE:|*w2*|END:IF|* [name,fallback=w3] {{ 'w4 cures' | upcase }}", "Hi friend ___ w1 w2 w3 w4 cures"),
    "text in brackets is no tag": ("{{ our tea cures w1 }} 100%% safe, 50%% w2 [[w3 is what they all say]]", "{{ our tea cures w1 }} 100%% safe, 50%% w2 [[w3 is what they all say]]"),
    "marks of conditional comments": ("<!--[if !mso]><!-->w1<!--<![endif]--><!--[if !gte mso 9]><!----><!--[if mso]><xml><o:PixelsPerInch>96</o:PixelsPerInch></xml><![endif]--> w2", "w1 w2"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "body"), PAGES.values(), ids=PAGES)
def test_the_text_of_a_page_is_read_and_placed(source: str, body: str) -> None:
    found = document("mail.html", source)
    assert texts(found.posts[0]) == [body]
    assert_words_in_place(found)


def test_head_attributes_and_comments_are_fields_of_their_own() -> None:
    found = document(
        "page.htm",
        """<title>w1 &amp; more</title>
        <meta name="description" content="w2"><meta property="og:title" content='w3'>
        <meta name=twitter:description content=w4><meta property="og:image:alt" content="w5"><meta name=x content=w6>
        <div class="preheader">w7 <b>w8</b></div><span style="display: none">w9</span>
        <p title="w10">w11 <!-- w12 --></p><a href="http://x.y/?a=1&copy=2&amp;b">w13</a><a href="#w14">w15</a>
        <img src=a.png alt="w16 &quot;nurse&quot;"><img src=b.png><img src=c.png alt=""><input placeholder='w17'>
        <i aria-label=w18></i><video src=d.mp4></video>
        """,
    )
    (only,) = found.posts
    assert parts(only) == [
        ("title", "w1 & more"),
        ("description", "w2"),
        ("title", "w3"),
        ("description", "w4"),
        ("alt_text", "w5"),
        ("description", "w7 w8"),
        ("description", "w9"),
        ("description", "w10"),
        ("body", "w11\n\nw13w15"),
        ("internal", " w12 "),
        ("link", "http://x.y/?a=1&copy=2&b"),
        ("alt_text", 'w16 "nurse"'),
        ("description", "w17"),
        ("description", "w18"),
    ]
    assert only.metadata["media"] == [
        {"type": "image", "source": "a.png", "alt": 'w16 "nurse"'},
        {"type": "image", "source": "b.png"},
        {"type": "image", "source": "c.png", "alt": "", "decorative": True},
        {"type": "video", "source": "d.mp4"},
    ]
    assert place(only.fields[11], '"nurse"') == Location(6, 33, 6, 50)
    assert_words_in_place(found)


def test_a_dot_that_counts_readers_is_no_picture() -> None:
    (only,) = document("mail.html", "w1<img src=open.gif width=1 height='1px'><img src=a.png width=1>").posts
    assert only.metadata["media"] == [{"type": "image", "source": "a.png"}]


def test_what_only_outlook_shows_is_read_where_it_says_something_else() -> None:
    found = document(
        "mail.html",
        "<p>w1 Book now</p><!--[if mso]><table><tr><td>Book now</td><tr><td>w2 cures</td></table><![endif]-->",
    )
    assert parts(found.posts[0]) == [("body", "w1 Book now"), ("body", "w2 cures")]
    assert_words_in_place(found)


@pytest.mark.parametrize("source", ["w1<script>w2", "w1<!-- w2", "w1<template>w2", "w1<style>w2<p>w3"])
def test_what_an_unclosed_element_swallows_is_said(source: str) -> None:
    found = document("page.html", source)
    assert texts(found.posts[0]) == ["w1"]
    assert unread(found) == [("", "", UnreadKind.PART)]


@pytest.mark.parametrize("source", ["", " \n", "<p></p>", "<!DOCTYPE html>", "<script>x</script>"])
def test_a_page_without_text_is_no_post(source: str) -> None:
    assert not document("page.html", source).posts


WORDS = st.text("ab é😀<>&;\"'", min_size=1, max_size=8)
TREES = st.recursive(
    WORDS.map(lambda text: (escape(text), text)),
    lambda inner: st.tuples(st.sampled_from(["b", "i", "span", "a", "em"]), st.lists(inner, max_size=4)).map(
        lambda tree: (
            f"<{tree[0]} x='1>'>{''.join(source for source, _ in tree[1])}</{tree[0]}>",
            "".join(text for _, text in tree[1]),
        )
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(TREES, min_size=1, max_size=4))
def test_generated_pages_say_what_they_were_made_of(blocks: list[tuple[str, str]]) -> None:
    found = document("page.html", "".join(f"<p>{source}</p>" for source, _ in blocks))
    said = [" ".join(text.split()) for _, text in blocks]
    assert "\n\n".join("".join(texts(one)) for one in found.posts) == "\n\n".join(
        text for text in said if text
    )
