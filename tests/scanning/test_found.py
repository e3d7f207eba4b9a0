"""What is found comes in reading order, and as JSON."""

from __future__ import annotations

import json

from checkboxnet import Found, Prediction
from checkboxnet.picture.boxes import Box
from checkboxnet.scanning.found import in_reading_order


def found(box: Box, label: str = "checked") -> Found:
    probabilities = {"checked": 0.9, "unchecked": 0.06, "other": 0.04}
    state = Prediction(label=label, score=0.9, probabilities=probabilities, certain=True)
    return Found(box=box, prediction=state, score=0.5)


def test_lines_are_read_from_the_top_and_from_the_left() -> None:
    first, second = found((300, 12, 20, 20)), found((10, 18, 40, 20))
    third, fourth = found((10, 60, 20, 20)), found((200, 58, 20, 20))
    assert in_reading_order([third, first, fourth, second]) == [second, first, third, fourth]
    assert in_reading_order([]) == []


def test_it_is_told_in_a_line_and_as_json() -> None:
    one = found((10.26, 20, 30, 40.04))
    assert str(one) == "checked 0.900 at 10,20 30x40"
    row = json.loads(json.dumps(one.to_dict()))
    assert row["box"] == [10.3, 20, 30, 40.0]
    assert row["detection_score"] == 0.5
    assert row["label"] == "checked"
    assert row["score"] == 0.9
