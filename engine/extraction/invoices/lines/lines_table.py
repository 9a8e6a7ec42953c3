"""The lines of an invoice: those under a table's head, or those whose amounts add up to a sum."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.lines.aligned_lines import Run, runs_on
from engine.extraction.invoices.lines.columns import find_heads
from engine.extraction.invoices.lines.headed_items import items_under_heads
from engine.extraction.invoices.lines.items import Table, is_own_product
from engine.extraction.invoices.lines.run_items import items_of_run
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.invoices.sums.sum_lines import NamedSums, named_sums, worth_of

_PLAIN: Final = 0.65
"""The proof of items under a head from which nothing else is looked for."""

_MOST_WITH_TAX: Final = Decimal("1.4")
_WITH_TAX: Final = 0.8
_NAMED: Final = 0.5
_SURE: Final = 0.5
"""The worth of a run from which it is believed before items that no sum proves."""


def find_items(sheet: Sheet, found: Candidates) -> Table:
    """The items of ``sheet`` in reading order: under heads, or else where amounts add up.

    Items that add up to a sum which the page names are believed before others.
    """
    by_row: dict[int, list[AmountCandidate]] = {}
    for amount in found.amounts:
        by_row.setdefault(amount.segment.row, []).append(amount)
    heads = find_heads(sheet)
    headed = items_under_heads(sheet, heads, by_row)
    head_rows = {row for head in heads for row in range(head.first_row, head.last_row + 1)}
    sums = named_sums(sheet, found.amounts, head_rows)
    headed = replace(headed, proof=_proof(headed, sums))
    if headed.proof > _PLAIN and _are_products(headed) and not _is_part(headed, sums):
        return headed
    runs = runs_on(sheet, by_row, sums.targets)
    table = headed
    if runs and (not headed.items or _is_better(runs[0], headed)):
        table = items_of_run(sheet, runs[0], by_row)
    return _completed(sheet, table, runs, sums, by_row)


def _is_part(table: Table, sums: NamedSums) -> bool:
    """Whether a named sum is larger than the items and any tax on them could make it."""
    total = table.total or Decimal(0)
    return any(abs(value) > _MOST_WITH_TAX * abs(total) for value in sums.targets)


def _proof(table: Table, sums: NamedSums) -> float:
    """How plainly a sum is named that the items add up to, by themselves or with a tax."""
    if table.total is None:
        return 0.0
    own = {id(item.amount) for item in table.items}
    plain = worth_of(sums.targets, table.total, own)
    taxed = (worth_of(sums.targets, table.total + tax, own) for tax in sums.taxes)
    return plain or _WITH_TAX * max(taxed, default=0.0)


def _completed(
    sheet: Sheet,
    table: Table,
    runs: Sequence[Run],
    sums: NamedSums,
    by_row: dict[int, list[AmountCandidate]],
) -> Table:
    """``table`` with a further list, where the two sums together are a named sum too."""
    if table.total is None or not worth_of(sums.targets, table.total):
        return table
    for run in runs:
        rows = {amount.segment.row for amount in run.amounts}
        apart = rows.isdisjoint(table.rows) and run.named >= _NAMED
        if apart and table.total + run.total in sums.targets and len(rows) > 1:
            more = items_of_run(sheet, run, by_row)
            items = sorted([*table.items, *more.items], key=lambda item: item.row.number)
            return replace(table, items=tuple(items), rows=table.rows | more.rows)
    return table


def _are_products(table: Table) -> bool:
    """Whether no line with a quantity and a price has another amount than their product."""
    priced = [item for item in table.items if item.quantity and item.unit_price]
    return all(is_own_product(item) for item in priced)


def _is_better(run: Run, headed: Table) -> bool:
    """Whether a run is proven where the items under a head are not, or proves its products too."""
    products = sum(1 for item in headed.items if is_own_product(item))
    if run.products == len(run.amounts) > max(1, products):
        return True
    larger = abs(run.total) > _MOST_WITH_TAX * abs(headed.total or Decimal(0))
    if headed.proof and larger:
        return run.named >= _SURE and len(run.amounts) > 1
    if headed.proof or products == len(headed.items):
        return False
    return run.named >= _SURE and len(run.amounts) > 1
