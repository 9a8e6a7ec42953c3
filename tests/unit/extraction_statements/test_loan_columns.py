"""Columns of loans: payments are the movements, balances fall by their principal."""

from decimal import Decimal

import pytest
from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement
from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.columns.repaid import with_repaid_part
from engine.processing.rechecking_statements import recheck_statement

D = Decimal
DEBT = D("184210.55")
SHARES = (("755.26", "454.74"), ("753.40", "456.60"), ("751.53", "458.47"), ("749.65", "460.35"))
Table = list[list[Decimal | None]]


def _money(amount: Decimal) -> str:
    return f"{amount:,.2f}"


def _loan(heads: tuple[str, str, str, str], sign: str = "") -> Statement:
    """A loan's statement: payment, interest, principal, balance under ``heads``."""
    places = (-280.0, -350.0, -440.0, -540.0)
    head = zip(places, heads, strict=True)
    rows, left = [], DEBT
    for month, (interest, principal) in enumerate(SHARES, 1):
        left -= D(principal)
        amounts = ("1,210.00", interest, principal, sign + _money(left))
        row = [(45.0, f"0{month}/05/2025"), (110.0, "MONTHLY PAYMENT")]
        rows.append([*row, *zip(places, amounts, strict=True)])
    last = (-540.0, sign + _money(left))
    return extract_statement(
        [
            page_of(
                [
                    [(45, "Loan Number: 70-2201948")],
                    [(45, "Date"), (110, "Description"), *head],
                    [(45, "01/01/2025"), (110, "Opening balance"), (-540, sign + _money(DEBT))],
                    *rows,
                    [(45, "04/30/2025"), (110, "Closing balance"), last],
                ]
            )
        ],
        Context("u"),
    )


@pytest.mark.parametrize(
    ("heads", "sign"),
    [
        (("Payment", "Interest", "Principal", "Balance"), ""),
        (("Payment", "Interest", "Principal", "Balance"), "-"),
        (("EMI", "Interest", "Principal", "Outstanding"), ""),
        (("Zorvan", "Vedal", "Murok", "Talo"), ""),
    ],
)
def test_payments_are_the_movements_of_a_loan(heads: tuple[str, str, str, str], sign: str) -> None:
    statement = _loan(heads, sign)
    assert [each.amount for each in statement.transactions] == [D("1210.00")] * 4
    assert statement.info.proof.status == "proven"


@pytest.mark.parametrize("sign", ["", "-"])
def test_the_arithmetic_of_a_loan_is_done_again_after_a_correction(sign: str) -> None:
    statement = _loan(("Payment", "Interest", "Principal", "Balance"), sign)
    assert [line.provenance["principal"].text for line in statement.transactions] == [
        principal for _, principal in SHARES
    ]
    info, lines = recheck_statement(statement.info, statement.transactions)
    assert info.proof.status == "proven"
    assert not any(line.checks for line in lines)


def _roles(table: Table) -> list[Role]:
    return with_repaid_part(table, ["other", "other", "amount", "balance"])


def test_a_fee_beside_what_the_balance_falls_by_in_whole_is_no_interest() -> None:
    table: Table = [
        [None, None, None, D(1000)],
        [D(100), D(2), D(102), D(898)],
        [D(50), D(2), D(52), D(846)],
    ]
    assert _roles(table) == ["other", "other", "amount", "balance"]


def test_what_is_received_less_a_fee_is_no_principal() -> None:
    table: Table = [
        [None, None, None, D(1000)],
        [D(100), D(3), D(97), D(1097)],
        [D(50), D(2), D(48), D(1145)],
    ]
    assert _roles(table) == ["other", "other", "amount", "balance"]


def test_one_row_that_does_not_add_up_leaves_the_columns_as_they_were() -> None:
    table: Table = [
        [None, None, None, D(1000)],
        [D(60), D(10), D(50), D(950)],
        [D(60), D(9), D(52), D(898)],
    ]
    assert _roles(table) == ["other", "other", "amount", "balance"]
    table[-1] = [D(60), D(8), D(52), D(898)]
    assert _roles(table) == ["amount", "other", "principal", "balance"]
