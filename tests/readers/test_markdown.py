from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from socialint.model.documents import Part, UnreadKind
from socialint.model.places import Location
from tests.readers.reading import (
    assert_words_in_place,
    document,
    parts,
    place,
    post,
    texts,
    unread,
)

CONSTRUCTS = {
    "paragraphs": ("w1 w2\nw3\n\nw4", "w1 w2\nw3\n\nw4"),
    "line ends of Windows": ("w1\r\nw2\r\n\r\nw3\r\n", "w1\nw2\n\nw3"),
    "line ends of old Macs": ("w1\rw2\r\rw3", "w1\nw2\n\nw3"),
    "headings": ("# w1 #\n\nw2\n==\n\n## # w3 # w4 ##", "w1\n\nw2\n\n# w3 # w4"),
    "a heading that quotes its mark": ("> - # w1\n> - ## w2 ##", "w1\nw2"),
    "emphasis within a word": ("w1 pat**ient** w2 _w3_ ***w4*** snake_case_w5", "w1 patient w2 w3 w4 snake_case_w5"),
    "marks that mean nothing": ("w1 * w2 ** w3 _ w4 ~ w5 [w6] w7](w8 !w9", "w1 * w2 ** w3 _ w4 ~ w5 [w6] w7](w8 !w9"),
    "strikethrough": ("~~w1~~ w2 ~~~~~w3~~ w4", "w1 w2 ~~~w3 w4"),
    "escapes and entities": (r"w1 \* w2 \w3 &amp; w4 &eacute; w5 &nope; w6 &#x1F600;", "w1 * w2 \\w3 & w4 é w5 &nope; w6 😀"),
    "hard breaks": ("w1  \nw2\\\nw3   \n   w4", "w1\nw2\nw3\nw4"),
    "a blank at the end of a line": ("w1 \nw2 *w3* \nw4", "w1\nw2 w3\nw4"),
    "quotations": ("> w1\n> w2\nw3\n>\n> > w4", "w1\nw2\nw3\n\nw4"),
    "lists": ("- w1\n- w2\n  w3\n\n  w4\n1. w5\n   - w6\n\t- w7\n", "w1\nw2\nw3\nw4\n\nw5\nw6\nw7"),
    "two lists": ("- w1\n- w2\n\nw3\n\n- w4\n* w5", "w1\nw2\n\nw3\n\nw4\n\nw5"),
    "tabs": ("-\tw1\n\n\tw2\n>\tw3\n>\n> -\tw4\n>\n>\tw5", "w1\nw2\n\nw3\n\nw4\nw5"),
    "a table": ("| w1 | *w2* |\n|---|:-:|\n| w3 \\| w4 | |\n| | w5 |\nw6 | w7", "w1\nw2\nw3 | w4\nw5\nw6\nw7"),
    "rows without bars": ("| w1 | w2 |\n|---|---|\nw3\n*w4* | w5 | cut\n|w6", "w1\nw2\nw3\nw4\nw5\nw6"),
    "a table in a quotation": ("> w1 | w2\n> ---|---\n> | w3 |  w4  |", "w1\nw2\nw3\nw4"),
    "a table in a list": ("- | w1 | - |\n  |---|---|\n  | - | w2 |", "w1\n-\n-\nw2"),
    "the same words in two cells": ("| a | a |\n|---|---|\n| a | w1 |", "a\na\na\nw1"),
    "code": ("w1 `code` w2\n\n```\ncode\n```\n\n    code\n\nw3", "w1  w2\n\nw3"),
    "raw markup": ("w1 <b>w2</b><br>w3\n\n<div>w4 <i>w5</i> &lt;\n w6</div>\n\nw7", "w1 w2\nw3\n\nw4 w5 < w6\n\nw7"),
    "scripts": ("w1\n\n<script>\nvar w2\n\n</script>\n\nw3", "w1\n\nw3"),
    "reference definitions": ("[w1][r] w2 [r]\n\n[r]: http://x.y 'w3'\n[unused]: z", "w1 w2 r"),
    "rules": ("w1\n\n***\n\nw2\n- - -\nw3", "w1\n\nw2\n\nw3"),
    "addresses": ("w1 <https://x.y/w2> w3 https://z.w4 <w5@x.y> *w6*", "w1 https://x.y/w2 w3 https://z.w4 w5@x.y w6"),
    "marks after an address": ("<https://x.y>**w1**_ w2", "https://x.yw1_ w2"),
    "other scripts": ("# Ünïcödé w1 😀\n\n日本語 **w2** \u2028 w3", "Ünïcödé w1 😀\n\n日本語 w2 \u2028 w3"),
    "white space that is not ASCII": ("\u2028\nw1\n\u2028", "w1"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "body"), CONSTRUCTS.values(), ids=CONSTRUCTS)
