"""Fine-tunes the same weights on the same images by checkboxnet, fastai and ultralytics.

Usage: python examples/benchmarks/peers/fine_tune.py WORK --data FOLDER --split CSV
       --weights FOLDER [--base MODEL] [--epochs 20] [--seeds 3]

WORK is the folder of `run.py`, whose environments it uses; this interpreter needs checkboxnet with
torch. WEIGHTS holds the timm tensors that checkboxnet and fastai start from (`model.safetensors`
of efficientnet_lite0); ultralytics starts from random weights, since its own come by download
alone. BASE is what checkboxnet starts from in a second row, by default its default weights: give
weights that have not seen the images. Prints accuracy on the validation images, which checkboxnet
also chooses its epoch by, and seconds of training, one line for each library and seed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
SIZE = (96, 176)


def arrange(data: Path, split: Path, target: Path) -> None:
    """Links the images of a manifest into `train/LABEL` and `val/LABEL`, as all can read them."""
    from checkboxnet.dataset.read import read_images

    images = read_images(split, root=data)
    for name in ("train", "val"):
        for sample in images.select(name).samples:
            link = target / name / sample.label / sample.path.name
            link.parent.mkdir(parents=True, exist_ok=True)
            if not link.exists():
                link.symlink_to(sample.path.absolute())


def ours(images: Path, weights: str, epochs: int, seed: int) -> float:
    import tempfile

    import checkboxnet
    from checkboxnet.dataset.read import read_images

    with tempfile.TemporaryDirectory() as output:
        result = checkboxnet.fine_tune(
            images / "train",
            validation=images / "val",
            output=Path(output) / "run",
            base=weights,
            config=checkboxnet.TrainConfig(epochs=epochs, seed=seed, size=SIZE),
        )
    return checkboxnet.evaluate(read_images(images / "val"), model=result.model).accuracy


def fastai(images: Path, weights: str, epochs: int, seed: int) -> float:
    from fastai.vision.all import (
        ImageDataLoaders,
        Normalize,
        Resize,
        accuracy,
        aug_transforms,
        set_seed,
        vision_learner,
    )
    from safetensors.torch import load_file

    set_seed(seed, reproducible=True)
    loaders = ImageDataLoaders.from_folder(
        images,
        train="train",
        valid="val",
        item_tfms=Resize(SIZE, method="squish"),
        batch_tfms=[*aug_transforms(size=SIZE), Normalize.from_stats((0.5,) * 3, (0.5,) * 3)],
        bs=32,
        num_workers=0,
    )
    learner = vision_learner(
        loaders, "efficientnet_lite0", pretrained=False, normalize=False, metrics=accuracy
    )
    missing, _ = learner.model[0].model.load_state_dict(
        load_file(Path(weights) / "model.safetensors"), strict=False
    )
    if missing:
        raise SystemExit(f"{weights}: no {missing[:3]}")
    with learner.no_bar(), learner.no_logging():
        learner.fine_tune(epochs)
        return float(learner.validate()[1])


def ultralytics(images: Path, weights: str, epochs: int, seed: int) -> float:
    import tempfile

    from ultralytics import YOLO

    with tempfile.TemporaryDirectory() as output:
        model = YOLO("yolo11n-cls.yaml", task="classify")
        model.train(
            data=str(images),
            epochs=epochs,
            imgsz=128,
            batch=32,
            seed=seed,
            device="cpu",
            workers=0,
            project=output,
            plots=False,
            verbose=False,
        )
        return float(model.val(data=str(images), project=output, plots=False).top1)


def main() -> None:
    """Runs the libraries in turn, each in its own environment."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--base", default="default")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seeds", type=int, default=3)
    arguments = parser.parse_args()
    work = arguments.work.absolute()
    images = work / "fine_tune"
    arrange(arguments.data, arguments.split, images)
    weights = str(arguments.weights.absolute())
    runs = [
        ("ours", "checkboxnet", sys.executable, arguments.base),
        ("ours", "checkboxnet, same weights", sys.executable, weights),
        ("fastai", "fastai, same weights", work / "fastai_learner/bin/python", weights),
        ("ultralytics", "ultralytics", work / "ultralytics_classify/bin/python", "random"),
    ]
    for seed in range(arguments.seeds):
        for function, title, python, start in runs:
            command = [python, HERE / "fine_tune.py", "--one", function, images, start]
            done = subprocess.run(
                [str(part) for part in (*command, arguments.epochs, seed)],
                capture_output=True,
                text=True,
                env={**os.environ, "YOLO_AUTOINSTALL": "false"},
                check=False,
            )
            if done.returncode:
                raise SystemExit(f"{title}\n{done.stderr[-3000:]}")
            result = json.loads(done.stdout.splitlines()[-1])
            print(f"{title}, seed {seed}: {result}", flush=True)


def one(function: str, images: str, weights: str, epochs: str, seed: str) -> None:
    """Trains once, in the interpreter of the library's environment."""
    train = {"ours": ours, "fastai": fastai, "ultralytics": ultralytics}[function]
    start = time.perf_counter()
    accuracy = train(Path(images), weights, int(epochs), int(seed))
    seconds = round(time.perf_counter() - start)
    print(json.dumps({"accuracy": round(accuracy, 4), "seconds": seconds}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    else:
        main()
