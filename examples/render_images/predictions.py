"""Draws `docs/images/predictions.png`: example images with what the default model says of them.

Usage: python examples/render_images/predictions.py
"""

from __future__ import annotations

from pathlib import Path

from matplotlib.figure import Figure

import checkboxnet
from checkboxnet.picture.read import open_image
from checkboxnet.report.files import atomic_path

ROOT = Path(__file__).parent.parent
TARGET = ROOT.parent / "docs" / "images" / "predictions.png"
SHOWN = (
    "checked/checkbox-dark-zh",
    "unchecked/switch-ios-en",
    "checked/heart-filled",
    "other/select",
    "checked/switch-slim-blue",
    "unchecked/checkbox-rounded-purple-ko",
    "checked/radio-native-en",
    "other/button-primary",
)


def main() -> None:
    """Draws two rows of four."""
    paths = [ROOT / "images" / f"{name}.png" for name in SHOWN]
    figure = Figure(figsize=(9, 2.6), layout="constrained")
    predictions = checkboxnet.predict(paths)
    for axes, path, prediction in zip(figure.subplots(2, 4).flat, paths, predictions, strict=True):
        axes.imshow(open_image(path))
        axes.set_title(f"{prediction.label} {prediction.score:.2f}", fontsize=9)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.spines[:].set_color("#cbd5e1")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with atomic_path(TARGET) as temporary:
        figure.savefig(temporary, format="png", dpi=110)


if __name__ == "__main__":
    main()
