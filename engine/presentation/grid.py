"""Rows of records as a table that people edit, and their edits as records again.

A table editor speaks JSON: an amount that was typed comes back as a float, a date as text. What
it did not touch never passes through it: unchanged cells keep the record's exact values.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, TypeVar

import msgspec

from engine.presentation.entry import typed_amount, typed_currency, typed_date, typed_text
from engine.presentation.fields import DOUBT_BELOW, FieldState
from engine.presentation.text import UNKNOWN, counted, exact
from engine.records import SEEN, Invoice, LineItem, Transaction
from engine.records.statement_checks import figure_check

T = TypeVar("T")
R = TypeVar("R", Invoice, Transaction)

_KINDS: Final[Mapping[type, Mapping[str, str]]] = {
    LineItem: {
        "description": "text",
        "quantity": "number",
        "unit_price": "number",
        "tax_rate": "number",
        "amount": "amount",
    },
    Transaction: {
        "date": "date",
        "value_date": "date",
        "description": "words",
        "amount": "amount",
        "balance": "amount",
        "currency": "currency",
        "reference": "text",
        "counterparty": "text",
        "type": "choice",
    },
    Invoice: {
        "invoice_number": "text",
        "invoice_date": "date",
        "due_date": "date",
        "vendor_name": "text",
        "currency": "currency",
        "total_amount": "amount",
    },
}


def editable_cells(kind: type) -> frozenset[str]:
    """Names of the fields of a kind of record (a line, an item, an invoice) that can be typed.

    Raises:
        KeyError: no table shows such records.
    """
    return frozenset(_KINDS[kind])


def edited(
    rows: Sequence[T],
    edits: Mapping[str, Any],
    new: Callable[[int], T],
    currency_of: Callable[[T], str | None],
) -> tuple[T, ...]:
    """``rows`` after a table editor's ``edits``.

    Args:
        rows: the records that the table showed, in its order.
        edits: ``edited_rows`` (row number to changed cells), ``added_rows``, ``deleted_rows``.
        new: makes an empty record; its argument counts the added rows from 0.
        currency_of: gives the decimals that a record's amounts have.

    Raises:
        InvalidInputError: a cell cannot be read.
    """
    changed = dict(enumerate(rows))
    for number, cells in edits.get("edited_rows", {}).items():
        index = int(number)
        if index in changed:
            changed[index] = _with_cells(changed[index], cells, currency_of)
    for number in edits.get("deleted_rows", ()):
        changed.pop(int(number), None)
    added = [
        _with_cells(new(count), cells, currency_of)
        for count, cells in enumerate(edits.get("added_rows", ()))
    ]
    return (*changed.values(), *added)


def edited_by_id(
    records: Sequence[R], shown_ids: Sequence[str], edits: Mapping[str, Any]
) -> tuple[R, ...]:
    """``records`` after changes of cells in a table that showed those with ``shown_ids``.

    Rows are found by id, so the table may show some of them only, and the records may be newer
    than the table; a record that is gone meanwhile stays gone.

    Raises:
        InvalidInputError: a cell cannot be read.
    """
    cells = {
        shown_ids[int(row)]: changes
        for row, changes in edits.get("edited_rows", {}).items()
        if int(row) < len(shown_ids)
    }
    return tuple(
        _with_cells(record, cells[id_of(record)], lambda found: found.currency)
        if id_of(record) in cells
        else record
        for record in records
    )


def moved(edits: Mapping[str, Any], shown_ids: Sequence[str], ids: Sequence[str]) -> dict[str, Any]:
    """``edits`` of a table of the records ``shown_ids``, for a table of the records ``ids``."""
    places = {record_id: index for index, record_id in enumerate(ids)}
    known = {row: places.get(record_id) for row, record_id in enumerate(shown_ids)}
    return {
        "edited_rows": {
            place: cells
            for row, cells in edits.get("edited_rows", {}).items()
            if (place := known.get(int(row))) is not None
        },
        "deleted_rows": [
            place
            for row in edits.get("deleted_rows", ())
            if (place := known.get(int(row))) is not None
        ],
        "added_rows": list(edits.get("added_rows", ())),
    }


def edit_words(edits: Mapping[str, Any], labels: Mapping[str, str], noun: str) -> str:
    """What somebody did in a table, in a few words: "Amount: 12.5", "3 lines changed"."""
    changed, added = edits.get("edited_rows", {}), edits.get("added_rows", ())
    deleted = edits.get("deleted_rows", ())
    if len(changed) == 1 and not added and not deleted:
        cells = next(iter(changed.values()))
        if len(cells) == 1:
            name, value = next(iter(cells.items()))
            return f"{labels.get(name, name)}: {UNKNOWN if value in (None, '') else value}"
    parts = [
        f"{counted(len(rows), noun)} {verb}"
        for rows, verb in ((changed, "changed"), (added, "added"), (deleted, "deleted"))
        if rows
    ]
    return ", ".join(parts)


def id_of(record: Invoice | Transaction) -> str:
    """What names a record within its file."""
    return record.invoice_id if isinstance(record, Invoice) else record.transaction_id


def _with_cells(record: T, cells: Mapping[str, Any], currency_of: Callable[[T], str | None]) -> T:
    kinds = _KINDS[type(record)]
    known = {name: cell for name, cell in cells.items() if name in kinds}
    currency = known.get("currency") or currency_of(record)
    values = {name: cell_value(kinds[name], cell, currency) for name, cell in known.items()}
    return msgspec.structs.replace(record, **values)  # type: ignore[type-var]


def cell_value(kind: str, cell: Any, currency: str | None) -> Any:
    """What a table editor's cell means.

    Raises:
        InvalidInputError: it is no value of that kind.
    """
    if kind == "words":
        return typed_text(str(cell or "")) or ""
    if cell is None or cell == "":
        return None
    if kind in ("amount", "number"):
        return _decimal(cell, currency if kind == "amount" else None)
    if kind == "date":
        return cell if isinstance(cell, dt.date) else typed_date(str(cell)[:10])
    if kind == "currency":
        return typed_currency(str(cell))
    return cell if kind == "choice" else typed_text(str(cell))


def _decimal(cell: Any, currency: str | None) -> Decimal | None:
    if isinstance(cell, str):
        return typed_amount(cell, currency)
    number = exact(cell, currency) if currency else Decimal(str(cell))
    return number if number != number.to_integral_value() or currency else number.quantize(1)


def state_of_line(line: Transaction) -> FieldState:
    """What to think of a bank line: sums that fail first, then a person's hand, then doubt."""
    if any(map(figure_check, line.checks)):
        return "failed"
    words = [place.note for place in line.provenance.values() if place.source == "user"]
    if words:
        return "seen" if all(note == SEEN for note in words) else "changed"
    return "doubtful" if line.checks or line.confidence < DOUBT_BELOW else "sure"
