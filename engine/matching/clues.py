"""What each bank line says about whom and what it pays: parties named, invoices quoted.

Computed once per run; candidates, groups and features all read from here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from engine.matching.aliases import Hit, alias_key, learned_accounts, learned_parties
from engine.matching.equal_bills import MANY, DueDays, EqualBills
from engine.matching.hands import ALONE, Hands
from engine.matching.ledger import UNKNOWN_DAY, Ledger
from engine.matching.line_texts import read_lines
from engine.matching.memo import Memo
from engine.matching.names import Named, NameIndex
from engine.matching.party_quotes import party_quotes
from engine.matching.references import Quote, looks_like_number_of
from engine.matching.remembered import Remembered, RememberedLine, told_accounts, told_names
from engine.matching.rows import Payment
from engine.matching.rule_names import told_parties
from engine.matching.treatment import discounted
from engine.matching.windows import EARLY_DAYS, LONGEST_TERMS, Windows

SURELY_NAMED = 0.70
"""From this score on a name counts as said."""
_ALIAS_SCORE = 0.85
_NAMED_ENOUGH = 0.5
_RESIDUE_WORDS = 3
_LETTERS = re.compile(r"[A-Z]+")
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
        accounts = {b.iban: b.party for b in ledger.bills if len(b.iban) >= 12}
        marks = {mark for b in ledger.bills for mark in _LETTERS.findall(b.number + b.reference)}
        marks.update(self.currencies)
        self.residues = [_residue(p.memo, names, marks) for p in ledger.payments]
        self.named: list[tuple[Named, ...]] = [
            _with_account(p, names.resolve(p.memo.name_key), accounts) for p in ledger.payments
        ]
        if remembered:
            self._remember(remembered.lines(), names, marks)
        self._learn_accounts()
        for payment, parties in told_parties(ledger).items():
            self.named[payment] = tuple(Named(party, 1.0, "rule") for party in sorted(parties))
        self._learn_aliases()
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

    def _remember(self, lines: Sequence[RememberedLine], names: NameIndex, marks: Set[str]) -> None:
        """Names and accounts that a person's decisions gave to a party."""
        accounts = told_accounts(lines)
        aliases = told_names((alias_key(_residue(t.memo, names, marks)), t) for t in lines)
        for index, payment in enumerate(self.ledger.payments if lines else ()):
            named = _with_account(payment, self.named[index], accounts)
            party = aliases.get(alias_key(self.residues[index]))
            if party is not None and not (named and named[0].score >= SURELY_NAMED):
                others = tuple(n for n in named if n.party != party)
                named = (Named(party, _ALIAS_SCORE, "alias"), *others)
            self.named[index] = named

    def _learn_accounts(self) -> None:
        """Accounts that stand beside one party's name alone become accounts of that party."""
        learned = learned_accounts(
            (payment.memo.accounts, named[0] if named else None)
            for payment, named in zip(self.ledger.payments, self.named, strict=True)
        )
        if learned:
            self.named = [
                _with_account(payment, named, learned)
                if payment.memo.accounts and not (named and named[0].score >= SURELY_NAMED)
                else named
                for payment, named in zip(self.ledger.payments, self.named, strict=True)
            ]

    def _learn_aliases(self) -> None:
        """Names that pay one party again and again become names of that party."""
        known = [n[0].party if n and n[0].score >= SURELY_NAMED else None for n in self.named]
        for index, party in learned_parties(self.residues, known, self._hits).items():
            others = tuple(n for n in self.named[index] if n.party != party)
            self.named[index] = (Named(party, _ALIAS_SCORE, "alias"), *others)

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


def _residue(memo: Memo, names: NameIndex, marks: Set[str]) -> tuple[str, ...]:
    """The memo's first words that may be somebody's name; ``marks`` are letters of numbers."""
    kept = (
        word
        for word in memo.name_key
        if len(word) > 2 and word not in marks and not names.is_boilerplate(word)
    )
    return tuple(kept)[:_RESIDUE_WORDS]


def _with_account(
    payment: Payment, named: tuple[Named, ...], accounts: dict[str, int]
) -> tuple[Named, ...]:
    """An account number of a party, printed in the memo, is as good as its name."""
    for account in payment.memo.accounts:
        if account in accounts:
            party = accounts[account]
            return (Named(party, 1.0, "account"), *(n for n in named if n.party != party))
    return named
