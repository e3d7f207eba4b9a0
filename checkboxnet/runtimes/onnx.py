"""ONNX Runtime: the default on a CPU, fast to start, no torch."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from checkboxnet.errors import WeightsError
from checkboxnet.weights.config import WEIGHTS_FILE
from checkboxnet.weights.folder import WeightsFolder

_MAX_DEFAULT_THREADS = 4


class OnnxRuntime:
    """Runs a weights folder's graph. One instance may be shared by any number of threads."""

    name = "onnx"
    device = "cpu"

    def __init__(self, folder: WeightsFolder, *, threads: int | None = None) -> None:
        """Opens a session.

        Args:
            folder: Verified weights.
            threads: Threads of one forward pass; by default the processors this process may
                use, at most 4.

        Raises:
            WeightsError: ONNX Runtime refuses the graph.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or min(_MAX_DEFAULT_THREADS, usable_processors())
        options.inter_op_num_threads = 1
        options.log_severity_level = 3  # errors only; warnings of the optimizer are not for users
        # The initializers' bytes are handed over, not looked up by path: no file that the graph
        # names is ever opened, and the Hub cache's symbolic links don't matter.
        options.add_external_initializers_from_files_in_memory(
            [WEIGHTS_FILE], [folder.weights], [len(folder.weights)]
        )
        try:
            self._session = onnxruntime.InferenceSession(
                folder.graph, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime's own exception classes have no common base
            raise WeightsError(f"{folder.path}: ONNX Runtime refuses it ({error})") from error
        self._input = self._session.get_inputs()[0].name

    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Returns logits of shape (N, labels) for a batch of shape (N, 3, height, width)."""
        result: NDArray[np.float32] = self._session.run(None, {self._input: batch})[0]
        return result


def usable_processors() -> int:
    """Returns how many processors this process may use: affinity and container quota."""
    affinity = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text().split()
        limit = max(1, round(int(quota) / int(period)))
    except (OSError, ValueError):  # no cgroup v2, or the quota is "max"
        return affinity or 1
    return min(affinity or 1, limit)
