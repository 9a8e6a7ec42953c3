"""Where each record of a run stands: settled, waiting in a proposal, set aside, or open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal, TypeAlias

Row: TypeAlias = Mapping[str, Any]
Rows: TypeAlias = Sequence[Row]
Side = Literal["Bank lines", "Invoices"]

NOUGHT: Final = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Stand:
    """One record: its amount, and how much of it stands where; the four add up to the amount."""

    currency: str | None
    amount: Decimal | None
    settled: Decimal = NOUGHT
    waiting: Decimal = NOUGHT
    set_aside: Decimal = NOUGHT
    open: Decimal = NOUGHT
    is_open: bool = False

    def as_open(self) -> dict[str, Any]:
        """The part that is open; an unknown amount is open as a whole."""
        amount = None if self.amount is None and self.is_open else self.open
        return {"open": amount, "currency": self.currency}


def stand_of(
    amount: Decimal | None, rest: Decimal | None, currency: str | None, state: str | None
) -> Stand:
    """Where a record stands.

    Args:
        amount: Signed; None where it is unknown.
        rest: What confirmed matches left of it, positive; None where none holds it.
        currency: Of both.
        state: ``confirmed``, ``proposed`` or ``set_aside``; None where it is open.
    """
    is_open = state is None
    if amount is None:
        return Stand(currency, None, is_open=is_open)
    left = amount if rest is None else rest.copy_sign(amount)
    if state == "confirmed" and rest is None:
        left = NOUGHT
    place = {"proposed": "waiting", "set_aside": "set_aside"}.get(state or "", "open")
    return Stand(currency, amount, amount - left, is_open=is_open, **{place: left})


def payable(row: Row) -> Decimal | None:
    """What is to be paid of an invoice."""
    amount: Decimal | None = row["amount_due"] or row["total_amount"]
    return amount


def party_of(row: Row) -> str | None:
    """Who is on the other side of an invoice."""
    name = row["customer_name" if row["direction"] == "receivable" else "vendor_name"]
    return str(name) if name else None


def totals_of(side: Side, stands: Iterable[Stand]) -> Rows:
    """One side by currency: how many records, their amounts, and where these stand."""
    by_currency: dict[str, list[Stand]] = defaultdict(list)
    for one in stands:
        by_currency[one.currency or ""].append(one)
    return [
        {
            "side": side,
            "currency": code or None,
            "records": len(found),
            "unknown": sum(one.amount is None for one in found),
            "amount": sum((one.amount or NOUGHT for one in found), NOUGHT),
            "settled": sum((one.settled for one in found), NOUGHT),
            "waiting": sum((one.waiting for one in found), NOUGHT),
            "set_aside": sum((one.set_aside for one in found), NOUGHT),
            "open": sum((one.open for one in found), NOUGHT),
        }
        for code, found in sorted(by_currency.items())
    ]
