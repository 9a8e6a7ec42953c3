"""What would make a failed check hold: one value for each field that could be the wrong one. Pure.

A mend is an offer. Nothing is mended by itself: which of several figures is wrong, a person says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from engine.presentation.text import amount, money
from engine.records import BankDocument, Invoice, Transaction
from engine.records.invoice_sums import CENT, is_near, sum_of_lines


@dataclass(frozen=True, slots=True)
class Mend:
    """``text`` typed into ``field`` would do it; ``sentence`` says why."""

    field: str
    text: str
    sentence: str


def invoice_mends(invoice: Invoice) -> tuple[Mend, ...]:
    """For each sum of ``invoice`` that could be wrong or is missing, what the others make of it."""
    given = {
        name: place.source == "user"
        for name, place in invoice.provenance.items()
        if getattr(invoice, name, None) is not None
    }
    return tuple(mend for mend in _of_sums(invoice) if not given.get(mend.field))


def _of_sums(invoice: Invoice) -> Iterator[Mend]:
    net, tax, total = invoice.subtotal, invoice.tax_amount, invoice.total_amount
    other, currency = invoice.charges or Decimal(0), invoice.currency
    plus = f" + other charges {amount(other, currency)}" if other else ""

    def mend(field: str, value: Decimal, sentence: str) -> Mend:
        return Mend(field, amount(value, currency), sentence)

    if net is not None and tax is not None:
        made = net + tax + other
        if total is None or (abs(total - made) > CENT and abs(total - net - tax) > CENT):
            told = f"Net amount {amount(net, currency)}{plus} + tax {amount(tax, currency)}"
            yield mend("total_amount", made, told)
    if total is not None and net is not None and _is_off(net, tax, total, other):
        rest = total - net - other
        if rest * total >= 0:
            told = f"Total {amount(total, currency)} − net amount {amount(net, currency)}"
            yield mend("tax_amount", rest, told)
    if total is not None and tax is not None and _is_off(net, tax, total, other):
        told = f"Total {amount(total, currency)} − tax {amount(tax, currency)}"
        yield mend("subtotal", total - tax - other, told)
    added = sum_of_lines(invoice.line_items)
    if added is not None and net is not None and not is_near(added, net, invoice.line_items):
        sums = (total, None if total is None or tax is None else total - tax, net + other)
        near = [s for s in sums if s is not None and is_near(added, s, invoice.line_items)]
        if not near:
            yield mend("subtotal", added, f"The lines add up to {amount(added, currency)}")


def _is_off(net: Decimal | None, tax: Decimal | None, total: Decimal, other: Decimal) -> bool:
    """Whether one of the two is missing, or they do not make the total."""
    if net is None or tax is None:
        return True
    return abs(net + tax + other - total) > CENT and abs(net + tax - total) > CENT


def line_mends(invoice: Invoice) -> Mapping[int, tuple[Mend, ...]]:
    """For each line whose figures do not agree, by its place, what two make of the third."""
    return {
        place: found
        for place, item in enumerate(invoice.line_items)
        if (found := tuple(_of_line(item.quantity, item.unit_price, item.amount)))
    }


def _of_line(
    quantity: Decimal | None, price: Decimal | None, total: Decimal | None
) -> Iterator[Mend]:
    if quantity is None or price is None:
        return
    product = (quantity * price).quantize(CENT)
    if total is None or abs(abs(product) - abs(total)) > max(CENT, abs(total) / 200):
        yield Mend("amount", amount(product), f"{quantity:f} × {amount(price)}")
        if total is not None and quantity:
            each = total / quantity
            if each == each.quantize(CENT):
                each_text = amount(each.quantize(CENT))
                yield Mend("unit_price", each_text, f"{amount(total)} ÷ {quantity:f}")


def statement_mends(document: BankDocument) -> Mapping[str, tuple[Mend, ...]]:
    """For each line after which balances do not follow, by its id, what would close the gap."""
    places = {line.transaction_id: n for n, line in enumerate(document.transactions)}
    found: dict[str, tuple[Mend, ...]] = {}
    for gap in document.statement_info.proof.gaps:
        here = places.get(gap.transaction or "")
        if here is None:
            continue
        line = document.transactions[here]
        before = places.get(gap.after_transaction or "")
        is_next = abs(here - before) == 1 if before is not None else here == 0
        mends = tuple(_of_gap(line, gap.expected, gap.difference, is_next=is_next))
        found[line.transaction_id] = mends
    return found


def _of_gap(
    line: Transaction, expected: Decimal, difference: Decimal, *, is_next: bool
) -> Iterator[Mend]:
    if is_next and line.amount is not None:
        text = amount(line.amount + difference, line.currency)
        yield Mend("amount", text, f"Then the balance {money(line.balance, line.currency)} follows")
    yield Mend("balance", amount(expected, line.currency), "Then it follows from the one before")


def header_mends(document: BankDocument) -> tuple[Mend, ...]:
    """For a closing balance that does not follow, what the lines make of the two balances."""
    info = document.statement_info
    if len(info.accounts) > 1:
        return ()
    found: list[Mend] = []
    for gap in info.proof.gaps:
        if gap.transaction is not None:
            continue
        text = amount(gap.expected, info.currency)
        found.append(Mend("closing_balance", text, "What the opening balance and the lines make"))
        if info.opening_balance is not None:
            text = amount(info.opening_balance + gap.difference, info.currency)
            found.append(Mend("opening_balance", text, "Then the lines lead to the closing one"))
    return tuple(found)
