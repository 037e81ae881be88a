"""WordPress's export and other feeds: what a site shows, at its place; nothing is fetched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.errors import UnreadableDocument
from socialint.model.documents import Source
from socialint.readers import read
from tests.readers.reading import document, parts, place, post

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/">'
    "<channel><title>Clinic</title>\n"
)
FOOT = "</channel></rss>"
ITEM = """<item>
<title>Tea &amp; sleep</title>
<content:encoded><![CDATA[<!-- wp:paragraph {"dropCap":true} -->
<p>Our tea <b>cures</b> &quot;everything&quot;.</p>
<!-- /wp:paragraph -->
[caption id="a_1" align="left"]<img src="tea.jpg" alt="A cup of tea" /> A cup[/caption][gallery ids="1,2"]
]]]]><![CDATA[> ends here]]></content:encoded>
<excerpt:encoded><![CDATA[About tea]]></excerpt:encoded>
<wp:post_id>12</wp:post_id>
<wp:post_date><![CDATA[2026-03-04 10:00:00]]></wp:post_date>
<wp:status><![CDATA[draft]]></wp:status>
<wp:post_type><![CDATA[post]]></wp:post_type>
<wp:postmeta><wp:meta_key><![CDATA[_yoast_wpseo_metadesc]]></wp:meta_key><wp:meta_value><![CDATA[Tea that heals]]></wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key><![CDATA[_edit_last]]></wp:meta_key><wp:meta_value><![CDATA[1]]></wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_content><![CDATA[It cured me]]></wp:comment_content></wp:comment>
</item>
"""


def test_a_post_of_wordpress_is_read_as_it_is_shown() -> None:
    found = post("site.xml", HEAD + ITEM + FOOT)
    assert parts(found) == [
        ("title", "Tea & sleep"),
        ("body", 'Our tea cures "everything".\n\nA cup ]]> ends here'),
        ("alt_text", "A cup of tea"),
        ("description", "About tea"),
        ("description", "Tea that heals"),
    ]
    assert (found.name, found.record, found.metadata["publish_at"]) == (
        "item 1, 2026-03-04",
        "12",
        "2026-03-04T10:00:00",
    )


def test_a_place_in_an_export_is_that_in_the_file() -> None:
    written = HEAD + "ä😀".join(("<!-- ", " -->")) + ITEM + FOOT
    found = place(post("site.xml", written).fields[1], "cures")
    line = written.splitlines()[found.line - 1]
    assert line[found.column - 1 : found.end_column - 1] == "cures"


@given(said=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_a_title_comes_out_of_a_feed_as_it_went_in(said: str) -> None:
    escaped = said.replace("&", "&amp;amp;").replace("<", "&amp;lt;")
    found = document("feed.xml", f"{HEAD}<item><title>{escaped}</title></item>{FOOT}")
    told = [one.text for every in found.posts for one in every.fields]
    assert " ".join("".join(told).split()) == " ".join(said.split())


@pytest.mark.parametrize("kind", ["nav_menu_item", "revision", "wp_global_styles", "acf-field"])
def test_what_wordpress_does_not_show_is_no_post(kind: str) -> None:
    item = ITEM.replace("[CDATA[post]]", f"[CDATA[{kind}]]")
    assert not document("site.xml", HEAD + item + FOOT).posts


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>',
        "<rss><channel>",
        "<project><name>A build, no feed</name></project>",
        "",
    ],
)
def test_other_xml_is_refused_where_it_is_named_and_no_draft_in_a_folder(text: str) -> None:
    assert not read(Source("pom.xml", text.encode())).posts
    with pytest.raises(UnreadableDocument) as refused:
        read(Source("pom.xml", text.encode(), named=True))
    assert refused.value.hint
