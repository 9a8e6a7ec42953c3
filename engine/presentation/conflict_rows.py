"""What two people changed in the same record, as rows of a table. Pure."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from engine.presentation.history import target_text
from engine.presentation.text import UNKNOWN, amount, day
from engine.records import Invoice, LineItem, Transaction


class TwoChanges(Protocol):
    """A value that one of two people changed, or both."""

    @property
    def target(self) -> str: ...  # noqa: D102

    @property
    def seen(self) -> Any: ...  # noqa: D102

    @property
    def mine(self) -> Any: ...  # noqa: D102

    @property
    def theirs(self) -> Any: ...  # noqa: D102

    @property
    def is_both(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One value: where it is, what both saw, what each made of it, and who changed it."""

    target: str
    seen: str
    mine: str
    theirs: str
    who: str
    is_both: bool


def conflict_rows(found: Iterable[TwoChanges]) -> tuple[ConflictRow, ...]:
    """A row for each value, in the order given."""
    return tuple(
        ConflictRow(
            target_text(one.target),
            shown(one.seen),
            shown(one.mine),
            shown(one.theirs),
            _who(one),
            one.is_both,
        )
        for one in found
    )


def _who(one: TwoChanges) -> str:
    if one.is_both:
        return "Both, alike" if one.mine == one.theirs else "Both"
    return "You" if one.theirs == one.seen else "Somebody else"


def shown(value: Any) -> str:
    """A value of a record as people read it."""
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, Decimal):
        return amount(value)
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, Invoice):
        return " · ".join(filter(None, (value.invoice_number, value.vendor_name))) or "An invoice"
    if isinstance(value, Transaction):
        return f"{day(value.date)} · {value.description} · {amount(value.amount)}"
    if isinstance(value, LineItem):
        return " · ".join(filter(None, (value.description, amount(value.amount))))
    return str(value)
