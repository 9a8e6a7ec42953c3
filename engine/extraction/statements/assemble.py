"""Pages in, one statement out: the steps of reading a statement in their order."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from engine.extraction.context import Context
from engine.extraction.statements.account_currency import currency
from engine.extraction.statements.account_number import account_numbers
from engine.extraction.statements.card import is_card
from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.confidence import certainty_of, row_confidence
from engine.extraction.statements.dating import Calendar, calendar_of
from engine.extraction.statements.describe import counterparty_of, reference_of, type_of
from engine.extraction.statements.information import Header, statement_info
from engine.extraction.statements.lines.cells import TypedLine, typed_lines
from engine.extraction.statements.lines.money import notation_of
from engine.extraction.statements.lines.printed_dates import PrintedDate
from engine.extraction.statements.names import bank_name, holder
from engine.extraction.statements.period import dates_outside, span_of, year_of
from engine.extraction.statements.provenance import place
from engine.extraction.statements.rows.memo import cut_width, joined
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.rows.tables import read_tables
from engine.extraction.statements.solving.chain import stretches
from engine.extraction.statements.solving.figures import named_figures
from engine.extraction.statements.solving.settle import Settled, settle
from engine.reading.page import Page
from engine.records.bank import StatementInfo, Transaction
from engine.records.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: its header, and its transactions in the file's order.

    ``proof`` is the sentence that says how far its own arithmetic proves it.
    """

    info: StatementInfo
    transactions: tuple[Transaction, ...]
    proof: str = ""


def extract_statement(pages: Sequence[Page], context: Context) -> Statement:
    """The statement that ``pages`` print, whatever bank it is of.

    Transaction ids are the upload's id and the row's number from 1. What the pages do not say is
    None; rows that do not agree with the printed balances are kept and say so in their checks.
    """
    notation = notation_of([word for page in pages for word in page.words])
    lines = typed_lines(pages, notation)
    table = read_tables(lines)
    row_lines = _lines_of_rows(table.rows)
    figures = named_figures(lines, table.markers, row_lines)
    card = is_card(lines, row_lines, table.roles)
    settled = settle(table, figures, len(lines), is_card=card)
    header = _header(lines, settled, row_lines, card)
    calendar = _calendar(lines, settled, row_lines, header.currency_code)
    info, proof = statement_info(settled, header, calendar)
    return Statement(info, _transactions(settled, header, calendar, context), proof)


def _lines_of_rows(rows: Sequence[Row]) -> frozenset[int]:
    """Lines that are surely transactions: those of dated rows where any row is dated."""
    dated = [row for row in rows if "date" in row.dates]
    return frozenset(number for row in dated or rows for number in row.lines)


def _header(
    lines: Sequence[TypedLine], settled: Settled, row_lines: frozenset[int], card: bool
) -> Header:
    if not lines:
        return Header(is_card=card)
    return Header(
        is_card=card,
        numbers=tuple(account_numbers(lines, row_lines)),
        holder=holder(lines, row_lines),
        bank=bank_name(lines),
        currency=currency(lines, settled.rows, row_lines),
        span=span_of(lines, row_lines),
        lines=tuple(lines),
    )


def _calendar(
    lines: Sequence[TypedLine], settled: Settled, row_lines: frozenset[int], code: str | None
) -> Calendar:
    dates = [date for row in settled.rows if (date := printed_date(row)) is not None]
    return calendar_of(
        dates,
        span_of(lines, row_lines),
        dates_outside(lines, row_lines),
        month_first=code == "USD",
        year=year_of(lines),
    )


def printed_date(row: Row) -> PrintedDate | None:
    """The row's date as printed, on the row or above its group."""
    cell = row.dates.get("date") or row.group
    return cell.date if cell is not None else None


