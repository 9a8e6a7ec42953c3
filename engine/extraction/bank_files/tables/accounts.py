"""What a table says of one account, from its rows and from what stands around them."""

from collections.abc import Sequence
from decimal import Decimal

from engine.extraction.bank_files.ledger import Entry, Ledger
from engine.extraction.bank_files.tables.by_balances import signed
from engine.extraction.bank_files.tables.collect import Account
from engine.extraction.bank_files.tables.facts import Facts
from engine.extraction.statements.solving.chain import follow
from engine.records.column_plan import SignConvention


def ledger_of(
    account: Account, facts: Facts, is_single: bool, convention: SignConvention
) -> Ledger:
    """The ledger of ``account``; ``facts`` are about it when it is the table's only one.

    ``convention`` is where the amounts' signs come from.
    """
    entries = tuple(account.entries)
    opening = account.opening
    closing = account.closing
    if convention == "balances":
        entries = signed(entries, opening if opening is not None else facts.opening)
    if opening is None and _is_summary(entries):
        opening, closing, entries = entries[0].amount, entries[0].balance, entries[1:]
    if is_single:
        opening = opening if opening is not None else facts.opening
        closing = closing if closing is not None else facts.closing
        closing = closing if closing is not None else _closing_now(facts, entries)
    chain = follow([e.amount for e in entries], [e.balance for e in entries], opening)
    if closing is None and chain.end is not None and chain.balances and not chain.gaps:
        closing = chain.end
    number = account.number or (facts.account if is_single else None)
    return Ledger(
        entries=entries,
        account_number=number or (facts.iban if is_single else None),
        iban=facts.iban if is_single else None,
        account_name=facts.holder,
        bank_name=facts.bank,
        currency=account.currency or _common(entries) or facts.currency,
        start=facts.start,
        end=facts.end,
        opening=opening,
        closing=closing,
    )


def _is_summary(entries: Sequence[Entry]) -> bool:
    """Whether the first row gives the opening and the closing balance of all the others.

    Some tables without names of columns begin so; figures that all agree leave no other reading.
    """
    if len(entries) < 3:
        return False
    first, rest = entries[0], entries[1:]
    chain = follow([e.amount for e in rest], [e.balance for e in rest], first.amount)
    is_whole = len(chain.agreeing) == len(rest) and chain.end == first.balance
    return is_whole and not _follows(entries)


def _follows(entries: Sequence[Entry]) -> bool:
    return not follow([e.amount for e in entries], [e.balance for e in entries], None).gaps


def _closing_now(facts: Facts, entries: Sequence[Entry]) -> Decimal | None:
    """A balance of a named day closes the table when no row is later, and none else is known."""
    if facts.now is None or facts.now[1] is None:
        return None
    amount, day = facts.now
    days = [entry.date for entry in entries if entry.date is not None]
    has_balances = any(entry.balance is not None for entry in entries)
    return amount if days and day is not None and day >= max(days) and not has_balances else None


def _common(entries: Sequence[Entry]) -> str | None:
    codes = {entry.currency for entry in entries if entry.currency}
    return codes.pop() if len(codes) == 1 else None
