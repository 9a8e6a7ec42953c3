"""What the header record says of accounts, sums, kinds and the places where they stand."""

from decimal import Decimal

from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import extract_statement
from engine.records.bank import StatementInfo

Rows = list[list[tuple[float, str]]]

HEADS: list[tuple[float, str]] = [
    (45, "Date"), (110, "Description"), (-330, "Paid out"), (-430, "Paid in"), (-540, "Balance"),
]  # fmt: skip


def _table(opening: str, first: str, second: str) -> Rows:
    return [
        HEADS,
        [(45, "01/03/2024"), (110, "Opening balance"), (-540, opening)],
        [(45, "04/03/2024"), (110, "SHOP"), (-330, "10.00"), (-540, first)],
        [(45, "08/03/2024"), (110, "SALARY"), (-430, "60.00"), (-540, second)],
        [(45, "31/03/2024"), (110, "Closing balance"), (-540, second)],
    ]


def _info(*rows: list[tuple[float, str]]) -> StatementInfo:
    return extract_statement([page_of(list(rows))], Context("u")).info


def test_each_account_has_its_number_currency_and_balances() -> None:
    info = _info(
        [(45, "Everyday account 4400-123456-001 EUR")],
        *_table("100.00", "90.00", "150.00"),
        [],
        [(45, "Foreign account 4400-123456-002 USD")],
        *_table("700.00", "690.00", "750.00"),
    )
    assert [(a.account_number, a.currency, a.opening_balance, a.closing_balance, a.transactions)
            for a in info.accounts] == [
        ("4400-123456-001", "EUR", Decimal("100.00"), Decimal("150.00"), 2),
        ("4400-123456-002", "USD", Decimal("700.00"), Decimal("750.00"), 2),
    ]  # fmt: skip
    assert info.opening_balance is None


def test_printed_sums_are_those_that_the_rows_make() -> None:
    info = _info(
        [(45, "Account number 4400-123456-001")],
        [(45, "Paid in"), (-200, "60.00")],
        [(45, "Paid out"), (-200, "10.00")],
        [],
        *_table("100.00", "90.00", "150.00"),
    )
    assert (info.total_debits, info.total_credits) == (Decimal("10.00"), Decimal("60.00"))
    assert info.provenance["total_credits"].confidence > 0.9


def test_an_iban_stands_beside_the_number_and_the_kind_of_account() -> None:
    info = _info(
        [(45, "Account type: Savings Plus")],
        [(45, "IBAN CH93 0076 2011 6238 5295 7")],
        [],
        *_table("100.00", "90.00", "150.00"),
    )
    assert info.iban == info.account_number == "CH9300762011623852957"
    assert info.account_type == "Savings Plus"


def test_a_balance_of_a_day_before_the_rows_is_the_opening_one() -> None:
    info = _info(
        [(45, "Account number 4400-123456-001")],
        [(45, "Balance as on 1 Mar 2024"), (-300, "100.00")],
        [],
        HEADS,
        [(45, "04/03/2024"), (110, "SHOP"), (-330, "10.00"), (-540, "90.00")],
        [(45, "08/03/2024"), (110, "SALARY"), (-430, "60.00"), (-540, "150.00")],
    )
    assert (info.opening_balance, info.closing_balance) == (Decimal("100.00"), Decimal("150.00"))
