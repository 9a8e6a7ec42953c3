"""What could settle chosen records: their explanations with probability and reasons, best first."""

from collections.abc import Collection, Sequence

from engine.matching.explaining import Explained, explain
from engine.matching.explanation import Explanation
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.ledger import Ledger, build_ledger
from engine.matching.matcher import score
from engine.matching.options import MatchOptions
from engine.matching.result import Scored, worded
from engine.matching.rivals import Rivals
from engine.matching.scoring import shipped_weights
from engine.records import Match

LEAST = 0.001
"""Probability below which an explanation is not worth a look by anybody."""


def propose(
    invoices: Sequence[OpenInvoice],
    lines: Sequence[BankLine],
    options: MatchOptions,
    *,
    invoice_ids: Collection[str] = (),
    transaction_ids: Collection[str] = (),
    most: int = 12,
) -> tuple[Match, ...]:
    """The explanations that hold all of the chosen records, the likeliest first.

    Args:
        invoices: What may be paid, the chosen ones among them.
        lines: What may pay, the chosen ones among them.
        options: How a run would match them; what was rejected before is left out.
        invoice_ids: The chosen invoices.
        transaction_ids: The chosen bank lines.
        most: How many at most.
    """
    ledger = build_ledger(invoices, lines, options.rules, options.ignored)
    explained = explain(ledger, options)
    scored = score(ledger, explained, shipped_weights())
    found = [
        index
        for index, explanation in enumerate(explained.explanations)
        if scored.confidences[index] >= LEAST
        and _holds(explanation, ledger, set(invoice_ids), set(transaction_ids))
    ]
    found.sort(key=lambda index: _rank(index, explained, scored))
    rivals = Rivals(explained.explanations, scored.confidences)
    found = found[:most]
    ids = [f"C{place:06d}" for place in range(1, len(found) + 1)]
    return tuple(worded(ids, found, ledger, explained, scored, rivals))


def _holds(
    explanation: Explanation, ledger: Ledger, invoice_ids: set[str], transaction_ids: set[str]
) -> bool:
    bills = {ledger.bills[b].id for b in explanation.bills}
    payments = {ledger.payments[p].id for p in explanation.payments}
    return invoice_ids <= bills and transaction_ids <= payments


def _rank(
    index: int, explained: Explained, scored: Scored
) -> tuple[float, tuple[int, ...], tuple[int, ...]]:
    explanation = explained.explanations[index]
    return -round(scored.confidences[index], 9), explanation.payments, explanation.bills
