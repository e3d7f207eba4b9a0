"""Networks by timm's names."""

from __future__ import annotations

from torch import nn

from checkboxnet.errors import ModelNotFoundError


def build_network(architecture: str, *, classes: int, drop_rate: float = 0.0) -> nn.Module:
    """Returns an untrained timm network.

    Args:
        architecture: timm's name, say `tf_efficientnet_lite0`.
        classes: Number of logits; 0 leaves the classifier out, so that it returns features.
        drop_rate: Dropout before the classifier while training, from 0 to 1.

    Raises:
        ModelNotFoundError: timm has no such architecture.
    """
    import timm

    if not timm.is_model(architecture):
        raise ModelNotFoundError(
            f"{architecture!r} is no architecture that timm {timm.__version__} knows; "
            "timm.list_models() lists them"
        )
    network: nn.Module = timm.create_model(
        architecture, pretrained=False, num_classes=classes, drop_rate=drop_rate
    )
    return network


def classifier_of(network: nn.Module) -> str:
    """Returns the name of the layer of a timm network that gives the logits."""
    return str(network.pretrained_cfg["classifier"])  # type: ignore[index]
