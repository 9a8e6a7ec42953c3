"""Tables of other styles, read whole: without header, wrapped, moved, by OCR, signs in words."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from msgspec import structs
from statement_layouts import Entry, Style, lay_out, page_of

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement
from engine.reading.page import Page

D = Decimal
MEMOS = ("CARD PAYMENT", "Coffee House 12", "Northwind Energy Ltd", "REF 7781-22", "SALARY")
MEMOS = (*MEMOS, "12/04 London", "Online shop 4.99 EUR", "Überweisung Miete", "ATM 594269")


HEADER = [(45.0, "Date"), (100.0, "Description"), (-420.0, "Amount"), (-540.0, "Balance")]


def read(*pages: Page) -> Statement:
    return extract_statement(pages, Context("u"))


def amounts(statement: Statement) -> list[tuple[str, str]]:
    return [(str(t.date), str(t.amount)) for t in statement.transactions]


def _entries(count: int) -> list[Entry]:
    start = dt.date(2024, 5, 1)
    texts = [("TRANSFER", "Ann Sample"), ("CARD PAYMENT",), ("SALARY", "ACME", "May")]
    return [
        Entry(start + dt.timedelta(days=i // 2), texts[i % 3], D((-1) ** i * (100 + 7 * i)) / 10)
        for i in range(count)
    ]


def _check(style: Style, count: int = 30) -> Statement:
    entries = _entries(count)
    period = (dt.date(2024, 5, 1), dt.date(2024, 5, 31))
    statement = read(*lay_out(entries, D("55.10"), period, style))
    assert [(t.date, t.amount, t.description) for t in statement.transactions] == [
        (e.date, e.amount, " ".join(e.text)) for e in entries
    ]
    return statement


def test_a_table_without_header_is_named_by_its_arithmetic() -> None:
    for columns in ("debit_credit", "credit_debit", "amount"):
        _check(Style(header="none", columns=columns))
    _check(Style(header="none", second_date=True, date_once=True))


def test_descriptions_above_their_amounts_belong_below() -> None:
    _check(Style(preceding=True, rows_per_page=10))


def test_two_dates_side_by_side_are_both_kept() -> None:
    statement = _check(Style(second_date=True, dates="named", gap=3.0))
    assert all(t.value_date == t.date for t in statement.transactions)


def test_columns_may_stand_elsewhere_on_the_next_page() -> None:
    def page(shift: float, number: int) -> Page:
        rows = [
            [(45.0, f"{day:02d} Jan 2025"), (110.0, "SHOP"), (-(380.0 + shift), "-5.00"),
             (-(500.0 + shift), f"{500 - 5 * (day + 10 * (number - 1))}.00")]
            for day in range(1, 11)
        ]  # fmt: skip
        head = [(45.0, "Date"), (110.0, "Description"), (-400.0, "Amount"), (-520.0, "Balance")]
        return page_of([head, *rows], number)

    statement = read(page(0, 1), page(40, 2))
    assert len(statement.transactions) == 20
    assert statement.proof == "All 20 rows agree with the printed balances."


def test_words_of_ocr_lower_the_confidence() -> None:
    page = page_of([HEADER, [(45, "03 Jan 2025"), (110, "A"), (-420, "-5.00"), (-540, "95.00")]])
    words = tuple(structs.replace(word, confidence=0.6) for word in page.words)
    line = read(replace(page, source="ocr", words=words)).transactions[0]
    assert line.confidence < 0.8 and line.provenance["amount"].source == "ocr"


def test_amounts_in_both_columns_of_a_row_are_no_amount() -> None:
    heads = [(45, "Date"), (110, "Description"), (-350, "Debit"), (-440, "Credit")]
    statement = read(
        page_of([heads, [(45, "02/01/2025"), (110, "X"), (-350, "5.00"), (-440, "6.00")]])
    )
    assert statement.transactions[0].amount is None
    assert statement.info.checks == ("1 row has no amount that can be told.",)
    assert statement.transactions[0].confidence < 0.2


def test_a_reversal_in_the_debit_column_is_received() -> None:
    heads = [(45, "Date"), (110, "Description"), (-350, "Debit"), (-440, "Credit")]
    rows = [
        [(45, f"0{day}/01/2025"), (110, "X"), (-350, text)]
        for day, text in ((2, "5.00"), (3, "7.00"), (4, "-6.00"))
    ]
    statement = read(page_of([heads, *rows]))
    assert [t.amount for t in statement.transactions] == [D("-5.00"), D("-7.00"), D("6.00")]


def test_nothing_goes_neither_way() -> None:
    heads = [(45, "Date"), (110, "Description"), (-440, "Amount")]
    rows = [
        [(45, f"0{day}/01/2025"), (110, "X"), (-440, text)]
        for day, text in ((2, "-5.00"), (3, "-0.00"), (4, "6.00"))
    ]
    statement = read(page_of([heads, *rows]))
    assert [str(t.amount) for t in statement.transactions] == ["-5.00", "0.00", "6.00"]


def test_words_beside_an_amount_say_which_way_it_goes() -> None:
    heads = [(45, "Date"), (110, "Description"), (250, "Type"), (-440, "Amount")]
    rows = [
        [(45, f"0{day}/01/2025"), (110, "X"), (250, kind), (-440, "5.00")]
        for day, kind in ((2, "Debit"), (3, "Credit"))
    ]
    statement = read(page_of([heads, *rows]))
    assert [t.amount for t in statement.transactions] == [D("-5.00"), D("5.00")]


def test_a_date_on_the_line_under_its_amount_belongs_to_that_amount() -> None:
    heads = [(45.0, "Description"), (-380.0, "Incoming"), (-460.0, "Outgoing"), (-550.0, "Amount")]
    printed = (
        ("30 June 2024", "Paid to Ann Sample for rent", "-40.00", "1,060.00"),
        ("28 June 2024", "Received from ACME with thanks", "100.00", "1,100.00"),
        ("28 June 2024", "Paid to Coffee House London", "-5.00", "1,000.00"),
        ("9 June 2024", "Paid to Online Shop", "-20.00", "1,005.00"),
        ("3 June 2024", "Received from Bob Sample", "25.00", "1,025.00"),
    )
    rows: list[list[tuple[float, str]]] = [[(45.0, "1 June 2024 [GMT] - 30 June 2024 [GMT]")], []]
    rows += [heads, []]
    for day, text, amount, balance in printed:
        edge = -460.0 if amount.startswith("-") else -380.0
        rows += [[(45.0, text), (edge, amount), (-550.0, balance)]]
        rows += [[(45.0, day), (125.0, "Transaction: TRANSFER-7341 Reference: Deposit")], []]
    statement = read(page_of(rows))
    assert [
        (f"{t.date:%-d %B %Y}", str(t.amount), t.description) for t in statement.transactions
    ] == [
        (day, amount, f"{text} Transaction: TRANSFER-7341 Reference: Deposit")
        for day, text, amount, _ in printed
    ]
    assert statement.info.statement_period_start == dt.date(2024, 6, 1)
    assert statement.info.statement_period_end == dt.date(2024, 6, 30)
