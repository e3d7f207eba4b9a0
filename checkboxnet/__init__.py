"""Says from the picture of a user-interface control whether it is checked, unchecked or other.

Names are imported on first use, so that `import checkboxnet` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checkboxnet.errors import CheckboxNetError, ImageError
    from checkboxnet.evaluation.evaluate import EvaluationReport, evaluate
    from checkboxnet.exporting.export import export
    from checkboxnet.harvesting.config import HarvestConfig
    from checkboxnet.harvesting.harvest import HarvestReport, harvest
    from checkboxnet.labels import Label
    from checkboxnet.model import Model, load_model, predict
    from checkboxnet.prediction import Prediction
    from checkboxnet.training.config import TrainConfig
    from checkboxnet.training.fine_tune import FineTuneResult, fine_tune
    from checkboxnet.weights.registry import list_models

__version__ = "0.1.0"

_MODULE_OF = {
    "CheckboxNetError": "checkboxnet.errors",
    "EvaluationReport": "checkboxnet.evaluation.evaluate",
    "FineTuneResult": "checkboxnet.training.fine_tune",
    "HarvestConfig": "checkboxnet.harvesting.config",
    "HarvestReport": "checkboxnet.harvesting.harvest",
    "ImageError": "checkboxnet.errors",
    "Label": "checkboxnet.labels",
    "Model": "checkboxnet.model",
    "Prediction": "checkboxnet.prediction",
    "TrainConfig": "checkboxnet.training.config",
    "evaluate": "checkboxnet.evaluation.evaluate",
    "export": "checkboxnet.exporting.export",
    "fine_tune": "checkboxnet.training.fine_tune",
    "harvest": "checkboxnet.harvesting.harvest",
    "list_models": "checkboxnet.weights.registry",
    "load_model": "checkboxnet.model",
    "predict": "checkboxnet.model",
}

__all__ = [
    "CheckboxNetError",
    "EvaluationReport",
    "FineTuneResult",
    "HarvestConfig",
    "HarvestReport",
    "ImageError",
    "Label",
    "Model",
    "Prediction",
    "TrainConfig",
    "__version__",
    "evaluate",
    "export",
    "fine_tune",
    "harvest",
    "list_models",
    "load_model",
    "predict",
]


def __getattr__(name: str) -> Any:
    if name in _MODULE_OF:
        return getattr(import_module(_MODULE_OF[name]), name)
    raise AttributeError(f"module 'checkboxnet' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
