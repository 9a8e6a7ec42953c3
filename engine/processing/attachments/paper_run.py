"""The reading of one attached paper, from its bytes to its fields, in the thread of the caller.

Pages are read by the workers that read uploads, in a lane of their own, and kept in the same
cache; whatever waits for a worker is called back here.
"""

import queue
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from engine.errors import DamagedFileError
from engine.processing.attachments.reading_task import (
    PaperRead,
    PaperTask,
    paper_from_json,
    understand_paper,
)
from engine.processing.executor import WorkerLostError
from engine.processing.page_reading import PageReading
from engine.processing.tasks import InspectTask, inspect
from engine.processing.trying_again import submit_again
from engine.processing.workshop import Source, Workshop
from engine.reading.bank_sniff import BANK_TYPES
from engine.reading.document import DocumentFacts
from engine.records import Attachment, FailedPage, PaperFields

T = TypeVar("T")
Event = Callable[[], None]


class StoppedError(Exception):
    """The reading was given up; it begins anew after the next start."""


class PaperRun:
    """One paper on its way. ``events`` brings what workers answer; None ends the run."""

    def __init__(
        self,
        paper: Attachment,
        path: Path,
        shop: Workshop,
        events: "queue.SimpleQueue[Event | None]",
        password: str | None,
    ) -> None:
        self._paper, self._shop, self._events = paper, shop, events
        self._lane = paper.id
        self._source = Source(
            upload_id=paper.id,
            path=path,
            file_name=paper.file_name,
            file_hash=paper.file_hash,
            kind="invoice",
            likely_kind="invoice",
            password=password,
        )

    @property
    def source(self) -> Source:
        """The file that is read."""
        return self._source

    def read(self) -> tuple[DocumentFacts, PaperRead, tuple[FailedPage, ...]]:
        """What the paper says, and which of its pages could not be read.

        Raises:
            FileRefusedError: the file cannot be read.
            StoppedError: the installation closes.
        """
        facts = self._inspected()
        if facts.mime_type in BANK_TYPES:
            return facts, PaperRead(PaperFields(), {}, {}), ()
        pages, contents = self._pages(facts)
        task = PaperTask(self._paper.doc_type, contents, self._shop.options.context(self._paper.id))
        answer = self._awaited(submit_again(self._shop.pool, self._lane, understand_paper, task))
        failed = tuple(pages.failed[number] for number in sorted(pages.failed))
        return facts, paper_from_json(answer), failed

    def _inspected(self) -> DocumentFacts:
        task = InspectTask(
            path=str(self._source.path),
            file_name=self._source.file_name,
            limits=self._shop.options.limits,
            password=self._source.password,
        )
        try:
            return self._awaited(self._shop.pool.submit(self._lane, inspect, task)).facts
        except WorkerLostError as error:
            raise DamagedFileError(self._source.file_name) from error

    def _pages(self, facts: DocumentFacts) -> tuple[PageReading, dict[int, bytes]]:
        found: list[dict[int, bytes]] = []

        def take() -> None:
            contents = reading.contents()
            if contents is not None:
                found.append(contents)

        reading = PageReading(
            self._source, facts, self._shop, self._watch, on_change=_nothing, on_all=take
        )
        reading.start()
        while not found:
            self._next()
        return reading, found[0]

    def _watch(self, future: "Future[Any]", react: Callable[["Future[Any]"], None]) -> None:
        future.add_done_callback(lambda done: self._events.put(lambda: react(done)))

    def _awaited(self, future: "Future[T]") -> T:
        is_done: list[bool] = []
        self._watch(future, lambda _: is_done.append(True))
        while not is_done:
            self._next()
        return future.result()

    def _next(self) -> None:
        event = self._events.get()
        if event is None:
            raise StoppedError
        event()


def _nothing() -> None:
    """What happens when one more page arrives."""
