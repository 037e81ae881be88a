from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from socialint.discover import Discovery, Verdict, discover
from socialint.errors import UnreadableDocument
from socialint.readers import MAX_BYTES, read, refusal

Look = Callable[..., Discovery]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def look(tree: Path) -> Look:
    def look(*paths: str, root: Path = tree, **options: Any) -> Discovery:
        return discover(paths, root=root, refusal=refusal, **options)

    return look


def write(tree: Path, *names: str, text: str = "hello") -> None:
    for name in names:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(text)


def checked(found: Discovery) -> Sequence[str]:
    return [source.name for source in found.sources]


def verdicts(found: Discovery) -> dict[str, str]:
    return {one.name: one.verdict.value for one in found.files}


def test_what_is_no_draft_in_any_project_is_passed_over(tree: Path, look: Look) -> None:
    write(
        tree,
        "node_modules/tea/readme.md",
        "site/registers/staff.csv",
        "policy/house.yaml",
        "docs/Social media policy.md",
        "your_facebook_activity/messages/inbox/jo_1/message_1.json",
        "ads_information/ads_interests.json",
    )
    posts = "your_facebook_activity/posts/your_posts_1.json"
    write(tree, "policy/privacy.md", posts, "messages/may.json")
    found = look(".")
    assert checked(found) == ["messages/may.json", "policy/privacy.md", posts]
    assert found.skipped["not_drafts"] == 6


def test_a_folder_is_walked_in_a_fixed_order(tree: Path, look: Look) -> None:
    write(tree, "b.md", "a/z.txt", "a/b/c.csv", "B.md", "a.json")
    assert checked(look(".")) == ["B.md", "a.json", "a/b/c.csv", "a/z.txt", "b.md"]
    assert checked(look("a")) == ["a/b/c.csv", "a/z.txt"]


@pytest.mark.parametrize("paths", [[".", "a.md"], ["a.md", "."], ["./a.md", "a.md"], ["a.md", "link.md"], ["sub/../a.md", "."]])  # fmt: skip
def test_each_file_is_there_once_however_it_is_named(tree: Path, look: Look, paths: list[str]) -> None:
    write(tree, "a.md", "sub/.keep")
    (tree / "link.md").symlink_to("a.md")
    found = look(*paths)
    assert checked(found) == ["a.md"]
    assert found.sources[0].named


def test_names_are_relative_to_the_configuration_or_as_given(tree: Path, look: Look) -> None:
    write(tree, "project/drafts/a.md", "elsewhere/b.md")
    assert checked(look("project", "elsewhere", root=tree / "project")) == ["drafts/a.md", "elsewhere/b.md"]
    absolute = str(tree / "elsewhere" / "b.md")
    assert checked(look(absolute, root=tree / "project")) == [absolute.replace(os.sep, "/")]
    assert checked(look("../elsewhere", root=tree / "project")) == []


def test_git_and_socialint_ignore_files_are_respected_at_every_level(tree: Path, look: Look) -> None:
    write(
        tree,
        "a.md",
        "out/b.md",
        "in/c.md",
        "in/d.md",
        "in/keep/e.md",
        "in/deep/f.md",
        "drafts/g.md",
        "x/drafts/h.md",
    )
    write(tree, ".gitignore", text="out/\nd.md\n/drafts\n\n# a remark\n!\n")
    write(tree, "in/.gitignore", text="!d.md\nkeep/*\n!keep/e.md\n")
    write(tree, "in/.socialintignore", text="deep\nc.md\n")
    found = look(".")
    assert checked(found) == ["a.md", "in/d.md", "in/keep/e.md", "x/drafts/h.md"]
    assert verdicts(found) | {"out/": "ignored", "in/deep/": "ignored", "in/c.md": "ignored", "drafts/": "ignored"} == verdicts(found)  # fmt: skip
    assert found.skipped["ignored"] == 4
    assert ("in/c.md", ".socialintignore") in {(one.name, one.reason) for one in found.files}


def test_ignore_files_above_the_named_folder_hold_up_to_the_repository(tree: Path, look: Look) -> None:
    write(tree, ".gitignore", text="*.txt\n")
    write(
        tree,
        "repository/.git/HEAD",
        "repository/content/a.md",
        "repository/content/b.txt",
        "repository/content/c.csv",
    )
    write(tree, "repository/.gitignore", text="/content/c.csv\n")
    assert checked(look("repository/content")) == ["repository/content/a.md", "repository/content/b.txt"]


