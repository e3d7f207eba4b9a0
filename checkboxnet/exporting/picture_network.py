"""The way from pixels to probabilities as one network, for runtimes that know only tensors.

`fit` and what it stands on are `checkboxnet.picture.fit` once more, to the last bit, in operations
on tensors whose shapes never depend on what the picture shows: lines that are narrowed away aren't
cut out but have no weight in the resampling, and padding is where no line has any.
"""

from __future__ import annotations

from fractions import Fraction

import torch
from torch import Tensor, nn

from checkboxnet.labels import Label
from checkboxnet.picture.decode import BACKGROUND, OTHER_BACKGROUND, PLAIN
from checkboxnet.picture.fit import HIGHEST_BLANK, SMALLEST_BLANK, WIDEST_BLANK, Preprocessing
from checkboxnet.prediction import MIXED_FROM
from checkboxnet.weights.config import WeightsConfig


class PictureNetwork(nn.Module):
    """From one picture of any size to calibrated probabilities."""

    colour_mean: Tensor  # not `mean`, which the exporter to ONNX would have twice
    colour_std: Tensor
    thresholds: Tensor
    is_toggle: Tensor

    def __init__(self, network: nn.Module, config: WeightsConfig) -> None:
        """Puts all that `Model.predict` does around a network."""
        super().__init__()
        self.network = network
        self.temperature = config.temperature
        self.preprocessing = config.preprocessing
        self.certainty = config.certainty
        self.labels, self.kinds, self.mixed = len(config.labels), len(config.kinds), config.mixed
        toggles = [label != Label.OTHER for label in config.labels]
        self.register_buffer("is_toggle", torch.tensor(toggles))
        self.register_buffer("colour_mean", torch.tensor(config.preprocessing.mean))
        self.register_buffer("colour_std", torch.tensor(config.preprocessing.std))
        thresholds = [config.certainty.threshold(label) for label in config.labels]
        self.register_buffer("thresholds", torch.tensor(thresholds))

    def forward(self, picture: Tensor) -> tuple[Tensor, ...]:
        """Returns probabilities (labels,), whether they are certain (), and logits (labels,).

        Where the network tells it, the index of the kind (), one past the last for what is no
        toggle; and the probability that the control is indeterminate ().

        Args:
            picture: uint8, (height, width, 3 or 4): RGB or RGBA.
        """
        canvas = fit(on_background(picture), self.preprocessing)
        batch = canvas[None].permute(0, 3, 1, 2).float() / 255
        batch = (batch - self.colour_mean[:, None, None]) / self.colour_std[:, None, None]
        outputs = self.network(batch)[0]
        logits = outputs[: self.labels]
        probabilities = torch.softmax(logits / self.temperature, dim=0)
        enough = (probabilities >= self.thresholds) & (probabilities == probabilities.max())
        planes = canvas.reshape(-1, 3).int()
        certain = enough.any() & (planes.amax(dim=0) - planes.amin(dim=0) > PLAIN).any()
        if self.certainty.lowest_energy is not None:
            certain = certain & (torch.logsumexp(logits, 0) >= self.certainty.lowest_energy)
        if self.mixed:
            mixed = torch.sigmoid(outputs[-1]) >= MIXED_FROM
            certain = certain & ~(mixed & (enough & self.is_toggle).any())
        for side in picture.shape[:2]:
            certain = certain & (torch.scalar_tensor(side) >= self.certainty.smallest_side)
        more = []
        if self.kinds:
            kind = outputs[self.labels : self.labels + self.kinds].argmax()
            is_toggle = self.is_toggle[probabilities.argmax()]
            more.append(torch.where(is_toggle, kind, self.kinds))
        if self.mixed:
            more.append(torch.sigmoid(outputs[-1]))
        return probabilities, certain, logits, *more


def on_background(picture: Tensor) -> Tensor:
    """Returns the picture on the background that `open_image` puts it on.

    Args:
        picture: uint8, (height, width, 3 or 4): RGB or RGBA.

    Returns:
        float32, (3, height, width), whole numbers from 0 to 255.
    """
    planes = picture.permute(2, 0, 1)
    # By index, since a slice would be checked against a number of channels that is not known yet.
    colour = planes[[0, 1, 2]].float()
    opaque = torch.full_like(planes[:1], 255)
    alpha = torch.cat([planes, opaque])[3].float()
    on_white, seen_on_white = _composite(colour, alpha, BACKGROUND)
    on_black, seen_on_black = _composite(colour, alpha, OTHER_BACKGROUND)
    # An opaque picture is the same on both, so that it makes no difference which is taken.
    return torch.where(seen_on_black & ~seen_on_white, on_black, on_white)


def _composite(colour: Tensor, alpha: Tensor, rgb: tuple[int, int, int]) -> tuple[Tensor, Tensor]:
    """Returns a picture on a colour, and whether anything can be seen on it, ()."""
    ground = torch.tensor(rgb, dtype=torch.float32)[:, None, None]
    picture = torch.floor((colour * alpha + ground * (255 - alpha)) / 255 + 0.5)
    return picture, ((picture - ground).abs() > PLAIN).any()


