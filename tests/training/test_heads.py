"""Kinds and indeterminate controls: learnt where the manifest tells them, None where it doesn't."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
from conftest import Outcome
from PIL import Image, ImageDraw
from testing.conftest import Film

from checkboxnet import FineTuneResult, TrainConfig, export, fine_tune, load_model
from checkboxnet.auditing.report import AuditedControl
from checkboxnet.browser.controls import ControlState
from checkboxnet.browser.coroutines import run_blocking
from checkboxnet.dataset.read import read_images
from checkboxnet.inference.answers import predictions
from checkboxnet.picture.batches import Fitted
from checkboxnet.prediction import Prediction
from checkboxnet.testing.settings import configure
from checkboxnet.testing.unexpected import UnexpectedStateError
from checkboxnet.testing.watch import expect
from checkboxnet.training.targets import UNKNOWN, kind_of, loss, targets_of

pytestmark = pytest.mark.usefixtures("graphs_exported_once")

KINDS = ("checkbox", "radio", "switch", "toggle")
CONFIG = TrainConfig(
    epochs=12,
    batch_size=16,
    size=(32, 32),
    learning_rate=1e-2,
    augment="none",
    statistics="trained",
)


def _draw(kind: str, label: str, mixed: bool, random: np.random.Generator) -> Image.Image:
    """Draws a kind by its shape, a state by its colour, and an indeterminate one by its bar."""
    image = Image.new("RGB", (32, 32), (250, 250, 250))
    draw = ImageDraw.Draw(image)
    x, y = random.integers(2, 6, size=2).tolist()
    colour = {"checked": (20, 140, 40), "unchecked": (190, 190, 190), "other": (240, 200, 60)}[
        label
    ]
    if label == "other":
        draw.line((x, 30, 30, y), fill=colour, width=4)
    elif kind == "checkbox":
        draw.rectangle((x, y, x + 22, y + 22), fill=colour)
    elif kind == "radio":
        draw.ellipse((x, y, x + 22, y + 22), fill=colour)
    elif kind == "switch":
        draw.rectangle((x, y + 8, x + 24, y + 14), fill=colour)
    else:
        draw.polygon([(x, y + 22), (x + 11, y), (x + 22, y + 22)], outline=colour, width=3)
    if mixed:
        draw.rectangle((0, y + 7, 31, y + 15), fill=(200, 0, 120))
    return image


def _manifest(folder: Path, *, told: bool) -> Path:
    """Writes crops of every kind and state, and a manifest that tells them or only the labels."""
    folder.mkdir()
    random, rows = np.random.default_rng(7), []
    for split, count in (("train", 10), ("val", 3)):
        for label in ("checked", "unchecked", "other"):
            for kind in KINDS:
                for mixed in (False, True) if label != "other" else (False,):
                    for number in range(count):
                        name = f"{split}-{label}-{kind}-{mixed}-{number}.png"
                        _draw(kind, label, mixed, random).save(folder / name)
                        row: dict[str, Any] = {"path": name, "label": label, "split": split}
                        if told:
                            row["kind"] = "button" if label == "other" else kind
                            row |= {"mixed": True} if mixed else {}
                        rows.append(row)
    manifest = folder / "manifest.jsonl"
    manifest.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return manifest


@pytest.fixture(scope="module")
def told(
    graphs_exported_once: None, tiny_backbone: Path, tmp_path_factory: pytest.TempPathFactory
) -> FineTuneResult:
    folder = tmp_path_factory.mktemp("heads")
    data = _manifest(folder / "crops", told=True)
    return fine_tune(data, output=folder / "told", base=tiny_backbone, config=CONFIG)


def test_kinds_and_indeterminate_controls_are_learnt_on_the_same_features(
    told: FineTuneResult, tmp_path: Path
) -> None:
    config = told.model.config
    assert config.outputs == ("checked", "unchecked", "other", *KINDS, "mixed")
    random = np.random.default_rng(8)
    cases = [(kind, mixed) for kind in KINDS for mixed in (False, True) for _ in range(5)]
    images = [_draw(kind, "checked", mixed, random) for kind, mixed in cases]
    predictions = told.model.predict(images)
    seen = [(p.kind, p.mixed is not None and p.mixed >= 0.5) for p in predictions]
    assert np.mean([a == b for a, b in zip(seen, cases, strict=True)]) > 0.9
    by_torch = load_model(told.output, runtime="torch").predict(images)
    assert [(p.kind, p.label) for p in by_torch] == [(p.kind, p.label) for p in predictions]


def test_an_indeterminate_control_is_never_certain(told: FineTuneResult) -> None:
    random = np.random.default_rng(9)
    images = [_draw(kind, "checked", True, random) for kind in KINDS for _ in range(5)]
    reasons = set()
    for prediction in told.model.predict(images, min_score=0.0):
        assert prediction.mixed is not None
        if prediction.mixed >= 0.5:
            assert not prediction.certain
            assert prediction.reason in ("indeterminate", "unlike-training")
        reasons.add(prediction.reason)
    assert "indeterminate" in reasons


def test_indeterminate_is_said_where_the_two_states_are_about_equal_too(
    told: FineTuneResult,
) -> None:
    config = told.model.config
    crop = Fitted(canvas=np.zeros((32, 32, 3), np.uint8), side=32, blank=False)
    outputs = np.zeros((3, 8), np.float32)
    outputs[:, 0], outputs[:, 1] = 9.0, 8.9
    outputs[1, 2] = 19.0  # other
    outputs[:2, 7] = 3.0
    outputs[2, 7] = -3.0
    mixed, other, plain = predictions(outputs, [crop] * 3, config, min_score=0.9)
    assert (mixed.label, mixed.certain, mixed.reason) == ("checked", False, "indeterminate")
    assert (other.label, other.certain) == ("other", True)
    assert (plain.label, plain.reason) == ("checked", "ambiguous")


def test_the_card_says_what_is_told(told: FineTuneResult) -> None:
    card = (told.output / "README.md").read_text()
    assert (
        "`checked`, `unchecked`, `other`. It also tells the kind of control (`checkbox`, `radio`, "
        "`switch`, `toggle`) and whether it is indeterminate." in card
    )


@pytest.mark.parametrize(
    ("declared", "reason", "verdict"),
    [
        ("mixed", "indeterminate", "agrees"),
        ("mixed", "ambiguous", "unsure"),
        ("mixed", None, "unsure"),
        ("checked", "indeterminate", "unsure"),
        ("checked", None, "agrees"),
    ],
)
def test_an_audit_agrees_with_a_declared_bar(
    declared: str, reason: str | None, verdict: str
) -> None:
    prediction = Prediction(
        label="checked",
        score=0.99,
        probabilities={"checked": 0.99, "unchecked": 0.01, "other": 0.0},
        certain=reason is None,
        reason=reason,
        mixed=0.0 if reason is None else 0.9,
    )
    state = ControlState(
        native_checked=None,
        native_indeterminate=None,
        aria_checked={"checked": "true"}.get(declared, declared),
        aria_pressed=None,
        aria_selected=None,
    )
    control = AuditedControl(
        selector="#a",
        kind="checkbox",
        name="",
        box=(0, 0, 9, 9),
        state=state,
        prediction=prediction,
        threshold=0.9,
        picture=np.zeros((9, 9, 3), np.uint8),
    )
    assert control.declared == declared
    assert control.verdict == verdict


def test_what_is_no_toggle_has_no_kind(told: FineTuneResult) -> None:
    image = _draw("switch", "other", False, np.random.default_rng(3))
    prediction = told.model.predict(image)
    assert prediction.label == "other"
    assert prediction.kind is None
    assert set(prediction.to_dict()) >= {"kind", "mixed"}


def test_weights_of_a_fine_tune_that_was_not_told_say_none(
    told: FineTuneResult, tmp_path: Path
) -> None:
    data = _manifest(tmp_path / "crops", told=False)
    config = TrainConfig(epochs=1, batch_size=16)
    again = fine_tune(data, output=tmp_path / "untold", base=told.output, config=config).model
    assert again.config.outputs == ("checked", "unchecked", "other")
    prediction = again.predict(_draw("radio", "checked", True, np.random.default_rng(4)))
    assert prediction.kind is None
    assert prediction.mixed is None
    assert prediction.reason != "indeterminate"


def test_what_a_base_knows_of_kinds_is_kept(told: FineTuneResult, tmp_path: Path) -> None:
    data = _manifest(tmp_path / "crops", told=True)
    config = TrainConfig(epochs=0, batch_size=16)
    again = fine_tune(data, output=tmp_path / "more", base=told.output, config=config).model
    assert again.config.kinds == KINDS
    image = _draw("radio", "checked", False, np.random.default_rng(4))
    assert again.predict(image).kind == "radio"


def test_unknown_targets_cost_nothing() -> None:
    outputs = torch.zeros(2, 8)
    outputs[0, 0] = outputs[1, 1] = 50.0
    outputs[:, 3] = -50.0  # the kind that would be wrong
    targets = torch.tensor([[0, UNKNOWN, UNKNOWN], [1, UNKNOWN, UNKNOWN]])
    assert float(loss(outputs, targets, labels=3)) == pytest.approx(0, abs=1e-6)
    known = torch.tensor([[0, 0, 1], [1, UNKNOWN, UNKNOWN]])
    # 0.3 times the 50 of a kind that is certainly wrong, and of a mixed that is undecided.
    expected = 0.3 * (50 + np.log(3)) + 0.3 * np.log(2)
    assert float(loss(outputs, known, labels=3)) == pytest.approx(expected, rel=1e-4)


def test_kinds_are_read_as_a_harvest_calls_them(tmp_path: Path) -> None:
    names = ("switch", "menuitemradio", "toggle-button", "option", "button")
    assert [kind_of({"kind": name}) for name in names] == [
        "switch", "radio", "toggle", "toggle", None,
    ]  # fmt: skip
    assert kind_of({"kind": "checkbox", "drawn_as": "switch"}) == "switch"
    images = read_images(_manifest(tmp_path / "crops", told=True))
    targets = targets_of(images, images.labels)
    for sample, (_, kind, mixed) in zip(images.samples, targets.tolist(), strict=True):
        is_other = sample.label == "other"
        assert kind == (UNKNOWN if is_other else KINDS.index(sample.metadata["kind"]))
        assert mixed == (UNKNOWN if is_other else int("True" in sample.path.name))


def test_the_command_line_tells_kind_and_mixed(
    told: FineTuneResult, tmp_path: Path, cli: Callable[..., Outcome]
) -> None:
    path = tmp_path / "crop.png"
    _draw("switch", "checked", False, np.random.default_rng(5)).save(path)
    outcome = cli("predict", path, "--model", told.output, "--format", "json")
    assert json.loads(outcome.out)[0]["kind"] == "switch"
    lines = cli("predict", path, "--model", told.output, "--format", "csv").out.splitlines()
    row = dict(zip(*(line.split(",") for line in lines), strict=True))
    assert row["kind"] == "switch"
    assert 0 <= float(row["mixed"]) < 0.5


def test_what_is_exported_tells_them_too(told: FineTuneResult, tmp_path: Path) -> None:
    path = export(told.model, format="onnx", output=tmp_path / "told.onnx")
    session = onnxruntime.InferenceSession(path)
    names = [output.name for output in session.get_outputs()]
    assert names == ["label", "probabilities", "certain", "logits", "kind", "mixed"]
    random = np.random.default_rng(11)
    for kind in KINDS:
        for label, mixed in (("checked", False), ("unchecked", True), ("other", False)):
            picture = np.asarray(_draw(kind, label, mixed, random))
            expected = told.model.predict(picture)
            found = dict(zip(names, session.run(None, {"picture": picture}), strict=True))
            assert found["label"] == expected.label
            assert found["kind"] == (expected.kind or "")
            assert found["mixed"] == pytest.approx(expected.mixed, abs=1e-3)
            assert found["certain"] == expected.certain


def test_a_test_may_expect_an_indeterminate_control(told: FineTuneResult, tmp_path: Path) -> None:
    random = np.random.default_rng(10)
    frames = {}
    for kind, label, mixed in (
        ("checkbox", "checked", True),
        ("checkbox", "checked", False),
        ("checkbox", "other", False),
    ):
        path = tmp_path / f"{label}-{mixed}.png"
        _draw(kind, label, mixed, random).save(path)
        frames[label, mixed] = path.read_bytes()
    bar, tick, other = frames.values()
    film = Film(tick, bar)
    configure(model=told.model, output=tmp_path / "failures")
    try:
        run_blocking(expect(film, "mixed", timeout=60, min_score=None))
        assert film.shown == 2
        with pytest.raises(UnexpectedStateError) as caught:
            run_blocking(expect(Film(tick), "mixed", timeout=0, min_score=None))
        with pytest.raises(UnexpectedStateError, match="looks other"):
            run_blocking(expect(Film(other), "mixed", timeout=0, min_score=0))
        with pytest.raises(UnexpectedStateError, match=r"needed    mixed 1\.000"):
            run_blocking(expect(Film(bar), "mixed", timeout=0, min_score=1))
    finally:
        configure(model="default")
    assert str(caught.value).startswith("expected mixed, but it looks checked\n")
    assert "needed    mixed 0.500" in str(caught.value)
    assert f"mixed {caught.value.prediction.mixed:.3f}" in str(caught.value)
