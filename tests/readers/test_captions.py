from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint.errors import UnreadableDocument
from socialint.model.documents import Part
from tests.readers.reading import assert_words_in_place, document, parts, place, post, texts

SRT = """1
00:00:01,000 --> 00:00:04,000
{\\an8}<i>w1 our tea</i>

2
00:00:04,000 --> 00:00:06,500 X1:10 Y1:20
cures w2
&amp; w3.

7
01:02:06,500 --> 01:02:08,000
- Really?
- <font color="red">w4</font> yes
"""
VTT = """WEBVTT - w1 draft
Kind: captions

STYLE
::cue { color: red }

NOTE w2 ask Ana
before it goes out

intro
00:01.000 --> 00:04.000 align:start position:0%
<v Ana Ruiz>w3 our <c.loud>te</c>a</v>

00:04.000 --> 00:06.000
w3 our tea
<00:04.500><c>cures</c> w4

NOTE
w5

00:59:59.000 --> 01:00:01.000
<v Ana Ruiz>w6
"""
FILES = {
    "srt": ("a.srt", SRT, "w1 our tea cures w2 & w3.\n- Really?\n- w4 yes"),
    "windows": ("a.srt", SRT.replace("\n", "\r\n"), "w1 our tea cures w2 & w3.\n- Really?\n- w4 yes"),
    "vtt": ("a.vtt", VTT, "w3 our tea cures w4\nw6"),
    "blank lines in a cue": ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nw1\n\nw2\n\n2\n00:00:02,000 --> 00:00:03,000\nw3", "w1 w2 w3"),
    "no numbers": ("a.srt", "00:01,000 --> 00:02,000\nw1\n00:02,000 --> 00:03,000\nw2", "w1 w2"),
    "no blank lines": ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nw1\n2\n00:00:02,000 --> 00:00:03,000\nw2", "w1 w2"),
    "rolling": ("a.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nw1 says\n\n00:02.000 --> 00:04.000\nw1 says<00:02.500><c> it w2</c>\n\n00:04.000 --> 00:06.000\nw1 says it w2\nw3", "w1 says it w2 w3"),
    "a lost beginning": ("a.srt", "w1 lost\n\n2\n00:00:01,000 --> 00:00:02,000\nw2", "w1 lost w2"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "source", "body"), FILES.values(), ids=FILES)
def test_cues_are_joined_and_every_word_is_placed(name: str, source: str, body: str) -> None:
    found = document(name, source)
    assert texts(found.posts[0]) == [body]
    assert_words_in_place(found)


def test_a_place_names_the_cue_and_its_time() -> None:
    (body,) = post("a.srt", SRT).fields
    assert place(body, "our tea cures").landmark == "cue 1, 0:01"
    assert place(body, "cures").landmark == "cue 2, 0:04"
    assert place(body, "yes").landmark == "cue 7, 1:02:06"


def test_who_speaks_and_notes_travel_with_the_file() -> None:
    assert parts(post("a.vtt", VTT))[1:] == [
        ("internal", "- w1 draft\nKind: captions"),
        ("internal", "w2 ask Ana\nbefore it goes out"),
        ("internal", "Ana Ruiz"),
        ("internal", "w5"),
    ]


@pytest.mark.parametrize("source", ["", "\n\n", "WEBVTT\n\n"])
def test_captions_without_words_are_no_post(source: str) -> None:
    assert not document("a.vtt", source).posts


def test_captions_without_times_are_refused() -> None:
    with pytest.raises(UnreadableDocument, match="no times"):
        document("a.srt", "Our tea cures arthritis.")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("ab é😀'.,!", min_size=1, max_size=12), min_size=1, max_size=6), st.booleans())
def test_what_cues_say_is_what_is_read(cues: list[str], web: bool) -> None:
    mark = "." if web else ","
    blocks = [
        f"{at}\n00:00:{at:02}{mark}000 --> 00:00:{at:02}{mark}900\n{cue}\n" for at, cue in enumerate(cues)
    ]
    found = document("a.vtt" if web else "a.srt", ("WEBVTT\n\n" if web else "") + "\n".join(blocks))
    said = [cue.strip() for cue in cues if cue.strip()]
    kept = [
        cue.removeprefix(before + " ").strip() if before else cue
        for before, cue in pairwise(["", *said])
        if cue != before
    ]
    assert " ".join(text for one in found.posts for text in texts(one, Part.BODY)) == " ".join(kept)
