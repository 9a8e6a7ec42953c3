"""Reads many files without a database, for the command line: files in, records out.

The same runs and workers as the app's; a file's pages are kept until it is done.
"""

import datetime as dt
import hashlib
import logging
import os
import queue
import tempfile
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from engine.errors import MatchbookError
from engine.processing.brief_cache import BriefPageCache
from engine.processing.executor import WorkerExecutor
from engine.processing.kind_guess import kind_of_name
from engine.processing.options import RunOptions
from engine.processing.page_cache import PageCache
from engine.processing.pipeline import build_document, failure_sentence
from engine.processing.pool import FairPool
from engine.processing.run import Run
from engine.processing.workshop import Outcome, Source, Workshop
from engine.records import BankDocument, FileInfo, InvoiceDocument

if TYPE_CHECKING:
    from engine.processing.consulting import Consulting

log = logging.getLogger(__name__)

_FILES_PER_WORKER: Final = 4


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file brought no record: a stable code and a sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class BatchFile:
    """A file to be read, and as what. The password may be of no use to it."""

    path: Path
    kind: Literal["auto", "invoice", "bank"]
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of a file: its record, or the failure."""

    file: BatchFile
    outcome: InvoiceDocument | BankDocument | Failure


def read_batch(
    files: Sequence[BatchFile],
    options: RunOptions,
    workers: int,
    executor: Executor | None = None,
    consulting: "Consulting | None" = None,
) -> Iterator[FileResult]:
    """Each file's result, as soon as it is there, in the order in which they finish.

    ``consulting`` gives second opinions of invoices; it is closed at the end.
    """
    pool = FairPool(executor or WorkerExecutor(workers), workers)
    with tempfile.TemporaryDirectory(prefix="matchbook-") as folder:
        try:
            batch = _Batch(options, BriefPageCache(Path(folder)), pool, consulting)
            yield from batch.results(files)
        finally:
            if consulting is not None:
                consulting.close()
            pool.close()


class _Batch:
    """The runs of one batch, driven by the thread that asks for the results."""

    def __init__(
        self,
        options: RunOptions,
        cache: PageCache,
        pool: FairPool,
        consulting: "Consulting | None",
    ) -> None:
        self._events: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._shop = Workshop(cache, pool, options, _now, self._events.put, consulting)
        self._most_runs = _FILES_PER_WORKER * pool.width
        self._runs: dict[str, BatchFile] = {}
        self._done: list[FileResult] = []

    def results(self, files: Sequence[BatchFile]) -> Iterator[FileResult]:
        """Start runs, a few at a time, and hand out what they bring."""
        waiting = iter(files)
        is_more = True
        while is_more or self._runs:
            while is_more and len(self._runs) < self._most_runs:
                file = next(waiting, None)
                is_more = file is not None
                if file is not None:
                    self._start(file)
            if self._runs and not self._done:
                self._events.get()()
            if not (is_more or self._runs):
                # What the last files say is still to be written: the workers may go meanwhile.
                self._shop.pool.close(wait=False)
            yield from self._done
            self._done.clear()

    def _start(self, file: BatchFile) -> None:
        try:
            with file.path.open("rb") as stream:
                file_hash = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            failure = Failure("file_unreadable", f"The file cannot be read: {error.strerror}.")
            self._done.append(FileResult(file, failure))
            return
        upload_id = str(uuid.UUID(file_hash[:32]))
        while upload_id in self._runs:  # the same bytes twice in one batch
            upload_id = str(uuid.uuid5(uuid.UUID(upload_id), "again"))
        source = Source(
            upload_id=upload_id,
            path=file.path,
            file_name=_printable(file.path.name),
            file_hash=file_hash,
            kind=file.kind,
            likely_kind=kind_of_name(file.path.name),
            password=file.password,
        )
        self._runs[upload_id] = file
        Run(source, self._shop, on_change=lambda run: None, on_end=self._end).start()

    def _end(self, run: Run, outcome: Outcome | Exception) -> None:
        file = self._runs.pop(run.source.upload_id)
        self._shop.cache.forget(run.source.file_hash)
        try:
            result = _result(run.source, outcome)
        except Exception as error:  # one file's fault, which the others must not pay for
            result = _failure(run.source, error)
        self._done.append(FileResult(file, result))


def _result(
    source: Source, outcome: Outcome | Exception
) -> InvoiceDocument | BankDocument | Failure:
    if isinstance(outcome, Exception):
        return _failure(source, outcome)
    if outcome.extracted is None:
        first = outcome.report.failed_pages[0]
        return Failure(first.code, failure_sentence(outcome.report.failed_pages))
    file_info = FileInfo(
        file_name=source.file_name,
        file_hash=source.file_hash,
        file_size=source.path.stat().st_size,
        mime_type=outcome.facts.mime_type,
        pages_total=outcome.facts.pages_total,
    )
    return build_document(source.upload_id, file_info, outcome.report, outcome.extracted)


def _failure(source: Source, error: Exception) -> Failure:
    if isinstance(error, MatchbookError):
        return Failure(error.code, str(error))
    log.error("%s failed", source.path, exc_info=error)
    return Failure("internal", f"{type(error).__name__}: {error}")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _printable(file_name: str) -> str:
    # A name may hold any byte but records hold text.
    return os.fsencode(file_name).decode("utf-8", "replace")
