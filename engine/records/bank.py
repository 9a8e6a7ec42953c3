"""The JSON of a bank row: one uploaded statement file and every transaction in it."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from engine.records.audit import AuditEntry
from engine.records.invoice import Currency
from engine.records.provenance import (
    SCHEMA_VERSION,
    FileInfo,
    Fraction,
    PageNumber,
    ProcessingInfo,
    Provenance,
)

TransactionType = Literal[
    "transfer", "card", "fee", "interest", "cash", "cheque", "direct_debit", "other"
]


class Account(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One account of a statement that shows several."""

    account_number: str | None = None
    account_name: str | None = None
    currency: Currency | None = None
    opening_balance: Decimal | None = None
    closing_balance: Decimal | None = None


class StatementInfo(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The header of a statement. ``account_name`` is the holder's name; balances are signed."""

    bank_name: str | None = None
    account_number: str | None = None
    account_name: str | None = None
    currency: Currency | None = None
    statement_type: Literal["bank", "card"] = "bank"
    statement_period_start: dt.date | None = None
    statement_period_end: dt.date | None = None
    opening_balance: Decimal | None = None
    closing_balance: Decimal | None = None
    accounts: tuple[Account, ...] = ()
    checks: tuple[str, ...] = ()
    provenance: dict[str, Provenance] = {}


class Transaction(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a statement.

    ``amount`` is signed: credits are positive, debits negative, on cards too. ``balance`` is the
    running balance that the line prints, null where it prints none. ``description`` keeps the
    bank's own words; ``counterparty`` is the name cleaned from them.
    """

    transaction_id: str
    account_number: str | None = None
    page: PageNumber | None = None
    date: dt.date | None = None
    value_date: dt.date | None = None
    description: str = ""
    amount: Decimal | None = None
    balance: Decimal | None = None
    currency: Currency | None = None
    reference: str | None = None
    counterparty: str | None = None
    type: TransactionType = "other"
    confidence: Fraction = 0.0
    checks: tuple[str, ...] = ()
    provenance: dict[str, Provenance] = {}


class BankSummary(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the row's summary columns repeat. Debits are given as a positive sum."""

    total_transactions_found: int
    total_transactions_processed: int
    total_debits: Decimal
    total_credits: Decimal
    transaction_type_summary: dict[str, int]


class BankDocument(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``bank_transaction_json``: everything one uploaded statement says."""

    schema_version: Literal[1] = SCHEMA_VERSION
    upload_id: str
    file_info: FileInfo
    processing_info: ProcessingInfo
    statement_info: StatementInfo
    extraction_summary: BankSummary
    transactions: tuple[Transaction, ...]
    audit_trail: tuple[AuditEntry, ...] = ()


def summarise_transactions(transactions: tuple[Transaction, ...]) -> BankSummary:
    """Count and add up; a transaction counts as processed when it has a date and an amount."""
    amounts = [line.amount for line in transactions if line.amount is not None]
    return BankSummary(
        total_transactions_found=len(transactions),
        total_transactions_processed=sum(
            line.date is not None and line.amount is not None for line in transactions
        ),
        total_debits=-sum((a for a in amounts if a < 0), Decimal("0.00")),
        total_credits=sum((a for a in amounts if a > 0), Decimal("0.00")),
        transaction_type_summary=dict(Counter(line.type for line in transactions)),
    )