def test_a_folder_that_was_named_is_walked_even_if_it_is_ignored(tree: Path, look: Look) -> None:
    write(tree, "out/a.md", "out/b.txt", "out/deep/c.md")
    write(tree, ".gitignore", text="out/\n")
    write(tree, "out/.gitignore", text="*.txt\n")
    assert checked(look(".")) == []
    assert checked(look("out")) == ["out/a.md", "out/deep/c.md"]


def test_a_folder_of_registers_is_not_walked(tree: Path, look: Look) -> None:
    write(tree, "registers/old/staff.csv")
    found = look("registers/old", not_drafts={tree / "registers"})
    assert (checked(found), found.skipped["not_drafts"]) == ([], 1)


def test_what_was_named_outright_is_checked_whatever_ignores_it(tree: Path, look: Look) -> None:
    write(tree, ".gitignore", text="*.md\n")
    write(tree, "a.md", "README.md", "socialint.yaml", "out/b.txt", ".hidden.md")
    options: dict[str, Any] = {"exclude": ["out/**"], "include": ["nothing"]}
    named = ["a.md", "README.md", "socialint.yaml", "out/b.txt", ".hidden.md"]
    assert checked(look(*named, **options)) == sorted(named)
    forced = look(*named, **options, force_exclude=True)
    assert verdicts(forced) == {
        ".hidden.md": "ignored",
        "README.md": "ignored",
        "a.md": "ignored",
        "out/b.txt": "excluded",
        "socialint.yaml": "not_drafts",
    }


def test_by_force_a_named_file_is_left_out_where_a_walk_would_leave_it_out(tree: Path, look: Look) -> None:
    write(tree, "a.md", "package.json", ".github/bot.yml", "registers/staff.csv", "content/b.md", "b.pages")
    write(tree, "content/.socialintignore", "content/old/c.md", text="old/\n")
    named = [path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()]
    options: dict[str, Any] = {"not_drafts": {tree / "registers"}, "force_exclude": True}
    assert checked(look(*named, **options)) == checked(look(".", **options)) == ["a.md", "content/b.md"]
    assert [one.path for one in look(*named, **options).unread] == ["b.pages"]


def test_globs_of_the_configuration_count_from_its_folder(tree: Path, look: Look) -> None:
    write(tree, "content/a.md", "content/archive/b.md", "other/c.md", "content/d.txt")
    found = look(".", include=["content/**"], exclude=["content/archive/**", "*.txt"])
    assert checked(found) == ["content/a.md"]
    assert found.skipped == {"ignored": 0, "excluded": 3, "unknown_type": 0, "not_drafts": 0}


def test_what_is_never_a_draft_is_passed_over_and_counted(tree: Path, look: Look) -> None:
    ours = [
        "package.json",
        "~$draft.docx",
        "sub/requirements-dev.txt",
        "socialint.yaml",
        "LICENSE.txt",
        "poetry.lock",
        "README.md",
    ]
    write(tree, *ours, "registers/staff.csv", "policy/house.yaml", "pages/more.yaml", "sub/README.md", "a.md")
    write(tree, ".github/workflows/ci.yml", ".pre-commit-config.yaml")
    found = look(".", not_drafts={tree / "registers", tree / "policy/house.yaml", tree / "gone.csv"})
    assert checked(found) == ["a.md", "pages/more.yaml", "sub/README.md"]
    assert {name for name, verdict in verdicts(found).items() if verdict == Verdict.NOT_A_DRAFT} == {
        *ours,
        "registers/",
        "policy/house.yaml",
        ".pre-commit-config.yaml",
    }
    assert not any(name.startswith(".github") for name in verdicts(found))


def test_an_unknown_type_is_counted_in_a_folder_and_unread_by_name(tree: Path, look: Look) -> None:
    write(tree, "a.pages", "b.bin", "c.md")
    assert look(".").skipped["unknown_type"] == 2
    assert not look(".").unread
    found = look("a.pages", "b.bin", "gone.md", ".")
    assert [(one.path, one.reason) for one in found.unread] == [
        ("a.pages", ".pages files are not read yet"),
        ("b.bin", ".bin is not a known type of file"),
        ("gone.md", "there is no such file"),
    ]
    assert all(one.hint for one in found.unread)
    assert checked(found) == ["c.md"]


