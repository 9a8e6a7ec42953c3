"""Card statements: purchases are negative, balances are owed, a doubtful kind shows itself."""

from decimal import Decimal

from statement_layouts import page_of
from statement_layouts.reading import amounts, read

from engine.extraction.statements import Statement

D = Decimal


def test_a_sign_printed_under_the_amount_belongs_to_it() -> None:
    statement = read(
        page_of(
            [
                [(45, "Card statement"), (300, "Minimum payment 5.00"), (450, "Card number 12345")],
                [(45, "Details"), (-500, "Amount")],
                [(45, "05.01.25"), (110, "PAYMENT"), (-500, "5.00")],
                [(-515, "CR")],
                [(45, "07.01.25"), (110, "CAFE"), (-500, "40.00")],
            ]
        )
    )
    assert amounts(statement) == [("2025-01-05", "5.00"), ("2025-01-07", "-40.00")]


def test_card_purchases_are_negative_and_its_balances_debts() -> None:
    statement = read(
        page_of(
            [
                [(45, "Credit card statement"), (300, "Payment due date 15 Dec 2023")],
                [(45, "Statement date 20 Nov 2023"), (300, "Minimum payment 50.00")],
                [],
                [(45, "Post"), (100, "Trans")],
                [(45, "Date"), (100, "Date"), (160, "Description"), (-500, "Amount (SGD)")],
                [(160, "PREVIOUS BALANCE"), (-500, "200.00")],
                [(45, "05 NOV"), (100, "04 NOV"), (160, "PAYMENT THANK YOU"), (-500, "200.00 CR")],
                [(45, "06 NOV"), (100, "05 NOV"), (160, "BOOKSHOP"), (-500, "12.50")],
                [(160, "FOREIGN AMOUNT EUR 11.20")],
                [(160, "NEW BALANCE"), (-500, "12.50")],
            ]
        )
    )
    assert amounts(statement) == [("2023-11-04", "200.00"), ("2023-11-05", "-12.50")]
    assert [str(t.value_date) for t in statement.transactions] == ["2023-11-05", "2023-11-06"]
    assert statement.transactions[1].description == "BOOKSHOP FOREIGN AMOUNT EUR 11.20"
    info = statement.info
    assert info.statement_type == "card" and info.currency == "SGD"
    assert (info.opening_balance, info.closing_balance) == (D("-200.00"), D("-12.50"))


def _with_summary(payments: str, purchases: str) -> Statement:
    return read(
        page_of(
            [
                [(45, "Minimum payment due $25.00")],
                [(45, "Rewards go to your savings account")],
                [(45, "Previous monthly balance"), (-500, "$100.00")],
                [(45, "Payments"), (-500, payments)],
                [(45, "Purchases"), (-500, purchases)],
                [(45, "Total balance"), (-500, "$62.50")],
                [],
                [(45, "Date"), (160, "Description"), (-500, "Amount")],
                [(45, "03/02/2024"), (160, "Transfer from account 1823"), (-500, "-$50.00")],
                [(45, "03/14/2024"), (160, "BOOKSHOP"), (-500, "$8.50")],
                [(45, "03/21/2024"), (160, "GROCER"), (-500, "$4.00")],
            ]
        )
    )


def test_where_payments_lower_what_purchases_raise_the_balance_is_owed() -> None:
    statement = _with_summary("-$50.00", "$12.50")
    assert [t.amount for t in statement.transactions] == [D("50.00"), D("-8.50"), D("-4.00")]
    assert statement.info.statement_type == "card"
    assert statement.info.closing_balance == D("-62.50")


def test_where_payments_and_purchases_both_leave_the_account_it_is_no_card() -> None:
    statement = _with_summary("-$50.00", "-$12.50")
    assert statement.info.statement_type == "bank"


def test_where_words_of_cards_and_of_accounts_meet_no_direction_is_proven() -> None:
    statement = _with_summary("-$50.00", "-$12.50")
    assert statement.info.proof is not None and statement.info.proof.status != "proven"
    assert all("Which way the amount goes is not sure." in t.checks for t in statement.transactions)
