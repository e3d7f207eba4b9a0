"""Predictions for a Ray Data dataset, by as many processes as the cluster has room for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from checkboxnet.errors import ConfigError, require_number, require_package
from checkboxnet.model import load_model
from checkboxnet.prediction import outcome_to_dict
from checkboxnet.weights.registry import DEFAULT, anchored, locate

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset

_ROWS = 256
"""Rows that a worker is given at a time: enough to read ahead in, few to hold in memory."""


def predict_dataset(
    dataset: Dataset,
    *,
    column: str = "bytes",
    model: str | os.PathLike[str] = DEFAULT,
    revision: str | None = None,
    min_score: float | None = None,
    workers: int | None = None,
) -> Dataset:
    """Returns the dataset with predictions in place of its pictures; nothing runs yet.

    Each worker is a process of one thread with a model of its own. One that dies is started again
    by Ray, and what it was given is given out again: every row comes out once.

    Args:
        dataset: Rows with a picture each: encoded, as `ray.data.read_binary_files` and Parquet
            files hold them (a struct with a field `bytes`, as the `datasets` library writes, is
            one too), or decoded, as `ray.data.read_images` gives them.
        column: Where the pictures are. All other columns are kept.
        model: A registered name, a weights folder or a Hub repository. Each worker loads it for
            itself, so a folder has to be there, under the same path, on every machine.
        revision: As for `load_model`. Give the commit of a Hub repository, or workers that start
            at different times may load different weights.
        min_score: As for `Model.predict`.
        workers: At most so many; by default as many as there is room for. Ray begins with one.

    Returns:
        A dataset with the columns `label`, `score`, `certain`, `reason`, `kind`, `mixed`,
        `probabilities` (a struct with a field for each label) and `error`, the reason why a
        picture can't be read; of `error` and `label`, one is null.

    Raises:
        MissingExtraError: Ray is not installed.
        ModelNotFoundError: Nothing of the name `model`.
        ConfigError: `workers` or `min_score` is out of range; or, once it runs, there is no such
            column, or one has a name that the predictions need.

    Examples:
        >>> import ray
        >>> crops = ray.data.read_binary_files("s3://bucket/crops/", include_paths=True)
        ... # doctest: +SKIP
        >>> predict_dataset(crops).write_parquet("s3://bucket/predictions/")  # doctest: +SKIP
    """
    require_package("ray.data", "ray")
    from ray.data import ActorPoolStrategy

    if workers is not None and workers < 1:
        raise ConfigError(f"workers must be 1 or more, got {workers}")
    require_number("min_score", min_score, 0, 1)
    locate(model, revision=revision)  # fails here, and not in each worker's log, if there is none
    model = os.fspath(anchored(model))  # a worker's working directory may be another
    return dataset.map_batches(
        _Worker,
        fn_constructor_args=(column, model, revision, min_score),
        batch_format="pyarrow",
        batch_size=_ROWS,
        # A fixed number could leave no processor for the tasks that read, and Ray waits for ever.
        compute=ActorPoolStrategy(min_size=1, max_size=workers),
        num_cpus=1,
        udf_modifying_row_count=False,
    )


class _Worker:
    """What one process keeps from batch to batch."""

    def __init__(
        self, column: str, model: str, revision: str | None, min_score: float | None
    ) -> None:
        import pyarrow as pa

        self.column, self.min_score = column, min_score
        self.model = load_model(model, revision=revision, threads=1)
        # Written out, because a batch without any error, or with nothing else, shows no types.
        self.schema = pa.schema(
            {
                "label": pa.string(),
                "score": pa.float64(),
                "certain": pa.bool_(),
                "reason": pa.string(),
                "kind": pa.string(),
                "mixed": pa.float64(),
                "probabilities": pa.struct([(label, pa.float64()) for label in self.model.labels]),
                "error": pa.string(),
            }
        )

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Returns the batch with predictions in place of the pictures."""
        import pyarrow as pa

        if self.column not in batch.column_names:
            raise ConfigError(
                f"no column {self.column!r} with pictures; there are {batch.column_names}"
            )
        pictures = [
            picture["bytes"] if isinstance(picture, dict) else picture
            for picture in batch[self.column].to_pylist()
        ]
        batch = batch.drop_columns([self.column])
        if taken := sorted(set(batch.column_names) & set(self.schema.names)):
            raise ConfigError(
                f"the predictions need columns named {taken}: rename those of the dataset first "
                "(Dataset.rename_columns)"
            )
        outcomes = self.model.stream(pictures, min_score=self.min_score, on_error="return")
        rows = [outcome_to_dict(outcome) for outcome in outcomes]
        for field in self.schema:
            values = pa.array([row.get(field.name) for row in rows], field.type)
            batch = batch.append_column(field, values)
        return batch
