"""Whole statements: generated ones are read back exactly, and hand-set pages show each pitfall."""

import datetime as dt
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from statement_layouts import HEADS, Entry, Style, lay_out, page_of

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement
from engine.reading.page import Page

D = Decimal
MEMOS = ("CARD PAYMENT", "Coffee House 12", "Northwind Energy Ltd", "REF 7781-22", "SALARY")
MEMOS = (*MEMOS, "12/04 London", "Online shop 4.99 EUR", "Überweisung Miete", "ATM 594269")


def read(*pages: Page) -> Statement:
    return extract_statement(pages, Context("u"))


def amounts(statement: Statement) -> list[tuple[str, str]]:
    return [(str(t.date), str(t.amount)) for t in statement.transactions]


@st.composite
def statements(draw: st.DrawFn) -> tuple[list[Entry], Decimal, dt.date]:
    start = draw(st.dates(dt.date(2020, 1, 1), dt.date(2025, 12, 1)))
    days = sorted(draw(st.lists(st.integers(0, 27), min_size=2, max_size=30)))
    cents = st.integers(1, 9_999_999).flatmap(lambda c: st.sampled_from([c, -c]))
    entries = [
        Entry(
            start + dt.timedelta(days=d),
            tuple(draw(st.lists(st.sampled_from(MEMOS), min_size=1, max_size=3, unique=True))),
            D(draw(cents)) / 100,
        )
        for d in days
    ]
    return entries, D(draw(st.integers(-200_000, 900_000))) / 100, start


STYLES = st.builds(
    Style,
    language=st.sampled_from(sorted(HEADS)),
    columns=st.sampled_from(["debit_credit", "credit_debit", "amount"]),
    sign=st.sampled_from(["minus", "trailing", "parentheses", "dr_cr", "cr_only", "plus_minus"]),
    balance=st.sampled_from(["every", "daily"]),
    dates=st.sampled_from(["dmy", "dmy_dots", "iso", "mdy", "mdy_short", "dm", "named"]),
    numbers=st.sampled_from(["us", "eu", "swiss", "space", "plain", "lakh"]),
    header=st.sampled_from(["every", "first"]),
    newest_first=st.booleans(),
    date_once=st.booleans(),
    rows_per_page=st.sampled_from([12, 20]),
    carried=st.booleans(),
    gap=st.sampled_from([3.0, 8.0, 14.0]),
    footer=st.booleans(),
    currency=st.sampled_from(["", "€", "$"]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(statements(), STYLES)
def test_a_generated_statement_is_read_back_exactly_and_proven(
    generated: tuple[list[Entry], Decimal, dt.date], style: Style
) -> None:
    entries, opening, start = generated
    period = (start, start + dt.timedelta(days=28))
    statement = read(*lay_out(entries, opening, period, style))
    expected = entries[::-1] if style.newest_first else entries
    assert [(t.date, t.amount) for t in statement.transactions] == [
        (e.date, e.amount) for e in expected
    ]
    assert [t.description for t in statement.transactions] == [" ".join(e.text) for e in expected]
    assert statement.proof == f"All {len(entries)} rows agree with the printed balances."
    assert statement.info.opening_balance == opening
    assert statement.info.closing_balance == opening + sum(e.amount for e in entries)
    assert statement.info.statement_period_start == period[0]
    assert statement.info.statement_period_end == period[1]
    assert not statement.info.checks
    assert min(t.confidence for t in statement.transactions) > 0.9


HEADER = [(45.0, "Date"), (100.0, "Description"), (-420.0, "Amount"), (-540.0, "Balance")]


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
