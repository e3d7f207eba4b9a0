"""The report of an evaluation: figures with intervals, mistakes, as text and as HTML."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checkboxnet.dataset.read import ImageSet
from checkboxnet.errors import ImageError
from checkboxnet.evaluation.metrics import expected_calibration_error, reliability, wilson_interval
from checkboxnet.picture.read import open_image
from checkboxnet.report.files import refuse_to_overwrite, write_text

_MISTAKES_IN_TEXT = 20
MISTAKES_ON_PAGE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassFigures:
    """Figures of one label."""

    precision: float
    """Share of the predictions of this label that are right; 0 if there are none."""
    recall: float
    """Share of the label's images that are predicted as such; 0 if there are none."""
    f1: float
    """Harmonic mean of the two."""
    count: int
    """Images of this label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SliceFigures:
    """Figures of the images that share one value."""

    count: int
    accuracy: float
    accuracy_interval: tuple[float, float]
    """95 % Wilson score interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """An image whose predicted label is not its own."""

    path: Path
    label: str
    predicted: str
    score: float
    """Calibrated probability of the predicted label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationReport:
    """How a model does on labelled images."""

    count: int
    """Images scored."""
    labels: tuple[str, ...]
    accuracy: float
    accuracy_interval: tuple[float, float]
    """95 % Wilson score interval."""
    classes: dict[str, ClassFigures]
    confusion: list[list[int]]
    """Rows are true labels, columns predicted ones, both in the order of `labels`."""
    ece: float
    """Expected calibration error over 15 equal-width bins of the score (Guo et al. 2017)."""
    certain_share: float
    """Share of the predictions marked as certain."""
    certain_accuracy: float | None
    """Accuracy among those, or None if there are none."""
    certain_interval: tuple[float, float] | None
    """Its 95 % Wilson score interval."""
    reliability: list[dict[str, float]]
    """Per non-empty bin of the score: `score` (mean), `accuracy` and `count`."""
    mistakes: list[Mistake]
    """The most confident first."""
    slices: dict[str, dict[str, SliceFigures]]
    """Figures of parts of the images: by column of the manifest, then by value."""
    unreadable: list[str]
    """A message for each image that could not be read; they are not among `count`."""
    seen: int | None = None
    """Images that the weights were trained on, or chosen and calibrated by, which makes the
    figures look better than they are. Estimated where those were more than 1,000; None where the
    weights don't tell."""

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict."""
        values = asdict(self)
        for mistake in values["mistakes"]:
            mistake["path"] = str(mistake["path"])
        return values

    def figures(self) -> dict[str, Any]:
        """Returns `to_dict()` without what names single images: what is kept with weights."""
        values = self.to_dict()
        del values["mistakes"], values["unreadable"]
        return values

    def save_html(
        self, path: str | os.PathLike[str], *, title: str = "Evaluation", overwrite: bool = False
    ) -> Path:
        """Writes one page with figures, confusion matrix, calibration, slices and mistakes.

        The file holds all it shows, pictures included, and asks no server for anything. It shows
        the 60 most confident mistakes, whose files are read again.

        Args:
            path: File to write.
            title: Heading of the page: what was evaluated.
            overwrite: Replaces an existing file.

        Returns:
            The file written.

        Raises:
            OutputExistsError: `path` exists and `overwrite` is False.
        """
        path = Path(path)
        refuse_to_overwrite(path, overwrite=overwrite)
        shown = self.mistakes[:MISTAKES_ON_PAGE]
        pairs = [f"{mistake.label} → {mistake.predicted}" for mistake in shown]
        page = self._render(
            "report.html",
            title=title,
            mistakes=list(zip(shown, pairs, map(_thumbnail, shown), strict=True)),
            pairs=Counter(pairs).most_common(),
        )
        write_text(path, page)
        return path

    def _repr_html_(self) -> str:
        return self._render("notebook.html")

    def _render(self, template: str, **values: object) -> str:
        from checkboxnet.report.html import templates

        page = templates("checkboxnet.evaluation").get_template(template)
        return page.render(report=self, wilson_interval=wilson_interval, **values)

    def __str__(self) -> str:
        """Returns the report as a readable text, with the 20 most confident mistakes."""
        seen = f", {self.seen} of which had a part in the training" if self.seen else ""
        certain = ""
        if self.certain_interval is not None:
            interval = _interval_text(self.certain_interval)
            certain = f", accuracy {self.certain_accuracy:.4f}  {interval}"
        width = max(map(len, self.labels))
        lines = [
            f"images    {self.count}{seen}",
            f"accuracy  {self.accuracy:.4f}  {_interval_text(self.accuracy_interval)}",
            f"ECE       {self.ece:.4f}",
            f"certain   {self.certain_share:.1%} of the images{certain}",
            "",
            f"{'':{width}}  precision  recall      F1  images",
        ]
        lines += [
            f"{label:{width}}  {row.precision:9.4f}  {row.recall:6.4f}  {row.f1:6.4f}"
            f"  {row.count:6d}"
            for label, row in self.classes.items()
        ]
        lines += ["", "confusion (rows: true, columns: predicted)"]
        lines.append(" " * width + "".join(f"  {label:>9}" for label in self.labels))
        for label, counts in zip(self.labels, self.confusion, strict=True):
            lines.append(f"{label:{width}}" + "".join(f"  {count:9d}" for count in counts))
        for name, parts in self.slices.items():
            lines += ["", f"by {name}"]
            width = max(map(len, parts))
            lines += [
                f"  {value:{width}}  {part.accuracy:.4f}  "
                f"{_interval_text(part.accuracy_interval)}  {part.count}"
                for value, part in parts.items()
            ]
        if self.mistakes:
            lines += ["", f"mistakes ({len(self.mistakes)}, the most confident first)"]
            lines += [
                f"  {m.path}  {m.label} taken for {m.predicted} ({m.score:.3f})"
                for m in self.mistakes[:_MISTAKES_IN_TEXT]
            ]
            if (more := len(self.mistakes) - _MISTAKES_IN_TEXT) > 0:
                lines.append(f"  … and {more} more, which JSON has (to_dict(), --format json)")
        return "\n".join(lines + unreadable_lines(self.unreadable))


def _thumbnail(mistake: Mistake) -> str | None:
    """Returns the picture as a data URI, or None if the file was moved or changed meanwhile."""
    from checkboxnet.report.html import thumbnail

    try:
        return thumbnail(open_image(mistake.path))
    except ImageError:
        return None


def _interval_text(interval: tuple[float, float]) -> str:
    return f"(95 % interval {interval[0]:.4f} – {interval[1]:.4f})"


def unreadable_lines(messages: Sequence[str]) -> list[str]:
    """Returns the last lines of a report's text: its unreadable images, if there are any."""
    if not messages:
        return []
    return ["", f"unreadable ({len(messages)})", *(f"  {message}" for message in messages)]


