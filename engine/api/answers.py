"""JSON answers with exact money, and the one shape that every error has."""

import dataclasses
from pathlib import Path
from typing import Any

import msgspec
from starlette.responses import FileResponse, Response

from engine.errors import MatchbookError

_encoder = msgspec.json.Encoder(decimal_format="number")


class JsonAnswer(Response):
    """JSON in which a Decimal is a number with all its digits and a record is an object."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """The content as JSON text."""
        return _encoder.encode(content)


def error_answer(
    http_status: int, code: str, message: str, hint: str = "", **more: object
) -> JsonAnswer:
    """The error shape; ``more`` are further top-level fields, such as the upload concerned."""
    error = {"code": code, "message": message, "hint": hint}
    return JsonAnswer({"success": False, **more, "error": error}, status_code=http_status)


def error_answer_for(error: MatchbookError, **more: object) -> JsonAnswer:
    """The error shape for an error that we can explain; ``more`` as in ``error_answer``.

    Where the error says when to come again, the header Retry-After does too.
    """
    for name in ("upload_id", "document_id"):
        if (concerned := getattr(error, name, None)) is not None:
            more[name] = concerned
    answer = error_answer(error.http_status, error.code, str(error), error.hint, **more)
    with_retry_after(answer, error)
    return answer


def with_retry_after(answer: Response, error: MatchbookError) -> None:
    """Have an answer say when to come again, where the error knows it."""
    seconds = getattr(error, "retry_after", None)
    if seconds is not None:
        answer.headers["Retry-After"] = str(seconds)


def file_answer(path: Path, file_name: str, mime_type: str) -> FileResponse:
    """A stored file under the name it came with, always as a download that runs nothing."""
    return FileResponse(
        path,
        media_type=mime_type,
        filename=file_name,
        headers={"Cache-Control": "private", "Content-Security-Policy": "sandbox"},
    )


def row_answer(row: Any, document_column: str) -> JsonAnswer:
    """A row's columns by name, with its record under the name of its JSON column.

    The ETag is the row's version.
    """
    columns = {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}
    document = columns.pop("document")
    return JsonAnswer(
        {"success": True, **columns, document_column: document},
        headers={"ETag": etag(row.row_version)},
    )


def etag(row_version: int) -> str:
    """A row's version as an entity tag."""
    return f'"{row_version}"'
