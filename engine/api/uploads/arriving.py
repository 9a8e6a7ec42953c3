"""Many files of one request: each is taken in or refused by itself."""

from collections.abc import Sequence
from typing import Any

from fastapi import UploadFile

from engine.api.answers import JsonAnswer, with_retry_after
from engine.api.repeated import digest_of
from engine.errors import (
    InvalidInputError,
    MatchbookError,
    NotAllowedError,
    SignInNeededError,
)
from engine.records.uploads import UploadKind
from engine.services import Services


def take_in(
    engine: Services, files: Sequence[UploadFile], kind: UploadKind, key: str | None, folder: str
) -> JsonAnswer:
    """Take the files in, or say again what became of them when the key is known.

    The answer is 202 when one of them was taken, else what the first refusal says.

    Raises:
        InvalidInputError: there is no file.
        IdempotencyKeyReusedError: the key belongs to other files.
    """
    if not files:
        raise InvalidInputError(
            "The request has no file.", "Send files as parts “files” of a multipart form."
        )
    digest = digest_of(files) if key else ""
    known = engine.known_request(key, digest) if key else None
    if known is not None:
        return _answer([_taken(engine, upload_id, folder) for upload_id in known.upload_ids], 200)
    results: list[dict[str, Any]] = []
    refusal: MatchbookError | None = None
    for file in files:
        try:
            receipt = engine.upload(file.filename or "", file.file, kind=kind)
            results.append(_taken(engine, receipt.upload_id, folder))
        except (NotAllowedError, SignInNeededError):
            raise  # of the person, not of the file
        except MatchbookError as error:
            results.append(_refused(file.filename or "", error))
            refusal = refusal or error
    taken = [result["upload_id"] for result in results if result["success"]]
    if key and taken:
        engine.note_request(key, digest, taken)
    if taken or refusal is None:
        return _answer(results, 202)
    answer = _answer(results, refusal.http_status)
    with_retry_after(answer, refusal)
    return answer


def _taken(engine: Services, upload_id: str, folder: str) -> dict[str, Any]:
    kind = engine.upload_kind(upload_id)
    return {
        "file_name": engine.store.documents.get(upload_id).file_name,
        "success": True,
        "upload_id": upload_id,
        "status": engine.store.uploads(kind).state(upload_id).status,
        "status_url": f"{folder}/{upload_id}",
        "error": None,
    }


def _refused(file_name: str, error: MatchbookError) -> dict[str, Any]:
    return {
        "file_name": file_name,
        "success": False,
        "upload_id": getattr(error, "upload_id", None),
        "status": None,
        "status_url": None,
        "error": {"code": error.code, "message": str(error), "hint": error.hint},
    }


def _answer(results: Sequence[dict[str, Any]], status: int) -> JsonAnswer:
    accepted = sum(result["success"] for result in results)
    return JsonAnswer(
        {
            "success": accepted == len(results),
            "accepted": accepted,
            "refused": len(results) - accepted,
            "files": results,
        },
        status_code=status,
    )
