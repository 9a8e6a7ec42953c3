"""Hand-set statements show the pitfalls of reading one whole."""

import datetime as dt
from decimal import Decimal

from statement_layouts import page_of
from statement_layouts.reading import HEADER, amounts, read

D = Decimal


def test_every_value_has_its_place() -> None:
    row = [(45.0, "03 Jan 2025"), (110.0, "SHOP"), (-420.0, "-5.00"), (-540.0, "95.00")]
    line = read(page_of([HEADER, row])).transactions[0]
    assert set(line.provenance) == {"date", "amount", "balance", "description"}
    place = line.provenance["amount"]
    assert (place.page, place.text, place.source) == (1, "-5.00", "text")
    assert (place.bbox is not None and place.bbox[2] == round(420 / 595, 10)) or place.bbox


def test_a_wrong_balance_is_shown_and_not_repaired() -> None:
    statement = read(
        page_of(
            [
                HEADER,
                [(100, "Opening balance"), (-540, "100.00")],
                [(45, "03 Jan 2025"), (110, "A"), (-420, "-5.00"), (-540, "95.00")],
                [(45, "04 Jan 2025"), (110, "B"), (-420, "-5.00"), (-540, "80.00")],
                [(45, "05 Jan 2025"), (110, "C"), (-420, "-5.00"), (-540, "75.00")],
            ]
        )
    )
    assert [t.amount for t in statement.transactions] == [D("-5.00")] * 3
    assert statement.info.checks == (
        "Balances differ by -10.00 between row 1 on page 1 and row 2 on page 1: 90.00 would "
        "follow, 80.00 is printed.",
    )
    assert statement.transactions[1].checks and not statement.transactions[0].checks
    assert statement.transactions[1].confidence <= 0.7 < statement.transactions[0].confidence


def test_signs_come_from_the_balances_when_nothing_else_says_them() -> None:
    statement = read(
        page_of(
            [
                HEADER,
                [(100, "Opening balance"), (-540, "100.00")],
                [(45, "03 Jan 2025"), (110, "A"), (-420, "5.00"), (-540, "95.00")],
                [(45, "04 Jan 2025"), (110, "B"), (-420, "20.00"), (-540, "115.00")],
                [(45, "05 Jan 2025"), (110, "C"), (-420, "15.00"), (-540, "100.00")],
            ]
        )
    )
    assert [t.amount for t in statement.transactions] == [D("-5.00"), D("20.00"), D("-15.00")]


def test_a_row_runs_on_over_a_page_break() -> None:
    first = [HEADER, [(45, "03 Jan 2025"), (110, "CARD PAYMENT"), (-420, "-5.00"), (-540, "95.00")]]
    second = [
        HEADER,
        [(110, "COFFEE HOUSE")],
        [(45, "04 Jan 2025"), (110, "B"), (-420, "-5.00"), (-540, "90.00")],
    ]
    statement = read(page_of(first), page_of(second, 2))
    assert [t.description for t in statement.transactions] == ["CARD PAYMENT COFFEE HOUSE", "B"]


def test_several_accounts_have_their_own_balances_and_numbers() -> None:
    def account(number: str, opening: str, row: tuple[str, str], closing: str) -> list:
        return [
            [(45, f"Account number {number}")],
            HEADER,
            [(45, "01 Mar 2026"), (110, "Opening balance"), (-540, opening)],
            [(45, "03 Mar 2026"), (110, "MOVE"), (-420, row[0]), (-540, row[1])],
            [(45, "31 Mar 2026"), (110, "Closing balance"), (-540, closing)],
            [],
        ]

    statement = read(
        page_of(
            account("10001234", "100.00", ("-20.00", "80.00"), "80.00")
            + account("10005678", "500.00", ("20.00", "520.00"), "520.00")
        )
    )
    assert [(a.account_number, a.opening_balance, a.closing_balance) for a in
            statement.info.accounts] == [
        ("10001234", D("100.00"), D("80.00")), ("10005678", D("500.00"), D("520.00")),
    ]  # fmt: skip
    assert [t.account_number for t in statement.transactions] == ["10001234", "10005678"]
    assert statement.info.opening_balance is None


