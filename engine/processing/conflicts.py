"""Two people changed the same record: what each of them changed, side by side. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from engine.processing.differences import differences
from engine.processing.rows import UploadDocument
from engine.records import BankDocument, Invoice, InvoiceDocument, Transaction

Record = TypeVar("Record", Invoice, Transaction)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One value: what both saw, what I want it to be, and what it is now.

    ``target`` is its path as in the history. ``is_both`` says that both changed it.
    """

    target: str
    seen: Any
    mine: Any
    theirs: Any
    is_both: bool


def conflicts(
    seen: UploadDocument, mine: UploadDocument, theirs: UploadDocument
) -> tuple[Conflict, ...]:
    """Every value that one of two changes of ``seen`` touched, those of both first."""
    ours, others = _changes(seen, mine), _changes(seen, theirs)
    told = [
        Conflict(
            target=path,
            seen=(ours.get(path) or others[path])[0],
            mine=ours[path][1] if path in ours else others[path][0],
            theirs=others[path][1] if path in others else ours[path][0],
            is_both=path in ours and path in others,
        )
        for path in dict.fromkeys((*ours, *others))
    ]
    return tuple(sorted(told, key=lambda found: not found.is_both))


def _changes(old: UploadDocument, new: UploadDocument) -> dict[str, tuple[Any, Any]]:
    """Before and after of each changed value, by its path; a record that came or went is one."""
    if isinstance(old, InvoiceDocument) and isinstance(new, InvoiceDocument):
        return _of_records("invoices", old.invoices, new.invoices)
    if isinstance(old, BankDocument) and isinstance(new, BankDocument):
        header = _of_record("statement_info", old.statement_info, new.statement_info)
        return header | _of_records("transactions", old.transactions, new.transactions)
    return {}


def _of_records(
    name: str,
    old: Sequence[Record],
    new: Sequence[Record],
) -> dict[str, tuple[Any, Any]]:
    known = {_id_of(record): (place, record) for place, record in enumerate(old)}
    found: dict[str, tuple[Any, Any]] = {}
    for place, record in enumerate(new):
        before = known.pop(_id_of(record), None)
        if before is None:
            found[f"{name}[{place}]"] = (None, record)
        elif before[1] != record:
            found |= _of_record(f"{name}[{before[0]}]", before[1], record)
    for place, record in known.values():
        found[f"{name}[{place}]"] = (record, None)
    return found


def _of_record(target: str, old: msgspec.Struct, new: msgspec.Struct) -> dict[str, tuple[Any, Any]]:
    changes, _ = differences(old, new)
    return {f"{target}.{change.path}": (change.before, change.after) for change in changes}


def _id_of(record: Record) -> str:
    return record.invoice_id if isinstance(record, Invoice) else record.transaction_id
