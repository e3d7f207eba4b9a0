"""Labels under review by a person, and the manifest that keeps what was decided."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from checkboxnet.dataset.predictions import predict_images
from checkboxnet.dataset.read import (
    ImageSet,
    manifest_rows,
    read_images,
    require_manifest_name,
    write_rows,
)
from checkboxnet.errors import ConfigError, DatasetError, OutputBusyError, OutputExistsError
from checkboxnet.model import Model
from checkboxnet.prediction import Prediction

OPEN, KEPT, CHANGED, SKIPPED = "open", "kept", "changed", "skipped"
"""What column `review` of the manifest says of an image."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """An image under review."""

    path: Path
    given: str
    """Its label before the review."""
    prediction: Prediction
    row: int
    """Of the manifest."""


class Review:
    """Images sorted by doubt, the decisions on them, and their manifest.

    The manifest has a row for every image, those that can't be read too, with the columns that
    there were and two more: `review` (`open`, `kept`, `changed` or `skipped`) and, where it was
    changed, `label_before`. It is written whole after each decision. Threads may share a review;
    two reviews of one manifest are refused, since each would write over what the other decides.
    """

    def __init__(self, images: ImageSet, manifest: str | os.PathLike[str], *, model: Model) -> None:
        """Predicts all images, and takes up the decisions that the manifest holds already.

        Args:
            images: Labelled images.
            manifest: `.csv` or `.jsonl`, new or of an earlier review of these images. Written
                with the first decision.
            model: Sorts the images by the probability that it gives to their label. It should
                not have been trained on them: it would have learnt their wrong labels.

        Raises:
            ConfigError: `manifest` is what the images were read from.
            DatasetError: The model doesn't know a label of the images, none can be read, or the
                manifest has another ending.
            OutputExistsError: `manifest` exists and isn't one of a review.
            OutputBusyError: Another review writes it.
        """
        self.manifest = Path(manifest)
        self.labels = model.labels
        """What an image may be labelled."""
        require_manifest_name(self.manifest)
        if self.manifest.exists() and self.manifest.samefile(images.root):
            raise ConfigError(
                f"{self.manifest}: the images are read from it; name another manifest to write"
            )
        self.manifest.parent.mkdir(parents=True, exist_ok=True)
        # Ends with the process, however that ends.
        self._file_lock = FileLock(
            self.manifest.with_name(f".{self.manifest.name}.lock"), timeout=0
        )
        try:
            self._file_lock.acquire()
        except Timeout as error:
            raise OutputBusyError(
                f"{self.manifest}: another review is writing it. End that one, or choose another "
                "name"
            ) from error
        try:
            self._begin(images, model)
        except BaseException:
            self.close()
            raise

    def _begin(self, images: ImageSet, model: Model) -> None:
        decided = self._earlier_decisions()
        predicted = predict_images(images, model, "predicting")
        self.unreadable = predicted.unreadable
        """A message for each image that can't be reviewed."""
        if not predicted.predictions:
            raise DatasetError(f"{images.root}: none of the {len(images)} images can be read")
        self._rows: list[dict[str, Any]] = [
            row | {"review": OPEN} for row in manifest_rows(images, self.manifest)
        ]
        row_of = {id(sample): number for number, sample in enumerate(images.samples)}
        items = [
            ReviewItem(
                path=sample.path,
                given=sample.label,
                prediction=prediction,
                row=row_of[id(sample)],
            )
            for sample, prediction in zip(
                predicted.images.samples, predicted.predictions, strict=True
            )
        ]
        self.items = tuple(
            sorted(items, key=lambda item: item.prediction.probabilities[item.given])
        )
        """The most doubtful first."""
        self._lock = threading.Lock()
        for item in self.items:
            label, state = decided.get(item.path.resolve(), (item.given, OPEN))
            self._rows[item.row] = self._decided_row(
                item,
                label=label if state in (KEPT, CHANGED) else None,
                skipped=state == SKIPPED,
            )

    def close(self) -> None:
        """Lets others review the manifest."""
        self._file_lock.release()

    def __enter__(self) -> Review:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def label(self, index: int) -> str:
        """Returns the label that an item has by now."""
        return str(self._rows[self.items[index].row]["label"])

    def state(self, index: int) -> str:
        """Returns whether an item is open, kept, changed or skipped."""
        return str(self._rows[self.items[index].row]["review"])

    def counts(self) -> dict[str, int]:
        """Returns how many items are in each state."""
        states = [self.state(index) for index in range(len(self.items))]
        return {name: states.count(name) for name in (OPEN, KEPT, CHANGED, SKIPPED)}

    def decide(self, index: int, *, label: str | None = None, skipped: bool = False) -> None:
        """Decides on an item and writes the manifest; if that fails, nothing is decided.

        Args:
            index: Of `items`.
            label: What it shows. None takes an earlier decision back.
            skipped: Whether it was left undecided on purpose; then without `label`.

        Raises:
            ConfigError: There is no such item or label.
            OSError: The manifest can't be written.
        """
        if not 0 <= index < len(self.items) or (label is not None and label not in self.labels):
            raise ConfigError(f"no image {index}, or no label {label!r}")
        item = self.items[index]
        with self._lock:
            rows = list(self._rows)
            rows[item.row] = self._decided_row(item, label=label, skipped=skipped)
            write_rows(rows, self.manifest)
            self._rows = rows

    def _decided_row(self, item: ReviewItem, *, label: str | None, skipped: bool) -> dict[str, Any]:
        row = {key: value for key, value in self._rows[item.row].items() if key != "label_before"}
        if label is None:
            return row | {"label": item.given, "review": SKIPPED if skipped else OPEN}
        if label == item.given:
            return row | {"label": label, "review": KEPT}
        return row | {"label": label, "review": CHANGED, "label_before": item.given}

    def _earlier_decisions(self) -> dict[Path, tuple[str, str]]:
        """Returns label and state by path, as the manifest has them."""
        if not self.manifest.exists():
            return {}
        samples = read_images(self.manifest).samples
        if not all("review" in sample.metadata for sample in samples):
            raise OutputExistsError(
                f"{self.manifest} exists already and isn't the manifest of a review. Choose "
                "another name."
            )
        return {
            sample.path.resolve(): (sample.label, str(sample.metadata["review"]))
            for sample in samples
        }
