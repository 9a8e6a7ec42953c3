"""Which of the printed balances are an account's opening and closing ones.

Labels say it first. Where they do not, or where the rows contradict them, two balances between
which the rows lead exactly are the opening and the closing one, whatever they are called.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from engine.extraction.phrases import plain
from engine.extraction.statements.balance_names import is_bare_balance
from engine.extraction.statements.solving.chain import Chain, follow
from engine.extraction.statements.solving.figures import UNNAMED, NamedFigure
from engine.extraction.statements.solving.signs import balance_of

_ENOUGH_ROWS = 3
"""Rows from which an amount without a label may be the balance that they lead to."""

_MOST_TRIED = 6
"""Opening and closing balances that are tried against each other, each."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows ``first`` to ``last`` (excluded) of one account.

    ``first_line`` and ``last_line`` bound what the document says of it.
    """

    first: int
    last: int
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Balances:
    """The balances chosen for one account; signed. ``closes`` says that they prove its rows."""

    opening: Decimal | None
    opening_at: NamedFigure | None
    closing: Decimal | None
    closing_at: NamedFigure | None
    closes: bool | None
    chain: Chain


def choose_balances(
    segment: Segment,
    amounts: Sequence[Decimal | None],
    balances: Sequence[Decimal | None],
    figures: Sequence[NamedFigure],
    *,
    is_owed: bool,
    is_only: bool,
    bounds: tuple[int, int],
) -> Balances:
    """Opening and closing balance of a segment: a pair that its rows prove, else the first ones.

    ``amounts`` and ``balances`` are the segment's. ``is_only``: the document has one account.
    ``bounds`` are the document's lines where its first row begins and its last one ends.
    """
    every = [f for f in figures if is_only or segment.first_line <= f.line < segment.last_line]
    near = _dated_by_place([f for f in every if f.rank != UNNAMED], bounds)
    openings = _ranked(near, ("opening",), is_owed)
    closings = _ranked(near, ("closing", "carried"), is_owed)
    totals = _ranked(near, ("total",), is_owed)
    is_named = any(figure.figure == "closing" for figure in every)
    first: Balances | None = None
    tried: list[_Signed | None] = [*openings] or [None]
    for opening in tried:
        chain = follow(amounts, balances, opening[0] if opening else None)
        balance = _pair(opening, _ends_for(chain, closings, totals, is_named), chain)
        if balance.closes:
            return balance
        if first is None or balance.chain.score > first.chain.score:
            first = balance
    if first is None:
        raise AssertionError("at least one opening balance, known or not, is tried")
    unnamed = [figure for figure in every if figure.rank == UNNAMED]
    proven = _by_arithmetic(amounts, balances, near, unnamed, is_owed)
    return proven or _from_balances(first, amounts, balances, every, is_owed)


def _by_arithmetic(
    amounts: Sequence[Decimal | None],
    balances: Sequence[Decimal | None],
    figures: Sequence[NamedFigure],
    unnamed: Sequence[NamedFigure],
    is_owed: bool,
) -> Balances | None:
    """Two balances with any label, or one and an amount without, between which the rows lead.

    What is carried from page to page is none of them: rows before it may have been missed. So may
    rows after an opening balance that is called so: then none but it begins.
    """
    named = _ranked(figures, ("opening", "closing", "dated"), is_owed)
    moved = sum((a for a in amounts if a is not None), Decimal(0))
    if not moved or None in amounts:
        return None
    others = _valued(unnamed, is_owed) if len(amounts) >= _ENOUGH_ROWS else []
    called = {figure.figure for figure in figures}
    finals = [] if "closing" in called else others
    ends = {value: figure for value, figure in reversed([*named, *finals])}
    starts = sorted(named, key=lambda each: each[1].line)
    if "opening" in called:
        starts = [each for each in starts if each[1].figure == "opening"]
    else:
        starts += others
    for value, figure in starts:
        end = ends.get(value + moved)
        if end is not None and min(figure.rank, end.rank) != UNNAMED:
            chain = follow(amounts, balances, value)
            pair = _pair((value, figure), [(value + moved, end)], chain)
            if pair.closes:
                return pair
    return None


def _from_balances(
    chosen: Balances,
    amounts: Sequence[Decimal | None],
    balances: Sequence[Decimal | None],
    figures: Sequence[NamedFigure],
    is_owed: bool,
) -> Balances:
    """With the printed amount as opening balance from which the first running balance follows.

    Only where no opening balance is named; the amount is no closing balance then.
    """
    start = _start_of(chosen.chain, amounts, balances) if chosen.opening is None else None
    if start is None or chosen.chain.gaps:
        return chosen
    named = sorted(_valued(figures, is_owed), key=lambda each: each[1].rank)
    opening = next((each for each in named if each[0] == start), None)
    if opening is None or opening[1].figure in {"total", "credits", "debits", "limit"}:
        return chosen
    closings = [each for each in named if each[1].figure == "closing" and each[0] != start]
    return _pair(opening, closings, follow(amounts, balances, start))


def _start_of(
    chain: Chain, amounts: Sequence[Decimal | None], balances: Sequence[Decimal | None]
) -> Decimal | None:
    """The balance before the first row in time, by the first running balance."""
    order = range(len(amounts) - 1, -1, -1) if chain.newest_first else range(len(amounts))
    moved = Decimal(0)
    for index in order:
        amount, balance = amounts[index], balances[index]
        if amount is None:
            return None
        moved += amount
        if balance is not None:
            return balance - moved
    return None


def _dated_by_place(figures: Sequence[NamedFigure], bounds: tuple[int, int]) -> list[NamedFigure]:
    """Balances of a day as opening and closing ones: above the rows and below them.

    One that has no counterpart on the other side of the rows is the closing balance. Two that are
    called the same on both sides of the rows are told apart so too.
    """
    figures = [replace(f, figure="dated") if _is_twice(f, figures, bounds) else f for f in figures]
    dated = [figure for figure in figures if figure.figure == "dated"]
    above = any(figure.line < bounds[0] for figure in dated)
    below = any(figure.line > bounds[1] for figure in dated)
    return [
        replace(f, figure="opening" if above and below and f.line < bounds[0] else "closing")
        if f.figure == "dated"
        else f
        for f in figures
    ]


def _is_twice(figure: NamedFigure, figures: Sequence[NamedFigure], bounds: tuple[int, int]) -> bool:
    """Whether a closing balance's label stands above the rows and below them."""
    if figure.figure != "closing":
        return False
    name = _name(figure)
    same = [other.line for other in figures if other.figure == "closing" and _name(other) == name]
    return min(same) < bounds[0] and max(same) > bounds[1]


