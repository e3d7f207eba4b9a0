"""What a request may cost, and the token that clients must send."""

from __future__ import annotations

import os
import re
from dataclasses import asdict, dataclass

from checkboxnet.errors import ConfigError

TOKEN_VARIABLE = "CHECKBOXNET_TOKEN"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one request may cost, and how many connections are held.

    At worst `connections` x `body_bytes` of encoded images are held, 2 GB by default.

    Raises:
        ConfigError: A value is not positive.
    """

    files: int = 64
    """Images of one request."""
    body_bytes: int = 32_000_000
    """Largest body. It is refused as soon as it is announced or has come in beyond this."""
    timeout: float = 30.0
    """Seconds in which the body must have come in."""
    connections: int = 64
    """Connections, idle ones too, that are held at the same time; more are answered 503."""

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            if not value > 0:
                raise ConfigError(f"{name} must be more than 0, got {value}")


def read_token() -> str | None:
    """Returns the token in the environment's CHECKBOXNET_TOKEN, or None if there is none.

    Raises:
        ConfigError: It is empty (a secret that was lost on its way) or cannot be sent in a header.
    """
    token = os.environ.get(TOKEN_VARIABLE)
    if token is not None and not re.fullmatch(r"[!-~]+", token := token.strip()):
        raise ConfigError(
            f"{TOKEN_VARIABLE}: a token is one or more printable ASCII characters, no blanks"
        )
    return token
