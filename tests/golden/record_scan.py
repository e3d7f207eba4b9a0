"""Records what the shipped detector finds on the example screenshots, for `test_scan.py` to hold.

Usage: python tests/golden/record_scan.py
"""

from __future__ import annotations

import json
from pathlib import Path

from checkboxnet import scan
from checkboxnet.report.files import write_text

HERE = Path(__file__).parent
SCREENSHOTS = HERE.parents[1] / "examples" / "screenshots"


def main() -> None:
    """Writes label, kind and box of each control, in reading order."""
    rows = {
        path.name: [
            {
                "label": str(each.prediction.label),
                "certain": each.prediction.certain,
                "box": [round(side, 1) for side in each.box],
            }
            for each in scan(path)
        ]
        for path in sorted(SCREENSHOTS.glob("*.png"))
    }
    write_text(HERE / "scan.json", json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
