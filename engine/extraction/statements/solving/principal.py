"""What a loan's balance moves by: the principal of a payment, told again by where it is printed.

A record of a transaction has its amount and balance; the place of the principal stands among its
places, so that the arithmetic can be done again without the pages.
"""

from decimal import Decimal

from engine.extraction.statements.lines.money import read_money
from engine.records.bank import Transaction

PRINCIPAL = "principal"
"""The name of the place where a payment's principal is printed."""


def move_of(line: Transaction) -> Decimal | None:
    """What the balance moves by with a line; None where its amount is unknown.

    A balance that is printed with a minus rises by what is repaid.
    """
    place = line.provenance.get(PRINCIPAL)
    if place is None or line.amount is None:
        return line.amount
    text = place.text or ""
    money = read_money(text) or read_money(text, whole=True)
    if money is None:
        return line.amount
    is_minus = line.balance is not None and line.balance < 0
    return money.value if is_minus else -money.value
