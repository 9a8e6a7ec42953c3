"""What people said of a file, carried over to what a newer reading gives. Pure.

A record of the newer reading takes the id of its counterpart among the earlier ones, and every
value that a person gave or accepted there. Where people arranged the records themselves (added,
removed, split, merged), or one that they spoke of has no counterpart, the earlier records stay.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from engine.processing.rechecking import recheck_invoice
from engine.processing.rechecking_statements import recheck_statement
from engine.records import (
    AuditEntry,
    BankDocument,
    Invoice,
    InvoiceDocument,
    ProcessingInfo,
    Provenance,
    StatementInfo,
    Transaction,
    summarise_invoices,
    summarise_transactions,
)

T = TypeVar("T", Invoice, Transaction)
D = TypeVar("D", InvoiceDocument, BankDocument)
Corrected = TypeVar("Corrected", Invoice, Transaction, StatementInfo)
Document = InvoiceDocument | BankDocument

STAYED: Final = "The file was read again; its records stay as people arranged them."
READING_TAKEN_BACK: Final = "take back reading"
"""The action of a history that undoes the last reading."""
OTHER_KIND: Final = "The file was read again: earlier corrections are in the history only."

_ARRANGED: Final = frozenset({"add", "remove", "split", "merge", "take out", "put back"})
_TARGET: Final = re.compile(r"(?:(?:invoices|transactions)\[(\d+)\]|statement_info)\.(\w+)")
_LEVELS: Final = 2
_TOLERANCE: Final = 0.01
"""Share of a page by which a line may lie elsewhere in a newer reading."""


def carried_over(old: Document, new: Document, *, is_in_use: bool) -> Document:
    """``new`` with what people said of ``old``; its history is that of ``new``.

    Args:
        old: the file's record so far.
        new: what was read now.
        is_in_use: whether a reconciliation draws on the records: then none of them may go.
    """
    if isinstance(old, InvoiceDocument) and isinstance(new, InvoiceDocument):
        return _invoices(old, new, is_in_use)
    if isinstance(old, BankDocument) and isinstance(new, BankDocument):
        return _statement(old, new, is_in_use)
    if not _has_words(old):
        return new
    if isinstance(new, BankDocument):
        return _warned(new, OTHER_KIND)
    return _warned(new, OTHER_KIND)


def _invoices(old: InvoiceDocument, new: InvoiceDocument, is_in_use: bool) -> InvoiceDocument:
    pairs = _pairs(old.invoices, new.invoices, _invoice_keys)
    cleared = _cleared(old.audit_trail)
    if _must_stay(old, old.invoices, pairs, cleared, is_in_use):
        stayed = replace(new, invoices=old.invoices, extraction_summary=old.extraction_summary)
        return _warned(stayed, STAYED)
    ids = _ids(old.upload_id, old.invoices, new.invoices, pairs)
    invoices = []
    for place, found in enumerate(new.invoices):
        named = replace(found, invoice_id=ids[place])
        earlier = pairs.get(place)
        if earlier is not None:
            known = old.invoices[earlier]
            said = _with_words(named, known, cleared.get(earlier, frozenset()))
            kept = tuple(c for c in known.corrections if _is_word(known, c.field, said))
            named = recheck_invoice(named, replace(said, corrections=kept))
        invoices.append(named)
    result = tuple(invoices)
    return replace(new, invoices=result, extraction_summary=summarise_invoices(result))


def _statement(old: BankDocument, new: BankDocument, is_in_use: bool) -> BankDocument:
    pairs = _pairs(old.transactions, new.transactions, _line_keys)
    cleared = _cleared(old.audit_trail)
    info = _with_words(new.statement_info, old.statement_info, cleared.get(None, frozenset()))
    if _must_stay(old, old.transactions, pairs, cleared, is_in_use):
        lines = old.transactions
        new = _warned(new, STAYED)
    else:
        ids = _ids(old.upload_id, old.transactions, new.transactions, pairs)
        lines = tuple(
            _with_words(
                replace(found, transaction_id=ids[place]),
                old.transactions[pairs[place]] if place in pairs else found,
                cleared.get(pairs.get(place, -1), frozenset()),
            )
            for place, found in enumerate(new.transactions)
        )
    info, lines = recheck_statement(info, lines)
    return replace(
        new,
        statement_info=info,
        transactions=lines,
        extraction_summary=summarise_transactions(lines),
    )


def _must_stay(
    old: Document,
    records: Sequence[Invoice | Transaction],
    pairs: dict[int, int],
    cleared: dict[int | None, frozenset[str]],
    is_in_use: bool,
) -> bool:
    """Whether the earlier records stay: people arranged them, or one would be missed."""
    if STAYED in old.processing_info.warnings or _arranged(old.audit_trail):
        return True
    lost = set(range(len(records))) - set(pairs.values())
    spoken_of = {place for place, record in enumerate(records) if _words(record)}
    spoken_of |= {place for place in cleared if place is not None}
    return bool(lost) and (is_in_use or not lost.isdisjoint(spoken_of))


def _arranged(trail: Sequence[AuditEntry]) -> bool:
    """Whether people arranged the records since the file was read last."""
    actions = [entry.action for entry in trail]
    readings = [-1]
    for place, action in enumerate(actions):
        if action == "read":
            readings.append(place)
        elif action == READING_TAKEN_BACK and len(readings) > 1:
            readings.pop()
    return not _ARRANGED.isdisjoint(actions[readings[-1] + 1 :])


def _cleared(trail: Iterable[AuditEntry]) -> dict[int | None, frozenset[str]]:
    """The fields whose value a person took away, by the record's place; None for the header."""
    last: dict[tuple[int | None, str], bool] = {}
    for entry in trail:
        found = _TARGET.fullmatch(entry.target)
        if found and entry.action == "edit":
            place = None if found[1] is None else int(found[1])
            last[place, found[2]] = entry.after is None
    fields: dict[int | None, set[str]] = {}
    for (place, field), is_cleared in last.items():
        if is_cleared:
            fields.setdefault(place, set()).add(field)
    return {place: frozenset(names) for place, names in fields.items()}


