"""The background thread that reads attached papers, one after the other.

What it has not read yet is pending in the database, so a killed process goes on where it stopped.
"""

import datetime as dt
import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, Final

from msgspec.structs import replace

from engine.errors import MatchbookError, NotFoundError
from engine.processing.attachments.paper_run import Event, PaperRun, StoppedError
from engine.processing.attachments.reading_task import PaperRead
from engine.processing.options import RunOptions
from engine.processing.page_cache import PageCache
from engine.processing.page_images import PageImages
from engine.processing.pipeline import failure_sentence
from engine.processing.pool import FairPool
from engine.processing.workshop import Workshop
from engine.records import Attachment, FailedPage, append_entry
from engine.store import Store

log = logging.getLogger(__name__)

BY_MACHINE: Final = "Matchbook"
_UNEXPECTED: Final = "An unexpected error, which is in the log (internal)"


class PaperClerk:
    """Reads the papers of ``store`` that are pending.

    Args:
        store: where papers and their words are.
        cache: where read pages are kept.
        pool: whose workers read.
        options: how pages are read, and who we are.
        clock: the time now, UTC.
        images: where the pages of encrypted papers are kept as pictures.
    """

    def __init__(
        self,
        store: Store,
        cache: PageCache,
        pool: FairPool,
        options: RunOptions,
        clock: Callable[[], dt.datetime],
        images: PageImages,
    ) -> None:
        self._store, self._pool, self._clock, self._images = store, pool, clock, images
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._shop = Workshop(cache, pool, options, clock, self._post)
        self._is_closing = threading.Event()
        self._queue: queue.SimpleQueue[tuple[str, str | None] | None] = queue.SimpleQueue()
        self._waiting: set[str] = set()
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._serve, name="paper clerk", daemon=True)

    def start(self) -> None:
        """Start with what is pending."""
        for document_id in self._store.attachments.pending():
            self.read(document_id)
        self._thread.start()

    def read(self, document_id: str, password: str | None = None) -> None:
        """Have a pending paper read. The password is kept in memory for this reading only."""
        with self._changed:
            self._waiting.add(document_id)
        self._queue.put((document_id, password))

    def wait(self, document_id: str, timeout_seconds: float) -> None:
        """Until the paper is read, or ``timeout_seconds`` went by."""
        with self._changed:
            self._changed.wait_for(lambda: document_id not in self._waiting, timeout_seconds)

    def close(self) -> None:
        """Stop at once; what is left is read after the next start."""
        self._is_closing.set()
        self._queue.put(None)
        self._events.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def _post(self, event: Event) -> None:
        self._events.put(event)

    def _serve(self) -> None:
        while (wanted := self._queue.get()) is not None:
            document_id, password = wanted
            try:
                self._read(document_id, password)
            except StoppedError:
                self._pool.cancel(document_id)
                return
            except NotFoundError:
                log.info("attachment %s is not there any more", document_id)
            except Exception:  # the thread must outlive any single paper
                log.exception("attachment %s could not be noted", document_id)
            with self._changed:
                self._waiting.discard(document_id)
                self._changed.notify_all()

    def _read(self, document_id: str, password: str | None) -> None:
        paper = self._store.attachments.get(document_id)
        if paper.status != "pending":
            return
        self._events = queue.SimpleQueue()  # answers to an earlier paper count no more
        if self._is_closing.is_set():
            raise StoppedError
        try:
            path = self._store.files.open_path(paper.file_path)
            run = PaperRun(paper, path, self._shop, self._events, password)
            facts, read, failed = run.read()
            if facts.encrypted and password:
                self._images.keep_encrypted(run.source, facts, self._pool)
        except StoppedError:
            raise
        except MatchbookError as error:
            self._fail(document_id, f"{error} ({error.code})")
            return
        except Exception:  # told to the person, and whole in the log
            log.exception("attachment %s could not be read", document_id)
            self._fail(document_id, _UNEXPECTED)
            return
        self._store.words.put(document_id, read.words)
        self._store.attachments.change(
            document_id, lambda now: self._outcome(now, facts.pages_total, read, failed)
        )
        log.info("attachment %s: read", document_id)

    def _outcome(
        self, paper: Attachment, pages_total: int, read: PaperRead, failed: tuple[FailedPage, ...]
    ) -> dict[str, Any]:
        is_lost = len(failed) >= pages_total
        status = "failed" if is_lost else "partial" if failed else "completed"
        sentence = f"{failure_sentence(failed)} ({failed[0].code})" if is_lost else None
        document = replace(
            paper.document,
            fields=read.fields,
            provenance=read.provenance,
            failed_pages=failed,
            audit_trail=append_entry(
                paper.document.audit_trail,
                at=self._clock(),
                by=BY_MACHINE,
                action="read",
                after=status,
            ),
        )
        return {
            "document": document,
            "status": status,
            "error_message": sentence,
            "pages_total": pages_total,
        }

    def _fail(self, document_id: str, message: str) -> None:
        def failed(paper: Attachment) -> dict[str, Any]:
            trail = append_entry(
                paper.document.audit_trail,
                at=self._clock(),
                by=BY_MACHINE,
                action="read",
                after="failed",
            )
            return {
                "status": "failed",
                "error_message": message,
                "document": replace(paper.document, audit_trail=trail),
            }

        self._store.attachments.change(document_id, failed)
