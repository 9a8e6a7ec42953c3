"""The board as a PDF: the figures as cards, charts of spend, cash and ageing, and the tables."""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from engine.exports import ExportTable, number, text
from engine.presentation import moment
from engine.presentation.series import monthly, months_of, spend_series
from engine.reports.board import Board
from engine.reports.board_tables import (
    ageing_table,
    causes_table,
    correctness_table,
    engines_table,
    reviewers_table,
    runs_table,
    speed_table,
)
from engine.reports.figures import Figure
from engine.reports.pdf_pieces import RULE, SOFT, WIDTH, bars, landscape_pdf, table_of, words

_CURRENCIES: Final = 3
_FUNNEL: Final = (text("step", "Step"), number("files", "Files"), number("invoices", "Invoices"))


def board_pdf(board: Board, zone: dt.tzinfo) -> bytes:
    """A landscape A4 document."""
    made = f"As of {moment(board.made_at, zone)}"
    return landscape_pdf("Matchbook dashboard", made, _story(board, zone, made))


def _story(board: Board, zone: dt.tzinfo, made: str) -> Iterable[Flowable]:
    yield words("Matchbook dashboard", size=18, bold=True)
    yield words(" · ".join((made, *board.filters.words())), colour=SOFT)
    yield Spacer(1, 5 * mm)
    yield _cards(board.figures)
    for currency in _currencies(board):
        charts = [chart for chart in _charts(board, currency) if chart is not None]
        if charts:
            yield KeepTogether(
                [
                    Spacer(1, 6 * mm),
                    words(f"Money in {currency}", 13, bold=True),
                    Table([charts], colWidths=[WIDTH / len(charts)] * len(charts)),
                ]
            )
    yield from table_of(ageing_table(board), zone)
    yield from table_of(ExportTable("Funnel of invoice files", _FUNNEL, board.funnel), zone)
    yield from table_of(causes_table(board), zone)
    yield from table_of(correctness_table(board), zone)
    yield from table_of(runs_table(board, zone), zone)
    yield from table_of(speed_table(board), zone)
    yield from table_of(reviewers_table(board), zone)
    yield from table_of(engines_table(board), zone)


def _cards(figures: Sequence[Figure]) -> Table:
    cells = [_card(figure) for figure in figures]
    rows = [cells[:3], cells[3:]]
    table = Table(rows, colWidths=[WIDTH / 3] * 3)
    table.setStyle(
        TableStyle(
            [("BOX", (x, y), (x, y), 0.6, RULE) for x in range(3) for y in range(2)]
            + [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
            ]
        )
    )
    return table


def _card(figure: Figure) -> list[Flowable]:
    change = f"{figure.change} against the period before" if figure.change else None
    return [
        words(figure.label, colour=SOFT),
        words(figure.value, size=16, bold=True),
        *(words(line, size=8) for line in figure.below),
        *([words(change, size=8)] if change else []),
        *([words(figure.target.words, size=8, bold=True)] if figure.target else []),
        words(figure.definition, size=6.5, colour=SOFT),
    ]


def _currencies(board: Board) -> list[str]:
    counts: dict[str, int] = {}
    for row, field in (
        *((row, "invoices") for row in board.spend),
        *((row, "transactions") for row in board.cash),
    ):
        if row["currency"]:
            counts[row["currency"]] = counts.get(row["currency"], 0) + row[field]
    return sorted(counts, key=lambda code: (-counts[code], code))[:_CURRENCIES]


def _charts(board: Board, currency: str) -> list[Flowable | None]:
    spend = [row for row in board.spend if row["currency"] == currency]
    cash = [row for row in board.cash if row["currency"] == currency]
    ageing = [row for row in board.ageing if row["currency"] == currency]
    spent = spend_series(spend, 4) if spend else []
    return [
        bars(
            "Spend by vendor and month",
            [f"{month:%b %y}" for month in months_of(spend)],
            [(name, amounts) for name, amounts in spent],
            is_stacked=True,
        ),
        bars(
            "Cash in and out",
            [f"{month:%b %y}" for month in months_of(cash)],
            [("In", monthly(cash, "money_in")), ("Out", monthly(cash, "money_out"))]
            if cash
            else [],
        ),
        bars("Open by days overdue", *_ages(ageing)),
    ]


def _ages(rows: Sequence[dict[str, Any]]) -> tuple[list[str], list[tuple[str, list[Decimal]]]]:
    ways = {"payable": "To pay", "receivable": "To come in"}
    buckets = list(dict.fromkeys(row["bucket"] for row in rows))
    series = []
    for direction, name in ways.items():
        own = {row["bucket"]: row["amount_open"] for row in rows if row["direction"] == direction}
        if own:
            series.append((name, [own.get(bucket, Decimal(0)) for bucket in buckets]))
    return buckets, series
