from __future__ import annotations

import pytest

from socialint.model.documents import Part
from socialint.readers.names import Fact, Names, Role, Special, looks_like_body

KNOWN: dict[str, Role | None] = {
    "Text": Part.BODY,
    "post_content": Part.BODY,
    "messageText": Part.BODY,
    "MESSAGE_TEXT": Part.BODY,
    "Post Copy (max. 280)": Part.BODY,
    "Caption": Part.CAPTION,
    "Alt text picture 10": Part.ALT_TEXT,
    "Alt text(s) - Separated by ||": Part.ALT_TEXT,
    "Comments / feedback": Part.INTERNAL,
    "Image/Video": Special.MEDIA,
    "Text / Date": None,
    "Foo/": None,
    "Comments": Part.INTERNAL,
    "Status comment": Part.INTERNAL,
    "Twitter/X Poll Option 3": Part.POLL,
    "seo_title": Part.TITLE,
    "og:description": Part.DESCRIPTION,
    "Date - Intl. format or prompt": Special.DATE,
    "scheduleDate": Special.DATE,
    "Picture Url 4": Special.MEDIA,
    "In-Reply-To": Special.PARENT,
    "Social Network": Fact("channel"),
    "post_type": Special.KIND,
    "Status": None,
    "": None,
}


@pytest.mark.parametrize(("name", "role"), KNOWN.items())
def test_a_name_says_what_stands_there(name: str, role: Role | None) -> None:
    assert Names.of({}).role(name) == role


def test_the_configuration_comes_first() -> None:
    names = Names.of({"body": ["Was", "Notes"], "channel": ["Wo"], "sku": ["Nummer"], "publish_at": ["Wann"]})
    assert [names.role(name) for name in ("was", "NOTES", "Wo", "Nummer", "Wann", "Text")] == [
        Part.BODY,
        Part.BODY,
        Fact("channel"),
        Fact("sku"),
        Special.DATE,
        Part.BODY,
    ]


@pytest.mark.parametrize(
    ("name", "is_body"),
    [
        ("LinkedIn copy", True),
        ("Copy EN", True),
        ("Text for Instagram", True),
        ("Post topic", False),
        ("Link to post", False),
        ("Copy owner", False),
        ("We copy what you say and post it", False),
    ],
)
def test_a_name_may_look_like_that_of_a_text(name: str, is_body: bool) -> None:
    assert looks_like_body(name) is is_body
