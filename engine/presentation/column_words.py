"""The columns of a bank's table in words: what each holds, and how dates and signs are written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from engine.presentation.text import percent
from engine.records import ColumnPlan, ColumnRole

ROLES: Final[Mapping[ColumnRole, str]] = {
    "date": "Date",
    "value_date": "Value date",
    "description": "Description",
    "counterparty": "Other party",
    "reference": "Reference",
    "amount": "Amount",
    "debit": "Money out",
    "credit": "Money in",
    "fee": "Fee",
    "balance": "Balance",
    "currency": "Currency",
    "account": "Account",
    "indicator": "In or out",
    "status": "Booked or not",
    "kind": "Kind of movement",
    "other": "Not used",
}
"""What a column can hold."""

ORDERS: Final[Mapping[str, str]] = {
    "dmy": "Day, month, year",
    "mdy": "Month, day, year",
    "ymd": "Year, month, day",
}
SIGNS: Final[Mapping[str, str]] = {
    "signed": "As written: a minus is money out",
    "turned": "Turned: a plus is money out, as on cards",
    "columns": "A column for money out, one for money in",
    "indicator": "A column says in or out",
    "balances": "The balances tell: no sign is written",
}
DELIMITERS: Final[Mapping[str, str]] = {
    ",": "Comma",
    ";": "Semicolon",
    "\t": "Tab",
    "|": "Bar",
}
DECIMALS: Final[Mapping[str, str]] = {".": "Point: 1,234.50", ",": "Comma: 1.234,50"}

_EXAMPLES: Final = 3
_SOURCES: Final = {
    "person": "As you said.",
    "remembered": "As somebody said of an earlier file with the same columns.",
}


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column of the file: its head, what its first records say, and what it holds."""

    head: str
    examples: str
    role: ColumnRole


def column_rows(plan: ColumnPlan, records: Sequence[Sequence[str]]) -> tuple[ColumnRow, ...]:
    """A row for each column of a table whose first ``records`` are given, its head's among them."""
    first = plan.header_row or 0
    heads = records[first - 1] if 0 < first <= len(records) else ()
    body = [record for record in records[first:] if any(cell.strip() for cell in record)]
    count = max([len(heads), *(len(record) for record in body[:_EXAMPLES])], default=0)
    return tuple(
        ColumnRow(
            head=(heads[place].strip() if place < len(heads) else "") or f"Column {place + 1}",
            examples=" · ".join(
                record[place].strip()
                for record in body[:_EXAMPLES]
                if place < len(record) and record[place].strip()
            ),
            role=plan.roles[place] if place < len(plan.roles) else "other",
        )
        for place in range(count)
    )


def plan_source(plan: ColumnPlan) -> str:
    """Where a plan comes from, in a sentence."""
    return _SOURCES.get(plan.source) or f"Guessed from the file, {percent(plan.confidence)} sure."


def with_roles(plan: ColumnPlan, rows: Sequence[ColumnRow], labels: Sequence[str]) -> ColumnPlan:
    """``plan`` with the roles that ``labels``, one a column, name; signs follow the columns."""
    named = {label: role for role, label in ROLES.items()}
    roles = tuple(named[label] for label in labels)
    convention = plan.sign_convention
    by_columns = bool({"debit", "credit"} & set(roles))
    if by_columns:
        convention = "columns"
    elif convention == "columns":
        convention = "indicator" if "indicator" in roles else "signed"
    return replace(
        plan,
        roles=roles,
        heads=tuple(row.head for row in rows),
        sign_convention=convention,
    )
