"""The API tokens that were given out; of their secrets only a hash is here."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from engine.errors import NotFoundError
from engine.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredToken:
    """One token. It is good until ``expires_at`` unless ``revoked_at`` is set. Times are UTC."""

    token_id: str
    name: str
    role: str
    secret_hash: str = field(repr=False)
    created_at: dt.datetime
    created_by: str
    expires_at: dt.datetime
    revoked_at: dt.datetime | None = None
    revoked_by: str | None = None
    last_used_at: dt.datetime | None = None

    def is_good(self, now: dt.datetime) -> bool:
        """Whether it opens anything at this instant."""
        return self.revoked_at is None and now < self.expires_at


class Tokens:
    """The rows of ``api_tokens``. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def list(self) -> tuple[StoredToken, ...]:
        """All tokens, the newest first, those that are good no more too."""
        with self._database.read() as statements:
            return tuple(StoredToken(**row) for row in statements.rows("rows/access/tokens"))

    def find(self, token_id: str) -> StoredToken | None:
        """The token with this id."""
        with self._database.read() as statements:
            row = statements.first("rows/access/token", {"token_id": token_id})
        return StoredToken(**row) if row else None

    def add(
        self,
        token_id: str,
        secret_hash: str,
        *,
        name: str,
        role: str,
        days: int,
        by: str,
    ) -> StoredToken:
        """Keep a new token, good for so many days from now."""
        now = self._clock()
        token = StoredToken(
            token_id=token_id,
            name=name,
            role=role,
            secret_hash=secret_hash,
            created_at=now,
            created_by=by,
            expires_at=now + dt.timedelta(days=days),
        )
        with self._database.write(is_news=False) as statements:
            statements.rows(
                "rows/access/add_token",
                {
                    "token_id": token_id,
                    "name": name,
                    "role": role,
                    "secret_hash": secret_hash,
                    "now": now,
                    "by": by,
                    "expires_at": token.expires_at,
                },
            )
        return token

    def revoke(self, token_id: str, *, by: str) -> None:
        """Let a token open nothing any more.

        Raises:
            NotFoundError: there is none with this id in force.
        """
        with self._database.write(is_news=False) as statements:
            row = statements.first(
                "rows/access/revoke_token",
                {"token_id": token_id, "now": self._clock(), "by": by},
            )
        if row is None:
            raise NotFoundError("token", token_id)

    def note_use(self, token_id: str) -> None:
        """Note that a token was used just now."""
        with self._database.write(is_news=False) as statements:
            statements.rows("rows/access/note_use", {"token_id": token_id, "now": self._clock()})
