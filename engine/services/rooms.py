"""The rooms of one open installation, put together; what is done in them is another module's."""

import contextlib
import datetime as dt
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from engine.access import (
    Links,
    Membership,
    current_person,
    current_session,
    read_membership,
)
from engine.assistant import assistant_options
from engine.errors import DatabaseDamagedError, InvalidInputError, InvalidSettingError
from engine.keeping.last_backup import with_way_back
from engine.keeping.side_door import SideDoor
from engine.processing.area_words import AreaWords
from engine.processing.attachments.clerk import PaperClerk
from engine.processing.attachments.desk import AttachmentDesk
from engine.processing.attachments.reception import PaperReception
from engine.processing.automatic_desk import AutomaticDesk
from engine.processing.column_desk import ColumnDesk
from engine.processing.column_memory import ColumnMemory
from engine.processing.consulting import consulting
from engine.processing.desk import ReviewDesk
from engine.processing.executor import WorkerExecutor
from engine.processing.hand_desk import HandDesk
from engine.processing.intake import Intake
from engine.processing.kept_rows import KeptRows
from engine.processing.lessons import Lessons
from engine.processing.librarian import Librarian
from engine.processing.match_memory import MatchMemory
from engine.processing.newer_readings.desk import ReadingDesk
from engine.processing.newer_readings.reader import NewerReader
from engine.processing.options import run_options
from engine.processing.page_images import PageImages
from engine.processing.pair_desk import PairDesk
from engine.processing.pool import FairPool, InlineExecutor
from engine.processing.presence import Presence
from engine.processing.reconciler import Reconciler
from engine.processing.regrouper import Regrouper
from engine.processing.remark_desk import RemarkDesk
from engine.processing.review_queue import ReviewQueues
from engine.processing.rule_book import RuleBook
from engine.processing.rule_preview import RulePreviews
from engine.processing.runner import Runner
from engine.processing.second_look import SecondLooks
from engine.processing.sightings import Sightings
from engine.processing.spot_check_desk import SpotCheckDesk
from engine.processing.tasks import read
from engine.processing.vendor_memory import VendorMemory
from engine.processing.warming import load
from engine.services.storage import caches_of, files_of
from engine.settings import Settings
from engine.store import Store
from engine.store.store import utc_now


