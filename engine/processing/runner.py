"""The background thread that takes uploads from pending to done.

One thread owns all runs; other threads only post events to it, so no run needs a lock. What
screens may look at (progress) is published under one.
"""

import datetime as dt
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Final

from engine.errors import (
    DiskFullError,
    FolderUnusableError,
    MatchbookError,
    NotFoundError,
    QueueFullError,
    WrongStateError,
)
from engine.extraction.vendor_habit import VendorHabit
from engine.processing.carried_over import carried_over
from engine.processing.consulting import Consulting
from engine.processing.options import RunOptions
from engine.processing.page_cache import PageCache
from engine.processing.page_images import PageImages
from engine.processing.pipeline import build_document, confidence_of, failure_sentence
from engine.processing.pool import FairPool
from engine.processing.progress import Progress, resting_progress
from engine.processing.reading_version import reading_version
from engine.processing.rows import UploadRow, complete, row_of, table_of
from engine.processing.run import Run
from engine.processing.throughput import Throughput
from engine.processing.waiting_line import Waiting, WaitingLine
from engine.processing.workflow import sources_of
from engine.processing.workshop import Outcome, Source, Workshop, no_plans
from engine.records import ColumnPlan, FileInfo
from engine.store import Store
from engine.watching.meters import count_failure

log = logging.getLogger(__name__)

_UNEXPECTED: Final = "Something unexpected happened; the log has the details. (internal)"
_LEAST_RUNS: Final = 32
_RUNS_PER_WORKER: Final = 8
_PAUSES_SECONDS: Final = (1.0, 5.0, 15.0, *(60.0,) * 10)
"""Between attempts to write what was read, where the disk or the folder stands in the way."""

_CANCELLED: Final = "Reading was cancelled. (cancelled)"


def nobody(upload_id: str) -> None:
    """Who is told of what was read where nobody asked."""


