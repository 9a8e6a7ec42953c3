"""What a paper can be attached to: an upload, an invoice or a line in it, a run, a match in it.

Records of other programs are taken at their word: a module of theirs and an id.
"""

import re
from typing import Final

from engine.errors import InvalidInputError, NotFoundError
from engine.processing.rows import row_of
from engine.records import BankDocument, InvoiceDocument
from engine.store import Store

OWN_MODULES: Final = ("invoice", "bank", "reconciliation")
"""Modules whose records are looked up here; a match's id is the run's, a colon, and its own."""

_MODULE = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.:/-]{0,199}")


def require_target(store: Store, related_module: str, related_id: str) -> None:
    """Make sure that the record exists.

    Raises:
        InvalidInputError: no module or id can be written so.
        NotFoundError: there is no such record of ours.
    """
    if not _MODULE.fullmatch(related_module):
        raise InvalidInputError(
            f"There is no module “{related_module}”.",
            f"Modules are {', '.join(OWN_MODULES)}, or another program's: small letters.",
        )
    if not _ID.fullmatch(related_id):
        raise InvalidInputError(
            "This is no id of a record.", "Ids are letters, figures and . : / _ -."
        )
    if related_module == "reconciliation":
        _require_match(store, related_id)
    elif related_module in OWN_MODULES:
        _require_record(store, related_module, related_id)


def _require_match(store: Store, related_id: str) -> None:
    run_id, _, match_id = related_id.partition(":")
    run = store.reconciliations.get(run_id)
    document = run.document
    if match_id and all(m.match_id != match_id for m in (*document.matched, *document.partial)):
        raise NotFoundError("match", match_id)


def _require_record(store: Store, related_module: str, related_id: str) -> None:
    upload_id, is_part = related_id, False
    try:
        kind = store.find(upload_id)
    except NotFoundError:
        upload_id, is_part = related_id.rpartition("-")[0], True
        if not upload_id:
            raise
        kind = store.find(upload_id)
    if kind != related_module:
        raise NotFoundError(related_module, related_id)
    if is_part:
        document = row_of(store, upload_id).document
        if related_id not in _ids(document):
            raise NotFoundError(related_module, related_id)


def _ids(document: InvoiceDocument | BankDocument | None) -> set[str]:
    if isinstance(document, InvoiceDocument):
        return {invoice.invoice_id for invoice in document.invoices}
    if isinstance(document, BankDocument):
        return {line.transaction_id for line in document.transactions}
    return set()
