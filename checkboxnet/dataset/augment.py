"""Training-time transforms, by name. Each keeps what a person would call the control's state.

No mirroring: a mirrored switch changes its state. No crops that could cut the control away.
Varied is what differs between screens: themes, accent colours, pixel densities, margins, codecs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from checkboxnet.picture.read import RgbImage
from checkboxnet.picture.screen import (
    draw_pointer,
    draw_ring,
    encode,
    in_web_palette,
    on_background,
    share_screen,
)

ImageTransform = Callable[[RgbImage, np.random.Generator], RgbImage]

_SMALLEST_LAID_OVER = 16
"""Pixels of the shorter side, below which a pointer would hide the control."""

_RESAMPLING = (
    Image.Resampling.BILINEAR,
    Image.Resampling.BOX,
    Image.Resampling.BICUBIC,
    Image.Resampling.NEAREST,
    Image.Resampling.LANCZOS,
)

# Luma and two axes of colour (NTSC): a hue turns in the plane of the last two.
_TO_YIQ = np.array([[0.299, 0.587, 0.114], [0.596, -0.274, -0.321], [0.211, -0.523, 0.311]])
_TO_RGB = np.linalg.inv(_TO_YIQ)


@dataclass(frozen=True, slots=True, kw_only=True)
class Augmentation:
    """Transforms of uint8 arrays of shape (H, W, 3); all chance comes from the generator."""

    before: ImageTransform
    """Sees the crop at its own size, before it is fitted into the model's input."""
    after: ImageTransform
    """Sees the fitted picture."""
    draws_from_torch: bool = False
    """Whether torch's global random numbers are set, used and restored on the way."""


def _identity(image: RgbImage, random: np.random.Generator) -> RgbImage:
    return image


def _frame_and_density(image: RgbImage, random: np.random.Generator) -> RgbImage:
    """Varies margins and pixel density, and may draw a pointer or a focus ring."""
    image = _lay_over(_move_edges(image, random), random)
    return _lower_density(image, random) if random.random() < 0.5 else image


def _theme_and_codec(image: RgbImage, random: np.random.Generator) -> RgbImage:
    """Varies colours, and may invert, tint, blur, compress or add noise."""
    image = recolour(image, _random_colours(random))
    picture = Image.fromarray(image)
    if random.random() < 0.15:
        picture = picture.filter(ImageFilter.GaussianBlur(random.uniform(0.3, 1.2)))
    if random.random() < 0.15:
        return encode(np.asarray(picture), "JPEG", int(random.integers(30, 96)))
    image = np.asarray(picture)
    if random.random() < 0.1:
        noise = random.normal(0, random.uniform(2, 12), image.shape)
        image = np.clip(image + noise, 0, 255).astype(np.uint8)
    return image


