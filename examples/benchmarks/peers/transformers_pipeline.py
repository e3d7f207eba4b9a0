"""transformers' image-classification pipeline around timm's network of our architecture."""

from pathlib import Path

from transformers import (
    ImageClassificationPipeline,
    TimmWrapperConfig,
    TimmWrapperForImageClassification,
    TimmWrapperImageProcessor,
    pipeline,
)

LABELS = ("checked", "unchecked", "other")


def prepare(folder: Path, examples: Path) -> None:
    config = TimmWrapperConfig(
        architecture="efficientnet_lite0",
        num_labels=len(LABELS),
        id2label=dict(enumerate(LABELS)),
        label2id={label: index for index, label in enumerate(LABELS)},
        pretrained_cfg={
            "architecture": "efficientnet_lite0",
            "input_size": (3, 96, 176),
            "crop_pct": 1.0,
            "crop_mode": "squash",
            "mean": (0.5, 0.5, 0.5),
            "std": (0.5, 0.5, 0.5),
            "interpolation": "bilinear",
        },
    )
    TimmWrapperForImageClassification(config).save_pretrained(folder)
    TimmWrapperImageProcessor(config.pretrained_cfg).save_pretrained(folder)


def load(folder: Path) -> ImageClassificationPipeline:
    return pipeline("image-classification", model=str(folder), device="cpu")


def one(model: ImageClassificationPipeline, path: str) -> str:
    return str(model(path, top_k=1)[0]["label"])


def many(model: ImageClassificationPipeline, paths: list[str]) -> list[str]:
    return [str(answer[0]["label"]) for answer in model(paths, top_k=1, batch_size=32)]
