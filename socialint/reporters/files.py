"""A finding -> where it stands for programs: a file of the repository, its lines, edits that fit it.

Programs beside ours know the repository and not the configuration's folder, and they know no
lines in a spreadsheet, on a page or in a picture.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from pathlib import PurePosixPath

from socialint.model.findings import Edit, Finding, Report
from socialint.reporters.look import Look

_OWN_TEXT = frozenset({".txt", ".md", ".markdown", ".mdx"})
"""Files whose text is the post's: elsewhere an edit would have to mind quotes and markup."""


class Files:
    """The files of a report as the repository knows them."""

    def __init__(self, report: Report, look: Look) -> None:
        self._folder = look.folder
        self._texts = {one.path for one in report.coverage.read if one.encoding}
        self._sources = {one.path for one in report.coverage.read}

    def path(self, name: str) -> str:
        """The path from the repository's root; an absolute path, or one that leads out, stays as it is."""
        if not self._folder or posixpath.isabs(name) or name.startswith("../"):
            return name
        return posixpath.join(self._folder, name)

    def lined(self, finding: Finding) -> bool:
        """Whether the lines of the finding are those of its file; those of a mail are its parts'."""
        # What is no source is a file of ours, as waivers.yaml is.
        text = finding.path in self._texts or finding.path not in self._sources
        own = text and PurePosixPath(finding.path).suffix.lower() != ".eml"
        return own and finding.location.lined

    def edits(self, finding: Finding) -> Sequence[Edit]:
        """The edits of the finding's fix, all with their place, if they fit the file as it is."""
        if finding.fix is None or finding.field != "body" or not self.lined(finding):
            return ()
        if PurePosixPath(finding.path).suffix.lower() not in _OWN_TEXT:
            return ()
        edits = finding.fix.edits
        return edits if all(edit.place is not None for edit in edits) else ()
