"""Rows that give a sum or a tax, and the values that items may be proven with."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.evidence import claims_on
from engine.extraction.invoices.scoring import best_claim
from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import Row, Segment, Sheet

_ENDS: Final[frozenset[Label]] = frozenset({"subtotal", "total", "due", "tax", "weak_total"})
_BESIDE: Final[frozenset[Label]] = frozenset({"balance_before", "paid"})
_TARGETS: Final[dict[Label, float]] = {
    "subtotal": 1.0, "total": 0.9, "weak_total": 0.8, "due": 0.7,
}  # fmt: skip
_TAX: Final[dict[Label, float]] = {"tax": 1.0}
_LABELS: Final = frozenset[Label]((*_TARGETS, *_TAX))
_RIVALS: Final = frozenset[Label]((*_LABELS, "paid", "other_amount"))
_WEAKEST: Final = 0.3
_MOST_SUM_WORDS: Final = 3
_PERCENT = re.compile(r"(\d{1,2}(?:[.,]\d{1,3})?)\s?%")
_CENT: Final = Decimal("0.011")
_LEAST_BASE: Final = 1
_LOWEST_RATE: Final = 2
_HIGHEST_RATE: Final = 30
_STEP: Final = Decimal("0.01")


def is_sum_label(segment: Segment) -> bool:
    """Whether a segment opens or closes with the label of a sum and says little else."""
    ends = [hit for hit in segment.labels if hit.label in _ENDS]
    if not ends or (ends[0].start != 0 and ends[0].end != len(segment.words)):
        return False
    hit = ends[0]
    if hit.start != 0 and len(segment.words) > _MOST_SUM_WORDS:
        return False
    rest = segment.words[: hit.start] + segment.words[hit.end :]
    words = [w for w in rest if any(map(str.isalpha, w.text)) and len(w.text) > 3]
    return len(words) <= 2


def is_sum_row(row: Row, amount: AmountCandidate) -> bool:
    """Whether the words before ``amount`` in its row name a sum, a tax, a payment or a balance."""
    for segment in row.segments[: amount.segment.index + 1]:
        opening = [hit.label for hit in segment.labels if hit.start == 0]
        weak = all(hit.label == "weak_total" for hit in segment.labels) and not opening
        if (is_sum_label(segment) and not weak) or any(label in _BESIDE for label in opening):
            return True
    return False


def is_tax_row(row: Row) -> bool:
    """Whether a row names a tax at its beginning or after a percentage."""
    for segment in row.segments:
        for hit in segment.labels:
            before = segment.words[: hit.start]
            if hit.label == "tax" and not any(w.text.isalpha() and len(w.text) > 3 for w in before):
                return True
    return False


def is_rated(row: Row, tax: AmountCandidate, figures: Sequence[AmountCandidate]) -> bool:
    """Whether an amount is a tax that its row computes: a rate and what it is taken from."""
    bases = [f.value.value for f in figures if f is not tax and abs(f.value.value) > _LEAST_BASE]
    value = tax.value.value
    if any(takes_share(row, value, base) for base in bases):
        return True
    rates = [f.value.value for f in figures if f is not tax and _could_be_rate(f.value.value)]
    return any(
        abs(abs(base) * rate / 100 - abs(value)) <= _CENT
        for base in bases
        for rate in rates
        if base != rate
    )


def _could_be_rate(value: Decimal) -> bool:
    """Whether a figure without a sign could be a tax rate: these are whole or half percents."""
    return _LOWEST_RATE <= value <= _HIGHEST_RATE and value * 2 == (value * 2).to_integral_value()


def takes_share(row: Row, amount: Decimal, base: Decimal) -> bool:
    """Whether ``amount`` is the percentage of ``base`` that its row prints."""
    for match in _PERCENT.finditer(row.text):
        rate = Decimal(match[1].replace(",", "."))  # a percentage has no thousands
        if rate and abs(abs(base) * rate / 100 - abs(amount)) <= _CENT:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Target:
    """An amount that a label calls a sum: the worth of its label (0 to 1) and where it stands."""

    worth: float
    places: tuple[AmountCandidate, ...]


Targets = Mapping[Decimal, Target]


@dataclass(frozen=True, slots=True)
class NamedSums:
    """What labels call a sum, and the amounts that they call a tax."""

    targets: Targets
    taxes: frozenset[Decimal]


def named_sums(
    sheet: Sheet, amounts: Sequence[AmountCandidate], head_rows: Container[int]
) -> NamedSums:
    """The sums and taxes that labels name; ``head_rows`` are rows whose words head columns."""
    claims = claims_on(sheet, amounts, _LABELS, _RIVALS)
    money = any(has_cents(amount.value) for amount, found in claims.items() if found)
    targets: dict[Decimal, Target] = {}
    taxes = set[Decimal]()
    for amount, found in claims.items():
        value = amount.value.value
        if (money and not has_cents(amount.value)) or value == 0:
            continue
        own = [c for c in found if not (c.is_below and c.hit.segment.row in head_rows)]
        if best_claim(own, _TAX)[1] >= _WEAKEST:
            taxes.add(value)
        _, worth = best_claim(own, _TARGETS)
        if worth >= _WEAKEST:
            known = targets.get(value)
            places = (*known.places, amount) if known else (amount,)
            targets[value] = Target(max(worth, known.worth if known else 0.0), places)
    return NamedSums(targets, frozenset(taxes))


def worth_of(targets: Targets, value: Decimal, apart_from: Container[int] = ()) -> float:
    """How well a sum of ``value`` is named at another place than the amounts ``apart_from``.

    A cent more or less, as rounding leaves it, is worth a little less.
    """
    exact = targets.get(value)
    if exact is not None and any(id(place) not in apart_from for place in exact.places):
        return exact.worth
    near = [targets.get(value + step) for step in (_STEP, -_STEP)]
    return max((0.8 * target.worth for target in near if target is not None), default=0.0)
