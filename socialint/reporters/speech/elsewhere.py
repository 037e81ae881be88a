"""Sentences that other steps tell of inputs and places, which reports say in their language too.

Those that drafts meet most: pictures whose words were not read, languages that no rule speaks,
files that are missing, damaged or locked. What is not among them is told in English.
"""

from __future__ import annotations

ELSEWHERE = (
    "{file}, line {line}",
    "media {number}",
    # Pictures.
    "the words in this picture were not read",
    "put the picture into the folder, or its words under `text`; `text: none` where there are none",
    "install socialint[ocr] to have it read, or put its words into the draft, as image_text",
    "put its words into the draft, as alt_text or image_text",
    "a damaged picture, or none",
    # Languages.
    "no rule in force speaks its language ({language})",
    "no rule in force speaks the language of this field ({language})",
    "name the market whose rules read it, or check it by hand",
    # Files.
    "there is no such file",
    "look for a slip in the name",
    "it cannot be opened",
    "an empty file",
    "export it again",
    "you may not read it",
    "ask for the right to read it",
    "{suffix} files are not read yet",
    "{suffix} is not a known type of file",
    "no {kind} file",
    "save it again in its program, or give it the suffix of what it is",
    "open it in its program and save it as {suffix}",
    "open it in its program and export it as {suffix}",
    "save it as text or Markdown",
    "split it into several files",
    "protected with a password",
    "save it without a password",
    "protected by a password",
    "save it again without the password",
    "damaged: it cannot be unpacked",
    "open it in its program and save it again",
    "not text in a known encoding",
    "save it again as UTF-8 text",
    # Metadata.
    "“{key}” has a value that makes no sense",
)
