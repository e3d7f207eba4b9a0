"""Records what the shipped weights say of the example images, for `test_golden.py` to hold.

Usage: python tests/golden/record.py

Run it when weights are added. If it changes the file of weights that were there before, then the
way from a picture to a prediction has changed, and every user's results with it.
"""

from __future__ import annotations

import json
from pathlib import Path

from checkboxnet import list_models, load_model
from checkboxnet.picture.read import list_images
from checkboxnet.report.files import write_text

HERE = Path(__file__).parent
IMAGES = HERE.parents[1] / "examples" / "images"


def main() -> None:
    """Writes one file for each set of weights that comes with the package."""
    for entry in list_models():
        if entry.repo_id is not None:
            continue
        model = load_model(entry.name)
        rows = {
            path.relative_to(IMAGES).as_posix(): {
                label: round(probability, 6)
                for label, probability in model.predict(path).probabilities.items()
            }
            for path in list_images(IMAGES)
        }
        target = HERE / f"{entry.name}.json"
        write_text(target, json.dumps(rows, indent=1) + "\n")
        print(target)


if __name__ == "__main__":
    main()
