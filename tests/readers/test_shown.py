"""A picture beside a draft belongs to the post that shows it."""

from __future__ import annotations

from io import BytesIO

import pytest

from socialint.model.documents import Document, Part, Source
from socialint.model.places import Span
from socialint.readers import read
from socialint.readers.pictures import ocr
from socialint.readers.shown import Pictures, with_pictures
from tests.readers.pictures.test_picture import drawn
from tests.readers.reading import assert_places, texts

CUP = "img/cup.png"


def shown(name: str, draft: str, *pictures: str, words: str = "Results vary") -> tuple[Document, list[str]]:
    file = BytesIO()
    drawn(words).save(file, "PNG")
    beside = Pictures([Source(picture, file.getvalue()) for picture in pictures])
    found = with_pictures(read(Source(name, draft.encode())), beside)
    assert_places(found.document)
    return found.document, [one.name for one in found.seen]


@pytest.mark.parametrize(
    ("name", "draft", "picture"),
    [
        ("tea.md", "---\nmedia: [{source: img/cup.png}]\n---\n\nOur tea", CUP),
        ("blog/tea.md", "Our tea\n\n![A cup](../img/cup.png)", CUP),
        ("blog/tea.md", "Our tea\n\n![A cup](/img/cup.png)", "static/img/cup.png"),
        ("tea.html", '<p>Our tea</p><img src="img/a%20cup.png?w=200" alt="A cup">', "img/a cup.png"),
        ("plan/week.csv", "text,image\nOur tea,cup.png\n", "plan/visuals/cup.png"),
        ("plan/week.yaml", "- text: Our tea\n  image: img\\cup.png\n", "plan/img/cup.png"),
        ("tea.tweet", "---\nmedia:\n  - file: cup.png\n---\nOur tea", "cup.png"),
    ],
)
def test_the_words_of_a_picture_are_those_of_the_post_that_shows_it(
    name: str, draft: str, picture: str
) -> None:
    document, seen = shown(name, draft, picture, "elsewhere/other.png")
    (post,) = document.posts
    assert texts(post, Part.IMAGE_TEXT) == ["Results vary"]
    assert [one["text"] for one in post.metadata["media"]] == ["Results vary"]  # type: ignore[attr-defined]
    assert seen == [picture]
    where = post.fields[-1].locate(Span(0, 7))
    assert where.landmark.startswith("picture 1, pixels ")
    assert not where.lined


@pytest.mark.parametrize(
    ("source", "pictures"),
    [
        ("cup.png", ["a/cup.png", "b/cup.png"]),
        ("https://clinic.example/img/cup.png", [CUP]),
        ("../../cup.png", [CUP]),
        ("up.png", [CUP]),
        ("", [CUP]),
    ],
)
def test_what_may_be_another_picture_is_left_alone(source: str, pictures: list[str]) -> None:
    document, seen = shown("tea.md", f"---\nmedia: [{{source: '{source}'}}]\n---\n\nOur tea", *pictures)
    assert not texts(document.posts[0], Part.IMAGE_TEXT)
    assert not seen


def test_a_picture_whose_words_the_draft_tells_is_checked_by_itself() -> None:
    _, seen = shown("tea.md", "---\nmedia: [{source: img/cup.png, text: Tea}]\n---\n\nOur tea", CUP)
    assert not seen


def test_a_picture_that_nobody_read_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    document, seen = shown("tea.md", "![A cup](img/cup.png)", CUP)
    assert document.posts[0].metadata["media"] == [{"type": "image", "source": CUP, "alt": "A cup"}]
    assert not seen
