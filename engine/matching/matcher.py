"""The whole run: invoices and bank lines in, matched, partial and unmatched out."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal

from rapidfuzz import fuzz

from engine.errors import InvalidInputError
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.options import MatchOptions
from engine.matching.result import MatchResult
from engine.records import Match, Reason, Unmatched


def match(
    invoices: Sequence[OpenInvoice],
    lines: Sequence[BankLine],
    options: MatchOptions,
    on_progress: Callable[[float], None] | None = None,
) -> MatchResult:
    """The best consistent set of matches; the same for the same rows in any order.

    Raises:
        InvalidInputError: two invoices or two bank lines have the same id.
    """
    if len({i.invoice_id for i in invoices}) < len(invoices):
        raise InvalidInputError("Two invoices have the same id.")
    if len({t.transaction_id for t in lines}) < len(lines):
        raise InvalidInputError("Two bank lines have the same id.")
    by_amount: dict[tuple[str | None, Decimal], list[OpenInvoice]] = defaultdict(list)
    for invoice in invoices:
        if (cash := _expected(invoice)) is not None:
            by_amount[invoice.currency, cash].append(invoice)
    scored = []
    for line in lines:
        if line.amount is None or line.date is None:
            continue
        for invoice in by_amount.get((line.currency, line.amount), ()):
            scored.append(
                (*_score(invoice, line), invoice.invoice_id, line.transaction_id, invoice, line)
            )
    scored.sort(key=lambda s: (-s[0], s[2], s[3]))
    used: set[str] = set()
    matched: list[Match] = []
    partial: list[Match] = []
    for confidence, reasons, invoice_id, line_id, _, line in scored:
        if confidence < options.suggest_from or invoice_id in used or line_id in used:
            continue
        if ((invoice_id,), (line_id,)) in options.rejected:
            continue
        used |= {invoice_id, line_id}
        found = Match(
            match_id=f"M{len(used) // 2:05d}",
            kind="one_to_one",
            settlement="full",
            invoice_ids=(invoice_id,),
            transaction_ids=(line_id,),
            currency=line.currency,
            amount_matched=abs(line.amount or Decimal(0)),
            confidence=confidence,
            reasons=reasons,
        )
        (matched if confidence >= options.threshold else partial).append(found)
    if on_progress:
        on_progress(1.0)
    return MatchResult(
        tuple(matched),
        tuple(partial),
        Unmatched(
            invoices=tuple(i.invoice_id for i in invoices if i.invoice_id not in used),
            bank_transactions=tuple(
                t.transaction_id for t in lines if t.transaction_id not in used
            ),
        ),
    )


def _expected(invoice: OpenInvoice) -> Decimal | None:
    amount = invoice.amount_due or invoice.total_amount
    if amount is None:
        return None
    if invoice.document_type == "credit_note":
        amount = -abs(amount)
    return -amount if invoice.direction == "payable" else amount


def _score(invoice: OpenInvoice, line: BankLine) -> tuple[float, tuple[Reason, ...]]:
    memo = f"{line.description} {line.reference or ''} {line.counterparty or ''}"
    reasons = [Reason(name="amount", score=0.5, evidence="amount equal")]
    confidence = 0.45
    number = re.sub(r"\W", "", invoice.invoice_number or "").upper()
    if len(number) >= 3 and number in re.sub(r"\W", "", memo).upper():
        confidence += 0.35
        reasons.append(
            Reason(name="reference", score=0.4, evidence=f"memo names {invoice.invoice_number}")
        )
    name = fuzz.partial_token_set_ratio((invoice.counterparty or "").upper(), memo.upper()) / 100
    if name > 0.6:
        confidence += 0.35 * name
        reasons.append(Reason(name="name", score=0.4, evidence=f"name {name:.2f}"))
    return min(confidence, 0.99), tuple(reasons)
