"""One open installation: everything that screens, API and programs can have done.

What has an idea of its own is done in ``processing``; here it is put together and named.
"""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Final, Literal

from engine.assistant import assistant_options
from engine.errors import DuplicateUploadError, InvalidInputError, WrongStateError
from engine.processing.column_desk import ColumnDesk, ColumnsView
from engine.processing.column_memory import ColumnMemory
from engine.processing.consulting import answer_cache, consulting
from engine.processing.desk import ReviewDesk
from engine.processing.executor import WorkerExecutor
from engine.processing.health import Health, look
from engine.processing.intake import Content, Intake, KindChoice, Receipt
from engine.processing.lessons import Lessons
from engine.processing.options import run_options
from engine.processing.page_cache import PageCache
from engine.processing.page_groups import PageWord
from engine.processing.page_images import PageImages
from engine.processing.pool import FairPool, InlineExecutor
from engine.processing.progress import Progress
from engine.processing.reconciler import Reconciler
from engine.processing.regrouper import Regrouper
from engine.processing.removal import remove_upload
from engine.processing.runner import Runner
from engine.processing.vendor_memory import KnownHabit, VendorMemory
from engine.processing.workflow import next_status
from engine.reading.tools import tool_versions
from engine.records import (
    BankTransactionUpload,
    ColumnPlan,
    Invoice,
    InvoiceUpload,
    ReconciliationMatch,
    StatementInfo,
    Transaction,
)
from engine.records.reconciliation import Decision
from engine.records.uploads import UploadKind
from engine.settings import Settings
from engine.store import Store
from engine.store.store import utc_now

SAMPLE_SUFFIXES: Final = frozenset(
    {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".xml", ".csv", ".xlsx", ".sta", ".ofx"}
)


