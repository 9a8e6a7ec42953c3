"""An electronic invoice's terms as the values of a record.

The house's sign rule: what the seller owes is negative. Credit notes are written positive by the
standard, corrections often negative already.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from stdnum import iban

from engine.extraction.einvoice.codes import CREDIT_NOTES, is_currency
from engine.extraction.einvoice.terms import EInvoice, InvoiceLine
from engine.records import LineItem, PaymentTerms

_TWO: Final = Decimal("0.01")

Value = str | Decimal | dt.date | PaymentTerms


def values_of(invoice: EInvoice) -> dict[str, Value]:
    """The record's fields that the XML gives, by name; those it does not give are left out."""
    turn = is_turned(invoice)
    sums = invoice.sums
    found: Mapping[str, Value | None] = {
        "document_type": "credit_note" if is_credit(invoice) else "invoice",
        "invoice_number": invoice.number,
        "invoice_date": invoice.issue_date,
        "due_date": invoice.due_date,
        "vendor_name": invoice.seller.name,
        "vendor_tax_id": invoice.seller.vat_id or invoice.seller.tax_number,
        "customer_name": invoice.buyer.name,
        "currency": invoice.currency if is_currency(invoice.currency or "") else None,
        "subtotal": money(sums.net, turn),
        "tax_amount": money(sums.tax, turn),
        "total_amount": money(sums.gross, turn),
        "amount_due": money(sums.due, turn),
        "purchase_order": invoice.order,
        "iban": next(iter(accounts(invoice)), None),
        "payment_reference": invoice.payment_reference,
        "payment_terms": _terms(invoice),
    }
    return {name: value for name, value in found.items() if value is not None}


def line_items(invoice: EInvoice) -> tuple[LineItem, ...]:
    """The lines, their net amounts after their own allowances."""
    turn = is_turned(invoice)
    return tuple(_item(line, turn) for line in invoice.lines)


def accounts(invoice: EInvoice) -> list[str]:
    """The IBANs among the accounts to pay to, without spaces, right check digits first."""
    compact = [iban.compact(account) for account in invoice.ibans]
    alike = [account for account in compact if account[:2].isalpha() and account[2:4].isdigit()]
    return sorted(alike, key=lambda account: not iban.is_valid(account))


def is_credit(invoice: EInvoice) -> bool:
    """Whether the seller owes: by the type of document, or by a negative total."""
    gross = invoice.sums.gross
    return invoice.type_code in CREDIT_NOTES or (gross is not None and gross < 0)


def is_turned(invoice: EInvoice) -> bool:
    """Whether the sign of every amount changes: a credit note that is written positive."""
    sums = invoice.sums
    known = (amount for amount in (sums.gross, sums.due, sums.net, sums.lines) if amount)
    return invoice.type_code in CREDIT_NOTES and next(known, Decimal(0)) > 0


def money(amount: Decimal | None, turn: bool = False) -> Decimal | None:
    """``amount`` with two decimals, or more where it has more that are not zero."""
    if amount is None:
        return None
    rounded = amount.quantize(_TWO)
    exact = rounded if rounded == amount else amount.normalize()
    if not exact:
        return abs(exact)
    return -exact if turn else exact


def _terms(invoice: EInvoice) -> PaymentTerms | None:
    if invoice.discount_percent is None:
        return None
    return PaymentTerms(
        discount_percent=plain(invoice.discount_percent), discount_days=invoice.discount_days
    )


def _item(line: InvoiceLine, turn: bool) -> LineItem:
    return LineItem(
        description=line.name,
        quantity=plain(line.quantity),
        unit_price=money(line.price),
        tax_rate=plain(line.rate),
        amount=money(line.amount, turn),
    )


def plain(number: Decimal | None) -> Decimal | None:
    """``number`` without zeros at its end: 5.0000 is 5."""
    if number is None:
        return None
    is_whole = number == number.to_integral_value()
    return number.quantize(Decimal(1)) if is_whole else number.normalize()
