"""The rows of ``production_reconciliation_matches``: one per run, inserted when it is done."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from engine.errors import InvalidInputError, NotFoundError, StaleVersionError
from engine.records import (
    ReconciliationDocument,
    ReconciliationMatch,
    SourceDocument,
    decode,
    encode,
)
from engine.store.columns import reconciliation_columns
from engine.store.database import Database, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciliationLine:
    """A run without its JSON; the columns are those of ``ReconciliationMatch``."""

    id: int
    reconciliation_id: str
    invoice_upload_id: str
    bank_upload_id: str
    invoice_file_name: str
    bank_file_name: str
    reconciliation_timestamp: dt.datetime
    reconciliation_duration_seconds: float
    matching_algorithm: str
    confidence_threshold: Decimal
    status: str
    total_invoices_processed: int
    total_transactions_processed: int
    total_matches_found: int
    partial_matches: int
    unmatched_invoices: int
    unmatched_transactions: int
    total_amount_matched: Decimal | None
    match_rate_percentage: Decimal
    error_message: str | None
    created_at: dt.datetime
    updated_at: dt.datetime
    row_version: int


class Reconciliations:
    """Reconciliation runs."""

    def __init__(
        self, database: Database, *, max_json_bytes: int, clock: Callable[[], dt.datetime]
    ) -> None:
        self._database = database
        self._max_json_bytes = max_json_bytes
        self._clock = clock

    def insert(
        self, document: ReconciliationDocument, *, status: str = "completed"
    ) -> ReconciliationMatch:
        """Add a finished run; the first source document of each kind becomes its foreign key.

        Raises:
            InvalidInputError: it names no invoice upload or no bank upload.
            NotFoundError: a source document is not there.
            RecordInvalidError, RecordTooLargeError: the document cannot be stored.
        """
        invoice, bank = _first_sources(document)
        info = document.reconciliation_info
        params = {
            **self._columns(document),
            "reconciliation_id": document.reconciliation_id,
            "invoice_upload_id": invoice.upload_id,
            "bank_upload_id": bank.upload_id,
            "invoice_file_name": invoice.file_name,
            "bank_file_name": bank.file_name,
            "reconciliation_timestamp": info.run_at,
            "reconciliation_duration_seconds": info.duration_seconds,
            "matching_algorithm": info.matching_algorithm,
            "confidence_threshold": Decimal(str(info.confidence_threshold)),
            "status": status,
            "now": self._clock(),
        }
        with self._database.write() as statements:
            wanted = [source.upload_id for source in document.source_documents]
            here = statements.rows("rows/documents/among", {"upload_ids": wanted})
            kinds = {(row["upload_id"], row["kind"]) for row in here}
            for source in document.source_documents:
                if (source.upload_id, source.kind) not in kinds:
                    raise NotFoundError("upload", source.upload_id)
            statements.rows("rows/reconciliations/insert", params)
        return self.get(document.reconciliation_id)

    def get(self, reconciliation_id: str) -> ReconciliationMatch:
        """One run with its document.

        Raises:
            NotFoundError: no such run.
        """
        key = {"reconciliation_id": reconciliation_id}
        with self._database.read() as statements:
            row = statements.first("rows/reconciliations/get", key)
        if row is None:
            raise NotFoundError("reconciliation", reconciliation_id)
        return _record(row)

    def list(self, *, upload_id: str | None = None) -> tuple[ReconciliationLine, ...]:
        """The runs, newest first; with ``upload_id`` those that draw on it."""
        with self._database.read() as statements:
            rows = statements.rows("rows/reconciliations/list", {"upload_id": upload_id})
        return tuple(ReconciliationLine(**row) for row in rows)

    def save_document(
        self, reconciliation_id: str, document: ReconciliationDocument, *, row_version: int
    ) -> int:
        """Write a person's decisions: JSON and summary columns in one update; the new version.

        Raises:
            NotFoundError, StaleVersionError: as the row is not there, or another version.
            RecordInvalidError, RecordTooLargeError: the document cannot be stored.
        """
        columns = self._columns(document)
        key = {"reconciliation_id": reconciliation_id}
        with self._database.write() as statements:
            state = statements.first("rows/reconciliations/state", key)
            if state is None:
                raise NotFoundError("reconciliation", reconciliation_id)
            if state["row_version"] != row_version:
                raise StaleVersionError("The reconciliation", row_version, state["row_version"])
            statements.change(
                "rows/reconciliations/save",
                {**columns, **key, "row_version": row_version, "now": self._clock()},
            )
        return row_version + 1

    def _columns(self, document: ReconciliationDocument) -> dict[str, object]:
        text = encode(document, max_bytes=self._max_json_bytes)
        return {**reconciliation_columns(document), "document": text}


def _first_sources(document: ReconciliationDocument) -> tuple[SourceDocument, SourceDocument]:
    first = {source.kind: source for source in reversed(document.source_documents)}
    if "invoice" not in first or "bank" not in first:
        raise InvalidInputError("A reconciliation needs an invoice upload and a bank upload.")
    return first["invoice"], first["bank"]


def _record(row: Row) -> ReconciliationMatch:
    document = decode(row.pop("reconciliation_match_json"), ReconciliationDocument)
    return ReconciliationMatch(document=document, **row)
