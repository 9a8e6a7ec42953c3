"""An invoice as another reader tells it: plain texts that nobody has checked yet.

Dates are meant to be ISO and amounts to have a decimal point, but the printed notation is
understood too. Nothing here is believed before it is found on the page.
"""

from collections.abc import Sequence
from typing import Annotated, Final

from msgspec import Meta, Struct

from engine.records import SUM_FIELDS

Text = Annotated[str, Meta(max_length=300)] | None
"""A short text, or null for what the page does not say."""


class OpinionLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of the invoice's table."""

    description: Text
    quantity: Text
    unit_price: Text
    tax_rate: Text
    amount: Text


class Opinion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One invoice. The names are those of ``Invoice``; every one must be given, or null."""

    invoice_number: Text
    invoice_date: Text
    due_date: Text
    vendor_name: Text
    vendor_tax_id: Text
    customer_name: Text
    currency: Text
    subtotal: Text
    tax_amount: Text
    total_amount: Text
    amount_due: Text
    purchase_order: Text
    iban: Text
    payment_reference: Text
    line_items: Annotated[tuple[OpinionLine, ...], Meta(max_length=500)]


HEADER_FIELDS: Final = tuple(name for name in Opinion.__struct_fields__ if name != "line_items")
"""The fields that an invoice has once."""


def opinions_joined(parts: Sequence[Opinion]) -> Opinion:
    """One opinion of an invoice that was told in several parts, in their order.

    Sums stand at the end: the last part's are the invoice's own.
    """
    values = {}
    for name in HEADER_FIELDS:
        said = [value for part in parts if (value := getattr(part, name)) is not None]
        place = -1 if name in SUM_FIELDS else 0
        values[name] = said[place] if said else None
    lines = tuple(line for part in parts for line in part.line_items)
    return Opinion(**values, line_items=lines)
