"""The sheet's rows as tables, for a workbook and for paper."""

import datetime as dt

from engine.exports import ExportTable, day, instant, money, number, share, text
from engine.presentation import day as day_words
from engine.presentation import listed, moment
from engine.reports.sign_off.sheet import SignOff

_FILES = 40


def sign_off_notes(sheet: SignOff, zone: dt.tzinfo) -> tuple[str, ...]:
    """What the sheet is about, and what it leaves out."""
    earlier_bills, earlier_lines = sheet.earlier
    notes = [
        f"Run of {moment(sheet.run_at, zone)} by {sheet.run_by}",
        f"Sheet made {moment(sheet.made_at, zone)} by {sheet.made_by}",
        f"Period of the bank lines: {_period(sheet)}",
        f"Drawn from {listed(sheet.file_names, _FILES)}",
    ]
    if sheet.waiting:
        notes.append(f"Not decided yet: {sheet.waiting:,} proposals")
    if earlier_bills or earlier_lines:
        notes.append(
            f"Settled by earlier runs and not in this sheet: {earlier_bills:,} invoices, "
            f"{earlier_lines:,} bank lines"
        )
    if sheet.copies:
        notes.append(f"Left out as copies of others: {sheet.copies:,}")
    return tuple(notes)


def _period(sheet: SignOff) -> str:
    if sheet.first_day is None and sheet.last_day is None:
        return "all"
    first = f"from {day_words(sheet.first_day)} " if sheet.first_day else ""
    return f"{first}to {day_words(sheet.last_day)}" if sheet.last_day else f"{first}on"


def totals_table(sheet: SignOff) -> ExportTable:
    """Both sides by currency."""
    columns = (
        text("side", "Side"),
        text("currency", "Currency"),
        number("records", "Records"),
        number("unknown", "Of unknown amount"),
        money("amount", "Together"),
        money("settled", "Settled"),
        money("waiting", "Waiting for a word"),
        money("set_aside", "Set aside"),
        money("open", "Open"),
    )
    return ExportTable("Both sides", columns, sheet.totals)


def differences_table(sheet: SignOff) -> ExportTable:
    """What confirmed matches paid, by what their difference is."""
    columns = (
        text("currency", "Currency"),
        text("difference_is", "The difference is"),
        number("matches", "Matches"),
        money("amount_matched", "Matched"),
        money("difference", "Difference"),
    )
    return ExportTable("Confirmed matches", columns, sheet.differences)


def deciders_table(sheet: SignOff, zone: dt.tzinfo) -> ExportTable:
    """Who decided."""
    columns = (
        text("who", "Who"),
        text("decision", "Said"),
        number("matches", "Matches"),
        instant("first", "First"),
        instant("last", "Last"),
    )
    return ExportTable("Who decided", columns, sheet.deciders, zone)


def ageing_table(sheet: SignOff) -> ExportTable:
    """What is open by age."""
    columns = (
        text("side", "Side"),
        text("currency", "Currency"),
        text("age", "Age"),
        number("items", "Items"),
        money("open", "Open"),
    )
    return ExportTable("Open by age", columns, sheet.ageing)


def open_table(sheet: SignOff) -> ExportTable:
    """Every open item."""
    columns = (
        text("side", "Side"),
        text("party", "Party"),
        text("number", "Number or reference"),
        day("day", "Due or booked"),
        number("days", "Days ago"),
        money("open", "Open"),
        text("currency", "Currency"),
        text("words", "Bank's words"),
        text("account", "Account"),
    )
    return ExportTable("Open items", columns, sheet.open_items)


def decided_table(sheet: SignOff, zone: dt.tzinfo) -> ExportTable:
    """Every match that was confirmed or rejected."""
    columns = (
        text("decision", "Decision"),
        text("decided_by", "Decided by"),
        instant("decided_at", "Decided at"),
        text("parties", "Party"),
        text("invoices", "Invoices"),
        day("paid", "Paid"),
        text("lines", "Bank lines"),
        money("amount_matched", "Matched"),
        money("difference", "Difference"),
        text("treatment", "The difference is"),
        text("currency", "Currency"),
        share("confidence", "Sure"),
        text("kind", "Kind"),
        text("note", "Note"),
    )
    return ExportTable("Decided matches", columns, sheet.decided, zone)


def closings_table(sheet: SignOff, zone: dt.tzinfo) -> ExportTable:
    """The closings that hold."""
    columns = (
        text("account", "Account"),
        day("closed_up_to", "Closed up to"),
        text("closed_by", "By"),
        instant("closed_at", "When"),
        text("note", "Note"),
    )
    return ExportTable("Closed periods", columns, sheet.closings, zone)


def sign_off_tables(sheet: SignOff, zone: dt.tzinfo) -> tuple[ExportTable, ...]:
    """All tables, the sums first."""
    return (
        totals_table(sheet),
        differences_table(sheet),
        deciders_table(sheet, zone),
        ageing_table(sheet),
        open_table(sheet),
        decided_table(sheet, zone),
        closings_table(sheet, zone),
    )
