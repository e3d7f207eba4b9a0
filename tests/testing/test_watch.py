"""Looking until it looks right, without a browser: pictures in, a verdict out."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT
from testing.conftest import Film

from checkboxnet import Model
from checkboxnet.browser.coroutines import run_blocking
from checkboxnet.errors import CheckboxNetError, ConfigError
from checkboxnet.labels import Label
from checkboxnet.testing.settings import configure, current_model
from checkboxnet.testing.unexpected import UnexpectedStateError
from checkboxnet.testing.watch import expect


@pytest.fixture(scope="module")
def on(example_images: Path) -> bytes:
    return (example_images / "checked" / "switch-dark.png").read_bytes()


@pytest.fixture(scope="module")
def off(example_images: Path) -> bytes:
    return (example_images / "unchecked" / "checkbox-native-ja.png").read_bytes()


@pytest.fixture(scope="module")
def uncertain(example_images: Path) -> bytes:
    """A switch that looks off, but not for certain."""
    for path in sorted((example_images / "unchecked").iterdir()):
        prediction = current_model().predict(path)
        if prediction.label == "unchecked" and not prediction.certain:
            return path.read_bytes()
    pytest.fail("the model is certain of all examples; take another picture")


def verdict(
    film: Film, expected: Label, *, timeout: float = 60, min_score: float | None = None
) -> UnexpectedStateError | None:
    try:
        run_blocking(expect(film, expected, timeout=timeout, min_score=min_score))
    except UnexpectedStateError as error:
        return error
    return None


def test_it_waits_until_it_looks_as_expected(on: bytes, off: bytes) -> None:
    film = Film(off, off, on)
    assert verdict(film, Label.CHECKED) is None
    assert film.shown == 3
    assert film.waited > 0


def test_without_time_it_looks_once(on: bytes, off: bytes) -> None:
    film = Film(off, on)
    error = verdict(film, Label.CHECKED, timeout=0)
    assert film.shown == 1
    assert error is not None
    assert error.prediction is not None
    assert error.prediction.label == "unchecked"


def test_the_failure_says_all_there_is_to_know(off: bytes, output: Path) -> None:
    error = verdict(Film(off), Label.CHECKED, timeout=0)
    assert isinstance(error, AssertionError)
    assert isinstance(error, CheckboxNetError)
    assert error.prediction is not None
    assert error.crop is not None
    assert error.crop.parent == output
    assert error.crop.read_bytes() == off
    lines = [line.split(maxsplit=1) for line in str(error).splitlines()[1:]]
    details = dict(lines)
    assert str(error).startswith("expected checked, but it looks unchecked\n")
    assert details["control"] == "the film"
    assert details["looks"] == str(error.prediction)
    needed = current_model().config.certainty.thresholds["checked"]
    assert details["needed"] == f"checked {needed:.3f}"
    scores = error.prediction.probabilities
    assert details["all"] == ", ".join(f"{label} {scores[label]:.3f}" for label in scores)
    assert details["model"] == current_model().name
    assert details["crop"] == str(error.crop)
    assert details["waited"].endswith("s, 1 screenshot")


def test_what_was_seen_last_is_kept_when_it_vanishes(on: bytes, off: bytes, output: Path) -> None:
    error = verdict(Film(on, off, ends=True), Label.OTHER)
    assert error is not None
    assert "nothing to see" in str(error)
    assert error.prediction is not None
    assert error.prediction.label == "unchecked"
    assert [path.read_bytes() for path in output.iterdir()] == [off]


def test_only_what_is_certain_will_do_unless_told_otherwise(uncertain: bytes) -> None:
    error = verdict(Film(uncertain), Label.UNCHECKED, timeout=0)
    assert error is not None
    assert "not for certain" in str(error)
    assert "lower min_score" in str(error)
    assert error.prediction is not None
    assert f"({error.prediction.reason})" in str(error)
    assert verdict(Film(uncertain), Label.UNCHECKED, timeout=0, min_score=0) is None
    assert verdict(Film(uncertain), Label.CHECKED, timeout=0, min_score=0) is not None


def test_min_score_may_be_stricter_too(off: bytes) -> None:
    assert verdict(Film(off), Label.UNCHECKED, timeout=0) is None
    error = verdict(Film(off), Label.UNCHECKED, timeout=0, min_score=0.9999)
    assert error is not None
    assert "needed    unchecked 1.000" in str(error)
    with pytest.raises(ConfigError, match="min_score"):
        verdict(Film(off), Label.UNCHECKED, min_score=2)


def test_nothing_to_see_is_a_failure(output: Path) -> None:
    error = verdict(Film(), Label.CHECKED)
    assert error is not None
    assert error.prediction is None
    assert error.crop is None
    assert "nothing to see" in str(error)
    assert "the screen is dark" in str(error)
    assert isinstance(error.__cause__, LookupError)
    assert not output.exists()


def test_a_disk_that_takes_nothing_does_not_hide_the_failure(off: bytes, output: Path) -> None:
    output.write_text("a file where the folder should be")
    error = verdict(Film(off), Label.CHECKED, timeout=0)
    assert error is not None
    assert error.crop is None
    assert "looks unchecked" in str(error)
    assert "not saved" in str(error)


def test_the_model_is_loaded_once_and_can_be_another(tmp_path: Path) -> None:
    default = current_model()
    try:
        configure(model=ROOT / "tests" / "weights" / "tiny", output=tmp_path)
        other = current_model()
        assert other.name == "test_efficientnet.fixture"
        assert current_model() is other
    finally:
        configure(model=default)
    assert current_model() is default


@pytest.mark.parametrize("expected", [Label.CHECKED, Label.UNCHECKED])
def test_labels_of_ones_own_are_refused_before_anything_is_looked_at(
    on: bytes, own_labels: Model, expected: Label
) -> None:
    film = Film(on)
    configure(model=own_labels)
    try:
        with pytest.raises(ConfigError) as caught:
            run_blocking(expect(film, expected, timeout=60, min_score=None))
    finally:
        configure(model="default")
    assert f"my.player has no label {expected}, only playing, paused, other" in str(caught.value)
    assert film.shown == 0


def test_mixed_is_refused_where_the_weights_do_not_tell_it(on: bytes, tmp_path: Path) -> None:
    configure(model=ROOT / "tests" / "weights" / "tiny")
    try:
        with pytest.raises(ConfigError, match=r"fixture doesn't tell indeterminate controls"):
            run_blocking(expect(Film(on), "mixed", timeout=60, min_score=None))
    finally:
        configure(model="default")
