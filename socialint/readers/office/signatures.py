"""Bytes that are no package of the kind their name says -> what they are, and the next step.

People rename files, and programs save one thing under the name of another: a web page as `.doc`,
a locked file as an old one. Each is refused by what it is.
"""

from __future__ import annotations

from socialint.errors import UnreadableDocument
from socialint.readers.office.markup import MEND, root_of
from socialint.readers.office.package import Package, opened

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""A compound file: the old formats of Office, and every new one that is locked with a password."""
_STREAMS = {
    "EncryptedPackage": ("protected with a password", "save it without a password"),
    "WordDocument": ("an old Word file (.doc)", "open it in Word and save it as .docx"),
    "PowerPoint Document": ("an old PowerPoint file (.ppt)", "open it in PowerPoint and save it as .pptx"),
    "Workbook": ("an old Excel file (.xls)", "open it in Excel and save it as .xlsx"),
    "__substg1.0": ("an Outlook message (.msg)", "save it as .eml"),
}
_BEGINNINGS = {
    b"{\\rtf": ("an RTF file", "open it in Word and save it as .docx"),
    b"%pdf-": ("a PDF", "give it the suffix .pdf"),
    b"<!doctype html": ("a web page", "give it the suffix .html"),
    b"<html": ("a web page", "give it the suffix .html"),
    b"mime-version:": ("a web archive", "open it in Word and save it as .docx"),
    b"<?xml": ("plain XML", MEND),
}
_MEMBERS = {
    "word/": ("a Word file", "give it the suffix .docx"),
    "ppt/": ("a PowerPoint file", "give it the suffix .pptx"),
    "xl/": ("an Excel file", "give it the suffix .xlsx"),
    "content.xml": ("an OpenDocument file", "open it in its program and save it as .docx, .pptx or .xlsx"),
    "index/": ("a Pages, Keynote or Numbers file", "export it as .docx, .pptx or .xlsx"),
    "index.zip": ("a Pages, Keynote or Numbers file", "export it as .docx, .pptx or .xlsx"),
}
_LOOKED_AT = 1024


def package_of(data: bytes, kind: str, root: str) -> tuple[Package, str]:
    """The package that some bytes are, and the name of its main part, an element `root` (`w:document`).

    `kind` is what it ought to be (`Word`). Raises `UnreadableDocument` that says what it is instead,
    as far as that can be told.
    """
    package = opened(data)
    if package is None:
        raise _other(kind, *_told(data))
    for start in package.related("", "officeDocument"):
        if root_of(package.bytes(start)) == root:
            return package, start
    raise _other(kind, *_held(package, kind))


def other_than(data: bytes, kind: str) -> UnreadableDocument:
    """Why some bytes are no file of this kind: what they are instead, as far as that can be told."""
    package = opened(data)
    return _other(kind, *(_told(data) if package is None else _held(package, kind)))


def _told(data: bytes) -> tuple[str, str]:
    if not data.strip():
        return "empty", "save it again, or remove it"
    if data.startswith(_OLD):
        named = (told for name, told in _STREAMS.items() if name.encode("utf-16-le") in data)
        return next(named, ("an old Office file", "open it in its program and save it in the new format"))
    head = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    found = (told for mark, told in _BEGINNINGS.items() if head.startswith(mark))
    return next(found, ("", "save it again in its program, or give it the suffix of what it is"))


def _held(package: Package, kind: str) -> tuple[str, str]:
    for member, (what, hint) in _MEMBERS.items():
        if kind not in what and any(name.startswith(member) for name in package.names):
            return what, hint
    return "", MEND


def _other(kind: str, what: str, hint: str) -> UnreadableDocument:
    if what.startswith(("empty", "protected")):
        return UnreadableDocument(what, hint=hint)
    return UnreadableDocument(f"no {kind} file, but {what}" if what else f"no {kind} file", hint=hint)
