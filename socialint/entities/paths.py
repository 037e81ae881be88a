"""Names in the names of files and the addresses of pages: `IMG_lena_vogt.mov`, `/patients/lena-vogt`."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.entities.cues import Cues, Heard
from socialint.entities.mentions import Mention
from socialint.entities.tags import Tagged, is_strange
from socialint.expressions import lazily

_FILE = lazily(
    r"(?i)(?<![\w/.])(?P<name>[\w-]{6,80})\.(?:mov|mp4|m4v|avi|jpe?g|png|heic|gif|webp|tiff?|pdf|docx?|pptx?|wav|mp3|m4a|psd)\b"
)
_PAGE_OF_ONE = lazily(
    r"""(?ix)
      /(?:patients?|clients?|residents?|stor(?:y|ies)|(?:success|patient)-stor(?:y|ies)|journeys?|testimonials?|survivors?
        |warriors?|before-?(?:and-?)?after|transformations?|galler(?:y|ies)|cases?|charts?|records?|results?|scans?|images?
        |memorials?|smiles?)/(?P<path>[^/?\#]+(?:/[^/?\#]+)?)
    | [?&;](?P<key>patient|client|resident|pt)(?:_?name)?=(?P<name>\p{L}[\p{L} '_+.-]*)"""
)
_STEP = lazily(r"[^/]+")


class Paths:
    """Finds names in files and links."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues

    def in_files(self, heard: Heard) -> Iterator[Tagged]:
        """The names in the names of files that the text tells."""
        for found in _FILE.finditer(heard.text):
            yield from self._in_file(heard, *found.span("name"))

    def in_link(self, heard: Heard) -> Iterator[Tagged]:
        """A name in the address of a page about one person: `/patients/lena-vogt`, `?patient=Lena`."""
        for found in _PAGE_OF_ONE.finditer(heard.text):
            keyed = found["key"] is not None
            for step in _STEP.finditer(heard.text, *found.span("name" if keyed else "path")):
                place = self._in_step(heard, *step.span(), alone=keyed)
                if place is not None:
                    yield Tagged(Mention("PERSON", *place), "patient")
                    break

    def _in_step(self, heard: Heard, start: int, end: int, *, alone: bool) -> tuple[int, int] | None:
        """Where a name begins a step of a path; a first name `alone` is enough for a key."""
        low, high = heard.at(start), heard.until(end)
        if heard.first(("care-titles", "credentials", "jobs"), low, high) is not None:
            return None
        named = heard.words[low : min(low + 2, high)]
        if len(named) == 2 and self._is_named(*named):
            return heard.starts[low], heard.ends[low + 1]
        if alone and named and named[0] in self._cues.first_names:
            return heard.starts[low], heard.ends[low]
        return None

    def _is_named(self, first: str, last: str) -> bool:
        may_be_first = (self._cues.first_names, self._cues.doubtful_names)
        return any(
            (first in names and is_strange(self._cues, last))
            or (last in names and is_strange(self._cues, first))
            for names in may_be_first
        )

    def _in_file(self, heard: Heard, start: int, end: int) -> Iterator[Tagged]:
        """A first name and a surname among the pieces of a file's name."""
        low, high = heard.at(start), heard.until(end)
        if heard.first(("care-titles", "credentials", "jobs"), low, high) is not None:
            return
        for at in range(low, high - 1):
            first, last = heard.words[at : at + 2]
            if len(first) > 2 and self._is_named(first, last):
                told = heard.first(("care", "conditions", "records"), at + 2, high) is not None
                yield Tagged(
                    Mention("PERSON", heard.starts[at], heard.ends[at + 1]), "patient" if told else ""
                )
                return
