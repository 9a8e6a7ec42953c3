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
            "target": figure.target.words if figure.target else None,
            "counts": "; ".join(figure.below),
            "definition": figure.definition,
        }
        for figure in board.figures
    ]
    columns = (
        text("figure", "Figure"),
        text("value", "Value"),
        text("change", "Against the period before"),
        text("target", "Target"),
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
        reviewers_table(board),
        engines_table(board),
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


def reviewers_table(board: Board) -> ExportTable:
    """What each person did."""
    columns = (
        text("who", "Who"),
        number("files_confirmed", "Files confirmed"),
        number("median_seconds_to_confirm", "Median seconds to confirm"),
        number("corrections", "Corrections"),
        number("matches_confirmed", "Matches confirmed"),
        number("matches_rejected", "Matches rejected"),
    )
    return ExportTable("By reviewer", columns, board.reviewers)


def engines_table(board: Board) -> ExportTable:
    """How well pages were read, by what recognised them."""
    columns = (
        text("engine", "Read by"),
        number("files", "Files"),
        number("pages", "Pages"),
        share("mean_confidence", "Mean confidence"),
        number("corrections", "Corrections"),
        number("values_read", "Values"),
        number("median_seconds_per_page", "Median seconds a page"),
    )
    rows = [{**row, "engine": row["ocr_engine"] or "Text in the file"} for row in board.engines]
    return ExportTable("By OCR engine", columns, rows)