def test_links_are_followed_to_files_and_not_to_folders(tree: Path, look: Look) -> None:
    write(tree, "a/b.md", "outside.md")
    (tree / "a" / "loop").symlink_to(tree / "a", target_is_directory=True)
    (tree / "a" / "0.md").symlink_to("b.md")
    (tree / "a" / "linked.md").symlink_to(tree / "outside.md")
    (tree / "a" / "broken.md").symlink_to("nowhere.md")
    found = look("a")
    assert checked(found) == ["a/b.md", "a/linked.md"]
    assert [(one.path, one.reason) for one in found.unread] == [("a/broken.md", "a link that leads nowhere")]
    assert verdicts(found)["a/loop"] == "ignored"
    assert checked(look("a", ".")) == checked(look(".", "a")) == ["a/b.md", "outside.md"]
    assert checked(look("a/loop")) == ["a/loop/b.md", "a/loop/linked.md"]


def test_standard_input_has_the_name_it_is_given(look: Look) -> None:
    assert checked(look("-", stdin=b"hello")) == ["-"]
    assert read(look("-", stdin=b"hello").sources[0]).posts[0].fields[0].text == "hello"
    named = look("-", "-", stdin=b"text\nhello\n", stdin_filename="drafts/may.csv")
    assert checked(named) == ["drafts/may.csv"]
    assert read(named.sources[0]).posts[0].name == "row 2"
    assert [one.path for one in look("-", stdin=b"", stdin_filename="a.pages").unread] == ["a.pages"]
    forced = look("-", stdin=b"", stdin_filename="a.md", exclude=["*.md"], force_exclude=True)
    assert (checked(forced), forced.skipped["excluded"]) == ([], 1)


def test_bytes_are_read_when_they_are_asked_for_and_once(tree: Path, look: Look) -> None:
    write(tree, "a.md", "b.md")
    sources = look(".").sources
    write(tree, "a.md", text="later")
    first = sources[0]
    assert first.data == b"later"
    write(tree, "a.md", text="again")
    assert first.data == b"later"
    (tree / "b.md").unlink()
    with pytest.raises(UnreadableDocument, match="no such file"):
        read(sources[1])
    assert [len(sources), len(sources[1:])] == [2, 1]


def test_a_source_can_be_handed_to_another_process(tree: Path, look: Look) -> None:
    write(tree, "a.md")
    source = look(".").sources[0]
    again = pickle.loads(pickle.dumps(source))
    assert (again, again.data) == (source, b"hello")
    assert "hello" not in repr(again)


def test_no_more_is_read_of_a_big_file_than_shows_that_it_is(tree: Path, look: Look) -> None:
    with open(tree / "a.txt", "wb") as file:
        file.truncate(MAX_BYTES * 3)
    source = look(".", max_bytes=MAX_BYTES).sources[0]
    assert len(source.data) == MAX_BYTES + 1
    with pytest.raises(UnreadableDocument, match="bigger than"):
        read(source)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is always text")
def test_a_name_that_is_no_text_can_be_printed(tree: Path, look: Look) -> None:
    with open(os.fsencode(tree) + b"/\xff\n.md", "w") as file:
        file.write("hello")
    for found in (look("."), look(os.fsdecode(b"\xff\n.md"))):
        assert checked(found) == ["\\xff\\n.md"]
        assert found.sources[0].data == b"hello"
        assert found.sources[0].name.encode()


def test_a_name_that_no_file_can_have_is_unread(look: Look) -> None:
    assert [one.path for one in look("a\0b.md", "x" * 5000 + ".md").unread] == [
        "a\\x00b.md",
        "x" * 5000 + ".md",
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_what_may_not_be_read_is_unread(tree: Path, look: Look) -> None:
    write(tree, "a.md", "closed/b.md")
    (tree / "a.md").chmod(0)
    (tree / "closed").chmod(0)
    found = look(".")
    (tree / "closed").chmod(0o700)
    assert [one.path for one in found.unread] == ["a.md", "closed"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_never_opened(tree: Path, look: Look) -> None:
    os.mkfifo(tree / "pipe.md")
    assert [one.reason for one in look("pipe.md").unread] == ["not a file"]
    assert look(".").skipped["unknown_type"] == 1


def test_nothing_but_the_listing_of_a_deep_tree_is_needed(tree: Path, look: Look) -> None:
    deep = "/".join(["d"] * 60)
    write(tree, f"{deep}/a.md", ".gitignore", text="x\n")
    assert checked(look(".")) == [f"{deep}/a.md"]


def test_the_configuration_may_be_reached_through_a_link(tree: Path, look: Look) -> None:
    write(tree, "real/drafts/a.md")
    (tree / "link").symlink_to("real", target_is_directory=True)
    assert checked(look("real/drafts", root=tree / "link")) == ["drafts/a.md"]
