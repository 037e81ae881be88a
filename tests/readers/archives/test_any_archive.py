"""Whatever stands where an archive has its posts is read or refused, and keeps its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.reading import read_or_refused

KEYS = (
    "tweet noteTweet core text full_text id_str created_at createdAt entities urls expanded_url extended_entities "
    "media type timestamp data post attachments uri creation_timestamp title description external_context url name "
    "@context orderedItems object content summary published attachment oneOf entries assets sys id fields en-US "
    "nodeType value marks ig_stories"
).split()
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=8),
    st.sampled_from(
        ["OrderedCollection", "document", "paragraph", "text", "Create", "<p>a &amp; b</p>", "RT @a: b"]
    ),
    st.text(st.sampled_from("\u00c3\u00a9\u00e2\u0080\u0099\u00f0\u009f\u0098\u0080"), max_size=8),
)
TREES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=20,
)
MARKED = (
    "<rss>", "</rss>", "<channel>", "</channel>", "<item>", "</item>", "<title>", "</title>", "<content:encoded>",
    "</content:encoded>", "<![CDATA[", "]]>", "<!-- wp:a -->", "&amp;", "&#65;", "&nope;", "<p>", "</p>", "tea", " ",
    "\r\n", "é😀", '[caption id="a"]', "[/caption]", "<?a?>", "<!DOCTYPE a>", "<wp:postmeta>", "</wp:postmeta>",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(tree=TREES, ascii_only=st.booleans())
@pytest.mark.parametrize("head", ["", "window.YTD.tweets.part0 = "])
def test_any_tree_of_an_archives_keys_is_read_or_refused(head: str, tree: object, ascii_only: bool) -> None:
    written = head + json.dumps(tree, ensure_ascii=ascii_only)
    read_or_refused("tweets.js" if head else "posts.json", written.encode("utf-8", "surrogatepass"))


@settings(max_examples=200, deadline=None)
@given(
    pieces=st.lists(st.sampled_from(MARKED), max_size=15),
    around=st.booleans(),
)
def test_any_markup_is_read_or_refused_as_a_feed(pieces: list[str], around: bool) -> None:
    inside = "".join(pieces)
    read_or_refused(
        "site.xml", (f"<rss><channel><item>{inside}</item></channel></rss>" if around else inside).encode()
    )
