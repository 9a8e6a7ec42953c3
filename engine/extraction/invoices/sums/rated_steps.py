"""A tax that its own row computes: a rate, the amount above it, and their sum below it.

Three rows whose figures say the same twice need no words that are known: the tax is the printed
percentage of the first, and the third is what both come to.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.invoices.sums.rated_rows import printed_rates
from engine.extraction.invoices.sums.sum_figures import Figure, Reading
from engine.extraction.invoices.sums.sum_roles import Roles

_ROWS_BETWEEN: Final = 3
_ALIGNED: Final = 0.03
_CENT: Final = Decimal("0.011")
_PROOF: Final = 1.4
_UNNAMED: Final = 0.62
"""What a total is worth that no word announces, but a rate proves."""


def readings_by_rate(
    sheet: Sheet, amounts: Sequence[AmountCandidate], roles: Roles
) -> Iterator[Reading]:
    """Readings in which the tax is the printed percentage of the net amount right above it."""
    by_row: dict[int, list[AmountCandidate]] = {}
    for amount in amounts:
        if has_cents(amount.value):
            by_row.setdefault(amount.segment.row, []).append(amount)
    named = {figure.value: figure for figure in reversed(roles.total)}
    owed = {id(figure.candidate) for figure in roles.due if figure.score >= 0.5}
    for number, here in by_row.items():
        tax = here[-1]
        for rate in printed_rates(sheet.row_of(tax.segment)):
            for net in _near(by_row, tax, range(number - _ROWS_BETWEEN, number)):
                gap = abs(net.value.value * rate / 100 - tax.value.value)
                if gap > _CENT or id(net) in owed:
                    continue
                gross = net.value.value + tax.value.value
                for total in _near(by_row, tax, range(number + 1, number + 1 + _ROWS_BETWEEN)):
                    if total.value.value == gross and gross != 0:
                        yield _reading(net, tax, total, named.get(gross))


def _near(
    by_row: dict[int, list[AmountCandidate]], tax: AmountCandidate, rows: range
) -> Iterator[AmountCandidate]:
    """The last amounts of ``rows`` that end about where the tax does, on its page."""
    for row in rows:
        for amount in by_row.get(row, ())[-1:]:
            same_page = amount.segment.page == tax.segment.page
            if same_page and abs(amount.x1 - tax.x1) <= _ALIGNED:
                yield amount


def _reading(
    net: AmountCandidate, tax: AmountCandidate, total: AmountCandidate, named: Figure | None
) -> Reading:
    figure = Figure((total,), max(_UNNAMED, named.score if named else 0.0))
    worth = figure.score + _PROOF
    return Reading(worth, figure, Figure((net,), 0.85), Figure((tax,), 0.85))
