"""All features of an invoice's values, by the name of their field.

A feature is a number, mostly from 0 to 1; one that is 0 is left out. Each is named for what it says
when it is 1.
"""

from collections.abc import Callable
from typing import Final

from engine.extraction.invoices.confidence.document_signals import document_signals
from engine.extraction.invoices.confidence.identity_signals import (
    account_signals,
    currency_signals,
    tax_id_signals,
)
from engine.extraction.invoices.confidence.line_signals import line_signals
from engine.extraction.invoices.confidence.named_signals import (
    due_date_signals,
    invoice_date_signals,
    number_signals,
    order_signals,
)
from engine.extraction.invoices.confidence.party_signals import customer_signals, vendor_signals
from engine.extraction.invoices.confidence.place_signals import place_signals
from engine.extraction.invoices.confidence.sum_signals import sum_signals
from engine.extraction.invoices.confidence.surroundings import Surroundings
from engine.extraction.invoices.draft import Pick

__all__ = ["FIELDS", "Signals", "field_signals", "line_signals"]

Signals = dict[str, float]

_OWN: Final[dict[str, Callable[[Surroundings, Pick], Signals]]] = {
    "invoice_number": number_signals,
    "invoice_date": invoice_date_signals,
    "due_date": due_date_signals,
    "vendor_name": vendor_signals,
    "vendor_tax_id": tax_id_signals,
    "customer_name": customer_signals,
    "currency": currency_signals,
    "subtotal": sum_signals("subtotal"),
    "tax_amount": sum_signals("tax_amount"),
    "total_amount": sum_signals("total_amount"),
    "amount_due": sum_signals("amount_due"),
    "purchase_order": order_signals,
    "payment_reference": order_signals,
    "iban": account_signals,
}
FIELDS: Final = tuple(_OWN)
"""Fields whose values are judged by features."""


def field_signals(around: Surroundings) -> dict[str, Signals]:
    """The features of every chosen value in ``FIELDS``, without those that are 0."""
    shared = document_signals(around)
    signals: dict[str, Signals] = {}
    for name, own in _OWN.items():
        pick = around.picks.get(name)
        if pick is not None:
            every = shared | place_signals(around, pick) | own(around, pick)
            signals[name] = {feature: value for feature, value in every.items() if value}
    return signals
