"""Office Open XML (Word, PowerPoint) -> documents.

`package` opens the zip, `markup` parses its parts, `signatures` tells what a file is that is no
such package, `manuscript` holds the text that a walk over the XML has found.
"""
