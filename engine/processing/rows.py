"""Finds an upload's row, and writes its record, without knowing of which kind it is."""

from typing import TypeAlias

from engine.records import (
    BankDocument,
    BankTransactionUpload,
    InvoiceDocument,
    InvoiceUpload,
)
from engine.records.uploads import UploadKind, UploadStatus
from engine.store import BankUploads, InvoiceUploads, Store

UploadRow: TypeAlias = InvoiceUpload | BankTransactionUpload
UploadDocument: TypeAlias = InvoiceDocument | BankDocument


def table_of(store: Store, upload_id: str) -> tuple[InvoiceUploads | BankUploads, UploadKind]:
    """The rows among which the upload is, and its kind.

    Raises:
        NotFoundError: there is no such upload.
    """
    kind = store.find(upload_id)
    return store.uploads(kind), kind


def row_of(store: Store, upload_id: str) -> UploadRow:
    """The upload's row with its record.

    Raises:
        NotFoundError: there is no such upload.
    """
    return table_of(store, upload_id)[0].get(upload_id)


def complete(
    store: Store,
    upload_id: str,
    document: UploadDocument,
    *,
    status: UploadStatus,
    confidence_score: float | None,
    row_version: int,
) -> None:
    """Write what was read, its summary columns and the status in one update.

    Raises:
        StaleVersionError: somebody saved since ``row_version`` was read.
        RecordInvalidError, RecordTooLargeError: the document cannot be stored.
    """
    if isinstance(document, InvoiceDocument):
        store.invoices.complete(
            upload_id,
            document,
            status=status,
            confidence_score=confidence_score,
            row_version=row_version,
        )
    else:
        store.bank.complete(
            upload_id,
            document,
            status=status,
            confidence_score=confidence_score,
            row_version=row_version,
        )


def save(
    store: Store,
    upload_id: str,
    document: UploadDocument,
    *,
    row_version: int,
    status: UploadStatus | None = None,
) -> int:
    """Write a person's changes in one update; the new row version.

    Raises: as ``complete`` does.
    """
    if isinstance(document, InvoiceDocument):
        return store.invoices.save_document(
            upload_id, document, row_version=row_version, status=status
        )
    return store.bank.save_document(upload_id, document, row_version=row_version, status=status)
