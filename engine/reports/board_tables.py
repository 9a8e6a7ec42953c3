"""The board's rows as tables, for a workbook and for a PDF."""

import datetime as dt

from engine.exports import ExportTable, day, instant, money, number, share, text
from engine.presentation.proportions import proportion
from engine.reports.board import Board


def figures_table(board: Board) -> ExportTable:
    """The six figures with what they count and how they are defined."""
    rows = [
        {
            "figure": figure.label,
            "value": figure.value,
            "change": figure.change,
            "counts": "; ".join(figure.below),
            "definition": figure.definition,
        }
        for figure in board.figures
    ]
    columns = (
        text("figure", "Figure"),
        text("value", "Value"),
        text("change", "Against the period before"),
        text("counts", "Counts"),
        text("definition", "Definition"),
    )
    return ExportTable("Figures", columns, rows)


def board_tables(board: Board, zone: dt.tzinfo) -> tuple[ExportTable, ...]:
    """The figures and every chart's rows."""
    return (
        figures_table(board),
        ExportTable(
            "Open amounts",
            (
                text("currency", "Currency"),
                text("direction", "Direction"),
                number("invoices", "Invoices"),
                money("amount_open", "Open"),
                money("amount_overdue", "Overdue"),
                number("invoices_of_unknown_amount", "Invoices of unknown amount"),
            ),
            board.open_amounts,
        ),
        ageing_table(board),
        ExportTable(
            "Funnel",
            (text("step", "Step"), number("files", "Files"), number("invoices", "Invoices")),
            board.funnel,
        ),
        ExportTable(
            "Spend",
            (
                day("month", "Month"),
                text("vendor_name", "Vendor"),
                number("invoices", "Invoices"),
                money("amount", "Amount"),
                text("currency", "Currency"),
            ),
            board.spend,
        ),
        ExportTable(
            "Cash",
            (
                day("month", "Month"),
                number("transactions", "Bank lines"),
                money("money_in", "In"),
                money("money_out", "Out"),
                money("net", "Net"),
                text("currency", "Currency"),
            ),
            board.cash,
        ),
        causes_table(board),
        correctness_table(board),
        speed_table(board),
        runs_table(board, zone),
    )


def ageing_table(board: Board) -> ExportTable:
    """What is open by age, currency and direction."""
    columns = (
        text("currency", "Currency"),
        text("direction", "Direction"),
        text("bucket", "Days overdue"),
        number("invoices", "Invoices"),
        money("amount_open", "Open"),
    )
    return ExportTable("Ageing", columns, board.ageing)


def causes_table(board: Board) -> ExportTable:
    """Why files need a person."""
    return ExportTable(
        "Causes of doubt", (text("cause", "Cause"), number("files", "Files")), board.causes
    )


def correctness_table(board: Board) -> ExportTable:
    """How often records of a confidence were right."""
    rows = [
        {
            **row,
            "right": proportion(row["records_right"], row["records"]).share,
            "expected": float(row["expected"]),
        }
        for row in board.correctness
    ]
    columns = (
        text("kind", "Kind"),
        share("expected", "Mean confidence"),
        share("right", "Right"),
        number("records_right", "Records right"),
        number("records", "Records decided"),
    )
    return ExportTable("Confidence and correctness", columns, rows)


def speed_table(board: Board) -> ExportTable:
    """How long a page took to read."""
    columns = (
        day("month", "Month"),
        text("way", "Way"),
        number("files", "Files"),
        number("pages", "Pages"),
        number("median_seconds_per_page", "Median seconds a page"),
        number("slow_seconds_per_page", "Nine in ten under"),
    )
    return ExportTable("Reading time", columns, board.speed)


def runs_table(board: Board, zone: dt.tzinfo) -> ExportTable:
    """The match rate of each run."""
    columns = (
        instant("run_at", "Run"),
        text("run_by", "By"),
        share("match_rate", "Match rate"),
        number("total_invoices", "Invoices"),
        number("total_matches", "Matches"),
        number("partial_matches", "To look at"),
    )
    return ExportTable("Runs", columns, board.match_rates, zone)
