"""What one line says of one bill: named, quoted, in time; findings that families share."""

from collections.abc import Sequence

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation
from engine.matching.line_payers import SURELY_NAMED
from engine.matching.remarks import prints_rate, says_nothing, told
from engine.matching.rows import Payment
from engine.matching.scale import Scale

DUE = Scale(-60, -35, -25, -18, -12, -7, -3, 4, 8, 13, 19, 31, 61)
AGE = Scale(-45, -25, -10, -3, 1, 2, 8, 15, 31, 61, 91)
_CROWD = Scale(2, 4, 8, 16, 32, 64, 128)
_FULL = 0.95
_SECOND = 0.15
_NAMED_ENOUGH = 0.5
_NAMES = "other strange nobody second 0.3 0.4 0.5 0.6 0.7 0.8 0.9 alias full account"
NAME_ORDER = _NAMES.split()
"""Findings of the name, the weakest first."""


class PairFindings:
    """Findings about a line and a bill, by their index in the ledger."""

    def __init__(self, clues: Clues) -> None:
        """Look at the run of the clues."""
        self._clues = clues
        self._bills, self._payments = clues.ledger.bills, clues.ledger.payments
        self._pair, self._name = (-1, -1), ""
        self._silent: Payment | None = None
        self._crowds = [_CROWD.of(len(own)) for own in clues.ledger.bills_of]

    def crowd(self, bill: int) -> str:
        """How many bills the party has: the more, the more sums come near one by accident."""
        return self._crowds[self._bills[bill].party]

    def name(self, payment: int, bill: int) -> str:
        """How the line names the bill's party; most questions are about the pair before."""
        pair = (payment, self._bills[bill].party)
        if pair != self._pair:
            self._pair, self._name = pair, self._name_of(*pair)
        return self._name

    def _name_of(self, payment: int, party: int) -> str:
        found = self._clues.named[payment]
        if not found:
            return "strange" if self._clues.residues[payment] else "nobody"
        best = found[0]
        named = self._clues.name_of(payment, party)
        if named and (named.score >= _NAMED_ENOUGH or best == named):
            if best.score - named.score > _SECOND:
                return "second"
            if named.via in ("account", "alias"):
                return named.via
            return "full" if named.score >= _FULL else f"{int(named.score * 10) / 10}"
        if best.score >= SURELY_NAMED:
            return "other"
        return "strange" if self._clues.residues[payment] else "nobody"

    def reference(self, payment: int, bill: int) -> str:
        """How the line quotes the bill, or what else it quotes."""
        clues = self._clues
        if clues.has_no_numbers(payment):
            return "unlike" if self._payments[payment].memo.runs else "silent"
        quote = clues.quote(payment, bill)
        whole = clues.whole_quotes[payment]
        if quote:
            shared = any(
                other != bill and _are_apart(quote.text, found.text)
                for other, found in whole.items()
            )
            return f"{quote.form}_of_several" if shared else quote.form
        if whole and clues.other_quote(payment, bill):
            return "another"
        if clues.unknown_number(payment, bill):
            return "unknown"
        return "unlike" if self._payments[payment].memo.runs else "silent"

    def due(self, payment: int, bill: int) -> str:
        """Days from the due date to the line."""
        due = self._bills[bill].due
        return DUE.of(self._payments[payment].day - due) if due else "unknown"

    def age_since(self, payment: int, issued: int) -> str:
        """Days from the day to the line."""
        return AGE.of(self._payments[payment].day - issued) if issued else "unknown"

    def listed(self, payment: int, bills: Sequence[int]) -> str:
        """How many of several bills of one party the line quotes."""
        inside = sum(bool(self._clues.quote(payment, bill)) for bill in bills)
        if inside == len(bills):
            return "all"
        party = self._bills[bills[0]].party
        outside = any(
            self._bills[bill].party == party and bill not in bills
            for bill in self._clues.whole_quotes[payment]
        )
        if inside:
            return f"{'some' if inside > 1 else 'one'}{'_and_others' if outside else ''}"
        if outside:
            return "others"
        if any(self._clues.unknown_number(payment, bill) for bill in bills):
            return "strangers"
        return "unlike" if self._payments[payment].memo.runs else "silent"

    def told(self, e: Explanation) -> str:
        """How the line's words explain the difference."""
        payment, s = self._payments[e.payments[0]], e.settlement
        if s.shape == "exchange":
            return "rate" if prints_rate(payment, self._bills[e.bills[0]].effect) else "silent"
        if payment is not self._silent and says_nothing(payment):
            self._silent = payment
        if payment is self._silent:
            return f"{s.shape}_silent"
        return f"{s.shape}_{told(payment, s.shape, s.billed)}"


def _are_apart(text: str, other: str) -> bool:
    """Whether two quotes are not one and the same with a label before it."""
    return text == other or not (text.endswith(other) or other.endswith(text))