class Rooms:
    """What the services of one installation share.

    Args:
        settings: the installation's settings.
        database_path: the DuckDB file, when it is not the settings' one.
        upload_dir: the folder of the files, when they are not where the settings say.
        executor: runs the pages; worker processes by default. The services shut it down.
        quick_executor: looks at files and draws pages while somebody waits; a worker process of
            its own by default, or the caller's thread when ``executor`` is given.
        clock: the time now, UTC.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        database_path: Path | None = None,
        upload_dir: Path | None = None,
        executor: Executor | None = None,
        quick_executor: Executor | None = None,
        clock: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        self.settings = settings
        self._clock = clock
        self._membership = settings_membership(settings)
        self._links = Links(secrets.token_hex(32), settings.link_seconds)
        self._token_uses: dict[str, float] = {}
        self.database_path = database_path or settings.database_path
        self.upload_dir = upload_dir or settings.upload_dir
        try:
            self.store = Store(
                self.database_path,
                files_of(settings, upload_dir),
                max_json_bytes=settings.max_json_bytes,
                clock=clock,
                asker=current_session,
                shared_seconds=settings.shared_seconds,
            )
        except DatabaseDamagedError as error:
            raise with_way_back(error, self.database_path) from error
        self._side_door = SideDoor(self.database_path, self.store.held)
        self._kept = KeptRows(self.store)
        self._queues = ReviewQueues(self.store)
        self._presence = Presence(clock)
        self._sightings = Sightings(self.store.access_log)
        options = run_options(settings)
        cache = settings.cache_dir
        self._quick = quick_executor or (
            InlineExecutor()
            if executor
            else WorkerExecutor(
                1,
                task_timeout_seconds=60,
                memory_bytes=settings.worker_memory_limit,
                attempts=2,
            )
        )
        self._intake = Intake(
            self.store,
            cache / "incoming",
            options.limits,
            settings.max_upload_bytes,
            self._quick,
            clock,
        )
        self._match_memory = MatchMemory(self.store)
        self._reconciler = Reconciler(self.store, clock, self._match_memory)
        self._automatic = AutomaticDesk(self.store, self._reconciler, clock)
        self._hand_desk = HandDesk(self.store, self._reconciler, self._match_memory, clock)
        self._pair_desk = PairDesk(self.store, self._reconciler, self._match_memory)
        self._rule_book = RuleBook(self.store)
        self._rule_previews = RulePreviews(self.store, self._reconciler)
        self._caches = pages, images, answers = caches_of(settings)
        self._desk = ReviewDesk(self.store, clock, Lessons(pages, options, self._quick))
        self._spot_checks = SpotCheckDesk(self.store)
        self._remarks = RemarkDesk(self.store, clock)
        self._looks = SecondLooks(pages, options, self._quick)
        self._area_words = AreaWords(pages, options)
        self._vendors = VendorMemory(self.store, options)
        self._columns = ColumnMemory(self.store)
        self._column_desk = ColumnDesk(self.store, options, self._quick, clock)
        self.assistant = assistant_options(settings)
        self._images = PageImages(self.store, images, pages, options.read, self._quick)
        self._regrouper = Regrouper(
            self.store, pages, options, self._quick, clock, self._vendors.habits
        )
        self.librarian = Librarian(self.store, pages, options.read)
        reading = executor or _page_workers(settings)
        self._executors = (self._quick, reading)
        pool = page_pool(reading, settings)
        self.runner = Runner(
            self.store,
            pages,
            pool,
            options,
            self._images,
            clock,
            consulting(self.assistant, answers, settings.llm_concurrency),
            self._vendors.habits,
            self._columns.plans,
            self.librarian.file,
        )
        self._newer_reader = NewerReader(self.store, self.runner.shop)
        self._reading_desk = ReadingDesk(self.store, clock, self.librarian.file)
        self.paper_clerk = PaperClerk(self.store, pages, pool, options, clock, self._images)
        self._attachment_desk = AttachmentDesk(self.store, clock)
        self._reception = PaperReception(self.store, self._intake, clock)
        self.librarian.start()
        self.runner.start()
        self.paper_clerk.start()
        self._newer_reader.start()
        self._side_door.open()
        self._is_closed = False

    def close(self) -> None:
        """Stop the workers and close the database; what was being read goes on next time."""
        if not self._is_closed:
            self._is_closed = True
            self._side_door.close()
            self.paper_clerk.close()
            self._newer_reader.close()
            self.runner.close()
            self.librarian.close()
            self._quick.shutdown(cancel_futures=True)
            self.store.close()

    @contextlib.contextmanager
    def _word(self) -> Iterator[None]:
        """Around what a person says of an upload: what rows teach is asked anew after it."""
        try:
            yield
        finally:
            self._vendors.look_again()
            self._columns.look_again()

    def _me(self) -> str | None:
        return None if self.settings.access == "none" else current_person().name

    def _name(self, by: str | None) -> str:
        return by or current_person().name or self.settings.user_name


def _page_workers(settings: Settings) -> WorkerExecutor:
    """Processes for pages and files, within the limits of the settings."""
    return WorkerExecutor(
        settings.worker_count,
        limits={read: settings.page_timeout_seconds},
        memory_bytes=settings.worker_memory_limit,
        ready=partial(load, ("invoice", "bank")),
    )


def settings_membership(settings: Settings) -> Membership:
    """Who has which roles by the settings.

    Raises:
        InvalidSettingError: they cannot be read.
    """
    try:
        return read_membership(settings.roles)
    except InvalidInputError as error:
        raise InvalidSettingError("MATCHBOOK_ROLES", settings.roles, str(error)) from None


def page_pool(here: Executor, settings: Settings) -> FairPool:
    """The pool over the worker processes here, and over the cluster beside them if there is one.

    Raises:
        ClusterAwayError: the scheduler does not answer.
        ClusterVersionError: a worker of the cluster runs another version.
    """
    workers = settings.worker_count
    if settings.dask_scheduler is None:
        return FairPool(here, workers)
    from engine.processing.cluster.executor import ClusterExecutor

    cluster = ClusterExecutor(
        settings.dask_scheduler, here, task_timeout_seconds=settings.page_timeout_seconds
    )
    return FairPool(cluster, lambda: workers + cluster.cores)
