"""Columns of a table without a header: alignment makes them, arithmetic names them.

A balance moves by the amount beside it; the naming under which most balances do is the right one.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.columns.layout import (
    Column,
    Layout,
    column_for,
    date_columns_of,
    with_text_zone,
)
from engine.extraction.statements.columns.stacks import Stretch, overlap, stacks_of, standing_free
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.solving.chain import follow


def infer_layout(lines: Sequence[TypedLine]) -> Layout | None:
    """A layout from alignment alone; None when no columns of amounts are there."""
    rows = [line for line in lines if line.has("money")]
    dated = [
        line for line in rows if line.cells[0].date or (len(line.cells) > 1 and line.has("date"))
    ]
    dates = date_columns_of((), dated, 0.0, 1.0)
    if dates:
        rows = [line for line in dated if any(column_for(dates, c) for c in line.cells if c.date)]
    spans = stacks_of(standing_free(rows, 0.0, 1.0))
    spans = [span for span in spans if not any(overlap(span, (d.x0, d.x1)) > 0 for d in dates)]
    if not spans:
        return None
    first = rows[0].number if rows else 0
    every = [line for line in lines if line.number >= first and _touches(line, spans)]
    roles = _roles_by_arithmetic(every, spans)
    money = tuple(Column(role, a, b) for role, (a, b) in zip(roles, spans, strict=True))
    return with_text_zone(dates, money, (), lines, 0.0, 1.0)


def _touches(line: TypedLine, spans: Sequence[tuple[float, float]]) -> bool:
    return any(c.money and overlap(s, (c.x0, c.x1)) > 0 for c in line.cells for s in spans)


def _roles_by_arithmetic(rows: Sequence[TypedLine], spans: Sequence[Stretch]) -> list[Role]:
    """Names for columns of amounts: the naming under which most balances follow."""
    table = [[_amount_in(row, span) for span in spans] for row in rows]
    plans = _plans(table, len(spans))
    return max(plans, key=lambda plan: (_followed(table, plan), -plans.index(plan)))


def _plans(table: Sequence[Sequence[Decimal | None]], count: int) -> list[list[Role]]:
    """Ways to name ``count`` columns, the likeliest first."""
    before: list[Role] = ["amount"] * (count - 2)
    alone: list[Role] = ["amount"] * count
    running: list[Role] = [*alone[1:], "balance"]
    split: list[list[Role]] = [[*before, "debit", "credit"], [*before, "credit", "debit"]]
    if count == 1:
        return [alone]
    if count == 2:
        return [*split, running, alone] if _exclusive(table, 0, 1) else [running, alone]
    balance: Role = "balance"
    if _exclusive(table, count - 3, count - 2):
        return [*([*plan[1:], balance] for plan in split), running, alone]
    return [running, alone]


def _amount_in(row: TypedLine, span: tuple[float, float]) -> Decimal | None:
    """The amount of ``row`` that stands in ``span``, negative where a mark says so."""
    for cell in row.cells:
        if cell.money and overlap(span, (cell.x0, cell.x1)) > 0:
            return -cell.money.value if cell.money.mark in {"-", "()", "DR"} else cell.money.value
    return None


def _exclusive(table: Sequence[Sequence[Decimal | None]], a: int, b: int) -> bool:
    """Whether hardly any row has amounts in both columns."""
    both = sum(row[a] is not None and row[b] is not None for row in table)
    return both * 10 <= len(table)


def _followed(table: Sequence[Sequence[Decimal | None]], plan: Sequence[Role]) -> int:
    """How many printed balances differ from the one before by the amounts between them."""
    if "balance" not in plan:
        return 0
    at = plan.index("balance")
    balances = [row[at] for row in table]
    if "debit" in plan:
        debit, credit = plan.index("debit"), plan.index("credit")
        amounts = [abs(row[credit] or Decimal(0)) - abs(row[debit] or Decimal(0)) for row in table]
        chain = follow(amounts, balances, None)
        return len(chain.agreeing)
    count = 0
    for before, row in pairwise(table):
        first, second = before[at], row[at]
        if first is None or second is None:
            continue
        steps = {abs(step) for step in (*row[:at], *before[:at]) if step is not None}
        count += abs(second - first) in steps
    return count
