"""Both sides of a match by hand, in minor units of the bank lines' currency."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from engine.matching.allocating import Owed, Paid
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.ledger import effect_of, home_currency
from engine.matching.normalise import minor_units, money


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides in minor units of one currency, in the order in which money is spread.

    ``rate`` is what one unit of the invoices' currency was taken for, None within one currency.
    """

    currency: str
    owed: tuple[Owed, ...]
    paid: tuple[Paid, ...]
    rate: Decimal | None = None

    @property
    def billed_units(self) -> int:
        """The invoices' sum, signed as the account sees it."""
        return sum(bill.amount for bill in self.owed)

    @property
    def paid_units(self) -> int:
        """The bank lines' sum, signed."""
        return sum(line.amount for line in self.paid)

    @property
    def difference(self) -> int:
        """Money paid less money billed: negative when too little was paid."""
        return abs(self.paid_units) - abs(self.billed_units)


def sides_of(
    invoices: Sequence[OpenInvoice], lines: Sequence[BankLine], rate: Decimal | None
) -> Sides | None:
    """Both sides in the lines' currency; the first due first, lines by day.

    Across currencies ``rate`` is applied; without it the whole is taken to be settled, each side
    with its own sign: no rate turns money that came in into money that went out. None without
    any record.
    """
    if not invoices and not lines:
        return None
    billed_in = next((i.currency for i in invoices if i.currency), None)
    currency = home_currency(lines, invoices)
    bills = sorted(invoices, key=_due_first)
    effects = [effect_of(invoice, billed_in or currency) for invoice in bills]
    paid = tuple(
        Paid(line.transaction_id, minor_units(line.amount or Decimal(0), currency))
        for line in sorted(lines, key=_by_day)
    )
    if billed_in in (None, currency) or not lines:
        return Sides(currency, _owed(bills, effects), paid)
    given = _exact(rate) if rate is not None and rate > 0 else None
    whole = sum(effects)
    total = abs(sum(line.amount for line in paid)) * (-1 if whole < 0 else 1)
    if given is not None:
        total = minor_units(money(whole, billed_in) * given, currency)
    implied = given
    if implied is None and whole:
        implied = _exact(money(total, currency) / money(whole, billed_in))
    return Sides(currency, _owed(bills, _cut(total, effects)), paid, implied)


def _exact(rate: Decimal) -> Decimal:
    return rate.quantize(Decimal("0.000001"))


def _due_first(invoice: OpenInvoice) -> tuple[str, str]:
    day = invoice.due_date or invoice.invoice_date
    return day.isoformat() if day else "", invoice.invoice_id


def _by_day(line: BankLine) -> tuple[str, str]:
    return line.date.isoformat() if line.date else "", line.transaction_id


def _owed(bills: Sequence[OpenInvoice], amounts: Sequence[int]) -> tuple[Owed, ...]:
    return tuple(Owed(i.invoice_id, amount) for i, amount in zip(bills, amounts, strict=True))


def _cut(total: int, shares: Sequence[int]) -> list[int]:
    """``total`` in proportion to ``shares``, exactly: the running total is cut."""
    whole, running = sum(shares), [0]
    for share in shares:
        running.append(running[-1] + share)
    cuts = [
        round(Decimal(total) * Decimal(upto) / Decimal(whole)) if whole else 0 for upto in running
    ]
    return [later - earlier for earlier, later in pairwise(cuts)]
