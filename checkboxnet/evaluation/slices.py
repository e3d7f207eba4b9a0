"""Dividing a set of images into slices, each of which gets its own figures."""

from __future__ import annotations

from collections import Counter

from checkboxnet.dataset.read import ImageSet, Sample
from checkboxnet.errors import DatasetError
from checkboxnet.picture.fit import border_colour
from checkboxnet.picture.read import open_image

_MISSING = "–"
_RARER = "(rarer)"
_MOST_VALUES = 40


def slice_values(images: ImageSet, name: str) -> list[str]:
    """Returns the value that each image has; of more than 40, the rarest are taken as one.

    Args:
        images: Readable images.
        name: A column of their manifest (`kit`, `lang`, `kind`, `theme`…), `label`, `group`,
            `background` (light or dark, by the crop's border) or `width` (of the crop).

    Raises:
        DatasetError: No image has such a column.
    """
    values = [_value(sample, name) for sample in images.samples]
    if set(values) == {_MISSING}:
        columns = sorted({key for sample in images.samples for key in sample.metadata})
        raise DatasetError(
            f"{images.root}: no column {name!r} to divide by; there are "
            + ", ".join(["background", "group", "label", "width", *columns])
        )
    kept = {value for value, _ in Counter(values).most_common(_MOST_VALUES)}
    return [value if value in kept else _RARER for value in values]


def _value(sample: Sample, name: str) -> str:
    if name == "background":
        return "light" if border_colour(open_image(sample.path)).mean() >= 128 else "dark"
    if name == "width":
        width = open_image(sample.path).shape[1]
        limits = (48, 96, 192, 384)
        return next((f"under {limit:3} px" for limit in limits if width < limit), "wider")
    own = {"label": sample.label, "group": sample.group}
    value = own[name] if name in own else sample.metadata.get(name)
    return _MISSING if value in (None, "") else str(value)
