"""The part of a matching that a run was asked for. Pure.

Everything is matched first, so that a payment is not taken for another only because its own bill
was not asked for; then what lies outside is left out of the answer.
"""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from engine.matching import BankLine, MatchResult, OpenInvoice
from engine.matching.normalise import compact, name_tokens
from engine.records import Match, RunScope, Unmatched


class Narrowed(NamedTuple):
    """A matching within its scope, and how many records that has."""

    result: MatchResult
    invoices: int
    lines: int


def narrowed(
    result: MatchResult,
    scope: RunScope,
    invoices: Sequence[OpenInvoice],
    lines: Sequence[BankLine],
) -> Narrowed:
    """What of ``result`` lies within ``scope``: matches with a record of each side in it."""
    if scope == RunScope():
        return Narrowed(result, len(invoices), len(lines))
    bills = _invoices_within(scope, invoices)
    moves = _lines_within(scope, lines)

    def is_within(match: Match) -> bool:
        return not bills.isdisjoint(match.invoice_ids) and not moves.isdisjoint(
            match.transaction_ids
        )

    matched = tuple(m for m in result.matched if is_within(m))
    partial = tuple(m for m in result.partial if is_within(m))
    left = result.unmatched
    unmatched = Unmatched(
        invoices=tuple(i for i in left.invoices if i in bills),
        bank_transactions=tuple(t for t in left.bank_transactions if t in moves),
        set_aside=tuple(
            msgspec.structs.replace(
                found, transaction_ids=tuple(t for t in found.transaction_ids if t in moves)
            )
            for found in left.set_aside
            if not moves.isdisjoint(found.transaction_ids)
        ),
        duplicates=left.duplicates,
    )
    kept = (*matched, *partial)
    return Narrowed(
        MatchResult(matched, partial, unmatched),
        len({i for m in kept for i in m.invoice_ids}) + len(unmatched.invoices),
        len({t for m in kept for t in m.transaction_ids}) + len(unmatched.bank_transactions),
    )


def _invoices_within(scope: RunScope, invoices: Sequence[OpenInvoice]) -> set[str]:
    parties = {name_tokens(name) for name in scope.parties}
    return {
        i.invoice_id
        for i in invoices
        if (not parties or name_tokens(i.counterparty or "") in parties)
        and not (scope.last_day and i.invoice_date and i.invoice_date > scope.last_day)
    }


def _lines_within(scope: RunScope, lines: Sequence[BankLine]) -> set[str]:
    accounts = {compact(number) for number in scope.accounts}
    is_dated = scope.first_day is not None or scope.last_day is not None
    return {
        t.transaction_id
        for t in lines
        if (not accounts or compact(t.account_number or "") in accounts)
        and not (is_dated and t.date is None)
        and not (scope.first_day and t.date and t.date < scope.first_day)
        and not (scope.last_day and t.date and t.date > scope.last_day)
    }
