"""The rows of ``production_invoice_uploads`` and ``production_bank_uploads``."""

from decimal import Decimal

import msgspec

from engine.records import (
    BankDocument,
    BankTransactionUpload,
    InvoiceDocument,
    InvoiceUpload,
    decode,
    encode,
)
from engine.store.columns import bank_columns, invoice_columns
from engine.store.database import Row
from engine.store.upload_table import UploadTable


class InvoiceUploads(UploadTable[InvoiceDocument, InvoiceUpload]):
    """Uploaded files of invoices."""

    kind = "invoice"
    table = "invoice_uploads"

    def _columns(self, document: InvoiceDocument) -> dict[str, object]:
        return {
            **invoice_columns(document),
            "document": encode(document, max_bytes=self._max_json_bytes),
            "ocr_engine": document.processing_info.ocr_engine,
            "pages_total": document.file_info.pages_total,
        }

    def _record(self, row: Row) -> InvoiceUpload:
        text = row.pop("invoice_json")
        row["document"] = decode(text, InvoiceDocument) if text else None
        row["currency_summary"] = msgspec.json.decode(
            row["currency_summary"] or "{}", type=dict[str, Decimal]
        )
        row["vendor_summary"] = msgspec.json.decode(
            row["vendor_summary"] or "{}", type=dict[str, int]
        )
        return InvoiceUpload(**row)


class BankUploads(UploadTable[BankDocument, BankTransactionUpload]):
    """Uploaded bank and card statements."""

    kind = "bank"
    table = "bank_uploads"

    def _columns(self, document: BankDocument) -> dict[str, object]:
        return {
            **bank_columns(document),
            "document": encode(document, max_bytes=self._max_json_bytes),
            "ocr_engine": document.processing_info.ocr_engine,
            "pages_total": document.file_info.pages_total,
        }

    def _record(self, row: Row) -> BankTransactionUpload:
        text = row.pop("bank_transaction_json")
        row["document"] = decode(text, BankDocument) if text else None
        row["transaction_type_summary"] = msgspec.json.decode(
            row["transaction_type_summary"] or "{}", type=dict[str, int]
        )
        return BankTransactionUpload(**row)
