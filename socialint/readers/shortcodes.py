"""Shortcodes and includes of site generators -> the texts in their arguments that a page shows.

`{{< figure src="…" alt="…" caption="…" >}}` (Hugo), `{% include figure.html alt="…" %}` (Jekyll) and the
like. The tags themselves are no text: `merge_tags` takes them out.
"""

from __future__ import annotations

from collections.abc import Iterator

from socialint.expressions import lazily
from socialint.model.documents import Part
from socialint.readers.hypertext import Beside
from socialint.readers.traced import Traced

_TAG = lazily(
    r"\{\{[<%](?P<hugo>(?:\"[^\"]*\"|`[^`]*`|(?![>%]\}\})[^\"`{}]){0,2000}+)[>%]\}\}|\{%(?P<liquid>(?:\"[^\"]*\"|'[^']*'|(?!%\})[^\"'{}]){0,2000}+)%\}"
)
_ARGUMENT = lazily(
    r"(?<![\w.-])(?P<name>[\w-]{2,30})[ \t]*=[ \t]*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|`(?P<back>[^`]*)`)"
)
_PARTS = {
    "alt": Part.ALT_TEXT,
    "caption": Part.CAPTION,
    "title": Part.DESCRIPTION,
    "description": Part.DESCRIPTION,
    "text": Part.CAPTION,
    "label": Part.CAPTION,
    "quote": Part.CAPTION,
}
_ASSIGNS = lazily(r"\s*-?\s*(?:assign|set|if|elsif|elif|unless|for|case|when|capture)\b")


def told(text: str, start: int) -> Iterator[Beside]:
    """The texts in the arguments of the tags from `start` on."""
    for tag in _TAG.finditer(text, start):
        group = "hugo" if tag["hugo"] is not None else "liquid"
        if _ASSIGNS.match(tag[group]):
            continue
        for one in _ARGUMENT.finditer(text, *tag.span(group)):
            part = _PARTS.get(one["name"].lower())
            said = next(name for name in ("double", "single", "back") if one[name] is not None)
            if part is not None and one[said].strip():
                yield Beside(part, Traced.copied(text, *one.span(said)), one["name"])