def report_from_probabilities(
    images: ImageSet,
    labels: Sequence[str],
    probabilities: NDArray[np.float64],
    *,
    certain: NDArray[np.bool_],
    slices: Mapping[str, Sequence[str]] = MappingProxyType({}),
    unreadable: Sequence[str] = (),
    seen: int | None = None,
) -> EvaluationReport:
    """Computes all figures.

    Args:
        images: Labelled images; every label is in `labels`.
        labels: The model's labels, in the order of the columns.
        probabilities: Calibrated, shape (images, labels).
        certain: Whether each prediction is marked as certain, shape (images,).
        slices: By name, the value that each image has, shape (images,).
        unreadable: Messages of images left out of `images`.
        seen: How many of the images had a part in the training of the weights.
    """
    truth = np.array([list(labels).index(sample.label) for sample in images.samples])
    predicted, scores = probabilities.argmax(axis=1), probabilities.max(axis=1)
    right = predicted == truth
    confusion = np.zeros((len(labels), len(labels)), int)
    np.add.at(confusion, (truth, predicted), 1)
    bins = reliability(scores, right)
    whole = _slice_figures(right)
    trusted = _slice_figures(right[certain]) if certain.any() else None
    return EvaluationReport(
        count=whole.count,
        labels=tuple(labels),
        accuracy=whole.accuracy,
        accuracy_interval=whole.accuracy_interval,
        classes={label: _class_figures(confusion, i) for i, label in enumerate(labels)},
        confusion=confusion.tolist(),
        ece=expected_calibration_error(bins),
        certain_share=float(certain.mean()),
        certain_accuracy=trusted.accuracy if trusted else None,
        certain_interval=trusted.accuracy_interval if trusted else None,
        reliability=bins,
        mistakes=[
            Mistake(
                path=images.samples[i].path,
                label=images.samples[i].label,
                predicted=labels[predicted[i]],
                score=float(scores[i]),
            )
            for i in sorted(np.flatnonzero(~right), key=lambda index: -scores[index])
        ],
        slices={
            name: {
                value: _slice_figures(right[[other == value for other in values]])
                for value in sorted(set(values))
            }
            for name, values in slices.items()
        },
        unreadable=list(unreadable),
        seen=seen,
    )


def _slice_figures(right: NDArray[np.bool_]) -> SliceFigures:
    return SliceFigures(
        count=len(right),
        accuracy=float(right.mean()),
        accuracy_interval=wilson_interval(int(right.sum()), len(right)),
    )


def _class_figures(confusion: NDArray[np.int_], index: int) -> ClassFigures:
    hits = int(confusion[index, index])
    predicted, actual = int(confusion[:, index].sum()), int(confusion[index].sum())
    return ClassFigures(
        precision=hits / predicted if predicted else 0.0,
        recall=hits / actual if actual else 0.0,
        f1=2 * hits / (predicted + actual) if predicted + actual else 0.0,
        count=actual,
    )
