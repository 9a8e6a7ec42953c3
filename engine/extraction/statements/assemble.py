"""Pages in, one statement out: the steps of reading a statement in their order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Final

from msgspec import structs

from engine.extraction.beside import Beside, when_asked
from engine.extraction.context import Context
from engine.extraction.letting_go import let_go_later
from engine.extraction.statements.dating import Calendar, calendar_of
from engine.extraction.statements.header.account_type import account_type
from engine.extraction.statements.header.accounts.own_accounts import own_accounts
from engine.extraction.statements.header.bank_name import bank_name
from engine.extraction.statements.header.card import kind_of
from engine.extraction.statements.header.currency import currency
from engine.extraction.statements.header.found import Found
from engine.extraction.statements.header.holder.holder import holder
from engine.extraction.statements.header.information import Header, statement_info
from engine.extraction.statements.header.leftwards import in_reading_order
from engine.extraction.statements.header.numbers.account_number import account_numbers
from engine.extraction.statements.header.numbers.glued_labels import with_labels_apart
from engine.extraction.statements.header.numbers.identities import identity
from engine.extraction.statements.header.numbers.in_rows import card_in_rows, holders_address
from engine.extraction.statements.header.numbers.standing import standing_number
from engine.extraction.statements.header.period import Period, period_of
from engine.extraction.statements.header.printed_totals import printed_totals
from engine.extraction.statements.header.statement_dates import dates_outside, year_of
from engine.extraction.statements.lines.cells import TypedLine, typed_lines
from engine.extraction.statements.lines.heard import with_heard_figures
from engine.extraction.statements.lines.notation import notation_of
from engine.extraction.statements.lines.printed_dates import PrintedDate
from engine.extraction.statements.memos.read import Memo
from engine.extraction.statements.page_boxes import info_on_pages, transactions_on_pages
from engine.extraction.statements.rows.tables import read_tables
from engine.extraction.statements.solving.checks import statement_checks
from engine.extraction.statements.solving.day_doubts import ToldDays
from engine.extraction.statements.solving.doubts import Doubt, doubts_of, doubts_of_direction
from engine.extraction.statements.solving.lost_rows import may_have_rows
from engine.extraction.statements.solving.row_words import RowWords, row_words
from engine.extraction.statements.solving.second_readings import SecondReadings
from engine.extraction.statements.solving.settle import Settled
from engine.extraction.statements.solving.side_sums import sides_prove
from engine.extraction.statements.solving.solve import lines_of_rows, solve
from engine.extraction.statements.solving.verdict import Verdict, verdict_of
from engine.extraction.statements.transactions import (
    RowDates,
    printed_date,
    read_rows,
    transactions_of,
)
from engine.extraction.statements.two_currencies import with_currencies_apart
from engine.reading.cell_reading import CellReading
from engine.reading.page import Page
from engine.reading.straight import StraightPages
from engine.records.bank import StatementInfo, Transaction

_OWN_SHARE: Final = 0.56
"""Part of the transactions that is not given to others: what they make must be sent."""

_MANY_ROWS: Final = 1000
"""Rows from which it takes its time to free what was needed to read them."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: its header, and its transactions in the file's order."""

    info: StatementInfo
    transactions: tuple[Transaction, ...]

    @property
    def proof(self) -> str:
        """The sentence that says how far its own arithmetic proves it."""
        return self.info.proof.sentence


