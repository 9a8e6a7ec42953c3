"""The reading of one file, from its bytes to what it says, driven by events of its owner's thread.

Each step ends with work in the pool; what comes back calls the next one.
"""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any

import msgspec

from engine.errors import DamagedFileError, MatchbookError
from engine.extraction import Context
from engine.processing.bank_files import BankSource
from engine.processing.einvoices import XmlSource
from engine.processing.executor import TaskFailedError, WorkerLostError
from engine.processing.extraction_task import (
    Extracted,
    ExtractionTask,
    extract,
    extracted_from_json,
)
from engine.processing.page_reading import PageReading
from engine.processing.pipeline import ReadingReport
from engine.processing.progress import Progress, running_progress
from engine.processing.tasks import Inspection, InspectTask, inspect
from engine.processing.trying_again import submit_again
from engine.processing.workshop import Outcome, Source, Workshop
from engine.reading import sniff
from engine.reading.bank_sniff import BANK_TYPES
from engine.reading.document import DocumentFacts

log = logging.getLogger(__name__)


class Run:
    """One file on its way. ``on_change`` is called as pages arrive, ``on_end`` exactly once.

    ``on_end`` gets an Outcome, or the exception that ended the run. After ``stop`` neither is
    called again.
    """

    def __init__(
        self,
        source: Source,
        workshop: Workshop,
        *,
        on_change: Callable[["Run"], None],
        on_end: Callable[["Run", Outcome | Exception], None],
    ) -> None:
        self.source = source
        self._shop = workshop
        self._on_change = on_change
        self._on_end = on_end
        self._facts: DocumentFacts | None = None
        self._pages: PageReading | None = None
        self._holds_xml = False
        self._warnings: tuple[str, ...] = ()
        self._is_stopped = False
        self._started_at = workshop.clock()
        self._began = time.monotonic()

    def start(self) -> None:
        """Look at the file, take what the cache has and send the rest to the pool."""
        self._guard(self._inspect)

    def stop(self) -> None:
        """Give the run up: what waits is cancelled, what comes in is ignored."""
        self._is_stopped = True
        self._shop.pool.cancel(self.source.upload_id)

    def progress(self) -> Progress:
        """How far it is."""
        pages_total = self._facts.pages_total if self._facts else 0
        pages, seconds = self._pages, time.monotonic() - self._began
        if pages is None:  # a bank's file is read whole
            return running_progress(pages_total, pages_total, 0, seconds)
        return running_progress(pages.done, pages_total, pages.arrived, seconds)

    def _inspect(self) -> None:
        source = self.source
        task = InspectTask(
            path=str(source.path),
            file_name=source.file_name,
            limits=self._shop.options.limits,
            password=source.password,
            plans=self._shop.plans(source.upload_id),
        )
        future = submit_again(self._shop.pool, source.upload_id, inspect, task)
        self._when_done(future, self._inspected)

    def _inspected(self, future: "Future[Inspection]") -> None:
        try:
            inspection = future.result()
        except (WorkerLostError, TaskFailedError) as error:
            log.warning("%s could not be looked at", self.source, exc_info=error)
            raise DamagedFileError(self.source.file_name) from error
        self._facts, self._holds_xml = inspection.facts, inspection.holds_xml
        self._warnings = inspection.warnings
        if self._facts.mime_type in BANK_TYPES:
            self._on_change(self)
            self._extract_bank_file()
            return
        self._pages = PageReading(
            self.source,
            self._facts,
            self._shop,
            self._when_done,
            on_change=lambda: self._on_change(self),
            on_all=self._extract,
        )
        self._pages.start()

    def _extract(self) -> None:
        assert self._pages is not None  # noqa: S101 (there are pages once they are all read)
        if not self._pages.found:
            self._finish(None)
            return
        contents = self._pages.contents()
        if contents is None:
            return
        task = ExtractionTask(
            kind=self.source.kind,
            likely_kind=self.source.likely_kind,
            pages=tuple(contents.values()),
            context=self._shop.options.context(self.source.upload_id, self._shop.habits()),
            xml=self._xml_source(),
        )
        if task.xml is None and task.is_long:
            from engine.processing.long_files import understand

            shared = understand(self._shop.pool, self.source.upload_id, task)
            self._when_done(shared, lambda done: self._look_again(done.result(), task))
            return
        self._submit_extraction(task)

    def _submit_extraction(self, task: ExtractionTask) -> None:
        task = replace(task, has_room=self._shop.pool.idle > 1)
        future = submit_again(self._shop.pool, self.source.upload_id, extract, task)
        self._when_done(
            future, lambda done: self._look_again(extracted_from_json(done.result()), task)
        )

    def _look_again(self, extracted: Extracted, task: ExtractionTask) -> None:
        """Have the cells read again that a statement's doubts hang on, then extract once more."""
        if not extracted.doubtful_cells:
            self._consult(extracted, task.context)
            return
        from engine.processing.rereading import ScannedFile, read_again

        assert self._facts is not None  # noqa: S101 (known once the file is open)
        file = ScannedFile(
            path=self.source.path,
            file_hash=self.source.file_hash,
            mime_type=self._facts.mime_type,
            turns=dict(extracted.turned_pages),
            options=self._shop.options.read,
            password=self.source.password,
        )
        lane, cache = self.source.upload_id, self._shop.cache
        readings = read_again(self._shop.pool, lane, cache, file, extracted.doubtful_cells)
        kind = extracted.kind
        self._when_done(
            readings,
            lambda done: self._submit_extraction(replace(task, kind=kind, readings=done.result())),
        )

    def _extract_bank_file(self) -> None:
        assert self._facts is not None  # noqa: S101 (known once the file is open)
        options, source = self._shop.options, self.source
        task = ExtractionTask(
            kind="bank",
            likely_kind="bank",
            pages=(),
            context=options.context(source.upload_id),
            bank=BankSource(
                str(source.path),
                source.file_name,
                self._facts.mime_type,
                options.limits.max_xml_bytes,
                self._shop.plans(source.upload_id),
            ),
        )
        future = submit_again(self._shop.pool, source.upload_id, extract, task)
        self._when_done(future, lambda done: self._finish(extracted_from_json(done.result())))

    def _consult(self, extracted: Extracted, context: Context) -> None:
        """Hold the invoices against a second opinion, where the installation asks for one."""
        consulting = self._shop.consulting
        if consulting is None or not extracted.invoices:
            self._finish(extracted)
            return
        from engine.processing.consulting import Case

        assert self._pages is not None  # noqa: S101 (invoices are found on pages)
        wanted = {number for invoice in extracted.invoices for number in invoice.pages}
        contents = {number: self._pages.content_of(number) for number in wanted}
        case = Case(
            file_hash=self.source.file_hash,
            extracted=extracted,
            pages={number: content for number, content in contents.items() if content is not None},
            context=context,
            is_given_up=lambda: self._is_stopped,
            in_worker=partial(self._shop.pool.submit, self.source.upload_id),
        )
        self._when_done(consulting.submit(case), lambda done: self._finish(done.result()))

    def _xml_source(self) -> XmlSource | None:
        assert self._facts is not None  # noqa: S101 (known once the file is open)
        options, source = self._shop.options, self.source
        is_ignored = self._facts.mime_type == sniff.PDF and not options.reads_einvoices
        if is_ignored or not self._holds_xml:
            return None
        return XmlSource(
            path=str(source.path),
            file_name=source.file_name,
            mime_type=self._facts.mime_type,
            max_bytes=options.limits.max_xml_bytes,
            password=source.password,
        )

    def _finish(self, extracted: Extracted | None) -> None:
        assert self._facts is not None  # noqa: S101 (known once the file is open)
        pages = self._pages
        if extracted is not None and self._warnings:
            warnings = (*extracted.warnings, *self._warnings)
            extracted = msgspec.structs.replace(extracted, warnings=warnings)
        report = ReadingReport(
            pages_read=len(pages.found) if pages else self._facts.pages_total,
            failed_pages=tuple(pages.failed[page] for page in sorted(pages.failed))
            if pages
            else (),
            started_at=self._started_at,
            ended_at=self._shop.clock(),
        )
        self._is_stopped = True
        self._on_end(self, Outcome(self._facts, report, extracted))

    def _when_done(self, future: "Future[Any]", react: Callable[["Future[Any]"], None]) -> None:
        post = self._shop.post
        future.add_done_callback(lambda done: post(lambda: self._guard(lambda: react(done))))

    def _guard(self, step: Callable[[], None]) -> None:
        """Run ``step`` unless the run is over; whatever it raises ends the run."""
        if self._is_stopped:
            return
        try:
            step()
        except Exception as error:  # handed to the owner, who logs what it cannot explain
            if not self._is_stopped:
                self.stop()
                self._on_end(self, error)
            elif not isinstance(error, MatchbookError):
                log.exception("%s failed after its end", self.source)
