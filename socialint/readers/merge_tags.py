"""Text with merge tags (`*|FNAME|*`, `{{ first_name }}`, `%%City%%`) -> what every reader of it sees.

A tag shows what it says itself (`"Hello"`, `default: "friend"`), else a blank to be filled; one that
steers shows nothing, and what it chooses between is kept apart. What stands in the brackets of a tag and
reads like a sentence is text: nobody hides a claim in there.
"""

from __future__ import annotations

import regex

from socialint.expressions import lazily
from socialint.readers.traced import NOTHING, Traced, join

BLANK = "___"
"""Stands for what the mailing system will put in."""

_TAG = lazily(
    r"""
      \{\{\{?(?P<braces>[^{}]{0,500}(?:\{[^{}]{0,100}\}[^{}]{0,200})?)\}\}\}?
    | \{%(?P<percent>.{0,1000}?)%\}
    | \*\|(?P<bar>[^|\r\n]{1,200})\|\*
    | %%(?P<double>[\[=].{0,1000}?[\]=]|[A-Za-z_][\w.: -]{0,60})%%
    | (?<![\w%])%(?P<single>[A-Z][A-Z0-9_]{2,40})%(?![\w%])
    | <%(?P<erb>.{0,1000}?)%>
    | \[\[(?P<square>[^\[\]]{1,200})\]\]
    | \[(?P<monitor>\w+,\s*fallback=[^\[\]]{0,100})\]
    """,
    regex.VERBOSE | regex.DOTALL,
)
_STEERS = lazily(
    r"""\s*[~-]?\s*(?:[#/^!>%<\[]|(?:if|ifnot|elseif|elsif|elif|else|end\w*|unless|for|foreach|case|when|assign
    |capture|include|render|section|block|extends|set|var|raw|verbatim|with|range|define|template|macro|import
    |from|comment|cycle|interested|layout|liquid|schema)(?![\w.-]))""",
    regex.VERBOSE | regex.IGNORECASE,
)
_CHOOSES = lazily(r"\s*[~-]?\s*(?:else|elseif|elsif|elif|when)(?![\w.-])", regex.IGNORECASE)
_LITERAL = lazily(r"""[{%<=-]*\s*(?:"([^"]*)"|'([^']*)')""")
_DEFAULT = lazily(
    r"""(?:\b(?:default|fallback|or)\b|\?\?|\|\|)\s*[:=(]?\s*(?:["'“‘](?P<quoted>[^"'“”‘’]*)["'”’]
    |(?<=default=|fallback=)(?P<bare>[^"'|}\]]+))""",
    regex.VERBOSE | regex.IGNORECASE,
)
_QUOTED = lazily(r"\"[^\"]*\"|'[^']*'")
_SENTENCE = lazily(r"\p{L}{2,}[,;:]?(?:\s+\p{L}+[,;:]?){3}")


def shown(written: Traced) -> Traced:
    """The text without its merge tags; every other character keeps its place."""
    pieces: list[Traced] = []
    at = 0
    for tag in _TAG.finditer(written.text):
        said = next(value for value in tag.groups() if value is not None)
        steers = _STEERS.match(said)
        if not steers and _SENTENCE.search(_QUOTED.sub("", said)):
            continue
        pieces.append(written.slice(at, tag.start()))
        pieces.append(_steering(written, tag, said) if steers else _value(written, tag))
        at = tag.end()
    return join([*pieces, written.slice(at, len(written.text))]) if at else written


def _steering(written: Traced, tag: regex.Match[str], said: str) -> Traced:
    if not _CHOOSES.match(said):
        return NOTHING
    run = written.slice(tag.start(), tag.end())
    return Traced.made("\n", run.source_start, run.source_end)


def _value(written: Traced, tag: regex.Match[str]) -> Traced:
    literal = _LITERAL.match(written.text, tag.start(), tag.end())
    if literal:
        return written.slice(*literal.span(1 if literal[1] is not None else 2))
    default = _DEFAULT.search(written.text, tag.start(), tag.end())
    if default:
        group = "quoted" if default["quoted"] is not None else "bare"
        return written.slice(*default.span(group))
    run = written.slice(tag.start(), tag.end())
    return Traced.made(BLANK, run.source_start, run.source_end)
