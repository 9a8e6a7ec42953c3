"""What people change: every changed field becomes one history entry and says "user" from then on.

Pure: takes the stored record and the wanted one, gives the record to store.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

import msgspec

from engine.errors import InvalidInputError
from engine.processing.differences import Change, Move, differences
from engine.processing.rechecking import recheck_invoice
from engine.processing.rechecking_statements import recheck_statement
from engine.processing.signature import Signature
from engine.records import (
    AuditEntry,
    BankDocument,
    Invoice,
    InvoiceDocument,
    Provenance,
    StatementInfo,
    Transaction,
    append_entry,
    check_record,
    summarise_invoices,
    summarise_transactions,
)

T = TypeVar("T", Invoice, Transaction)
Editable = TypeVar("Editable", Invoice, Transaction, StatementInfo)


def edit_invoices(
    stored: InvoiceDocument, wanted: Sequence[Invoice], signature: Signature
) -> InvoiceDocument:
    """The document with ``wanted`` as its invoices and one history entry for each change.

    Raises:
        InvalidInputError: two invoices have the same id, or an id is empty.
        RecordInvalidError: an invoice has a value that cannot be stored.
    """
    ids = _ids(wanted, "invoice_id")
    trail = list(stored.audit_trail)
    invoices = _edit(stored.invoices, wanted, ids, "invoices", trail, signature)
    before = {invoice.invoice_id: invoice for invoice in stored.invoices}
    invoices = tuple(_rechecked(before.get(invoice.invoice_id), invoice) for invoice in invoices)
    return msgspec.structs.replace(
        stored,
        invoices=invoices,
        extraction_summary=summarise_invoices(invoices),
        audit_trail=tuple(trail),
    )


def _rechecked(before: Invoice | None, after: Invoice) -> Invoice:
    if after is before or after == before:
        return after
    return recheck_invoice(before or Invoice(invoice_id=after.invoice_id), after)


def edit_statement(
    stored: BankDocument,
    info: StatementInfo,
    wanted: Sequence[Transaction],
    signature: Signature,
) -> BankDocument:
    """The document with this header and these transactions, one history entry for each change.

    Raises:
        InvalidInputError: two transactions have the same id, or an id is empty.
        RecordInvalidError: the header or a transaction has a value that cannot be stored.
    """
    check_record(info)
    ids = _ids(wanted, "transaction_id")
    trail = list(stored.audit_trail)
    edited_info = _edit_one(stored.statement_info, info, "statement_info", trail, signature)
    lines = _edit(stored.transactions, wanted, ids, "transactions", trail, signature)
    if len(trail) > len(stored.audit_trail):
        edited_info, lines = recheck_statement(edited_info, lines)
    return msgspec.structs.replace(
        stored,
        statement_info=edited_info,
        transactions=lines,
        extraction_summary=summarise_transactions(lines),
        audit_trail=tuple(trail),
    )


def _ids(wanted: Sequence[Invoice] | Sequence[Transaction], name: str) -> list[str]:
    ids = [str(getattr(record, name)) for record in wanted]
    if len(set(ids)) < len(ids) or not all(ids):
        raise InvalidInputError(f"Every record needs its own {name}.")
    return ids


def _edit(
    stored: Sequence[T],
    wanted: Sequence[T],
    ids: Sequence[str],
    collection: str,
    trail: list[AuditEntry],
    signature: Signature,
) -> tuple[T, ...]:
    """The records as they are to be stored; every change to them is added to ``trail``.

    One that nobody changed is the stored object itself: of a long file that is nearly all of it.
    """
    left = {_id_of(record): (place, record) for place, record in enumerate(stored)}
    result: list[T] = []
    for place, (record_id, record) in enumerate(zip(ids, wanted, strict=True)):
        if record_id in left:
            old_place, old = left.pop(record_id)
            if record == old:
                result.append(old)
                continue
            check_record(record)
            target = f"{collection}[{old_place}]"
            result.append(_edit_one(old, record, target, trail, signature))
        else:
            check_record(record)
            result.append(_typed_in(record))
            write_entry(trail, "add", f"{collection}[{place}]", None, record, signature)
    for place, old in left.values():
        write_entry(trail, "remove", f"{collection}[{place}]", old, None, signature)
    return tuple(result)


def _id_of(record: Invoice | Transaction) -> str:
    return record.invoice_id if isinstance(record, Invoice) else record.transaction_id


def _edit_one(
    old: Editable, new: Editable, target: str, trail: list[AuditEntry], signature: Signature
) -> Editable:
    changes, moves = differences(old, new)
    for change in changes:
        path = f"{target}.{change.path}"
        write_entry(trail, "edit", path, change.before, change.after, signature)
    provenance = old.provenance
    # A line that was taken away is named by its old place, so it goes before the others move up.
    for change in changes:
        if change.is_line_removed:
            provenance = _by_user(provenance, change)
    provenance = _moved(provenance, moves)
    for change in changes:
        if not change.is_line_removed:
            provenance = _by_user(provenance, change)
    return msgspec.structs.replace(
        new, provenance=provenance, checks=old.checks, **_confidence_of(old)
    )


def _typed_in(record: T) -> T:
    """A record that a person added: they vouch for all of it."""
    empty: Invoice | Transaction
    if isinstance(record, Invoice):
        empty = Invoice(invoice_id=record.invoice_id)
    else:
        empty = Transaction(transaction_id=record.transaction_id)
    provenance: dict[str, Provenance] = {}
    for change in differences(empty, record)[0]:
        provenance = _by_user(provenance, change)
    return msgspec.structs.replace(record, provenance=provenance, checks=(), confidence=1.0)


def _confidence_of(record: Invoice | Transaction | StatementInfo) -> dict[str, float]:
    return {} if isinstance(record, StatementInfo) else {"confidence": record.confidence}


def _moved(provenance: Mapping[str, Provenance], moves: Sequence[Move]) -> dict[str, Provenance]:
    """The same places under the paths that their lines have now."""
    left = {move.before for move in moves}
    result = {
        path: place for path, place in provenance.items() if path.partition(".")[0] not in left
    }
    for move in moves:
        for path, place in provenance.items():
            if path.partition(".")[0] == move.before:
                result[move.after + path[len(move.before) :]] = place
    return result


def _by_user(provenance: Mapping[str, Provenance], change: Change) -> dict[str, Provenance]:
    """With the changed field said to come from a person; its place on the page is kept."""
    result = dict(provenance)
    if change.after is None:
        inside = (f"{change.path}.", f"{change.path}[")
        return {
            path: place
            for path, place in result.items()
            if path != change.path and not path.startswith(inside)
        }
    for path in _value_paths(change):
        known = result.get(path)
        result[path] = Provenance(
            page=known.page if known else None,
            bbox=known.bbox if known else None,
            text=known.text if known else None,
            confidence=1.0,
            source="user",
        )
    return result


def _value_paths(change: Change) -> Iterator[str]:
    """The paths of the values that a change brought: a whole line brings several."""
    if not isinstance(change.after, msgspec.Struct):
        yield change.path
        return
    for name in change.after.__struct_fields__:
        if getattr(change.after, name) is not None:
            yield f"{change.path}.{name}"


def write_entry(
    trail: list[AuditEntry],
    action: str,
    target: str,
    before: Any,
    after: Any,
    signature: Signature,
) -> None:
    """Add one entry to ``trail``; values are written as a person reads them."""
    entry = append_entry(
        trail[-1:],
        at=signature.at,
        by=signature.by,
        action=action,
        target=target,
        before=_shown(before),
        after=_shown(after),
    )[-1]
    trail.append(entry)


def _shown(value: Any) -> str | None:
    """A value as a person reads it in the history."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Invoice):
        return _joined(value.invoice_number, value.vendor_name, value.total_amount, value.currency)
    if isinstance(value, Transaction):
        return _joined(value.date, value.description, value.amount, value.currency)
    if isinstance(value, msgspec.Struct):
        return _joined(*(getattr(value, name) for name in value.__struct_fields__))
    return str(value)


def _joined(*values: Any) -> str:
    return " · ".join(_shown(value) or "–" for value in values)
