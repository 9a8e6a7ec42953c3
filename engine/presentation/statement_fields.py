"""The header fields of a statement: as rows for a reviewer, and back from what was typed."""

from collections.abc import Mapping
from typing import Final

import msgspec

from engine.errors import InvalidInputError
from engine.presentation.fields import FieldRow, Spec, row_of, typed_value
from engine.records import StatementInfo

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
