"""What a newer engine reads in files that were read before: kept beside the rows, until accepted.

Nothing here changes what a row says. Accepting is a write of the upload's own table, which notes
it here in the same transaction.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from engine.errors import NotFoundError
from engine.records import BankDocument, InvoiceDocument, decode, encode
from engine.records.uploads import UploadKind, UploadStatus
from engine.store.database import Database, Row, Statements

ReadingState = Literal["waiting", "ready", "failed", "set_aside", "accepted"]
UploadRecord: TypeAlias = InvoiceDocument | BankDocument

_FOLDER: Final = "rows/newer_readings"
_LINE: Final = (
    "upload_id", "state", "engine_version", "asked_at", "asked_by", "read_at", "error_message",
    "batch_id", "accepted_at", "accepted_by", "accepted_version",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLine:
    """One upload's newer reading, without what it says. Times are UTC.

    ``accepted_version`` is the version of the upload's row that accepting made.
    """

    upload_id: str
    state: ReadingState
    engine_version: str
    asked_at: dt.datetime
    asked_by: str
    read_at: dt.datetime | None = None
    error_message: str | None = None
    batch_id: str | None = None
    accepted_at: dt.datetime | None = None
    accepted_by: str | None = None
    accepted_version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What a row was before a newer reading was accepted."""

    document: UploadRecord
    status: UploadStatus
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerReading:
    """A newer reading: ``document`` is what the engine alone makes of the file, once it is read.

    ``status`` is what its pages earn; ``earlier`` is there once it is accepted.
    """

    line: ReadingLine
    document: UploadRecord | None
    status: UploadStatus | None
    earlier: Earlier | None


class NewerReadings:
    """The newer readings of one database. Thread-safe."""

    def __init__(
        self, database: Database, *, max_json_bytes: int, clock: Callable[[], dt.datetime]
    ) -> None:
        self._database = database
        self._max_json_bytes = max_json_bytes
        self._clock = clock
        self._written = 0
        self._known: tuple[int, dict[str, ReadingLine]] = (-1, {})

    def ask(self, upload_ids: Iterable[str], engine_version: str, *, by: str) -> None:
        """Note that uploads are to be read anew; what an earlier time gave is forgotten."""
        with self._database.write(is_news=False) as statements:
            for upload_id in upload_ids:
                statements.rows(f"{_FOLDER}/forget", {"upload_id": upload_id})
                params = {"engine_version": engine_version, "now": self._clock(), "by": by}
                statements.rows(f"{_FOLDER}/ask", {"upload_id": upload_id, **params})
        self.changed()

    def lines(
        self, state: ReadingState | None = None, batch_id: str | None = None
    ) -> tuple[ReadingLine, ...]:
        """The newer readings in a state, or of a batch; what was asked for first goes first."""
        with self._database.read() as statements:
            params = {"state": state, "batch_id": batch_id}
            return tuple(ReadingLine(**row) for row in statements.rows(f"{_FOLDER}/list", params))

    def find(self, upload_id: str) -> ReadingLine | None:
        """How far an upload's newer reading is; None where there is none.

        Asks the database only where a newer reading was written since: screens ask it often.
        """
        written, known = self._written, self._known
        if known[0] != written:
            known = self._known = (written, {line.upload_id: line for line in self.lines()})
        return known[1].get(upload_id)

    @property
    def version(self) -> int:
        """Rises with every change of a newer reading by this process."""
        return self._written

    def changed(self) -> None:
        """To be called after a transaction that ``accepting`` or ``taking_back`` was part of."""
        self._written += 1

    def get(self, upload_id: str, kind: UploadKind) -> NewerReading:
        """The newer reading of an upload of that kind.

        Raises:
            NotFoundError: it has none.
        """
        with self._database.read() as statements:
            row = statements.first(f"{_FOLDER}/get", {"upload_id": upload_id})
        if row is None:
            raise NotFoundError("newer reading", upload_id)
        record: type[InvoiceDocument] | type[BankDocument]
        record = InvoiceDocument if kind == "invoice" else BankDocument
        return NewerReading(
            line=ReadingLine(**{name: row[name] for name in _LINE}),
            document=decode(row["reading_json"], record) if row["reading_json"] else None,
            status=row["reading_status"],
            earlier=_earlier(row, record),
        )

    def note_read(
        self, upload_id: str, document: UploadRecord, status: UploadStatus, engine_version: str
    ) -> None:
        """Keep what was read, where it is still waited for.

        Raises:
            RecordInvalidError, RecordTooLargeError: the document cannot be stored.
        """
        params = {
            "upload_id": upload_id,
            "engine_version": engine_version,
            "status": status,
            "reading_json": encode(document, max_bytes=self._max_json_bytes),
            "now": self._clock(),
        }
        with self._database.write(is_news=False) as statements:
            statements.change(f"{_FOLDER}/note_read", params)
        self.changed()

    def note_failed(self, upload_id: str, message: str) -> None:
        """Keep why a file could not be read anew."""
        params = {"upload_id": upload_id, "error_message": message, "now": self._clock()}
        with self._database.write(is_news=False) as statements:
            statements.change(f"{_FOLDER}/note_failed", params)
        self.changed()

    def set_aside(self, upload_id: str) -> None:
        """Note that nobody wants a reading; what it says is forgotten.

        Raises:
            NotFoundError: there is none that could be accepted.
        """
        with self._database.write(is_news=False) as statements:
            if not statements.change(f"{_FOLDER}/set_aside", {"upload_id": upload_id}):
                raise NotFoundError("newer reading", upload_id)
        self.changed()

    def accepting(
        self, upload_id: str, earlier: Earlier, *, batch_id: str, accepted_version: int, by: str
    ) -> Callable[[Statements], None]:
        """What notes, within the transaction that saves the row, that a reading was accepted.

        Raises (in the transaction):
            NotFoundError: it is not ready any more.
        """
        params = {
            "upload_id": upload_id,
            "now": self._clock(),
            "by": by,
            "batch_id": batch_id,
            "accepted_version": accepted_version,
            "earlier_status": earlier.status,
            "earlier_confidence": earlier.confidence,
            "earlier_json": encode(earlier.document, max_bytes=self._max_json_bytes),
        }

        def note(statements: Statements) -> None:
            if not statements.change(f"{_FOLDER}/accept", params):
                raise NotFoundError("newer reading", upload_id)

        return note

    def taking_back(self, upload_id: str) -> Callable[[Statements], None]:
        """What notes, within the transaction that saves the row, that it is ready again.

        Raises (in the transaction):
            NotFoundError: it is not accepted any more.
        """

        def note(statements: Statements) -> None:
            if not statements.change(f"{_FOLDER}/take_back", {"upload_id": upload_id}):
                raise NotFoundError("newer reading", upload_id)

        return note


def forget_reading(statements: Statements, upload_id: str) -> None:
    """Remove what was read anew of an upload, within a transaction of the caller."""
    statements.rows(f"{_FOLDER}/forget", {"upload_id": upload_id})


def _earlier(row: Row, record: type[InvoiceDocument] | type[BankDocument]) -> Earlier | None:
    if row["earlier_json"] is None:
        return None
    return Earlier(
        document=decode(row["earlier_json"], record),
        status=row["earlier_status"],
        confidence=row["earlier_confidence"],
    )
