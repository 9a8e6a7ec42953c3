"""Has single cells of a statement's scans read again, and keeps what was read.

A first look at the statement says which cells its doubts hang on; workers read them again, page by
page. The page cache keeps the answers, so the same file is never read a third time.
"""

import hashlib
import logging
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

import msgspec

from engine.processing.executor import TaskFailedError, WorkerLostError
from engine.processing.page_cache import PageCache, PageKey
from engine.processing.pool import FairPool
from engine.processing.tasks import reread
from engine.processing.trying_again import submit_again
from engine.reading.cell_reading import CellJob, CellPlace, CellReading
from engine.reading.document import ReadOptions
from engine.reading.page import Turn
from engine.reading.reader import ENGINE_VERSION

log = logging.getLogger(__name__)

_encoder: Final = msgspec.json.Encoder()
_decoder: Final = msgspec.json.Decoder(tuple[CellReading, ...])


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """The file whose cells are read again; ``turns`` are those of its pages that lie on a side."""

    path: Path
    file_hash: str
    mime_type: str
    turns: dict[int, Turn]
    options: ReadOptions
    password: str | None = field(default=None, repr=False)


def read_again(
    pool: FairPool, lane: str, cache: PageCache, file: ScannedFile, cells: Sequence[CellPlace]
) -> "Future[tuple[CellReading, ...]]":
    """The readings of ``cells`` in the order of their pages; pages that fail have none."""
    return _Rereading(pool, lane, cache, file).answer(_jobs(file, cells))


def cells_key(file_hash: str, job: CellJob) -> PageKey:
    """Under what the cache keeps the readings of a job."""
    digest = hashlib.sha256(_encoder.encode(job.cells)).hexdigest()
    options = f"{job.options!r} turned {job.turn} cells {digest}"
    return PageKey(file_hash, job.page_number, ENGINE_VERSION, options)


def _jobs(file: ScannedFile, cells: Iterable[CellPlace]) -> list[CellJob]:
    pages: dict[int, list[CellPlace]] = {}
    for cell in cells:
        pages.setdefault(cell.page_number, []).append(cell)
    return [
        CellJob(
            path=str(file.path),
            mime_type=file.mime_type,
            page_number=number,
            turn=file.turns.get(number, 0),
            cells=tuple(pages[number]),
            password=file.password,
            options=file.options,
        )
        for number in sorted(pages)
    ]


class _Rereading:
    """The jobs of one file until the last of them is done, in whichever thread that is."""

    def __init__(self, pool: FairPool, lane: str, cache: PageCache, file: ScannedFile) -> None:
        self._pool, self._lane, self._cache, self._file = pool, lane, cache, file
        self._found: dict[int, tuple[CellReading, ...]] = {}
        self._answer: Future[tuple[CellReading, ...]] = Future()
        self._lock = threading.Lock()
        self._open = 0

    def answer(self, jobs: Sequence[CellJob]) -> "Future[tuple[CellReading, ...]]":
        missing = [job for job in jobs if not self._is_kept(job)]
        self._open = len(missing)
        if not missing:
            self._answer.set_result(self._in_order())
        for job in missing:
            future = submit_again(self._pool, self._lane, reread, job)
            future.add_done_callback(partial(self._done, job))
        return self._answer

    def _is_kept(self, job: CellJob) -> bool:
        content = self._cache.get(cells_key(self._file.file_hash, job))
        if content is None:
            return False
        self._found[job.page_number] = _decoder.decode(content)
        return True

    def _done(self, job: CellJob, future: "Future[tuple[CellReading, ...]]") -> None:
        if not future.cancelled():
            self._take(job, future)
        with self._lock:
            self._open -= 1
            is_last = self._open == 0
        if is_last:
            self._answer.set_result(self._in_order())

    def _take(self, job: CellJob, future: "Future[tuple[CellReading, ...]]") -> None:
        try:
            readings = future.result()
        except (WorkerLostError, TaskFailedError, RuntimeError) as error:
            log.warning("cells of page %d were not read again: %s", job.page_number, error)
            return
        self._found[job.page_number] = readings
        self._cache.put(cells_key(self._file.file_hash, job), _encoder.encode(readings))

    def _in_order(self) -> tuple[CellReading, ...]:
        return tuple(one for number in sorted(self._found) for one in self._found[number])
