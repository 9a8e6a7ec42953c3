"""Ways to read a table's columns of figures: amount, or debit and credit, and balance."""

from collections.abc import Sequence

from engine.extraction.bank_files.tables.grid import Record
from engine.extraction.bank_files.tables.profile import Profile
from engine.extraction.bank_files.tables.roles import MONEY, Roles
from engine.extraction.bank_files.tables.vocabulary import is_known_whole
from engine.records import ColumnRole


def money_choices(
    roles: Roles, profiles: Sequence[Profile], rows: Sequence[Record], heads: Sequence[str]
) -> list[tuple[float, Roles]]:
    """Ways to give columns of figures their roles, each with how likely it is before arithmetic."""
    named = {i: role for i, role in enumerate(roles) if role in MONEY}
    free = [
        i
        for i, profile in enumerate(profiles)
        if roles[i] is None and profile.money + profile.number >= 0.9 and profile.money > 0
    ]
    spare = [i for i, p in enumerate(profiles) if roles[i] is None and p.count and p.amounts >= 0.9]
    base: Roles = [role if role not in MONEY else None for role in roles]
    choices: list[tuple[float, Roles]] = []
    amounts = [i for i, role in named.items() if role == "amount"] or [
        i for i in free if profiles[i].filled >= 0.9
    ]
    balances: list[int | None] = [i for i, role in named.items() if role == "balance"]
    balances = balances or [i for i in free if i not in amounts or len(free) > 1]
    for balance in [*balances, None]:
        for index in amounts:
            if index != balance:
                weight = _amount_weight(index, balance, amounts, profiles, named)
                weight += 0.3 if index in named and is_known_whole(heads[index]) else 0.0
                choices.append((weight, _with(base, named, {index: "amount"}, balance)))
        for debit, credit in _pairs(named, free, spare, rows):
            if balance not in (debit, credit):
                sides: dict[int, ColumnRole] = {}
                if debit is not None:
                    sides[debit] = "debit"
                if credit is not None:
                    sides[credit] = "credit"
                weight = 2.0 if {debit, credit} & named.keys() else 0.5
                weight += 0.3 if balance in named else 0.0
                choices.append((weight, _with(base, named, sides, balance)))
    return choices


def _amount_weight(
    index: int,
    balance: int | None,
    amounts: Sequence[int],
    profiles: Sequence[Profile],
    named: dict[int, ColumnRole],
) -> float:
    weight = 1.5 if index in named else 0.8
    weight += profiles[index].filled
    weight += 0.2 if profiles[index].minus > 0 else 0.0
    weight += 0.3 if balance in named else 0.0
    return weight - 0.05 * amounts.index(index)


def _with(
    base: Roles, named: dict[int, ColumnRole], chosen: dict[int, ColumnRole], balance: int | None
) -> Roles:
    result = list(base)
    for index, role in named.items():
        result[index] = "fee" if role == "fee" else "other"
    for index, role in chosen.items():
        result[index] = role
    if balance is not None:
        result[balance] = "balance"
    return result


def _pairs(
    named: dict[int, ColumnRole],
    free: Sequence[int],
    spare: Sequence[int],
    rows: Sequence[Record],
) -> list[tuple[int | None, int | None]]:
    """Columns for money out and money in: by name, or two of which each row fills one.

    A single named one finds its other side among ``spare``, the columns of any figures.
    """
    debits: list[int | None] = [i for i, role in named.items() if role == "debit"]
    credits_: list[int | None] = [i for i, role in named.items() if role == "credit"]
    if debits or credits_:
        return [
            (d, c)
            for d in debits or _others(credits_, spare, rows)
            for c in credits_ or _others(debits, spare, rows)
        ]
    pairs: list[tuple[int | None, int | None]] = []
    for a in free:
        for b in free:
            if a != b and _fills_in_turn(a, b, rows):
                pairs.append((a, b))
    return pairs


def _others(
    side: Sequence[int | None], spare: Sequence[int], rows: Sequence[Record]
) -> list[int | None]:
    """Columns without a known name that are filled just where those of the other side are not."""
    found: list[int | None] = [
        i for i in spare if any(s is not None and _fills_in_turn(i, s, rows) for s in side)
    ]
    return found or [None]


def _fills_in_turn(a: int, b: int, rows: Sequence[Record]) -> bool:
    def is_filled(row: Record, index: int) -> bool:
        cell = row[index] if index < len(row) else ""
        return any(sign in "123456789" for sign in cell)

    if not rows:
        return False
    once = sum(is_filled(row, a) != is_filled(row, b) for row in rows)
    both_used = any(is_filled(row, a) for row in rows) and any(is_filled(row, b) for row in rows)
    return both_used and once >= 0.95 * len(rows)
