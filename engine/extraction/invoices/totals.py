"""Net, tax, gross and what is left to pay: roles for amounts by label, place and arithmetic.

The three must fit each other. Amounts that add up are believed before amounts that only have the
right words beside them; a lone total is given, but with less confidence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from typing import Final

from engine.extraction.invoices.candidates import AmountCandidate, Candidates, has_cents
from engine.extraction.invoices.evidence import Claim, Claims, claims_on
from engine.extraction.invoices.labels import Label
from engine.extraction.invoices.layout import Sheet
from engine.extraction.invoices.scoring import best_claim
from engine.extraction.invoices.sums import column_sums
from engine.extraction.invoices.tax_rows import tax_rows
from engine.extraction.invoices.tender import Tender, find_tender

MONEY_LABELS: Final[frozenset[Label]] = frozenset(
    {"total", "weak_total", "due", "subtotal", "tax", "paid", "balance_before", "other_amount"}
)
_RIVALS: Final[frozenset[Label]] = MONEY_LABELS | {"title", "buyer", "seller", "ship_to"}
_TOTAL: Final[dict[Label, float]] = {"total": 0.92, "weak_total": 0.72, "due": 0.62}
_SUBTOTAL: Final[dict[Label, float]] = {"subtotal": 0.92, "weak_total": 0.3}
_TAX: Final[dict[Label, float]] = {"tax": 0.92}
_DUE: Final[dict[Label, float]] = {"due": 0.93}
_PAID: Final[dict[Label, float]] = {"paid": 0.85, "balance_before": 0.85}
_MOST_OF_A_ROLE: Final = 10
_MOST_RATES: Final = 3
_CENT: Final = Decimal("0.01")
_LEAST: Final = 0.25
_UNNAMED: Final = 0.45
"""What a total is worth that no word announces."""

_ROWS_TO_TOTAL: Final = 3
_PROVEN: Final = 0.95
_CONTRADICTED: Final = 0.25
_UNSUPPORTED: Final = 0.35
_HIGHEST_TAX: Final = Decimal("0.36")
"""No country's value added tax is a larger share of the net amount."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount in a role, or several that make it together. ``score`` is from 0 to 1."""

    parts: tuple[AmountCandidate, ...]
    score: float

    @property
    def candidate(self) -> AmountCandidate:
        """The amount, or the first of several."""
        return self.parts[0]

    @property
    def value(self) -> Decimal:
        """The amount."""
        return sum((part.value.value for part in self.parts), Decimal(0))


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of an invoice. ``adds_up``: subtotal and tax, neither 0, make the total."""

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
    claims = claims_on(sheet, amounts, MONEY_LABELS, _RIVALS)
    _name_bases(sheet, claims)
    _claim_beside_days(sheet, claims)
    tender = find_tender(sheet, found.amounts)
    roles = _with_tender(_roles(amounts, claims, sheet), amounts, tender)
    due = roles.due[0] if roles.due else None
    paid = roles.paid[0] if roles.paid else None
    readings = list(_readings(roles, amounts, column_sums(found.amounts), items_sum, tender))
    readings += _proven_rows(found.amounts, roles, item_rows)
    if not readings:
        subtotal = _fitting(roles.subtotal, None)
        return Totals(None, subtotal, _fitting_tax(roles.tax, None, subtotal), due, paid)
    _, total, subtotal, tax = max(readings, key=lambda reading: reading[0])
    total = _weighed(
        total, found.amounts, tender, proven=tax is not None or total.value == items_sum
    )
    if tax is None:
        subtotal = _fitting(roles.subtotal, total)
        return Totals(total, subtotal, _fitting_tax(roles.tax, total, subtotal), due, paid)
    return Totals(total, subtotal, tax, due, paid, adds_up=tax.value != 0)


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


def _roles(amounts: Sequence[AmountCandidate], claims: Claims, sheet: Sheet) -> _Roles:
    last_row = max((row.number for row in sheet.rows), default=1)
    first_row = sheet.rows[0].number

    def role(weights: dict[Label, float]) -> list[Figure]:
        figures = []
        for amount in amounts:
            _, score = best_claim(claims[amount], weights)
            if score > 0.1:
                depth = (amount.segment.row - first_row) / max(1, last_row - first_row)
                figures.append(Figure((amount,), score * _looks(amount) * (0.9 + 0.1 * depth)))
        figures.sort(key=lambda figure: -figure.score)
        return [figure for figure in figures if figure.score > 0.1][:_MOST_OF_A_ROLE]

    return _Roles(role(_TOTAL), role(_SUBTOTAL), role(_TAX), role(_DUE), role(_PAID))


def _looks(amount: AmountCandidate) -> float:
    """How much the figures look like money: a bare whole number hardly does."""
    if has_cents(amount.value):
        return 1.0
    return 0.75 if any(mark in amount.text for mark in ".,'") else 0.4


def _readings(
    roles: _Roles,
    amounts: Sequence[AmountCandidate],
    sums: frozenset[int],
    items_sum: Decimal | None,
    tender: Tender,
) -> Iterator[tuple[float, Figure, Figure | None, Figure | None]]:
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
        worth += 0.3 if items_sum == total.value else 0.0
        worth += _paid_for(total, tender)
        yield worth, Figure(total.parts, min(0.95, total.score + 0.1)), None, None
        for tax in taxes if items_sum is not None else ():
            if tax.value and total.value - tax.value == items_sum:
                yield worth + 0.5 + 0.3 * tax.score, total, None, tax
        for subtotal in subtotals:
            for tax in taxes:
                if _adds_up(total, subtotal, tax):
                    proof = 0.5 if tax.value else 0.0
                    weight = 0.3 if tax.value else 0.15
                    support = weight * (subtotal.score + tax.score)
                    yield worth + proof + support, total, subtotal, tax


def _with_tender(roles: _Roles, amounts: Sequence[AmountCandidate], tender: Tender) -> _Roles:
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


def _paid_for(total: Figure, tender: Tender) -> float:
    """How much a payment at the till speaks for a total."""
    if total.value in tender.costs:
        return 1.0
    return 0.4 if total.value in tender.paid else 0.0


def _proven_rows(
    amounts: Sequence[AmountCandidate], roles: _Roles, item_rows: frozenset[int]
) -> Iterator[tuple[float, Figure, Figure | None, Figure | None]]:
    """Rows of net, tax and gross, where the gross amount is also named as what the invoice is."""
    largest = max((abs(f.value) for f in roles.total if f.score > 0.3), default=Decimal(1)) or 1
    for row in tax_rows(amounts):
        named = [f for f in (*roles.total, *roles.due) if f.value == row.amount]
        in_items = any(part.segment.row in item_rows for part in row.gross)
        if not named or (in_items and len(row.gross) == 1):
            continue
        total = max(named, key=lambda figure: figure.score)
        worth = total.score + 0.25 * float(min(Decimal(1), abs(row.amount) / largest))
        if abs(row.amount) >= largest:
            worth += 0.4
        worth += 0.5 + 0.5 + _repeated(total, roles.total)
        yield worth, Figure(total.parts, total.score), Figure(row.net, 0.85), Figure(row.tax, 0.85)


def _unnamed_totals(roles: _Roles, amounts: Sequence[AmountCandidate]) -> Iterator[Figure]:
    """Amounts without a total's word that a subtotal and a tax right before them make."""
    named = {id(figure.candidate) for figure in roles.total if figure.score >= _LEAST}
    for amount in amounts:
        if id(amount) not in named and has_cents(amount.value):
            yield Figure((amount,), _UNNAMED)


def _proven_only(
    total: Figure, roles: _Roles
) -> Iterator[tuple[float, Figure, Figure | None, Figure | None]]:
    row = total.candidate.segment.row
    for subtotal in roles.subtotal:
        for tax in roles.tax:
            before = max(subtotal.candidate.segment.row, tax.candidate.segment.row)
            near = 0 <= row - before <= _ROWS_TO_TOTAL
            named = min(subtotal.score, tax.score) >= 0.5 and tax.value != 0
            if near and named and _adds_up(total, subtotal, tax):
                worth = total.score + 0.5 + 0.3 * (subtotal.score + tax.score)
                yield worth, total, subtotal, tax


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
    return abs(subtotal.value + tax.value - total.value) <= _CENT and share <= _HIGHEST_TAX


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
        limit = abs(total.value) * _HIGHEST_TAX if total else None
        if limit is None or abs(figure.value) <= limit:
            return Figure(figure.parts, figure.score * (0.5 if subtotal else 0.7))
    return None
