"""What each bank line says about whom and what it pays: parties named, invoices quoted.

Computed once per run; candidates, groups and features all read from here.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Set

from engine.matching.ledger import Bill, Ledger, Payment
from engine.matching.names import Named, NameIndex
from engine.matching.references import (
    Quote,
    ReferenceIndex,
    free_runs,
    looks_like_number_of,
    quote_of,
)

SURELY_NAMED = 0.70
"""From this score on a name counts as said."""
_ALIAS_SCORE = 0.85
_ALIAS_HITS = 2
_ALIAS_SHARE = 0.3
_RESIDUE_WORDS = 3
_LETTERS = re.compile(r"[A-Z]+")


class Clues:
    """Parties and quotes of every bank line, by its index in the ledger."""

    def __init__(self, ledger: Ledger, window_days: int) -> None:
        """Resolve every line; names that no invoice has are learned from what they pay."""
        self.ledger = ledger
        self.window_days = window_days
        self.exact = _by_effect(ledger)
        names = NameIndex(ledger.parties, (p.memo.name_key for p in ledger.payments))
        references = ReferenceIndex(ledger.bills)
        accounts = {b.iban: b.party for b in ledger.bills if len(b.iban) >= 12}
        self.whole_quotes = [references.quotes(p.memo) for p in ledger.payments]
        self._free_runs = [
            free_runs(p.memo, quotes.values())
            for p, quotes in zip(ledger.payments, self.whole_quotes, strict=True)
        ]
        marks = {mark for b in ledger.bills for mark in _LETTERS.findall(b.number + b.reference)}
        self.residues = [_residue(p, names, marks) for p in ledger.payments]
        self.named: list[tuple[Named, ...]] = [
            _with_account(p, names.resolve(p.memo.name_key), accounts) for p in ledger.payments
        ]
        self._learn_aliases()
        self._quotes: dict[tuple[int, int], Quote | None] = {}

    def is_in_window(self, bill: Bill, payment: Payment) -> bool:
        """Whether the money flows the right way at a time at which the bill can be paid."""
        if bill.effect * payment.amount <= 0:
            return False
        return not bill.issued or (
            bill.issued - 10 <= payment.day <= max(bill.due, bill.issued) + self.window_days
        )

    def name_of(self, payment: int, party: int) -> Named | None:
        """How the line names the party; None when it does not."""
        return next((n for n in self.named[payment] if n.party == party), None)

    def quote(self, payment: int, bill: int) -> Quote | None:
        """How the line quotes the invoice; damaged quotes count only if its party is named."""
        key = (payment, bill)
        if key not in self._quotes:
            self._quotes[key] = self._find_quote(payment, bill)
        return self._quotes[key]

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

    def _find_quote(self, payment: int, bill: int) -> Quote | None:
        whole = self.whole_quotes[payment].get(bill)
        if whole or not self._free_runs[payment]:
            return whole
        record = self.ledger.bills[bill]
        named = self.name_of(payment, record.party)
        if not named or named.score < 0.5:
            return None
        tails = self.ledger.payments[payment].memo.tails
        return quote_of(record, self._free_runs[payment], tails)

    def _learn_aliases(self) -> None:
        """Names that pay one party's exact amounts again and again become names of that party."""
        lines: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, residue in enumerate(self.residues):
            best = self.named[index][0].score if self.named[index] else 0.0
            if residue and best < SURELY_NAMED:
                lines[residue].append(index)
        for indexes in lines.values():
            party = self._paid_party(indexes)
            if party is not None:
                for index in indexes:
                    others = tuple(n for n in self.named[index] if n.party != party)
                    self.named[index] = (Named(party, _ALIAS_SCORE, "alias"), *others)

    def _paid_party(self, indexes: list[int]) -> int | None:
        """The one party whose invoices these lines pay to the cent, if it is clear."""
        hits: dict[int, set[tuple[str, int]]] = defaultdict(set)
        paying: dict[int, set[int]] = defaultdict(set)
        for index in indexes:
            for party, hit in self._hits(index):
                hits[party].add(hit)
                paying[party].add(index)
        ranked = sorted(hits, key=lambda party: (-len(hits[party]), party))
        if not ranked or len(hits[ranked[0]]) < _ALIAS_HITS:
            return None
        if len(paying[ranked[0]]) < _ALIAS_SHARE * len(indexes):
            return None
        if len(ranked) > 1 and 2 * len(hits[ranked[1]]) > len(hits[ranked[0]]):
            return None
        return ranked[0]

    def _hits(self, payment: int) -> Iterator[tuple[int, tuple[str, int]]]:
        """Parties of which the line pays an exact amount or quotes a number, and which."""
        line, bills = self.ledger.payments[payment], self.ledger.bills
        for bill, quote in self.whole_quotes[payment].items():
            if quote.form in ("structured", "number") and self.is_in_window(bills[bill], line):
                yield bills[bill].party, ("quoted", bill)
        for bill in self.exact.get((line.currency, line.amount), ()):
            if (
                self.is_in_window(bills[bill], line)
                and self.ledger.parties[bills[bill].party].names
            ):
                yield bills[bill].party, ("amount", line.amount)


def _by_effect(ledger: Ledger) -> dict[tuple[str, int], list[int]]:
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, bill in enumerate(ledger.bills):
        found[bill.currency, bill.effect].append(index)
    return found


def _residue(payment: Payment, names: NameIndex, marks: Set[str]) -> tuple[str, ...]:
    """The memo's first words that may be somebody's name; ``marks`` are letters of numbers."""
    kept = (
        word
        for word in payment.memo.name_key
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