def test_balances_of_a_day_are_told_apart_by_their_place() -> None:
    statement = read(
        page_of(
            [
                [(45, "From"), (110, "1 October 2026")],
                [(45, "To"), (110, "31 October 2026")],
                [(45, "Balance on"), (110, "1 October 2026"), (-420, "100.00+")],
                HEADER[:3],
                [(45, "02 Oct"), (110, "A"), (-420, "45.00-")],
                [(110, "continued overleaf")],
                [(45, "Balance on"), (110, "31 October 2026"), (-420, "55.00+")],
            ]
        )
    )
    info = statement.info
    assert (info.opening_balance, info.closing_balance) == (D("100.00"), D("55.00"))
    assert info.statement_period_start == dt.date(2026, 10, 1)
    assert info.statement_period_end == dt.date(2026, 10, 31)
    assert statement.transactions[0].description == "A"
    assert statement.proof == "The only row agrees with the printed balances."


def test_amounts_without_decimals_are_read_where_the_document_has_no_others() -> None:
    statement = read(
        page_of(
            [
                [
                    (45, "日付"),
                    (110, "摘要"),
                    (-320, "お支払金額"),
                    (-430, "お預り金額"),
                    (-540, "残高"),
                ],
                [(110, "繰越残高"), (-540, "1,250,000")],
                [(45, "2024年3月5日"), (120, "電気代"), (-320, "8,450"), (-540, "1,241,550")],
                [(45, "2024年3月6日"), (120, "給与"), (-430, "300,000"), (-540, "1,541,550")],
                [(45, "2024年3月8日"), (120, "手数料"), (-320, "110"), (-540, "1,541,440")],
            ]
        )
    )
    assert amounts(statement) == [
        ("2024-03-05", "-8450"), ("2024-03-06", "300000"), ("2024-03-08", "-110"),
    ]  # fmt: skip
    assert statement.info.closing_balance == 1541440


def test_filler_zeros_and_a_merchant_called_total_are_no_trouble() -> None:
    heads = [
        (45, "Date"),
        (110, "Description"),
        (-350, "Credits"),
        (-440, "Debits"),
        (-540, "Balance"),
    ]
    statement = read(
        page_of(
            [
                heads,
                [(110, "Balance brought forward"), (-540, "$100.00")],
                [
                    (45, "02/01/2025"),
                    (110, "PAY"),
                    (-350, "$50.00"),
                    (-440, "-$0.00"),
                    (-540, "$150.00"),
                ],
                [(110, "TOTAL ENERGIES 77"), (-350, "$0.00"), (-440, "-$30.00"), (-540, "$120.00")],
                [(110, "Total"), (-350, "$50.00"), (-440, "-$30.00")],
            ]
        )
    )
    assert [t.amount for t in statement.transactions] == [D("50.00"), D("-30.00")]
    assert statement.transactions[1].date == statement.transactions[0].date


def test_prose_with_amounts_and_dates_is_no_row() -> None:
    statement = read(
        page_of(
            [
                [(45, "Late payment warning: pay by 10/22/23 or owe a late fee of up to $40.00.")],
                [(45, "Payment due date 10/22/23"), (-540, "$205.39")],
                HEADER,
                [(45, "03 Jan 2025"), (110, "A"), (-420, "-5.00"), (-540, "95.00")],
                [],
                [],
                [(45, "Call within 60 days of 05/06 if you see an error over $50.00.")],
            ]
        )
    )
    assert amounts(statement) == [("2025-01-03", "-5.00")]


def test_a_document_without_any_year_says_so() -> None:
    statement = read(
        page_of([HEADER, [(45, "01 MAY"), (110, "A"), (-420, "-5.00"), (-540, "95.00")]])
    )
    assert statement.info.checks == ("No year is printed: the dates say 1904 in its place.",)
    assert statement.transactions[0].confidence < 0.5


def test_no_pages_and_no_transactions_are_no_trouble() -> None:
    for pages in ((), (page_of([]),), (page_of([[(45, "Nothing to see")]]),)):
        statement = read(*pages)
        assert statement.transactions == ()
        assert statement.proof == "There are no transactions."


def test_transactions_are_numbered_in_the_files_order() -> None:
    rows = [
        [(45, f"{day:02d} Jan 2025"), (110, "A"), (-420, "-5.00"), (-540, f"{100 - 5 * day}.00")]
        for day in (1, 2, 3)
    ]
    assert [t.transaction_id for t in read(page_of([HEADER, *rows])).transactions] == [
        "u-1", "u-2", "u-3",
    ]  # fmt: skip
