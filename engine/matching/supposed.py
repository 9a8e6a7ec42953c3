"""The explanation that any invoices and bank lines would make, whether a search found it or not."""

from engine.matching.batches import batch_of
from engine.matching.candidates import family_of
from engine.matching.clues import Clues
from engine.matching.exchange import Exchange
from engine.matching.explanation import Explanation, Joint
from engine.matching.instalments import instalments_of
from engine.matching.short_batches import settle_sum
from engine.matching.treatment import Settlement, settle


def suppose(
    clues: Clues, exchange: Exchange, bills: tuple[int, ...], payments: tuple[int, ...]
) -> Explanation | None:
    """What the bills and lines of the ledger would be; None for several of both.

    Without an exchange rate the amounts are taken to agree.
    """
    if len(bills) > 1 and len(payments) > 1:
        return None
    if len(payments) > 1:
        return _parts(clues, bills[0], payments)
    if len(bills) > 1:
        return _sum(clues, bills, payments[0])
    return _pair(clues, exchange, bills[0], payments[0])


def _pair(clues: Clues, exchange: Exchange, bill: int, payment: int) -> Explanation:
    record, line = clues.ledger.bills[bill], clues.ledger.payments[payment]
    found = settle(record, line, exchange)
    if found is None and record.currency == line.currency:
        found = Settlement("over", record.effect, line.amount)
    if found is None:
        billed = exchange.convert(record.effect, record.currency, line.currency, line.day)
        found = Settlement("exchange", billed or line.amount, line.amount)
    return Explanation("one_to_one", family_of(found), (bill,), (payment,), found)


def _parts(clues: Clues, bill: int, payments: tuple[int, ...]) -> Explanation:
    is_quoted = all(clues.quote(payment, bill) for payment in payments)
    how = "quoted" if is_quoted else "uneven"
    return instalments_of(clues, bill, payments, how, 0, len(payments))


def _sum(clues: Clues, bills: tuple[int, ...], payment: int) -> Explanation:
    records, line = [clues.ledger.bills[bill] for bill in bills], clues.ledger.payments[payment]
    settlement = settle_sum(records, line) or _difference(
        sum(bill.effect for bill in records), line.amount
    )
    if len({bill.party for bill in records}) == 1:
        how = "listed" if all(clues.quote(payment, bill) for bill in bills) else "sum"
        return batch_of(clues, payment, bills, how, 0, len(bills), settlement=settlement)
    quotes = clues.whole_quotes[payment]
    joint = Joint(listed=sum(bill in quotes for bill in bills), items=len(quotes))
    return Explanation(
        "collective", "collective", bills, (payment,), settlement, how="listed", joint=joint
    )


def _difference(billed: int, paid: int) -> Settlement:
    gap = abs(paid) - abs(billed)
    return Settlement("sum" if not gap else "short" if gap < 0 else "over", billed, paid)
