"""Rows that leave for another installation as they are, and rows that come from one.

A row that comes keeps its ids, times and version; only its number in the table is given anew.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from engine.errors import NotFoundError
from engine.records import Attachment, DocumentUpload, InvoiceUpload, encode
from engine.records.transfer import (
    ExportLine,
    StoredAttachment,
    StoredDeletion,
    StoredDocument,
    StoredInvoices,
    StoredRun,
    StoredStatement,
)
from engine.records.uploads import BankTransactionUpload, ReconciliationMatch
from engine.store.attachments import Attachments
from engine.store.columns import as_json
from engine.store.database import Database, Row, Statements
from engine.store.documents import Documents
from engine.store.reconciliations import Reconciliations
from engine.store.uploads import BankUploads, InvoiceUploads

_OF_ATTACHMENT: Final = (
    "series_id",
    "version",
    "replaced_by",
    "status",
    "error_message",
    "pages_total",
    "deleted_at",
    "deleted_by",
    "updated_at",
    "row_version",
)


class Transfer:
    """Every row of one database, out and in."""

    def __init__(
        self,
        database: Database,
        documents: Documents,
        invoices: InvoiceUploads,
        bank: BankUploads,
        reconciliations: Reconciliations,
        attachments: Attachments,
        *,
        max_json_bytes: int,
    ) -> None:
        self._database = database
        self._documents = documents
        self._invoices, self._bank = invoices, bank
        self._reconciliations = reconciliations
        self._attachments = attachments
        self._max_json_bytes = max_json_bytes

    def rows(self) -> Iterator[ExportLine]:
        """All rows, one in memory at a time; those first that others refer to."""
        for document in reversed(self._documents.list()):
            yield StoredDocument(row=document)
        for upload_id in self._column("invoice_upload_ids", "upload_id"):
            yield StoredInvoices(row=self._invoices.get_any(upload_id))
        for upload_id in self._column("bank_upload_ids", "upload_id"):
            yield StoredStatement(row=self._bank.get_any(upload_id))
        with self._database.read() as statements:
            deleted = statements.rows("rows/transfer/deleted_uploads")
        for row in deleted:
            yield StoredDeletion(**row)
        for run_id in self._column("reconciliation_ids", "reconciliation_id"):
            yield StoredRun(row=self._reconciliations.get(run_id))
        for document_id in self._attachments.ids():
            yield StoredAttachment(row=self._attachments.get(document_id))

    def add_document(self, document: DocumentUpload) -> bool:
        """Add a stored file's row; False when its id is here already."""
        with self._database.write() as statements:
            if _is_known(statements, document.id):
                return False
            statements.rows("rows/documents/insert", _columns(document))
        return True

    def add_upload(
        self, document: DocumentUpload, upload: InvoiceUpload | BankTransactionUpload
    ) -> bool:
        """Add an upload with its stored file's row; False when its id or its bytes are here."""
        is_invoices = isinstance(upload, InvoiceUpload)
        name = "invoice_upload" if is_invoices else "bank_upload"
        with self._database.write() as statements:
            claimed = statements.first("rows/transfer/claimed", {"file_hash": upload.file_hash})
            if claimed or _is_known(statements, document.id):
                return False
            statements.rows("rows/documents/insert", _columns(document))
            statements.rows(f"rows/transfer/insert_{name}", self._upload_columns(upload))
        return True

    def add_deletion(self, upload_id: str, deleted_at: dt.datetime, deleted_by: str) -> None:
        """Put an upload that was just added into the bin, as it was."""
        with self._database.write() as statements:
            params = {"upload_id": upload_id, "now": deleted_at, "by": deleted_by}
            statements.rows("rows/deletions/add", params)

    def add_run(self, run: ReconciliationMatch) -> bool:
        """Add a run; False when its id is here already.

        Raises:
            NotFoundError: an upload that it draws on is not here.
        """
        columns = _columns(run)
        del columns["id"], columns["document"]
        columns["reconciliation_match_json"] = self._json(run.document)
        with self._database.write() as statements:
            if _is_known(statements, run.reconciliation_id):
                return False
            for source in run.document.source_documents:
                if not _is_known(statements, source.upload_id):
                    raise NotFoundError("upload", source.upload_id)
            statements.rows("rows/transfer/insert_reconciliation", columns)
        return True

    def add_attachment(self, attachment: Attachment) -> bool:
        """Add a version of a paper with its stored file's row; False when it is here already."""
        found, document = _columns(attachment), attachment.document.fields
        columns = {
            "document_id": attachment.id,
            "document_number": document.number,
            "document_date": document.date,
            "party": document.party,
            "total_amount": document.total,
            "currency": document.currency,
            "attachment_json": self._json(attachment.document),
            **{name: found[name] for name in _OF_ATTACHMENT},
        }
        with self._database.write() as statements:
            if _is_known(statements, attachment.id):
                return False
            statements.rows("rows/documents/insert", _columns(attachment, DocumentUpload))
            statements.rows("rows/transfer/insert_attachment", columns)
        return True

    def _upload_columns(self, upload: InvoiceUpload | BankTransactionUpload) -> Row:
        columns = _columns(upload)
        del columns["id"]
        text = self._json(columns.pop("document"))
        if isinstance(upload, InvoiceUpload):
            columns["invoice_json"] = text
            columns["currency_summary"] = as_json(upload.currency_summary)
            columns["vendor_summary"] = as_json(upload.vendor_summary)
        else:
            columns["bank_transaction_json"] = text
            columns["transaction_type_summary"] = as_json(upload.transaction_type_summary)
        return columns

    def _json(self, document: Any) -> str | None:
        return None if document is None else encode(document, max_bytes=self._max_json_bytes)

    def _column(self, name: str, column: str) -> list[str]:
        with self._database.read() as statements:
            return [row[column] for row in statements.rows(f"rows/transfer/{name}")]


def _columns(record: Any, kind: type | None = None) -> Row:
    """The columns of a row's record by name, or those of ``kind``; its document stays a record."""
    return {field.name: getattr(record, field.name) for field in fields(kind or type(record))}


def _is_known(statements: Statements, row_id: str) -> bool:
    return statements.first("rows/transfer/known", {"id": row_id}) is not None