def _transactions(
    settled: Settled, header: Header, calendar: Calendar, context: Context
) -> tuple[Transaction, ...]:
    gaps = _gap_sentences(settled)
    width = cut_width(_texts(row) for row in settled.rows)
    near: dt.date | None = None
    result = []
    for segment, proof in zip(settled.segments, settled.proofs, strict=True):
        number = header.number_for(segment)
        for index in range(segment.first, segment.last):
            row = settled.rows[index]
            printed = printed_date(row)
            day = calendar.day(printed, near) if printed is not None else None
            near = day or near
            covered = index - segment.first in proof.chain.covered
            result.append(
                _transaction(
                    settled,
                    index,
                    header,
                    calendar,
                    day,
                    transaction_id=f"{context.upload_id}-{index + 1}",
                    account_number=number,
                    checks=gaps.get(index, ()),
                    covered=covered,
                    closes=proof.closes,
                    width=width,
                )
            )
    return tuple(result)


def _transaction(
    settled: Settled,
    index: int,
    header: Header,
    calendar: Calendar,
    day: dt.date | None,
    *,
    transaction_id: str,
    account_number: str | None,
    checks: tuple[str, ...],
    covered: bool,
    closes: bool | None,
    width: int | None,
) -> Transaction:
    row, signed = settled.rows[index], settled.signed[index]
    texts = _texts(row)
    description = joined(texts, width)
    kind = type_of(description, signed.value, is_card=header.is_card)
    words = [word for text in row.texts for word in text]
    words += [word for cell in row.money.values() for word in cell.words]
    confidence = row_confidence(
        signed.source,
        covered=covered,
        in_gap=bool(checks),
        closes=closes,
        has_date=day is not None and calendar.year_known,
        has_amount=signed.value is not None,
        has_text=bool(description),
        certainty=certainty_of(words, row.source),
    )
    return Transaction(
        transaction_id=transaction_id,
        account_number=account_number,
        page=row.page_number,
        date=day,
        value_date=_other_day(row, calendar, day),
        description=description,
        amount=signed.value,
        balance=settled.balances[index],
        currency=header.currency_code,
        reference=_reference(row, description),
        counterparty=counterparty_of(texts, kind),
        type=kind,
        confidence=confidence,
        checks=checks,
        provenance=_provenance(row, confidence),
    )


def _texts(row: Row) -> list[str]:
    return [" ".join(word.text for word in words) for words in row.texts]


def _other_day(row: Row, calendar: Calendar, day: dt.date | None) -> dt.date | None:
    cell = row.dates.get("value_date") or row.dates.get("post_date")
    if cell is None or cell.date is None:
        return None
    return calendar.day_beside(cell.date, day)


def _reference(row: Row, description: str) -> str | None:
    words = row.notes.get("reference")
    printed = " ".join(word.text for word in words) if words else ""
    return printed or reference_of(description)


def _provenance(row: Row, confidence: float) -> dict[str, Provenance]:
    places: dict[str, Provenance] = {}
    amount = next(
        (row.money[r] for r in ("amount", "debit", "credit") if _is_nonzero(row, r)), None
    )
    amount = amount or next((c for r, c in row.money.items() if r != "balance"), None)
    date = row.dates.get("date") or row.group
    for name, cell in (("date", date), ("amount", amount), ("balance", row.balance)):
        if cell is not None:
            places[name] = place(cell.words, row.page_number, row.source, confidence)
    words = [word for text in row.texts for word in text]
    if words:
        places["description"] = place(words, row.page_number, row.source, confidence)
    return places


def _is_nonzero(row: Row, role: Role) -> bool:
    cell = row.money.get(role)
    return cell is not None and cell.money is not None and bool(cell.money.value)


def _gap_sentences(settled: Settled) -> dict[int, tuple[str, ...]]:
    """For each row before a balance that does not follow: the sentence that says so."""
    sentences: dict[int, tuple[str, ...]] = {}
    for segment, proof in zip(settled.segments, settled.proofs, strict=True):
        for gap, indexes in stretches(proof.chain, segment.last - segment.first):
            text = (
                f"The balance {gap.printed:.2f} does not follow from the one before: "
                f"{gap.expected:.2f} would."
            )
            for index in indexes:
                sentences[segment.first + index] = (text,)
    return sentences
