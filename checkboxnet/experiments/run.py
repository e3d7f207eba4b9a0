"""Running a recipe: stage by stage, resumable."""

from __future__ import annotations

import json
import logging
import os
import platform
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkboxnet.dataset.mixture import Source, mix
from checkboxnet.dataset.read import ImageSet, read_images
from checkboxnet.dataset.split import split_images
from checkboxnet.errors import ConfigError
from checkboxnet.experiments.recipes import SEED_SET, Recipe, Stage
from checkboxnet.report.files import write_text
from checkboxnet.training.fine_tune import FineTuneResult, fine_tune

if TYPE_CHECKING:
    from checkboxnet.training.base import Base
    from checkboxnet.training.config import TrainConfig

logger = logging.getLogger(__name__)

RECORD = "experiment.json"
_SPLIT_SEED = 101


def run_recipe(
    recipe: Recipe,
    sources: Mapping[str, ImageSet],
    *,
    base: str | os.PathLike[str] | Base,
    output: str | os.PathLike[str],
    resume: bool = False,
    overwrite: bool = False,
) -> FineTuneResult:
    """Runs all stages of a recipe, each in a folder of its name under `output`.

    Args:
        recipe: What to run.
        sources: Images by the names that the recipe's mixtures use, with their splits.
        base: Initial weights of the first stage, as `fine_tune` takes them.
        output: A folder; the last stage's subfolder is the weights folder.
        resume: Goes on where an earlier call was interrupted.
        overwrite: Replaces what an earlier call made.

    Raises:
        ConfigError: A source is missing.
    """
    from checkboxnet.training.base import Base, load_base

    for stage in recipe.stages:
        logger.info("stage %s of %s", stage.name, recipe.name)
        initial = base if isinstance(base, Base) else load_base(base)
        if stage.preprocessing is not None:
            initial = replace(initial, preprocessing=stage.preprocessing)
        result = fine_tune(
            mixture_of(stage, sources),
            output=Path(output) / stage.name,
            base=initial,
            config=stage.config,
            name=recipe.name,
            resume=resume,
            overwrite=overwrite,
        )
        base = result.output
    return result


def mixture_of(stage: Stage, sources: Mapping[str, ImageSet]) -> ImageSet:
    """Returns the stage's images, weighed as its mixture says.

    Raises:
        ConfigError: A source is missing.
    """
    missing = sorted(set(stage.mixture or [SEED_SET]) - set(sources))
    if missing:
        raise ConfigError(
            f"stage {stage.name!r} needs images named {missing}; scripts/make_weights.py has them"
        )
    if stage.mixture is None:
        return sources[SEED_SET]
    return mix([Source(images=sources[name], share=share) for name, share in stage.mixture.items()])


def run_experiment(
    recipe: Recipe,
    data: str | os.PathLike[str] | ImageSet,
    *,
    output: str | os.PathLike[str],
    init: str | None = None,
    seed: int = 101,
    epochs: int | None = None,
    device: str = "cpu",
    as_published: bool = False,
    resume: bool = False,
    overwrite: bool = False,
) -> dict[str, Any]:
    """Runs a recipe on one set of images and records what came of it.

    Args:
        recipe: One whose stages need no other images than `data`.
        data: Labelled images. A set without splits is split as the documented experiments were,
            by torch seed 101 into 80 % train, 10 % val and 10 % test.
        output: Folder to write: a weights folder for each stage, and `experiment.json`.
        init: What to start from instead of the recipe's own, see `initial_base`.
        seed: Fixes initial values, order and augmentation; not the split.
        epochs: Instead of the recipe's, of each stage.
        device: As torch names it.
        as_published: Validates and tests under augmentation, as the documented runs did by sharing
            one transform between the splits.
        resume: Goes on with an interrupted run; a finished one is scored again.
        overwrite: Replaces an earlier run.

    Returns:
        The content of `experiment.json`.

    Raises:
        ConfigError: The recipe needs other sources, or `resume` is asked of a run with other
            settings.
        DatasetError: The images don't suffice.
        DownloadError: The initial weights can't be had.
        OutputExistsError: There is a run, and neither `resume` nor `overwrite` is set.
    """
    from checkboxnet.experiments.initial import initial_base

    images = data if isinstance(data, ImageSet) else read_images(data)
    if not images.splits:
        images = split_images(images, fractions=(0.8, 0.1, 0.1), seed=_SPLIT_SEED, method="torch")
    sources = {SEED_SET: images}
    stages = []
    for stage in recipe.stages:
        mixture_of(stage, sources)
        config = replace(
            stage.config,
            epochs=stage.config.epochs if epochs is None else epochs,
            seed=seed,
            device=device,
            method=replace(stage.config.method, augment_validation=as_published),
        )
        stages.append(replace(stage, config=config))
    recipe = replace(recipe, stages=tuple(stages))
    base = initial_base(recipe, init, labels=images.labels, seed=seed)
    result = run_recipe(
        recipe, sources, base=base, output=output, resume=resume, overwrite=overwrite
    )
    record = {
        "recipe": recipe.name,
        "init": base.name,
        "architecture": base.architecture,
        "seed": seed,
        "epochs": stages[-1].config.epochs,
        "as_published": as_published,
        "machine": _machine(device),
        "images": {name: len(images.select(name)) for name in sorted(images.splits)},
        "seconds": round(sum(row["seconds"] for row in result.history)),
        "best": next(row for row in result.history if row["epoch"] == result.best_epoch),
        "history": result.history,
        "evaluations": _evaluations(result, images, stages[-1].config, as_published),
    }
    write_text(Path(output) / RECORD, json.dumps(record, indent=2) + "\n")
    return record


def _evaluations(
    result: FineTuneResult, images: ImageSet, config: TrainConfig, as_published: bool
) -> dict[str, Any]:
    """Scores the kept weights on the validation and test images."""
    from checkboxnet.evaluation.evaluate import evaluate
    from checkboxnet.training.base import load_base
    from checkboxnet.training.images import CropDataset
    from checkboxnet.training.loop import loss_and_accuracy, predict_dataset

    evaluations = {"validation": result.validation.figures()}
    if "test" not in images.splits:
        return evaluations
    images = images.select("test")
    evaluations["test"] = evaluate(images, model=result.model).figures()
    if as_published:
        base, labels = load_base(result.output), result.model.labels
        dataset = CropDataset(
            images,
            labels,
            base.preprocessing,
            augmentation=config.method.augmentation(config.augment),
            seed=config.seed,
        )
        logits = predict_dataset(base.build(labels), dataset, batch_size=config.batch_size)
        loss, accuracy = loss_and_accuracy(logits, dataset.targets)
        augmented = {"count": len(images), "accuracy": accuracy, "loss": loss}
        evaluations["test, augmented"] = augmented
    return evaluations


def _machine(device: str) -> str:
    if device.startswith("cuda"):
        import torch

        return torch.cuda.get_device_name(device)
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    name = names[0] if names else platform.processor() or platform.machine()
    return f"{name}, {len(names) or os.cpu_count()} processors"
