"""A picture -> the lines of words in it, each with its box: the only door to RapidOCR.

The extra `[ocr]` installs it. Its models come inside the package; they are named by their path,
since the library would fetch one that it does not find.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

HINT = "install socialint[ocr] to have it read, or put its words into the draft, as image_text"
_LONGEST_SIDE = 3000
"""Pixels; a bigger picture is made smaller before it is read."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words in a row, and the pixels from left and top up to right and bottom that hold them."""

    text: str = field(repr=False)
    box: tuple[int, int, int, int]


def available() -> bool:
    """Whether pictures can be read: the extra is there, with its models."""
    return _engine() is not None


def lines(picture: Image) -> Sequence[Line]:
    """The lines of words in a picture, from the top down. Only where it is `available`."""
    import numpy

    engine = _engine()
    assert engine is not None
    scale = max(1.0, max(picture.size) / _LONGEST_SIDE)
    if scale > 1:
        picture = picture.resize(
            (max(1, round(picture.width / scale)), max(1, round(picture.height / scale)))
        )
    found = engine(numpy.asarray(_on_paper(picture)))
    return [
        Line(text, _box(corners, scale))
        for text, corners in zip(found.txts or (), found.boxes if found.txts else (), strict=True)
        if text.strip()
    ]


def _box(corners: Sequence[Sequence[float]], scale: float) -> tuple[int, int, int, int]:
    across = [corner[0] * scale for corner in corners]
    down = [corner[1] * scale for corner in corners]
    return round(min(across)), round(min(down)), round(max(across)), round(max(down))


def _on_paper(picture: Image) -> Image:
    """The picture without transparency: on white, or on black where what is seen is light."""
    from PIL import Image, ImageStat

    if not (picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info):
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    mask = seen.getchannel("A")
    inked = mask.point(lambda alpha: 255 if alpha > 32 else 0)
    light = inked.getbbox() is not None and ImageStat.Stat(seen.convert("L"), inked).mean[0] > 160
    paper = Image.new("RGB", seen.size, "black" if light else "white")
    paper.paste(seen, mask=mask)
    return paper


@cache
def _engine() -> Any:
    # Over a second to import and load: only when a picture is to be read.
    try:
        import onnxruntime  # noqa: F401  # the library asks for it when it is too late
        import rapidocr
    except ImportError:
        return None
    models = Path(rapidocr.__file__).parent / "models"
    paths = {part: next(models.glob(f"*{part.lower()}*.onnx"), None) for part in ("Det", "Cls", "Rec")}
    if not all(paths.values()):
        return None
    told = {f"{part}.model_path": str(path) for part, path in paths.items()}
    return rapidocr.RapidOCR(params={"Global.log_level": "critical", **told})
