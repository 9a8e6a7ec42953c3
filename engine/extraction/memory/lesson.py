"""What one correction teaches: where the right value is printed, and the words beside it."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.sheet.layout import Segment, Sheet, box_of
from engine.extraction.memory.vendor_keys import domains_on
from engine.extraction.phrases import plain
from engine.extraction.printed.finder import Finder, Place
from engine.records import Correction
from engine.records.learning import Side

LEARNABLE: Final = (
    "invoice_number", "invoice_date", "due_date", "vendor_name", "vendor_tax_id", "customer_name",
    "currency", "subtotal", "tax_amount", "total_amount", "amount_due", "purchase_order", "iban",
    "payment_reference",
)  # fmt: skip
"""The fields whose corrections are learned from."""

_MOST_LABEL_WORDS: Final = 5
_ROWS_UP: Final = 2
_ALIGNED: Final = 0.03
_NEAR: Final = 0.15
"""Page widths from a label to the value right of it that need no second thought."""

FieldValue = str | Decimal | dt.date | None


def as_text(value: FieldValue) -> str | None:
    """A value as corrections hold it: dates and numbers in ISO."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, dt.date) else value


def place_of(field: str, value: FieldValue, sheet: Sheet | None) -> Place | None:
    """Where ``value`` is printed on ``sheet``; None when it is not."""
    text = as_text(value)
    return Finder(sheet).find(field, text) if sheet is not None and text else None


def correction_of(
    field: str,
    before: FieldValue,
    after: FieldValue,
    *,
    at: dt.datetime,
    sheet: Sheet | None,
    place: Place | None,
) -> Correction:
    """The lesson of a change from ``before`` to ``after``, which is printed at ``place``."""
    label, side = (None, None) if place is None or sheet is None else label_beside(place, sheet)
    return Correction(
        field=field,
        before=as_text(before),
        after=as_text(after),
        at=at,
        page=place.segment.page if place else None,
        bbox=box_of(place.words) if place else None,
        printed=" ".join(word.text for word in place.words) if place else None,
        label=label,
        side=side,
        domains=domains_on(sheet) if sheet is not None else (),
    )


def label_beside(place: Place, sheet: Sheet) -> tuple[str | None, Side | None]:
    """The plain words that announce the value at ``place``, and where it stands from them.

    Words before it in its own segment go first, then a known label left of it or over it, then
    whatever words stand there, those that are far away last.
    """
    segment = place.segment
    start = segment.words.index(place.words[0])
    before = _last_words([word.text for word in segment.words[:start]])
    if before:
        return before, "right"
    beside: list[tuple[Segment, Side]] = []
    beside += [(over, "below") for over in _over(place, sheet)]
    if segment.index and segment.words[0] is place.words[0]:
        left = sheet.row_of(segment).segments[segment.index - 1]
        beside.insert(0 if segment.x0 - left.x1 <= _NEAR else len(beside), (left, "right"))
    beside = [(part, side) for part, side in beside if _is_wording(part)]
    known = [(part, side) for part, side in beside if part.labels]
    for part, side in known or beside:
        return _last_words([word.text for word in part.words]), side
    return None, None


def _over(place: Place, sheet: Sheet) -> list[Segment]:
    """Segments of the rows above that stand over the value, the nearest row first."""
    number = place.segment.row - sheet.rows[0].number
    x0, x1 = place.words[0].x0, place.words[-1].x1
    found = []
    for row in reversed(sheet.rows[max(0, number - _ROWS_UP) : number]):
        if row.page == place.segment.page:
            found += [
                part
                for part in row.segments
                if abs(part.x0 - x0) <= _ALIGNED or (part.x0 < x1 and part.x1 > x0)
            ]
    return found


def _is_wording(segment: Segment) -> bool:
    return any(map(str.isalpha, segment.text)) and not any(map(str.isdigit, segment.text))


def _last_words(texts: Sequence[str]) -> str | None:
    """The plain words at the end of ``texts`` after the last one with a digit."""
    words: list[str] = []
    for text in reversed(texts):
        if any(map(str.isdigit, text)):
            break
        words = [*plain(text).split(), *words]
    return " ".join(words[-_MOST_LABEL_WORDS:]) or None
