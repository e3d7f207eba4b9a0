"""What is wrong, or odd, with a set of labelled images."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from checkboxnet.dataset.duplicates import duplicates_of, fingerprint
from checkboxnet.dataset.predictions import predict_images
from checkboxnet.dataset.read import ImageSet
from checkboxnet.errors import ImageError
from checkboxnet.labels import STANDARD_LABELS
from checkboxnet.model import Model, as_model
from checkboxnet.picture.read import open_image
from checkboxnet.report.progress import track

SMALLEST_SIDE = 12
LARGEST_SIDE = 4096
LARGEST_ASPECT = 30
LARGEST_IMBALANCE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One finding."""

    kind: str
    """`unreadable`, `two-labels`, `exact-duplicates`, `near-duplicates`, `tiny`, `huge`,
    `imbalance`, `missing-label` or, by a model, `doubtful-label`."""
    severity: Literal["error", "warning"]
    """Whether it spoils training, or may be meant."""
    message: str
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """All findings on a set of images."""

    count: int
    """Images looked at."""
    labels: dict[str, int]
    issues: list[Issue]
    """Errors first."""

    @property
    def ok(self) -> bool:
        """Whether there is no error; there may be warnings."""
        return all(issue.severity != "error" for issue in self.issues)

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict."""
        return asdict(self) | {"ok": self.ok}

    def __str__(self) -> str:
        """Returns the findings as a readable text, a line each."""
        counts = ", ".join(f"{count} {label}" for label, count in self.labels.items())
        lines = [f"{self.count} images: {counts}"]
        for issue in self.issues:
            lines.append(f"{issue.severity}: {issue.kind}: {issue.message}")
            lines += [f"    {path}" for path in issue.paths]
        return "\n".join(lines) if self.issues else f"{lines[0]}\nno issues found"


def check(images: ImageSet, *, model: str | os.PathLike[str] | Model | None = None) -> CheckReport:
    """Looks for damaged files, duplicates, contradicting labels, odd sizes and imbalance.

    Args:
        images: Labelled images.
        model: Lists labels too that it confidently disagrees with. It must not have been trained
            on these images: it would have learnt their wrong labels.

    Raises:
        DatasetError: The model doesn't know a label of the images.
    """
    issues: list[Issue] = []
    samples, prints = [], []
    for sample in track(images.samples, "checking", total=len(images)):
        try:
            image = open_image(sample.path)
        except ImageError as error:
            issues.append(_error("unreadable", str(error), sample.path))
            continue
        samples.append(sample)
        prints.append(fingerprint(image))
        short, long = sorted(image.shape[:2])
        size = f"{image.shape[1]}x{image.shape[0]} pixels"
        if short < SMALLEST_SIDE:
            issues.append(_warning("tiny", size, sample.path))
        elif long > LARGEST_SIDE or long > LARGEST_ASPECT * short:
            issues.append(_warning("huge", f"{size}; is it one control?", sample.path))
    exact, near = duplicates_of(samples, prints)
    for cluster in exact:
        labels = sorted({sample.label for sample in cluster})
        paths = dict.fromkeys(sample.path for sample in cluster)
        if len(labels) > 1:
            message = f"the same picture is labelled {' and '.join(labels)}"
            issues.append(_error("two-labels", message, *paths))
        else:
            issues.append(_warning("exact-duplicates", f"{len(cluster)} same pictures", *paths))
    for cluster in near:
        labels = sorted({sample.label for sample in cluster})
        message = f"{len(cluster)} nearly the same pictures, labelled {' and '.join(labels)}"
        issues.append(_warning("near-duplicates", message, *(sample.path for sample in cluster)))
    issues += _balance_issues(images)
    if model is not None:  # images that can't be read are reported above
        predicted = predict_images(images, as_model(model), "predicting")
        probabilities = predicted.probabilities(images.labels)
        for doubt in doubtful_labels(predicted.images, probabilities):
            message = f"labelled {doubt.label}, looks {doubt.suggested} ({doubt.score:.2f})"
            issues.append(_warning("doubtful-label", message, doubt.path))
    issues.sort(key=lambda issue: issue.severity != "error")
    return CheckReport(count=len(images), labels=images.counts(), issues=issues)


def _balance_issues(images: ImageSet) -> list[Issue]:
    counts = images.counts()
    issues = []
    if set(images.labels) <= set(STANDARD_LABELS):
        missing = [label for label in STANDARD_LABELS if not counts.get(label)]
        issues += [_warning("missing-label", f"no images labelled {label}") for label in missing]
    least, most = min(counts, key=counts.__getitem__), max(counts, key=counts.__getitem__)
    if counts[most] > LARGEST_IMBALANCE * counts[least]:
        message = f"{counts[most]} images {most}, only {counts[least]} {least}"
        issues.append(_warning("imbalance", message))
    return issues


def _error(kind: str, message: str, *paths: Path) -> Issue:
    return Issue(kind=kind, severity="error", message=message, paths=tuple(map(str, paths)))


def _warning(kind: str, message: str, *paths: Path) -> Issue:
    return Issue(kind=kind, severity="warning", message=message, paths=tuple(map(str, paths)))


class DoubtfulLabel(NamedTuple):
    """An image that looks like another label's."""

    path: Path
    label: str
    suggested: str
    score: float
    """Probability of the suggested label."""
    margin: float
    """How much more probable the suggested label is than the one given."""


def doubtful_labels(images: ImageSet, probabilities: NDArray[np.float64]) -> list[DoubtfulLabel]:
    """Returns the images whose label is probably wrong, the clearest first.

    By confident learning (Northcutt et al. 2021): an image counts as one of a label if that
    label's probability reaches the mean that it has over the images so labelled, and is the
    highest that does. Those counted under another label than their own are returned.

    Args:
        images: Labelled images.
        probabilities: Shape (images, labels), in the order of `images.labels`, by models that
            have not seen the image they score; others have learnt the wrong label too.
    """
    given = np.array([images.labels.index(sample.label) for sample in images.samples])
    thresholds = [
        probabilities[given == index, index].mean() if index in given else np.inf
        for index in range(len(images.labels))
    ]
    confident = np.where(probabilities >= thresholds, probabilities, -1.0)
    doubtful = []
    for index, best in enumerate(confident.argmax(axis=1)):
        if best != given[index] and confident[index, best] >= 0:
            sample, score = images.samples[index], float(probabilities[index, best])
            margin = score - float(probabilities[index, given[index]])
            doubt = DoubtfulLabel(sample.path, sample.label, images.labels[best], score, margin)
            doubtful.append(doubt)
    return sorted(doubtful, key=lambda doubt: -doubt.margin)
