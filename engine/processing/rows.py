"""Finds an upload's row without knowing of which kind it is."""

from typing import TypeAlias

from engine.errors import NotFoundError
from engine.records import BankTransactionUpload, InvoiceUpload
from engine.records.uploads import UploadKind
from engine.store import Store
from engine.store.uploads import BankUploads, InvoiceUploads

UploadRow: TypeAlias = InvoiceUpload | BankTransactionUpload


def kind_of(store: Store, upload_id: str) -> UploadKind:
    """Whether the upload is an invoice file or a statement.

    Raises:
        NotFoundError: there is no such upload.
    """
    kind = store.find(upload_id)
    if kind is None:
        raise NotFoundError("upload", upload_id)
    return kind


def table_of(store: Store, upload_id: str) -> tuple[InvoiceUploads | BankUploads, UploadKind]:
    """The rows among which the upload is, and its kind.

    Raises:
        NotFoundError: there is no such upload.
    """
    kind = kind_of(store, upload_id)
    return (store.invoices if kind == "invoice" else store.bank), kind


def row_of(store: Store, upload_id: str) -> UploadRow:
    """The upload's row with its record.

    Raises:
        NotFoundError: there is no such upload.
    """
    return table_of(store, upload_id)[0].get(upload_id)
