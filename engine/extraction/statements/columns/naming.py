"""What columns of amounts hold, by arithmetic: a balance moves by the amounts beside it.

Heads say it first. Where the balances do not follow under their names, or where a column has no
head that is known, the naming under which most balances follow is the right one.
"""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.columns.repaid import falls_by_principal, with_repaid_part
from engine.extraction.statements.columns.stacks import Stretch, overlap
from engine.extraction.statements.lines.cells import TypedLine

_MOST_ROWS: Final = 300
"""Rows that are looked at: enough to tell, and no long document takes longer."""

_MOST_COLUMNS: Final = 5
"""Columns for which every naming is tried."""

_MOST_SIGNS: Final = 5
"""Amounts between two balances whose signs are tried."""

_LEAST: Final = 3
"""Balances that must follow before arithmetic names a column otherwise than its head."""

Amounts = Sequence[Decimal | None]
"""The amounts of one row, by column."""


def amounts_by_column(lines: Sequence[TypedLine], spans: Sequence[Stretch]) -> list[Amounts]:
    """The first rows that have an amount in a column; negative where a mark says so."""
    table: list[Amounts] = []
    for line in lines:
        row = [_amount_in(line, span) for span in spans]
        if any(amount is not None for amount in row):
            table.append(row)
            if len(table) == _MOST_ROWS:
                break
    return table


def named(table: Sequence[Amounts], hints: Sequence[Role | None]) -> list[Role]:
    """A role for each column; ``hints`` are what heads say, None where they say nothing.

    A column of zeros without a head is none of amounts. Fees may stand in a column of their own
    beside payments and receipts: it is one more of payments where balances follow so. A loan's
    payments are its amounts, though its balances follow their principal.
    """
    if "principal" in hints:
        if falls_by_principal(table, hints):
            return [hint or "other" for hint in hints]
        hints = [None if hint == "principal" else hint for hint in hints]
    roles = _with_third_column(table, _of_main_columns(table, hints))
    return with_repaid_part(table, roles)


