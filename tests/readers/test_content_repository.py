"""Content as code: several posts in a Markdown file, `.tweet`, templates and shortcodes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.model.documents import Part
from socialint.readers import can_read
from tests.readers.reading import assert_words_in_place, document, parts, place, post, texts

CAMPAIGN = """---
campaign: spring
publish_at: 2026-04-01
---

# Spring campaign

## Facebook

Our tea w1 is here. [Order](https://x.example)

---

*Results w2 vary.*

## Instagram and LinkedIn

![A cup](cup.png)

Tea w3!
"""


def test_headings_that_name_channels_part_a_file_into_posts() -> None:
    above, facebook, both = document("campaign.md", CAMPAIGN).posts
    assert parts(above) == [("internal", "Spring campaign")]
    assert (facebook.name, texts(facebook)) == (
        "post 1, facebook",
        ["Our tea w1 is here. Order\n\nResults w2 vary."],
    )
    assert (both.name, texts(both), texts(both, Part.ALT_TEXT)) == (
        "post 2, instagram, linkedin",
        ["Tea w3!"],
        ["A cup"],
    )
    assert facebook.metadata["channel"] == "facebook"
    assert both.metadata["channel"] == ["instagram", "linkedin"]
    assert {one.metadata["publish_at"] for one in (above, facebook, both)} == {"2026-04-01"}
    assert_words_in_place(document("campaign.md", CAMPAIGN))


def test_what_a_numbered_heading_says_of_its_post_belongs_to_it() -> None:
    _, second = document("posts.md", "## Post 1: Flu week\n\nGet it.\n\n## Post 2: Tea\n\nDrink it.").posts
    assert (second.name, texts(second)) == ("post 2", ["Tea\n\nDrink it."])


@pytest.mark.parametrize(
    "article",
    [
        "# Why we blog\n\n## Facebook\n\nWe post there.\n\n## What we learned\n\nA lot.\n",
        "Our tea helps.\n\n---\n\nResults vary.\n\n---\n\nAsk us.\n",
        "# Instagram\n\nOnly one heading.\n",
        "Tea\n---\nnote: see below\n\nmore\n---\n",
    ],
)
def test_an_article_stays_one_post(article: str) -> None:
    assert len(document("article.md", article).posts) == 1


def test_a_further_front_matter_begins_a_further_post() -> None:
    file = "---\nchannel: x\n---\nTea w1\n\n---\nchannel: facebook\nalt: A cup w2\n---\n\nTea w3\n"
    first, second = document("posts.md", file).posts
    assert (first.name, first.metadata["channel"], texts(first)) == ("post 1", "x", ["Tea w1"])
    assert (second.name, second.metadata["channel"], texts(second)) == ("post 2", "facebook", ["Tea w3"])
    assert texts(second, Part.ALT_TEXT) == ["A cup w2"]
    assert_words_in_place(document("posts.md", file))


@given(
    posts=st.lists(
        st.tuples(
            st.sampled_from(["Facebook", "**LinkedIn**", "Instagram", "Post 4 – Bluesky"]), st.integers(0, 3)
        ),
        max_size=5,
    )
)
def test_no_word_is_lost_between_posts(posts: list[tuple[str, int]]) -> None:
    number = 0
    written, said = ["w0"], ["w0"]
    for heading, count in posts:
        own = [f"w{number + one}" for one in range(1, count + 1)]
        number += count
        said += own
        written += [f"## {heading}", *own]
    found = document("posts.md", "\n\n".join(written))
    told = " ".join(one.text for every in found.posts for one in every.fields).split()
    assert [word for word in told if word in said] == said
    assert_words_in_place(found)


def test_a_tweet_file_is_posted_as_it_stands() -> None:
    found = post("launch.tweet", "---\nmedia:\n  - file: cup.png\n    alt: A cup\n---\n\nOur *tea* w1 <b>!\n")
    assert parts(found) == [("alt_text", "A cup"), ("body", "Our *tea* w1 <b>!")]
    assert found.metadata["channel"] == "x"
    assert found.metadata["media"] == [{"type": "image", "source": "cup.png", "alt": "A cup"}]


def test_rules_part_a_tweet_file_into_a_thread() -> None:
    file = "Tea w1\n\n---\n\nTea w2\n\nWhich w3?\n\n( ) Green w4\n( ) Black w5\n"
    first, second = document("thread.tweet", file).posts
    assert (first.name, texts(first)) == ("post 1", ["Tea w1"])
    assert texts(second) == ["Tea w2\n\nWhich w3?"]
    assert texts(second, Part.POLL) == ["Green w4", "Black w5"]
    assert [one.metadata["position"] for one in (first, second)] == [1, 2]
    assert_words_in_place(document("thread.tweet", file))


def test_what_a_shortcode_shows_is_read() -> None:
    file = (
        'Tea.\n\n{{< figure src="cup.png" alt="A cup w1" caption="Cures w2" >}}\n\n'
        "{% include figure.html alt='A pot w3' %}\n{% assign title = \"no text\" %}\n\n{{% notice %}}Ask w4{{% /notice %}}\n"
    )
    found = post("tea.md", file)
    assert texts(found)[0].split() == ["Tea.", "Ask", "w4"]
    assert texts(found, Part.ALT_TEXT) == ["A cup w1", "A pot w3"]
    assert texts(found, Part.CAPTION) == ["Cures w2"]
    assert_words_in_place(document("tea.md", file))


@pytest.mark.parametrize(
    ("name", "template", "said"),
    [
        ("page.liquid", "<p>{% if a %}Hello {{ name }}{% endif %}, our tea</p>", "Hello ___, our tea"),
        ("page.hbs", "<p>{{#if a}}Our tea{{/if}}</p>", "Our tea"),
        ("mail.html.erb", "<p>Dear <%= @name %>, our tea</p>", "Dear ___, our tea"),
        ("post.md.j2", "{% for x in y %}\n\nOur *tea*\n\n{% endfor %}", "Our tea"),
        ("page.html", "<p>{{> head}}Our tea</p>", "Our tea"),
    ],
)
def test_a_template_is_read_as_what_it_makes(name: str, template: str, said: str) -> None:
    found = post(name, template)
    assert texts(found) == [said]
    here = place(found.fields[0], "tea")
    line = template.splitlines()[here.line - 1]
    assert line[here.column - 1 : here.end_column - 1] == "tea"


@pytest.mark.parametrize("name", ["nginx.conf.j2", "deploy.yaml.j2", "mailer.rb.erb", "Chart.tmpl"])
def test_a_template_of_a_program_is_no_draft(name: str) -> None:
    assert not can_read(name)
