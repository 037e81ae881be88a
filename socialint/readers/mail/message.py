"""E-mail (.eml) -> one post: subject, preheader and body; each attachment is read as its own type.

The text that stands beside the HTML for programs without it is judged where it says something
else, so that nothing is found twice. Addresses and other headers are not published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from mimetypes import guess_extension
from pathlib import PurePosixPath

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Field, Part, Post, Source, Unread, UnreadKind
from socialint.model.places import LineIndex
from socialint.readers import merge_tags
from socialint.readers.enclosed import enclosed
from socialint.readers.hypertext import Beside, fields_of, hypertext
from socialint.readers.mail.mime import Leaf, Mail, parsed
from socialint.readers.names import Columns
from socialint.readers.original import Original, decode
from socialint.readers.repeats import only_in

_HTML = ("text/html", "application/xhtml+xml")
_AMP = "text/x-amp-html"
_SHOWN = (*_HTML, _AMP, "text/plain", "text/enriched")
_SEALED = {
    "application/pkcs7-mime": "encrypted or sealed in its signature",
    "application/x-pkcs7-mime": "encrypted or sealed in its signature",
    "application/pgp-encrypted": "encrypted",
    "application/ms-tnef": "packed in Outlook's own format",
}
_SIGNATURES = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_SUFFIXES = {"image/jpeg": ".jpg", "image/heic": ".heic", "text/vtt": ".vtt", "application/x-subrip": ".srt"}


def read(source: Source, columns: Columns) -> Document:
    """The message as one post, and the posts of what is attached to it."""
    return _Message(source, columns, parsed(source.data)).document()


class _Message:
    def __init__(self, source: Source, columns: Columns, mail: Mail) -> None:
        self._source = source
        self._columns = columns
        self._mail = mail
        self._unread: dict[Unread, None] = {}
        self._media: list[dict[str, object]] = []
        self._encoding = "utf-8"
        if mail.cut_off:
            self._note("its end is missing", hint="save the message again")

    def document(self) -> Document:
        fields = [*self._subject(), *self._shown()]
        posts: list[Post] = []
        attached = [leaf for leaf in self._mail.leaves if leaf.attached or leaf.type not in _SHOWN]
        for number, leaf in enumerate(attached, start=1):
            suffix = _suffix(leaf)
            place = f"attachment {number}" + (f" ({suffix.removeprefix('.')})" if suffix else "")
            if PurePosixPath(leaf.name).stem.strip() and leaf.type != "message/rfc822":
                fields.append(self._whole(Part.INTERNAL, leaf.name, "file name", place))
            posts += self._attachment(leaf, suffix, place)
        fields = [one for one in fields if one.text.strip()]
        metadata: dict[str, object] = {"channel": "email"}
        if self._media:
            metadata["media"] = self._media
        own = [Post("", tuple(fields), metadata)] if fields or self._media else []
        return Document(self._source, (*own, *posts), tuple(self._unread), self._encoding)

    def _subject(self) -> Iterator[Field]:
        subject = self._mail.subject
        if subject:
            yield self._whole(Part.TITLE, subject, "subject")

    def _shown(self) -> Iterator[Field]:
        """The fields of the parts that a reader sees, without what one says after another."""
        leaves = [leaf for leaf in self._mail.leaves if leaf.type in _SHOWN and not leaf.attached]
        leaves.sort(key=lambda leaf: _SHOWN.index(leaf.type))
        said = ""
        for leaf in leaves:
            found = self._decoded(leaf)
            if found is None:
                continue
            kept: Sequence[Field]
            if leaf.type in (*_HTML, _AMP):
                page = hypertext(found.whole)
                for reason in page.unread:
                    self._note(reason, hint="close it", part=found.part)
                self._media += page.media if leaf.type != _AMP else []
                body, beside = page.body, [one for one in page.beside if not self._is_subject(one)]
                if leaf.type == _AMP:
                    beside = [one for one in beside if only_in(one.written, said).text]
            else:
                body, beside = merge_tags.shown(found.whole), []
            kept = fields_of(found, only_in(body, said) if said else body, beside)
            said += "\n\n" + "\n\n".join(one.text for one in kept if one.part is not Part.INTERNAL)
            yield from kept

    def _is_subject(self, one: Beside) -> bool:
        return one.part is Part.TITLE and not only_in(one.written, self._mail.subject).text

    def _decoded(self, leaf: Leaf) -> Original | None:
        name = {"text/plain": "text part", "text/enriched": "text part", _AMP: "AMP part"}.get(
            leaf.type, "HTML part"
        )
        if leaf.damaged:
            self._note("its transfer encoding is damaged; what could be decoded was checked", part=name)
        if not leaf.data.strip():
            return None
        try:
            text, self._encoding = decode(leaf.data, leaf.charset)
        except UnreadableDocument as why:
            self._note(why.reason, hint=why.hint, part=name)
            return None
        return self._text(text, name)

    def _attachment(self, leaf: Leaf, suffix: str, place: str) -> Sequence[Post]:
        if leaf.type in _SIGNATURES:
            return ()
        if leaf.type in _SEALED:
            self._note(f"the message is {_SEALED[leaf.type]}", hint="save it again as plain .eml", part=place)
            return ()
        if leaf.damaged:
            self._note("its transfer encoding is damaged", hint="attach the file again", part=place)
        if not leaf.data.strip():
            return ()
        posts, unread = enclosed(self._source, place, "attachment" + suffix, leaf.data, self._columns)
        shown = [item for item in self._media if leaf.cid and item.get("source") == f"cid:{leaf.cid}"]
        wordless = [one for one in unread if one.kind is UnreadKind.IMAGE_TEXT]
        for item in shown:
            words = [one.text for post in posts for one in post.fields if one.part is Part.IMAGE_TEXT]
            item |= {} if wordless else {"text": "\n".join(words) or "none"}
        # What was not read of a picture of the page is told with the page.
        self._unread |= dict.fromkeys(one for one in unread if not (shown and one in wordless))
        return posts

    def _whole(self, part: Part, text: str, label: str, place: str = "") -> Field:
        found = self._text(text, place)
        return found.field(part, found.whole, label)

    def _text(self, text: str, part: str) -> Original:
        return Original(self._source, text, self._encoding, LineIndex(text), part=part)

    def _note(self, reason: str, *, hint: str = "", part: str = "") -> None:
        self._unread[Unread(self._source.name, "", part, UnreadKind.PART, reason, hint)] = None


def _suffix(leaf: Leaf) -> str:
    """The suffix that tells what an attachment is: of its name, else of its type."""
    if leaf.type == "message/rfc822":
        return ".eml"
    named = PurePosixPath(leaf.name.replace("\\", "/")).suffix.lower()
    if named.isascii() and named[1:].isalnum() and len(named) <= 6:
        return named
    return (
        _SUFFIXES.get(leaf.type)
        or guess_extension(leaf.type)
        or (".txt" if leaf.type.startswith("text/") else "")
    )
