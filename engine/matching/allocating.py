"""Says how much of which bank line pays how much of which invoice, to the cent.

What a match puts together is cut into amounts of one line for one invoice. They add up on both
sides: those of a line to its amount less what is left of it, those of an invoice with what needs
no payment to its amount less what stays open. Only one side has anything left.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.matching.normalise import money
from engine.records.reconciliation import Allocation, Treatment

_LEAVES_OPEN: frozenset[Treatment | None] = frozenset({"open", "overpayment", None})


class Owed(NamedTuple):
    """What settling an invoice does to the account, in minor units: negative when we pay."""

    invoice_id: str
    amount: int


class Paid(NamedTuple):
    """A bank line's amount in minor units of the same currency, signed."""

    transaction_id: str
    amount: int


class _Piece(NamedTuple):
    invoice: int
    line: int
    amount: int


def allocate(
    owed: Sequence[Owed],
    paid: Sequence[Paid],
    treatment: Treatment | None,
    currency: str | None,
) -> tuple[Allocation, ...]:
    """The amounts of a match, lines and invoices filled in the order in which they are given.

    Args:
        owed: The invoices; a credit note among them has the other sign. Give those first that
            are to be paid first where money is short.
        paid: The bank lines, each with another id.
        treatment: What the difference is. One that stays open, or is paid too much, is left over;
            any other is shared by the invoices as ``treated``.
        currency: The currency of all amounts.
    """
    if not owed or not paid:
        return ()
    difference = sum(line.amount for line in paid) - sum(bill.amount for bill in owed)
    treated = [0] * len(owed)
    if difference and treatment not in _LEAVES_OPEN:
        treated = _shared(-difference, [bill.amount for bill in owed])
    needs = [bill.amount - taken for bill, taken in zip(owed, treated, strict=True)]
    pieces = _pieces(needs, [line.amount for line in paid])
    untold = dict(enumerate(treated))
    # What needs no payment is said once for each invoice, at the first of its amounts.
    return tuple(
        Allocation(
            invoice_id=owed[piece.invoice].invoice_id,
            transaction_id=paid[piece.line].transaction_id,
            amount=money(piece.amount, currency),
            treated=money(untold.pop(piece.invoice, 0), currency),
        )
        for piece in _with_untouched(pieces, treated)
    )


def _shared(total: int, amounts: Sequence[int]) -> list[int]:
    """``total`` cut in proportion to the amounts of the larger side, exactly, the same each time.

    Cutting the running total leaves every part within a unit of its due share.
    """
    sign = 1 if sum(amounts) > 0 else -1
    weights = [max(sign * amount, 0) for amount in amounts]
    if not sum(weights):
        weights = [abs(amount) for amount in amounts]
    whole, before, done, parts = sum(weights) or 1, 0, 0, []
    for weight in weights:
        before += weight
        upto = _towards_zero(total * before, whole)
        parts.append(upto - done)
        done = upto
    parts[-1] += total - done
    return parts


def _towards_zero(numerator: int, denominator: int) -> int:
    quotient = abs(numerator) // denominator
    return quotient if numerator >= 0 else -quotient


def _pieces(needs: Sequence[int], lines: Sequence[int]) -> list[_Piece]:
    """Fill the invoices of the match's sign from its lines, in order.

    Members of the other sign come first and whole: a credit note is money more to pay with, a line
    of the other sign is more to be paid.
    """
    sign = _direction(needs, lines)
    wanted, rest = list(needs), list(lines)
    pieces: list[_Piece] = []
    for bill, need in enumerate(needs):
        if need * sign < 0:
            line = next((n for n, amount in enumerate(lines) if amount * sign > 0), 0)
            pieces.append(_Piece(bill, line, need))
            rest[line] -= need
            wanted[bill] = 0
    for line, amount in enumerate(lines):
        if amount * sign < 0:
            bill = next((n for n, need in enumerate(needs) if need * sign > 0), 0)
            pieces.append(_Piece(bill, line, amount))
            wanted[bill] -= amount
            rest[line] -= amount
    pieces.extend(_filled(wanted, rest, sign))
    return _merged(pieces)


def _direction(needs: Sequence[int], lines: Sequence[int]) -> int:
    return 1 if (sum(lines) or sum(needs)) > 0 else -1


def _filled(wanted: list[int], rest: list[int], sign: int) -> Iterator[_Piece]:
    bill = line = 0
    while bill < len(wanted) and line < len(rest):
        part = min(sign * wanted[bill], sign * rest[line])
        if part > 0:
            yield _Piece(bill, line, sign * part)
            wanted[bill] -= sign * part
            rest[line] -= sign * part
        if sign * wanted[bill] <= 0:
            bill += 1
        else:
            line += 1


def _merged(pieces: Sequence[_Piece]) -> list[_Piece]:
    sums: dict[tuple[int, int], int] = {}
    for piece in pieces:
        key = (piece.invoice, piece.line)
        sums[key] = sums.get(key, 0) + piece.amount
    return [_Piece(*key, amount) for key, amount in sorted(sums.items()) if amount]


def _with_untouched(pieces: list[_Piece], treated: Sequence[int]) -> list[_Piece]:
    """Add an empty amount for invoices that are settled without any payment."""
    touched = {piece.invoice for piece in pieces}
    bare = [_Piece(n, 0, 0) for n, taken in enumerate(treated) if taken and n not in touched]
    return sorted(pieces + bare)
