"""Readings of the sums by label and arithmetic: a total alone, or with its net amount and tax."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.invoices.sums.rated_rows import rated_rows
from engine.extraction.invoices.sums.sum_figures import Figure, Reading
from engine.extraction.invoices.sums.sum_roles import Roles
from engine.extraction.invoices.sums.tax_rows import TaxRow, amounts_by_row, tax_rows
from engine.extraction.invoices.sums.tender import Tender

_MOST_RATES: Final = 3
_CENT: Final = Decimal("0.01")
_LEAST: Final = 0.25
_SETTLED: Final = 0.4
_UNNAMED: Final = 0.45
"""What a total is worth that no word announces."""

_ROWS_TO_TOTAL: Final = 3
HIGHEST_TAX: Final = Decimal("0.36")
"""No country's value added tax is a larger share of the net amount."""


def readings_by_label(
    roles: Roles,
    amounts: Sequence[AmountCandidate],
    sums: frozenset[int],
    items_sum: Decimal | None,
    tender: Tender,
) -> Iterator[Reading]:
    """Ways to read the sums, each with its worth; a total alone is one of them."""
    largest = max((abs(f.value) for f in roles.total if f.score > 0.3), default=Decimal(1)) or 1
    subtotals = [*roles.subtotal, *_unnamed(roles.subtotal, amounts, sums)]
    taxes = [*roles.tax, *_several_rates(roles.tax)]
    for total in [*roles.total, *_unnamed_totals(roles, amounts)]:
        if total.score < _LEAST and id(total.candidate) not in sums:
            continue
        if total.score == _UNNAMED:
            yield from _proven_only(total, roles)
            continue
        worth = total.score + 0.25 * float(min(Decimal(1), abs(total.value) / largest))
        worth += 0.8 if id(total.candidate) in sums else 0.0
        worth += _repeated(total, roles.total)
        worth += 0.5 if items_sum == total.value else 0.0
        worth += paid_for(total, tender)
        worth += _SETTLED if _is_settled(total, roles) else 0.0
        yield Reading(worth, Figure(total.parts, min(0.95, total.score + 0.1)))
        for tax in taxes if items_sum is not None else ():
            if tax.value and total.value - tax.value == items_sum:
                yield Reading(worth + 0.5 + 0.3 * tax.score, total, None, tax)
        for subtotal in subtotals:
            for tax in taxes:
                if _adds_up(total, subtotal, tax):
                    proof = 0.5 if tax.value else 0.0
                    weight = 0.3 if tax.value else 0.15
                    support = weight * (subtotal.score + tax.score)
                    yield Reading(worth + proof + support, total, subtotal, tax)


def _is_settled(total: Figure, roles: Roles) -> bool:
    """Whether what is due is the total less a payment or with an earlier balance."""
    return any(
        due.value != total.value and abs(due.value - total.value) == abs(paid.value)
        for due in roles.due
        for paid in roles.paid
        if paid.value != 0
    )


def paid_for(total: Figure, tender: Tender) -> float:
    """How much a payment at the till speaks for a total."""
    if total.value in tender.costs:
        return 1.0
    return 0.4 if total.value in tender.paid else 0.0


def readings_by_row(
    sheet: Sheet, amounts: Sequence[AmountCandidate], roles: Roles, item_rows: frozenset[int]
) -> Iterator[Reading]:
    """Rows of net, tax and gross, where the gross amount is also named as what the invoice is."""
    largest = max((abs(f.value) for f in roles.total if f.score > 0.3), default=Decimal(1)) or 1
    whole = bool(roles.total) and all(f.value == f.value.to_integral_value() for f in roles.total)
    apart = [amount for amount in amounts if amount.segment.row not in item_rows]
    rows = [*tax_rows(amounts, whole=whole), *rated_rows(sheet, apart), *_pairs(apart, roles)]
    for row in rows:
        named = [f for f in (*roles.total, *roles.due) if f.value == row.amount]
        in_items = any(part.segment.row in item_rows for part in row.gross)
        if not named or (in_items and len(row.gross) == 1):
            continue
        total = max(named, key=lambda figure: figure.score)
        worth = total.score + 0.25 * float(min(Decimal(1), abs(row.amount) / largest))
        if abs(row.amount) >= largest:
            worth += 0.4
        worth += 0.5 + 0.5 + _repeated(total, roles.total)
        yield Reading(
            worth,
            Figure(total.parts, total.score),
            Figure(row.net, 0.85),
            Figure(row.tax, 0.85),
        )