def _name(figure: NamedFigure) -> str:
    return " ".join(word for word in plain(figure.label).split() if word.isalpha())


_Signed = tuple[Decimal, NamedFigure]


def _pair(opening: _Signed | None, closings: Sequence[_Signed], chain: Chain) -> Balances:
    matching = next((c for c in closings if c[0] == chain.end), None) if opening else None
    closing = matching or (closings[0] if closings else None)
    closes = None if opening is None or not closings else matching is not None and not chain.gaps
    return Balances(
        opening[0] if opening else None,
        opening[1] if opening else None,
        closing[0] if closing else None,
        closing[1] if closing else None,
        closes,
        chain,
    )


def _ends_for(
    chain: Chain, closings: Sequence[_Signed], totals: Sequence[_Signed], is_named: bool
) -> Sequence[_Signed]:
    """What may close the account: the total that the rows come to where no balance is called so.

    A balance of something else, against which all running balances speak, does not.
    """
    if closings and (is_named or any(closing[0] == chain.end for closing in closings)):
        return closings
    proven = _proven(totals, chain)
    if proven or not chain.balances or chain.gaps:
        return proven or closings
    return [closing for closing in closings if is_bare_balance(closing[1].label)]


def _proven(totals: Sequence[_Signed], chain: Chain) -> list[_Signed]:
    """Where no closing balance is named: the total that the rows come to."""
    return [total for total in totals if total[0] == chain.end and not chain.gaps][:1]


def _ranked(figures: Sequence[NamedFigure], names: tuple[str, ...], is_owed: bool) -> list[_Signed]:
    """Different values of the named figures, the surest first; carried ones last of all."""
    chosen = [figure for figure in figures if figure.figure in names]
    if "closing" in names:
        inside = [f for f in chosen if f.rank == 0]
        chosen = [*reversed(inside), *(f for f in chosen if f.rank)]
    chosen.sort(key=lambda f: (f.figure == "carried", f.rank))
    result: list[_Signed] = []
    for figure in chosen:
        value = value_of(figure, is_owed=is_owed)
        if value is not None and all(value != known for known, _ in result):
            result.append((value, figure))
    return result[:_MOST_TRIED]


def _valued(figures: Sequence[NamedFigure], is_owed: bool) -> list[_Signed]:
    values = [(value_of(figure, is_owed=is_owed), figure) for figure in figures]
    return [(value, figure) for value, figure in values if value is not None]


def value_of(figure: NamedFigure, *, is_owed: bool = False) -> Decimal | None:
    """A named balance with its sign."""
    value = balance_of(figure.cell, is_owed=is_owed)
    money = figure.cell.money
    turned = figure.is_negative and money is not None and money.mark is None
    return -value if value is not None and turned else value
