"""The plan of a table's columns: the likeliest one, proved by its balances where it has any."""

from collections.abc import Sequence
from typing import Final, Literal

from msgspec.structs import replace

from engine.extraction.amounts import decimal_mark_of
from engine.extraction.bank_files.day_order import DayOrder, day_order
from engine.extraction.bank_files.ledger import UnreadableBankFileError
from engine.extraction.bank_files.tables.cells import cleaned, kind_of_cell
from engine.extraction.bank_files.tables.facts import facts_of
from engine.extraction.bank_files.tables.grid import Grid, Record
from engine.extraction.bank_files.tables.judged_plan import Guess, judged
from engine.extraction.bank_files.tables.layout import Layout
from engine.extraction.bank_files.tables.own_account import own_account
from engine.extraction.bank_files.tables.profile import Profile, movements_of, profiles_of
from engine.extraction.bank_files.tables.roles import (
    MONEY,
    Roles,
    fill_by_cells,
    roles_by_name,
    single_dates,
)
from engine.extraction.bank_files.tables.tried_plans import tried_plans
from engine.extraction.bank_files.tables.vocabulary import head_role
from engine.extraction.phrases import plain
from engine.records import ColumnPlan

_PREAMBLE: Final = 60
"""Records above the table that are looked at for the own account."""


def guess_plan(grid: Grid, layout: Layout) -> Guess:
    """The likeliest plan of the table at ``layout``.

    Raises:
        UnreadableBankFileError: no column has days, or none has amounts.
    """
    rows = movements_of(grid.records, layout.first)
    stated = facts_of(grid.records[: layout.header or 0][-_PREAMBLE:], ".", "dmy")
    width = max([len(layout.heads), *(len(row) for row in rows)], default=0)
    heads = (*layout.heads, *("" for _ in range(width - len(layout.heads))))
    profiles = profiles_of(rows, width)
    named = own_account(roles_by_name(heads, profiles), profiles, rows, stated)
    filled = fill_by_cells(named, profiles, heads)
    roles = single_dates(filled, heads, profiles)
    base = ColumnPlan(
        signature=signature_of(heads, profiles, layout.header is not None),
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        header_row=None if layout.header is None else layout.header + 1,
        heads=heads,
    )
    if not rows:
        return _empty(base, heads)
    days = _days(grid.records, layout.first, roles, heads)
    sign, sign_evidence = _decimal_sign(rows, roles, profiles, grid.delimiter)
    base = replace(base, date_order=days.order, decimal_sign=sign)
    tried = tried_plans(base, roles, profiles, rows, grid.records[layout.first :])
    best = max(tried, key=lambda t: t.score)
    table = grid.records[layout.first :]
    return judged(best, table, days, profiles, rows, sign_evidence)


def signature_of(heads: Sequence[str], profiles: Sequence[Profile], has_heads: bool) -> str:
    """What a plan is remembered under: the columns' names, or without them their kinds."""
    if has_heads:
        return "|".join(plain(head) for head in heads)
    kinds = "".join(
        "d" if p.date > 0.5 else "n" if p.amounts > 0.5 else "t" if p.count else "-"
        for p in profiles
    )
    return f"#{kinds}"


def _empty(base: ColumnPlan, heads: Sequence[str]) -> Guess:
    """The plan of a table without rows: what the names say."""
    roles = tuple(head_role(head) or "other" for head in heads)
    has_sides = "debit" in roles or "credit" in roles
    plan = replace(base, roles=roles, sign_convention="columns" if has_sides else "signed")
    return Guess(replace(plan, confidence=0.5), 0.5, day_order([]))


def _days(records: Sequence[Record], first: int, roles: Roles, heads: Sequence[str]) -> DayOrder:
    if "date" not in roles:
        raise UnreadableBankFileError("none of its columns has dates")
    found: DayOrder | None = None
    for role in ("date", "value_date"):
        if role in roles:
            index = roles.index(role)
            texts = dict.fromkeys(
                cleaned(record[index]) for record in records[first:] if index < len(record)
            )
            days = [text for text in texts if kind_of_cell(text) in {"date", "compact"}]
            order = day_order(days, month_first=_is_american(records, first, heads))
            if found is None or order.certainty > found.certainty:
                found = order
    assert found is not None  # noqa: S101 (there is a column of dates)
    return found


def _is_american(records: Sequence[Record], first: int, heads: Sequence[str]) -> bool:
    """Whether dollars are named anywhere: where they are used the month is written first."""
    looked = [cell for record in records[: first + 30] for cell in record]
    return any("$" in cell or cell.strip() == "USD" for cell in looked) or any(
        word in plain(" ".join(heads)).split() for word in ("usd", "check", "routing")
    )


def _decimal_sign(
    rows: Sequence[Record], roles: Roles, profiles: Sequence[Profile], delimiter: str | None
) -> tuple[Literal[".", ","], str | None]:
    money = [i for i, role in enumerate(roles) if role in MONEY]
    money = money or [i for i, profile in enumerate(profiles) if profile.money > 0.5]
    texts = {row[i] for row in rows for i in money if i < len(row)}
    shown = decimal_mark_of(texts)
    if shown in {".", ","}:
        return ("." if shown == "." else ","), None
    if not any("." in text or "," in text for text in texts):
        return ".", None
    usual: Literal[".", ","] = "," if delimiter == ";" else "."
    return usual, "The decimal sign cannot be told from the amounts."
