"""Reading the images out of a request, within limits."""

from __future__ import annotations

import io
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import NamedTuple

from fastapi import HTTPException, Request
from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.types import Message, Receive

from checkboxnet.errors import ImageError
from checkboxnet.serving.config import Limits

FIELD = "images"
"""The form's field that holds the files."""

BODY_NAME = "body"
"""What stands for the name of an image that is the body itself."""


class ImageFile(io.BytesIO):
    """An encoded image under the name that its sender gave it, which error messages repeat."""

    def __init__(self, data: bytes, name: str) -> None:
        """Holds `data`."""
        super().__init__(data)
        self.name = name


class Upload(NamedTuple):
    """One file of a request."""

    name: str
    content: ImageFile | ImageError


async def read_uploads(request: Request, limits: Limits) -> list[Upload]:
    """Returns the files of a form's field `images`, or the image that is the body.

    Raises:
        HTTPException: 400 for a malformed form or one of too many files, 413 for a body that is
            too large, 415 for another content type, 422 for other fields than `images` or none.
        ClientDisconnect: The client went away.
    """
    content_type, options = parse_options_header(request.headers.get("content-type"))
    if content_type.startswith(b"image/"):
        bounded = _bounded(request, min(limits.body_bytes, limits.file_bytes))
        return [Upload(BODY_NAME, ImageFile(await bounded.body(), BODY_NAME))]
    # In other encodings that Python knows, names could be an error or no text at all.
    utf_8 = options.get(b"charset", b"utf-8").lower() in (b"utf-8", b"utf8")
    if content_type != b"multipart/form-data" or not utf_8:
        raise HTTPException(
            415,
            f"expected multipart/form-data (UTF-8) with the files in the field {FIELD!r}, or one "
            "image as the body with its content type, say image/png",
        )
    return await _read_form(_bounded(request, limits.body_bytes), limits)


class _Parser(MultiPartParser):
    """Starlette's parser, which by itself takes a form that was cut off for one with less in it."""

    complete = False

    def on_end(self) -> None:
        self.complete = True

    async def parse(self) -> FormData:
        async with aclosing(self.stream) as stream:
            self.stream = self._require_end(stream)
            return await super().parse()

    async def _require_end(self, stream: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
        async for chunk in stream:
            yield chunk
        if not self.complete:
            raise MultiPartException("the form ends before its closing boundary")


async def _read_form(request: Request, limits: Limits) -> list[Upload]:
    parser = _Parser(
        request.headers, request.stream(), max_files=limits.files, max_fields=limits.files
    )
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise HTTPException(400, error.message) from error
    try:
        if not form:
            raise HTTPException(422, f"no file in the field {FIELD!r}")
        return [await _read_field(*item, limits) for item in form.multi_items()]
    finally:
        await form.close()


async def _read_field(name: str, value: UploadFile | str, limits: Limits) -> Upload:
    if isinstance(value, str) or name != FIELD:
        kind = "text" if isinstance(value, str) else "a file"
        raise HTTPException(
            422, f"expected nothing but files in the field {FIELD!r}, got {kind} in {name!r}"
        )
    filename = value.filename or "unnamed"
    if (value.size or 0) > limits.file_bytes:
        error = ImageError(f"{filename}: larger than {limits.file_bytes:,} bytes")
        return Upload(filename, error)
    return Upload(filename, ImageFile(await value.read(), filename))


def _bounded(request: Request, limit: int) -> Request:
    """Returns the same request, whose body must not be larger than `limit` bytes.

    Starlette bounds the number of a form's files and not their size.

    Raises:
        HTTPException: The body is announced as larger.
    """
    too_large = HTTPException(413, f"the body is larger than {limit:,} bytes")
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced[:20]) > limit:
        raise too_large
    return Request(request.scope, _counted(request.receive, limit, too_large))


def _counted(receive: Receive, limit: int, too_large: HTTPException) -> Receive:
    count = 0

    async def receive_and_count() -> Message:
        nonlocal count
        message = await receive()
        count += len(message.get("body", b""))
        if count > limit:
            raise too_large
        return message

    return receive_and_count
