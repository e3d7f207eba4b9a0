"""What happens to the picture of a control between a screen and us, as a fixed suite.

The families follow ImageNet-C (Hendrycks and Dietterich 2019) in kind, but are those of user
interfaces: densities, zoom, codecs, framing, themes, pointers, remote desktops. Zoom, forced
colours and transparency would be drawn by a browser; here they are made out of the pixels, which
is all that a labelled crop has.
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
    on_ground,
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
    """Moves the window: what enters on one side repeats the edge there."""
    reach = max(abs(right), abs(down))
    wide = np.pad(image, ((reach, reach), (reach, reach), (0, 0)), mode="edge")
    top, left = reach + down, reach + right
    return wide[top : top + image.shape[0], left : left + image.shape[1]]


def _padded(image: RgbImage) -> RgbImage:
    margin = round(min(image.shape[:2]) * 0.25)
    return np.pad(image, ((margin, margin), (margin, margin), (0, 0)), mode="edge")


def _trimmed(image: RgbImage) -> RgbImage:
    """Cuts up to a quarter of the shorter side off each edge, but only plain background."""
    margin = round(min(image.shape[:2]) * 0.25)
    rows, columns = _content(image)
    top, bottom = min(margin, rows.start), min(margin, image.shape[0] - rows.stop)
    left, right = min(margin, columns.start), min(margin, image.shape[1] - columns.stop)
    return image[top : image.shape[0] - bottom, left : image.shape[1] - right]


def _content(image: RgbImage) -> tuple[slice, slice]:
    """Returns rows and columns of the smallest box around all that is no plain background."""
    drawn = ~is_background(image)
    if not drawn.any():
        return slice(0, image.shape[0]), slice(0, image.shape[1])
    rows, columns = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def _grey(image: RgbImage) -> RgbImage:
    return np.asarray(Image.fromarray(image).convert("L").convert("RGB"))


def _forced_colours(image: RgbImage) -> RgbImage:
    """High contrast: background black, what is drawn white, strong colours the accent."""
    saturation = np.asarray(Image.fromarray(image).convert("HSV"))[..., 1]
    luma = np.asarray(Image.fromarray(image).convert("L")).astype(np.int16)
    ground = int(border_colour(image) @ np.array([0.299, 0.587, 0.114]))
    farthest = max(1, int(np.abs(luma - ground).max()))
    share = np.clip(np.abs(luma - ground) / farthest, 0, 1)[..., None]
    ink = np.where((saturation > 110)[..., None], (26, 235, 255), (255, 255, 255))
    return np.asarray(share * ink, np.uint8)


def _focused(image: RgbImage) -> RgbImage:
    """A ring of 2 px around what is drawn, as far out as the picture goes."""
    rows, columns = _content(image)
    height, width = image.shape[:2]
    left, top = max(0, columns.start - 4), max(0, rows.start - 4)
    right, bottom = min(width - 1, columns.stop + 3), min(height - 1, rows.stop + 3)
    return draw_ring(image, (left, top, right, bottom), colour=_FOCUS_BLUE)


def _disabled(image: RgbImage) -> RgbImage:
    ground = border_colour(image).astype(np.float32)
    return np.rint(ground + _DISABLED_OPACITY * (image - ground)).astype(np.uint8)


def _pointed_at(image: RgbImage) -> RgbImage:
    """A mouse pointer whose tip is at the middle of the picture's first square, as after a click.

    Labels mostly follow their control, so that is where the control is.
    """
    height, width = image.shape[:2]
    return draw_pointer(image, (min(width, height) // 2, height // 2))


def _inverted(image: RgbImage) -> RgbImage:
    return np.asarray(255 - image)


_BILINEAR, _BICUBIC, _NEAREST = (
    Image.Resampling.BILINEAR,
    Image.Resampling.BICUBIC,
    Image.Resampling.NEAREST,
)

CORRUPTIONS: dict[str, Corruption] = {
    **{f"device scale ×{f:g}": partial(_resized, factor=f) for f in (0.5, 0.75, 1.5, 2, 3)},
    **{
        f"browser zoom {round(100 * f)} %": partial(
            _resized, factor=f, resampling=Image.Resampling.BOX
        )
        for f in (0.67, 0.8, 1.25, 1.5)
    },
    **{f"JPEG {q}": partial(encode, codec="JPEG", quality=q) for q in (30, 50, 75, 95)},
    **{f"WebP {q}": partial(encode, codec="WEBP", quality=q) for q in (30, 75)},
    **{
        f"{name} ×0.6": partial(_resized, factor=0.6, resampling=resampling)
        for name, resampling in (
            ("nearest", _NEAREST),
            ("bilinear", _BILINEAR),
            ("bicubic", _BICUBIC),
        )
    },
    "shift 4 px left": partial(_shifted, right=4, down=0),
    "shift 4 px right": partial(_shifted, right=-4, down=0),
    "shift 4 px up": partial(_shifted, right=0, down=4),
    "shift 4 px down": partial(_shifted, right=0, down=-4),
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
    "transparent on black": partial(on_ground, colour=(0, 0, 0)),
    "transparent on white": partial(on_ground, colour=(255, 255, 255)),
}
"""By name, each from a picture to a picture, without chance."""