def _pairs(amounts: Sequence[AmountCandidate], roles: Roles) -> Iterator[TaxRow]:
    """A net sum and the sum of the taxes side by side in a row that a word calls one of sums."""
    named = {f.candidate.segment.row for f in (*roles.subtotal, *roles.total) if f.score >= _LEAST}
    for row in amounts_by_row(amounts, fewest=2):
        net, tax = row[0], row[1]
        if len(row) != 2 or net.segment.row not in named or net.value.value == 0:
            continue
        if Decimal(0) < tax.value.value / net.value.value <= HIGHEST_TAX:
            yield TaxRow((net,), (tax,), ())


def _unnamed_totals(roles: Roles, amounts: Sequence[AmountCandidate]) -> Iterator[Figure]:
    """Amounts without a total's word that a subtotal and a tax right before them make."""
    named = {id(figure.candidate) for figure in roles.total if figure.score >= _LEAST}
    for amount in amounts:
        if id(amount) not in named and has_cents(amount.value):
            yield Figure((amount,), _UNNAMED)


def _proven_only(total: Figure, roles: Roles) -> Iterator[Reading]:
    row = total.candidate.segment.row
    for subtotal in roles.subtotal:
        for tax in (*roles.tax, *_several_rates(roles.tax)):
            before = max(subtotal.candidate.segment.row, tax.parts[-1].segment.row)
            near = 0 <= row - before <= _ROWS_TO_TOTAL
            named = min(subtotal.score, tax.score) >= 0.5 and tax.value != 0
            if near and named and _adds_up(total, subtotal, tax):
                worth = total.score + 0.5 + 0.3 * (subtotal.score + tax.score)
                yield Reading(worth, total, subtotal, tax)


def _unnamed(
    known: Sequence[Figure], amounts: Sequence[AmountCandidate], sums: frozenset[int]
) -> Iterator[Figure]:
    """Sums of a column without a word beside them, as subtotals."""
    named = {id(figure.candidate) for figure in known}
    for amount in amounts:
        if id(amount) in sums and id(amount) not in named:
            yield Figure((amount,), 0.4)


def _several_rates(taxes: Sequence[Figure]) -> Iterator[Figure]:
    """Taxes of two or three rates, printed apart, taken together."""
    single = [tax for tax in taxes if tax.value][:6]
    for count in range(2, _MOST_RATES + 1):
        for group in combinations(single, count):
            if len({figure.candidate.segment.row for figure in group}) == count:
                parts = tuple(figure.candidate for figure in group)
                yield Figure(parts, 0.8 * min(figure.score for figure in group))


def _repeated(total: Figure, totals: Sequence[Figure]) -> float:
    """A little for each other place that gives the same amount."""
    same = [t for t in totals if t is not total and t.value == total.value and t.score > 0.3]
    return min(0.3, 0.15 * len(same))


def _adds_up(total: Figure, subtotal: Figure, tax: Figure) -> bool:
    parts = (*total.parts, *subtotal.parts, *tax.parts)
    if len(set(map(id, parts))) < len(parts):
        return False
    if total.value == 0 or abs(total.value) < abs(subtotal.value):
        return False
    share = tax.value / subtotal.value if subtotal.value else Decimal(1)
    return abs(subtotal.value + tax.value - total.value) <= _CENT and 0 <= share <= HIGHEST_TAX
