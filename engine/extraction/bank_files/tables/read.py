"""From the bytes of a table file to its accounts, by a guessed, remembered or given plan."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import msgspec

from engine.extraction.bank_files.ledger import BankFile, UnreadableBankFileError
from engine.extraction.bank_files.tables.accounts import ledger_of
from engine.extraction.bank_files.tables.collect import Certainty, RowCollector, has_days_once
from engine.extraction.bank_files.tables.facts import facts_of
from engine.extraction.bank_files.tables.grid import Grid, grid_of
from engine.extraction.bank_files.tables.guess import guess_plan
from engine.extraction.bank_files.tables.judged_plan import Guess
from engine.extraction.bank_files.tables.layout import Layout, layout_of, layout_with
from engine.extraction.bank_files.tables.profile import movements_of
from engine.extraction.bank_files.tables.rows import SIMPLIFIED, RowReader
from engine.extraction.bank_files.tables.turned import EITHER_WAY
from engine.extraction.currencies import currency_of
from engine.reading import bank_sniff
from engine.records import ColumnPlan

_GIVEN: Final = 0.97
_MOST_FACTS: Final = 60
_LOOKED_AT: Final = 300


def read_table(content: bytes, mime_type: str, plans: Sequence[ColumnPlan] = ()) -> BankFile:
    """The accounts of a table, with the plan by which it was read.

    Of ``plans`` the first for tables with these columns is followed.

    Raises:
        UnreadableBankFileError: there is no table of days and amounts.
    """
    is_workbook = mime_type in {bank_sniff.XLSX, bank_sniff.XLS}
    grids = _grids(content, is_workbook)
    grid = grids[0]
    layout = layout_of(grid.records)
    guess = guess_plan(grid, layout)
    plan, certainty = guess.plan, Certainty(guess.columns_certainty, guess.days.certainty)
    known = next((p for p in plans if p.signature == plan.signature), None)
    if known is not None:
        grid, layout, plan = _as_known(content, grids, guess, layout, known)
        certainty = Certainty(_GIVEN, _GIVEN)
    file = _read(grid, layout, plan, certainty, "Excel" if is_workbook else "CSV")
    others = [g.sheet for g in grids[1:] if g.sheet and g is not grid and _has_rows(g)]
    if others:
        names = ", ".join(f"“{name}”" for name in others[:5])
        warning = f"Only the sheet “{grid.sheet}” was read; {names} have rows too."
        file = replace(file, warnings=(*file.warnings, warning))
    return file


def _grids(content: bytes, is_workbook: bool) -> list[Grid]:
    if not is_workbook:
        return [grid_of(content)]
    from engine.extraction.bank_files.tables.workbook import workbook_grids

    return workbook_grids(content)


def _has_rows(grid: Grid) -> bool:
    try:
        layout_of(grid.records)
    except UnreadableBankFileError:
        return False
    return True


def _as_known(
    content: bytes, grids: Sequence[Grid], guess: Guess, layout: Layout, known: ColumnPlan
) -> tuple[Grid, Layout, ColumnPlan]:
    """The table as a plan wants it that a person gave or that was right before."""
    grid = grids[0]
    if known.sheet is not None:
        grid = next((g for g in grids if g.sheet == known.sheet), grid)
    elif (known.delimiter, known.encoding) != (grid.delimiter, grid.encoding):
        grid = grid_of(content, known.encoding, known.delimiter)
    found = layout_with(grid.records, known.heads, known.header_row)
    if found is None:
        found = Layout(None, 0, known.heads) if known.header_row is None else layout
    plan = msgspec.structs.replace(
        known,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        header_row=None if found.header is None else found.header + 1,
        signature=guess.plan.signature,
        confidence=_GIVEN,
    )
    return grid, found, plan


def _read(
    grid: Grid, layout: Layout, plan: ColumnPlan, certainty: Certainty, format_name: str
) -> BankFile:
    records = grid.records
    sample = movements_of(records, layout.first)
    rows = RowReader(plan, sample)
    is_grouped = has_days_once(records[layout.first : layout.first + _LOOKED_AT], rows)
    reader = RowCollector(plan, rows, certainty, is_grouped)
    outside = list(records[: layout.header if layout.header is not None else layout.first])
    for record in records[layout.first :]:
        if not reader.take(record) and len(outside) < _MOST_FACTS + layout.first:
            outside.append(record)
    facts = facts_of(outside[-2 * _MOST_FACTS :], plan.decimal_sign, plan.date_order)
    facts.currency = facts.currency or _head_currency(plan)
    ledgers = tuple(
        ledger_of(account, facts, reader.is_single, plan.sign_convention)
        for account in reader.accounts
    )
    warnings = list(reader.warnings())
    if any(why.endswith(EITHER_WAY) for why in plan.evidence):
        warnings.append(f"The columns are those of a card. {EITHER_WAY}")
    return BankFile(format_name, ledgers, tuple(warnings), plan)


def _head_currency(plan: ColumnPlan) -> str | None:
    """The currency that the name of a column of amounts gives (``Betrag (EUR)``)."""
    money = {"amount", "debit", "credit", "balance"}
    named = (h for h, role in zip(plan.heads, plan.roles, strict=False) if role in money)
    is_china = any(sign in head for sign in SIMPLIFIED for head in plan.heads)
    told = (currency_of(h) or ("CNY" if is_china and "元" in h else None) for h in named)
    return next((code for code in told if code), None)
