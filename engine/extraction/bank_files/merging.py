"""Ledgers that are one account's are put together where one goes on after the other.

Banks write a message a day, or several for one long day: thirty of them are still one account.
"""

from collections.abc import Sequence
from dataclasses import replace

from engine.extraction.bank_files.ledger import Ledger


def merged(ledgers: Sequence[Ledger]) -> tuple[Ledger, ...]:
    """``ledgers`` with those that continue the one before added to it, in the file's order."""
    result: list[Ledger] = []
    for ledger in ledgers:
        if result and _continues(result[-1], ledger):
            result[-1] = _joined(result[-1], ledger)
        else:
            result.append(ledger)
    return tuple(result)


def _continues(before: Ledger, ledger: Ledger) -> bool:
    same = (
        before.account_number is not None
        and before.account_number == ledger.account_number
        and before.currency == ledger.currency
        and before.is_card == ledger.is_card
    )
    return same and before.closing is not None and before.closing == ledger.opening


def _joined(before: Ledger, ledger: Ledger) -> Ledger:
    debits, credits_ = before.total_debits, before.total_credits
    return replace(
        before,
        entries=before.entries + ledger.entries,
        end=ledger.end or before.end,
        closing=ledger.closing,
        total_debits=None
        if debits is None or ledger.total_debits is None
        else debits + ledger.total_debits,
        total_credits=None
        if credits_ is None or ledger.total_credits is None
        else credits_ + ledger.total_credits,
    )
