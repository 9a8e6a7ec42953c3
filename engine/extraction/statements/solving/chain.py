"""What the statement's own arithmetic says: each balance follows from the one before.

A gap is reported with its place. Nothing is changed here to make a sum come out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.records.statement_checks import say_row_in_gap

_MOST_SHUFFLED: Final = 8
"""Rows of a day that may be printed in another order than they were booked, at most."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A balance that does not follow.

    ``before`` is the row of the balance before it (None: the opening balance), ``known`` that
    balance, ``row`` the row that prints ``printed`` where ``expected`` would follow.
    """

    before: int | None
    row: int
    expected: Decimal
    printed: Decimal
    known: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Chain:
    """How the balances of one account follow each other.

    ``agreeing`` are rows whose printed balance follows from the one before; ``covered`` are all
    rows whose amounts such balances vouch for. ``end`` is the balance after the last row in time,
    None when no balance is known. ``balances`` counts the printed ones.
    """

    agreeing: frozenset[int]
    covered: frozenset[int]
    gaps: tuple[Gap, ...]
    end: Decimal | None
    balances: int
    newest_first: bool = False

    @property
    def score(self) -> int:
        """Agreements less gaps."""
        return len(self.agreeing) - len(self.gaps)


def follow(
    amounts: Sequence[Decimal | None],
    balances: Sequence[Decimal | None],
    opening: Decimal | None,
    *,
    newest_first: bool | None = None,
) -> Chain:
    """The chain of one account's rows, given in the file's order.

    Args:
        amounts: signed; None breaks the chain there.
        balances: printed balances, None where a row prints none.
        opening: the balance before the first row in time, if known.
        newest_first: the rows' direction; None takes the one that agrees better.
    """
    if newest_first is not None:
        return _follow(amounts, balances, opening, newest_first)
    forward = _follow(amounts, balances, opening, False)
    if not forward.gaps:
        return forward
    backward = _follow(amounts, balances, opening, True)
    return backward if backward.score > forward.score else forward


def _follow(
    amounts: Sequence[Decimal | None],
    balances: Sequence[Decimal | None],
    opening: Decimal | None,
    newest_first: bool,
) -> Chain:
    agreeing: set[int] = set()
    covered: set[int] = set()
    gaps: list[Gap] = []
    known, before, moved = opening, None, Decimal(0)
    broken = False
    since: list[int] = []
    for index in _order(len(amounts), newest_first):
        amount, balance = amounts[index], balances[index]
        since.append(index)
        broken = broken or amount is None
        moved += amount or 0
        if balance is None:
            continue
        if known is not None and not broken:
            if known + moved == balance:
                agreeing.add(index)
                covered.update(since)
            else:
                gaps.append(Gap(before, index, known + moved, balance, known))
        known, before, moved, broken, since = balance, index, Decimal(0), False, []
    end = None if known is None or broken else known + moved
    printed = sum(balance is not None for balance in balances)
    gaps, shuffled = _without_shuffled(gaps, amounts, balances, -1 if newest_first else 1)
    agreeing |= shuffled
    covered |= shuffled
    return Chain(frozenset(agreeing), frozenset(covered), tuple(gaps), end, printed, newest_first)


def _without_shuffled(
    gaps: Sequence[Gap],
    amounts: Sequence[Decimal | None],
    balances: Sequence[Decimal | None],
    step: int,
) -> tuple[list[Gap], set[int]]:
    """The gaps that stay when rows may follow each other in another order, and those rows.

    Some banks book the transactions of a day in one order and print them in another: then each
    row's balance follows from that of one of its neighbours.
    """
    runs: list[list[Gap]] = []
    for gap in gaps:
        if runs and gap.before == runs[-1][-1].row:
            runs[-1].append(gap)
        else:
            runs.append([gap])
    left: list[Gap] = []
    shuffled: set[int] = set()
    for run in runs:
        if _is_shuffle(run, amounts, balances, step):
            shuffled |= {gap.row for gap in run}
        else:
            left += run
    return left, shuffled


def _is_shuffle(
    run: Sequence[Gap],
    amounts: Sequence[Decimal | None],
    balances: Sequence[Decimal | None],
    step: int,
) -> bool:
    """Whether the rows of neighbouring gaps lead from the balance before them to the last one."""
    missing = sum((gap.printed - gap.expected for gap in run), Decimal(0))
    if missing or not 2 <= len(run) <= _MOST_SHUFFLED:
        return False
    before = run[0].before
    if before is not None and run[0].row != before + step:
        return False
    known, free = run[0].known, {gap.row for gap in run}
    while free:
        following = next(
            (row for row in sorted(free) if _leads(row, known, amounts, balances)), None
        )
        if following is None:
            return False
        free.discard(following)
        known = balances[following] or Decimal(0)
    return True


def _leads(
    row: int, known: Decimal, amounts: Sequence[Decimal | None], balances: Sequence[Decimal | None]
) -> bool:
    amount, balance = amounts[row], balances[row]
    return amount is not None and balance is not None and known + amount == balance


def _order(count: int, newest_first: bool) -> Iterator[int]:
    return iter(range(count - 1, -1, -1) if newest_first else range(count))


def first_in_time(chain: Chain, count: int) -> int:
    """The index of the first of ``count`` rows in time; without an opening one it has no proof."""
    return count - 1 if chain.newest_first else 0


def gap_sentence(gap: Gap) -> str:
    """What the rows before a balance that does not follow say of it."""
    return say_row_in_gap(gap.expected, gap.printed)


def stretches(chain: Chain, count: int) -> Iterator[tuple[Gap, list[int]]]:
    """For each gap the rows whose amounts lie between its two balances."""
    for gap in chain.gaps:
        if chain.newest_first:
            last = gap.before if gap.before is not None else count
            yield gap, list(range(gap.row, last))
        else:
            first = gap.before + 1 if gap.before is not None else 0
            yield gap, list(range(first, gap.row + 1))
