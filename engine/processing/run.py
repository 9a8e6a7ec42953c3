"""The reading of one file, from its bytes to what it says, driven by events of its owner's thread.

Pages found in the cache are not read again; the others go to the pool in small jobs. A page that
costs its worker is tried once more alone and then counts as failed, and the others are kept.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from functools import partial
from typing import Any, Final

from engine.errors import DamagedFileError, MatchbookError
from engine.extraction import Context
from engine.processing.bank_files import BankSource
from engine.processing.einvoices import XmlSource
from engine.processing.executor import TaskFailedError, WorkerLostError
from engine.processing.page_cache import PageKey
from engine.processing.pipeline import ReadingReport
from engine.processing.progress import Progress, running_progress
from engine.processing.second_try import submit_twice
from engine.processing.tasks import (
    Extracted,
    ExtractionTask,
    Inspection,
    InspectTask,
    PageOutcome,
    extract,
    extracted_from_json,
    inspect,
    read,
)
from engine.processing.workshop import Outcome, Source, Workshop, reading_key
from engine.reading import sniff
from engine.reading.bank_sniff import BANK_TYPES
from engine.reading.document import DocumentFacts
from engine.reading.reader import PageJob, plan_jobs
from engine.records import FailedPage

log = logging.getLogger(__name__)

_ATTEMPTS: Final = 2


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
        self._holds_xml = False
        self._read: set[int] = set()
        self._failed: dict[int, FailedPage] = {}
        self._uncached: dict[int, bytes] = {}
        self._losses: Counter[int] = Counter()
        self._pages_now = 0
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
        pages_done = len(self._read) + len(self._failed)
        seconds = time.monotonic() - self._began
        return running_progress(pages_done, pages_total, self._pages_now, seconds)

    def _inspect(self) -> None:
        source = self.source
        task = InspectTask(
            path=str(source.path),
            file_name=source.file_name,
            limits=self._shop.options.limits,
            password=source.password,
            plans=self._shop.plans(source.upload_id),
        )
        future = self._shop.pool.submit(source.upload_id, inspect, task)
        self._when_done(future, self._inspected)

    def _inspected(self, future: "Future[Inspection]") -> None:
        try:
            inspection = future.result()
        except WorkerLostError as error:
            raise DamagedFileError(self.source.file_name) from error
        self._facts, self._holds_xml = inspection.facts, inspection.holds_xml
        cache = self._shop.cache
        self._read = {p for p in self._pages() if self._is_bank_file or cache.has(self._key(p))}
        self._on_change(self)
        self._advance()

    @property
    def _is_bank_file(self) -> bool:
        """Whether the file is read whole, without pages."""
        return self._facts is not None and self._facts.mime_type in BANK_TYPES

    def _pages(self) -> range:
        assert self._facts is not None  # noqa: S101 (known once the file is open)
        return range(1, self._facts.pages_total + 1)

    def _advance(self) -> None:
        missing = [p for p in self._pages() if p not in self._read and p not in self._failed]
        if missing:
            self._submit(missing)
        elif self._read:
            self._extract()
        else:
            self._finish(None)

    def _submit(self, page_numbers: list[int]) -> None:
        assert self._facts is not None  # noqa: S101 (known once the file is open)
        source = self.source
        jobs = plan_jobs(
            source.path,
            self._facts,
            self._shop.options.read,
            source.password,
            page_numbers=tuple(page_numbers),
        )
        for job in jobs:
            self._submit_job(job)

    def _submit_job(self, job: PageJob) -> None:
        future = self._shop.pool.submit(self.source.upload_id, read, job)
        self._when_done(future, lambda done: self._job_done(job, done))

    def _job_done(self, job: PageJob, future: "Future[list[PageOutcome]]") -> None:
        try:
            outcomes = future.result()
        except WorkerLostError as error:
            self._lost(job, f"the program that reads it ended unexpectedly: {error}")
        except (TaskFailedError, CancelledError) as error:
            log.error("%s pages %s: %s", self.source, job.page_numbers, _trace_of(error))
            self._lost(job, "an unexpected error, which is in the log")
        else:
            for outcome in outcomes:
                self._keep(outcome)
            # These pages are slow ones: from now on one a job, so that the workers share them.
            done_now = {outcome.page_number for outcome in outcomes}
            for page in job.page_numbers:
                if page not in done_now:
                    self._submit_job(replace(job, page_numbers=(page,)))
        self._on_change(self)
        done = len(self._read) + len(self._failed)
        if done == len(self._pages()):
            self._advance()

    def _lost(self, job: PageJob, cause: str) -> None:
        for page in job.page_numbers:
            self._losses[page] += 1
            if self._losses[page] < _ATTEMPTS:
                self._submit_job(replace(job, page_numbers=(page,)))
            else:
                message = f"Page {page} could not be read: {cause}."
                self._failed[page] = FailedPage(page=page, code="worker_lost", message=message)

    def _keep(self, outcome: PageOutcome) -> None:
        page = outcome.page_number
        self._pages_now += 1
        if outcome.content is None:
            self._failed[page] = FailedPage(
                page=page,
                code=outcome.error_code or "page_unreadable",
                message=outcome.error_message or f"Page {page} could not be read.",
            )
            return
        self._read.add(page)
        if not self._shop.cache.put(self._key(page), outcome.content):
            self._uncached[page] = outcome.content

    def _extract(self) -> None:
        if self._is_bank_file:
            self._extract_bank_file()
            return
        contents = {page: self._content_of(page) for page in sorted(self._read)}
        damaged = {page for page, content in contents.items() if content is None}
        if damaged:
            self._read -= damaged
            self._advance()
            return
        task = ExtractionTask(
            kind=self.source.kind,
            likely_kind=self.source.likely_kind,
            pages=tuple(content for content in contents.values() if content is not None),
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
        future = submit_twice(self._shop.pool, self.source.upload_id, extract, task)
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
        future = submit_twice(self._shop.pool, source.upload_id, extract, task)
        self._when_done(future, lambda done: self._finish(extracted_from_json(done.result())))

    def _consult(self, extracted: Extracted, context: Context) -> None:
        """Hold the invoices against a second opinion, where the installation asks for one."""
        consulting = self._shop.consulting
        if consulting is None or not extracted.invoices:
            self._finish(extracted)
            return
        from engine.processing.consulting import Case

        wanted = {number for invoice in extracted.invoices for number in invoice.pages}
        contents = {number: self._content_of(number) for number in wanted}
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
        report = ReadingReport(
            pages_read=len(self._read),
            failed_pages=tuple(self._failed[page] for page in sorted(self._failed)),
            started_at=self._started_at,
            ended_at=self._shop.clock(),
        )
        self._is_stopped = True
        self._on_end(self, Outcome(self._facts, report, extracted))

    def _content_of(self, page: int) -> bytes | None:
        return self._uncached.get(page) or self._shop.cache.get(self._key(page))

    def _key(self, page_number: int) -> PageKey:
        return reading_key(self.source.file_hash, page_number, self._shop.options.read)

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


def _trace_of(error: BaseException) -> str:
    return error.trace if isinstance(error, TaskFailedError) else repr(error)
