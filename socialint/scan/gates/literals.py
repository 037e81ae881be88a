"""Word triggers -> the byte strings by which a multi-pattern engine finds them in shown words.

The words stand between blanks, so the whole word `cure` is the bytes ` cure `, a beginning ` cure`
and a part `cure`: no engine is asked what a letter or a word edge is, and none has to agree with
`regex` about it.
"""

from __future__ import annotations


def literal(trigger: bytes) -> bytes:
    """The bytes that stand in the shown words wherever the trigger is shown."""
    if trigger.startswith(b"*"):
        return trigger[1:-1]
    return b" " + (trigger[:-1] if trigger.endswith(b"*") else trigger + b" ")
