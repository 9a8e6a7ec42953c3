"""A bill and a bank line in the form that is computed with: integers and prepared text."""

from dataclasses import dataclass
from decimal import Decimal

from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.memo import Memo


@dataclass(frozen=True, slots=True)
class Bill:
    """An open invoice or credit note.

    ``effect`` is what settling it does to our account, in minor units of ``currency``: negative
    when we pay. ``net`` is the sum before tax, positive, if it is known and less than the total.
    ``issued`` and ``due`` are day ordinals, ``party`` an index into ``parties``.
    ``currency_is_guessed`` says that none was read and that the run knows several.
    """

    id: str
    effect: int
    net: int | None
    currency: str
    currency_is_guessed: bool
    issued: int
    due: int
    party: int
    number: str
    reference: str
    iban: str
    discount_percent: Decimal | None
    discount_days: int | None
    source: OpenInvoice

    @property
    def reckoned(self) -> int:
        """The day that delays are counted from: the due date, else the invoice date."""
        return self.due or self.issued


@dataclass(frozen=True, slots=True)
class Payment:
    """A bank line with an amount and a date. ``amount`` is signed, in minor units.

    ``currency_is_guessed`` as for a bill.
    """

    id: str
    amount: int
    currency: str
    currency_is_guessed: bool
    day: int
    memo: Memo
    source: BankLine
