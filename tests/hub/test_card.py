"""The model card as the Hub's own client reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome
from huggingface_hub import EvalResult, ModelCard
from server import Hub, hub_settings

from checkboxnet.model import load_model
from checkboxnet.training.base import load_base
from checkboxnet.weights.card import model_card
from checkboxnet.weights.load import load_weights

Run = Callable[..., Outcome]


def test_the_shipped_card_is_what_its_figures_say() -> None:
    folder = load_weights("default")
    text = (folder.path / "README.md").read_text()
    assert text == model_card(folder.config, folder.metrics)
    data = ModelCard(text).data
    assert data.license == "apache-2.0"
    assert data.library_name == "checkboxnet"
    assert data.pipeline_tag == "image-classification"
    assert data.base_model == "timm/tf_efficientnet_lite0.in1k"
    assert {"timm", "image-classification", "ui-testing"} <= set(data.tags)
    assert data.model_name == folder.config.name
    assert data.eval_results[1] == EvalResult(
        task_type="image-classification",
        dataset_type="imagefolder",
        dataset_name="seed test",
        dataset_split="seed test",
        dataset_args={"images": 52},
        metric_type="accuracy",
        metric_value=0.9423,
        metric_args={"wilson_95": [0.8436, 0.9802]},
    )
    assert [(each.dataset_name, each.dataset_args) for each in data.eval_results] == [
        (name, {"images": report["count"]})
        for name, report in folder.metrics["evaluations"].items()
    ]


def test_the_example_of_the_card_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example_images: Path
) -> None:
    load_model().save(tmp_path / "path" / "to" / "this" / "folder")
    (tmp_path / "crop.png").write_bytes((example_images / "other" / "link.png").read_bytes())
    monkeypatch.chdir(tmp_path)
    blocks = load_weights("default").path.joinpath("README.md").read_text().split("```python\n")
    assert len(blocks) == 3
    for block in blocks[1:]:
        exec(block.partition("```")[0], {})  # noqa: S102


def test_nothing_measured_gives_no_model_index() -> None:
    data = ModelCard(model_card(load_model().config, {})).data
    assert data.eval_results is None
    assert data.license is None
    assert "model-index" not in data.to_dict()


@pytest.fixture
def backbone(tiny_backbone: Path, hub: Hub) -> str:
    files = {path.name: path.read_bytes() for path in tiny_backbone.iterdir()}
    hub.repositories["timm/test_efficientnet.r160_in1k"] = {**files, "pytorch_model.bin": b"no"}
    return "timm/test_efficientnet.r160_in1k"


def test_a_base_is_fetched_from_the_hub(backbone: str, variables: dict[str, str]) -> None:
    with hub_settings(variables):
        assert load_base(backbone).repo_id == backbone


@pytest.mark.slow
def test_training_takes_a_base_from_the_hub_and_names_it(
    backbone: str, tiny_crops: Path, tmp_path: Path, run: Run
) -> None:
    outcome = run(
        "fine-tune", str(tiny_crops), "-o", str(tmp_path / "run"), "--epochs", "0",
        "--base", backbone,
    )  # fmt: skip
    assert outcome.code == 0, outcome.err
    assert load_model(tmp_path / "run").labels == ("checked", "unchecked", "other")
    data = ModelCard.load(tmp_path / "run" / "README.md").data
    assert data.base_model == backbone
    assert [each.dataset_name for each in data.eval_results] == ["validation"]


def test_push_completes_the_card(run: Run, hub: Hub, tmp_path: Path) -> None:
    path = tmp_path / "weights" / "README.md"
    before = path.read_text().replace("## Figures", "By hand: look here.\n\n## Figures")
    path.write_text(before)
    outcome = run(
        "models", "push", str(path.parent), "me/published",
        "--license", "mit", "--dataset", "me/crops", "--dataset", "me/more",
    )  # fmt: skip
    assert outcome.code == 0, outcome.err
    published = hub.repositories["me/published"]["README.md"].decode()
    assert hub.cards == [published]
    card = ModelCard(published)
    assert card.data.license == "mit"
    assert card.data.datasets == ["me/crops", "me/more"]
    assert card.data.base_model == "timm/tf_efficientnet_lite0.in1k"
    assert len(card.data.eval_results) == 3
    assert 'checkboxnet.load_model("me/published")' in card.text
    assert 'timm.create_model("hf-hub:me/published", pretrained=True)' in card.text
    assert "By hand: look here." in card.text
    assert path.read_text() == before


def test_push_keeps_what_the_card_says(run: Run, hub: Hub, tmp_path: Path) -> None:
    path = tmp_path / "weights" / "README.md"
    path.write_text(path.read_text().replace("license:", "datasets:\n- me/crops\nlicense:"))
    assert run("models", "push", str(path.parent), "me/published").code == 0
    data = ModelCard(hub.repositories["me/published"]["README.md"].decode()).data
    assert data.license == "apache-2.0"
    assert data.datasets == ["me/crops"]


def test_push_writes_a_card_where_there_is_none(run: Run, hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "weights" / "README.md").unlink()
    assert run("models", "push", str(tmp_path / "weights"), "me/published").code == 0
    assert len(ModelCard(hub.cards[0]).data.eval_results) == 3


@pytest.mark.parametrize("front", ["a: [", "- a list", "model-index: [{name: x}]"])
def test_push_refuses_a_card_that_cannot_be_read(
    run: Run, hub: Hub, tmp_path: Path, front: str
) -> None:
    (tmp_path / "weights" / "README.md").write_text(f"---\n{front}\n---\n\nText\n")
    outcome = run("models", "push", str(tmp_path / "weights"), "me/published")
    assert outcome.code == 1
    assert "error: README.md: its front matter can't be read" in outcome.err
    assert "Traceback" not in outcome.err
    assert "me/published" not in hub.repositories


def test_push_reports_what_the_hub_says_of_the_card(run: Run, hub: Hub, tmp_path: Path) -> None:
    hub.complaint = '"license" must be one of'
    outcome = run("models", "push", str(tmp_path / "weights"), "me/published", "--license", "mine")
    assert outcome.code == 1
    assert "error: me/published: publishing failed" in outcome.err
    assert '"license" must be one of' in outcome.err
    assert hub.repositories["me/published"] == {}
