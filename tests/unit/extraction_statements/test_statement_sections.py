"""Sections, headings and day headings tell the rows below them what they are."""

from decimal import Decimal

from statement_layouts import page_of
from statement_layouts.reading import amounts, read

D = Decimal


def test_sections_give_the_signs() -> None:
    statement = read(
        page_of(
            [
                [(45, "Beginning balance $100.00")],
                [(45, "Statement period"), (150, "01/01/2025 to 01/31/2025")],
                [],
                [(45, "Deposits and additions")],
                [(45, "Date"), (110, "Description"), (-500, "Amount")],
                [(45, "01/02"), (110, "PAYROLL"), (-500, "$50.00")],
                [(110, "Total deposits and additions"), (-500, "$50.00")],
                [],
                [(45, "Checks paid")],
                [(45, "Check no"), (110, "Date"), (-240, "Amount"),
                 (290, "Check no"), (360, "Date"), (-500, "Amount")],
                [(45, "101"), (110, "01/03"), (-240, "$10.00"),
                 (290, "103"), (360, "01/09"), (-500, "$3.00")],
                [(45, "102"), (110, "01/05"), (-240, "$7.00")],
                [],
                [(45, "Daily ending balances")],
                [(45, "Date"), (-240, "Amount")],
                [(45, "01/02"), (-240, "$150.00")],
                [],
                [(45, "Ending balance $130.00")],
            ]
        )
    )  # fmt: skip
    assert amounts(statement) == [
        ("2025-01-02", "50.00"), ("2025-01-03", "-10.00"),
        ("2025-01-05", "-7.00"), ("2025-01-09", "-3.00"),
    ]  # fmt: skip
    assert [t.reference for t in statement.transactions[1:]] == ["101", "102", "103"]
    assert statement.proof == "All 4 rows agree with the printed balances."


def test_sections_count_with_a_note_behind_their_heading_and_below_rows_in_two_panels() -> None:
    statement = read(
        page_of(
            [
                [(45, "Beginning balance $100.00")],
                [(45, "Statement period"), (150, "01/01/2025 to 01/31/2025")],
                [],
                [(45, "Direct deposits")],
                [(45, "Posted"), (130, "Description"), (-540, "Amount")],
                [(48, "01/02"), (130, "PAYROLL"), (-540, "50.00")],
                [(48, "01/08"), (130, "PAYROLL"), (-540, "60.00")],
                [(-480, "Subtotal:"), (-540, "110.00")],
                [(45, "Checks cleared Count: 4 *The number before this one is not on the list")],
                [(45, "Date"), (110, "Number"), (-240, "Amount"),
                 (310, "Date"), (370, "Number"), (-540, "Amount")],
                [(48, "01/03"), (110, "101"), (-240, "10.00"),
                 (313, "01/09"), (370, "103"), (-540, "3.00")],
                [(48, "01/05"), (110, "102"), (-240, "7.00"),
                 (313, "01/10"), (370, "104"), (-540, "2.00")],
                [(-480, "Subtotal:"), (-540, "22.00")],
                [(45, "Bill payments")],
                [(45, "Posted"), (130, "Description"), (-540, "Amount")],
                [(48, "01/04"), (130, "POWER COMPANY"), (-540, "20.00")],
                [(48, "01/11"), (130, "WATER WORKS"), (-540, "5.00")],
                [(-480, "Subtotal:"), (-540, "25.00")],
                [],
                [(45, "Ending balance $163.00")],
            ]
        )
    )  # fmt: skip
    assert [t.amount for t in statement.transactions] == [
        D(text) for text in ("50", "60", "-10", "-7", "-3", "-2", "-20", "-5")
    ]


def test_dates_as_headings_hold_for_the_rows_below() -> None:
    statement = read(
        page_of(
            [
                [(45, "Opening balance"), (-500, "£100.00")],
                [(45, "Thursday, 1 December 2022")],
                [(45, "COFFEE"), (-400, "- £8.39")],
                [(45, "TRANSFER FROM ANN"), (-400, "+ £20.00"), (-500, "£111.61")],
                [(45, "Saturday, 3 December 2022")],
                [(45, "FEE"), (-400, "- £1.61"), (-500, "£110.00")],
                [(45, "Closing balance"), (-500, "£110.00")],
            ]
        )
    )
    assert amounts(statement) == [
        ("2022-12-01", "-8.39"), ("2022-12-01", "20.00"), ("2022-12-03", "-1.61"),
    ]  # fmt: skip
    assert statement.info.currency == "GBP"
