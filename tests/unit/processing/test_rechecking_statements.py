"""After a correction a statement's verdict, gaps and sentences are those of its figures."""

import datetime as dt
from decimal import Decimal

import made_rows as made
from msgspec.structs import replace

from engine.processing.rechecking_statements import recheck_statement
from engine.records import Account, StatementInfo


def line(number, amount, balance=None, **changes):
    return made.transaction(
        f"u-{number}",
        date=dt.date(2026, 2, number),
        amount=None if amount is None else Decimal(amount),
        balance=None if balance is None else Decimal(balance),
        **changes,
    )


def info(opening, closing, **changes):
    return StatementInfo(
        account_number=made.transaction().account_number,
        opening_balance=Decimal(opening),
        closing_balance=Decimal(closing),
        **changes,
    )


def test_a_corrected_amount_closes_the_gap_between_the_balances():
    lines = (line(1, "10.00", "110.00"), line(2, "-5.00", "104.00"))
    header, checked = recheck_statement(info("100", "104"), lines)
    assert header.checks == ("Balances differ by -1.00: 105.00 would follow, 104.00 is there.",)
    assert [bool(each.checks) for each in checked] == [False, True]
    (gap,) = header.proof.gaps
    assert (gap.after_transaction, gap.transaction, gap.difference) == ("u-1", "u-2", Decimal(-1))
    assert (header.proof.status, header.proof.rows_proven) == ("gaps", 1)
    header, checked = recheck_statement(header, (checked[0], replace(checked[1], amount=-6)))
    assert header.checks == ()
    assert not any(each.checks for each in checked)
    assert header.proof.status == "proven"
    assert header.proof.sentence == "All 2 rows agree with the balances."


def test_the_closing_balance_alone_proves_rows_without_balances():
    lines = (line(1, "10.00"), line(2, "-5.00"))
    assert recheck_statement(info("0", "5"), lines)[0].proof.status == "proven"
    header, _ = recheck_statement(info("0", "7"), lines)
    assert header.checks == (
        "Opening balance and rows make 5.00, but the closing balance is 7.00.",
    )
    (gap,) = header.proof.gaps
    assert (gap.transaction, gap.difference) == (None, Decimal("2.00"))


def test_without_balances_nothing_is_proven():
    header, _ = recheck_statement(StatementInfo(), (line(1, "10.00"),))
    assert header.proof.status == "unproven"


def test_each_account_is_checked_for_itself():
    accounts = tuple(
        Account(account_number=number, opening_balance=Decimal(0), closing_balance=Decimal(closing))
        for number, closing in (("1", 10), ("2", 7))
    )
    lines = (line(1, "10", "10", account_number="1"), line(2, "5", "5", account_number="2"))
    header, _ = recheck_statement(StatementInfo(accounts=accounts), lines)
    assert [gap.account_number for gap in header.proof.gaps] == ["2"]


def test_a_doubt_stands_until_a_person_changes_something_in_its_line():
    doubt = "The date is out of order."
    doubtful = line(2, "-5.00", "105.00", checks=(doubt,))
    lines = (line(1, "10.00", "110.00"), doubtful)
    header, checked = recheck_statement(info("100", "105"), lines)
    assert checked[1].checks == (doubt,)
    assert header.proof.status == "agrees"
    place = replace(made.read_from_page("3 Feb"), source="user")
    settled = replace(doubtful, provenance={"date": place})
    header, checked = recheck_statement(info("100", "105"), (lines[0], settled))
    assert checked[1].checks == ()
    assert header.proof.status == "proven"


def test_an_amount_that_is_not_known_proves_nothing():
    header, _ = recheck_statement(info("100", "105"), (line(1, None), line(2, "5.00")))
    assert "1 row has no amount that can be told." in header.checks
    assert header.proof.status != "proven"


def test_the_first_balance_implies_an_opening_one_that_is_not_printed():
    lines = (line(1, "10.00", "110.00"), line(2, "-5.00", "105.00"), line(3, "1.00", "106.00"))
    unopened = StatementInfo(account_number=made.transaction().account_number)
    assert recheck_statement(unopened, lines)[0].proof.status == "proven"
    newest_first = recheck_statement(unopened, lines[::-1])[0].proof
    assert (newest_first.status, newest_first.rows_proven) == ("proven", 3)
    unknown = (replace(lines[0], amount=None), *lines[1:])
    assert recheck_statement(unopened, unknown)[0].proof.status == "agrees"


def test_a_month_without_lines_is_proven_by_equal_balances():
    assert recheck_statement(info("5", "5"), ())[0].proof.status == "proven"
    assert recheck_statement(info("5", "6"), ())[0].proof.status == "gaps"


def test_printed_sums_of_both_sides_keep_proving_where_no_balance_is_printed():
    lines = (line(1, "10.00"), line(2, "-5.00"), line(3, "-7.00"))
    sums = StatementInfo(total_credits=Decimal("10.00"), total_debits=Decimal("12.00"))
    header, _ = recheck_statement(sums, lines)
    assert header.proof.status == "proven"
    assert header.proof.sentence == "All 3 rows agree with the sums."
    header, _ = recheck_statement(sums, (*lines[:2], replace(lines[2], amount=Decimal("-8.00"))))
    assert header.proof.status == "unproven"
