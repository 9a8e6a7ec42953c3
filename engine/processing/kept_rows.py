"""Rows under review, decoded once per version, with everything that was worked out from them.

A screen is drawn again with every key that a person presses. What it shows depends on the record
alone, and the record on ``row_version``: while that stands, nothing is read or worked out anew.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

from engine.processing.rows import UploadRow
from engine.records import BankDocument, InvoiceDocument
from engine.store import Store

T = TypeVar("T")

_MOST: Final = 8
"""Rows that are kept: what a few people have open at once."""


class KeptRow:
    """One version of a row. Safe to share between threads: nothing in it changes."""

    def __init__(self, row: UploadRow) -> None:
        self.row = row
        self._derived: dict[object, Any] = {}

    @property
    def invoices(self) -> InvoiceDocument:
        """The record of an invoice file that was read."""
        return cast(InvoiceDocument, self.row.document)

    @property
    def statement(self) -> BankDocument:
        """The record of a statement that was read."""
        return cast(BankDocument, self.row.document)

    def derived(self, make: Callable[[Any], T]) -> T:
        """What the pure function ``make`` gives for the row's document, worked out once."""
        if make not in self._derived:
            self._derived[make] = make(self.row.document)
        return cast(T, self._derived[make])


class KeptRows:
    """The rows of ``store`` that were asked for last."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[int, KeptRow]] = OrderedDict()

    def get(self, upload_id: str) -> KeptRow:
        """The row as it is stored now.

        Asks nothing while nothing was written since, two small questions while another row was,
        and reads the record only when it is another version.

        Raises:
            NotFoundError: there is no such upload.
        """
        now = self._store.version()
        with self._lock:
            seen, kept = self._kept.get(upload_id, (-1, None))
        if kept is None or seen != now:
            kept = self._looked_up(upload_id, kept)
        with self._lock:
            self._kept[upload_id] = (now, kept)
            self._kept.move_to_end(upload_id)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return kept

    def _looked_up(self, upload_id: str, kept: KeptRow | None) -> KeptRow:
        table = self._store.uploads(self._store.find(upload_id))
        if kept is not None and kept.row.row_version == table.state(upload_id).row_version:
            return kept
        return KeptRow(table.get(upload_id))
