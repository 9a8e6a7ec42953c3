"""Sets of bills that one line pays less a discount, a tax or a fee on the whole.

Looked for only where no set adds up to the cent: first what the line lists, then neighbours in
time that hold all that it lists, by the few percentages that payers take off.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from engine.matching.clues import Clues
from engine.matching.currencies import scale_of, small_step
from engine.matching.deductions import usual_discount, withheld
from engine.matching.pools import BillPool
from engine.matching.remarks import remarks_of
from engine.matching.rows import Bill, Payment
from engine.matching.treatment import ROUNDING, Settlement, Shape

_FEE_MOST = 6_000
_FEE_STEP = 25  # banks' fees are multiples of a quarter
_UNLISTED_FEE_MOST = 3_000
_SOON_DAYS = 35
_LONGEST = 60
_SETS = 3

Found = tuple[str, tuple[int, ...], Settlement]


def short_sets(
    clues: Clues, payment: int, pool: BillPool, lists: Sequence[tuple[int, ...]]
) -> Iterator[Found]:
    """How each set was found, its bills, and how the line settles them.

    Args:
        clues: What the lines say.
        payment: The line.
        pool: The party's bills that it may hold, by issue date.
        lists: Sets of bills that it quotes, the surest first.
    """
    bills, record = clues.ledger.bills, clues.ledger.payments[payment]
    for members in lists:
        if len(members) >= 2:
            settlement = settle_sum([bills[b] for b in members], record)
            if settlement:
                yield "listed_short", members, settlement
                return
    quoted = set(lists[0]) if lists else set()
    how = "listed_part_short" if quoted else "run_short"
    found = 0
    for members in _near_runs(clues, payment, pool, quoted):
        settlement = settle_sum([bills[b] for b in members], record)
        if settlement:
            yield how, members, settlement
            found += 1
        if found == _SETS:
            return


def settle_sum(bills: Sequence[Bill], payment: Payment) -> Settlement | None:
    """How the payment settles all of the bills together, less than their sum; None if not so."""
    billed, paid = sum(bill.effect for bill in bills), payment.amount
    gap = abs(billed) - abs(paid)
    if billed * paid <= 0 or gap == 0:
        return None
    if abs(gap) <= max(ROUNDING, 2 * len(bills)):
        return Settlement("rounding", billed, paid)
    said = remarks_of(payment)
    percents = {bill.discount_percent for bill in bills}
    if gap > 0:
        cut = usual_discount(abs(billed), gap, step=small_step(payment.currency))
        is_soon = max(payment.day - bill.issued for bill in bills) <= _SOON_DAYS
        is_own = cut is not None and Decimal(cut.percent) in percents
        if (
            cut
            and "tax" not in said
            and (is_own or "discount" in said or (is_soon and not cut.is_net))
        ):
            shape: Shape = "discount" if is_own else "usual_discount"
            return Settlement(shape, billed, paid, cut.percent, cut.is_net)
        tax = withheld(abs(billed), gap, step=small_step(payment.currency))
        if tax and ("tax" in said or not tax.is_net):
            return Settlement("withholding", billed, paid, tax.percent, tax.is_net)
    is_ours = billed < 0
    if is_ours == (gap < 0) or "fee" in said:
        most = _FEE_MOST * scale_of(payment.currency)
        if abs(gap) <= most and gap % (1 if "fee" in said else _FEE_STEP) == 0:
            return Settlement("fee", billed, paid)
    return None


def _near_runs(
    clues: Clues, payment: int, pool: BillPool, quoted: set[int]
) -> Iterator[tuple[int, ...]]:
    """Neighbours in time whose sum less a discount, or less a fee, is what was paid."""
    target = clues.ledger.payments[payment].amount
    spread = 2 if abs(target) < 200_000 else 5
    for total in sorted({round(target / share) for share in pool.paid_shares}):
        for members, _ in pool.adding_up_between(total - spread, total + spread, _LONGEST):
            if quoted <= set(members):
                yield members
    # A fee leaves less of what we receive, and is paid on top of what we owe.
    most = target + _UNLISTED_FEE_MOST
    low, high = target + 1, most if target > 0 else min(most, -1)
    for members, total in pool.adding_up_between(low, high, _LONGEST):
        if (total - target) % _FEE_STEP == 0 and quoted <= set(members):
            yield members
