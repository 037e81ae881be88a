"""What --diff shows of a file, and what it never shows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from socialint.fixes.diff import diff
from socialint.reporters.paint import Paint
from tests.fixes.house import fixed, linter


def shown(name: str, text: str, *, private: bool = True, unsafe: bool = True) -> str:
    """The diff of a text."""
    found = fixed(name, text.encode(), unsafe=unsafe, private=private)
    return diff(linter(private=private), found, Paint(False))


def test_a_diff_shows_the_lines_that_change_and_one_around_them() -> None:
    assert shown("a.md", "One.\n\nTwo.\nIt cures colds.\nThree.\nFour.\n") == (
        "--- a.md\n+++ a.md\n@@ -3,3 +3,3 @@\n Two.\n-It cures colds.\n+It eases colds.\n Three.\n"
    )


def test_nothing_that_identifies_a_person_is_in_a_diff() -> None:
    text = "MRN 0048 was MRN 0049.\r\nIt cures MRN 0049.\r\n"
    printed = shown("a.txt", text, unsafe=False)
    assert "004" not in printed
    assert printed.splitlines()[3:] == [
        " [MRN 1] was [MRN 2].",
        "-It cures [MRN 2].",
        "+It eases [MRN 2].",
        " ",
    ]


def test_what_no_post_says_is_left_out_of_a_diff() -> None:
    table = "id,channel,copy\nWilhelmina Quorn,x,It cures colds\n"
    assert shown("a.csv", table).splitlines()[3:] == [" …", "-…,It cures colds", "+…,It eases colds", " "]
    page = '<p data-id="Quorn">It cures colds</p>'
    assert shown("a.html", page).splitlines()[3:] == ['-<…">It cures colds</…>', '+<…">It eases colds</…>']


def test_an_escape_of_json_is_shown_as_it_stands() -> None:
    line = '{"id": "Quorn", "text": "It cures colds.\\n\\u00c9t\\u00e9."}\n'
    assert shown("a.jsonl", line).splitlines()[4] == '+{"…": "It eases colds.\\n\\u00c9t\\u00e9."}'


def test_where_nobody_looks_for_persons_only_the_words_that_change_are_shown() -> None:
    printed = shown("a.txt", "Mrs Quorn says it cures colds.\n", private=False)
    assert printed.splitlines()[3:] == ["-…cures…", "+…eases…", " "]


def test_a_draft_cannot_steer_the_terminal_through_a_diff() -> None:
    printed = shown("a.txt", "It cures\x1b[2J colds\u202e.\n")
    assert "\x1b" not in printed
    assert "\u202e" not in printed


WAYS = {
    "a.txt": "{text}\n",
    "a.md": "---\nid: MRN {number}\ntitle: {text}\n---\n{text}\n",
    "a.html": '<p data-id="{number}">{text}</p><!-- MRN {number} -->\n',
    "a.csv": "id,channel,copy\n{number},x,\"{text}\"\n",
    "a.jsonl": '{{"id": "{number}", "x{number}": 1, "text": "{text}"}}\n',
}  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    number=st.from_regex(r"[1-9][0-9]{6}", fullmatch=True),
    pieces=st.lists(st.sampled_from(["It cures all", "MRN {}", "very", "tea", "(MRN {})", "ok"]), min_size=2, max_size=6),
    name=st.sampled_from(sorted(WAYS)),
    unsafe=st.booleans(),
)  # fmt: skip
def test_no_diff_shows_a_number_that_identifies_a_person(
    number: str, pieces: list[str], name: str, unsafe: bool
) -> None:
    text = " ".join(pieces).replace("{}", number)
    printed = shown(name, WAYS[name].format(text=text, number=number), unsafe=unsafe)
    assert number not in printed
    assert number[:4] not in printed
