"""What screens lay over a control or make of its colours: pointers, focus rings, palettes."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from checkboxnet.images import RgbImage

Colour = tuple[int, int, int]

# A desktop's arrow, 12 x 19 px.
_ARROW = ((0, 0), (0, 16), (4, 13), (7, 19), (9, 18), (6, 12), (12, 12))


def draw_pointer(
    image: RgbImage,
    at: tuple[int, int],
    *,
    scale: float = 1.0,
    fill: Colour = (0, 0, 0),
    outline: Colour = (255, 255, 255),
) -> RgbImage:
    """Returns the picture under a mouse pointer.

    Args:
        image: uint8 array of shape (H, W, 3).
        at: Column and row of the pointer's tip.
        scale: 1 for an arrow of 12 x 19 px.
        fill: Its colour.
        outline: That of its edge.
    """
    picture = Image.fromarray(image)
    corners = [(at[0] + dx * scale, at[1] + dy * scale) for dx, dy in _ARROW]
    ImageDraw.Draw(picture).polygon(corners, fill=fill, outline=outline)
    return np.asarray(picture)


def draw_ring(
    image: RgbImage, box: tuple[int, int, int, int], *, colour: Colour, width: int = 2
) -> RgbImage:
    """Returns the picture with a rounded ring, as the focused control has.

    Args:
        image: uint8 array of shape (H, W, 3).
        box: First and last column, first and last row: left, top, right, bottom.
        colour: Of the ring.
        width: Of its line, in pixels.
    """
    picture = Image.fromarray(image)
    drawing = ImageDraw.Draw(picture)
    drawing.rounded_rectangle(box, radius=2 * width, outline=colour, width=width)
    return np.asarray(picture)


def in_web_palette(image: RgbImage) -> RgbImage:
    """Returns the picture in the 216 fixed colours of an 8-bit remote desktop, dithered."""
    indexed = Image.fromarray(image).convert("P", palette=Image.Palette.WEB)
    return np.asarray(indexed.convert("RGB"))
