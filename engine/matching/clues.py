"""What each bank line says about whom and what it pays: parties named, invoices quoted.

Computed once per run; candidates, groups and features all read from here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from engine.matching.aliases import Hit
from engine.matching.equal_bills import MANY, DueDays, EqualBills
from engine.matching.hands import ALONE, Hands
from engine.matching.ledger import UNKNOWN_DAY, Ledger
from engine.matching.line_payers import LinePayers
from engine.matching.line_texts import read_lines
from engine.matching.names import Named, NameIndex
from engine.matching.party_quotes import party_quotes
from engine.matching.references import Quote, looks_like_number_of
from engine.matching.remembered import Remembered
from engine.matching.rows import Payment
from engine.matching.rule_names import told_parties
from engine.matching.treatment import discounted
from engine.matching.windows import EARLY_DAYS, LONGEST_TERMS, Windows

_NAMED_ENOUGH = 0.5
_NO_QUOTES: Mapping[int, Quote] = {}


class Clues:
    """Parties and quotes of every bank line, by its index in the ledger."""

    def __init__(
        self,
        ledger: Ledger,
        window_days: int,
        hands: Hands = ALONE,
        remembered: Remembered | None = None,
    ) -> None:
        """Resolve every line; names that no invoice has are learned from what they pay."""
        self.ledger = ledger
        self.window_days = window_days
        self._exact = EqualBills(ledger.bills)
        self.windows = Windows(ledger.bills, window_days)
        self._due: dict[int, DueDays] = {}
        self._issued = [[ledger.bills[b].issued for b in own] for own in ledger.bills_of]
        self.currencies = sorted({bill.currency for bill in ledger.bills})
        self._discounted = EqualBills(ledger.bills, discounted)
        names = NameIndex(ledger.parties, (p.memo.name_key for p in ledger.payments))
        self.whole_quotes, self._free_runs = read_lines(ledger, names, hands)
        payers = LinePayers(ledger, names)
        self.residues, self.named = payers.residues, payers.named
        if remembered:
            payers.remember(remembered.lines())
        payers.learn_accounts()
        payers.obey(told_parties(ledger))
        payers.learn_aliases(self._hits)
        self._damaged = party_quotes(ledger, self._free_runs, self._parties_named, hands)
        self._quoting = {line for line, _ in self._damaged}

    def payable(self, bills: Iterable[int], payment: int) -> list[int]:
        """Those of the bills that can be paid by such money on that day, in their order."""
        line = self.ledger.payments[payment]
        return self.windows.payable(bills, line.amount, line.day)

    def count_equal(self, payment: int, bill: int, most: int) -> int:
        """How many bills of the same amount the line could pay, counted up to ``most``.

        A bill alone of its amount counts as one in any case.
        """
        line, record = self.ledger.payments[payment], self.ledger.bills[bill]
        alike = self._exact.all_of((record.currency, record.effect))
        if len(alike) > 1:
            alike = self.windows.around(alike, line.day)
        if len(alike) == 1:
            return 1
        return self.windows.count_payable(alike, line.amount, line.day, most)

    def of_amount(self, currency: str, amount: int, day: int) -> Sequence[int]:
        """The bills of exactly this amount, those apart whose time is far from ``day``."""
        return self.windows.around(self._exact.all_of((currency, amount)), day)

    def nearest_of_amount(self, payment: int, most: int) -> list[int]:
        """The bills of the paid amount that the line may settle.

        Of an amount that is billed again and again, ``most``: those of parties that the line names
        first, then those that fall due the nearest.
        """
        line = self.ledger.payments[payment]
        amount = (line.currency, line.amount)
        if len(self._exact.all_of(amount)) <= MANY:
            return self.payable(self._exact.all_of(amount), payment)
        found = self._exact.nearest(
            amount,
            line.day,
            {name.party for name in self.named[payment]},
            most,
            lambda bill: self.windows.is_payable(bill, line.amount, line.day),
        )
        return found if len(found) == most else sorted(found)

    def of_printed_amounts(self, payment: int) -> Iterator[int]:
        """The bills in another currency whose amount the line prints beside that currency."""
        line = self.ledger.payments[payment]
        if not line.memo.amounts:
            return
        sign = 1 if line.amount > 0 else -1
        for printed in sorted(line.memo.amounts):
            for currency in self.currencies:
                if currency != line.currency and _prints(line.memo.words, currency):
                    yield from self.of_amount(currency, sign * printed, line.day)

    def less_discount(self, currency: str, amount: int, day: int) -> Sequence[int]:
        """The bills of this amount after the discount of their terms."""
        return self.windows.around(self._discounted.all_of((currency, amount)), day)

    def bills_before(self, party: int, day: int, days: int | None = None) -> Sequence[int]:
        """The party's bills issued up to a few days after ``day``, and those without a date.

        At most ``days`` before; without it as long as a bill can be due and the window lasts.
        """
        own = self.ledger.bills_of[party]
        undated, first, last = self._issued_around(party, day, days)
        return (*own[:undated], *own[first:last]) if undated else own[first:last]

    def bills_near(self, party: int, day: int, most: int) -> Sequence[int]:
        """``bills_before``; of many, the ``most`` that fall due the nearest, nearest first."""
        undated, first, last = self._issued_around(party, day)
        if undated + last - first <= most:
            return self.bills_before(party, day)
        if party not in self._due:
            self._due[party] = DueDays(self.ledger.bills, self.ledger.bills_of[party])
        own = self.ledger.bills_of[party]
        oldest, newest = own[first], own[last - 1]
        undated_most = own[undated - 1] if undated else -1
        return self._due[party].nearest(
            day, most, lambda bill: oldest <= bill <= newest or bill <= undated_most
        )

    def _issued_around(self, party: int, day: int, days: int | None = None) -> tuple[int, int, int]:
        """How many bills without a date come first, and the range of those issued around."""
        issued = self._issued[party]
        first = bisect_left(issued, day - (days or LONGEST_TERMS + self.window_days))
        last = bisect_right(issued, day + EARLY_DAYS)
        return min(bisect_right(issued, UNKNOWN_DAY), first), first, last

    def has_equal_bill(self, payment: int, party: int) -> bool:
        """Whether one bill of the party alone has the amount that the line pays."""
        line = self.ledger.payments[payment]
        return any(
            self.windows.is_payable(bill, line.amount, line.day)
            for bill in self._exact.of_party((line.currency, line.amount), party)
        )

    def name_of(self, payment: int, party: int) -> Named | None:
        """How the line names the party; None when it does not."""
        return next((n for n in self.named[payment] if n.party == party), None)

    def names_nobody(self, payment: int) -> bool:
        """Whether the line holds nothing that could be a name, as cheques do."""
        return not self.residues[payment] and not self.named[payment]

    def quote(self, payment: int, bill: int) -> Quote | None:
        """How the line quotes the invoice; damaged quotes count only if its party is named."""
        whole = self.whole_quotes[payment].get(bill)
        if whole or payment not in self._quoting:
            return whole
        return self.damaged_quotes(payment, self.ledger.bills[bill].party).get(bill)

    def is_quoting(self, payment: int) -> bool:
        """Whether the line quotes any invoice at all."""
        return bool(self.whole_quotes[payment]) or payment in self._quoting

    def has_no_numbers(self, payment: int) -> bool:
        """Whether the line holds nothing that quotes an invoice, or that might be a number."""
        return not self._free_runs[payment] and not self.is_quoting(payment)

    def damaged_quotes(self, payment: int, party: int) -> Mapping[int, Quote]:
        """Short, damaged and cut quotes of a party's invoices, if the line names the party."""
        return self._damaged.get((payment, party), _NO_QUOTES)

    def _parties_named(self, payment: int) -> Iterator[int]:
        return (n.party for n in self.named[payment] if n.score >= _NAMED_ENOUGH)

    def other_quote(self, payment: int, bill: int) -> str | None:
        """The number of another invoice of the same party that the line quotes."""
        party = self.ledger.bills[bill].party
        for other, found in self.whole_quotes[payment].items():
            if other != bill and self.ledger.bills[other].party == party:
                return found.text
        return None

    def unknown_number(self, payment: int, bill: int) -> str | None:
        """A number of the same series that the line quotes, of an invoice that is not here."""
        return looks_like_number_of(self.ledger.bills[bill], self._free_runs[payment])

    def _hits(self, payment: int) -> Iterator[Hit]:
        """Parties of which the line pays an exact amount or quotes a number."""
        line, quotes = self.ledger.payments[payment], self.whole_quotes[payment]
        for bill, quote in quotes.items():
            if quote.form in ("structured", "number") and self._may_be_named(bill, line):
                weight = 2 if len(quotes) == 1 else 1
                yield Hit(self.ledger.bills[bill].party, ("quoted", bill), weight)
        for bill in self.of_amount(line.currency, line.amount, line.day):
            if self._may_be_named(bill, line):
                yield Hit(self.ledger.bills[bill].party, ("amount", line.amount), 1)
        for bill in self.of_printed_amounts(payment):
            if self._may_be_named(bill, line):
                yield Hit(self.ledger.bills[bill].party, ("printed", bill), 2)

    def _may_be_named(self, bill: int, line: Payment) -> bool:
        party = self.ledger.parties[self.ledger.bills[bill].party]
        return bool(party.names) and self.windows.is_payable(bill, line.amount, line.day)


def _prints(words: Sequence[str], currency: str) -> bool:
    """Whether the words have the currency's code, alone or just before a figure."""
    return any(
        word == currency or (word.startswith(currency) and word[3:].isdigit()) for word in words
    )
