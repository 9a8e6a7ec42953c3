"""From a net sum down to the total, step by step: what each row between them adds or takes away.

Sums are printed under each other: what the lines come to, a discount, freight, taxes of several
rates, rounding, and the total. A reading is proven when the steps lead from one to the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from engine.extraction.invoices.evidence import Claims
from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.invoices.sums.rated_rows import printed_rates
from engine.extraction.invoices.sums.sum_figures import Figure, Reading
from engine.extraction.invoices.sums.sum_roles import Roles

_ALIGNED: Final = 0.03
_MOST_STEPS: Final = 10
_MOST_STATES: Final = 64
_DEAREST: Final = 1.3
_CENT: Final = Decimal("0.01")
_HIGHEST_TAX: Final = Decimal("0.36")
_LEAST: Final = 0.3
_OWED: Final = 0.63
"""What a total is worth, at most, that is only called what is due."""

_PROOF: Final = 0.55
_RATED: Final = 0.7
_ITEMS_UNPRINTED: Final = 0.3
_ITEMS: Final = 0.6
"""What it adds that the steps begin where the lines add up to."""

_STARTS: Final[frozenset[Label]] = frozenset({"subtotal", "weak_total", "total"})
_STOPS: Final[frozenset[Label]] = frozenset({"paid", "balance_before"})

_Kind = Literal["tax", "charge", "sum", "owed", "stop", "credit", "unknown"]


@dataclass(frozen=True, slots=True)
class _Step:
    amount: AmountCandidate
    kind: _Kind
    score: float
    rates: tuple[Decimal, ...] = ()
    is_total: bool = False

    @property
    def value(self) -> Decimal:
        return self.amount.value.value


@dataclass(frozen=True, slots=True)
class _State:
    """Where one way down the ladder stands; ``cost`` grows with what has to be assumed."""

    value: Decimal
    cost: float = 0.0
    taxes: tuple[_Step, ...] = ()
    charges: Decimal = Decimal(0)
    net: _Step | None = None

    @property
    def taxed(self) -> Decimal:
        return sum((step.value for step in self.taxes), Decimal(0))


def readings_by_ladder(
    sheet: Sheet,
    amounts: Sequence[AmountCandidate],
    claims: Claims,
    roles: Roles,
    items_sum: Decimal | None,
) -> Iterator[Reading]:
    """Readings in which more than one net amount and one tax make the total."""
    for total in roles.total:
        if total.value == 0:
            continue
        column = _column(sheet, amounts, claims, total.candidate)
        if _step(sheet, total.candidate, claims).is_total:
            column = [_as_charge(step) for step in column]
        if any(step.kind == "tax" and step.value for step in column):
            column = [_as_percentage(step) for step in column]
        for start, first in enumerate(column):
            named = first.kind == "sum" and first.score >= _LEAST
            if (named or first.value == items_sum) and first.value != 0:
                proof = _ITEMS if first.value == items_sum else 0.0
                yield from _down(_State(first.value), first, column[start + 1 :], total, proof)
        if items_sum is not None and column and not any(s.value == items_sum for s in column):
            yield from _down(_State(items_sum), None, column, total, _ITEMS_UNPRINTED)


def _as_percentage(step: _Step) -> _Step:
    """A share without a word, where the tax has its own: a waiver, a fee, a commission."""
    return replace(step, kind="charge") if step.kind == "unknown" and step.rates else step


def _as_charge(step: _Step) -> _Step:
    """A payment or credit that is taken away before a plain total lowers it as a discount does."""
    if step.kind == "stop" and step.value < 0:
        return replace(step, kind="credit")
    return step


def _column(
    sheet: Sheet, amounts: Sequence[AmountCandidate], claims: Claims, total: AmountCandidate
) -> list[_Step]:
    """The last amounts of the rows above the total that end about where it ends, top down."""
    rows: dict[int, AmountCandidate] = {}
    for amount in amounts:
        row = amount.segment.row
        near = abs(amount.x1 - total.x1) <= _ALIGNED
        money = has_cents(amount.value) or not has_cents(total.value) or amount.value.value == 0
        if row >= total.segment.row or not near or not money:
            continue
        if row not in rows or rows[row].x1 < amount.x1:
            rows[row] = amount
    last = sorted(rows)[-_MOST_STEPS - 1 :]
    return [_step(sheet, rows[row], claims) for row in last]


def _step(sheet: Sheet, amount: AmountCandidate, claims: Claims) -> _Step:
    rates = printed_rates(sheet.row_of(amount.segment))
    found = [claim for claim in claims[amount] if not claim.is_below] or claims[amount]
    if not found:
        return _Step(amount, "unknown", 0.0, rates)
    best = max(found, key=lambda claim: claim.closeness)
    kind: _Kind = "unknown"
    if best.label in _STARTS:
        kind = "sum"
    elif best.label == "due":
        kind = "owed"
    elif best.label == "tax":
        kind = "tax"
    elif best.label in _STOPS:
        kind = "stop"
    elif best.label == "other_amount":
        kind = "charge"
    return _Step(amount, kind, best.closeness, rates, best.label == "total")


def _down(
    start: _State, first: _Step | None, steps: Sequence[_Step], total: Figure, proof: float
) -> Iterator[Reading]:
    states = [start]
    for step in steps:
        states = [after for state in states for after in _after(state, step)]
        states = sorted(states, key=lambda state: state.cost)[:_MOST_STATES]
    for state in states:
        moved = state.taxes or state.charges
        if moved and abs(state.value - total.value) <= _CENT and _is_plausible(state, total):
            yield _reading(state, first, total, proof)
            return


def _after(state: _State, step: _Step) -> Iterator[_State]:
    """Every way to take one step: add it, take it away, or pass it as a sum or as said before."""
    cost, value = state.cost, step.value
    if step.kind == "stop":
        return
    if abs(state.value - value) <= _CENT:
        net = step if not state.taxes else state.net
        yield _State(state.value, cost, state.taxes, state.charges, net)
        return
    if step.kind == "unknown" and _is_share(step, state.value):
        taxes = (*state.taxes, replace(step, score=_RATED))
        yield _State(state.value + value, cost + 0.05, taxes, state.charges, state.net)
        return
    if step.kind == "tax":
        known = state.taxes and abs(state.taxed - value) <= _CENT
        yield from _costing(state, 0.0 if known else 0.9)
        if value >= 0 or state.value < 0:
            taxes = (*state.taxes, step)
            yield _State(state.value + value, cost, taxes, state.charges, state.net)
        return
    if step.kind in ("sum", "owed"):
        yield from _costing(state, 0.6)
        return
    extra = 0.15 if step.kind == "charge" else 0.5
    yield from _costing(state, 0.7)
    for signed in (value, -value) if value > 0 else (value,):
        price = cost + extra + (0.15 if signed != value else 0.0)
        if price <= _DEAREST:
            charges = state.charges + signed
            yield _State(state.value + signed, price, state.taxes, charges, state.net)


def _is_share(step: _Step, base: Decimal) -> bool:
    """Whether a step is the percentage of ``base`` that its row prints."""
    return step.value > 0 and any(
        abs(base * rate / 100 - step.value) <= _CENT for rate in step.rates
    )


def _costing(state: _State, price: float) -> Iterator[_State]:
    if state.cost + price <= _DEAREST:
        yield _State(state.value, state.cost + price, state.taxes, state.charges, state.net)


def _is_plausible(state: _State, total: Figure) -> bool:
    """Whether the tax is no larger a share than any country takes."""
    net = abs(total.value - state.taxed)
    return abs(state.taxed) <= net * _HIGHEST_TAX


def _reading(state: _State, first: _Step | None, total: Figure, proof: float) -> Reading:
    net = state.net if state.net is not None and state.net.kind == "sum" else first
    subtotal = Figure((net.amount,), max(0.75, net.score)) if net is not None else None
    scores = [step.score for step in state.taxes]
    tax = None
    if state.taxes:
        parts = tuple(step.amount for step in state.taxes)
        tax = Figure(parts, 0.85 if min(scores) >= 0.5 else 0.7)
    left = total.value - (net.value if net is not None else 0) - state.taxed
    charges = left if net is not None and abs(left) > _CENT else None
    worth = total.score + 0.25 + _PROOF + proof - 0.3 * state.cost
    worth += 0.3 * (net.score if net is not None else 0.6)
    worth += 0.3 * min(scores) if scores else 0.15
    if first is not None and first.is_total and total.score < _OWED and state.charges:
        worth -= 0.7  # what a total is reduced by is taken from what is due, not from the total
    if state.charges and charges is None and tax is None:
        worth -= 0.3
    return Reading(worth, total, subtotal, tax, charges)
