"""The records of a statement's rows: what the chosen reading of each row says."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.extraction.statements.confidence.judge import Part, judge_rows, load_row_model
from engine.extraction.statements.confidence.signals import signals_of
from engine.extraction.statements.dating import Calendar
from engine.extraction.statements.header.accounts.row_currency import row_currency
from engine.extraction.statements.header.information import Header
from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.lines.printed_dates import PrintedDate
from engine.extraction.statements.memos.read import Memo
from engine.extraction.statements.provenance import place
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.checks import row_checks
from engine.extraction.statements.solving.closing_charges import closing_charges
from engine.extraction.statements.solving.doubts import Doubt
from engine.extraction.statements.solving.principal import PRINCIPAL
from engine.extraction.statements.solving.settle import Settled
from engine.extraction.statements.solving.signs import amount_cell, moving_cell
from engine.extraction.statements.solving.verdict import Verdict
from engine.records.bank import Transaction
from engine.records.provenance import Provenance


@dataclass(frozen=True, slots=True)
class RowDates:
    """The ids and dates of all rows, and the account number of each segment.

    ``printed`` are the dates as they stand on the page, ``days`` what they mean.
    """

    ids: tuple[str, ...]
    printed: tuple[PrintedDate | None, ...]
    days: tuple[dt.date | None, ...]
    numbers: tuple[str | None, ...]


def read_rows(settled: Settled, header: Header, calendar: Calendar, upload_id: str) -> RowDates:
    """The rows' ids (the upload's and the row's number from 1) and what their dates mean."""
    printed = tuple(printed_date(row) for row in settled.rows)
    at_closing = closing_charges(settled.rows, is_card=header.is_card) if header.span.end else ()
    days: list[dt.date | None] = []
    near: dt.date | None = None
    for index, date in enumerate(printed):
        day = calendar.day(date, near) if date is not None else None
        if index in at_closing and calendar.end is not None and (day is None or day < calendar.end):
            day = calendar.end
        near = day or near
        days.append(day)
    return RowDates(
        ids=tuple(f"{upload_id}-{index + 1}" for index in range(len(printed))),
        printed=printed,
        days=tuple(days),
        numbers=tuple(header.number_for(segment) for segment in settled.segments),
    )


def printed_date(row: Row) -> PrintedDate | None:
    """The row's date as printed, on the row or above its group."""
    cell = row.dates.get("date") or row.group
    return cell.date if cell is not None else None


def transactions_of(
    settled: Settled,
    header: Header,
    calendar: Calendar,
    rows: RowDates,
    verdict: Verdict,
    doubts: Sequence[Doubt],
    memos: Sequence[Memo],
    wanted: range,
) -> list[Transaction]:
    """The transactions of the rows that are ``wanted``, in the file's order."""
    checks = row_checks(settled, doubts)
    signals = signals_of(settled, verdict, doubts, is_card=header.is_card, wanted=wanted)
    judged = dict(zip(wanted, judge_rows(signals, load_row_model()), strict=True))
    result = []
    for segment, number in zip(settled.segments, rows.numbers, strict=True):
        code = header.currency_for(segment)
        for index in range(max(segment.first, wanted.start), min(segment.last, wanted.stop)):
            row, memo = settled.rows[index], memos[index]
            transaction = Transaction(
                transaction_id=rows.ids[index],
                account_number=number,
                page=row.page_number,
                date=rows.days[index],
                value_date=_other_day(row, calendar, rows.days[index]),
                description=memo.description,
                amount=settled.signed[index].value,
                balance=settled.balances[index],
                currency=row_currency(row, code),
                reference=memo.reference,
                counterparty=memo.counterparty,
                type=memo.type,
                confidence=judged[index]["row"],
                repairs=settled.repairs.get(index, ()),
                checks=checks.get(index, ()),
                provenance=_provenance(row, judged[index]),
            )
            result.append(transaction)
    return result


def _other_day(row: Row, calendar: Calendar, day: dt.date | None) -> dt.date | None:
    cell = row.dates.get("value_date") or row.dates.get("post_date")
    if cell is None or cell.date is None:
        return None
    return calendar.day_beside(cell.date, day)


def _provenance(row: Row, chances: Mapping[Part, float]) -> dict[str, Provenance]:
    places: dict[str, Provenance] = {}
    amount = amount_cell(row)
    date = row.dates.get("date") or row.group
    known: tuple[tuple[str, Part, Cell | None], ...] = (
        ("date", "date", date),
        ("amount", "amount", amount),
        ("balance", "amount", row.balance),
    )
    for name, part, cell in known:
        if cell is not None:
            places[name] = place(cell.words, row.page_number, row.source, chances[part])
    repaid = moving_cell(row)
    if repaid is not None and repaid is not amount:
        places[PRINCIPAL] = place(repaid.words, row.page_number, row.source, chances["amount"])
    words = [word for text in row.texts for word in text]
    if words:
        chance = chances["description"]
        places["description"] = place(words, row.page_number, row.source, chance)
    return places
