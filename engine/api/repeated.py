"""Requests that a program may send twice: the second one is answered with what the first made."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Annotated, Final, TypeAlias

from fastapi import Header, UploadFile

from engine.services import Services

Key: TypeAlias = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        description="The same request with the same key answers the same again.",
    ),
]

_CHUNK_BYTES: Final = 1 << 20


def once(
    engine: Services, key: str | None, file: UploadFile, take: Callable[[], str]
) -> tuple[str, bool]:
    """What ``take`` makes of a file, or made of it when the request came before with its key.

    Returns:
        The id of what was made, and whether that was done before.

    Raises:
        IdempotencyKeyReusedError: the key belongs to another file.
    """
    if not key:
        return take(), False
    digest = digest_of([file])
    known = engine.known_request(key, digest)
    if known is not None:
        return known.upload_ids[0], True
    made = take()
    engine.note_request(key, digest, [made])
    return made, False


def digest_of(files: Sequence[UploadFile]) -> str:
    """SHA-256 over the files' own, so that order and bytes count and names do not."""
    whole = hashlib.sha256()
    for file in files:
        one = hashlib.sha256()
        while chunk := file.file.read(_CHUNK_BYTES):
            one.update(chunk)
        file.file.seek(0)
        whole.update(one.digest())
    return whole.hexdigest()
