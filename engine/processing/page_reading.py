"""The pages of one file: those that the cache has, and those that workers read.

A page that costs its worker is tried again alone, a bit later each time; one that takes too long or
wants too much memory is not. What cannot be read is set aside with the reason, and the others are
kept.
"""

import logging
from collections import Counter
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from engine.processing.executor import TaskFailedError, WorkerHungError, WorkerLostError
from engine.processing.page_cache import PageKey
from engine.processing.tasks import PageOutcome, read
from engine.processing.trying_again import after_a_pause, may_pass
from engine.processing.workshop import Source, Workshop, reading_key
from engine.reading.document import DocumentFacts
from engine.reading.reader import PageJob, plan_jobs
from engine.records import FailedPage
from engine.watching.meters import count_failure, count_page

log = logging.getLogger(__name__)


class Watch(Protocol):
    """Has the owner's thread call ``react`` when ``future`` is done, unless the run is over."""

    def __call__(  # noqa: D102
        self, future: "Future[Any]", react: Callable[["Future[Any]"], None]
    ) -> None: ...


class PageReading:
    """The pages of one file on their way; all calls are the owner's thread's.

    Args:
        source: the file.
        facts: what is known of it.
        shop: where the pages are read and kept.
        watch: how answers come back to the owner's thread.
        on_change: called as pages arrive.
        on_all: called whenever no page is awaited any more.

    Attributes:
        found: numbers of the pages that are read.
        failed: those that cannot be read, and why.
        arrived: how many pages workers read since the start.
    """

    def __init__(
        self,
        source: Source,
        facts: DocumentFacts,
        shop: Workshop,
        watch: Watch,
        *,
        on_change: Callable[[], None],
        on_all: Callable[[], None],
    ) -> None:
        self._source, self._facts, self._shop, self._watch = source, facts, shop, watch
        self._on_change, self._on_all = on_change, on_all
        self.found: set[int] = set()
        self.failed: dict[int, FailedPage] = {}
        self.arrived = 0
        self._uncached: dict[int, bytes] = {}
        self._losses: Counter[int] = Counter()

    @property
    def done(self) -> int:
        """Pages that are read or failed."""
        return len(self.found) + len(self.failed)

    def start(self) -> None:
        """Take what the cache has and send the rest to the pool."""
        self.found = {page for page in self._pages() if self._shop.cache.has(self._key(page))}
        if self.found:
            count_page("cached", len(self.found))
        self._on_change()
        self._advance()

    def contents(self) -> dict[int, bytes] | None:
        """All pages that are read, packed; None where some were lost: these are read again."""
        contents = {page: self.content_of(page) for page in sorted(self.found)}
        good = {page: content for page, content in contents.items() if content is not None}
        if len(good) == len(contents):
            return good
        self.found = set(good)
        self._advance()
        return None

    def content_of(self, page: int) -> bytes | None:
        """One page, packed; None when it is not to be had any more."""
        return self._uncached.get(page) or self._shop.cache.get(self._key(page))

    def _pages(self) -> range:
        return range(1, self._facts.pages_total + 1)

    def _key(self, page_number: int) -> PageKey:
        return reading_key(self._source.file_hash, page_number, self._shop.options.read)

    def _advance(self) -> None:
        missing = [p for p in self._pages() if p not in self.found and p not in self.failed]
        if not missing:
            self._on_all()
            return
        jobs = plan_jobs(
            self._source.path,
            self._facts,
            self._shop.options.read,
            self._source.password,
            page_numbers=tuple(missing),
        )
        for job in jobs:
            self._submit(job)

    def _submit(self, job: PageJob) -> None:
        future = self._shop.pool.submit(self._source.upload_id, read, job)
        self._watch(future, lambda done: self._job_done(job, done))

    def _job_done(self, job: PageJob, future: "Future[list[PageOutcome]]") -> None:
        try:
            outcomes = future.result()
        except (WorkerLostError, TaskFailedError, CancelledError) as error:
            self._lost(job, error)
        else:
            for outcome in outcomes:
                self._keep(outcome)
            # The others are slow ones: from now on one a job, so that the workers share them.
            done_now = {outcome.page_number for outcome in outcomes}
            for page in job.page_numbers:
                if page not in done_now:
                    self._submit(replace(job, page_numbers=(page,)))
        self._on_change()
        if self.done == len(self._pages()):
            self._advance()

    def _lost(self, job: PageJob, error: BaseException) -> None:
        """Try the pages of a job again one by one, or set aside the one that it was about."""
        if isinstance(error, TaskFailedError):
            log.error("%s pages %s: %s", self._source, job.page_numbers, error.trace)
        is_alone = len(job.page_numbers) == 1
        for page in job.page_numbers:
            self._losses[page] += 1
            losses = self._losses[page]
            if may_pass(error, losses) or not is_alone:
                alone = replace(job, page_numbers=(page,))
                after_a_pause(losses, partial(self._shop.post, partial(self._again, alone)))
            else:
                self._set_aside(page, error)

    def _again(self, job: PageJob) -> None:
        if job.page_numbers[0] not in self.found:
            self._submit(job)

    def _set_aside(self, page: int, error: BaseException) -> None:
        code, cause = _why(error, self._losses[page])
        message = f"Page {page} could not be read: {cause}."
        self._fail(FailedPage(page=page, code=code, message=message))

    def _fail(self, failed: FailedPage) -> None:
        self.failed[failed.page] = failed
        count_page("failed")
        count_failure("page", failed.code)
        log.warning(
            "page %d of upload %s: %s",
            failed.page,
            self._source.upload_id,
            failed.code,
            extra={
                "upload_id": self._source.upload_id,
                "page": failed.page,
                "code": failed.code,
            },
        )

    def _keep(self, outcome: PageOutcome) -> None:
        page = outcome.page_number
        self.arrived += 1
        if outcome.content is None:
            self._fail(
                FailedPage(
                    page=page,
                    code=outcome.error_code or "page_unreadable",
                    message=outcome.error_message or f"Page {page} could not be read.",
                )
            )
            return
        self.found.add(page)
        count_page("read")
        if not self._shop.cache.put(self._key(page), outcome.content):
            self._uncached[page] = outcome.content


def _why(error: BaseException, attempts: int) -> tuple[str, str]:
    """Code and words of what keeps a page from being read."""
    if isinstance(error, WorkerHungError):
        return "page_too_slow", f"it takes too long ({error})"
    if isinstance(error, WorkerLostError):
        times = f"{attempts} times" if attempts > 1 else "unexpectedly"
        return "worker_lost", f"the program that reads it ended {times}: {error}"
    if isinstance(error, TaskFailedError) and error.is_out_of_memory:
        return "page_too_heavy", "it needs more memory than a worker may take"
    return "internal", "an unexpected error, which is in the log"
