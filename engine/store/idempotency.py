"""Requests that programs may send twice: which uploads the first one made."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec

from engine.store.database import Database


@dataclass(frozen=True, slots=True)
class KnownRequest:
    """A request by the SHA-256 of what it sent, and the uploads that it made."""

    digest: str
    upload_ids: tuple[str, ...]


class Idempotency:
    """The rows of ``idempotency_keys``. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def find(self, key: str, *, by: str) -> KnownRequest | None:
        """The request that somebody sent with this key."""
        with self._database.read() as statements:
            row = statements.first("rows/idempotency/find", {"by": by, "key": key})
        if row is None:
            return None
        ids = msgspec.json.decode(row["upload_ids"], type=tuple[str, ...])
        return KnownRequest(row["digest"], ids)

    def add(self, key: str, digest: str, upload_ids: Sequence[str], *, by: str) -> None:
        """Note what a request made; a key that is known already stays as it is."""
        with self._database.write(is_news=False) as statements:
            statements.rows(
                "rows/idempotency/add",
                {
                    "by": by,
                    "key": key,
                    "digest": digest,
                    "upload_ids": msgspec.json.encode(list(upload_ids)).decode(),
                    "now": self._clock(),
                },
            )
