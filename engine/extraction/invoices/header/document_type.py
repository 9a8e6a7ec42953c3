"""Invoice or credit note, and whether it was sent or received."""

from collections.abc import Sequence
from typing import Final, Literal

from engine.extraction.context import Context
from engine.extraction.identifiers import compact_identifier
from engine.extraction.invoices.sheet.layout import LabelHit, Sheet
from engine.extraction.phrases import plain

_HEAD_ZONE: Final = 0.5
_MOST_WORDS: Final = 7


def credit_title(sheet: Sheet) -> LabelHit | None:
    """The words that make the document a credit note, in its head; None for an invoice."""
    first = sheet.rows[0].page
    titles = [
        hit
        for hit in sheet.labels
        if hit.label in ("title", "credit_title") and hit.segment.page == first
    ]
    heads = [hit for hit in titles if _is_heading(hit)]
    credits_ = [hit for hit in heads if hit.label == "credit_title"]
    if not credits_:
        return None
    largest = max(hit.segment.size for hit in heads)
    return next((hit for hit in credits_ if hit.segment.size >= 0.8 * largest), None)


def direction_of(
    vendor_name: str | None, vendor_tax_id: str | None, customer_name: str | None, context: Context
) -> Literal["payable", "receivable"]:
    """Receivable when the vendor is the reader's own company."""
    own_ids = {compact_identifier(number) for number in context.own_tax_ids}
    if vendor_tax_id and compact_identifier(vendor_tax_id) in own_ids:
        return "receivable"
    is_vendor = _is_own(vendor_name, context.own_company_names)
    is_customer = _is_own(customer_name, context.own_company_names)
    return "receivable" if is_vendor and not is_customer else "payable"


def _is_heading(hit: LabelHit) -> bool:
    segment = hit.segment
    return segment.y0 < _HEAD_ZONE and hit.start <= 1 and len(segment.words) <= _MOST_WORDS


def _is_own(name: str | None, own_names: Sequence[str]) -> bool:
    words = set(plain(name or "").split())
    return any(
        own and own <= words for own in (set(plain(own_name).split()) for own_name in own_names)
    )
