"""The rows of the four tables, column by column, as one record each."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from engine.records.bank import BankDocument
from engine.records.invoice import InvoiceDocument
from engine.records.reconciliation import ReconciliationDocument

DocumentType = Literal[
    "PO",
    "Invoice",
    "GRN",
    "Job Work",
    "Production",
    "Expense",
    "Tally Import",
    "Bank Statement",
    "Other",
]
UploadStatus = Literal[
    "pending", "processing", "completed", "partial", "failed", "confirmed", "rejected"
]
UploadKind = Literal["invoice", "bank"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentUpload:
    """A stored file. ``file_path`` is relative to the upload folder; times are UTC."""

    id: str
    file_name: str
    file_path: str
    doc_type: DocumentType
    related_module: str | None
    related_id: str | None
    upload_by: str
    upload_at: dt.datetime
    file_hash: str
    file_size: int
    mime_type: str

    @property
    def is_attachment(self) -> bool:
        """Whether it belongs to something else than an upload of its own."""
        return self.related_id != self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """The columns that both upload tables share.

    ``confidence_score`` is from 0 to 1, or None before the file is read. ``row_version`` starts
    at 1 and rises with every update; an update must name the version it read.
    """

    id: int
    upload_id: str
    file_name: str
    file_path: str
    file_hash: str
    file_size: int
    pages_total: int | None
    mime_type: str
    upload_timestamp: dt.datetime
    processing_start: dt.datetime | None
    processing_end: dt.datetime | None
    processing_duration_seconds: float | None
    ocr_engine: str
    confidence_score: float | None
    status: UploadStatus
    error_message: str | None
    created_at: dt.datetime
    updated_at: dt.datetime
    row_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceUpload(Upload):
    """A row of ``production_invoice_uploads``; ``document`` is None until the file was read."""

    document: InvoiceDocument | None
    total_invoices_found: int | None
    total_invoices_processed: int | None
    total_amount: Decimal | None
    currency_summary: dict[str, Decimal]
    vendor_summary: dict[str, int]
    date_range_start: dt.date | None
    date_range_end: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BankTransactionUpload(Upload):
    """A row of ``production_bank_uploads``; ``document`` is None until the file was read."""

    document: BankDocument | None
    account_number: str | None
    account_name: str | None
    bank_name: str | None
    statement_period_start: dt.date | None
    statement_period_end: dt.date | None
    opening_balance: Decimal | None
    closing_balance: Decimal | None
    total_debits: Decimal | None
    total_credits: Decimal | None
    currency: str | None
    statement_type: str | None
    total_transactions_found: int | None
    total_transactions_processed: int | None
    transaction_type_summary: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciliationMatch:
    """A row of ``production_reconciliation_matches``: one run."""

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
    document: ReconciliationDocument
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
