"""The way through the documents that a person reviews: which comes next, and which waits."""

import threading
from dataclasses import dataclass
from typing import Final

from engine.store import Store

OPEN: Final = frozenset({"completed", "partial"})
"""Statuses in which a document waits for a person's word."""


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """Uploads in the order in which they are walked; ``open_ids`` are those that wait."""

    upload_ids: tuple[str, ...]
    open_ids: frozenset[str]

    def __len__(self) -> int:
        return len(self.upload_ids)

    def place(self, upload_id: str) -> int | None:
        """Where an upload stands, from 0; None when it is not in the queue."""
        return self.upload_ids.index(upload_id) if upload_id in self.upload_ids else None

    def step(self, upload_id: str, by: int) -> str | None:
        """The upload ``by`` places on, round the end; from outside the first. None when empty."""
        if not self.upload_ids:
            return None
        here = self.place(upload_id)
        return self.upload_ids[0 if here is None else (here + by) % len(self.upload_ids)]

    def next_open(self, upload_id: str) -> str | None:
        """The next upload that waits, round the end; None when no other does."""
        here = self.place(upload_id)
        after = 0 if here is None else here + 1
        others = (*self.upload_ids[after:], *self.upload_ids[:after])
        return next((i for i in others if i in self.open_ids and i != upload_id), None)


class ReviewQueues:
    """Queues as they are now; the same question is asked once until something is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._known: dict[tuple[str | None, tuple[str, ...]], tuple[int, ReviewQueue]] = {}

    def get(self, wanted: tuple[str, ...], me: str | None = None) -> ReviewQueue:
        """The uploads of ``wanted`` that are still here; all that wait when none is.

        Of all that wait, what is assigned to ``me`` comes first and what others have last.
        """
        now, key = self._store.version(), (me, wanted)
        with self._lock:
            seen, known = self._known.get(key, (-1, None))
        if known is None or seen != now:
            known = self._asked(wanted, me)
            with self._lock:
                if len(self._known) > _MOST:
                    self._known.clear()
                self._known[key] = (now, known)
        return known

    def _asked(self, wanted: tuple[str, ...], me: str | None) -> ReviewQueue:
        rows = self._store.among(wanted) if wanted else []
        found = {row["upload_id"]: row["status"] for row in rows}
        if found:
            here = tuple(upload_id for upload_id in wanted if upload_id in found)
            waiting = frozenset(i for i, status in found.items() if status in OPEN)
            return ReviewQueue(here, waiting)
        all_open = tuple(self._store.to_review(me))
        return ReviewQueue(all_open, frozenset(all_open))


_MOST: Final = 32
"""Questions whose answers are kept."""
