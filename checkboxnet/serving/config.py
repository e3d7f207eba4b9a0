"""What a server takes, and who may ask."""

from __future__ import annotations

import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from checkboxnet.errors import ConfigError

TOKEN_VARIABLE = "CHECKBOXNET_TOKEN"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one request may cost, and how many are held at once.

    At worst `requests` x `body_bytes` of encoded images are held, 2 GB by default.
    """

    file_bytes: int = 10_000_000
    """Largest encoded image. A larger one is an error in its place; the others are predicted."""
    files: int = 64
    """Images of one request."""
    body_bytes: int = 32_000_000
    """Largest body. It is refused as soon as it is announced or has come in beyond this."""
    seconds: float = 30.0
    """Time in which the body must have come in."""
    requests: int = 64
    """Connections and requests that are held at the same time; more are answered 503."""

    def __post_init__(self) -> None:
        """Checks the values.

        Raises:
            ConfigError: One is not positive.
        """
        for name, value in asdict(self).items():
            if not value > 0:
                raise ConfigError(f"{name} must be more than 0, got {value}")


def read_token(file: str | os.PathLike[str] | None = None) -> str | None:
    """Returns the token that clients must send, or None if there is none.

    Args:
        file: One that holds nothing else; by default the environment's CHECKBOXNET_TOKEN is taken.

    Raises:
        ConfigError: It is empty or cannot be sent in a header, or the file cannot be read. An
            empty variable is refused too: it is a secret that was lost on its way.
    """
    if file is not None:
        source = str(file)
        try:
            token = Path(file).read_text()
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{source}: the token cannot be read ({error})") from error
    else:
        source = TOKEN_VARIABLE
        if source not in os.environ:
            return None
        token = os.environ[source]
    token = token.strip()
    if not re.fullmatch(r"[!-~]+", token):
        raise ConfigError(f"{source}: a token is one or more printable ASCII characters, no blanks")
    return token