def extract_statement(
    pages: Sequence[Page],
    context: Context,
    readings: Sequence[CellReading] = (),
    beside: Beside = when_asked,
) -> Statement:
    """The statement that ``pages`` print, whatever bank it is of.

    Transaction ids are the upload's id and the row's number from 1. What the pages do not say is
    None; rows that do not agree with the printed balances are kept and say so in their checks.

    Args:
        pages: the document's pages, in order.
        context: the upload.
        readings: second readings of figures on recognised pages, where there are any.
        beside: who does part of the work beside the rest, if there is a second core for it.
    """
    sheets = StraightPages(pages)
    flat = [
        replace(read, bbox=sheets.box_on_sheet(read.page_number, read.bbox)) for read in readings
    ]
    reading = read_pages(sheets.pages, context.upload_id, flat, beside)
    if len(reading.settled.rows) >= _MANY_ROWS:
        let_go_later(sheets, reading)
    statement = reading.statement_by(beside)
    if sheets.is_same:
        return statement
    return replace(
        statement,
        info=info_on_pages(statement.info, sheets),
        transactions=transactions_on_pages(statement.transactions, sheets),
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of straight pages: all that a statement's records say follows from it.

    ``memos`` are what the rows' memos say.
    """

    settled: Settled
    header: Header
    calendar: Calendar
    rows: RowDates
    doubts: tuple[Doubt, ...]
    verdict: Verdict
    memos: list[Memo]

    @property
    def statement(self) -> Statement:
        """The records."""
        return self.statement_by(when_asked)

    def statement_by(self, beside: Beside) -> Statement:
        """The records, the last of the transactions made by ``beside``."""
        info = structs.replace(
            statement_info(self.settled, self.header, self.calendar),
            proof=self.verdict.proof,
            checks=statement_checks(self.settled, self.calendar),
        )
        lines_of = partial(
            transactions_of,
            self.settled,
            self.header,
            self.calendar,
            self.rows,
            self.verdict,
            self.doubts,
            self.memos,
        )
        rows = len(self.settled.rows)
        own = round(_OWN_SHARE * rows)
        rest = beside(partial(lines_of, range(own, rows)), rows, list[Transaction])
        return Statement(info, (*lines_of(range(own)), *rest()))


def read_pages(
    pages: Sequence[Page],
    upload_id: str,
    readings: Sequence[CellReading] = (),
    beside: Beside = when_asked,
) -> Reading:
    """The reading of straight pages; ``readings`` have boxes of the same pages."""
    notation = notation_of([word for page in pages for word in page.words])
    pages = with_heard_figures(pages, readings, whole=notation.whole) if readings else pages
    lines, begins = with_currencies_apart(typed_lines(pages, notation))
    table = read_tables(lines)
    table.begins = begins
    row_lines = lines_of_rows(table.rows)
    kind = kind_of(lines, row_lines, table.roles)
    card = kind == "card"
    seconds = SecondReadings(readings, whole=notation.whole)
    settled = solve(table, lines, seconds, is_card=card, whole=notation.whole)
    row_lines = lines_of_rows(settled.rows)
    read = in_reading_order(lines)
    owner = holder(read, row_lines) if lines else None
    known = frozenset(table.day_lines.union(marker.line for marker in table.markers))
    holder_name = owner.value if owner else None
    words_of = partial(row_words, settled, lines, known, card, holder_name, table.headers)
    words_read = beside(words_of, len(settled.rows), RowWords)
    header = _header(lines, read, settled, row_lines, owner, card)
    calendar = _calendar(lines, settled, row_lines, header)
    rows = read_rows(settled, header, calendar, upload_id)
    told = ToldDays(
        rows.printed, rows.days, calendar, header.span, table.headers, table.has_stated_days
    )
    words = words_read()
    doubts = [
        *doubts_of(settled, told, lines, known, words.doubtful),
        *doubts_of_direction(settled, is_open=kind == "open", is_card=card),
    ]
    verdict = verdict_of(
        settled,
        rows.days,
        doubts,
        rows.numbers,
        rows.ids,
        by_sums=_sums_prove(settled, header),
        is_unread=not settled.rows and may_have_rows(lines, known),
    )
    return Reading(settled, header, calendar, rows, tuple(doubts), verdict, words.memos)


def _sums_prove(settled: Settled, header: Header) -> bool:
    """Whether the printed sums of both sides are those of the rows, of the only account."""
    totals = header.totals
    credits, debits = (
        Decimal(found.value) if found else None for found in (totals.credits, totals.debits)
    )
    return len(settled.segments) == 1 and sides_prove(settled.signed, credits, debits)


def _header(
    lines: Sequence[TypedLine],
    read: Sequence[TypedLine],
    settled: Settled,
    row_lines: frozenset[int],
    owner: Found | None,
    card: bool,
) -> Header:
    if not lines:
        return Header(is_card=card)
    near = frozenset(number for row in settled.rows for number in row.lines)
    numbers = account_numbers(read, row_lines, is_card=card, near_lines=near)
    if not numbers and card:
        numbers = card_in_rows(read, settled.rows)
    if not numbers:
        standing = standing_number(with_labels_apart(read, row_lines), row_lines, near)
        numbers = [standing] if standing is not None else identity(read, row_lines, near)
        numbers = numbers or holders_address(read, row_lines)
    code = currency(read, settled.rows, row_lines)
    owners = own_accounts(settled, numbers, code, lines)
    return Header(
        is_card=card,
        numbers=tuple(numbers),
        holder=owner,
        bank=bank_name(read),
        currency=code,
        account_type=account_type(read, row_lines | near),
        totals=printed_totals(read, row_lines | near, [item.value for item in settled.signed]),
        accounts=dict(zip(settled.segments, owners, strict=True)),
        period=_period(read, row_lines, near, _printed_dates(settled)),
        lines=tuple(lines),
    )


def _period(
    lines: Sequence[TypedLine],
    row_lines: frozenset[int],
    near_lines: frozenset[int],
    dates: Sequence[PrintedDate],
) -> Period:
    """The period outside all rows; where none is printed there, outside those with dates."""
    period = period_of(lines, row_lines | near_lines, dates)
    return period if period.start is not None else period_of(lines, row_lines, dates)


def _calendar(
    lines: Sequence[TypedLine], settled: Settled, row_lines: frozenset[int], header: Header
) -> Calendar:
    return calendar_of(
        _printed_dates(settled),
        header.span,
        dates_outside(lines, row_lines),
        month_first=header.currency_code == "USD",
        year=year_of(lines),
    )


def _printed_dates(settled: Settled) -> list[PrintedDate]:
    return [date for row in settled.rows if (date := printed_date(row)) is not None]
