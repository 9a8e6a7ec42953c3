"""Amounts by what the labels beside them call them: total, net, tax, due, paid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.evidence import Claim, Claims, claims_on
from engine.extraction.invoices.scoring import best_claim
from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.invoices.sums.sum_figures import Figure

MONEY_LABELS: Final[frozenset[Label]] = frozenset(
    {"total", "weak_total", "due", "subtotal", "tax", "paid", "balance_before", "other_amount"}
)
_RIVALS: Final[frozenset[Label]] = MONEY_LABELS | {"title", "buyer", "seller", "ship_to"}
_TOTAL: Final[dict[Label, float]] = {"total": 0.92, "weak_total": 0.72, "due": 0.62}
_SUBTOTAL: Final[dict[Label, float]] = {"subtotal": 0.92, "weak_total": 0.3}
_TAX: Final[dict[Label, float]] = {"tax": 0.92}
_DUE: Final[dict[Label, float]] = {"due": 0.93}
_PAID: Final[dict[Label, float]] = {"paid": 0.85, "balance_before": 0.85}
_FEWEST_WITH_CENTS: Final = 3
_PROVEN_ONLY: Final = 0.6
"""What a total is worth that no word announces, but other figures make."""

_MOST_OF_A_ROLE: Final = 10


@dataclass(frozen=True, slots=True)
class Roles:
    """Figures by role, best first."""

    total: list[Figure]
    subtotal: list[Figure]
    tax: list[Figure]
    due: list[Figure]
    paid: list[Figure]


def claims_of_money(sheet: Sheet, amounts: Sequence[AmountCandidate]) -> Claims:
    """What labels of sums say of each amount."""
    claims = claims_on(sheet, amounts, MONEY_LABELS, _RIVALS)
    _name_bases(sheet, claims)
    _claim_beside_days(sheet, claims)
    return claims


def with_unnamed(
    sheet: Sheet,
    roles: Roles,
    amounts: Sequence[AmountCandidate],
    item_rows: frozenset[int],
    items_sum: Decimal | None,
) -> Roles:
    """``roles`` with totals that no word names: what is due and what was paid, or all items.

    The latter must stand alone in a row below the items.
    """
    known = {figure.value for figure in roles.total}
    settled = {d.value + abs(p.value) for d in roles.due for p in roles.paid if d.value * p.value}
    last = max(item_rows, default=0)
    more = []
    for amount in amounts:
        value = amount.value.value
        if value in known or value == 0 or not has_cents(amount.value):
            continue
        row = sheet.row_of(amount.segment)
        alone = len(row.segments) == 1 and amount.start == 0 and amount.segment.row > last
        if value in settled or (value == items_sum and len(item_rows) > 1 and alone):
            more.append(Figure((amount,), _PROVEN_ONLY))
            known.add(value)
    return replace(roles, total=[*roles.total, *more]) if more else roles


def _name_bases(sheet: Sheet, claims: Claims) -> None:
    """In a table of tax rates the column "Amount" holds what the tax is taken from."""
    for found in claims.values():
        for index, claim in enumerate(found):
            if claim.is_below and claim.label == "weak_total" and "total" not in claim.hit.phrase:
                beside = sheet.row_of(claim.hit.segment).segments
                if any(hit.label == "tax" for segment in beside for hit in segment.labels):
                    found[index] = replace(claim, hit=replace(claim.hit, label="subtotal"))


def _claim_beside_days(sheet: Sheet, claims: Claims) -> None:
    """An amount in the row of the day on which it falls due ("To pay by 5 May  80.00")."""
    for amount, found in claims.items():
        if found:
            continue
        before = sheet.row_of(amount.segment).segments[: amount.segment.index]
        days = [hit for segment in before for hit in segment.labels if hit.label == "due_date"]
        if days:
            found.append(Claim(replace(days[0], label="due"), 0.85, is_below=False))


def roles_of(amounts: Sequence[AmountCandidate], claims: Claims, sheet: Sheet) -> Roles:
    """The likeliest figures of each role; those further down are a little likelier."""
    last_row = max((row.number for row in sheet.rows), default=1)
    first_row = sheet.rows[0].number
    shown = sum(_has_decimals(amount) for amount in amounts) >= _FEWEST_WITH_CENTS

    def role(weights: dict[Label, float]) -> list[Figure]:
        figures = []
        for amount in amounts:
            _, score = best_claim(claims[amount], weights)
            if score > 0.1:
                depth = (amount.segment.row - first_row) / max(1, last_row - first_row)
                figures.append(
                    Figure((amount,), score * _looks(amount, shown) * (0.9 + 0.1 * depth))
                )
        figures.sort(key=lambda figure: -figure.score)
        return [figure for figure in figures if figure.score > 0.1][:_MOST_OF_A_ROLE]

    return Roles(role(_TOTAL), role(_SUBTOTAL), role(_TAX), role(_DUE), role(_PAID))


def _looks(amount: AmountCandidate, cents_shown: bool) -> float:
    """How much the figures look like money: a bare whole number hardly does.

    ``cents_shown``: other amounts of the pages have cents.
    """
    if has_cents(amount.value):
        return 1.0
    if any(mark in amount.text for mark in ".,'"):
        return 0.75
    return 0.2 if cents_shown else 0.4


def _has_decimals(amount: AmountCandidate) -> bool:
    return amount.value.value.as_tuple().exponent == -2
