"""Running a recipe: stage by stage, resumable."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path

from checkboxnet.data.folder import ImageSet
from checkboxnet.data.mixture import Source, mix
from checkboxnet.errors import ConfigError
from checkboxnet.experiments.recipes import Recipe, Stage
from checkboxnet.training.fine_tune import FineTuneResult, fine_tune

logger = logging.getLogger(__name__)


def run_recipe(
    recipe: Recipe,
    sources: Mapping[str, ImageSet],
    *,
    base: str | os.PathLike[str],
    output: str | os.PathLike[str],
    resume: bool = False,
) -> FineTuneResult:
    """Runs all stages of a recipe, each in a folder of its name under `output`.

    Args:
        recipe: What to run.
        sources: Images by the names that the recipe's mixtures use, with their splits.
        base: Initial weights of the first stage, as `fine_tune` takes them.
        output: A folder; the last stage's subfolder is the weights folder.
        resume: Goes on where an earlier call was interrupted.

    Raises:
        ConfigError: A source is missing.
    """
    output = Path(output)
    for stage in recipe.stages:
        logger.info("stage %s of %s", stage.name, recipe.name)
        result = fine_tune(
            mixture_of(stage, sources),
            output=output / stage.name,
            base=base,
            config=stage.config,
            name=recipe.name,
            resume=resume,
        )
        base = result.output
    return result


def mixture_of(stage: Stage, sources: Mapping[str, ImageSet]) -> ImageSet:
    """Returns the stage's images, weighed as its mixture says.

    Raises:
        ConfigError: A source is missing.
    """
    missing = sorted(set(stage.mixture) - set(sources))
    if missing:
        raise ConfigError(f"stage {stage.name!r} needs images named {missing}")
    return mix([Source(images=sources[name], share=share) for name, share in stage.mixture.items()])
