"""`Detector`: boxes of the controls on a screenshot, without their states."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checkboxnet.picture.boxes import Box, areas_of, box_of, shared_corners
from checkboxnet.picture.read import RgbImage
from checkboxnet.prediction import KINDS
from checkboxnet.scanning.config import DetectorFolder, read_detector
from checkboxnet.scanning.tiles import SMALLEST, STRIDE, tiles

_EMBEDDED = Path(__file__).parent / "embedded"
_SAME = 0.5
"""Intersection over union from which on two boxes are of one control, which two tiles showed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """A control that was found."""

    box: Box
    """Left, top, width and height in pixels of the screenshot."""
    score: float
    """From 0 to 1; not calibrated."""
    kind: str
    """One of `KINDS`."""


class Detector:
    """A detector ready to run; share it between threads freely."""

    def __init__(self, folder: DetectorFolder, *, threads: int | None = None) -> None:
        """Opens a session of ONNX Runtime.

        Args:
            folder: Verified weights.
            threads: Threads of one forward pass; by default one per usable processor, at most 4.

        Raises:
            WeightsError: ONNX Runtime refuses the graph.
        """
        from checkboxnet.inference.onnx_runtime import OnnxRuntime

        self.config = folder.config
        self._runtime = OnnxRuntime(folder, threads=threads)

    def find(self, image: RgbImage, *, min_score: float | None = None) -> list[Detection]:
        """Returns the controls on a screenshot, most probable first.

        Args:
            image: uint8 array of shape (H, W, 3).
            min_score: Lowest score of what is returned, from 0 to 1; by default the threshold
                that comes with the weights.
        """
        threshold = self.config.threshold if min_score is None else min_score
        height, width = image.shape[:2]
        boxes, scores, kinds = [], [], []
        for down, across in tiles(height, width):
            tile = _padded(image[down.start : down.end, across.start : across.end])
            found_scores, found_boxes, found_kinds = (
                output[0] for output in self._runtime.run(tile[None])
            )
            found_boxes = found_boxes + np.array([across.start, down.start] * 2, np.float32)
            for score, box, kind in zip(found_scores, found_boxes, found_kinds, strict=True):
                centre = (box[:2] + box[2:]) / 2
                if score >= threshold and across.owns(centre[0]) and down.owns(centre[1]):
                    boxes.append(box)
                    scores.append(score)
                    kinds.append(kind)
        corners = np.clip(np.array(boxes).reshape(-1, 4), 0, [width, height] * 2)
        return [
            Detection(
                box=box_of(corners[index]), score=float(scores[index]), kind=KINDS[kinds[index]]
            )
            for index in _distinct(corners, np.array(scores))
        ]


def _padded(tile: RgbImage) -> RgbImage:
    """Returns the tile with its last row and column repeated up to what the network takes."""
    down, across = (max(SMALLEST - side, -side % STRIDE) for side in tile.shape[:2])
    return np.pad(tile, ((0, down), (0, across), (0, 0)), mode="edge")


def _distinct(corners: NDArray[np.float32], scores: NDArray[np.float32]) -> list[int]:
    """Returns the indices of boxes of at least a pixel that no better one covers, best first."""
    kept: list[int] = []
    for index in np.argsort(-scores, kind="stable").tolist():
        if (corners[index, 2:] - corners[index, :2]).min() < 1:
            continue
        if not (overlap(corners[[index]], corners[kept]) >= _SAME).any():
            kept.append(index)
    return kept


def overlap(some: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    """Returns the intersection over union of each pair of boxes, shape (some, others).

    Args:
        some: Left, top, right and bottom, shape (some, 4).
        others: The same, shape (others, 4).
    """
    shared = areas_of(shared_corners(some[:, None], others[None]))
    union = areas_of(some)[:, None] + areas_of(others)[None] - shared
    result: NDArray[np.float32] = shared / np.maximum(union, 1e-9)
    return result


def default_detector_folder() -> Path:
    """Returns the folder of the detector that comes with the package."""
    return next(path.parent for path in _EMBEDDED.glob("*/config.json"))


def as_detector(detector: str | os.PathLike[str] | Detector) -> Detector:
    """Returns a detector as it is, or loaded: the one that comes with the package, or a folder.

    Raises:
        ModelNotFoundError: There is no such folder.
        WeightsError: It is incomplete, altered or malformed.
    """
    if isinstance(detector, Detector):
        return detector
    return default_detector() if detector == "default" else Detector(read_detector(Path(detector)))


@cache
def default_detector() -> Detector:
    """Returns the detector that comes with the package, loaded once per process."""
    return Detector(read_detector(default_detector_folder()))
