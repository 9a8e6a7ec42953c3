"""Bills that a processor may pay, by the day on which they were paid.

A card is charged when the bill is issued, a debit when it falls due; which of them a processor
does, its deposits tell.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import Literal

from engine.matching.clues import Clues
from engine.matching.ledger import Ledger
from engine.matching.line_payers import SURELY_NAMED
from engine.matching.rows import Bill

_AT_ONCE_DAYS = 1
_WHOLE = 100
_FEW = 6

Basis = Literal["due", "issued"]
"""The day of a bill that counts."""
_BASES: tuple[Basis, ...] = ("due", "issued")


class Till:
    """Our own bills of one currency, credit notes too, by day.

    Attributes:
        currency: The bills' own.
        bills: Their indexes in the ledger, by day.
        days: The day of each, as an ordinal.
        effects: The signed amount of each, in minor units.
        unit: The step of all amounts, in minor units: 100 where nobody uses hundredths.
        basis: Which day of a bill counts.
        has_terms: Whether bills with terms are among them.
        spoken_for: Bills that lines of their own seem to pay.
    """

    def __init__(
        self,
        ledger: Ledger,
        currency: str,
        bills: Sequence[int],
        basis: Basis = "due",
        *,
        has_terms: bool = False,
        spoken_for: Set[int] = frozenset(),
    ) -> None:
        """Take the ``bills`` in; they are of one ``currency``."""
        records = ledger.bills
        self._ledger = ledger
        self.currency = currency
        self.basis: Basis = basis
        self.has_terms = has_terms
        self.spoken_for = spoken_for

        def day(bill: int) -> int:
            return records[bill].reckoned if basis == "due" else records[bill].issued

        self.bills = sorted(bills, key=lambda bill: (day(bill), bill))
        self.days = [day(bill) for bill in self.bills]
        self.effects = [records[bill].effect for bill in self.bills]
        self.unit = _WHOLE if all(e % _WHOLE == 0 for e in self.effects) else 1

    def without(self, bills: Set[int]) -> "Till":
        """The same without some of its bills."""
        left = [bill for bill in self.bills if bill not in bills]
        return Till(
            self._ledger,
            self.currency,
            left,
            self.basis,
            has_terms=self.has_terms,
            spoken_for=self.spoken_for,
        )

    def is_free(self, place: int) -> bool:
        """Whether no line of its own seems to pay the bill at a place."""
        return self.bills[place] not in self.spoken_for

    def between(self, first: int, last: int) -> range:
        """The places of the bills from day ``first`` to day ``last``."""
        return range(bisect_left(self.days, first), bisect_right(self.days, last))


def tills(clues: Clues) -> Iterator[Till]:
    """The tills of every currency: bills paid at once, then those with terms, due or issued.

    Of bills with terms those count whose party no incoming line names: who is named pays alone.
    """
    ledger = clues.ledger
    at_once: dict[str, list[int]] = defaultdict(list)
    any_terms: dict[str, list[int]] = defaultdict(list)
    later: set[str] = set()
    alone, spoken_for = _paying_alone(clues), _spoken_for(clues)
    for index, bill in enumerate(ledger.bills):
        if bill.source.direction != "receivable" or not bill.issued:
            continue
        is_at_once = _is_at_once(bill)
        if is_at_once:
            at_once[bill.currency].append(index)
        if bill.party not in alone and index not in spoken_for:
            any_terms[bill.currency].append(index)
            if not is_at_once:
                later.add(bill.currency)
    for currency in sorted(at_once):
        yield Till(ledger, currency, at_once[currency], spoken_for=spoken_for)
    for currency in sorted(later):
        if len(any_terms[currency]) >= _FEW:
            for basis in _BASES:
                yield Till(
                    ledger,
                    currency,
                    any_terms[currency],
                    basis,
                    has_terms=True,
                    spoken_for=spoken_for,
                )


def _is_at_once(bill: Bill) -> bool:
    return not bill.due or 0 <= bill.due - bill.issued <= _AT_ONCE_DAYS


def _paying_alone(clues: Clues) -> frozenset[int]:
    """Parties that incoming lines name: they pay by themselves."""
    return frozenset(
        named[0].party
        for payment, named in zip(clues.ledger.payments, clues.named, strict=True)
        if payment.amount > 0 and named and named[0].score >= SURELY_NAMED
    )


def _spoken_for(clues: Clues) -> frozenset[int]:
    """Bills that a line of their amount quotes, or whose party it names."""
    found: set[int] = set()
    for index, payment in enumerate(clues.ledger.payments):
        named = clues.named[index]
        party = named[0].party if named and named[0].score >= SURELY_NAMED else None
        quoted = clues.whole_quotes[index]
        if payment.amount <= 0 or (party is None and not quoted):
            continue
        equal = clues.of_amount(payment.currency, payment.amount, payment.day)
        found.update(
            bill
            for bill in clues.payable(equal, index)
            if bill in quoted or clues.ledger.bills[bill].party == party
        )
    return frozenset(found)
