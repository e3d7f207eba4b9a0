"""How well the two states of a control can be told apart by eye."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checkboxnet.browser.stability import difference
from checkboxnet.picture.read import RgbImage

LEAST_RATIO = 3.0
"""What WCAG 2.2 asks of graphics and controls, in success criterion 1.4.11."""

_TO_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


@dataclass(frozen=True, slots=True, kw_only=True)
class StateContrast:
    """How a control that is on differs from itself when it is off."""

    share: float
    """Of the pixels of its box, those that differ visibly, by more than 16 of 255 in a channel;
    0 to 1."""
    ratio: float
    """Contrast ratio that a quarter of these pixels reach, 1 to 21: each pixel's colour in one
    state is compared with its own colour in the other one."""

    @property
    def is_low(self) -> bool:
        """Whether the ratio is below 3:1."""
        return self.ratio < LEAST_RATIO

    def __str__(self) -> str:
        """Returns the ratio, rounded down, and the share, say `4.6:1 in 38 %`."""
        ratio = f"{math.floor(self.ratio * 10) / 10:.1f}:1"
        return f"{ratio}{' (low)' if self.is_low else ''} in {self.share:.0%}".replace("%", " %")


def contrast_of(on: RgbImage, off: RgbImage) -> StateContrast | None:
    """Compares pictures of the same control in both states, in either order.

    The contrast ratio of two colours is `(L1 + 0.05) / (L2 + 0.05)`, where L1 is the relative
    luminance of the lighter and L2 of the darker one, both by the definitions of WCAG 2.2
    (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance and #dfn-contrast-ratio). Colours are
    compared pixel by pixel, not on average: of a thumb that moves along its track, the average of
    all that changes is the same in both states. It is the upper quartile of these ratios that
    counts, since an outline that changes little takes nothing away from a filling that does.

    Args:
        on: uint8 of shape (H, W, 3), sRGB. Its top left corner lies on that of the other one;
            what only one of them holds is left out.
        off: The same in the other state.

    Returns:
        None if no pixel differs visibly.
    """
    different = difference(on, off)
    if not different.any():
        return None
    height, width = different.shape
    first, second = (
        _relative_luminance(picture[:height, :width][different]) + 0.05 for picture in (on, off)
    )
    ratios = np.maximum(first, second) / np.minimum(first, second)
    return StateContrast(share=float(different.mean()), ratio=float(np.quantile(ratios, 0.75)))


def _relative_luminance(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Returns the relative luminance, 0 to 1, of sRGB colours of shape (N, 3)."""
    encoded = colours / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    luminance: NDArray[np.float64] = linear @ _TO_LUMINANCE
    return luminance