class Services:
    """One installation, open. Every method may be called from any thread.

    Args:
        settings: the installation's settings.
        database_path: the DuckDB file, when it is not the settings' one.
        upload_dir: the folder of the files, when it is not the settings' one.
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
        self.database_path = database_path or settings.database_path
        self.upload_dir = upload_dir or settings.upload_dir
        self.store = Store(
            self.database_path,
            self.upload_dir,
            max_json_bytes=settings.max_json_bytes,
            clock=clock,
        )
        options = run_options(settings)
        cache = settings.cache_dir
        self._quick = quick_executor or (
            InlineExecutor() if executor else WorkerExecutor(1, task_timeout_seconds=60)
        )
        self._intake = Intake(
            self.store,
            cache / "incoming",
            options.limits,
            settings.max_upload_bytes,
            self._quick,
            clock,
        )
        self._reconciler = Reconciler(self.store, clock)
        pages, images = PageCache(cache / "pages"), PageCache(cache / "images")
        answers = answer_cache(cache)
        self._caches = (pages, images, answers)
        self._desk = ReviewDesk(self.store, clock, Lessons(pages, options, self._quick))
        self._vendors = VendorMemory(self.store, options)
        self._columns = ColumnMemory(self.store)
        self._column_desk = ColumnDesk(self.store, options, self._quick, clock)
        self.assistant = assistant_options(settings)
        self._images = PageImages(self.store, images, pages, options.read, self._quick)
        self._regrouper = Regrouper(
            self.store, pages, options, self._quick, clock, self._vendors.habits
        )
        workers = settings.worker_count
        pool = FairPool(executor or WorkerExecutor(workers), workers)
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
        )
        self.runner.start()
        self._is_closed = False

    def close(self) -> None:
        """Stop the workers and close the database; what was being read goes on next time."""
        if not self._is_closed:
            self._is_closed = True
            self.runner.close()
            self._quick.shutdown(cancel_futures=True)
            self.store.close()

    # Files coming in.

    def upload(
        self,
        file_name: str,
        content: Content,
        *,
        kind: KindChoice = "auto",
        by: str | None = None,
        password: str | None = None,
    ) -> Receipt:
        """Take a file in and have it read in the background.

        Raises:
            FileRefusedError: the bytes cannot be read as a document.
            DuplicateUploadError: the same bytes are here already.
        """
        receipt = self._intake.accept(
            file_name, content, kind=kind, by=self._name(by), password=password
        )
        self.runner.enqueue(receipt.upload_id, password, is_kind_sure=receipt.is_kind_sure)
        return receipt

    def load_samples(self) -> list[Receipt]:
        """Take in the sample documents that are not here yet."""
        receipts = []
        for path in sorted(self.settings.samples_dir.rglob("*")):
            if path.suffix.lower() in SAMPLE_SUFFIXES:
                with contextlib.suppress(DuplicateUploadError):
                    receipts.append(self.upload(path.name, path))
        return receipts

    def progress(self, upload_id: str) -> Progress:
        """How far the reading of an upload is."""
        return self.runner.progress(upload_id)

    def wait(self, upload_id: str, timeout_seconds: float) -> Progress:
        """Progress once the upload is read, or after ``timeout_seconds``."""
        return self.runner.wait(upload_id, timeout_seconds)

    def cancel(self, upload_id: str) -> None:
        """Stop reading an upload."""
        self.runner.cancel(upload_id)

    def retry(self, upload_id: str, password: str | None = None, *, by: str | None = None) -> None:
        """Read a failed, partly read or rejected upload once more."""
        with self._word():
            self._desk.decide(upload_id, "retry", by=self._name(by))
        self.runner.enqueue(upload_id, password)

    def change_kind(self, upload_id: str, kind: UploadKind) -> None:
        """Make invoices a statement or the other way round, and read the file as that."""
        if self.store.find(upload_id) == kind:
            return
        self._cancel_if_running(upload_id)
        next_status("change the kind of", self.progress(upload_id).status)
        self.store.move_upload(upload_id, kind)
        self.runner.enqueue(upload_id)

    def delete(self, upload_id: str) -> None:
        """Remove an upload, its file and all that was read from it.

        One that is being read is cancelled first.

        Raises:
            WrongStateError: it is confirmed.
            UploadInUseError: a reconciliation draws on it.
        """
        self._cancel_if_running(upload_id)
        with self._word():
            remove_upload(self.store, self._caches, upload_id)

    # What is here.

    def upload_kind(self, upload_id: str) -> UploadKind:
        """Whether an upload is invoices or a statement."""
        return self.store.find(upload_id)

    def invoice_upload(self, upload_id: str) -> InvoiceUpload:
        """The row of an invoice file, with its record."""
        return self.store.invoices.get(upload_id)

    def bank_upload(self, upload_id: str) -> BankTransactionUpload:
        """The row of a statement, with its record."""
        return self.store.bank.get(upload_id)

    def page_image(self, upload_id: str, page_number: int, dpi: int = 110) -> bytes:
        """A page as PNG, as people see it."""
        return self._images.png(self.store.documents.get(upload_id), page_number, dpi)

    def page_image_tag(self, upload_id: str, page_number: int, dpi: int = 110) -> str:
        """An HTTP entity tag of ``page_image``: the same tag means the same image."""
        return self._images.tag(self.store.documents.get(upload_id), page_number, dpi)

    def original_file(self, upload_id: str) -> tuple[Path, str, str]:
        """The stored file, checked against its hash: path, the name it came with, MIME type."""
        file = self.store.documents.get(upload_id)
        self.store.files.verify(file.file_path, file.file_hash)
        return self.store.files.open_path(file.file_path), file.file_name, file.mime_type

    # People's words.

    def save_invoices(
        self,
        upload_id: str,
        invoices: Sequence[Invoice],
        *,
        row_version: int,
        by: str | None = None,
    ) -> int:
        """Store corrected invoices; the new row version."""
        with self._word():
            return self._desk.save_invoices(
                upload_id, invoices, row_version=row_version, by=self._name(by)
            )

    def regroup(
        self, upload_id: str, word: PageWord, *, row_version: int, by: str | None = None
    ) -> int:
        """Move a boundary between the invoices of a file; the new row version."""
        with self._word():
            return self._regrouper.say(upload_id, word, row_version=row_version, by=self._name(by))

    def put_back_invoices(
        self,
        upload_id: str,
        invoices: Sequence[Invoice],
        *,
        row_version: int,
        by: str | None = None,
    ) -> int:
        """Store a file's invoices as they were before a boundary was moved; the new version."""
        with self._word():
            return self._regrouper.put_back(
                upload_id, invoices, row_version=row_version, by=self._name(by)
            )

    def save_statement(
        self,
        upload_id: str,
        info: StatementInfo,
        transactions: Sequence[Transaction],
        *,
        row_version: int,
        by: str | None = None,
    ) -> int:
        """Store a corrected statement; the new row version."""
        return self._desk.save_statement(
            upload_id, info, transactions, row_version=row_version, by=self._name(by)
        )

    def confirm(
        self, upload_id: str, *, row_version: int | None = None, by: str | None = None
    ) -> int:
        """Say that an upload was read correctly; the new row version."""
        with self._word():
            return self._desk.decide(
                upload_id, "confirm", row_version=row_version, by=self._name(by)
            )

    def reject(
        self, upload_id: str, reason: str, *, row_version: int | None = None, by: str | None = None
    ) -> int:
        """Say that an upload is not to be used, and why; the new row version."""
        return self._decide_with_reason(upload_id, "reject", reason, row_version, by)

    def reopen(
        self, upload_id: str, reason: str, *, row_version: int | None = None, by: str | None = None
    ) -> int:
        """Take a confirmation back, and why; the new row version."""
        return self._decide_with_reason(upload_id, "reopen", reason, row_version, by)

    def known_about_vendor(self, invoice: Invoice) -> Sequence[KnownHabit]:
        """What earlier corrections taught about the vendor of ``invoice``."""
        return self._vendors.about(invoice)

    def forget_about_vendor(
        self, invoice: Invoice, field: str | None = None, *, by: str | None = None
    ) -> None:
        """Let corrections of the vendor of ``invoice``, of one field or all, count no more."""
        self._vendors.forget(invoice, field, by=self._name(by))

    def columns(self, upload_id: str, plan: ColumnPlan | None = None) -> ColumnsView | None:
        """How the columns of a bank's table were read, with its first records as they are.

        With ``plan`` the records are cut as it says. None when the upload is no table.
        """
        return self._column_desk.view(upload_id, plan)

    def save_columns(
        self, upload_id: str, plan: ColumnPlan, *, row_version: int, by: str | None = None
    ) -> int:
        """Read a bank's table by a person's plan, and remember it; the new row version.

        Raises:
            InvalidInputError: the plan has no date or no amount, or the upload is no table.
            FileRefusedError: the file says nothing when it is read so.
        """
        with self._word():
            return self._column_desk.say(
                upload_id, plan, row_version=row_version, by=self._name(by)
            )

    def forget_columns(self, plan: ColumnPlan, *, by: str | None = None) -> None:
        """Let what was said of tables with the columns of ``plan`` count no more."""
        self._columns.forget(plan.signature, by=self._name(by))

    # Reconciling.

    def reconcile(
        self,
        invoice_upload_ids: Sequence[str],
        bank_upload_ids: Sequence[str],
        *,
        threshold: float | None = None,
        date_window_days: int | None = None,
        by: str | None = None,
    ) -> ReconciliationMatch:
        """Match the uploads' invoices with their transactions and keep the run."""
        settings = self.settings
        return self._reconciler.run(
            invoice_upload_ids,
            bank_upload_ids,
            threshold=settings.match_threshold if threshold is None else threshold,
            date_window_days=(
                settings.match_date_window_days if date_window_days is None else date_window_days
            ),
            by=self._name(by),
        )

    def reconciliation(self, reconciliation_id: str) -> ReconciliationMatch:
        """One run, with its record."""
        return self.store.reconciliations.get(reconciliation_id)

    def decide(
        self,
        reconciliation_id: str,
        match_id: str,
        decision: Decision,
        *,
        row_version: int,
        reason: str | None = None,
        by: str | None = None,
    ) -> int:
        """Confirm or reject a match, or take that back; the new row version."""
        return self._reconciler.decide(
            reconciliation_id,
            match_id,
            decision,
            row_version=row_version,
            by=self._name(by),
            reason=reason,
        )

    def health(self) -> Health:
        """How the installation is."""
        return look(self.store, self.runner, tool_versions(), self.upload_dir, self.assistant)

    def _decide_with_reason(
        self,
        upload_id: str,
        action: Literal["reject", "reopen"],
        reason: str,
        row_version: int | None,
        by: str | None,
    ) -> int:
        if not reason.strip():
            raise InvalidInputError(f"Say why you {action} this upload.")
        with self._word():
            return self._desk.decide(
                upload_id, action, reason=reason.strip(), row_version=row_version, by=self._name(by)
            )

    @contextlib.contextmanager
    def _word(self) -> Iterator[None]:
        """Around what a person says of an upload: what rows teach is asked anew after it."""
        try:
            yield
        finally:
            self._vendors.look_again()
            self._columns.look_again()

    def _cancel_if_running(self, upload_id: str) -> None:
        if self.progress(upload_id).is_running:
            with contextlib.suppress(WrongStateError):  # it was finished meanwhile
                self.runner.cancel(upload_id)

    def _name(self, by: str | None) -> str:
        return by or self.settings.user_name