def fit(picture: Tensor, geometry: Preprocessing) -> Tensor:
    """Returns what `checkboxnet.picture.fit.fit` returns: uint8, (height, width, 3).

    Args:
        picture: float32, (3, height, width), whole numbers from 0 to 255.
        geometry: As there.
    """
    rows, columns = _kept(picture, geometry)
    height, width = geometry.size
    excess = (columns.sum().double() / width) / (rows.sum().double() / height)
    # By a tensor: a number divided by one is taken times its reciprocal, which rounds twice.
    highest = torch.full_like(excess, height * geometry.max_stretch)
    inner_height = torch.round(highest / excess).clamp(1, height)
    inner_width = torch.round(width * geometry.max_stretch * excess).clamp(1, width)
    across = _resampling(columns, inner_width, width)
    down = _resampling(rows, inner_height, height)
    resized = torch.floor(picture.double() @ across.T + 0.5)
    resized = torch.floor(down @ resized + 0.5)
    inside = down.any(dim=1)[:, None] & across.any(dim=1)
    ground = _border_colour(picture, rows, columns)[:, None, None]
    return torch.where(inside, resized.float(), ground).permute(1, 2, 0).to(torch.uint8)


def _kept(picture: Tensor, geometry: Preprocessing) -> tuple[Tensor, Tensor]:
    """Returns which rows and which columns `narrow_blanks` leaves."""
    _, height, width = picture.shape
    rows = torch.ones(height, dtype=torch.bool)
    columns = torch.ones(width, dtype=torch.bool)
    if not geometry.narrow_blanks:
        return rows, columns
    ground = _border_colour(picture, rows, columns)[:, None, None]
    drawn = ((picture - ground).abs() > PLAIN).any(dim=0)
    drawn_rows, drawn_columns = drawn.any(dim=1), drawn.any(dim=0)
    row = torch.arange(height)
    unit = torch.where(drawn_rows, row, -1).max() - torch.where(drawn_rows, row, height).min() + 1
    return (
        _narrowed(~drawn_rows, HIGHEST_BLANK, unit),
        _narrowed(~drawn_columns, WIDEST_BLANK, unit),
    )


def _narrowed(blank: Tensor, share: float, unit: Tensor) -> Tensor:
    """Returns which lines stay: of each run of blank ones no more than a share, at its ends."""
    # Of whole numbers, so that a half is one in single precision too, which some runtimes
    # calculate in.
    ratio = Fraction(share).limit_denominator(100)
    limit = torch.round(unit * ratio.numerator / ratio.denominator).long()
    limit = limit.clamp(min=SMALLEST_BLANK)
    # A line goes if it has so many blank ones beside it that one more than the limit are blank.
    count = blank.shape[0]  # which stays variable, as len(blank) wouldn't
    line = torch.arange(count)
    first = (line - (limit + 1) // 2).clamp(min=0)
    last = (line + limit // 2).clamp(max=count - 1)
    blank_up_to = blank.long().cumsum(0)
    beside = blank_up_to[last] - blank_up_to[first] + blank[first].long()
    return (beside <= limit) | blank.all()


def _border_colour(picture: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
    """Returns the median colour of the outermost pixels in rows and columns that are kept, (3,).

    The outermost rows and columns themselves always are.
    """
    border = torch.cat([picture[:, 0], picture[:, -1], picture[:, :, 0], picture[:, :, -1]], dim=1)
    kept = torch.cat([columns, columns, rows, rows])
    ordered = torch.where(kept, border, 256).sort(dim=1).values
    count = kept.sum()
    middle = torch.stack([(count - 1) // 2, count // 2])
    return torch.floor(ordered.index_select(1, middle).sum(dim=1) / 2)


def _resampling(kept: Tensor, length: Tensor, size: int) -> Tensor:
    """Returns the weights by which Pillow's bilinear filter makes lines of a canvas.

    Args:
        kept: Which lines of the picture are resized, (lines,).
        length: How many lines they become, in the middle of the canvas.
        size: Lines of the canvas.

    Returns:
        float64, (size, lines); the rows of lines that are padding hold zeros.
    """
    scale = kept.sum() / length
    line = torch.arange(size) - torch.floor((size - length) / 2)
    centre = (line + 0.5) * scale
    position = kept.cumsum(0).double() - 0.5
    weights = 1 - (position - centre[:, None]).abs() / scale.clamp(min=1)
    inside = (line >= 0) & (line < length)
    weights = weights.clamp(min=0) * (kept & inside[:, None])
    weights = weights / weights.sum(dim=1, keepdim=True).clamp(min=1e-9)
    # Pillow calculates with whole numbers, in this unit.
    return torch.floor(weights * 2**22 + 0.5) / 2**22
