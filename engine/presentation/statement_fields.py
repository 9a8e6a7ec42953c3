"""The header fields of a statement: as rows for a reviewer, and back from what was typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import msgspec

from engine.errors import InvalidInputError
from engine.presentation.fields import FieldRow, Spec, row_of, typed_value
from engine.records import StatementInfo, Transaction

_SPECS: Final = (
    Spec(key="bank_name", label="Bank"),
    Spec(key="account_number", label="Account", is_needed=True, words=("account number",)),
    Spec(key="account_name", label="Account holder"),
    Spec(key="currency", label="Currency", kind="currency", is_needed=True, words=("currency",)),
    Spec(
        key="statement_type",
        label="Kind",
        kind="choice",
        options=(("bank", "Bank account"), ("card", "Card account")),
    ),
    Spec(key="statement_period_start", label="From", kind="date", words=("period",)),
    Spec(key="statement_period_end", label="To", kind="date", words=("period",)),
    Spec(key="opening_balance", label="Opening balance", kind="amount", words=("opening",)),
    Spec(key="closing_balance", label="Closing balance", kind="amount", words=("closing",)),
)
_BY_KEY: Final = {spec.key: spec for spec in _SPECS}

STATEMENT_LABELS: Final[Mapping[str, str]] = {spec.key: spec.label for spec in _SPECS}
"""What people call each field."""


def statement_rows(info: StatementInfo) -> tuple[FieldRow, ...]:
    """Every header field of a statement."""
    return tuple(
        row_of(
            spec,
            getattr(info, spec.key),
            info.currency,
            info.provenance.get(spec.key),
            info.checks,
        )
        for spec in _SPECS
    )


def with_statement_field(info: StatementInfo, key: str, text: str) -> StatementInfo:
    """``info`` with the field ``key`` set to what a person typed; empty means unknown.

    Raises:
        InvalidInputError: the text is no value of that field, or there is no such field.
    """
    spec = _BY_KEY.get(key)
    if spec is None:
        raise InvalidInputError(f"A statement has no field “{key}”.")
    return msgspec.structs.replace(info, **{key: typed_value(spec, text, info.currency)})


@dataclass(frozen=True, slots=True)
class BalanceCheck:
    """Whether a statement's movements lead from its opening to its closing balance.

    ``difference`` is the closing balance less what the movements lead to; None when a balance is
    not known.
    """

    opening: Decimal | None
    credits: Decimal
    debits: Decimal
    closing: Decimal | None
    difference: Decimal | None


def balance_check(info: StatementInfo, transactions: Sequence[Transaction]) -> BalanceCheck:
    """Add the movements up, exactly. ``debits`` is a positive sum."""
    amounts = [line.amount for line in transactions if line.amount is not None]
    credits = sum((a for a in amounts if a > 0), Decimal(0))
    debits = -sum((a for a in amounts if a < 0), Decimal(0))
    difference = None
    if info.opening_balance is not None and info.closing_balance is not None:
        difference = info.closing_balance - (info.opening_balance + credits - debits)
    return BalanceCheck(info.opening_balance, credits, debits, info.closing_balance, difference)
