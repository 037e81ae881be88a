"""The exports and templates of scheduling tools, by their headers: what each column of them holds.

One entry a tool, and only what the usual names of columns (`names`) do not say, or say otherwise.
The headers are those of the vendors' own templates and help pages; two tools have files without
a header, and are known by where the date stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import regex

from socialint.model.documents import Part
from socialint.readers.dates import is_date
from socialint.readers.names import Fact, Role, Special, bare, short

_NUMBER = regex.compile(r"\d+$")
_CLOCK = regex.compile(r"\s*\d{1,2}[:.]\d{2}.*")


@dataclass(frozen=True, slots=True)
class Scheduler:
    """A tool whose files have a header. Names are written as the tool does."""

    tool: str
    known_by: Sequence[str]
    """Columns that are all there, in this tool's files alone."""
    columns: Mapping[str, Role] = field(default_factory=lambda: MappingProxyType({}))
    parted: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Columns one cell of which holds several values, and what parts them."""
    channel: str = ""
    """The one channel that its files are of, if they are of one."""

    def role(self, label: str) -> Role | None:
        """What the tool has in a column; None where the usual names say it."""
        return next((role for name, role in self.columns.items() if key(name) == key(label)), None)

    def parting(self, label: str) -> str:
        """What parts the values in a cell of a column; empty where it holds one."""
        return next((mark for name, mark in self.parted.items() if key(name) == key(label)), "")


@dataclass(frozen=True, slots=True)
class Positional:
    """A tool whose files have no header: tests of the first row's cells, and what they hold."""

    tool: str
    tests: Mapping[int, Callable[[str], bool]]
    columns: Sequence[Role | None]


SCHEDULERS: Sequence[Scheduler] = (
    Scheduler(
        "Buffer",
        ("Text", "Image URL", "Tags", "Posting Time"),
        {"Tags": Fact("tags"), "Board Name": Fact("board")},
    ),
    Scheduler("Sprout Social", ("date", "time_24hr", "message_text"), {"tag": Fact("tags")}),
    Scheduler(
        "Publer",
        ("Text", "Media URL(s)", "Alt text(s)", "Comment(s)"),
        {"Comment(s)": Part.FIRST_COMMENT, "Label(s)": Fact("tags"), "CTA": Fact("cta"), "Reminder": Fact("reminder")},
        {"Text": "||", "Alt text(s)": "||", "Comment(s)": "||"},
    ),
    Scheduler(
        "Publer, before 2025",
        ("Date", "Message", "Link", "Media URL(s)", "Title", "Labels"),
        {"Labels": Fact("tags")},
        {"Message": "||"},
    ),
    Scheduler(
        "Metricool",
        ("Text", "Date", "Time", "Draft", "Facebook", "Twitter/X", "LinkedIn", "GBP"),
        {
            "First Comment Text": Part.FIRST_COMMENT,
            "Document title": Part.TITLE,
            "Facebook Title": Part.TITLE,
            "Youtube Video Title": Part.TITLE,
            "Pinterest Pin Title": Part.TITLE,
            "Pinterest Pin Link": Part.LINK,
            "Twitter/X Poll Option": Part.POLL,
            "Twitter/X Type": Fact("twitter_type"),
            "Instagram Post Type": Special.KIND,
            "Youtube Video Type": Fact("youtube_type"),
            "Brand name": Fact("brand"),
        },
    ),
    Scheduler("Agorapulse", ("post_content", "post_link", "video_url", "image_url")),
    Scheduler("ContentStudio", ("Date and Time", "Message", "Image URL", "Link")),
    Scheduler(
        "SocialBee",
        ("postAtSpecificTime", "content", "link", "imageUrls"),
        {"followUpComment": Part.FIRST_COMMENT, "youtubeTitle": Part.TITLE, "postType": Special.KIND},
    ),
    Scheduler(
        "HighLevel",
        ("postAtSpecificTime", "text", "link", "imageUrls"),
        {"followUpComment": Part.FIRST_COMMENT, "youtubeTitle": Part.TITLE, "postType": Special.KIND},
    ),
    Scheduler("Sendible", ("Message", "SendDate", "Image")),
    Scheduler(
        "Oktopost",
        ("Network", "Message", "LinkUrl"),
        {"LinkTitle": Part.TITLE, "Description": Part.DESCRIPTION, "Picture": Special.MEDIA},
    ),
    Scheduler("Ayrshare", ("post", "platforms", "mediaUrls", "scheduleDate")),
    Scheduler(
        "Comergence",
        ("Message", "Schedule Date", "Comments"),
        {"Comments": Part.FIRST_COMMENT},
        {"Message": "%|%", "Comments": "%|%"},
    ),
    Scheduler(
        "LinkedIn's archive", ("Date", "ShareLink", "ShareCommentary", "Visibility"), channel="linkedin"
    ),
    Scheduler(
        "Meta Business Suite",
        ("Post ID", "Description", "Publish time", "Permalink"),
        {"Title": Part.BODY, "Description": Part.BODY, "Permalink": Fact("permalink"), "Page name": Fact("page")},
    ),
)  # fmt: skip

POSITIONAL: Sequence[Positional] = (
    Positional(
        "Hootsuite, date and time apart",
        {0: is_date, 1: lambda cell: bool(_CLOCK.fullmatch(cell)), 2: bool},
        (Special.DATE, Special.TIME, Part.BODY, Part.LINK),
    ),
    Positional("Hootsuite", {0: is_date, 1: lambda cell: True}, (Special.DATE, Part.BODY, Part.LINK)),
    Positional(
        "SocialPilot",
        {2: is_date},
        (Part.BODY, Special.MEDIA, Special.DATE, None, Part.FIRST_COMMENT, None, Part.LINK),
    ),
)


def key(label: str) -> str:
    """A label without case, explanation and number: `Alt text picture 3` and `Alt Text Picture` are one."""
    return _NUMBER.sub("", bare(short(label.casefold().replace("(s)", "s"))))


_KNOWN_BY = tuple((frozenset(map(key, one.known_by)), one) for one in SCHEDULERS)


def scheduler(labels: Sequence[str]) -> Scheduler | None:
    """The tool that a header is from, by most of its names; None where it is nobody's."""
    said = set(map(key, labels))
    fitting = [(len(names), tool) for names, tool in _KNOWN_BY if names <= said]
    return max(fitting, key=lambda one: one[0])[1] if fitting else None


def positional(first: Sequence[str]) -> Positional | None:
    """The tool that a first row without a header is from; None where it is nobody's."""
    for tool in POSITIONAL:
        if all(at < len(first) and test(first[at]) for at, test in tool.tests.items()):
            return tool
    return None
