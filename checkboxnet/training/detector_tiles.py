"""Tiles of labelled screenshots, and what a detector is to answer for each of their cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.utils.data import DataLoader, Dataset, WeightedRandomSampler

from checkboxnet.dataset.augment import AUGMENTATIONS
from checkboxnet.dataset.page_records import LabelledPage, clipped
from checkboxnet.picture.read import RgbImage, open_image
from checkboxnet.prediction import KINDS
from checkboxnet.training.detector_network import STRIDE
from checkboxnet.training.images import generator_of

SIDE = 320
"""Height and width of a tile, in pixels."""
TILES_PER_PAGE = 4
"""Tiles that are cut from a screenshot once it is read, which takes as long as to use them."""
CELLS = SIDE // STRIDE
_CANDIDATES = 4
"""Windows drawn at random, of which the one that shows most is taken."""

HEAT, WEIGHT, BOX, KIND = 0, 1, slice(2, 6), 6
"""Channels of the targets: how near a centre is, from 0 to 1; whether the cell counts; left, top,
right and bottom of the control in pixels, where there is one; index of its kind, or -1."""
CHANNELS = 7

_SPREAD = 0.09
"""Standard deviation of the heat around a centre, as a share of the control's side: that of Liu et
al. 2020, "Training-Time-Friendly Network for Real-Time Object Detection" (.54 / 6)."""


class TileDataset(Dataset[tuple[Tensor, Tensor]]):
    """By screenshot: tiles, uint8 of shape (4, 320, 320, 3), and targets, (4, 7, 40, 40).

    A third of the tiles shows a control, a third, where that can be, no control, a third anything.
    Windows and colours are drawn from a seed made of run seed, epoch and index, so tiles are the
    same however often a run was interrupted.
    """

    def __init__(self, pages: Sequence[LabelledPage], *, seed: int, augment: bool) -> None:
        """Reads nothing yet.

        Args:
            pages: Screenshots and what is on them.
            seed: Fixes what is drawn.
            augment: Whether sizes and colours are varied.
        """
        self.pages, self.seed, self.augment = pages, seed, augment
        self.epoch = 0
        """Set before each pass; changes what is drawn."""

    def __len__(self) -> int:
        return len(self.pages)

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor]:
        random = np.random.default_rng([self.seed, self.epoch, index])
        page = self.pages[index]
        shot = open_image(page.path)
        pictures, targets = [], []
        for _ in range(TILES_PER_PAGE):
            zoom = self._zoom(page, random)
            window = _window(page, shot, SIDE / zoom, random)
            picture, seen = _tile(shot, page, window)
            if self.augment:
                picture = AUGMENTATIONS["ui"].after(picture, random)
            pictures.append(torch.from_numpy(np.array(picture)))
            targets.append(torch.from_numpy(targets_of(seen)))
        return torch.stack(pictures), torch.stack(targets)

    def _zoom(self, page: LabelledPage, random: np.random.Generator) -> float:
        """Returns how large a tile shows the page: about as it is, or as a coarser screen does."""
        if not self.augment:
            return 1.0
        zoom = random.uniform(0.8, 1.25)
        scale = float(page.about.get("scale", 1))
        if scale > 1 and random.random() < 0.4:
            zoom *= random.uniform(1 / scale, 1)
        return float(zoom)


def tile_batches(
    dataset: TileDataset, *, batch_size: int, draws: int | None = None
) -> DataLoader[tuple[Tensor, Tensor]]:
    """Returns a loader of batches of tiles.

    Args:
        dataset: What to read.
        batch_size: Tiles of a batch, of a quarter as many screenshots.
        draws: Number of tiles to draw, each group of screenshots as often as the square root of
            its size asks for; by default all screenshots are gone through once, in order.
    """
    pages = max(1, batch_size // TILES_PER_PAGE)
    if draws is None:
        return DataLoader(dataset, batch_size=pages, collate_fn=_joined)
    sizes = Counter(page.group for page in dataset.pages)
    chances = [sizes[page.group] ** -0.5 for page in dataset.pages]
    count = -(-draws // TILES_PER_PAGE)
    generator = generator_of(dataset.seed, dataset.epoch)
    sampler = WeightedRandomSampler(chances, count, generator=generator)
    return DataLoader(dataset, batch_size=pages, sampler=sampler, collate_fn=_joined)


def _joined(parts: Sequence[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor]:
    return torch.cat([part[0] for part in parts]), torch.cat([part[1] for part in parts])


def _window(
    page: LabelledPage, shot: RgbImage, side: float, random: np.random.Generator
) -> NDArray[np.float32]:
    """Returns left, top, right and bottom of a square of the screenshot, which may reach out."""
    height, width = shot.shape[:2]
    room = np.maximum([width - side, height - side], 0)
    wish = random.integers(3)
    if wish == 0 and len(page.boxes):
        box = page.boxes[random.integers(len(page.boxes))]
        middle = (box[:2] + box[2:]) / 2
        corner = np.clip(middle - side * random.uniform(0.1, 0.9, 2), 0, room)
        return np.concatenate([corner, corner + side]).astype(np.float32)
    corners = random.uniform(0, 1, (_CANDIDATES, 2)) * room
    windows = np.concatenate([corners, corners + side], axis=1).astype(np.float32)
    # Most of a page is plain background, from which there is nothing to learn.
    chances = [
        _detail(shot, window) * (wish != 1 or not len(clipped(page, window).boxes))
        for window in windows
    ]
    return np.asarray(windows[int(np.argmax(chances))])


def _detail(shot: RgbImage, window: NDArray[np.float32]) -> float:
    """Returns how much is drawn in a window: the share of neighbouring pixels that differ."""
    left, top, right, bottom = window.astype(int)
    green = shot[top:bottom:4, left:right, 1].astype(np.int16)
    return float((np.abs(np.diff(green, axis=1)) > 8).mean()) + 1e-6


def _tile(
    shot: RgbImage, page: LabelledPage, window: NDArray[np.float32]
) -> tuple[RgbImage, LabelledPage]:
    """Returns the picture in a window at the size of a tile, and what is seen in it."""
    left, top, right, bottom = (round(float(side)) for side in window)
    height, width = shot.shape[:2]
    part = shot[top : min(bottom, height), left : min(right, width)]
    missing = (bottom - top - part.shape[0], right - left - part.shape[1])
    part = np.pad(part, ((0, missing[0]), (0, missing[1]), (0, 0)), mode="edge")
    seen = clipped(page, np.array([left, top, right, bottom], np.float32))
    zoom = SIDE / (right - left)
    if part.shape[:2] != (SIDE, SIDE):
        # Box averages all pixels of a smaller picture, as a screen of fewer pixels does.
        filters = Image.Resampling
        picture = Image.fromarray(part).resize(
            (SIDE, SIDE), filters.BOX if zoom < 1 else filters.BILINEAR
        )
        part = np.asarray(picture)
    seen.boxes[:] *= zoom
    seen.ignore[:] *= zoom
    return np.ascontiguousarray(part), seen


def targets_of(page: LabelledPage) -> NDArray[np.float32]:
    """Returns what the network is to answer for a tile, float32 of shape (7, 40, 40)."""
    targets = np.zeros((CHANNELS, CELLS, CELLS), np.float32)
    targets[WEIGHT] = 1
    targets[KIND] = -1
    middles = (np.arange(CELLS, dtype=np.float32) + 0.5) * STRIDE
    for left, top, right, bottom in page.ignore:
        # A cell beside a region may hold the centre of what reaches out of it.
        columns = (middles >= left - STRIDE) & (middles <= right + STRIDE)
        rows = (middles >= top - STRIDE) & (middles <= bottom + STRIDE)
        targets[WEIGHT][np.ix_(rows, columns)] = 0
    # The largest first, so that what lies in another control has the last word.
    areas = np.prod(page.boxes[:, 2:] - page.boxes[:, :2], axis=1)
    for index in np.argsort(-areas, kind="stable").tolist():
        box, kind = page.boxes[index], page.controls[index].kind
        _add(targets, middles, box, KINDS.index(kind))
    return targets


def _add(
    targets: NDArray[np.float32],
    middles: NDArray[np.float32],
    box: NDArray[np.float32],
    kind: int,
) -> None:
    centre, size = (box[:2] + box[2:]) / 2, np.maximum(box[2:] - box[:2], 1)
    column, row = (min(CELLS - 1, max(0, int(side // STRIDE))) for side in centre)
    # Measured from the middle of the centre's cell, which is where the peak is to be.
    spread = np.maximum(_SPREAD * size, 0.2 * STRIDE)
    across = np.exp(-(((middles - middles[column]) / spread[0]) ** 2) / 2)
    down = np.exp(-(((middles - middles[row]) / spread[1]) ** 2) / 2)
    heat = down[:, None] * across[None, :]
    near = heat > 0.6  # where the distances and the kind are learnt too
    targets[HEAT] = np.maximum(targets[HEAT], heat)
    targets[BOX][:, near] = box[:, None]
    targets[KIND, near] = kind
    targets[WEIGHT, near] = 1
