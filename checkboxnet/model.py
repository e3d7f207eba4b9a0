"""`load_model` and the `Model` it returns: from pictures to predictions."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, Protocol, TypedDict, Unpack, cast, get_args, overload

import numpy as np
from numpy.typing import NDArray

from checkboxnet.errors import (
    ConfigError,
    ImageError,
    require_choice,
    require_number,
    require_package,
)
from checkboxnet.inference.answers import predictions
from checkboxnet.labels import Label
from checkboxnet.picture.batches import Fitted, read_batches
from checkboxnet.picture.boxes import PADDING, BoxesInput, crop_boxes
from checkboxnet.picture.fit import normalize
from checkboxnet.picture.read import ImageInput, as_images, is_single_image, open_image
from checkboxnet.prediction import Prediction
from checkboxnet.scanning.detector import Detector, as_detector
from checkboxnet.scanning.found import Found, in_reading_order
from checkboxnet.weights.config import WeightsConfig
from checkboxnet.weights.folder import WeightsFolder
from checkboxnet.weights.load import load_weights
from checkboxnet.weights.registry import DEFAULT

OnError = Literal["raise", "return"]
RuntimeName = Literal["onnx", "torch"]


class PredictOptions(TypedDict, total=False):
    """What `predict` and `stream` take beside `on_error`."""

    batch_size: int
    min_score: float | None


class Runtime(Protocol):
    """Turns model input into logits."""

    name: str
    device: str
    threads: int
    """Number of threads that read pictures, and the most that one forward pass uses."""

    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Returns logits of shape (N, labels) for a batch of shape (N, 3, height, width)."""
        ...


