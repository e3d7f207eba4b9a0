"""Effects of screens on a picture: pointers, focus rings, palettes, codecs, backgrounds."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from checkboxnet.picture.decode import PLAIN, RgbImage
from checkboxnet.picture.fit import border_colour

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
    """Returns the picture with a mouse pointer on it.

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


def encode(image: RgbImage, codec: str, quality: int) -> RgbImage:
    """Returns the picture as it comes out of a codec, JPEG or WEBP, at a quality from 1 to 100."""
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, codec, quality=quality)
    return np.asarray(Image.open(buffer).convert("RGB"))


def share_screen(
    image: RgbImage, *, factor: float = 0.67, blur: float = 0.5, quality: int = 40
) -> RgbImage:
    """Returns the picture as a video call shows it: downscaled, blurred, compressed, upscaled.

    Args:
        image: uint8 array of shape (H, W, 3).
        factor: Of the downscaling, from 0 to 1.
        blur: Standard deviation in pixels of the downscaled picture.
        quality: Of the JPEG compression, from 1 to 100.
    """
    height, width = image.shape[:2]
    smaller = max(1, round(width * factor)), max(1, round(height * factor))
    small = Image.fromarray(image).resize(smaller, Image.Resampling.BILINEAR)
    coded = encode(np.asarray(small.filter(ImageFilter.GaussianBlur(blur))), "JPEG", quality)
    return np.asarray(Image.fromarray(coded).resize((width, height), Image.Resampling.BILINEAR))


def is_background(image: RgbImage) -> NDArray[np.bool_]:
    """Returns which pixels, shape (H, W), have the colour of the picture's edge."""
    difference = np.abs(image.astype(np.int16) - border_colour(image).astype(np.int16))
    return np.asarray(difference.max(axis=2) <= PLAIN)


def on_background(image: RgbImage, colour: Colour) -> RgbImage:
    """Returns the picture with its background replaced by another colour."""
    return np.where(is_background(image)[..., None], np.asarray(colour, np.uint8), image)
