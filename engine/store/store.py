"""The rows and files of one installation, opened once per process."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from engine.errors import InvalidInputError, NotFoundError, UploadDeletedError
from engine.records.uploads import UploadKind
from engine.store.access_log import AccessLog
from engine.store.analytics import Analytics
from engine.store.attachments import Attachments
from engine.store.choices import Choices
from engine.store.column_plans import ColumnPlans
from engine.store.database import Database, OnStep, Row, nothing
from engine.store.decisions import Decisions
from engine.store.deletions import Deletions
from engine.store.documents import Documents
from engine.store.file_check import FileFinding, check_files
from engine.store.filing import Files, FolderFiles
from engine.store.freshness import Asker, Freshness, nobody
from engine.store.idempotency import Idempotency
from engine.store.listing import LatestUploads, latest_uploads
from engine.store.migrations import migrate
from engine.store.newer_readings import NewerReadings
from engine.store.people import People
from engine.store.periods import Periods
from engine.store.purging import Purging
from engine.store.reconciliations import Reconciliations
from engine.store.rules import Rules
from engine.store.sandbox import Sandbox
from engine.store.saved_queries import SavedQueries
from engine.store.tokens import Tokens
from engine.store.trail_check import TrailFinding, check_trails
from engine.store.transfer import Transfer
from engine.store.uploads import BankUploads, InvoiceUploads
from engine.store.vendors import Vendors
from engine.store.views import SavedViews
from engine.store.words import Words

_DOC_TYPE: dict[UploadKind, str] = {"invoice": "Invoice", "bank": "Bank Statement"}
_MOVED = (
    "upload_id",
    "file_name",
    "file_path",
    "file_hash",
    "file_size",
    "pages_total",
    "mime_type",
    "upload_timestamp",
)


class FoundUpload(NamedTuple):
    """An upload that holds the bytes looked for; ``deleted_at`` is set when it is in the bin."""

    kind: UploadKind
    upload_id: str
    file_name: str
    upload_timestamp: dt.datetime
    deleted_at: dt.datetime | None = None


def utc_now() -> dt.datetime:
    """This instant."""
    return dt.datetime.now(dt.UTC)


class Store:
    """The only opener of the DuckDB file and of the stored files. Thread-safe.

    ``files`` are where files are kept, or the folder of theirs.
    ``asker`` tells the session that asks; sessions may share a state of ``shared_seconds``, see
    ``freshness``. ``on_step`` is called before every statement of a write and before its commit;
    what it raises undoes the write (tests use it).
    """

    def __init__(
        self,
        database_path: Path,
        files: Files | Path,
        *,
        max_json_bytes: int = 100_000_000,
        clock: Callable[[], dt.datetime] = utc_now,
        on_step: OnStep = nothing,
        asker: Asker = nobody,
        shared_seconds: float = 0.0,
    ) -> None:
        """Open the file, which is made when it is not there, and bring it to the newest schema.

        Raises:
            DatabaseBusyError, DatabaseDamagedError, DatabaseTooNewError: it cannot be used.
        """
        self._database = Database(database_path, on_step)
        try:
            self.schema_version = migrate(self._database, clock())
        except BaseException:
            self._database.close()
            raise
        self.files = FolderFiles(files) if isinstance(files, Path) else files
        self.invoices = InvoiceUploads(self._database, max_json_bytes=max_json_bytes, clock=clock)
        self.bank = BankUploads(self._database, max_json_bytes=max_json_bytes, clock=clock)
        self.reconciliations = Reconciliations(
            self._database, max_json_bytes=max_json_bytes, clock=clock
        )
        self.documents = Documents(self._database, clock=clock)
        self.attachments = Attachments(self._database, max_json_bytes=max_json_bytes, clock=clock)
        self.vendors = Vendors(self._database, clock=clock)
        self.decisions = Decisions(self._database, clock=clock)
        self.people = People(self._database)
        self.choices = Choices(self._database, clock=clock)
        self.newer_readings = NewerReadings(
            self._database, max_json_bytes=max_json_bytes, clock=clock
        )
        self.periods = Periods(self._database, clock=clock)
        self.rules = Rules(self._database, clock=clock)
        self.saved_queries = SavedQueries(self._database, clock=clock)
        self.words = Words(self._database)
        self.deletions = Deletions(self._database, clock=clock)
        self.views = SavedViews(self._database, clock=clock)
        self.column_plans = ColumnPlans(self._database)
        self.idempotency = Idempotency(self._database, clock=clock)
        self.tokens = Tokens(self._database, clock=clock)
        self.access_log = AccessLog(self._database, clock=clock)
        self.purging = Purging(self._database)
        self.transfer = Transfer(
            self._database,
            self.documents,
            self.invoices,
            self.bank,
            self.reconciliations,
            self.attachments,
            max_json_bytes=max_json_bytes,
        )
        self._freshness = Freshness(self.version, asker=asker, most_age_seconds=shared_seconds)
        self._database.tell_of_news(self._freshness.saw_newest)
        self.analytics = Analytics(self._database, self._freshness.wanted)
        self.sandbox = Sandbox(self._database, self.analytics.refresh)

    @property
    def database_path(self) -> Path:
        """The DuckDB file."""
        return self._database.path

    def check_files(self) -> tuple[FileFinding, ...]:
        """Read every stored file: those that are missing, changed, or that no row speaks of."""
        return check_files(self.documents, self.files)

    def check_trails(self) -> Iterator[TrailFinding]:
        """Every row's history, and where its chain of hashes breaks; not of rows in the bin."""
        return check_trails(self.invoices, self.bank, self.reconciliations, self.attachments)

    def held(self) -> AbstractContextManager[None]:
        """Nobody writes while it is open: the file and the log beside it may be copied."""
        return self._database.held()

    def close(self) -> None:
        """Release the file."""
        self.sandbox.close()
        self._database.close()

    def version(self) -> int:
        """Rises with every write of this process."""
        return self._database.version

    def shown_version(self) -> int:
        """What screens key their caches by: the least that whoever asks has to be shown.

        While many look at screens it stands for a moment, so that they share what is worked out.
        """
        return self._freshness.wanted()

    def one_state(self) -> AbstractContextManager[None]:
        """Analytics that this thread asks inside are of one state, though others write meanwhile.

        What the thread writes itself counts at once.
        """
        return self._freshness.one_state()

    def saw_newest(self) -> None:
        """Whoever asks right now was shown the newest rows: nothing older is shown after it."""
        self._freshness.saw_newest()

    def counts(self) -> dict[str, int]:
        """Rows in ``invoice_uploads``, ``bank_uploads`` and ``reconciliations``."""
        with self._database.read() as statements:
            return statements.rows("rows/documents/count")[0]

    def latest(self, count: int) -> LatestUploads:
        """What is being read, then the newest uploads; at most ``count`` of both kinds."""
        with self._database.read() as statements:
            return latest_uploads(statements, count)

    def find_by_hash(self, file_hash: str) -> FoundUpload | None:
        """The earliest upload of either kind that holds the bytes with this SHA-256."""
        with self._database.read() as statements:
            row = statements.first("rows/documents/find_by_hash", {"file_hash": file_hash})
        return FoundUpload(**row) if row else None

    def find(self, upload_id: str) -> UploadKind:
        """Which kind of upload it is.

        Raises:
            NotFoundError: neither.
            UploadDeletedError: it is in the bin.
        """
        with self._database.read() as statements:
            key = {"upload_id": upload_id}
            row = statements.first("rows/documents/kind_of", key)
            deleted = statements.first("rows/deletions/get", key) if row is None else None
        if deleted is not None:
            day = deleted["deleted_at"].date().isoformat()
            raise UploadDeletedError(deleted["file_name"], day, deleted["deleted_by"])
        if row is None:
            raise NotFoundError("upload", upload_id)
        kind: UploadKind = row["kind"]
        return kind

    def to_review(self, me: str | None = None) -> list[str]:
        """Ids of the uploads that wait for a person's word, the newest first.

        What is assigned to ``me`` comes before all, what is assigned to others after all.
        """
        with self._database.read() as statements:
            rows = statements.rows("rows/documents/to_review", {"me": me})
        return [row["upload_id"] for row in rows]

    def among(self, upload_ids: Sequence[str]) -> list[Row]:
        """Id, kind, status and row version of those uploads that are still here."""
        with self._database.read() as statements:
            return statements.rows("rows/documents/among", {"upload_ids": list(upload_ids)})

    def uploads(self, kind: UploadKind) -> InvoiceUploads | BankUploads:
        """The table of a kind."""
        return self.invoices if kind == "invoice" else self.bank

    def move_upload(self, upload_id: str, to_kind: UploadKind) -> None:
        """Make an upload one of the other kind, pending again, in one transaction.

        Raises:
            InvalidInputError: no such kind.
            NotFoundError: no such upload of the other kind.
            UploadInUseError: a reconciliation draws on it.
        """
        if to_kind not in _DOC_TYPE:
            raise InvalidInputError(f"There is no kind “{to_kind}”.", "It is invoice or bank.")
        source = self.bank if to_kind == "invoice" else self.invoices
        target = self.uploads(to_kind)
        with self._database.write() as statements:
            row = source.delete_row(statements, upload_id)
            target.insert_row(statements, {name: row[name] for name in _MOVED})
            statements.rows(
                "rows/documents/set_type",
                {"id": upload_id, "doc_type": _DOC_TYPE[to_kind], "related_module": to_kind},
            )
