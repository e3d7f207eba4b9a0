"""checkboxnet itself."""

from pathlib import Path

from checkboxnet import Model, load_model


def load(folder: Path) -> Model:
    return load_model()


def one(model: Model, path: str) -> str:
    return str(model.predict(path).label)


def many(model: Model, paths: list[str]) -> list[str]:
    return [str(prediction.label) for prediction in model.stream(paths)]
