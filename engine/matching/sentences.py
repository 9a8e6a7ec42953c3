"""Words the evidence of one explanation, one sentence for each reason, quoting both records."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from engine.matching.check_digits import scheme_of
from engine.matching.clues import Clues
from engine.matching.explanation import Explanation
from engine.matching.joint_reasons import joint_sentence
from engine.matching.ledger import Ledger
from engine.matching.rows import Bill
from engine.matching.treatment import Settlement
from engine.matching.wording import said

LEAST_SHOWN = 0.004
"""Log-odds that are worth a word."""

_TAKEN_OFF = {
    "discount": "{gap} less, the discount of their terms",
    "usual_discount": "{gap} less, a usual discount",
    "withholding": "{gap} less, tax withheld",
    "fee": "{gap} is a bank's fee",
    "rounding": "{gap} is rounding",
    "short": "{gap} stays open",
    "over": "{gap} too much was paid",
}
_PAYERS = {
    "unknown": "the line says nothing that could be a payer's name",
    "alone": "no other line of this payer",
    "none": "no other line of this payer meets an invoice",
    "hardly": "hardly any other line of this payer meets an invoice",
    "some": "some other lines of this payer meet invoices",
    "half": "about half of this payer's other lines meet invoices",
    "most": "most other lines of this payer meet invoices",
}


class Sentences:
    """Words the evidence of one explanation."""

    def __init__(self, explanation: Explanation, features: Sequence[str], clues: Clues) -> None:
        """Take the explanation with its pieces of evidence."""
        self._e, self._features, self._clues = explanation, features, clues
        self._ledger: Ledger = clues.ledger
        self._bills = [clues.ledger.bills[b] for b in explanation.bills]
        self._payments = [clues.ledger.payments[p] for p in explanation.payments]

    def of(self, name: str) -> str:
        """The sentence for one reason."""
        if self._e.joint:
            return joint_sentence(name, self._e, self._e.joint, self._clues)
        if name == "amount":
            return f"{self._amount()}; {self._uniqueness()}"
        if name == "payer":
            return _PAYERS[(self._finding("payer") or "unknown").partition("_")[0]]
        makers: dict[str, Callable[[], str]] = {
            "reference": self._reference,
            "name": self._name,
            "date": self._date,
            "habit": self._habit,
        }
        return makers[name]()

    def rivals(self, rivals: Sequence[Explanation], competition: float) -> str:
        """Names the other explanations of the same records.

        Args:
            rivals: the nearest of them.
            competition: the log-odds that all of them together add or take away.
        """
        if not rivals and competition < -LEAST_SHOWN:
            return "weaker explanations of these records take a part of the likelihood"
        if not rivals:
            return "no other explanation of these records comes near"
        named = [
            f"{' + '.join(map(_label, (self._ledger.bills[b] for b in rival.bills)))} paid by "
            f"{' + '.join(self._ledger.payments[p].id for p in rival.payments)}"
            for rival in rivals
        ]
        return f"about as likely: {'; or '.join(named)}"

    def _amount(self) -> str:
        s, currency = self._e.settlement, self._payments[0].currency
        paid, billed = said(s.paid, currency), said(s.billed, currency)
        gap = said(s.difference, currency)
        if len(self._bills) > 1:
            count = len(self._bills)
            if not s.difference:
                return f"{count} invoices add up to {paid}"
            return f"{count} invoices add up to {billed}; {_TAKEN_OFF[s.shape].format(gap=gap)}"
        if len(self._payments) > 1:
            count = len(self._payments)
            return f"{count} payments add up to {paid} of {billed}"
        if s.shape == "exchange":
            own = self._bills[0]
            return f"{said(own.effect, own.currency)} is {billed} at the month's rate; {paid} paid"
        return {
            "exact": f"amount equal: {paid}",
            "whole": f"amount equal but for {gap}: a round sum was paid",
            "usual_discount": f"{gap} less, {_percentage(s)} as a discount",
            "withholding": f"{gap} less, {_percentage(s)} as tax is withheld",
            "rounding": f"amount equal but for {gap} of rounding",
            "discount": f"{gap} less, the discount of its terms, paid in time",
            "late_discount": f"{gap} less, the discount of its terms, but paid late",
            "fee": f"{gap} {'more' if s.difference > 0 else 'less'}, as a bank's fee may be",
            "short": f"{paid} of {billed} paid, {gap} stays open",
            "over": f"{paid} paid for {billed}, {gap} too much",
        }[s.shape]

    def _reference(self) -> str:
        quoted = [
            (bill, quote)
            for p in self._e.payments
            for b, bill in zip(self._e.bills, self._bills, strict=True)
            if (quote := self._clues.quote(p, b))
        ]
        if not quoted:
            place = self._e.payments[0], self._e.bills[0]
            rival = self._clues.other_quote(*place) or self._clues.unknown_number(*place)
            return f"memo names another number, {rival}" if rival else "memo names no invoice"
        bill, quote = quoted[0]
        if len(quoted) > 1:
            numbers = dict.fromkeys(_label(bill) for bill, _ in quoted)
            return f"memo names {', '.join(list(numbers)[:6])}"
        scheme = scheme_of(quote.text) if quote.form == "structured" else None
        if scheme:
            return f"memo carries the {scheme} {quote.text}, check digits right"
        own = _label(bill) if quote.form != "structured" else bill.reference
        how = {"slip": ", one character off", "misread": ", misread", "cut": ", cut off"}
        seen = f" as {quote.text}" if quote.form in how else ""
        return f"memo names {own}{seen}{how.get(quote.form, '')}"

    def _name(self) -> str:
        party = self._bills[0].party
        known = self._bills[0].source.counterparty or "the invoice's party, which is unknown"
        named = self._clues.name_of(self._e.payments[0], party)
        if named is None:
            best = self._clues.named[self._e.payments[0]]
            others = self._ledger.parties[best[0].party].names if best else ()
            return f"memo does not name {known}" + (f" but {others[0]}" if others else "")
        if named.via == "account":
            return f"account number of {known}"
        if named.via == "rule":
            return f"a rule says that this line is {known}'s"
        if named.via == "alias":
            words = " ".join(dict.fromkeys(self._clues.residues[self._e.payments[0]]))
            return f"“{words}” stands for {known}: amounts or numbers of other lines say so"
        return f"memo names {known}{_likeness(named.score)}"

    def _date(self) -> str:
        last = max(self._bills, key=lambda bill: (bill.reckoned, bill.id))
        if not last.reckoned:
            return "the invoice has no date"
        which = "due date" if last.due else "invoice date"
        gap = self._payments[0].day - last.reckoned
        if gap == 0:
            return f"on the {which}"
        days = f"{abs(gap)} day{'s' if abs(gap) > 1 else ''}"
        return f"{days} {'after' if gap > 0 else 'before'} the {which}"

    def _habit(self) -> str:
        if len(self._payments) > 1:
            days = [payment.day for payment in self._payments]
            steps = [b - a for a, b in pairwise(days)]
            return f"steps of {min(steps)} to {max(steps)} days"
        if self._finding("series"):
            return "the same amount is billed again and again; its usual delay decides"
        if self._finding("usual") == "unknown":
            return "no other payment tells this party's usual delay"
        return "compared with this party's usual delay"

    def _finding(self, topic: str) -> str | None:
        """What the evidence says of a topic."""
        start = f"{topic}:"
        return next((f[len(start) :] for f in self._features if f.startswith(start)), None)

    def _uniqueness(self) -> str:
        alike = self._finding("bills_alike")
        if alike is None:
            others = self._finding("other_sums") or self._finding("other_sets") or "0"
            return "no other set adds up" if others == "0" else f"{others} other sets add up too"
        if alike == "1":
            return "no other open invoice of this amount"
        return f"{'4 or more' if alike == '4' else alike} open invoices of this amount"


def _percentage(s: Settlement) -> str:
    return f"{s.percent} % of the {'net sum' if s.is_net else 'total'},"


def _likeness(score: float) -> str:
    """What is to be said of a name that is not quite the memo's; nothing where it is."""
    return f", {score:.0%} alike" if round(score, 2) < 1 else ""


def _label(bill: Bill) -> str:
    return bill.source.invoice_number or bill.id
