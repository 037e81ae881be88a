"""What is shipped about channels, and what a user's own rule files say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint.errors import UserError
from socialint.model.channels import Channel, Counting, Figure, Limit
from socialint.model.policy import Policy
from socialint.policy import load
from socialint.shipped import shipped_rules


def policy(folder: Path, *channels: str) -> Policy:
    files = []
    for number, one in enumerate(channels):
        files.append(folder / f"house-{number}.yaml")
        files[-1].write_text(f"pack: house-{number}\nchannels: {one}\n", encoding="utf-8")
    return load([], house=files, vocabulary=shipped_rules() / "vocabulary", version="1")


def figures(channel: Channel) -> list[Figure]:
    single = [one for one in (channel.fold, channel.hashtags, channel.links) if one is not None]
    return [*single, *(limit for limits in channel.length.values() for limit in limits)]


@pytest.mark.parametrize("name", policy(Path(), *()).channels)
def test_every_shipped_figure_says_who_says_so_and_since_when(name: str) -> None:
    for figure in figures(policy(Path()).channels[name]):
        assert figure.value and figure.source and figure.as_of and figure.confidence
        assert not isinstance(figure, Limit) or figure.counted is not None


def test_a_rule_file_of_the_user_has_the_last_word_on_each_figure(tmp_path: Path) -> None:
    own = "{mastodon: {length: {body: 5000}}, mychart: {length: {body: {value: 900, counted: bytes}}}}"
    known = policy(tmp_path, own).channels
    assert known["mastodon"].length["body"] == (Limit(5000, counted=Counting.LINKS_AS_23),)
    assert known["mastodon"].length["alt_text"][0].value == 1500
    assert known["mychart"].length["body"] == (Limit(900, counted=Counting.BYTES),)
    assert known["x"] == policy(tmp_path).channels["x"]


def test_two_files_that_disagree_are_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="another file says otherwise of “x”"):
        policy(tmp_path, "{x: {fold: 200}}", "{x: {fold: 100}}")
    assert policy(tmp_path, "{x: {fold: 200}}", "{x: {fold: 200}}").channels["x"].fold == Figure(200)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{X: {fold: 200}}", "a channel in small letters"),
        ("{x: {folds: 200}}", "folds"),
        ("{x: {length: 200}}", "limits by field"),
        ("{x: {length: {image_text: 200}}}", "image_text"),
        ("{x: {length: {body: {value: 200, counted: letters}}}}", "letters"),
    ],
)
def test_a_slip_is_told(tmp_path: Path, written: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        policy(tmp_path, written)
