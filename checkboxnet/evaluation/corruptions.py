"""A fixed suite of corruptions of screenshots.

The idea is that of ImageNet-C (Hendrycks and Dietterich 2019), the families are those of user
interfaces: densities, zoom, codecs, framing, themes, pointers, remote desktops. Zoom, forced
colours and transparency are made out of the pixels, since a crop can't be rendered again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PIL import Image

from checkboxnet.picture.fit import border_colour
from checkboxnet.picture.read import RgbImage
from checkboxnet.picture.screen import (
    draw_pointer,
    draw_ring,
    encode,
    in_web_palette,
    is_background,
    on_background,
    share_screen,
)

Corruption = Callable[[RgbImage], RgbImage]

_DISABLED_OPACITY = 0.38  # Material Design's
_FOCUS_BLUE = (26, 115, 232)


def _resized(
    image: RgbImage, factor: float, resampling: Image.Resampling = Image.Resampling.BICUBIC
) -> RgbImage:
    height, width = (max(1, round(side * factor)) for side in image.shape[:2])
    return np.asarray(Image.fromarray(image).resize((width, height), resampling))


def _shifted(image: RgbImage, right: int, down: int) -> RgbImage:
    """Moves the window by some pixels; what enters repeats the edge."""
    reach = max(abs(right), abs(down))
    wide = np.pad(image, ((reach, reach), (reach, reach), (0, 0)), mode="edge")
    top, left = reach + down, reach + right
    return wide[top : top + image.shape[0], left : left + image.shape[1]]


def _padded(image: RgbImage) -> RgbImage:
    margin = round(min(image.shape[:2]) * 0.25)
    return np.pad(image, ((margin, margin), (margin, margin), (0, 0)), mode="edge")


def _trimmed(image: RgbImage) -> RgbImage:
    """Cuts up to a quarter of the shorter side off each edge, but only plain background."""
    height, width = image.shape[:2]
    margin = round(min(height, width) * 0.25)
    left, top, right, bottom = _content(image)
    rows = slice(min(margin, top), max(height - margin, bottom))
    return image[rows, min(margin, left) : max(width - margin, right)]


def _content(image: RgbImage) -> tuple[int, int, int, int]:
    """Returns left, top, right and bottom of all that differs from the background."""
    box = Image.fromarray(~is_background(image)).getbbox()
    return box or (0, 0, image.shape[1], image.shape[0])


def _grey(image: RgbImage) -> RgbImage:
    return np.asarray(Image.fromarray(image).convert("L").convert("RGB"))


def _forced_colours(image: RgbImage) -> RgbImage:
    """High contrast: the background black, what is drawn white, strong colours cyan."""
    saturation = np.asarray(Image.fromarray(image).convert("HSV"))[..., 1:2]
    luma = np.asarray(Image.fromarray(image).convert("L")).astype(np.int16)[..., None]
    background = int(border_colour(image) @ np.array([0.299, 0.587, 0.114]))
    contrast = np.abs(luma - background)
    ink = np.where(saturation > 110, (26, 235, 255), (255, 255, 255))
    return np.asarray(contrast / max(1, contrast.max()) * ink, np.uint8)


def _focused(image: RgbImage) -> RgbImage:
    """A ring of 2 px around what is drawn, 4 px away if the picture goes so far."""
    left, top, right, bottom = _content(image)
    last_row, last_column = image.shape[0] - 1, image.shape[1] - 1
    corner = min(last_column, right + 3), min(last_row, bottom + 3)
    return draw_ring(image, (max(0, left - 4), max(0, top - 4), *corner), colour=_FOCUS_BLUE)


def _disabled(image: RgbImage) -> RgbImage:
    background = border_colour(image).astype(np.float32)
    return np.rint(background + _DISABLED_OPACITY * (image - background)).astype(np.uint8)


def _pointed_at(image: RgbImage) -> RgbImage:
    """A mouse pointer on the middle of the left square, where most crops have their control."""
    height, width = image.shape[:2]
    return draw_pointer(image, (min(width, height) // 2, height // 2))


def _inverted(image: RgbImage) -> RgbImage:
    return np.asarray(255 - image)


_Resampling = Image.Resampling
_SHIFTS = {"left": (4, 0), "right": (-4, 0), "up": (0, 4), "down": (0, -4)}

CORRUPTIONS: dict[str, Corruption] = {
    **{f"device scale ×{f:g}": partial(_resized, factor=f) for f in (0.5, 0.75, 1.5, 2, 3)},
    **{
        f"browser zoom {percent} %": partial(
            _resized, factor=percent / 100, resampling=_Resampling.BOX
        )
        for percent in (67, 80, 125, 150)
    },
    **{f"JPEG {q}": partial(encode, codec="JPEG", quality=q) for q in (30, 50, 75, 95)},
    **{f"WebP {q}": partial(encode, codec="WEBP", quality=q) for q in (30, 75)},
    **{
        f"{method.name.lower()} ×0.6": partial(_resized, factor=0.6, resampling=method)
        for method in (_Resampling.NEAREST, _Resampling.BILINEAR, _Resampling.BICUBIC)
    },
    **{
        f"shift 4 px {way}": partial(_shifted, right=right, down=down)
        for way, (right, down) in _SHIFTS.items()
    },
    "padding +25 %": _padded,
    "padding -25 %": _trimmed,
    "inverted colours": _inverted,
    "forced colours": _forced_colours,
    "grey": _grey,
    "focus ring": _focused,
    "disabled": _disabled,
    "pointer": _pointed_at,
    "screen share": share_screen,
    "256 colours": in_web_palette,
    "transparent on black": partial(on_background, colour=(0, 0, 0)),
    "transparent on white": partial(on_background, colour=(255, 255, 255)),
}
"""By name, each from a picture to a picture, without randomness."""
