"""Net, tax, gross and what is left to pay: roles for amounts by label, place and arithmetic.

The three must fit each other. Amounts that add up are believed before amounts that only have the
right words beside them; a lone total is given, but with less confidence.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.invoices.sums.ladders import readings_by_ladder
from engine.extraction.invoices.sums.rated_steps import readings_by_rate
from engine.extraction.invoices.sums.sum_figures import Figure, Reading, Totals
from engine.extraction.invoices.sums.sum_readings import (
    HIGHEST_TAX,
    readings_by_label,
    readings_by_row,
)
from engine.extraction.invoices.sums.sum_roles import Roles, claims_of_money, roles_of, with_unnamed
from engine.extraction.invoices.sums.sums import column_sums
from engine.extraction.invoices.sums.tender import Tender, find_tender

_PROVEN: Final = 0.95
_CONTRADICTED: Final = 0.25
_UNSUPPORTED: Final = 0.35
_ITEMS_MAKE_IT: Final = 0.75
"""What a total is worth, at least, that the lines add up to where no tax is named."""

_LEAST: Final = 0.25
_CENT: Final = Decimal("0.01")


def find_totals(
    sheet: Sheet,
    found: Candidates,
    item_rows: frozenset[int] = frozenset(),
    items_sum: Decimal | None = None,
) -> Totals:
    """The sums printed on ``sheet``.

    ``item_rows`` are the rows inside the table of items, ``items_sum`` is what its items add up to.
    """
    amounts = [a for a in found.amounts if a.segment.row not in item_rows]
    claims = claims_of_money(sheet, amounts)
    tender = find_tender(sheet, found.amounts)
    roles = _with_tender(roles_of(amounts, claims, sheet), amounts, tender)
    free = [a for a in amounts if not any(c.label == "other_amount" for c in claims[a][:1])]
    roles = with_unnamed(sheet, roles, free, item_rows, items_sum)
    due = roles.due[0] if roles.due else None
    paid = roles.paid[0] if roles.paid else None
    readings = [
        *readings_by_label(roles, amounts, column_sums(found.amounts), items_sum, tender),
        *readings_by_row(sheet, found.amounts, roles, item_rows),
        *readings_by_ladder(sheet, amounts, claims, roles, items_sum),
        *readings_by_rate(sheet, amounts, roles),
    ]
    if not readings:
        subtotal = _fitting(roles.subtotal, None)
        return Totals(None, subtotal, _fitting_tax(roles.tax, None, subtotal), due, paid)
    best = _fullest(readings)
    proven = best.tax is not None or best.charges is not None or best.total.value == items_sum
    total = _weighed(best.total, found.amounts, tender, proven=proven)
    subtotal, tax, charges = best.subtotal, best.tax, best.charges
    adds_up = charges is not None or (tax is not None and tax.value != 0)
    if tax is None:
        subtotal = subtotal or _fitting(roles.subtotal, total)
        tax = _fitting_tax(roles.tax, total, subtotal)
    if tax is not None and tax.value == 0 and subtotal is None and total.value == items_sum:
        subtotal = Figure(total.parts, total.score * 0.9)
    if total.value == items_sum and tax is None:
        total = Figure(total.parts, max(total.score, _ITEMS_MAKE_IT))
    agree = _agrees(items_sum, total, subtotal, tax)
    return Totals(total, subtotal, tax, due, paid, adds_up, charges, agree)


def _fullest(readings: Sequence[Reading]) -> Reading:
    """The worthiest reading; of those with its total one that proves net amount and tax, if any."""
    best = _continued(max(readings, key=lambda reading: reading.worth), readings)
    proven = [
        reading
        for reading in readings
        if reading.total.value == best.total.value
        and reading.subtotal is not None
        and reading.tax is not None
        and reading.tax.value != 0
    ]
    return max(proven, key=lambda reading: reading.worth) if proven else best


def _continued(best: Reading, readings: Sequence[Reading]) -> Reading:
    """The reading in which the best one's total is only the net amount, and tax makes it more."""
    if best.tax is not None or best.charges is not None:
        return best
    further = [
        reading
        for reading in readings
        if reading.tax is not None
        and reading.tax.value > 0
        and reading.subtotal is not None
        and reading.subtotal.value == best.total.value
        and reading.total.value > best.total.value
    ]
    return max(further, key=lambda reading: reading.worth, default=best)


def _agrees(
    items_sum: Decimal | None, total: Figure, subtotal: Figure | None, tax: Figure | None
) -> bool:
    """Whether the lines add up to one of the sums."""
    if items_sum is None:
        return False
    sums = [total.value, subtotal.value if subtotal else None]
    sums.append(total.value - tax.value if tax else None)
    return any(value is not None and abs(value - items_sum) <= _CENT for value in sums)


def _with_tender(roles: Roles, amounts: Sequence[AmountCandidate], tender: Tender) -> Roles:
    """What a payment at the till says of the total: what the sale cost, and what is none."""
    known = {figure.value for figure in roles.total if figure.score >= _LEAST}
    more = [
        Figure((amount,), 0.6)
        for amount in amounts
        if amount.value.value in tender.costs and amount.value.value not in known
    ]
    proven = {figure.value for figure in roles.subtotal} & tender.paid if not known else set()
    more += [figure for figure in roles.subtotal if figure.value in proven]
    totals = [f for f in roles.total if f.value not in tender.handed]
    return replace(roles, total=[*totals, *more])


def _weighed(
    total: Figure, amounts: Sequence[AmountCandidate], tender: Tender, *, proven: bool
) -> Figure:
    """``total`` with the trust that the page's other figures give it.

    What was handed over less what was given back proves it. On a scan a figure that nothing else
    on the page says may be any other that was misread.
    """
    if total.value in tender.costs:
        return Figure(total.parts, max(total.score, _PROVEN))
    if tender.costs:
        return Figure(total.parts, total.score * _CONTRADICTED)
    rows = {a.segment.row for a in amounts if abs(a.value.value) == abs(total.value)}
    is_scan = total.candidate.segment.source == "ocr"
    if proven or not is_scan or len(rows) > 1:
        return total
    return Figure(total.parts, total.score * _UNSUPPORTED)


def _fitting(figures: list[Figure], total: Figure | None) -> Figure | None:
    """The best subtotal that is not more than the total."""
    for figure in figures:
        if figure.score < 0.5:
            break
        if total is None or abs(figure.value) <= abs(total.value):
            return Figure(figure.parts, figure.score * 0.75)
    return None


def _fitting_tax(
    figures: list[Figure], total: Figure | None, subtotal: Figure | None
) -> Figure | None:
    """The best tax that could be a part of the total."""
    for figure in figures:
        if figure.score < 0.5:
            break
        limit = abs(total.value) * HIGHEST_TAX if total else None
        if limit is None or abs(figure.value) <= limit:
            return Figure(figure.parts, figure.score * (0.5 if subtotal else 0.7))
    return None
