"""Corrections as programs send them: values by record and field, as a person would type them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import msgspec

from engine.api.uploads.bodies import Change
from engine.errors import InvalidInputError, VersionNeededError, WrongStateError
from engine.presentation.grid import editable_cells, edited_by_id
from engine.presentation.invoice_fields import with_invoice_field
from engine.presentation.statement_fields import with_statement_field
from engine.records import BankDocument, Invoice, InvoiceDocument, Transaction
from engine.records.uploads import UploadKind
from engine.services import Services

_ETAG: Final = re.compile(r'(?:W/)?"?(\d{1,18})"?')
_LINE_FIELDS: Final = editable_cells(Transaction)


def version_of(if_match: str | None) -> int:
    """The version that a request says it changes.

    Raises:
        VersionNeededError: it does not say.
        InvalidInputError: it is no version of a row.
    """
    if not if_match:
        raise VersionNeededError
    found = _ETAG.fullmatch(if_match.strip())
    if found is None:
        raise InvalidInputError("If-Match is not an ETag of a row.", 'It looks like "3".')
    return int(found[1])


def correct(
    engine: Services, upload_id: str, kind: UploadKind, changes: Sequence[Change], version: int
) -> int:
    """Make the corrections, all or none; the new row version.

    Raises:
        InvalidInputError: no such record or field, or a value that cannot be.
        StaleVersionError: somebody saved since ``version`` was read.
        WrongStateError: the upload is not open for corrections.
    """
    if kind == "invoice":
        row = engine.invoice_upload(upload_id)
        if row.document is None:
            raise WrongStateError("edit", row.status, ("completed", "partial"))
        invoices = _invoices(row.document, changes)
        return engine.save_invoices(upload_id, invoices, row_version=version)
    statement = engine.bank_upload(upload_id)
    if statement.document is None:
        raise WrongStateError("edit", statement.status, ("completed", "partial"))
    return _save_statement(engine, upload_id, statement.document, changes, version)


def _invoices(document: InvoiceDocument, changes: Sequence[Change]) -> list[Invoice]:
    invoices = {invoice.invoice_id: invoice for invoice in document.invoices}
    for change in changes:
        record_id = change.record_id
        if record_id is None and len(invoices) == 1:
            record_id = next(iter(invoices))
        invoice = invoices.get(record_id or "")
        if record_id is None or invoice is None:
            raise InvalidInputError(
                f"There is no invoice “{change.record_id or ''}” in this file.",
                "record_id is an invoice_id of the file.",
            )
        invoices[record_id] = with_invoice_field(invoice, change.field, change.value or "")
    return list(invoices.values())


def _save_statement(
    engine: Services,
    upload_id: str,
    document: BankDocument,
    changes: Sequence[Change],
    version: int,
) -> int:
    info = document.statement_info
    cells: dict[str, dict[str, str | None]] = defaultdict(dict)
    known = {line.transaction_id for line in document.transactions}
    for change in changes:
        if change.record_id is None:
            info = with_statement_field(info, change.field, change.value or "")
        elif change.record_id not in known:
            raise InvalidInputError(
                f"There is no line “{change.record_id}” in this statement.",
                "record_id is a transaction_id of the statement.",
            )
        elif change.field not in _LINE_FIELDS:
            raise InvalidInputError(f"A line has no field “{change.field}”.")
        else:
            cells[change.record_id][change.field] = change.value
    ids = list(cells)
    edits = {"edited_rows": {str(row): cells[line_id] for row, line_id in enumerate(ids)}}
    try:
        lines = edited_by_id(document.transactions, ids, edits)
    except msgspec.ValidationError as error:
        raise InvalidInputError(f"A value cannot be: {error}.") from None
    return engine.save_statement(upload_id, info, lines, row_version=version)
