"""A long file of invoices is understood by all workers, in windows of its pages.

The answer is the one that a single worker would give, sooner and in less memory: no process holds
more of the file's rows than those of one window.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import Final, TypeVar

from engine.extraction.invoices.grouping.windows import Place, Planned, settle
from engine.processing.extraction_task import (
    MANY_PAGES,
    Extracted,
    ExtractionTask,
    extract,
    extracted_from_json,
)
from engine.processing.pool import FairPool
from engine.processing.trying_again import submit_again
from engine.processing.window_tasks import (
    RestTask,
    WindowReading,
    WindowTask,
    found_from_json,
    plan_file,
    read_rest,
    read_window,
    tell_kind,
)
from engine.records import Invoice
from engine.records.uploads import UploadKind

T = TypeVar("T")

_LARGEST_WINDOW: Final = 64
_SMALLEST_WINDOW: Final = 16
_WINDOWS_PER_WORKER: Final = 3


def understand(pool: FairPool, lane: str, task: ExtractionTask) -> "Future[Extracted]":
    """What the file of ``task`` says; all work is done in ``lane`` of ``pool``.

    A thread that does little more than wait leads the way. Whatever a worker raises is the
    future's exception.
    """
    future: Future[Extracted] = Future()

    def lead() -> None:
        try:
            future.set_result(_LongFile(pool, lane, task).extracted())
        except BaseException as error:  # handed to whoever asks for the result
            future.set_exception(error)

    threading.Thread(target=lead, name=f"long-file-{lane}", daemon=True).start()
    return future


class _LongFile:
    """The steps for one file; only the thread that leads runs them."""

    def __init__(self, pool: FairPool, lane: str, task: ExtractionTask) -> None:
        self._pool, self._lane, self._task = pool, lane, task

    def extracted(self) -> Extracted:
        kind = self._kind()
        if kind == "bank":
            whole = self._submit(extract, replace(self._task, kind=kind))
            return extracted_from_json(whole.result())
        windows = self._windows()
        found = {
            one.places: one.invoice for window in windows for one in found_from_json(window.found)
        }
        planned = self._submit(plan_file, tuple(window.outlines for window in windows)).result()
        found.update(self._rest([one for one in planned if one.places not in found], windows))
        return Extracted(
            kind=kind,
            page_sources=_merged(window.sources for window in windows),
            page_engines=_merged(window.engines for window in windows),
            turned_pages=_merged(window.turns for window in windows),
            invoices=settle(planned, found, self._task.context),
        )

    def _kind(self) -> UploadKind:
        if self._task.kind != "auto":
            return self._task.kind
        told = self._submit(tell_kind, self._task.pages[:MANY_PAGES]).result()
        return told or self._task.likely_kind

    def _windows(self) -> list[WindowReading]:
        pages, context = self._task.pages, self._task.context
        size = -(-len(pages) // (_WINDOWS_PER_WORKER * self._pool.width))
        size = max(_SMALLEST_WINDOW, min(_LARGEST_WINDOW, size))
        starts = range(0, len(pages), size)
        return self._all(
            read_window, [WindowTask(pages[start : start + size], context) for start in starts]
        )

    def _rest(
        self, planned: Sequence[Planned], windows: Sequence[WindowReading]
    ) -> dict[tuple[Place, ...], Invoice]:
        """The invoices that no window had whole, each task with about a window's pages."""
        numbers = [number for window in windows for number in window.sources]
        contents = dict(zip(numbers, self._task.pages, strict=True))
        tasks = []
        for group in _in_tasks(planned):
            wanted = sorted({place[0] for one in group for place in one.places})
            tasks.append(
                RestTask(
                    planned=tuple(group),
                    pages=tuple(contents[number] for number in wanted),
                    context=self._task.context,
                )
            )
        answers = self._all(read_rest, tasks)
        return {one.places: one.invoice for each in answers for one in found_from_json(each)}

    def _all(self, function: Callable[..., T], tasks: Sequence[object]) -> list[T]:
        futures = [self._submit(function, task) for task in tasks]
        return [future.result() for future in futures]

    def _submit(self, function: Callable[..., T], task: object) -> "Future[T]":
        return submit_again(self._pool, self._lane, function, task)


def _merged(parts: Iterable[dict[int, T]]) -> dict[int, T]:
    return {number: value for part in parts for number, value in part.items()}


def _in_tasks(planned: Sequence[Planned]) -> list[list[Planned]]:
    """``planned`` in runs of about as many pages as the smallest window has."""
    runs: list[list[Planned]] = []
    size = 0
    for one in planned:
        if not runs or size >= _SMALLEST_WINDOW:
            runs.append([])
            size = 0
        runs[-1].append(one)
        size += len(one.places)
    return runs