def _move_edges(image: RgbImage, random: np.random.Generator) -> RgbImage:
    """Moves each edge in or out, repeating its pixels where it goes out.

    In by at most a twelfth of the shorter side: no control is cut away. Out by as much, and
    in three of ten crops by up to half of the shorter side at some edges.
    """
    height, width = image.shape[:2]
    shorter = min(height, width)
    out = random.integers(-(shorter // 12), shorter // 12 + 1, 4)
    if random.random() < 0.3:
        far = random.integers(0, max(1, shorter // 2) + 1, 4)
        out = np.where(random.random(4) < 0.5, far, out)
    top, bottom, left, right = (int(value) for value in out)
    cut = image[max(0, -top) : height - max(0, -bottom), max(0, -left) : width - max(0, -right)]
    margins = ((max(0, top), max(0, bottom)), (max(0, left), max(0, right)), (0, 0))
    return np.pad(cut, margins, mode="edge")


def _lay_over(image: RgbImage, random: np.random.Generator) -> RgbImage:
    """May add a focus ring, another background, a pointer, few colours or a shared screen."""
    height, width = image.shape[:2]
    if min(height, width) < _SMALLEST_LAID_OVER:
        return image
    if random.random() < 0.08:
        left, top = (int(random.integers(0, max(1, side // 4))) for side in (width, height))
        right = max(left, width - 1 - int(random.integers(0, max(1, width // 4))))
        bottom = max(top, height - 1 - int(random.integers(0, max(1, height // 4))))
        image = draw_ring(
            image,
            (left, top, right, bottom),
            colour=_any_colour(random),
            width=1 + round(random.random() * 2),
        )
    if random.random() < 0.04:
        grounds = ((0, 0, 0), (255, 255, 255), _any_colour(random))
        image = on_background(image, grounds[random.integers(len(grounds))])
    if random.random() < 0.12:
        at = int(random.integers(0, width)), int(random.integers(0, height))
        if random.random() < 0.4:  # clicked: the control is mostly at one end of its label
            reach = min(width, height)
            at = int(random.choice([reach // 2, width - 1 - reach // 2])), height // 2
        fill, outline = ((0, 0, 0), (255, 255, 255))
        if random.random() < 0.4:
            fill, outline = outline, fill
        image = draw_pointer(image, at, scale=random.uniform(0.7, 2), fill=fill, outline=outline)
    if random.random() < 0.08:
        image = in_web_palette(image)
    if random.random() < 0.05:
        image = share_screen(
            image,
            factor=random.uniform(0.5, 0.9),
            blur=random.uniform(0.2, 0.8),
            quality=int(random.integers(25, 70)),
        )
    return image


def _any_colour(random: np.random.Generator) -> tuple[int, int, int]:
    red, green, blue = (int(value) for value in random.integers(0, 256, 3))
    return red, green, blue


def _lower_density(image: RgbImage, random: np.random.Generator) -> RgbImage:
    """Shrinks the crop to between 35 % and all of its size, by any of the usual filters."""
    factor = random.uniform(0.35, 1)
    width, height = (max(8, round(side * factor)) for side in (image.shape[1], image.shape[0]))
    resampling = _RESAMPLING[random.integers(len(_RESAMPLING))]
    return np.asarray(Image.fromarray(image).resize((width, height), resampling))


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One change of a picture's colours; the defaults change nothing."""

    hue: float = 0.0
    """Turn of all hues, in radians."""
    saturation: float = 1.0
    contrast: float = 1.0
    """Around the picture's mean luma."""
    brightness: float = 1.0
    invert: bool = False
    gamma: float = 1.0
    tint: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """RGB from 0 to 1, laid over the picture…"""
    tint_share: float = 0.0
    """…with this opacity."""


def _random_colours(random: np.random.Generator) -> Colours:
    tinted = random.random() < 0.3
    return Colours(
        hue=random.uniform(-np.pi, np.pi) if random.random() < 0.7 else 0.0,
        saturation=0.0 if random.random() < 0.08 else random.uniform(0.2, 1.6),
        contrast=random.uniform(0.5, 1.3),
        brightness=random.uniform(0.75, 1.25),
        invert=random.random() < 0.15,
        gamma=float(np.exp(random.uniform(-0.4, 0.4))),
        tint=(random.random(), random.random(), random.random()),
        tint_share=random.uniform(0, 0.25) if tinted else 0.0,
    )


def recolour(image: RgbImage, colours: Colours) -> RgbImage:
    """Changes hue, saturation, contrast, brightness, polarity, gamma and tint, in this order.

    All but gamma is linear, so it is done in one multiplication for each pixel.
    """
    cosine, sine = np.cos(colours.hue), np.sin(colours.hue)
    turn = np.array([[1, 0, 0], [0, cosine, -sine], [0, sine, cosine]])
    turn[1:] *= colours.saturation
    matrix = _TO_RGB @ turn @ _TO_YIQ
    picture = Image.fromarray(image)
    mean = float(image.mean(axis=(0, 1)) @ _TO_YIQ[0])
    gain = colours.contrast * colours.brightness
    shift = mean * (1 - colours.contrast) * colours.brightness
    if colours.invert:
        gain, shift = -gain, 255 - shift
    rows = np.column_stack([gain * matrix, np.full(3, shift)])
    picture = picture.convert("RGB", tuple(rows.ravel().tolist()))
    if colours.gamma == 1 and not colours.tint_share:
        return np.asarray(picture)
    levels = np.linspace(0, 1, 256) ** colours.gamma
    curves = [levels + colours.tint_share * (tint - levels) for tint in colours.tint]
    return np.asarray(picture.point(np.rint(255 * np.concatenate(curves)).astype(int).tolist()))


AUGMENTATIONS: dict[str, Augmentation] = {
    "none": Augmentation(before=_identity, after=_identity),
    "ui": Augmentation(before=_frame_and_density, after=_theme_and_codec),
}
"""What `TrainConfig.augment` names."""