class Model:
    """Weights ready to predict. Use `load_model` to get one; share it between threads freely."""

    def __init__(self, folder: WeightsFolder, runtime: Runtime) -> None:
        """Joins verified weights and the runtime that holds them."""
        self.weights = folder
        """The verified weights folder that was loaded."""
        self.runtime = runtime
        """What runs the network: `runtime.name` is `onnx` or `torch`."""

    def __repr__(self) -> str:
        """Returns name, labels and runtime."""
        return f"Model({self.name!r}, labels={list(self.labels)}, runtime={self.runtime.name!r})"

    @property
    def config(self) -> WeightsConfig:
        """All that is known of the weights."""
        return self.weights.config

    @property
    def metrics(self) -> dict[str, Any]:
        """Settings, counts and figures of the training, as far as they are recorded."""
        return self.weights.metrics

    @property
    def name(self) -> str:
        """`architecture.tag` of the weights."""
        return self.config.name

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels it tells apart, in the order of the logits."""
        return self.config.labels

    # mypy sees that a string is an iterable too; the first signature that matches is right.
    @overload
    def predict(  # type: ignore[overload-overlap]
        self,
        images: ImageInput,
        *,
        on_error: Literal["raise"] = ...,
        **options: Unpack[PredictOptions],
    ) -> Prediction: ...
    @overload
    def predict(  # type: ignore[overload-overlap]
        self, images: ImageInput, *, on_error: OnError, **options: Unpack[PredictOptions]
    ) -> Prediction | ImageError: ...
    @overload
    def predict(
        self,
        images: Iterable[ImageInput],
        *,
        on_error: Literal["raise"] = ...,
        **options: Unpack[PredictOptions],
    ) -> list[Prediction]: ...
    @overload
    def predict(
        self, images: Iterable[ImageInput], *, on_error: OnError, **options: Unpack[PredictOptions]
    ) -> list[Prediction | ImageError]: ...

    def predict(
        self,
        images: ImageInput | Iterable[ImageInput],
        *,
        batch_size: int = 32,
        min_score: float | None = None,
        on_error: OnError = "raise",
    ) -> object:
        """Returns the prediction for one image, or a list of them in the order given.

        Args:
            images: One image or a collection of them. An image is a path, encoded bytes, a
                binary file object, a PIL image, an array of shape (H, W), (H, W, 3) or (H, W, 4)
                with uint8 values or floats from 0 to 1, or a torch tensor of shape (C, H, W).
                Each shows one control, with or without its label.
            batch_size: Images per forward pass. Changes speed and memory, never the answers.
            min_score: Lowest score, from 0 to 1, of a prediction that counts as certain, in place
                of the thresholds that come with the weights. The label is the most probable one
                in any case.
            on_error: `raise` stops at the first bad image; `return` puts the `ImageError` in its
                place, so that length and order always hold.

        Raises:
            ImageError: An image cannot be read, and `on_error` is `raise`.
            ConfigError: `batch_size`, `min_score` or `on_error` is wrong.

        Examples:
            >>> model = load_model()
            >>> model.predict("examples/images/checked/switch-dark.png").label
            'checked'
        """
        if is_single_image(images):
            return next(self.stream([images], min_score=min_score, on_error=on_error))
        collection = as_images(cast(Iterable[ImageInput], images))
        return list(
            self.stream(collection, batch_size=batch_size, min_score=min_score, on_error=on_error)
        )

    def predict_boxes(
        self,
        screenshot: ImageInput,
        boxes: BoxesInput,
        *,
        padding: float = PADDING,
        min_score: float | None = None,
    ) -> list[Prediction]:
        """Returns one prediction per box of a screenshot, in the order given.

        Args:
            screenshot: One image, as `predict` takes it.
            boxes: Left, top, width and height of each control, in pixels of the screenshot; a
                sequence of them, or an array of shape (N, 4).
            padding: Pixels added to each side of a box, as far as the screenshot goes. 0 leaves
                the boxes as they are.
            min_score: As for `predict`.

        Raises:
            ImageError: The screenshot cannot be read, or a box is empty, isn't made of four finite
                numbers, or reaches out of the screenshot by more than a pixel.
            ConfigError: `min_score` or `padding` is wrong.

        Examples:
            >>> model = load_model()
            >>> screenshot = "examples/images/checked/checkbox-native-en.png"
            >>> [p.label for p in model.predict_boxes(screenshot, [(24, 22, 36, 36)])]
            ['checked']
        """
        if not padding >= 0:
            raise ConfigError(f"padding must be 0 or more, got {padding}")
        crops = crop_boxes(open_image(screenshot), boxes, padding=padding)
        return list(self.stream(crops, min_score=min_score))

    def scan(
        self,
        screenshot: ImageInput,
        *,
        detector: str | os.PathLike[str] | Detector = DEFAULT,
        min_score: float | None = None,
    ) -> list[Found]:
        """Returns the controls on a screenshot, each with its state, in reading order.

        Args:
            screenshot: One image, as `predict` takes it; of one control alone, it finds that.
            detector: What finds the controls: `default`, or a folder that `fine_tune_detector`
                wrote.
            min_score: Lowest score of what is found, from 0 to 1, in place of the threshold that
                comes with the detector: a lower one finds more, and more that is no control.

        Returns:
            An empty list where there are none. What is found and looks `other` is left out.

        Raises:
            ImageError: The screenshot cannot be read.
            ConfigError: `min_score` is wrong.
            CheckboxNetError: The detector can't be loaded.

        Examples:
            >>> model = load_model()
            >>> found = model.scan("examples/images/checked/checkbox-native-en.png")
            >>> [str(each.prediction.label) for each in found]
            ['checked']
        """
        require_number("min_score", min_score, 0, 1)
        image = open_image(screenshot)
        detections = as_detector(detector).find(image, min_score=min_score)
        predictions = self.predict_boxes(image, [each.box for each in detections])
        return in_reading_order(
            [
                Found(box=each.box, prediction=prediction, score=each.score)
                for each, prediction in zip(detections, predictions, strict=True)
                if prediction.label != Label.OTHER
            ]
        )

    @overload
    def stream(
        self,
        images: Iterable[ImageInput],
        *,
        on_error: Literal["raise"] = ...,
        **options: Unpack[PredictOptions],
    ) -> Iterator[Prediction]: ...
    @overload
    def stream(
        self, images: Iterable[ImageInput], *, on_error: OnError, **options: Unpack[PredictOptions]
    ) -> Iterator[Prediction | ImageError]: ...

    def stream(
        self,
        images: Iterable[ImageInput],
        *,
        batch_size: int = 32,
        min_score: float | None = None,
        on_error: OnError = "raise",
    ) -> Iterator[Prediction | ImageError]:
        """Yields one prediction per image, in the order given, in flat memory.

        While a batch is predicted, the next one is taken from `images`, in the caller's thread,
        and read.

        Args:
            images: Any number of what `predict` takes.
            batch_size: As for `predict`.
            min_score: As for `predict`.
            on_error: As for `predict`.

        Raises:
            ImageError: An image cannot be read, and `on_error` is `raise`.
            ConfigError: An option is wrong, or `images` is a single image.

        Examples:
            >>> model = load_model()
            >>> [str(p.label) for p in model.stream(["examples/images/checked/switch-dark.png"])]
            ['checked']
        """
        if is_single_image(images):
            raise ConfigError("stream takes a collection of images; use predict for a single one")
        if batch_size < 1:
            raise ConfigError(f"batch_size must be 1 or more, got {batch_size}")
        require_choice("on_error", on_error, get_args(OnError))
        require_number("min_score", min_score, 0, 1)
        return self._stream(iter(images), batch_size, min_score, on_error)

    def _stream(
        self,
        images: Iterator[ImageInput],
        batch_size: int,
        min_score: float | None,
        on_error: OnError,
    ) -> Iterator[Prediction | ImageError]:
        batches = read_batches(
            images, batch_size, self.config.preprocessing, threads=self.runtime.threads
        )
        for batch in batches:
            fitted = [each for each in batch if not isinstance(each, ImageError)]
            answers = iter(self._predict_fitted(fitted, min_score) if fitted else ())
            for each in batch:
                if not isinstance(each, ImageError):
                    yield next(answers)
                elif on_error == "return":
                    yield each
                else:
                    raise each

    def _predict_fitted(self, batch: list[Fitted], min_score: float | None) -> list[Prediction]:
        canvases = np.stack([each.canvas for each in batch])
        outputs = self.runtime.logits(normalize(canvases, self.config.preprocessing))
        return predictions(outputs, batch, self.config, min_score=min_score)

    def save(self, folder: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
        """Writes the weights folder, whole or not at all, and returns its path.

        Raises:
            OutputExistsError: `folder` exists and `overwrite` is False.
        """
        return self.weights.copy_to(folder, overwrite=overwrite)

    def push_to_hub(
        self,
        repo_id: str,
        *,
        license: str | None = None,
        datasets: Sequence[str] = (),
        private: bool = False,
    ) -> str:
        """Publishes the weights on the Hugging Face Hub and returns the new commit's hash.

        Args:
            repo_id: `owner/name`; made if it doesn't exist.
            license: Identifier for the model card, as on the Hub: `apache-2.0`, `mit`, `other`…;
                by default what the card in the folder says.
            datasets: Hub repositories of the training images, for the model card.
            private: Whether a new repository is private.

        Raises:
            WeightsError: The front matter of the folder's `README.md` can't be read.
            DownloadError: The Hub refused or can't be reached.
        """
        from checkboxnet.weights.hub import push

        return push(self.weights, repo_id, license=license, datasets=datasets, private=private)


def load_model(
    model: str | os.PathLike[str] = DEFAULT,
    *,
    revision: str | None = None,
    runtime: RuntimeName | None = None,
    device: str = "cpu",
    threads: int | None = None,
) -> Model:
    """Loads weights, fully verified, or raises.

    Args:
        model: `default` or another registered name (see `list_models`), a weights folder, or a
            Hugging Face Hub repository as `owner/name` or `hf://owner/name@revision`. A folder
            that is called like a registered name is said as a path: `./default`.
        revision: Branch, tag or commit of a Hub repository.
        runtime: `onnx` or `torch`; by default ONNX Runtime on the CPU, torch on other devices.
        device: `cpu`, or a device as torch names it (`cuda`, `mps`).
        threads: Number of threads of one forward pass on ONNX Runtime, and of those that read
            the next batch of pictures meanwhile (none if it is 1); by default the processors that
            this process may use, at most 4.

    Raises:
        ModelNotFoundError: Nothing of that name.
        WeightsError: The folder is incomplete, altered or malformed.
        DownloadError: The Hub did not deliver.
        ConfigError: The options don't go together.

    Examples:
        >>> load_model().labels
        ('checked', 'unchecked', 'other')
    """
    if runtime is not None:
        require_choice("runtime", runtime, get_args(RuntimeName))
    if runtime == "onnx" and device != "cpu":
        raise ConfigError(f"runtime 'onnx' runs on the CPU; for device {device!r} use 'torch'")
    if threads is not None and (threads < 1 or runtime == "torch" or device != "cpu"):
        raise ConfigError("threads must be 1 or more, and goes with the onnx runtime")
    folder = load_weights(model, revision=revision)
    if runtime == "torch" or device != "cpu":
        require_package("timm")
        from checkboxnet.inference.torch_runtime import TorchRuntime

        return Model(folder, TorchRuntime(folder, device=device))
    from checkboxnet.inference.onnx_runtime import OnnxRuntime

    return Model(folder, OnnxRuntime(folder, threads=threads))


@cache
def default_model() -> Model:
    """Returns the default model, loaded once per process."""
    return load_model()


def as_model(model: str | os.PathLike[str] | Model) -> Model:
    """Returns a model as it is, and what `load_model` takes loaded; the default once per process.

    Raises:
        CheckboxNetError: It can't be loaded, as `load_model` says.
    """
    if isinstance(model, Model):
        return model
    return default_model() if model == DEFAULT else load_model(model)


@overload
def predict(  # type: ignore[overload-overlap]
    images: ImageInput, *, on_error: Literal["raise"] = ..., **options: Unpack[PredictOptions]
) -> Prediction: ...
@overload
def predict(  # type: ignore[overload-overlap]
    images: ImageInput, *, on_error: OnError, **options: Unpack[PredictOptions]
) -> Prediction | ImageError: ...
@overload
def predict(
    images: Iterable[ImageInput],
    *,
    on_error: Literal["raise"] = ...,
    **options: Unpack[PredictOptions],
) -> list[Prediction]: ...
@overload
def predict(
    images: Iterable[ImageInput], *, on_error: OnError, **options: Unpack[PredictOptions]
) -> list[Prediction | ImageError]: ...


def predict(
    images: ImageInput | Iterable[ImageInput],
    *,
    batch_size: int = 32,
    min_score: float | None = None,
    on_error: OnError = "raise",
) -> object:
    """Returns what `load_model().predict` returns; the default model is loaded only once.

    Args:
        images: One image or a collection of them, as `Model.predict` takes them.
        batch_size: As for `Model.predict`.
        min_score: As for `Model.predict`.
        on_error: As for `Model.predict`.

    Raises:
        ImageError: An image cannot be read, and `on_error` is `raise`.
        ConfigError: An option is wrong.

    Examples:
        >>> import checkboxnet
        >>> checkboxnet.predict("examples/images/checked/switch-dark.png").label
        'checked'
    """
    model = default_model()
    return model.predict(images, batch_size=batch_size, min_score=min_score, on_error=on_error)


def scan(
    screenshot: ImageInput,
    *,
    model: str | os.PathLike[str] | Model = DEFAULT,
    detector: str | os.PathLike[str] | Detector = DEFAULT,
    min_score: float | None = None,
) -> list[Found]:
    """Returns what `Model.scan` returns; default model and detector are loaded only once.

    Args:
        screenshot: One image, as `Model.predict` takes it.
        model: What says the states: a model, or what `load_model` takes.
        detector: As for `Model.scan`.
        min_score: As for `Model.scan`.

    Raises:
        ImageError: The screenshot cannot be read.
        ConfigError: `min_score` is wrong.
        CheckboxNetError: Model or detector can't be loaded.

    Examples:
        >>> import checkboxnet
        >>> for found in checkboxnet.scan("screenshot.png"):  # doctest: +SKIP
        ...     print(found.box, found.prediction.label, found.prediction.certain)
    """
    return as_model(model).scan(screenshot, detector=detector, min_score=min_score)
