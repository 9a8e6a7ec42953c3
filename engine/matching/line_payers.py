"""Whom each bank line names: by the parties' names and accounts, and by what is learned of them.

A person's decisions teach names and accounts; accounts that stand beside a name, and names that pay
one party again and again, are learned from the run itself.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from engine.matching.aliases import Hit, alias_key, learned_accounts, learned_parties
from engine.matching.ledger import Ledger
from engine.matching.memo import Memo
from engine.matching.names import Named, NameIndex
from engine.matching.remembered import RememberedLine, told_accounts, told_names
from engine.matching.rows import Payment

SURELY_NAMED = 0.70
"""From this score on a name counts as said."""
_ALIAS_SCORE = 0.85
_SHORTEST_ACCOUNT = 12
_RESIDUE_WORDS = 3
_LETTERS = re.compile(r"[A-Z]+")


class LinePayers:
    """The parties that every line names, likeliest first, in ``named``; the rest in ``residues``.

    A residue is what a memo holds that may be somebody's name.
    """

    def __init__(self, ledger: Ledger, names: NameIndex) -> None:
        """Look for the names and accounts of the invoices."""
        self._payments, self._names = ledger.payments, names
        accounts = {b.iban: b.party for b in ledger.bills if len(b.iban) >= _SHORTEST_ACCOUNT}
        self._marks = {m for b in ledger.bills for m in _LETTERS.findall(b.number + b.reference)}
        self._marks.update(bill.currency for bill in ledger.bills)
        self.residues = [_residue(p.memo, names, self._marks) for p in ledger.payments]
        self.named: list[tuple[Named, ...]] = [
            _with_account(p, names.resolve(p.memo.name_key), accounts) for p in ledger.payments
        ]

    def remember(self, lines: Sequence[RememberedLine]) -> None:
        """Names and accounts that a person's decisions gave to a party."""
        accounts = told_accounts(lines)
        aliases = told_names(
            (alias_key(_residue(t.memo, self._names, self._marks)), t) for t in lines
        )
        for index, payment in enumerate(self._payments if lines else ()):
            self.named[index] = named = _with_account(payment, self.named[index], accounts)
            party = aliases.get(alias_key(self.residues[index]))
            if party is not None and not _is_sure(named):
                self._call(index, party)

    def learn_accounts(self) -> None:
        """Accounts that stand beside one party's name alone become accounts of that party."""
        learned = learned_accounts(
            (payment.memo.accounts, named[0] if named else None)
            for payment, named in zip(self._payments, self.named, strict=True)
        )
        for index, payment in enumerate(self._payments if learned else ()):
            if payment.memo.accounts and not _is_sure(self.named[index]):
                self.named[index] = _with_account(payment, self.named[index], learned)

    def obey(self, told: Mapping[int, Iterable[int]]) -> None:
        """Take the parties that the user's own rules give to lines."""
        for payment, parties in told.items():
            self.named[payment] = tuple(Named(party, 1.0, "rule") for party in sorted(parties))

    def learn_aliases(self, hits: Callable[[int], Iterable[Hit]]) -> None:
        """Names that pay one party again and again become names of that party.

        ``hits`` are the parties of which a line pays an exact amount or quotes a number.
        """
        known = [named[0].party if _is_sure(named) else None for named in self.named]
        for index, party in learned_parties(self.residues, known, hits).items():
            self._call(index, party)

    def _call(self, index: int, party: int) -> None:
        """Have the line name the party first, by a name that was learned."""
        others = tuple(n for n in self.named[index] if n.party != party)
        self.named[index] = (Named(party, _ALIAS_SCORE, "alias"), *others)


def _is_sure(named: Sequence[Named]) -> bool:
    return bool(named) and named[0].score >= SURELY_NAMED


def _residue(memo: Memo, names: NameIndex, marks: Set[str]) -> tuple[str, ...]:
    """The memo's first words that may be somebody's name; ``marks`` are letters of numbers."""
    kept = (
        word
        for word in memo.name_key
        if len(word) > 2 and word not in marks and not names.is_boilerplate(word)
    )
    return tuple(kept)[:_RESIDUE_WORDS]


def _with_account(
    payment: Payment, named: tuple[Named, ...], accounts: Mapping[str, int]
) -> tuple[Named, ...]:
    """An account number of a party, printed in the memo, is as good as its name."""
    for account in payment.memo.accounts:
        if account in accounts:
            party = accounts[account]
            return (Named(party, 1.0, "account"), *(n for n in named if n.party != party))
    return named