class Runner:
    """Reads the uploads of ``store`` that are enqueued, and on start those left unfinished.

    ``on_read`` is called on the runner's thread with each upload that was read.
    """

    def __init__(
        self,
        store: Store,
        cache: PageCache,
        pool: FairPool,
        options: RunOptions,
        images: PageImages,
        clock: Callable[[], dt.datetime],
        consulting: Consulting | None = None,
        habits: Callable[[], tuple[VendorHabit, ...]] = tuple,
        plans: Callable[[str], tuple[ColumnPlan, ...]] = no_plans,
        on_read: Callable[[str], None] = nobody,
    ) -> None:
        self._store = store
        self._images = images
        self._pool = pool
        self._clock = clock
        self._on_read = on_read
        self._events: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._consulting = consulting
        self._shop = Workshop(
            cache, pool, options, clock, self._events.put, consulting, habits, plans
        )
        self._thread = threading.Thread(target=self._serve, name="runner", daemon=True)
        self._runs: dict[str, Run] = {}
        self._changed = threading.Condition()
        self._progress: dict[str, Progress] = {}
        self._unkept: set[str] = set()
        self._throughput = Throughput()
        self._line = WaitingLine(max(_LEAST_RUNS, _RUNS_PER_WORKER * pool.width))

    @property
    def queue_length(self) -> int:
        """Uploads that are waiting or being read."""
        with self._changed:
            return len(self._progress)

    @property
    def tasks_waiting(self) -> int:
        """Pieces of work that no worker has yet."""
        return self._pool.waiting

    @property
    def shop(self) -> Workshop:
        """What all readings of this installation share."""
        return self._shop

    @property
    def is_alive(self) -> bool:
        """Whether uploads are being taken from pending to done."""
        return self._thread.is_alive()

    @property
    def workers(self) -> int:
        """Pages that can be read at once."""
        return self._pool.width

    def start(self) -> None:
        """Start the thread and continue whatever an earlier process left unfinished."""
        for table in (self._store.invoices, self._store.bank):
            for upload_id in table.pending():
                self.enqueue(upload_id)
        self._thread.start()

    def close(self) -> None:
        """Stop at once. What is unfinished is continued by the next ``start``."""
        self._events.put(self._stop_runs)
        self._events.put(None)
        if self._thread.is_alive():
            self._thread.join()
        if self._consulting is not None:
            self._consulting.close()
        self._pool.close()

    def enqueue(
        self, upload_id: str, password: str | None = None, *, is_kind_sure: bool = True
    ) -> None:
        """Have a pending upload read. The password is kept in memory for this run only.

        An upload whose kind is not sure becomes one of the other kind when its words say so.
        """
        self._publish(upload_id, resting_progress("pending", None, None))
        self._events.put(lambda: self._queue(upload_id, password, is_kind_sure))

    def refuse_when_full(self, most: int) -> None:
        """Take no more files while ``most`` uploads wait.

        Raises:
            QueueFullError: so many do.
        """
        if self.queue_length >= most:
            raise QueueFullError(most, self._throughput.retry_after())

    def cancel(self, upload_id: str) -> None:
        """Stop reading an upload; its status becomes failed, and pages read so far are kept.

        Raises:
            WrongStateError: it is neither waiting nor being read.
        """
        done: Future[None] = Future()
        self._events.put(lambda: self._cancel(upload_id, done))
        done.result()

    def progress(self, upload_id: str) -> Progress:
        """How far the upload is."""
        with self._changed:
            known = self._progress.get(upload_id)
        if known:
            return known
        state = table_of(self._store, upload_id)[0].state(upload_id)
        return resting_progress(state.status, state.pages_total, state.error_message)

    def wait(self, upload_id: str, timeout_seconds: float) -> Progress:
        """Progress when the upload is done, or after ``timeout_seconds``."""
        with self._changed:
            self._changed.wait_for(lambda: upload_id not in self._progress, timeout_seconds)
        return self.progress(upload_id)

    def _publish(self, upload_id: str, progress: Progress | None) -> None:
        with self._changed:
            if progress is None:
                self._progress.pop(upload_id, None)
            else:
                self._progress[upload_id] = progress
            self._changed.notify_all()

    def _serve(self) -> None:
        while (event := self._events.get()) is not None:
            try:
                event()
            except Exception:  # the thread must outlive any single event
                log.exception("an event of the runner failed")

    def _stop_runs(self) -> None:
        for run in self._runs.values():
            run.stop()
        self._runs.clear()

    def _queue(self, upload_id: str, password: str | None, is_kind_sure: bool) -> None:
        if upload_id in self._runs:
            return
        try:
            owner = self._store.documents.get(upload_id).upload_by
        except NotFoundError:
            owner = ""
        self._line.add(Waiting(upload_id, owner, password, is_kind_sure))
        self._begin_next()

    def _begin_next(self) -> None:
        while (waiting := self._line.next()) is not None:
            self._begin(waiting)

    def _over(self, upload_id: str) -> None:
        """An upload's run is over: the next one may begin."""
        self._throughput.note()
        self._unkept.discard(upload_id)
        self._pool.leave(upload_id)
        self._line.remove(upload_id)
        self._line.done(upload_id)
        self._publish(upload_id, None)
        self._events.put(self._begin_next)

    def _begin(self, waiting: Waiting) -> None:
        upload_id = waiting.upload_id
        try:
            source = self._claim(upload_id, waiting.password, waiting.is_kind_sure)
        except (NotFoundError, WrongStateError):
            log.info("upload %s is not to be read any more", upload_id)
            self._over(upload_id)
            return
        except Exception as error:  # told to the person and logged by _fail
            self._fail(upload_id, error)
            return
        self._pool.enter(upload_id, waiting.owner)
        run = Run(source, self._shop, on_change=self._show, on_end=self._end)
        self._runs[upload_id] = run
        run.start()

    def _claim(self, upload_id: str, password: str | None, is_kind_sure: bool) -> Source:
        row = row_of(self._store, upload_id)
        table, kind = table_of(self._store, upload_id)
        table.set_status(
            upload_id, "processing", expected=sources_of("start"), processing_start=self._clock()
        )
        return Source(
            upload_id=upload_id,
            path=self._store.files.open_path(row.file_path),
            file_name=row.file_name,
            file_hash=row.file_hash,
            kind=kind if is_kind_sure else "auto",
            likely_kind=kind,
            password=password,
        )

    def _show(self, run: Run) -> None:
        self._publish(run.source.upload_id, run.progress())

    def _end(self, run: Run, outcome: Outcome | Exception) -> None:
        upload_id = run.source.upload_id
        self._runs.pop(upload_id, None)
        if isinstance(outcome, Exception):
            self._fail(upload_id, outcome)
            return
        if outcome.facts.encrypted and run.source.password:
            self._images.keep_encrypted(run.source, outcome.facts, self._pool)
        self._unkept.add(upload_id)
        self._keep(upload_id, outcome, 0)

    def _keep(self, upload_id: str, outcome: Outcome, attempts: int) -> None:
        """Write what was read; where there is no room for it, again a bit later."""
        if upload_id not in self._unkept:
            return
        try:
            self._complete(upload_id, outcome)
        except (DiskFullError, FolderUnusableError) as error:
            if attempts == len(_PAUSES_SECONDS):
                self._fail(upload_id, error)
                return
            seconds = _PAUSES_SECONDS[attempts]
            log.warning("upload %s is not kept yet: %s", upload_id, error.code)
            pages = outcome.facts.pages_total
            message = f"{error} It is kept as soon as that is mended. ({error.code})"
            self._publish(upload_id, Progress("processing", pages, pages, None, message))
            again = partial(self._events.put, lambda: self._keep(upload_id, outcome, attempts + 1))
            timer = threading.Timer(seconds, again)
            timer.daemon = True
            timer.start()
        except Exception as error:  # told to the person and logged by _fail
            self._fail(upload_id, error)
        else:
            self._over(upload_id)

    def _complete(self, upload_id: str, outcome: Outcome) -> None:
        if outcome.extracted is None:
            failed = outcome.report.failed_pages
            self._set_failed(upload_id, f"{failure_sentence(failed)} ({failed[0].code})")
            return
        if outcome.extracted.kind != self._store.find(upload_id):
            self._store.move_upload(upload_id, outcome.extracted.kind)
            table_of(self._store, upload_id)[0].set_status(
                upload_id, "processing", processing_start=outcome.report.started_at
            )
        row = row_of(self._store, upload_id)
        document = build_document(
            upload_id,
            _file_info(row, outcome),
            outcome.report,
            outcome.extracted,
            row.document.audit_trail if row.document else (),
            reading_version(),
        )
        if row.document is not None:
            is_in_use = bool(self._store.reconciliations.list(upload_id=upload_id))
            document = carried_over(row.document, document, is_in_use=is_in_use)
        complete(
            self._store,
            upload_id,
            document,
            status=outcome.report.status,
            confidence_score=confidence_of(document),
            row_version=row.row_version,
        )
        self._on_read(upload_id)
        log.info(
            "upload %s: %s",
            upload_id,
            outcome.report.status,
            extra={
                "upload_id": upload_id,
                "status": outcome.report.status,
                "pages": outcome.facts.pages_total,
                "seconds": round(outcome.report.seconds, 3),
            },
        )

    def _cancel(self, upload_id: str, done: "Future[None]") -> None:
        run = self._runs.pop(upload_id, None)
        if run:
            run.stop()
        try:
            self._set_failed(upload_id, _CANCELLED, expected=sources_of("cancel"))
        except Exception as error:  # raised again where cancel was called
            done.set_exception(error)
        else:
            done.set_result(None)
        self._over(upload_id)

    def _fail(self, upload_id: str, error: Exception) -> None:
        message, code = _UNEXPECTED, "internal"
        if isinstance(error, MatchbookError):
            message, code = f"{error} ({error.code})", error.code
        else:
            log.error("upload %s failed", upload_id, exc_info=error, extra={"upload_id": upload_id})
        count_failure("upload", code)
        try:
            self._set_failed(upload_id, message)
        finally:
            self._over(upload_id)

    def _set_failed(
        self, upload_id: str, message: str, expected: tuple[str, ...] | None = None
    ) -> None:
        table, _ = table_of(self._store, upload_id)
        table.set_status(
            upload_id,
            "failed",
            expected=expected or sources_of("fail"),
            error_message=message,
            processing_end=self._clock(),
        )
        log.info("upload %s: failed", upload_id, extra={"upload_id": upload_id})


def _file_info(row: UploadRow, outcome: Outcome) -> FileInfo:
    return FileInfo(
        file_name=row.file_name,
        file_hash=row.file_hash,
        file_size=row.file_size,
        mime_type=outcome.facts.mime_type,
        pages_total=outcome.facts.pages_total,
    )
