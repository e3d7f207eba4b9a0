"""ONNX Runtime: the default on a CPU, which starts fast and needs no torch."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path
from typing import Any, Protocol
from weakref import WeakSet

import numpy as np
from numpy.typing import NDArray

from checkboxnet.errors import WeightsError
from checkboxnet.inference.threads import default_threads
from checkboxnet.weights.config import WEIGHTS_FILE

# Read by ONNX Runtime when it is imported. From 1.29 on its wheels report sessions to Microsoft,
# from a thread of their own that also keeps a forked process from ending.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

import onnxruntime


class Graph(Protocol):
    """A verified folder whose graph can be run."""

    @property
    def path(self) -> Path:
        """Where it lies."""

    @property
    def weights(self) -> bytes:
        """Content of `model.safetensors`."""

    @property
    def graph(self) -> bytes:
        """Content of `model.onnx`, whose initializers point into `weights`."""


class OnnxRuntime:
    """Runs a weights folder's graph. One instance may be shared by any number of threads."""

    name = "onnx"
    device = "cpu"

    def __init__(self, folder: Graph, *, threads: int | None = None) -> None:
        """Opens a session.

        Args:
            folder: Verified weights.
            threads: Threads of one forward pass; by default one per usable processor, at most 4.

        Raises:
            WeightsError: ONNX Runtime refuses the graph.
        """
        self._folder = folder
        self.threads = threads or default_threads()
        session = self._open()
        self._input = session.get_inputs()[0].name
        self._session: onnxruntime.InferenceSession | None = session
        _runtimes.add(self)

    def _open(self) -> onnxruntime.InferenceSession:
        folder, options = self._folder, onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        # Spinning threads are a little faster on an idle machine, and slow everything down where
        # the browser under test, or reading ahead, needs the processor too.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3  # errors only; warnings of the optimizer are not for users
        # The initializers are passed in memory: no file that the graph names is ever opened, and
        # the Hub cache's symbolic links don't matter.
        options.add_external_initializers_from_files_in_memory(
            [WEIGHTS_FILE], [folder.weights], [len(folder.weights)]
        )
        try:
            return onnxruntime.InferenceSession(
                folder.graph, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime's own exception classes have no common base
            raise WeightsError(f"{folder.path}: ONNX Runtime refuses it ({error})") from error

    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Returns logits of shape (N, outputs) for a batch of shape (N, 3, height, width)."""
        result: NDArray[np.float32] = self.run(batch)[0]
        return result

    def run(self, batch: NDArray[Any]) -> list[NDArray[Any]]:
        """Returns all outputs of the graph for its one input."""
        session = self._session
        if session is None:  # this process was forked from one that had it open
            session = self._session = self._open()
        outputs: list[NDArray[Any]] = session.run(None, {self._input: batch})
        return outputs

    def abandon_session(self) -> None:
        """Makes a forked process open a session of its own.

        The inherited one would wait for threads that were not forked: on its next run, and in its
        destructor, which therefore must never be called.
        """
        if self._session is not None:
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._session))
            self._session = None


_runtimes: WeakSet[OnnxRuntime] = WeakSet()


def _abandon_sessions() -> None:
    for runtime in _runtimes:
        runtime.abandon_session()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_abandon_sessions)
