"""Which transactions belong to which account of a statement that shows several."""

from collections.abc import Sequence
from itertools import accumulate

from engine.records.bank import Account, StatementInfo, Transaction


def lines_by_account(
    info: StatementInfo, transactions: Sequence[Transaction]
) -> list[tuple[Account, list[int]]]:
    """Each account with the places of its transactions, both in the statement's order.

    A statement of one account gives that one, made of its header. While the accounts' counts add
    up, they say which are whose; once a person added or deleted lines, the account's number and
    its period do, and lines that fit several accounts go to the first.
    """
    if len(info.accounts) < 2:
        return [(_of_header(info), list(range(len(transactions))))]
    counts = [account.transactions or 0 for account in info.accounts]
    if sum(counts) == len(transactions):
        ends = list(accumulate(counts))
        own = [list(range(end - count, end)) for end, count in zip(ends, counts, strict=True)]
        return list(zip(info.accounts, own, strict=True))
    owners = [_owner(info.accounts, line) for line in transactions]
    return [
        (account, [place for place, owner in enumerate(owners) if owner == index])
        for index, account in enumerate(info.accounts)
    ]


def _of_header(info: StatementInfo) -> Account:
    return Account(
        account_number=info.account_number,
        account_name=info.account_name,
        account_type=info.account_type,
        iban=info.iban,
        currency=info.currency,
        statement_period_start=info.statement_period_start,
        statement_period_end=info.statement_period_end,
        opening_balance=info.opening_balance,
        closing_balance=info.closing_balance,
        total_debits=info.total_debits,
        total_credits=info.total_credits,
    )


def _owner(accounts: Sequence[Account], line: Transaction) -> int | None:
    own = [i for i, known in enumerate(accounts) if known.account_number == line.account_number]
    in_period = [index for index in own if _is_in_period(accounts[index], line)]
    return next(iter(in_period or own), None)


def _is_in_period(account: Account, line: Transaction) -> bool:
    start, end = account.statement_period_start, account.statement_period_end
    return line.date is not None and not (
        (start is not None and line.date < start) or (end is not None and line.date > end)
    )
