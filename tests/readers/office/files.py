"""Word and PowerPoint files made by hand, for what no library writes, and by python-docx."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from docx.document import Document as WordFile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": _OFFICE,
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def relations(*targets: str, external: tuple[str, ...] = ()) -> str:
    """Relations `r1`, `r2`, … of the kind that the name of the target says: `footnotes.xml`."""
    rows = [
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind(target)}" Target="{target}"/>'
        for number, target in enumerate(targets, start=1)
    ]
    rows += [
        f'<Relationship Id="x{number}" Type="{_OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
        for number, target in enumerate(external, start=1)
    ]
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(rows)}</Relationships>'


def kind(target: str) -> str:
    name = target.rpartition("/")[2].partition(".")[0].rstrip("0123456789").lower()
    return {"document": "officeDocument", "presentation": "officeDocument", "core": "core-properties"}.get(
        name, name
    )


def word(body: str, *, external: tuple[str, ...] = (), **parts: str) -> bytes:
    """A Word file with this body; `footnotes="…"` is the part `word/footnotes.xml`."""
    roots = {"header1": "hdr", "footer1": "ftr", "footer2": "ftr"}
    files: dict[str, str | bytes] = {
        "_rels/.rels": relations("word/document.xml", *(["docProps/core.xml"] if "core" in parts else [])),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    if "core" in parts:
        files["docProps/core.xml"] = f"<coreProperties>{parts.pop('core')}</coreProperties>"
    for name, content in parts.items():
        root = roots.get(name, name)
        prefix = "c" if name.startswith("chart") else "w"
        files[f"word/{name}.xml"] = f"<{prefix}:{root} {NAMESPACES}>{content}</{prefix}:{root}>"
    files["word/_rels/document.xml.rels"] = relations(*(f"{name}.xml" for name in parts), external=external)
    return packed(files)


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of these runs, each text or XML."""
    inside = "".join(
        one if one.startswith("<") else f'<w:r><w:t xml:space="preserve">{one}</w:t></w:r>' for one in runs
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def run(inside: str, properties: str = "") -> str:
    """A run of this XML."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def saved(file: WordFile) -> bytes:
    """The bytes of a file of python-docx."""
    made = BytesIO()
    file.save(made)
    return made.getvalue()
