"""Lists of one kind of upload and of what was read from all of them, page by page."""

from collections.abc import Sequence

from engine.errors import IdempotencyKeyReusedError
from engine.records.uploads import UploadKind
from engine.services.rooms import Rooms
from engine.store import KnownRequest, ListQuery, UploadPage
from engine.store.database import Row


class Listing(Rooms):
    """What programs list."""

    def list_uploads(self, kind: UploadKind, query: ListQuery) -> UploadPage:
        """One page of the uploads of a kind.

        Raises:
            InvalidInputError: no such column to sort by, or no such page.
        """
        return self.store.uploads(kind).list(query)

    def status_counts(self, kind: UploadKind) -> dict[str, int]:
        """How many uploads of a kind have each status; those without any are left out."""
        return self.store.uploads(kind).status_counts()

    def invoices(
        self, *, page: int, per_page: int, purchase_order: str | None = None
    ) -> Sequence[Row]:
        """One page of all invoices, the newest first; ``total_rows`` of each counts them all."""
        return self.store.analytics.query(
            "invoices", purchase_order=purchase_order, limit=per_page, offset=(page - 1) * per_page
        )

    def transactions(
        self, *, page: int, per_page: int, reference: str | None = None
    ) -> Sequence[Row]:
        """One page of all bank lines, the newest first; ``total_rows`` of each counts them all."""
        return self.store.analytics.query(
            "transactions", reference=reference, limit=per_page, offset=(page - 1) * per_page
        )

    def known_request(self, key: str, digest: str) -> KnownRequest | None:
        """What the same person made with the same request before.

        Raises:
            IdempotencyKeyReusedError: they sent something else with this key.
        """
        known = self.store.idempotency.find(key, by=self._name(None))
        if known is not None and known.digest != digest:
            raise IdempotencyKeyReusedError(key)
        return known

    def note_request(self, key: str, digest: str, upload_ids: Sequence[str]) -> None:
        """Note the uploads that a request made, for when it is sent again."""
        self.store.idempotency.add(key, digest, upload_ids, by=self._name(None))
