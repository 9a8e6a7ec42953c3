"""Looks at an invoice's pages again for a person who doubts: why each value, and what else.

The rules choose as they did; what they saw on the way is told instead of dropped. Nothing is
decided here.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Final

from engine.extraction.invoices.assemble import Drafted, draft_of
from engine.extraction.invoices.confidence import load_model
from engine.extraction.invoices.confidence.judge import explain
from engine.extraction.invoices.confidence.signals import field_signals
from engine.extraction.invoices.ranking import load_ranks
from engine.extraction.invoices.sheet.amounts import cents, has_cents
from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.layout import Sheet, box_of
from engine.records import (
    DATE_FIELDS,
    SUM_FIELDS,
    FieldLook,
    Finding,
    Invoice,
    OtherValue,
    Provenance,
)

_MOST_OTHERS: Final = 4
_MOST_REASONS: Final = 5
_LEAST_WEIGHT: Final = 0.15
"""Log-odds below which a finding is not worth telling."""


def second_look(sheet: Sheet, invoice: Invoice) -> dict[str, FieldLook]:
    """What a second look gives for each header field of ``invoice``, which is on ``sheet``."""
    drafted = draft_of(sheet, load_ranks())
    judged = explain(drafted.around, load_model())
    signals = field_signals(drafted.around)
    looks: dict[str, FieldLook] = {}
    for field in (*DATE_FIELDS, *SUM_FIELDS, *drafted.draft.values):
        if field in looks:
            continue
        value = getattr(invoice, field, None)
        is_same = field in judged and drafted.draft.values.get(field) == value
        reasons = judged[field].reasons if is_same else ()
        others = tuple(_others(field, value, drafted, invoice))
        told = tuple(
            Finding(
                name=reason.feature,
                weight=round(reason.weight, 2),
                holds=bool(signals[field].get(reason.feature)),
            )
            for reason in reasons[:_MOST_REASONS]
            if abs(reason.weight) >= _LEAST_WEIGHT
        )
        if told or others:
            looks[field] = FieldLook(findings=told, others=others[:_MOST_OTHERS])
    return looks


def _others(field: str, value: Any, drafted: Drafted, invoice: Invoice) -> Iterator[OtherValue]:
    """Different values for ``field``: what was chosen first, then rivals, then what is printed.

    What another field of its kind holds already is none.
    """
    own_kind = next((kind for kind in (DATE_FIELDS, SUM_FIELDS) if field in kind), (field,))
    known = {value, *(getattr(invoice, name, None) for name in own_kind)}
    for found, place, is_chosen in _printed(field, drafted):
        if found in known or found is None:
            continue
        known.add(found)
        yield OtherValue(
            text=found if isinstance(found, str) else None,
            number=found if isinstance(found, Decimal) else None,
            date=found if isinstance(found, dt.date) else None,
            place=place,
            is_taken_back=is_chosen and value is None,
        )


def _printed(field: str, drafted: Drafted) -> Iterator[tuple[Any, Provenance, bool]]:
    pick = drafted.draft.picks.get(field)
    chosen = drafted.draft.values.get(field)
    if pick is not None and isinstance(chosen, str | Decimal | dt.date):
        yield chosen, _place(Candidate(chosen, pick.segment, 0, 0, ""), pick.words), True
        for entry in pick.ranking[1:]:
            yield entry.value, _place(entry.candidate, entry.candidate.words), False
    found = drafted.around.found
    if field in DATE_FIELDS:
        yield from ((date.value, _place(date, date.words), False) for date in found.dates)
    elif field in SUM_FIELDS:
        amounts = [amount for amount in found.amounts if has_cents(amount.value)]
        for amount in _by_size(amounts):
            yield cents(amount.value.value), _place(amount, amount.words), False


def _by_size(amounts: Iterable[Candidate[Any]]) -> list[Candidate[Any]]:
    """The largest first: sums stand among them."""
    return sorted(amounts, key=lambda amount: -abs(amount.value.value))


def _place(candidate: Candidate[Any], words: Any) -> Provenance:
    return Provenance(
        page=candidate.segment.page,
        bbox=box_of(words),
        text=" ".join(word.text for word in words),
        confidence=min((word.confidence for word in words), default=0.0),
        source=candidate.segment.source,
    )