def _of_main_columns(table: Sequence[Amounts], hints: Sequence[Role | None]) -> list[Role]:
    zeros = [not hint and not any(row[i] for row in table) for i, hint in enumerate(hints)]
    hints = ["other" if zero else hint for hint, zero in zip(hints, zeros, strict=True)]
    usual = _with_one_amount(table, _with_one_balance(table, _by_hints(table, hints)))
    if len(hints) < 2 or len(table) < _LEAST:
        return usual
    agreeing = _followed(table, usual)
    balances = _count(table, usual.index("balance")) if "balance" in usual else 0
    if balances and 5 * agreeing >= 4 * balances:
        return usual
    plans = list(_plans(len(hints), _likeliest(table, hints)))
    if not plans:
        return usual
    best = max(plans, key=lambda plan: (_followed(table, plan), _kept(plan, hints)))
    gained = _followed(table, best)
    printed = _count(table, best.index("balance"))
    return best if gained >= max(_LEAST, agreeing + 2, len(table) // 4, printed // 2) else usual


def _with_one_balance(table: Sequence[Amounts], roles: list[Role]) -> list[Role]:
    """With the balance that follows most as the only one: others are of a limit."""
    places = [place for place, role in enumerate(roles) if role == "balance"]
    if len(places) < 2:
        return roles
    plans = [_plan_of(roles, places, place) for place in places]
    return max(plans, key=lambda plan: _followed(table, plan))


def _with_one_amount(table: Sequence[Amounts], roles: list[Role]) -> list[Role]:
    """With the fullest of several columns of amounts as the only one, if it has all rows of others.

    Those print amounts of another currency again.
    """
    places = [place for place, role in enumerate(roles) if role == "amount"]
    if len(places) < 2:
        return roles
    fullest = max(places, key=lambda place: _count(table, place))
    if any(row[fullest] is None and any(row[place] for place in places) for row in table):
        return roles
    return _plan_of(roles, places, fullest)


def _plan_of(roles: Sequence[Role], rivals: Sequence[int], kept: int) -> list[Role]:
    return [
        "other" if place in rivals and place != kept else role for place, role in enumerate(roles)
    ]


def _with_third_column(table: Sequence[Amounts], roles: list[Role]) -> list[Role]:
    """With a column of something else as one of payments that rows without another amount fill."""
    if "balance" not in roles or "debit" not in roles:
        return roles
    moving = [index for index, role in enumerate(roles) if role in {"debit", "credit"}]
    followed = _followed(table, roles)
    sums = [row for row in table if sum(bool(row[place]) for place in moving) > 1]
    for index, role in enumerate(roles):
        filled = [row for row in table if row[index] is not None and row not in sums]
        is_apart = not any(row[other] for row in filled for other in moving)
        if role == "other" and len(filled) > 1 and is_apart:
            wider: list[Role] = [*roles[:index], "debit", *roles[index + 1 :]]
            if _followed(table, wider) >= followed + max(2, len(filled) - 1):
                return wider
    return roles


def _likeliest(table: Sequence[Amounts], hints: Sequence[Role | None]) -> list[int]:
    """Columns with a known head, then those that most rows fill, as many as can be tried."""
    known = {"amount", "debit", "credit", "balance"}
    places = [place for place, hint in enumerate(hints) if hint != "other"]
    ranked = sorted(places, key=lambda place: (hints[place] not in known, -_count(table, place)))
    return sorted(ranked[:_MOST_COLUMNS])


def _by_hints(table: Sequence[Amounts], hints: Sequence[Role | None]) -> list[Role]:
    """The heads' roles: columns without one are the amounts where no other is."""
    moving = {"amount", "debit", "credit"}.intersection(hints)
    if "amount" in moving and len(moving) > 1:
        return _without_rival(table, hints)
    if moving:
        return [hint or "other" for hint in hints]
    free = [index for index, hint in enumerate(hints) if hint is None]
    names: dict[int, Role] = dict.fromkeys(free, "other")
    if "balance" not in hints and len(free) > 1 and _may_run(table, *free[-2:]):
        names[free.pop()] = "balance"
    if len(free) > 1 and _exclusive(table, *free[-2:]):
        names[free[-2]], names[free[-1]] = "debit", "credit"
    elif free:
        names[free[-1]] = "amount"
    return [hint or names[index] for index, hint in enumerate(hints)]


def _without_rival(table: Sequence[Amounts], hints: Sequence[Role | None]) -> list[Role]:
    """One column of amounts beside those of charges or credits.

    It is the other side of a single one that is empty where it is filled; else the fuller counts.
    """
    at = hints.index("amount")
    sides = [index for index, hint in enumerate(hints) if hint in {"debit", "credit"}]
    roles: list[Role] = [hint or "other" for hint in hints]
    if len(sides) == 1 and _exclusive(table, at, sides[0]):
        roles[at] = "credit" if hints[sides[0]] == "debit" else "debit"
        return roles
    beside = sum(_count(table, index) for index in sides)
    for index in [at] if len(sides) == 2 and beside > _count(table, at) else sides:
        roles[index] = "other"
    return roles


def _plans(count: int, places: Sequence[int]) -> Iterator[list[Role]]:
    """Every way to name ``count`` columns with a balance and amounts in one or two ``places``."""
    for balance in reversed(places):
        others = [place for place in places if place != balance]
        for place in reversed(others):
            yield _plan(count, {balance: "balance", place: "amount"})
        for debit, credit in itertools.permutations(others, 2):
            yield _plan(count, {balance: "balance", debit: "debit", credit: "credit"})


def _plan(count: int, roles: dict[int, Role]) -> list[Role]:
    return [roles.get(place, "other") for place in range(count)]


def _kept(plan: Sequence[Role], hints: Sequence[Role | None]) -> int:
    return sum(role == hint for role, hint in zip(plan, hints, strict=True))


def _followed(table: Sequence[Amounts], plan: Sequence[Role]) -> int:
    """How many balances differ from the one before by the amounts between them."""
    if "balance" not in plan:
        return 0
    moves = [_move(row, plan) for row in table]
    balances = [row[plan.index("balance")] for row in table]
    splits = "amount" not in plan
    return max(
        _steps(moves, balances, splits=splits), _steps(moves[::-1], balances[::-1], splits=splits)
    )


def _move(row: Amounts, plan: Sequence[Role]) -> Decimal | None:
    if "amount" in plan:
        return row[plan.index("amount")]
    sides = [
        (amount, role)
        for amount, role in zip(row, plan, strict=True)
        if amount is not None and role in {"debit", "credit"}
    ]
    if not sides:
        return None
    return sum((abs(a) if role == "credit" else -abs(a) for a, role in sides), Decimal(0))


def _steps(moves: Amounts, balances: Amounts, *, splits: bool) -> int:
    """Agreeing steps; ``splits``: two columns tell the signs of ``moves``."""
    count = 0
    known: Decimal | None = None
    since: list[Decimal] = []
    for move, balance in zip(moves, balances, strict=True):
        if move is not None:
            since.append(move)
        if balance is None:
            continue
        if known is not None and any(since) and balance != known:
            count += _explains(since, balance - known, splits=splits)
        known, since = balance, []
    return count


def _explains(amounts: Sequence[Decimal], step: Decimal, *, splits: bool) -> bool:
    if splits or len(amounts) > _MOST_SIGNS:
        return sum(amounts) == step
    sizes = [abs(amount) for amount in amounts]
    signs = itertools.product((1, -1), repeat=len(sizes))
    return any(sum(s * a for s, a in zip(way, sizes, strict=True)) == step for way in signs)


def _amount_in(line: TypedLine, span: Stretch) -> Decimal | None:
    for cell in line.cells:
        if cell.money and overlap(span, (cell.x0, cell.x1)) > 0:
            return -cell.money.value if cell.money.mark in {"-", "()", "DR"} else cell.money.value
    return None


def _count(table: Sequence[Amounts], place: int) -> int:
    return sum(row[place] is not None for row in table)


def _may_run(table: Sequence[Amounts], amounts: int, balances: int) -> bool:
    """Whether one column may hold the balances of the other: both are filled in many rows."""
    often = 2 * _count(table, amounts) >= _count(table, balances)
    return often and not _exclusive(table, amounts, balances)


def _exclusive(table: Sequence[Amounts], a: int, b: int) -> bool:
    """Whether hardly any row has amounts in both columns."""
    both = sum(row[a] is not None and row[b] is not None for row in table)
    return both * 10 <= len(table)
