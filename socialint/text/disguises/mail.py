"""E-mail addresses written for people and not for machines: `jane (at) mail dot com`, `jane@ma\u200bil.com`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socialint.text.addresses import LINK_MARK
from socialint.text.disguises.undoing import FoldedText, Undoing
from socialint.text.origins import Edit

_TOPS = "com|org|net|edu|gov|info|biz|example|co|io|us|uk|ca|au|ie|de|nl|be|fr|es|it|ch|at|eu|nz"
_SAID_AT = r"(?: ?[(\[{<] ?(?:at|@|a) ?[)\]}>] ?| @ ?|(?<=\w)@ )"
_SAID_DOT = r"(?: ?[(\[{<] ?(?:dot|\.) ?[)\]}>] ?| dot | ?\. ?)"
_LABEL = r"[^\W_][\w-]*"
_LINK = LINK_MARK.encode()
_DISGUISED = re.compile(
    rf"(?<![\w.+@-])(?P<local>[\w+-]+(?:(?:\.| dot | ?[(\[]dot[)\]] ?)[\w+-]+)*)"
    rf"(?:(?P<sign>{_SAID_AT})(?:(?P<link>{LINK_MARK}+)|(?P<host>{_LABEL}(?:{_SAID_DOT}{_LABEL})*?{_SAID_DOT}(?:{_TOPS})))"
    rf"|(?P<plain_sign>@)(?P<head>[\w.-]*)(?P<tail>{LINK_MARK}+)"
    rf"|(?P<word> at )(?P<plain>{_LABEL}(?: dot {_LABEL})*? dot (?:{_TOPS})))(?!\w)"
)
_DOT = re.compile(r" ?[(\[{<] ?(?:dot|\.) ?[)\]}>] ?| dot | ?\. ?")


def may_hold_mail(data: bytes) -> bool:
    """Whether folded text in UTF-8 can hold a disguised address."""
    if b"dot" in data and (b" dot " in data or b"dot)" in data or b"dot]" in data):
        return True
    if b"@" in data and (b"@ " in data or b"@)" in data or b"@]" in data or _LINK in data):
        return True
    return b"at)" in data or b"at]" in data or b"(a)" in data or b"[a]" in data


def mail_spelled(text: FoldedText) -> Iterator[Undoing]:
    """Addresses with their `@` and their dots said in words or in brackets."""
    for found in _DISGUISED.finditer(text.text):
        if found["tail"]:  # what is invisible made a domain of the end of the address
            start, end = found.span("tail")
            if host := _host(text, start, end):
                yield Undoing(*found.span(), [[Edit(start, end, host)]])
            continue
        way = [*_dotted(text.text, *found.span("local"))]
        way += _short(*found.span("sign" if found["sign"] else "word"), "@")
        if found["link"]:
            start, end = found.span("link")
            host = _host(text, start, end)
            if not host:
                continue
            way.append(Edit(start, end, host))
        else:
            way += _dotted(text.text, *found.span("host" if found["host"] else "plain"))
        yield Undoing(*found.span(), [way])


def _host(text: FoldedText, start: int, end: int) -> str:
    """The domain behind a link's marks; nothing where it is no bare domain."""
    place = text.reading.original(start, end)
    host = text.original[place.start : place.end].lower()
    return host if len(host) == end - start and "/" not in host else ""


def _dotted(text: str, start: int, end: int) -> Iterator[Edit]:
    for dot in _DOT.finditer(text, start, end):
        if dot.group() != ".":
            yield from _short(*dot.span(), ".")


def _short(start: int, end: int, sign: str) -> list[Edit]:
    """A stretch as one sign."""
    rest = [Edit(start + 1, end, "")] if end - start > 1 else []
    return [Edit(start, start + 1, sign), *rest]
