"""Net, tax, gross and what is left to pay: roles for amounts by label, place and arithmetic.

The three must fit each other. Amounts that add up are believed before amounts that only have the
right words beside them; a lone total is given, but with less confidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.candidates import AmountCandidate, Candidates, has_cents
from engine.extraction.invoices.evidence import Claims, claims_on
from engine.extraction.invoices.labels import Label
from engine.extraction.invoices.layout import Sheet
from engine.extraction.invoices.scoring import best_claim

MONEY_LABELS: Final[frozenset[Label]] = frozenset(
    {"total", "weak_total", "due", "subtotal", "tax", "paid", "balance_before", "other_amount"}
)
_RIVALS: Final[frozenset[Label]] = MONEY_LABELS | {"title", "buyer", "seller", "ship_to"}
_TOTAL: Final[dict[Label, float]] = {"total": 0.92, "weak_total": 0.72, "due": 0.62}
_SUBTOTAL: Final[dict[Label, float]] = {"subtotal": 0.92, "weak_total": 0.3}
_TAX: Final[dict[Label, float]] = {"tax": 0.92}
_DUE: Final[dict[Label, float]] = {"due": 0.93}
_PAID: Final[dict[Label, float]] = {"paid": 0.85, "balance_before": 0.85}
_MOST_OF_A_ROLE: Final = 8
_CENT: Final = Decimal("0.01")
_LEAST: Final = 0.25
_HIGHEST_TAX: Final = Decimal("0.36")
"""No country's value added tax is a larger share of the net amount."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in a role. ``score`` is from 0 to 1."""

    candidate: AmountCandidate
    score: float

    @property
    def value(self) -> Decimal:
        """The amount."""
        return self.candidate.value.value


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of an invoice. ``adds_up``: subtotal and tax make the total, all three printed."""

    total: Figure | None = None
    subtotal: Figure | None = None
    tax: Figure | None = None
    due: Figure | None = None
    paid: Figure | None = None
    adds_up: bool = False


@dataclass(frozen=True, slots=True)
class _Roles:
    total: list[Figure]
    subtotal: list[Figure]
    tax: list[Figure]
    due: list[Figure]
    paid: list[Figure]


def find_totals(sheet: Sheet, found: Candidates, item_rows: frozenset[int]) -> Totals:
    """The sums printed on ``sheet``; ``item_rows`` are the rows inside the table of items."""
    amounts = [a for a in found.amounts if a.segment.row not in item_rows]
    claims = claims_on(sheet, amounts, MONEY_LABELS, _RIVALS)
    roles = _roles(amounts, claims, sheet)
    triple = _best_triple(roles)
    due = roles.due[0] if roles.due else None
    paid = roles.paid[0] if roles.paid else None
    if triple is not None:
        return Totals(*triple, due, paid, adds_up=True)
    total = _lone_total(roles)
    subtotal = _fitting(roles.subtotal, total)
    tax = _fitting_tax(roles.tax, total)
    return Totals(total, subtotal, tax, due, paid)


def _roles(amounts: Sequence[AmountCandidate], claims: Claims, sheet: Sheet) -> _Roles:
    last_row = max((row.number for row in sheet.rows), default=1)
    first_row = sheet.rows[0].number

    def role(weights: dict[Label, float]) -> list[Figure]:
        figures = []
        for amount in amounts:
            _, score = best_claim(claims[amount], weights)
            if score > 0.1:
                depth = (amount.segment.row - first_row) / max(1, last_row - first_row)
                figures.append(Figure(amount, score * _looks(amount) * (0.9 + 0.1 * depth)))
        figures.sort(key=lambda figure: -figure.score)
        return [figure for figure in figures if figure.score > 0.1][:_MOST_OF_A_ROLE]

    return _Roles(role(_TOTAL), role(_SUBTOTAL), role(_TAX), role(_DUE), role(_PAID))


def _looks(amount: AmountCandidate) -> float:
    """How much the figures look like money: a bare whole number hardly does."""
    if has_cents(amount.value):
        return 1.0
    return 0.75 if any(mark in amount.text for mark in ".,'") else 0.4


def _best_triple(roles: _Roles) -> tuple[Figure, Figure, Figure] | None:
    """The total, subtotal and tax that add up and have most evidence, or None."""
    best, best_worth = None, 0.0
    largest = max((abs(figure.value) for figure in roles.total), default=Decimal(0)) or _CENT
    for total in _with_due(roles):
        for subtotal in roles.subtotal:
            for tax in roles.tax:
                if not _adds_up(total, subtotal, tax):
                    continue
                worth = total.score + subtotal.score + tax.score
                worth += float(abs(total.value) / largest)
                if tax.value == 0:
                    worth -= 0.5
                if worth > best_worth:
                    best, best_worth = (total, subtotal, tax), worth
    return best


def _with_due(roles: _Roles) -> list[Figure]:
    known = {id(figure.candidate) for figure in roles.total}
    return roles.total + [figure for figure in roles.due if id(figure.candidate) not in known]


def _adds_up(total: Figure, subtotal: Figure, tax: Figure) -> bool:
    if len({id(total.candidate), id(subtotal.candidate), id(tax.candidate)}) < 3:
        return False
    if total.value == 0 or abs(total.value) < abs(subtotal.value):
        return False
    share = tax.value / subtotal.value if subtotal.value else Decimal(1)
    return abs(subtotal.value + tax.value - total.value) <= _CENT and share <= _HIGHEST_TAX


def _lone_total(roles: _Roles) -> Figure | None:
    """The total without arithmetic to prove it; equal amounts in several places add up."""
    if not roles.total:
        return None
    worth: dict[Decimal, float] = {}
    for figure in roles.total:
        known = worth.get(figure.value, 0.0)
        worth[figure.value] = 1 - (1 - known) * (1 - figure.score * (1.0 if not known else 0.4))
    best = max(roles.total, key=lambda figure: (worth[figure.value], figure.score))
    return Figure(best.candidate, min(0.95, worth[best.value])) if best.score >= _LEAST else None


def _fitting(figures: list[Figure], total: Figure | None) -> Figure | None:
    """The best subtotal that is not more than the total."""
    for figure in figures:
        if figure.score < 0.5:
            break
        if total is None or abs(figure.value) <= abs(total.value):
            return Figure(figure.candidate, figure.score * 0.75)
    return None


def _fitting_tax(figures: list[Figure], total: Figure | None) -> Figure | None:
    """The best tax that could be a part of the total."""
    for figure in figures:
        if figure.score < 0.5:
            break
        limit = abs(total.value) * _HIGHEST_TAX if total else None
        if limit is None or abs(figure.value) <= limit:
            return Figure(figure.candidate, figure.score * 0.7)
    return None
