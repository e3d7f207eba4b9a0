"""Default number of threads."""

from __future__ import annotations

import os
from pathlib import Path

_MOST = 4


def default_threads() -> int:
    """Returns the default number of threads: one per usable processor, at most 4."""
    return min(_MOST, usable_processors())


def usable_processors() -> int:
    """Returns how many processors this process may use: affinity and container quota."""
    affinity = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text().split()
        limit = max(1, round(int(quota) / int(period)))
    except (OSError, ValueError):  # no cgroup v2, or the quota is "max"
        return affinity or 1
    return min(affinity or 1, limit)
