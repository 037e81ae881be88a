from __future__ import annotations

import pytest

from socialint.model.places import Landmark, LineIndex, Location, Origin, Span, counting

PAGES = Origin(LineIndex("one\ntwo\n\nthree"), landmarks=(Landmark(4, "page 2"), Landmark(9, "page 3")), lined=False)  # fmt: skip


@pytest.mark.parametrize(("start", "landmark"), [(0, ""), (4, "page 2"), (8, "page 2"), (9, "page 3")])
def test_a_place_has_the_landmark_before_its_first_character(start: int, landmark: str) -> None:
    assert PAGES.locate(Span(start, 12)).landmark == landmark


def test_a_text_that_is_its_own_source_has_its_own_lines() -> None:
    assert PAGES.locate(Span(4, 7)) == Location(2, 1, 2, 4, "page 2", lined=False)


def test_numbers_in_names_count_as_numbers() -> None:
    assert sorted(["row 11", "row 2", "D7", ""], key=counting) == ["", "D7", "row 2", "row 11"]


def test_a_landmark_quotes_its_heading_only_where_its_words_are_given() -> None:
    landmark = Landmark(9, "below heading 2", Span(0, 8), "paragraph 3")
    assert landmark.told() == "below heading 2, paragraph 3"
    assert landmark.told("Flu week") == "below heading 2 “Flu week”, paragraph 3"
