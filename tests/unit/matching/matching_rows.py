"""Small invoices and bank lines for the matcher's tests: only what a test cares about is given."""

import datetime as dt
from decimal import Decimal

from engine.matching import BankLine, MatchOptions, MatchResult, OpenInvoice, match
from engine.records import PaymentTerms

DAY = dt.date(2024, 3, 1)
RATES = {"2024-03": {"USD": 0.92}, "2024-04": {"USD": 0.90}}


def invoice(key: str, amount: str | None, **values) -> OpenInvoice:
    """A payable invoice of Acme Tools Ltd of 1 March 2024, due in 30 days."""
    terms = values.pop("discount", None)
    defaults = {
        "invoice_number": f"INV-{key}",
        "invoice_date": DAY,
        "due_date": DAY + dt.timedelta(days=30),
        "vendor_name": "Acme Tools Ltd",
        "customer_name": "Own Company",
        "currency": "EUR",
    }
    if terms:
        defaults["payment_terms"] = PaymentTerms(
            discount_percent=Decimal(terms[0]), discount_days=terms[1]
        )
    total = None if amount is None else Decimal(amount)
    return OpenInvoice(invoice_id=key, total_amount=total, **{**defaults, **values})


def line(key: str, amount: str, description: str = "ACME TOOLS", **values) -> BankLine:
    """A bank line in euros, 30 days after the invoices."""
    days = values.pop("days", 30)
    defaults = {"date": DAY + dt.timedelta(days=days), "currency": "EUR"}
    return BankLine(
        transaction_id=key,
        amount=Decimal(amount),
        description=description,
        **{**defaults, **values},
    )


def run(invoices, lines, **options) -> MatchResult:
    """Match with the given options."""
    return match(invoices, lines, MatchOptions(**options))


def pairs(matches) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The ids that matches put together."""
    return {(m.invoice_ids, m.transaction_ids) for m in matches}