def test_each_construct_is_read_and_placed(source: str, body: str) -> None:
    found = document("draft.md", source)
    assert texts(found.posts[0]) == [body]
    assert_words_in_place(found)


@pytest.mark.parametrize("around", ["{}", "> {}", "- {}", "\ufeff---\ntitle: x\n---\n{}", "1. > {}"])
@pytest.mark.parametrize("source", [source for source, _ in CONSTRUCTS.values()], ids=CONSTRUCTS)
def test_constructs_are_placed_within_others(source: str, around: str) -> None:
    head, _, tail = around.partition("{}")
    prefix = head.rpartition("\n")[2].replace("-", " ").replace("1.", "  ")
    assert_words_in_place(document("draft.md", head + source.replace("\n", "\n" + prefix) + tail))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *"abc*_~[]()!#>-+|\\&;:1. \t\n",
                "\n\n",
                "**",
                "a b",
                "[a]: b\n",
                "![a](b)",
                "| a | b |\n",
                "|---|---|\n",
                "> ",
                "    ",
                "`c`",
                "  \n",
                "&amp;",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_the_text_is_that_of_the_plain_parser(source: str) -> None:
    plain = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    said = [
        child.content
        for token in plain.parse(source)
        for child in token.children or []
        if child.type == "text" and token.type == "inline"
    ]
    found = document("draft.md", "x\n\n" + source).posts
    assert "".join("".join(texts(found[0])).split()) == "x" + "".join("".join(said).split())


def test_what_stands_beside_the_text_has_fields_of_its_own() -> None:
    found = post(
        "draft.md",
        '[go **on**](http://x.y/a_b "tip") ![a *nurse*](i.png "Our team")\n'
        "<img src=j.png alt='w1 &amp; w2' title=t> <!-- ask Bob -->\n"
        "[r] <https://z.w> [top](#top)\n\n[r]: <http://r.s/?a=1&amp;b=2>\n",
    )
    assert parts(found) == [
        ("body", "go on \n \nr https://z.w top"),
        ("link", "http://x.y/a_b"),
        ("description", "tip"),
        ("alt_text", "a nurse"),
        ("caption", "Our team"),
        ("alt_text", "w1 & w2"),
        ("description", "t"),
        ("internal", " ask Bob "),
        ("link", "https://z.w"),
        ("link", "http://r.s/?a=1&b=2"),
    ]
    assert [place(one, one.text) for one in found.fields[1:5]] == [
        Location(1, 13, 1, 27),
        Location(1, 29, 1, 32),
        Location(1, 37, 1, 45),
        Location(1, 55, 1, 63),
    ]
    assert found.metadata["media"] == [
        {"type": "image", "source": "i.png", "alt": "a nurse"},
        {"type": "image", "source": "j.png", "alt": "w1 & w2"},
    ]


@pytest.mark.parametrize("image", ["![](i.png)", "<img src=i.png>"])
def test_a_picture_without_alt_text_is_known_to_have_none(image: str) -> None:
    assert post("draft.md", f"Our team {image}").metadata["media"] == [{"type": "image", "source": "i.png"}]


