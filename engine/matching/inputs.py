"""What the matcher takes in: open invoices and bank lines, from records or from JSON lines.

Amounts stay the Decimals that were read; nothing is rounded or guessed here.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Literal, Self, TypeVar

import msgspec

from engine.errors import RecordInvalidError
from engine.records import Invoice, PaymentTerms, Transaction

T = TypeVar("T")


class _Terms(msgspec.Struct, frozen=True):
    discount_percent: Decimal | None = None
    discount_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInvoice:
    """One bill or credit note that may still be settled. Unknown is None.

    ``total_amount`` is the gross total, ``subtotal`` the sum before tax, and ``amount_due`` what is
    left to pay; a credit note's amounts may come with either sign and count as negative.
    ``counterparty_iban`` is the other side's account, whichever way the money goes.
    """

    invoice_id: str
    document_type: Literal["invoice", "credit_note"] = "invoice"
    direction: Literal["payable", "receivable"] = "payable"
    invoice_number: str | None = None
    invoice_date: dt.date | None = None
    due_date: dt.date | None = None
    vendor_name: str | None = None
    customer_name: str | None = None
    currency: str | None = None
    subtotal: Decimal | None = None
    total_amount: Decimal | None = None
    amount_due: Decimal | None = None
    iban: str | None = None
    counterparty_iban: str | None = None
    payment_reference: str | None = None
    purchase_order: str | None = None
    payment_terms: PaymentTerms | None = None

    @property
    def counterparty(self) -> str | None:
        """Name of the other side: the vendor when we pay, the customer when we are paid."""
        return self.vendor_name if self.direction == "payable" else self.customer_name

    @classmethod
    def from_record(cls, invoice: Invoice) -> Self:
        """The open invoice that an extracted invoice describes."""
        values = {f.name: getattr(invoice, f.name) for f in fields(cls) if hasattr(invoice, f.name)}
        if invoice.direction == "payable":
            values["counterparty_iban"] = invoice.iban
        return cls(**values)


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLine:
    """One line of a statement. ``amount`` is signed: money that comes in is positive."""

    transaction_id: str
    account_number: str | None = None
    date: dt.date | None = None
    amount: Decimal | None = None
    currency: str | None = None
    description: str = ""
    reference: str | None = None
    counterparty: str | None = None

    @classmethod
    def from_record(cls, transaction: Transaction) -> Self:
        """The bank line that an extracted transaction describes."""
        return cls(**{f.name: getattr(transaction, f.name) for f in fields(cls)})


class _InvoiceRow(msgspec.Struct, frozen=True):
    """An invoice as a JSON line may give it: any key may be missing but the id."""

    invoice_id: str
    document_type: Literal["invoice", "credit_note"] | None = None
    direction: Literal["payable", "receivable"] | None = None
    invoice_number: str | None = None
    invoice_date: dt.date | None = None
    due_date: dt.date | None = None
    vendor_name: str | None = None
    customer_name: str | None = None
    currency: str | None = None
    subtotal: Decimal | None = None
    total_amount: Decimal | None = None
    amount_due: Decimal | None = None
    iban: str | None = None
    counterparty_iban: str | None = None
    payment_reference: str | None = None
    purchase_order: str | None = None
    payment_terms: _Terms | None = None


class _TransactionRow(msgspec.Struct, frozen=True):
    """A bank line as a JSON line may give it."""

    transaction_id: str
    account_number: str | None = None
    date: dt.date | None = None
    amount: Decimal | None = None
    currency: str | None = None
    description: str | None = None
    reference: str | None = None
    counterparty: str | None = None


def read_invoices(lines: Iterable[str | bytes]) -> list[OpenInvoice]:
    """Open invoices from JSON lines with the keys of an invoice record; blank lines are skipped.

    Raises:
        RecordInvalidError: a line is not such a record; the message gives its number and field.
    """
    return [_open_invoice(row) for row in _rows(lines, _InvoiceRow, "Invoice")]


def read_transactions(lines: Iterable[str | bytes]) -> list[BankLine]:
    """Bank lines from JSON lines with the keys of a transaction record; blank lines are skipped.

    Raises:
        RecordInvalidError: a line is not such a record; the message gives its number and field.
    """
    return [
        BankLine(
            transaction_id=row.transaction_id,
            account_number=row.account_number,
            date=row.date,
            amount=row.amount,
            currency=row.currency,
            description=row.description or "",
            reference=row.reference,
            counterparty=row.counterparty,
        )
        for row in _rows(lines, _TransactionRow, "Transaction")
    ]


def _open_invoice(row: _InvoiceRow) -> OpenInvoice:
    values = _values(row)
    values["document_type"] = row.document_type or "invoice"
    values["direction"] = row.direction or "payable"
    if row.payment_terms:
        values["payment_terms"] = PaymentTerms(**_values(row.payment_terms))
    if row.counterparty_iban is None and values["direction"] == "payable":
        values["counterparty_iban"] = row.iban
    return OpenInvoice(**values)


def _values(row: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__struct_fields__}


def _rows(lines: Iterable[str | bytes], kind: type[T], what: str) -> Iterable[T]:
    decoder = msgspec.json.Decoder(kind, strict=False)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise RecordInvalidError(f"{what} in line {number}", str(error)) from error
