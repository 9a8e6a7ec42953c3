"""The records of a statement's rows: what the chosen reading of each row says."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from engine.extraction.statements.confidence import certainty_of, row_confidence
from engine.extraction.statements.dating import Calendar
from engine.extraction.statements.header.information import Header
from engine.extraction.statements.lines.printed_dates import PrintedDate
from engine.extraction.statements.memos.read import read_memos
from engine.extraction.statements.provenance import place
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.checks import row_checks, rows_in_gaps
from engine.extraction.statements.solving.doubts import Doubt
from engine.extraction.statements.solving.settle import Settled
from engine.extraction.statements.solving.signs import amount_cell
from engine.extraction.statements.solving.verdict import Verdict
from engine.reading.page import Word
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
    days: list[dt.date | None] = []
    near: dt.date | None = None
    for date in printed:
        day = calendar.day(date, near) if date is not None else None
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
) -> tuple[Transaction, ...]:
    """The transactions in the file's order."""
    checks = row_checks(settled, doubts)
    memos = read_memos(
        settled.rows,
        [signed.value for signed in settled.signed],
        is_card=header.is_card,
        holder=header.holder.value if header.holder else None,
    )
    result = []
    for segment, proof, number in zip(settled.segments, settled.proofs, rows.numbers, strict=True):
        in_gap = rows_in_gaps(segment, proof)
        for index in range(segment.first, segment.last):
            row, signed = settled.rows[index], settled.signed[index]
            memo = memos[index]
            confidence = row_confidence(
                signed.source,
                covered=index in verdict.vouched and proof.closes is not True,
                in_gap=index in in_gap,
                closes=proof.closes,
                has_date=rows.days[index] is not None and calendar.year_known,
                has_amount=signed.value is not None,
                has_text=bool(memo.description),
                certainty=certainty_of(_words(row), row.source),
            )
            transaction = Transaction(
                transaction_id=rows.ids[index],
                account_number=number,
                page=row.page_number,
                date=rows.days[index],
                value_date=_other_day(row, calendar, rows.days[index]),
                description=memo.description,
                amount=signed.value,
                balance=settled.balances[index],
                currency=header.currency_for(segment),
                reference=memo.reference,
                counterparty=memo.counterparty,
                type=memo.type,
                confidence=confidence,
                repairs=settled.repairs.get(index, ()),
                checks=checks.get(index, ()),
                provenance=_provenance(row, confidence),
            )
            result.append(transaction)
    return tuple(result)


def _words(row: Row) -> list[Word]:
    words = [word for text in row.texts for word in text]
    return words + [word for cell in row.money.values() for word in cell.words]


def _other_day(row: Row, calendar: Calendar, day: dt.date | None) -> dt.date | None:
    cell = row.dates.get("value_date") or row.dates.get("post_date")
    if cell is None or cell.date is None:
        return None
    return calendar.day_beside(cell.date, day)


def _provenance(row: Row, confidence: float) -> dict[str, Provenance]:
    places: dict[str, Provenance] = {}
    amount = amount_cell(row)
    date = row.dates.get("date") or row.group
    for name, cell in (("date", date), ("amount", amount), ("balance", row.balance)):
        if cell is not None:
            places[name] = place(cell.words, row.page_number, row.source, confidence)
    words = [word for text in row.texts for word in text]
    if words:
        places["description"] = place(words, row.page_number, row.source, confidence)
    return places
