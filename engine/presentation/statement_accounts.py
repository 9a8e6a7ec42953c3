"""Each account of a statement with its own lines added up."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from engine.presentation.statement_fields import BalanceCheck, balance_check
from engine.records import (
    Account,
    BankDocument,
    StatementInfo,
    Transaction,
    lines_by_account,
)


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account: what it is called, its period, how many lines it has, and its sum."""

    label: str
    currency: str | None
    start: dt.date | None
    end: dt.date | None
    lines: int
    sums: BalanceCheck


def account_rows(document: BankDocument) -> tuple[AccountRow, ...]:
    """A row for every account of the statement, in its order."""
    return tuple(
        _row(account, [document.transactions[place] for place in places], document)
        for account, places in lines_by_account(document.statement_info, document.transactions)
    )


def _row(account: Account, own: Sequence[Transaction], document: BankDocument) -> AccountRow:
    alone = StatementInfo(
        opening_balance=account.opening_balance, closing_balance=account.closing_balance
    )
    named = (account.account_number or account.iban, account.account_type)
    return AccountRow(
        label=" · ".join(filter(None, named)) or "Account without a number",
        currency=account.currency or document.statement_info.currency,
        start=account.statement_period_start,
        end=account.statement_period_end,
        lines=len(own),
        sums=balance_check(alone, own),
    )
