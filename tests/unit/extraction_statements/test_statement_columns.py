"""Columns and rows told by places and sums where the words above them do not help."""

from decimal import Decimal

from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement
from engine.extraction.statements.columns.headers import find_headers
from engine.extraction.statements.lines.cells import typed_lines
from engine.extraction.statements.lines.money import Notation
from engine.reading.page import Page

D = Decimal

Told = list[tuple[str, str, str]]


def read(*pages: Page) -> Statement:
    return extract_statement(pages, Context("u"))


def told(statement: Statement) -> Told:
    return [(str(t.date), str(t.amount), t.description) for t in statement.transactions]


def test_columns_under_unknown_words_are_named_by_the_balances() -> None:
    statement = read(
        page_of(
            [
                [(45, "Zug"), (110, "Wark"), (-350, "Plim"), (-440, "Trov"), (-540, "Quond")],
                [(45, "01/02/2025"), (110, "RENT"), (-350, "40.00"), (-540, "160.00")],
                [(45, "02/02/2025"), (110, "WAGES"), (-440, "100.00"), (-540, "260.00")],
                [(45, "03/02/2025"), (110, "SHOP"), (-350, "10.00"), (-540, "250.00")],
                [(45, "04/02/2025"), (110, "CASH"), (-350, "50.00"), (-540, "200.00")],
            ]
        )
    )
    assert [t.amount for t in statement.transactions] == [D(-40), D(100), D(-10), D(-50)]
    assert [t.balance for t in statement.transactions] == [D(160), D(260), D(250), D(200)]


def test_a_column_of_fees_beside_the_balance_is_no_debit() -> None:
    heads = [(45, "Date"), (110, "Description"), (-350, "Amount"), (-440, "Balance")]
    moves = (("10.00", "90", ""), ("10.00", "80", "5.50"), ("40.00Cr", "120", ""))
    moves = (*moves, ("20.00", "100", "2.20"), ("10.00", "90", "5.50"))
    rows = [
        [
            (45, f"0{day}/02/2025"),
            (110, "SHOP"),
            (-350, amount),
            (-440, f"{balance}.00Cr"),
            *([(-550, fee)] if fee else []),
        ]
        for day, (amount, balance, fee) in enumerate(moves, 1)
    ]
    statement = read(page_of([[*heads, (-550, "Accrued Charges")], *rows]))
    assert [t.amount for t in statement.transactions] == [D(-10), D(-10), D(40), D(-20), D(-10)]


def test_one_column_under_two_heads_holds_both_sides() -> None:
    statement = read(
        page_of(
            [
                [(45, "Date"), (110, "Details"), (420, "Debit(-) /"), (465, "Credit(+)")],
                [(45, "01/02/2025"), (110, "RENT"), (-490, "-40.00")],
                [(45, "02/02/2025"), (110, "WAGES"), (-490, "100.00")],
                [(45, "03/02/2025"), (110, "SHOP"), (-490, "-10.00")],
            ]
        )
    )
    assert [t.amount for t in statement.transactions] == [D(-40), D(100), D(-10)]


def test_a_summary_beside_the_table_is_none_of_its_rows() -> None:
    statement = read(
        page_of(
            [
                [
                    (45, "Date"), (110, "Description"), (-300, "Money out"), (-370, "Money in"),
                    (-440, "Balance"), (-560, "£96.00"),
                ],
                [(45, "1 Mar"), (110, "Card Payment"), (-300, "4.00"), (-440, "96.00")],
                [(110, "to a shop"), (470, "End balance")],
                [(45, "2 Mar"), (110, "Received"), (-370, "10.00"), (-440, "106.00")],
                [(110, "from a friend"), (470, "You could earn £25.00 a month")],
                [(45, "3 Mar"), (110, "Cash"), (-300, "6.00"), (-440, "100.00")],
            ]
        )
    )  # fmt: skip
    assert [t.description for t in statement.transactions] == [
        "Card Payment to a shop", "Received from a friend", "Cash",
    ]  # fmt: skip
    assert [t.amount for t in statement.transactions] == [D(-4), D(10), D(-6)]


def test_amounts_on_the_last_line_of_their_rows() -> None:
    statement = read(
        page_of(
            [
                [(45, "Date"), (110, "Particulars"), (-350, "Debits"), (-440, "Credits")],
                [(45, "7 Jul 2024"), (110, "V2425 HI FI")],
                [(110, "Southbank"), (-350, "117.16")],
                [(110, "V0181 CAFE")],
                [(110, "Alexandria"), (-350, "12.62")],
                [(45, "9 Jul 2024"), (110, "Salary"), (-440, "900.00")],
                [(45, "12 Jul 2024"), (110, "V5948 EXPRESS")],
                [(110, "Toowong"), (-350, "74.83")],
            ]
        )
    )
    assert told(statement) == [
        ("2024-07-07", "-117.16", "V2425 HI FI Southbank"),
        ("2024-07-07", "-12.62", "V0181 CAFE Alexandria"),
        ("2024-07-09", "900.00", "Salary"),
        ("2024-07-12", "-74.83", "V5948 EXPRESS Toowong"),
    ]


def test_totals_above_their_rows_say_which_way_those_go() -> None:
    statement = read(
        page_of(
            [
                [(45, "06 MAR 2024"), (150, "Total de saídas"), (-500, "- 8,19")],
                [(150, "Compra no débito"), (-500, "8,19")],
                [(150, "Saldo do dia"), (-500, "91,81")],
                [],
                [(45, "07 MAR 2024"), (150, "Total de entradas"), (-500, "+ 16,62")],
                [(150, "Transferência recebida"), (-500, "16,62")],
                [(150, "Total de saídas"), (-500, "- 50,00")],
                [(150, "Transferência enviada"), (-500, "30,00")],
                [(150, "Pagamento"), (-500, "20,00")],
                [(150, "Saldo do dia"), (-500, "58,43")],
            ]
        )
    )
    assert [(str(t.date), str(t.amount)) for t in statement.transactions] == [
        ("2024-03-06", "-8.19"), ("2024-03-07", "16.62"), ("2024-03-07", "-30.00"),
        ("2024-03-07", "-20.00"),
    ]  # fmt: skip


def test_days_announced_above_rows_are_their_days() -> None:
    rows: list[list[tuple[float, str]]] = [[(45, "Value"), (150, "Payee"), (-500, "Amount")]]
    for day in (2, 4, 8, 9):
        rows += [
            [(45, "BOOKED"), (90, f"{day:02d}/10/2024")],
            [(45, f"{day + 1:02d}/10"), (150, f"SHOP {day}"), (-500, "10.00-")],
        ]
    statement = read(page_of(rows))
    assert [(str(t.date), str(t.value_date)) for t in statement.transactions] == [
        (f"2024-10-{day:02d}", f"2024-10-{day + 1:02d}") for day in (2, 4, 8, 9)
    ]


def test_names_with_values_beside_a_date_head_no_table() -> None:
    row = [(45.0, "15 June 2024"), (125.0, "Transaction: TRANSFER-081242166 Reference: Deposit")]
    assert find_headers(typed_lines([page_of([row])], Notation())) == []
