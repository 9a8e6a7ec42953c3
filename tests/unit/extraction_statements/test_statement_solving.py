"""Balances and totals wherever they stand, rows that are none, and what stays doubtful."""

from decimal import Decimal

from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement
from engine.extraction.statements.confidence.judge import explain_row, load_row_model
from engine.reading.page import Page

D = Decimal
HEADER = [(45.0, "Date"), (110.0, "Description"), (-420.0, "Amount"), (-540.0, "Balance")]
SPLIT = [(45.0, "Date"), (110.0, "Description"), (-420.0, "Debit"), (-540.0, "Credit")]


def read(*pages: Page) -> Statement:
    return extract_statement(pages, Context("u"))


def test_balances_may_stand_among_the_payments() -> None:
    statement = read(
        page_of(
            [
                SPLIT,
                [(110, "SOLDE CREDITEUR AU 09.02.2024"), (-540, "100,00")],
                [(45, "12.02.2024"), (110, "PRLV FREE"), (-420, "30,00")],
                [(45, "13.02.2024"), (110, "VIR RECU"), (-540, "15,50")],
                [(45, "14.02.2024"), (110, "CHEQUE"), (-420, "20,25")],
                [(110, "SOLDE CREDITEUR AU 08.03.2024"), (-540, "65,25")],
            ]
        )
    )
    info = statement.info
    assert (info.opening_balance, info.closing_balance) == (D("100.00"), D("65.25"))
    assert info.proof.status == "proven" and info.proof.rows_proven == 3


def test_rows_that_are_sums_of_others_are_none_in_any_language() -> None:
    statement = read(
        page_of(
            [
                SPLIT,
                [(45, "01.04.2024"), (110, "Zzyzx qwv"), (-540, "100.00")],
                [(45, "02.04.2024"), (110, "SHOP A"), (-420, "30.00")],
                [(45, "03.04.2024"), (110, "SHOP B"), (-420, "12.00")],
                [(45, "05.04.2024"), (110, "PAYROLL"), (-540, "500.00")],
                [(45, "06.04.2024"), (110, "SHOP C"), (-420, "7.50")],
                [(45, "30.04.2024"), (110, "Zzyzx brk"), (-540, "550.50")],
            ]
        )
    )
    assert [line.amount for line in statement.transactions] == [
        D("-30.00"), D("-12.00"), D("500.00"), D("-7.50")
    ]  # fmt: skip
    assert statement.info.opening_balance == D("100.00")
    assert statement.info.closing_balance == D("550.50")


def test_totals_with_the_date_of_the_last_day_are_no_transactions() -> None:
    statement = read(
        page_of(
            [
                [*SPLIT, (-640, "Balance")],
                [(45, "01.04.2024"), (110, "Opening balance"), (-640, "100.00")],
                [(45, "02.04.2024"), (110, "TOTAL WINE"), (-420, "30.00"), (-640, "70.00")],
                [(45, "03.04.2024"), (110, "SHOP B"), (-420, "12.00"), (-640, "58.00")],
                [(45, "05.04.2024"), (110, "PAYROLL"), (-540, "500.00"), (-640, "558.00")],
                [(45, "05.04.2024"), (110, "Closing totals"), (-420, "42.00"), (-540, "500.00")],
            ]
        )
    )
    assert [line.description for line in statement.transactions] == [
        "TOTAL WINE", "SHOP B", "PAYROLL"
    ]  # fmt: skip


def test_charges_of_nothing_are_no_transactions_and_other_rows_of_nothing_are_doubtful() -> None:
    statement = read(
        page_of(
            [
                SPLIT,
                [(110, "Opening balance"), (-540, "100.00")],
                [(45, "02.04.2024"), (110, "SHOP A"), (-420, "30.00")],
                [(45, "03.04.2024"), (110, "CARD CHECKED"), (-420, "0.00")],
                [(45, "05.04.2024"), (110, "Interest charged on purchases"), (-420, "0.00")],
                [(110, "Closing balance"), (-540, "70.00")],
            ]
        )
    )
    assert [line.amount for line in statement.transactions] == [D("-30.00"), D("0.00")]
    assert statement.info.proof.status == "agrees"


def test_an_account_begins_where_a_balance_is_printed_that_the_next_ones_follow() -> None:
    def part(title: str, opening: str, *rows: tuple[str, str]) -> list:
        lines = [
            [(45, f"0{day} Mar 2024"), (110, "SHOP"), (-420, amount), (-540, balance)]
            for day, (amount, balance) in enumerate(rows, 1)
        ]
        return [[(45, title)], HEADER, [(110, "B/F BALANCE"), (-540, opening)], *lines, []]

    statement = read(
        page_of(
            [
                *part("Savings", "100.00", ("-10.00", "90.00"), ("-5.00", "85.00")),
                *part("Current", "40.00", ("-1.00", "39.00"), ("-2.00", "37.00")),
            ]
        )
    )
    assert [a.opening_balance for a in statement.info.accounts] == [D("100.00"), D("40.00")]
    assert not statement.info.proof.gaps


def test_a_year_that_is_not_printed_keeps_a_statement_from_being_proven() -> None:
    statement = read(
        page_of(
            [
                HEADER,
                [(110, "Opening balance"), (-540, "100.00")],
                [(45, "03 Jan"), (110, "SHOP"), (-420, "-5.00"), (-540, "95.00")],
                [(45, "04 Jan"), (110, "SHOP"), (-420, "-5.00"), (-540, "90.00")],
            ]
        )
    )
    assert statement.info.proof.status == "agrees"
    assert [(t.date.month, t.date.day) for t in statement.transactions if t.date] == [
        (1, 3), (1, 4)
    ]  # fmt: skip
    assert all(t.confidence <= 0.4 and t.checks for t in statement.transactions)


def test_what_makes_a_row_doubtful_can_be_told() -> None:
    model = load_row_model()
    reasons = explain_row({"in_gap": 1.0, "scanned": 1.0, "unsure_text": 0.4}, model)
    assert reasons and all(reason.weight for reason in reasons)


def test_thousands_of_hostile_amounts_are_solved_in_bounds() -> None:
    pages = []
    for number in range(1, 41):
        rows = [
            [(45, f"{1 + i % 28:02d} Jan 2025"), (110, "X"), (-420, "1.00"), (-540, f"{i}.00")]
            for i in range(50)
        ]
        pages.append(page_of([HEADER, *rows], number))
    statement = read(*pages)
    assert len(statement.transactions) == 2000
    assert statement.info.proof.status in {"gaps", "agrees", "proven"}


def test_headings_that_totals_name_are_no_part_of_a_description() -> None:
    statement = read(
        page_of(
            [
                SPLIT,
                [(110, "Opening balance"), (-540, "100.00")],
                [(110, "Items of Nolan Sample with number 4711")],
                [(45, "02.04.2024"), (110, "SHOP A"), (-420, "30.00")],
                [(45, "03.04.2024"), (110, "SHOP B"), (-420, "20.00")],
                [(110, "Total of items of Nolan Sample"), (-420, "50.00")],
                [(110, "Closing balance"), (-540, "50.00")],
            ]
        )
    )
    assert [line.description for line in statement.transactions] == ["SHOP A", "SHOP B"]
