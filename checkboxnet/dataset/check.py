"""What is wrong, or odd, with a set of labelled images."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from checkboxnet.dataset.doubtful import doubtful_labels
from checkboxnet.dataset.duplicates import Fingerprint, duplicates_of, fingerprint
from checkboxnet.dataset.predictions import predict_images
from checkboxnet.dataset.read import ImageSet
from checkboxnet.errors import ImageError
from checkboxnet.labels import STANDARD_LABELS
from checkboxnet.model import Model
from checkboxnet.picture.read import open_image
from checkboxnet.report.progress import track

SMALLEST_SIDE = 12
LARGEST_SIDE = 4096
LARGEST_ASPECT = 30
LARGEST_IMBALANCE = 5


class Severity(StrEnum):
    """Whether an issue spoils training, or may be meant."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One finding."""

    kind: str
    """`unreadable`, `two-labels`, `exact-duplicates`, `near-duplicates`, `tiny`, `huge`,
    `imbalance`, `missing-label` or, by a model, `doubtful-label`."""
    severity: Severity
    message: str
    paths: tuple[Path, ...] = ()


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
        return all(issue.severity is not Severity.ERROR for issue in self.issues)

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict."""
        return {
            "count": self.count,
            "labels": self.labels,
            "ok": self.ok,
            "issues": [
                {
                    "kind": issue.kind,
                    "severity": str(issue.severity),
                    "message": issue.message,
                    "paths": [str(path) for path in issue.paths],
                }
                for issue in self.issues
            ],
        }

    def __str__(self) -> str:
        """Returns the findings as a readable text, a line each."""
        counts = ", ".join(f"{count} {label}" for label, count in self.labels.items())
        lines = [f"{self.count} images: {counts}"]
        for issue in self.issues:
            lines.append(f"{issue.severity}: {issue.kind}: {issue.message}")
            lines += [f"    {path}" for path in issue.paths]
        return "\n".join(lines) if self.issues else f"{lines[0]}\nnothing to complain of"


def check(images: ImageSet, *, model: Model | None = None) -> CheckReport:
    """Looks for damaged files, duplicates, contradicting labels, odd sizes and imbalance.

    Args:
        images: Labelled images.
        model: Lists labels too that it confidently disagrees with. It must not have been trained
            on these images: it would have learnt their wrong labels.

    Raises:
        DatasetError: The model doesn't know a label of the images.
    """
    issues: list[Issue] = []
    paths: list[Path] = []
    labels_of: dict[Path, set[str]] = defaultdict(set)
    prints: list[Fingerprint] = []
    for sample in track(images.samples, "checking", total=len(images)):
        try:
            image = open_image(sample.path)
        except ImageError as error:
            issues.append(_error("unreadable", str(error), sample.path))
            continue
        paths.append(sample.path)
        labels_of[sample.path].add(sample.label)
        prints.append(fingerprint(image))
        issues += _size_issues(sample.path, *image.shape[:2])
    issues += _duplicate_issues(labels_of, paths, prints)
    issues += _balance_issues(images)
    if model is not None:
        issues += _doubtful_labels(images, model)
    issues.sort(key=lambda issue: issue.severity is not Severity.ERROR)
    return CheckReport(count=len(images), labels=images.counts(), issues=issues)


def _size_issues(path: Path, height: int, width: int) -> list[Issue]:
    short, long = sorted((height, width))
    if short < SMALLEST_SIDE:
        return [_warning("tiny", f"{width}x{height} pixels", path)]
    if long > LARGEST_SIDE or long > LARGEST_ASPECT * short:
        return [_warning("huge", f"{width}x{height} pixels; is it one control?", path)]
    return []


def _duplicate_issues(
    labels_of: dict[Path, set[str]], paths: list[Path], prints: list[Fingerprint]
) -> list[Issue]:
    found = duplicates_of(paths, prints)
    issues = []
    for cluster in found.exact:
        labels = sorted(set().union(*(labels_of[path] for path in cluster)))
        if len(labels) > 1:
            message = f"the same picture is labelled {' and '.join(labels)}"
            issues.append(_error("two-labels", message, *cluster))
        else:
            issues.append(_warning("exact-duplicates", f"{len(cluster)} same pictures", *cluster))
    for cluster in found.near:
        labels = sorted(set().union(*(labels_of[path] for path in cluster)))
        message = f"{len(cluster)} nearly the same pictures, labelled {' and '.join(labels)}"
        issues.append(_warning("near-duplicates", message, *cluster))
    return issues


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


def _doubtful_labels(images: ImageSet, model: Model) -> list[Issue]:
    # Those that can't be read are reported as such.
    predicted = predict_images(images, model, "predicting")
    probabilities = predicted.probabilities(images.labels)
    return [
        _warning(
            "doubtful-label",
            f"labelled {doubt.label}, looks {doubt.suggested} ({doubt.score:.2f})",
            doubt.path,
        )
        for doubt in doubtful_labels(predicted.images, probabilities)
    ]


def _error(kind: str, message: str, *paths: Path) -> Issue:
    return Issue(kind=kind, severity=Severity.ERROR, message=message, paths=paths)


def _warning(kind: str, message: str, *paths: Path) -> Issue:
    return Issue(kind=kind, severity=Severity.WARNING, message=message, paths=paths)
