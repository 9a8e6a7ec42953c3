"""Each account of a statement is added up by itself."""

import datetime as dt
from decimal import Decimal

import made_rows as made

from engine.presentation.statement_accounts import account_rows
from engine.records import Account


def two_accounts(**changes):
    known = {"opening_balance": Decimal("10.00"), "closing_balance": Decimal("5.00")}
    return (
        Account(account_number="1", account_type="Current", **known | changes),
        Account(account_number="2", currency="USD", **known | changes),
    )


def test_each_account_has_its_own_lines_and_sum():
    lines = (
        made.transaction("b1-1", account_number="1", amount=Decimal("-5.00")),
        made.transaction("b1-2", account_number="2", amount=Decimal("-4.00")),
    )
    info = made.statement_info(accounts=two_accounts())
    first, second = account_rows(made.bank_document("b1", *lines, info=info))
    assert (first.label, first.currency, first.lines) == ("1 · Current", "EUR", 1)
    assert first.sums.difference == 0
    assert (second.label, second.currency, second.sums.difference) == ("2", "USD", Decimal("-1.00"))


def test_two_months_of_one_account_are_told_apart_by_their_periods():
    def month(number):
        return Account(
            account_number="1",
            statement_period_start=dt.date(2026, number, 1),
            statement_period_end=dt.date(2026, number, 28),
        )

    days = [dt.date(2026, 2, 3), dt.date(2026, 1, 3), dt.date(2026, 2, 4)]
    lines = [
        made.transaction(f"b1-{place}", account_number="1", date=day)
        for place, day in enumerate(days, 1)
    ]
    info = made.statement_info(accounts=(month(1), month(2)))
    assert [row.lines for row in account_rows(made.bank_document("b1", *lines, info=info))] == [
        1,
        2,
    ]


def test_counts_say_whose_lines_are_whose_while_they_add_up():
    accounts = tuple(Account(account_number="1", transactions=count) for count in (1, 2))
    lines = [made.transaction(f"b1-{n}", account_number="1") for n in (1, 2, 3)]
    info = made.statement_info(accounts=accounts)
    rows = account_rows(made.bank_document("b1", *lines, info=info))
    assert [row.lines for row in rows] == [1, 2]


def test_a_statement_of_one_account_is_that_one():
    (row,) = account_rows(made.bank_document("b1", made.transaction()))
    assert row.sums.difference == 0
