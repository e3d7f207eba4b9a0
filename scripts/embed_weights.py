"""Puts a weights folder into the package and makes it the default.

Usage: python scripts/embed_weights.py FOLDER 'one line on what it was trained on' [MANIFEST]

The folder becomes `checkboxnet/weights/embedded/NAME`, by the name in its `config.json`. With a
manifest, its test split is scored and the figures go into `metrics.json` and the model card.
Weights embedded before stay; to drop some, delete their folder and their entry in
`registry.json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from checkboxnet import evaluate
from checkboxnet.files import sha256, write_text
from checkboxnet.weights import registry
from checkboxnet.weights.card import model_card
from checkboxnet.weights.config import CARD_FILE, CONFIG_FILE, METRICS_FILE
from checkboxnet.weights.folder import read_weights


def main(folder: Path, summary: str, manifest: str | None = None) -> None:
    """Verifies, scores, copies and registers."""
    weights = read_weights(folder)
    name = weights.config.name
    package = Path(registry.__file__).parent
    target = weights.copy_to(package / "embedded" / name)
    if manifest is not None:
        metrics = weights.metrics
        metrics["evaluations"]["test"] = evaluate(manifest, model=folder, split="test").figures()
        write_text(target / METRICS_FILE, json.dumps(metrics, indent=2) + "\n")
        write_text(target / CARD_FILE, model_card(weights.config, metrics))
    content = json.loads((package / "registry.json").read_text())
    entry = {
        "name": name,
        "sha256": sha256((target / CONFIG_FILE).read_bytes()),
        "summary": summary,
    }
    content["default"] = name
    content["models"] = [m for m in content["models"] if m["name"] != name] + [entry]
    write_text(package / "registry.json", json.dumps(content, indent=2) + "\n")
    print(f"{name} is embedded and the default")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:4])
