"""ultralytics' smallest classifier, at a square of about as many pixels."""

from pathlib import Path

from ultralytics import YOLO

SIZE = 128


def load(folder: Path) -> YOLO:
    return YOLO("yolo11n-cls.yaml", task="classify")


def one(model: YOLO, path: str) -> str:
    result = model.predict(path, imgsz=SIZE, device="cpu", verbose=False)[0]
    return str(result.names[result.probs.top1])


def many(model: YOLO, paths: list[str]) -> list[str]:
    results = model.predict(paths, imgsz=SIZE, device="cpu", batch=32, stream=True, verbose=False)
    return [str(result.names[result.probs.top1]) for result in results]
