"""The JSON of a bank row: one uploaded statement file and every transaction in it."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

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


ProofStatus = Literal["proven", "agrees", "gaps", "unproven"]
"""How far a statement's own arithmetic proves its rows.

- proven: figures printed independently of the rows vouch for every row, and nothing is doubtful.
- agrees: all sums that can be made come out, but something else about a row stays doubtful.
- gaps: a balance or a total does not follow from the rows.
- unproven: nothing is printed that could prove the rows.
"""


class Repair(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A recognised value that was read another way because the printed sums prove it wrong.

    ``field`` is the field's name (amount, balance); ``printed`` is the text as it was first
    recognised, ``value`` what was taken instead (an amount as 1234.56), ``reason`` a sentence.
    """

    field: str
    printed: str
    value: str
    reason: str


class BalanceGap(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A printed balance or total that does not follow from the rows before it.

    ``transaction`` is the id of the row that prints ``printed`` where ``expected`` would follow,
    null for a figure outside the rows (a closing balance, a total); ``after_transaction`` is the
    row of the balance before it, null for the opening balance. ``difference`` is printed less
    expected. ``page`` is where ``printed`` stands.
    """

    account_number: str | None = None
    page: PageNumber | None = None
    after_transaction: str | None = None
    transaction: str | None = None
    expected: Decimal
    printed: Decimal
    difference: Decimal


class StatementProof(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a statement's own arithmetic proves its rows, as a status, a sentence and its gaps.

    ``rows_proven`` of ``rows_total`` rows are vouched for by printed figures. The sentence is
    empty where no proof was worked out.
    """

    status: ProofStatus = "unproven"
    sentence: str = ""
    rows_total: Annotated[int, Meta(ge=0)] = 0
    rows_proven: Annotated[int, Meta(ge=0)] = 0
    gaps: tuple[BalanceGap, ...] = ()


class Account(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One account of a statement that shows several; fields as in the header.

    ``transactions`` counts its rows.
    """

    account_number: str | None = None
    account_name: str | None = None
    account_type: str | None = None
    iban: str | None = None
    currency: Currency | None = None
    statement_period_start: dt.date | None = None
    statement_period_end: dt.date | None = None
    opening_balance: Decimal | None = None
    closing_balance: Decimal | None = None
    total_debits: Decimal | None = None
    total_credits: Decimal | None = None
    transactions: Annotated[int, Meta(ge=0)] | None = None


class StatementInfo(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The header of a statement. ``account_name`` is the holder's name; balances are signed.

    ``total_debits`` (positive) and ``total_credits`` are those that the document prints, null
    where it prints none; ``account_type`` is the kind of account in the document's words.
    """

    bank_name: str | None = None
    account_number: str | None = None
    account_name: str | None = None
    account_type: str | None = None
    iban: str | None = None
    currency: Currency | None = None
    statement_type: Literal["bank", "card"] = "bank"
    statement_period_start: dt.date | None = None
    statement_period_end: dt.date | None = None
    opening_balance: Decimal | None = None
    closing_balance: Decimal | None = None
    total_debits: Decimal | None = None
    total_credits: Decimal | None = None
    accounts: tuple[Account, ...] = ()
    proof: StatementProof = StatementProof()
    checks: tuple[str, ...] = ()
    provenance: dict[str, Provenance] = {}


class Transaction(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a statement.

    ``amount`` is signed: credits are positive, debits negative, on cards too. ``balance`` is the
    running balance that the line prints, null where it prints none. ``description`` keeps the
    bank's own words; ``counterparty`` is the name cleaned from them. ``repairs`` are the values
    that were recognised otherwise at first.
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
    repairs: tuple[Repair, ...] = ()
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