FRONT_MATTER = {
    "yaml": "---\ntitle: w1 heart\nnotes: 'w2'\nseo:\n  description: >-\n    w3 and\n    w4\ncampaign: spring\n---\n",
    "dots": "---\ntitle: w1 heart\nnotes: w2\nseo: {description: w3 and w4}\ncampaign: spring\n...\n",
    "toml": '+++\ntitle = "w1 heart"\nnotes = \'w2\'\ncampaign = "spring"\n[seo]\ndescription = """\nw3 and \\\n w4"""\n+++\n',
    "json": '{\n"title": "w1 heart", "notes": "w2", "seo": {"description": "w3 and w4"}, "campaign": "spring"\n}\n',
    "fenced json": '---json\n{"title": "w1 heart", "notes": "w2", "seo": {"description": "w3 and w4"}, "campaign": "spring"}\n---\n',
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("head", FRONT_MATTER.values(), ids=FRONT_MATTER)
def test_front_matter_is_metadata_and_texts(head: str, line_end: str) -> None:
    found = document("draft.md", (head + "w5 body\n").replace("\n", line_end))
    (only,) = found.posts
    assert sorted(parts(only)) == [
        ("body", "w5 body"),
        ("description", "w3 and w4"),
        ("internal", "w2"),
        ("title", "w1 heart"),
    ]
    assert only.metadata["campaign"] == "spring"
    assert_words_in_place(found)


def test_known_keys_of_front_matter_are_parts_and_facts_of_the_post() -> None:
    found = post(
        "draft.md",
        "---\ndate: 2026-03-04 10:00:00 +0100\nauthor: {name: Dr. Ada, relation: staff}\nlayout: post\npaid: yes\n"
        "og_title: Og\nimage: /a.jpg\nimage_alt: A nurse\nsocial: {twitter: Read our tips}\nno: on\nteaser: Soon\n"
        "media:\n  - {type: video, captions: false, text: Call us}\n---\nBody\n",
    )
    assert parts(found) == [
        ("title", "Og"),
        ("alt_text", "A nurse"),
        ("body", "Read our tips"),
        ("description", "Soon"),
        ("image_text", "Call us"),
        ("body", "Body"),
    ]
    assert found.metadata == {
        "publish_at": "2026-03-04T10:00:00+01:00",
        "author": {"name": "Dr. Ada", "relation": "staff"},
        "layout": "post",
        "paid": True,
        "social": {"twitter": "Read our tips"},
        "no": "on",
        "media": [
            {"type": "image", "source": "/a.jpg", "alt": "A nurse"},
            {"type": "video", "captions": False, "text": "Call us"},
        ],
    }


def test_broken_front_matter_is_read_line_by_line_and_said() -> None:
    found = document("draft.md", '---\ntitle: Hearts: a guide\nauthor: "Ada\n  Byron"\n---\nw1 body\n')
    assert parts(found.posts[0]) == [("title", "Hearts: a guide"), ("body", "w1 body")]
    assert found.posts[0].metadata["author"] == "Ada\n  Byron"
    assert unread(found) == [("", "", UnreadKind.PART)]
    assert "Hearts" not in found.unread[0].reason


@pytest.mark.parametrize("source", ["---\n\nw1\n\n---\n\nw2", "---\nw1: x", "{w1} w2", "+++", "{}\nw1"])
def test_what_only_looks_like_front_matter_is_body(source: str) -> None:
    words = [word for word in ("w1", "w2") if word in source]
    found = document("draft.md", source)
    assert all(word in "".join(texts(one)) for one in found.posts for word in words)


def test_mdx_is_read_without_its_code_and_in_place() -> None:
    found = document(
        "draft.mdx",
        "import X from 'y'\nexport const a = {\n  b: 'w0'\n}\n\n# Hi {user.name} w1\n\n"
        '<Card title="w2" alt=\'w3\' n={1}>\n\nw4 {/* w5 secret */} w6 { "}" } w7\n\n</Card>\n\n'
        "import duties rose: w8 { open\n",
    )
    (only,) = found.posts
    assert parts(only) == [
        ("body", "Hi  w1\n\nw4  w6  w7\n\nimport duties rose: w8 { open"),
        ("description", "w2"),
        ("alt_text", "w3"),
        ("internal", " w5 secret "),
    ]
    assert_words_in_place(found)


def test_a_file_without_words_is_no_post() -> None:
    assert not document("draft.md", "---\nlayout: post\n---\n\n").posts
    assert document("draft.md", "![](a.png)").posts[0].fields == ()


def test_an_unclosed_comment_hides_nothing_in_silence() -> None:
    found = document("draft.md", "w1\n\n<div><!-- w2\n\nw3")
    assert_words_in_place(found)
    assert unread(found) == [("", "", UnreadKind.PART)]
    assert Part.INTERNAL in {one.part for one in found.posts[0].fields}


def test_a_list_of_networks_is_no_list_of_pictures() -> None:
    found = post(
        "draft.md", "---\nmedia: [bluesky, mastodon]\nimages:\n  - {url: a.png, alt_text: A nurse}\n---\nw1\n"
    )
    assert parts(found) == [("alt_text", "A nurse"), ("body", "w1")]
    assert found.metadata == {
        "channel": ["bluesky", "mastodon"],
        "media": [{"type": "image", "source": "a.png", "alt": "A nurse"}],
    }
