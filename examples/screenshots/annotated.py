"""Draws `docs/images/scan.png`: the screenshots of this folder with what `scan` finds on them.

Usage: python examples/screenshots/annotated.py
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

import checkboxnet
from checkboxnet.picture.read import open_image
from checkboxnet.report.files import atomic_path
from checkboxnet.scanning.annotate import annotate

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "docs" / "images" / "scan.png"
SHOWN = ("settings", "phone", "right-to-left")
HEIGHT, GAP = 640, 16


def drawn(name: str) -> Image.Image:
    """Returns a screenshot at the figure's height; its words are drawn at that size."""
    shot = open_image(HERE / f"{name}.png")
    scale = HEIGHT / shot.shape[0]
    small = Image.fromarray(shot).resize((round(scale * shot.shape[1]), HEIGHT))
    found = [
        replace(each, box=tuple(scale * side for side in each.box))
        for each in checkboxnet.scan(shot)
    ]
    return Image.fromarray(annotate(np.asarray(small), found))


def main() -> None:
    """Draws them side by side."""
    pictures = [drawn(name) for name in SHOWN]
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) - 1)
    figure = Image.new("RGB", (width, HEIGHT), "white")
    left = 0
    for picture in pictures:
        figure.paste(picture, (left, 0))
        left += picture.width + GAP
    with atomic_path(TARGET) as temporary:
        figure.save(temporary, "PNG", optimize=True)


if __name__ == "__main__":
    main()