def _pairs(
    old: Sequence[T], new: Sequence[T], keys: Callable[[T], Sequence[object]]
) -> dict[int, int]:
    """By the place of a newer record, that of its counterpart; the surest keys pair first."""
    old_keys, new_keys = [keys(record) for record in old], [keys(record) for record in new]
    pairs: dict[int, int] = {}
    for level in range(_LEVELS):
        paired = set(pairs.values())
        free: dict[object, list[int]] = {}
        for place in reversed(range(len(old))):
            if place not in paired:
                free.setdefault(old_keys[place][level], []).append(place)
        for place, found in enumerate(new_keys):
            waiting = free.get(found[level])
            if place not in pairs and waiting:
                pairs[place] = waiting.pop()
    return pairs


def _invoice_keys(invoice: Invoice) -> Sequence[object]:
    regions = tuple((one.page, one.bbox) for one in invoice.regions)
    return ((invoice.pages, regions), invoice.pages or invoice.invoice_id)


def _line_keys(line: Transaction) -> Sequence[object]:
    place = next((p for p in line.provenance.values() if p.page and p.bbox), None)
    said = (line.page, line.date, line.amount, line.balance, line.description)
    if place is None or place.bbox is None:
        return (said, (line.page, line.transaction_id))
    height = round((place.bbox[1] + place.bbox[3]) / 2 / _TOLERANCE)
    return (said, (place.page, height))


def _ids(
    upload_id: str, old: Sequence[T], new: Sequence[T], pairs: dict[int, int]
) -> dict[int, str]:
    """The id of every newer record: its counterpart's, or one that nobody had."""
    ids = {place: _id_of(old[earlier]) for place, earlier in pairs.items()}
    taken = {_id_of(record) for record in old}
    for place, record in enumerate(new):
        if place in ids:
            continue
        own, number = _id_of(record), len(old) + len(new)
        while own in taken:
            number += 1
            own = f"{upload_id}-{number}"
        ids[place] = own
        taken.add(own)
    return ids


def _id_of(record: Invoice | Transaction) -> str:
    return record.invoice_id if isinstance(record, Invoice) else record.transaction_id


def _with_words(found: Corrected, known: Corrected, cleared: frozenset[str]) -> Corrected:
    """``found`` with the fields of ``known`` that have a person's word."""
    fields = _words(known)
    gone = {name for name in cleared if getattr(known, name, "") in (None, "", ())}
    if found is known or not (fields or gone):
        return found
    values: dict[str, Any] = {name: getattr(known, name) for name in fields | gone}
    provenance: dict[str, Provenance] = {
        path: place for path, place in found.provenance.items() if _field(path) not in fields | gone
    }
    provenance |= {
        path: place for path, place in known.provenance.items() if _field(path) in fields
    }
    return replace(found, **values, provenance=provenance)


def _words(record: Invoice | Transaction | StatementInfo) -> set[str]:
    """The fields of a record that a person gave or accepted."""
    return {_field(path) for path, place in record.provenance.items() if place.source == "user"}


def _is_word(known: Invoice, field: str, said: Invoice) -> bool:
    return getattr(known, field, None) == getattr(said, field, None)


def _field(path: str) -> str:
    found = re.match(r"\w+", path)
    return found[0] if found else path


def _has_words(document: Document) -> bool:
    if isinstance(document, InvoiceDocument):
        return any(map(_words, document.invoices))
    return bool(_words(document.statement_info)) or any(map(_words, document.transactions))


def _warned(document: D, warning: str) -> D:
    known: ProcessingInfo = document.processing_info
    warnings = tuple(dict.fromkeys((*known.warnings, warning)))
    return replace(document, processing_info=replace(known, warnings=warnings))
