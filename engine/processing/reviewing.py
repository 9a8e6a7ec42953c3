"""What people change: every changed field becomes one audit entry and says "user" from then on.

Pure: takes the stored record and the wanted one, gives the record to store.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, TypeVar

import msgspec

from engine.errors import InvalidInputError
from engine.records import (
    AuditEntry,
    BankDocument,
    Invoice,
    InvoiceDocument,
    Provenance,
    StatementInfo,
    Transaction,
    append_entry,
    summarise_invoices,
    summarise_transactions,
)

T = TypeVar("T", Invoice, Transaction, StatementInfo)

# What a person does not edit: it follows from the rest, or is the record's identity.
_FOLLOWS: Final = frozenset(
    {"invoice_id", "transaction_id", "confidence", "checks", "provenance", "pages"}
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who changes something, and when (UTC)."""

    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One field with its value before and after, None where there was or is no value."""

    path: str
    before: Any
    after: Any


def edit_invoices(
    stored: InvoiceDocument, wanted: Sequence[Invoice], signature: Signature
) -> InvoiceDocument:
    """The document with ``wanted`` as its invoices and one history entry for each change.

    Raises:
        InvalidInputError: two invoices have the same id, or an id is empty.
    """
    invoices, trail = _edit(
        stored.invoices, wanted, "invoice_id", "invoices", stored.audit_trail, signature
    )
    return msgspec.structs.replace(
        stored,
        invoices=invoices,
        extraction_summary=summarise_invoices(invoices),
        audit_trail=trail,
    )


def edit_statement(
    stored: BankDocument,
    info: StatementInfo,
    wanted: Sequence[Transaction],
    signature: Signature,
) -> BankDocument:
    """The document with this header and these transactions, one history entry for each change.

    Raises:
        InvalidInputError: two transactions have the same id, or an id is empty.
    """
    changes = list(_changes(stored.statement_info, info, ""))
    trail = _signed(stored.audit_trail, changes, "statement_info", signature)
    transactions, trail = _edit(
        stored.transactions, wanted, "transaction_id", "transactions", trail, signature
    )
    return msgspec.structs.replace(
        stored,
        statement_info=_by_user(stored.statement_info, info, changes),
        transactions=transactions,
        extraction_summary=summarise_transactions(transactions),
        audit_trail=trail,
    )


def _edit(
    stored: Sequence[T],
    wanted: Sequence[T],
    id_name: str,
    collection: str,
    trail: Sequence[AuditEntry],
    signature: Signature,
) -> tuple[tuple[T, ...], tuple[AuditEntry, ...]]:
    """The records as they are to be stored, and the history with every change to them."""
    ids = [getattr(record, id_name) for record in wanted]
    if len(set(ids)) < len(ids) or not all(ids):
        raise InvalidInputError(f"Every one of the {collection} needs an id of its own.")
    before = {getattr(record, id_name): (i, record) for i, record in enumerate(stored)}
    result: list[T] = []
    history = tuple(trail)
    for index, record in enumerate(wanted):
        record_id = ids[index]
        if record_id in before:
            position, old = before.pop(record_id)
            changes = list(_changes(old, record, ""))
            history = _signed(history, changes, f"{collection}[{position}]", signature)
        else:
            old = None
            changes = list(_changes(type(record)(**{id_name: record_id}), record, ""))
            history = _entry(
                history, "add", f"{collection}[{index}]", None, _summary(record), signature
            )
        result.append(_by_user(old, record, changes))
    for position, old in before.values():
        history = _entry(
            history, "remove", f"{collection}[{position}]", _summary(old), None, signature
        )
    return tuple(result), history


def _changes(old: Any, new: Any, prefix: str) -> Iterator[Change]:
    """Field by field, going into nested records and lists of records."""
    for name in old.__struct_fields__:
        if name in _FOLLOWS:
            continue
        before, after = getattr(old, name), getattr(new, name)
        path = f"{prefix}{name}"
        if isinstance(before, tuple) and isinstance(after, tuple):
            yield from _changes_in_list(before, after, path)
        elif isinstance(before, msgspec.Struct) and isinstance(after, msgspec.Struct):
            yield from _changes(before, after, f"{path}.")
        elif not _is_same(before, after):
            yield Change(path, before, after)


def _changes_in_list(
    before: tuple[Any, ...], after: tuple[Any, ...], path: str
) -> Iterator[Change]:
    for index in range(max(len(before), len(after))):
        old = before[index] if index < len(before) else None
        new = after[index] if index < len(after) else None
        if isinstance(old, msgspec.Struct) and isinstance(new, msgspec.Struct):
            yield from _changes(old, new, f"{path}[{index}].")
        elif not _is_same(old, new):
            yield Change(f"{path}[{index}]", old, new)


def _is_same(before: Any, after: Any) -> bool:
    """Equal as a person sees it: 5 and 5.00 are two ways to write one amount."""
    return bool(before == after)


def _by_user(old: Any, new: T, changes: Sequence[Change]) -> T:
    """``new`` with the provenance of its changed fields saying that a person typed them."""
    provenance = dict(old.provenance if old is not None else {})
    for change in changes:
        known = provenance.pop(change.path, None)
        if change.after is not None:
            provenance[change.path] = Provenance(
                page=known.page if known else None,
                bbox=known.bbox if known else None,
                text=known.text if known else None,
                confidence=1.0,
                source="user",
            )
    return msgspec.structs.replace(new, provenance=provenance)


def _signed(
    trail: Sequence[AuditEntry], changes: Sequence[Change], target: str, signature: Signature
) -> tuple[AuditEntry, ...]:
    history = tuple(trail)
    for change in changes:
        history = _entry(
            history,
            "edit",
            f"{target}.{change.path}",
            _shown(change.before),
            _shown(change.after),
            signature,
        )
    return history


def _entry(
    trail: tuple[AuditEntry, ...],
    action: str,
    target: str,
    before: str | None,
    after: str | None,
    signature: Signature,
) -> tuple[AuditEntry, ...]:
    return append_entry(
        trail,
        at=signature.at,
        by=signature.by,
        action=action,
        target=target,
        before=before,
        after=after,
    )


def _shown(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dt.date):
        return value.isoformat()
    return msgspec.json.encode(value).decode() if isinstance(value, msgspec.Struct) else str(value)


def _summary(record: Invoice | Transaction | StatementInfo) -> str:
    """What an added or removed record was, in a few words."""
    parts: tuple[Any, ...] = (getattr(record, "account_number", None),)
    if isinstance(record, Invoice):
        parts = (record.invoice_number, record.vendor_name, record.total_amount, record.currency)
    elif isinstance(record, Transaction):
        parts = (record.date, record.description, record.amount, record.currency)
    return " · ".join(_shown(part) or "–" for part in parts)
