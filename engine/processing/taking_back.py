"""Takes a person's changes back: the record becomes what it was, places and confidence too. Pure.

The history grows: what was changed back stands in it like any other change.
"""

import msgspec

from engine.errors import InvalidInputError
from engine.processing.reviewing import edit_invoices, edit_statement, write_entry
from engine.processing.rows import UploadDocument
from engine.processing.signature import Signature
from engine.records import (
    AuditEntry,
    BankDocument,
    InvoiceDocument,
    summarise_invoices,
    summarise_transactions,
)


def taken_back(
    stored: UploadDocument, earlier: UploadDocument, signature: Signature
) -> UploadDocument:
    """``stored`` with exactly the records of ``earlier``, an earlier version of the same file.

    Raises:
        InvalidInputError: it is another file's.
        RecordInvalidError: a record has a value that cannot be stored.
    """
    if isinstance(stored, InvoiceDocument) and isinstance(earlier, InvoiceDocument):
        _require_same(stored.upload_id, earlier.upload_id)
        trail = edit_invoices(stored, earlier.invoices, signature).audit_trail
        return msgspec.structs.replace(
            stored,
            invoices=earlier.invoices,
            extraction_summary=summarise_invoices(earlier.invoices),
            audit_trail=_told(stored.audit_trail, trail, signature),
        )
    if isinstance(stored, BankDocument) and isinstance(earlier, BankDocument):
        _require_same(stored.upload_id, earlier.upload_id)
        info, lines = earlier.statement_info, earlier.transactions
        trail = edit_statement(stored, info, lines, signature).audit_trail
        return msgspec.structs.replace(
            stored,
            statement_info=info,
            transactions=lines,
            extraction_summary=summarise_transactions(lines),
            audit_trail=_told(stored.audit_trail, trail, signature),
        )
    raise InvalidInputError("These records are of another kind of file.")


def _require_same(upload_id: str, other_id: str) -> None:
    if upload_id != other_id:
        raise InvalidInputError("These records are of another file.")


def _told(
    before: tuple[AuditEntry, ...], after: tuple[AuditEntry, ...], signature: Signature
) -> tuple[AuditEntry, ...]:
    """``after``, or an entry of its own where no value differs but who stands for it."""
    if len(after) > len(before):
        return after
    trail = list(before)
    write_entry(trail, "take back", "row", None, None, signature)
    return tuple(trail)
