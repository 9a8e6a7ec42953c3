"""The background thread that reads files anew, one after the other, beside what rows say.

What waits is in the database, so a killed process goes on where it stopped. Passwords are kept in
memory only.
"""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import msgspec

from engine.errors import MatchbookError, NotFoundError
from engine.processing.newer_readings.lanes import OwnLanes
from engine.processing.pipeline import build_document, failure_sentence
from engine.processing.reading_version import reading_version
from engine.processing.rows import UploadRow, row_of, table_of
from engine.processing.run import Run
from engine.processing.workshop import Outcome, Source, Workshop
from engine.store import Store

log = logging.getLogger(__name__)

Event = Callable[[], None]

_LANE: Final = "newer reading of "
_UNEXPECTED: Final = "Something unexpected happened; the log has the details. (internal)"


class StoppedError(Exception):
    """The reading was given up; it begins anew after the next start."""


class NewerReader:
    """Reads what is asked for in ``store``; ``shop`` is what all readings share."""

    def __init__(self, store: Store, shop: Workshop) -> None:
        self._store = store
        self._shop = replace(shop, pool=OwnLanes(shop.pool, _LANE))
        self._asked: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._passwords: dict[str, str] = {}
        self._waiting: set[str] = set()
        self._changed = threading.Condition()
        self._is_closing = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="newer reader", daemon=True)

    def start(self) -> None:
        """Start with what an earlier process left."""
        for line in self._store.newer_readings.lines("waiting"):
            self.read(line.upload_id)
        self._thread.start()

    def read(self, upload_id: str, password: str | None = None) -> None:
        """Have a file read that was asked for. The password is kept in memory until then."""
        with self._changed:
            self._waiting.add(upload_id)
            if password:
                self._passwords[upload_id] = password
        self._asked.put(upload_id)

    def wait(self, timeout_seconds: float) -> bool:
        """Whether nothing waits any more, now or before ``timeout_seconds`` went by."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting, timeout_seconds)

    def close(self) -> None:
        """Stop at once; what is left is read after the next start."""
        self._is_closing.set()
        self._asked.put(None)
        self._events.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def _serve(self) -> None:
        while (upload_id := self._asked.get()) is not None:
            try:
                self._read(upload_id)
            except StoppedError:
                return
            except NotFoundError:
                log.info("upload %s is not there any more", upload_id)
            except Exception:  # the thread must outlive any single file
                log.exception("the newer reading of %s could not be noted", upload_id)
            with self._changed:
                self._waiting.discard(upload_id)
                self._passwords.pop(upload_id, None)
                self._changed.notify_all()

    def _read(self, upload_id: str) -> None:
        row = row_of(self._store, upload_id)
        _, kind = table_of(self._store, upload_id)
        line = self._store.newer_readings.get(upload_id, kind).line
        if line.state != "waiting" or row.document is None:
            return
        self._shop.pool.enter(upload_id, line.asked_by)
        try:
            outcome = self._outcome(
                Source(
                    upload_id=upload_id,
                    path=self._store.files.open_path(row.file_path),
                    file_name=row.file_name,
                    file_hash=row.file_hash,
                    kind=kind,
                    likely_kind=kind,
                    password=self._passwords.get(upload_id),
                )
            )
            self._keep(row, outcome)
        except (StoppedError, NotFoundError):
            raise
        except MatchbookError as error:
            self._store.newer_readings.note_failed(upload_id, f"{error} ({error.code})")
        except Exception:  # told to the person, and whole in the log
            log.exception("upload %s could not be read anew", upload_id)
            self._store.newer_readings.note_failed(upload_id, _UNEXPECTED)
        finally:
            self._shop.pool.leave(upload_id)

    def _outcome(self, source: Source) -> Outcome:
        """How the reading ended.

        Raises:
            StoppedError: the installation closes.
            Exception: what ended it.
        """
        events = self._events = queue.SimpleQueue()
        if self._is_closing.is_set():
            raise StoppedError
        ended: list[Outcome | Exception] = []
        run = Run(
            source,
            replace(self._shop, post=events.put),
            on_change=_nothing,
            on_end=lambda _, outcome: ended.append(outcome),
        )
        run.start()
        while not ended:
            event = events.get()
            if event is None:
                run.stop()
                raise StoppedError
            event()
        if isinstance(ended[0], Exception):
            raise ended[0]
        return ended[0]

    def _keep(self, row: UploadRow, outcome: Outcome) -> None:
        assert row.document is not None  # noqa: S101 (it is asked for of read files only)
        if outcome.extracted is None:
            failed = outcome.report.failed_pages
            message = f"{failure_sentence(failed)} ({failed[0].code})"
            self._store.newer_readings.note_failed(row.upload_id, message)
            return
        info = msgspec.structs.replace(
            row.document.file_info,
            mime_type=outcome.facts.mime_type,
            pages_total=outcome.facts.pages_total,
        )
        version = reading_version()
        document = build_document(
            row.upload_id, info, outcome.report, outcome.extracted, (), version
        )
        self._store.newer_readings.note_read(
            row.upload_id, document, outcome.report.status, version
        )
        log.info("upload %s: read anew", row.upload_id, extra={"upload_id": row.upload_id})


def _nothing(run: Run) -> None:
    """What happens when one more page arrives."""
