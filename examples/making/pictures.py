"""Photographs with words on them, and what a phone or a picture desk writes into the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

DESCRIPTION, ARTIST, COPYRIGHT, GPS = 0x010E, 0x013B, 0x8298, 0x8825


def photograph(words: str, notes: Mapping[int, object]) -> bytes:
    """A meadow under a sky, with words on the sky."""
    made = Image.new("RGB", (900, 500), "#9fd0e8")
    draw = ImageDraw.Draw(made)
    draw.rectangle((0, 300, 900, 500), fill="#6aa84f")
    draw.text((60, 90), words, fill="#14324a", font=ImageFont.load_default(44))
    exif = Image.Exif()
    for tag, value in notes.items():
        exif[tag] = value
    file = BytesIO()
    made.save(file, "JPEG", quality=70, exif=exif)
    return file.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "riverside-clinic/content/home-visit.jpg": lambda: photograph(
        "House calls, seven days a week",
        {
            DESCRIPTION: "Our nurse on a home visit",
            GPS: {1: "N", 2: (44.0, 12.0, 31.2), 3: "W", 4: (93.0, 14.0, 8.4)},
        },
    ),
    "clean/content/garden.jpg": lambda: photograph(
        "Our garden is open",
        {DESCRIPTION: "The garden behind the clinic in May", COPYRIGHT: "Petalwood Community Health"},
    ),
}
