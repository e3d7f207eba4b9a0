"""Whether the content of a safetensors file can be trusted to be numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from checkboxnet.errors import WeightsError

# By dtype: how the bytes are read, and the bits of the exponent, all of which are set in
# infinities and NaN alone. Comparing bits is many times as fast as numpy's half precision.
_EXPONENTS: dict[str, tuple[type[np.unsignedinteger], int]] = {
    "F16": (np.uint16, 0x7C00),
    "BF16": (np.uint16, 0x7F80),
    "F32": (np.uint32, 0x7F80_0000),
    "F64": (np.uint64, 0x7FF0_0000_0000_0000),
}
_WHOLE_NUMBERS = ("I8", "U8", "I16", "U16", "I32", "U32", "I64", "U64", "BOOL")


def check_tensors(content: bytes, *, source: str) -> None:
    """Raises unless the content is well-formed and all its numbers are finite.

    Args:
        content: Of a safetensors file. The format's own library checks its header, which says no
            more than which bytes are whose.
        source: Named in errors.

    Raises:
        WeightsError: The header is damaged, or a tensor holds NaN or infinity or is of a kind that
            is not read here.
    """
    from safetensors import SafetensorError, deserialize

    try:
        tensors = deserialize(content)  # type: ignore[no-untyped-call]
    except SafetensorError as error:
        raise WeightsError(f"{source}: no safetensors file ({error})") from error
    for name, tensor in tensors:
        kind = tensor["dtype"]
        if kind in _WHOLE_NUMBERS:
            continue
        if kind not in _EXPONENTS:
            raise WeightsError(f"{source}: tensor {name} is of a kind that is not read: {kind}")
        word, exponent = _EXPONENTS[kind]
        bits: NDArray[np.unsignedinteger] = np.frombuffer(tensor["data"], word)
        if bool(((bits & word(exponent)) == word(exponent)).any()):
            raise WeightsError(
                f"{source}: tensor {name} holds NaN or infinity, with which every answer would be "
                "meaningless. Train or fetch these weights again"
            )
