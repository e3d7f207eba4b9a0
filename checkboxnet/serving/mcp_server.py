"""Predictions for agents that test user interfaces: a server of the Model Context Protocol."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable
from functools import wraps
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Annotated, Any

import numpy as np
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp_types import ToolAnnotations
from pydantic import BaseModel, ConfigDict, Field, create_model

from checkboxnet.errors import ConfigError, ImageError, installed_package
from checkboxnet.labels import Label
from checkboxnet.model import Model, as_model
from checkboxnet.picture.boxes import crop_boxes
from checkboxnet.picture.decode import FORMATS
from checkboxnet.picture.read import RgbImage
from checkboxnet.prediction import Prediction
from checkboxnet.serving.agent_images import read_image

_IMAGE = (
    f"Path of an image file ({', '.join(FORMATS)}), absolute or relative, in the folder that this "
    "server reads; or the image itself in base64, also as a data URL."
)
_BOX = (
    "[left, top, width, height] of the control in pixels of the image, where that shows more than "
    "the control, such as a screenshot of the page. Leave out for a picture of the control alone."
)

# Not a tuple: some clients refuse schemas with prefixItems.
_FourNumbers = Annotated[list[float], Field(min_length=4, max_length=4)]
_Image = Annotated[str, Field(description=_IMAGE)]
_Box = Annotated[_FourNumbers | None, Field(description=_BOX)]


class _Output(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class ControlState(_Output):
    """What one control looks like: the fields of a `Prediction`."""

    label: str
    """The most probable label, even if it is not certain. `checked`: on. `unchecked`: off. `other`:
    no control of two states."""
    score: float
    """Calibrated probability of the label, from 0 to 1."""
    probabilities: dict[str, float]
    """Calibrated probability of each label."""
    certain: bool
    """Whether to rely on the label. If false, it is a guess: do not report it as a fact."""
    reason: str | None
    """Why it is not certain: `low-confidence`, `ambiguous` (between two labels), `too-small`,
    `blank`, `unlike-training` (an unusual look) or `indeterminate` (neither on nor off)."""
    kind: str | None
    """What it looks like: `checkbox`, `radio`, `switch` or `toggle`; null if unknown."""
    mixed: float | None
    """Probability that it is indeterminate, such as a box with a bar in it; null if unknown."""


class Comparison(_Output):
    """What became of a control between two pictures."""

    answer: str
    """Whether the state changed, and from what to what, in one sentence."""
    changed: bool
    """Whether the labels differ. A guess unless `certain`."""
    certain: bool
    """Whether both states are certain."""
    identical: bool
    """Whether the two pictures of the control are the same in every pixel."""
    before: ControlState
    """The state before."""
    after: ControlState
    """The state after."""


class FoundControl(ControlState):
    """A control on a screenshot."""

    box: list[float]
    """[left, top, width, height] in pixels of the screenshot: what read_control takes as `box`."""
    detection_score: float
    """How much it looks like a control, from 0 to 1; not calibrated."""


class Scan(_Output):
    """The controls on a screenshot."""

    found: list[FoundControl]
    """In reading order; empty where there are none."""


class _Tools:
    """Every public method is a tool. Language models read the docstrings, and so choose a tool."""

    def __init__(self, model: Model, root: Path) -> None:
        self._model = model
        self._root = root

    def read_control(self, image: _Image, box: _Box = None) -> ControlState:
        """Say from its picture whether a checkbox, radio button, switch or other toggle is on.

        Use it for what a user sees, above all where the page's document can't be trusted or
        reached: custom toggles without ARIA state, canvas, remote desktops, native apps. Give one
        control at a time, with or without its label: the screenshot of the element alone, or a
        screenshot of the page and the control's box in it.

        Returns the label (checked, unchecked or other), its probability, and `certain`. Where
        `certain` is false, say so rather than report the label as a fact; `reason` says why.
        """
        return _state(self._model.predict(self._picture(image, box, "image")))

    def compare(
        self,
        before: Annotated[str, Field(description=f"The control before. {_IMAGE}")],
        after: Annotated[str, Field(description=f"The control after. {_IMAGE}")],
        box: _Box = None,
    ) -> Comparison:
        """Say from two pictures whether an action, such as a click, changed a control's state.

        Use it after a click on a checkbox, radio button, switch or other toggle, to check that it
        took effect on the screen. Take both pictures of the same control in the same way: the same
        element, or screenshots of the same size and scroll position, in which `box` is the
        control's place in both.

        Returns `answer`, a sentence; `changed`; `certain`; whether the pictures are identical
        pixel for pixel; and both states, as read_control gives them. Where `certain` is false,
        the answer is a guess, unless they are identical.
        """
        old, new = self._picture(before, box, "before"), self._picture(after, box, "after")
        identical = np.array_equal(old, new)
        first, second = self._model.predict([old, new])
        return Comparison(
            answer=_answer(first, second, identical=identical),
            changed=first.label != second.label,
            certain=first.certain and second.certain,
            identical=identical,
            before=_state(first),
            after=_state(second),
        )

    def scan(self, image: _Image) -> Scan:
        """Find all checkboxes, radio buttons, switches and other toggles on a screenshot.

        Use it where nothing tells where the controls are: a canvas, a remote desktop, a phone's
        screen, a picture in a bug report. Give the whole screenshot, at its full resolution.

        Returns the box of each control and its state, as read_control gives it. It may miss
        controls of an unusual look, and take for one what is none: look at what is not `certain`.
        """
        found = self._model.scan(self._picture(image, None, "image"))
        return Scan(found=[FoundControl(**each.to_dict()) for each in found])

    def _picture(self, source: str, box: list[float] | None, name: str) -> RgbImage:
        image = read_image(source, root=self._root, name=name)
        if box is None:
            return image
        try:
            return crop_boxes(image, [box])[0]
        except ImageError as error:
            raise ImageError(f"{name}: {error}") from error


def _state(prediction: Prediction) -> ControlState:
    return ControlState(**prediction.to_dict())


def _answer(before: Prediction, after: Prediction, *, identical: bool) -> str:
    if identical:
        doubt = "" if after.certain else f", which is not certain ({after.reason})"
        return (
            "No: the two pictures are identical pixel for pixel, and the control looks "
            f"{after.label}{doubt}."
        )
    if not (before.certain and after.certain):
        return f"Not certain: the control seems {before} before and {after} after."
    labels = {before.label, after.label}
    if labels == {Label.OTHER}:
        return "No state to compare: neither picture shows a control of two states."
    if Label.OTHER in labels:
        return (
            f"The control looks {before.label} before and {after.label} after, where other is no "
            "control of two states: check that both pictures show the same control."
        )
    if before.label == after.label:
        return f"No: the control is still {after.label}, though some pixels differ."
    return f"Yes: the control was {before.label} and is now {after.label}."


def create_mcp_server(
    model: str | os.PathLike[str] | Model, *, root: str | os.PathLike[str]
) -> MCPServer[Any]:
    """Returns the server that `checkboxnet mcp` runs; its `run()` speaks on stdin and stdout.

    Args:
        model: A model, or what `load_model` takes.
        root: The one folder of which images are read by their paths. It need not exist yet.

    Raises:
        CheckboxNetError: The model can't be loaded, or `root` is a file.
    """
    folder = Path(root).absolute()
    if folder.exists() and not folder.is_dir():
        raise ConfigError(f"{root}: not a folder; root must be the folder of the screenshots")
    loaded = as_model(model)
    tools = _Tools(loaded, folder)
    functions = inspect.getmembers(tools, inspect.ismethod)
    one_at_a_time = Lock()  # a call has all of the model's threads
    return MCPServer(
        "checkboxnet",
        version=version(installed_package()),
        instructions=(
            "Says from pictures whether checkboxes, radio buttons, switches and other toggles are "
            f"on. Labels: {', '.join(loaded.labels)}. Image files are read from {folder} only, so "
            "let screenshots be saved there."
        ),
        tools=[
            _tool(function, one_at_a_time)
            for name, function in functions
            if not name.startswith("_")
        ],
    )


def _tool(function: Callable[..., BaseModel], lock: Lock) -> Tool:
    """Returns a tool that makes tool errors of the errors that an image may raise."""

    @wraps(function)
    def call(**arguments: Any) -> BaseModel:
        try:
            with lock:
                return function(**arguments)
        except ImageError as error:
            raise ToolError(str(error)) from error

    tool = Tool.from_function(
        call,
        description=inspect.getdoc(function),
        annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False),
        structured_output=True,
    )
    # By itself the SDK passes over an argument that it doesn't know, say a misspelt box.
    known = tool.fn_metadata.arg_model
    strict = create_model(known.__name__, __base__=known, __cls_kwargs__={"extra": "forbid"})
    tool.fn_metadata.arg_model = strict
    tool.parameters = strict.model_json_schema()
    return tool
