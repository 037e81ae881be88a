from __future__ import annotations

import pytest

from socialint.errors import UnreadableDocument
from socialint.model.documents import UnreadKind
from tests.readers.reading import assert_words_in_place, document, parts, post, texts, unread

SCALARS = {
    "plain": ("text: w1 w2", "w1 w2"),
    "plain over lines": ("text: w1\n  w2\n\n  w3", "w1 w2\nw3"),
    "single quotes": ("text: 'w1 it''s\n  w2'", "w1 it's w2"),
    "double quotes": ('text: "w1 \\u00e9 \\x41 \\\n  w2\\n\n\n  w3 \\"w4\\""', 'w1 é A w2\n\nw3 "w4"'),
    "literal": ("text: |\n  w1\n    w2\n\n  w3\n", "w1\n  w2\n\nw3\n"),
    "literal, stripped, indented": ("text: |2-\n   w1\n  w2\n\n\n", " w1\nw2"),
    "literal, kept": ("text: |+\n  w1\n\n\nid: 3", "w1\n\n\n"),
    "folded": ("text: >\n  w1\n  w2\n\n  w3\n   w4\n", "w1 w2\nw3\n w4\n"),
    "folded, stripped": ("text: >-\n  w1\n  w2  \n  w3", "w1 w2   w3"),
    "with a tag and an anchor": ("text: !!str &here w1 w2", "w1 w2"),
    "in braces": ('{text: "w1", id: a}', "w1"),
    "a comment after it": ("text: w1 # w2\n# w3", "w1"),
    "a comment after a block": ("text: |\n  w1 # w2\n# w3\n", "w1 # w2\n"),
    "emoji before it": ("😀: 😀\ntext: w1 😀 w2", "w1 😀 w2"),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("source", "body"), SCALARS.values(), ids=SCALARS)
def test_each_style_of_scalar_is_read_and_placed(source: str, body: str, line_end: str) -> None:
    found = document("post.yaml", source.replace("\n", line_end))
    assert texts(found.posts[0]) == [body]
    assert_words_in_place(found)


def test_values_are_not_mangled() -> None:
    found = post(
        "post.yml",
        "text: no\ntitle: 1.10\non: off\na: yes\nb: 2026-01-01\nc: 1.10\nd: 007\ne: 3\nf: 2.5\ng: true\nh: ~\ni: '3'\nj: 1_000\n",
    )
    assert parts(found) == [("body", "no"), ("title", "1.10")]
    assert found.metadata == {
        "on": "off",
        "a": "yes",
        "b": "2026-01-01",
        "c": "1.10",
        "d": "007",
        "e": 3,
        "f": 2.5,
        "g": True,
        "h": None,
        "i": "3",
        "j": "1_000",
    }


def test_lists_wrappers_and_documents_hold_posts() -> None:
    for source in (
        "- text: w1\n- text: w2\n",
        "campaign: x\nposts:\n- text: w1\n- text: w2\n",
        "text: w1\n---\ntext: w2\n",
        "%YAML 1.1\n---\ntext: w1\n...\n---\n{text: w2}\n",
    ):
        found = document("posts.yaml", source)
        assert [one.name for one in found.posts] == ["record 1", "record 2"]
        assert_words_in_place(found)


def test_other_documents_give_every_text_with_its_key_path() -> None:
    found = post(
        "page.yaml",
        "cover: {words: Look w3 here}\nhero:\n  - heading: Come w1 in\n    slug: come-in\nfooter: {text: w2}\n",
    )
    assert [(one.label, one.text) for one in found.fields] == [
        ("cover.words", "Look w3 here"),
        ("hero[0].heading", "Come w1 in"),
        ("footer.text", "w2"),
    ]


def test_an_alias_is_read_where_its_text_stands() -> None:
    found = document(
        "posts.yaml", "base: &base {text: w1, channel: x}\nposts:\n- <<: *base\n  channel: y\n- *base\n"
    )
    assert [dict(one.metadata) for one in found.posts[:2]] == [{"channel": "y"}, {"channel": "x"}]
    assert_words_in_place(found)


def test_a_key_that_is_there_twice_is_said() -> None:
    found = document("post.yaml", "text: w1\ntext: w2\n")
    assert texts(found.posts[0]) == ["w1", "w2"]
    assert unread(found) == [("", "text", UnreadKind.PART)]


LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))


@pytest.mark.parametrize(
    "source",
    ["text: 'w1", "a: b: c", "text: [w1", "\tw1: x", "&a [*a]", "*w1", "text: w1\n\x07\n", "[" * 300, LAUGHS],
)
def test_broken_yaml_is_unread_with_its_line(source: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        document("post.yaml", source)
    assert "line " in refused.value.reason
    assert "w1" not in refused.value.reason


@pytest.mark.parametrize("source", ["", "# w1\n", "---\n", "{}", "a: 3"])
def test_yaml_without_text_has_no_post(source: str) -> None:
    assert not document("post.yaml", source).posts
