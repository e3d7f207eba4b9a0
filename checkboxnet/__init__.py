"""Says from the picture of a user-interface control whether it is checked, unchecked or other.

Names are imported on first use, so that `import checkboxnet` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checkboxnet.auditing.audit import audit
    from checkboxnet.auditing.page_audit import audit_page
    from checkboxnet.auditing.report import AuditReport
    from checkboxnet.dataset.export import export_dataset, push_dataset
    from checkboxnet.dataset.read import ImageSet, read_images
    from checkboxnet.dataset.read_dataset import read_dataset
    from checkboxnet.dataset.split import split_images
    from checkboxnet.errors import CheckboxNetError, ImageError
    from checkboxnet.evaluation.evaluate import evaluate
    from checkboxnet.evaluation.report import EvaluationReport
    from checkboxnet.evaluation.scan import ScanReport, evaluate_scan
    from checkboxnet.exporting.export import export
    from checkboxnet.harvesting.config import HarvestConfig
    from checkboxnet.harvesting.harvest import HarvestReport, harvest
    from checkboxnet.labels import Label
    from checkboxnet.model import Model, load_model, predict, scan
    from checkboxnet.picture.read import list_images
    from checkboxnet.prediction import Prediction
    from checkboxnet.scale.ray_data import predict_dataset
    from checkboxnet.scanning.found import Found
    from checkboxnet.training.config import TrainConfig
    from checkboxnet.training.fine_tune import FineTuneResult, fine_tune
    from checkboxnet.training.fine_tune_detector import fine_tune_detector
    from checkboxnet.weights.registry import list_models

__version__ = "0.1.0"

_MODULE_OF = {
    "AuditReport": "checkboxnet.auditing.report",
    "CheckboxNetError": "checkboxnet.errors",
    "EvaluationReport": "checkboxnet.evaluation.report",
    "FineTuneResult": "checkboxnet.training.fine_tune",
    "Found": "checkboxnet.scanning.found",
    "HarvestConfig": "checkboxnet.harvesting.config",
    "HarvestReport": "checkboxnet.harvesting.harvest",
    "ImageError": "checkboxnet.errors",
    "ImageSet": "checkboxnet.dataset.read",
    "Label": "checkboxnet.labels",
    "Model": "checkboxnet.model",
    "Prediction": "checkboxnet.prediction",
    "ScanReport": "checkboxnet.evaluation.scan",
    "TrainConfig": "checkboxnet.training.config",
    "audit": "checkboxnet.auditing.audit",
    "audit_page": "checkboxnet.auditing.page_audit",
    "evaluate": "checkboxnet.evaluation.evaluate",
    "evaluate_scan": "checkboxnet.evaluation.scan",
    "export": "checkboxnet.exporting.export",
    "export_dataset": "checkboxnet.dataset.export",
    "fine_tune": "checkboxnet.training.fine_tune",
    "fine_tune_detector": "checkboxnet.training.fine_tune_detector",
    "harvest": "checkboxnet.harvesting.harvest",
    "list_images": "checkboxnet.picture.read",
    "list_models": "checkboxnet.weights.registry",
    "load_model": "checkboxnet.model",
    "predict": "checkboxnet.model",
    "predict_dataset": "checkboxnet.scale.ray_data",
    "push_dataset": "checkboxnet.dataset.export",
    "read_dataset": "checkboxnet.dataset.read_dataset",
    "read_images": "checkboxnet.dataset.read",
    "scan": "checkboxnet.model",
    "split_images": "checkboxnet.dataset.split",
}

__all__ = [
    "AuditReport",
    "CheckboxNetError",
    "EvaluationReport",
    "FineTuneResult",
    "Found",
    "HarvestConfig",
    "HarvestReport",
    "ImageError",
    "ImageSet",
    "Label",
    "Model",
    "Prediction",
    "ScanReport",
    "TrainConfig",
    "__version__",
    "audit",
    "audit_page",
    "evaluate",
    "evaluate_scan",
    "export",
    "export_dataset",
    "fine_tune",
    "fine_tune_detector",
    "harvest",
    "list_images",
    "list_models",
    "load_model",
    "predict",
    "predict_dataset",
    "push_dataset",
    "read_dataset",
    "read_images",
    "scan",
    "split_images",
]


def __getattr__(name: str) -> Any:
    if name in _MODULE_OF:
        try:
            module = import_module(_MODULE_OF[name])
        except ModuleNotFoundError as error:  # checkboxnet-slim leaves out what trains
            from checkboxnet.errors import MissingExtraError

            raise MissingExtraError(error.name or str(error)) from error
        return getattr(module, name)
    raise AttributeError(f"module 'checkboxnet' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
