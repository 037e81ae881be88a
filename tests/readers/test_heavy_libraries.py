"""What a reader needs is loaded when a file of its kind is read, and not before."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("PIL", "pypdfium2", "lxml", "rapidocr", "onnxruntime", "numpy", "email", "markdown_it")


@pytest.mark.parametrize(
    ("name", "needed"),
    [("a.txt", set()), ("a.html", set()), ("a.vtt", set()), ("a.csv", set()), ("a.md", {"markdown_it"}), ("a.eml", {"email"})],
)  # fmt: skip
def test_a_reader_loads_what_it_needs_and_no_more(name: str, needed: set[str]) -> None:
    program = (
        "import sys\n"
        "from socialint.errors import UnreadableDocument\n"
        "from socialint.model.documents import Source\n"
        "from socialint.readers import read\n"
        f"try: read(Source({name!r}, b'Subject: a\\n\\nb'))\n"
        "except UnreadableDocument: pass\n"
        f"print(*set({HEAVY!r}) & sys.modules.keys())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == needed
