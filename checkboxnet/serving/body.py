"""Reading the images out of a request, within limits."""

from __future__ import annotations

import io
from collections.abc import AsyncGenerator
from contextlib import aclosing

from fastapi import HTTPException, Request
from python_multipart.multipart import parse_options_header
from starlette.formparsers import MultiPartException, MultiPartParser

from checkboxnet.serving.config import Limits

FIELD = "images"
"""The form's field that holds the files."""

BODY_NAME = "body"
"""What stands for the file name of an image that is the body itself."""


async def read_images(request: Request, limits: Limits) -> list[io.BytesIO]:
    """Returns the files of a form's field `images`, or the image that is the body.

    Each has the `name` that its sender gave it, which error messages repeat.

    Raises:
        HTTPException: 400 for a malformed form or one of too many files, 413 for a body that is
            too large, 415 for another content type, 422 for other fields than `images` or none.
        ClientDisconnect: The client went away.
    """
    content_type, options = parse_options_header(request.headers.get("content-type"))
    if content_type.startswith(b"image/"):
        chunks = [chunk async for chunk in _read_body(request, limits)]
        return [_file(b"".join(chunks), BODY_NAME)]
    # In other encodings that Python knows, names could be an error or no text at all.
    utf_8 = options.get(b"charset", b"utf-8").lower() in (b"utf-8", b"utf8")
    if content_type != b"multipart/form-data" or not utf_8:
        raise HTTPException(
            415,
            f"expected multipart/form-data (UTF-8) with the files in the field {FIELD!r}, or one "
            "image as the body with its content type, say image/png",
        )
    parser = _FormParser(request, limits)
    try:
        async with aclosing(parser.stream):
            form = await parser.parse()
    except MultiPartException as error:
        raise HTTPException(400, error.message) from error
    images = []
    try:
        for name, value in form.multi_items():
            if isinstance(value, str) or name != FIELD:
                kind = "text" if isinstance(value, str) else "a file"
                raise HTTPException(
                    422,
                    f"expected nothing but files in the field {FIELD!r}, got {kind} in {name!r}",
                )
            images.append(_file(await value.read(), value.filename or "unnamed"))
    finally:
        await form.close()
    if not images:
        raise HTTPException(422, f"no file in the field {FIELD!r}")
    return images


class _FormParser(MultiPartParser):
    """Starlette's parser, which by itself takes a form that was cut off for one with less in it."""

    def __init__(self, request: Request, limits: Limits) -> None:
        chunks = self._require_end(_read_body(request, limits))
        super().__init__(request.headers, chunks, max_files=limits.files, max_fields=limits.files)
        self.complete = False

    def on_end(self) -> None:
        self.complete = True

    async def _require_end(self, chunks: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
        async for chunk in chunks:
            yield chunk
        if not self.complete:  # raised while it parses, upon which it closes its temporary files
            raise MultiPartException("the form ends before its closing boundary")


async def _read_body(request: Request, limits: Limits) -> AsyncGenerator[bytes]:
    """Yields the chunks of a body; Starlette bounds the number of a form's files, not their size.

    Raises:
        HTTPException: It is announced as larger than `limits.body_bytes`, or becomes larger.
    """
    too_large = HTTPException(413, f"the body is larger than {limits.body_bytes:,} bytes")
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced[:20]) > limits.body_bytes:
        raise too_large
    count = 0
    async for chunk in request.stream():
        count += len(chunk)
        if count > limits.body_bytes:
            raise too_large
        yield chunk


def _file(data: bytes, name: str) -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name
    return file
