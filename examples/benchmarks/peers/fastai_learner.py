"""fastai's exported learner around timm's network of our architecture and input size."""

from pathlib import Path

from fastai.vision.all import ImageDataLoaders, Learner, Resize, load_learner, vision_learner


def prepare(folder: Path, examples: Path) -> None:
    transform = Resize((96, 176), method="squish")
    loaders = ImageDataLoaders.from_folder(examples, valid_pct=0.2, item_tfms=transform, bs=32)
    learner = vision_learner(loaders, "efficientnet_lite0", pretrained=False, normalize=False)
    learner.export((folder / "export.pkl").absolute())


def load(folder: Path) -> Learner:
    return load_learner(folder / "export.pkl")


def one(model: Learner, path: str) -> str:
    with model.no_bar():
        return str(model.predict(path)[0])


def many(model: Learner, paths: list[str]) -> list[str]:
    loader = model.dls.test_dl(paths, bs=32, num_workers=0)
    with model.no_bar():
        scores, _ = model.get_preds(dl=loader)
    return [str(model.dls.vocab[index]) for index in scores.argmax(1).tolist()]
