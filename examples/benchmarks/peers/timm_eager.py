"""timm's own network of our architecture and input size in a plain loop."""

from pathlib import Path

import timm
import torch
from PIL import Image
from torchvision import transforms

LABELS = ("checked", "unchecked", "other")
SIZE = (96, 176)
to_input = transforms.Compose(
    [
        transforms.Resize(SIZE),
        transforms.ToTensor(),
        transforms.Normalize((0.5,) * 3, (0.5,) * 3),
    ]
)


def load(folder: Path) -> torch.nn.Module:
    return timm.create_model("efficientnet_lite0", num_classes=3).eval()


@torch.inference_mode()
def one(model: torch.nn.Module, path: str) -> str:
    batch = to_input(Image.open(path).convert("RGB"))[None]
    return LABELS[int(model(batch).argmax())]


@torch.inference_mode()
def many(model: torch.nn.Module, paths: list[str]) -> list[str]:
    labels = []
    for start in range(0, len(paths), 32):
        images = [Image.open(path).convert("RGB") for path in paths[start : start + 32]]
        logits = model(torch.stack([to_input(image) for image in images]))
        labels += [LABELS[index] for index in logits.argmax(1).tolist()]
    return labels
