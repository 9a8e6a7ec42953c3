"""Tables that say day, sign, currency or kind of a row in a place of its own."""

from decimal import Decimal

import pytest
from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement
from engine.extraction.statements.lines.printed_dates import read_date

D = Decimal


def read(*lines) -> Statement:
    return extract_statement([page_of(list(lines))], Context("u"))


def amounts(statement: Statement) -> list[Decimal | None]:
    return [transaction.amount for transaction in statement.transactions]


def test_day_and_month_may_stand_in_columns_of_their_own():
    rows = [("03", "05", "80,00 -"), ("07", "05", "12,50 -"), ("21", "05", "900,00 +")]
    rows.append(("28", "05", "4,10 -"))
    statement = read(
        [(45, "Relevé du 01/05/2024 au 31/05/2024")],
        [(45, "Jour"), (120, "Libellé"), (-500, "Montant")],
        *[
            [(45, day), (66, month), (120, "ACHAT DIVERS"), (440, "€"), (-500, amount)]
            for day, month, amount in rows
        ],
    )
    assert [str(t.date) for t in statement.transactions] == [
        "2024-05-03", "2024-05-07", "2024-05-21", "2024-05-28",
    ]  # fmt: skip
    assert amounts(statement) == [D("-80.00"), D("-12.50"), D("900.00"), D("-4.10")]
    assert {t.description for t in statement.transactions} == {"ACHAT DIVERS"}


@pytest.mark.parametrize("text", ["30/06/2024-10:08:50", "30.06.2024-10:08", "2024-06-30T10:08"])
def test_a_clock_may_be_glued_to_its_day(text):
    date = read_date(text)
    assert date is not None
    assert str(date.on("dmy", 2024)) == "2024-06-30"


def test_a_second_balance_that_never_follows_is_no_balance():
    rows = [("-5.00", "95.00"), ("-15.00", "80.00"), ("30.00", "110.00"), ("-1.00", "109.00")]
    statement = read(
        [(45, "Date"), (-240, "Amount"), (-320, "Balance"), (-420, "Overdraft balance"),
         (440, "Details")],
        *[
            [(45, f"0{day}/03/2024-10:00:00"), (-240, amount), (-320, balance), (-420, "0.00"),
             (440, "SHOP")]
            for day, (amount, balance) in enumerate(rows, 1)
        ],
    )  # fmt: skip
    assert [t.balance for t in statement.transactions] == [D(95), D(80), D(110), D(109)]
    assert {t.description for t in statement.transactions} == {"SHOP"}


def test_a_summary_between_ends_the_heading_above_it():
    statement = read(
        [(45, "ACCOUNT SUMMARY")],
        [(45, "Previous balance"), (200, "Purchases"), (400, "New balance")],
        [(45, "100.00"), (200, "15.00"), (400, "115.00")],
        [(45, "Date"), (110, "Details"), (-500, "Amount")],
        [(45, "01 Mar 24"), (110, "SHOP"), (-500, "10.00 D")],
        [(45, "02 Mar 24"), (110, "REFUND"), (-500, "5.00 C")],
        [(45, "03 Mar 24"), (110, "SHOP"), (-500, "10.00 D")],
    )
    assert amounts(statement) == [D(-10), D(5), D(-10)]


CHEQUES = [
    [(45, "Number"), (150, "Date"), (-280, "Amount")],
    [(45, "7001"), (150, "02 Mar 2024"), (-280, "10.00")],
    [(45, "7002"), (150, "04 Mar 2024"), (-280, "25.50")],
]
RECEIVED = [
    [(45, "Money in")],
    [(45, "Date"), (150, "Details"), (-280, "Amount")],
    [(45, "01 Mar 2024"), (150, "SALARY"), (-280, "900.00")],
    [(45, "05 Mar 2024"), (150, "INTEREST"), (-280, "1.00")],
    [(150, "Total money in"), (-280, "901.00")],
]


def test_a_total_with_a_minus_gives_plain_rows_above_it_its_sign():
    told = [(150, "Drawn on the account"), (-280, "35.50-")]
    statement = read(*RECEIVED, [(45, "Items drawn")], *CHEQUES, told)
    assert amounts(statement) == [D(900), D(1), D("-10.00"), D("-25.50")]


def test_a_total_that_is_none_of_the_rows_gives_no_sign():
    told = [(150, "Drawn on the account"), (-280, "35.40-")]
    statement = read(*RECEIVED, [(45, "Items drawn")], *CHEQUES, told)
    assert amounts(statement)[2:4] != [D("-10.00"), D("-25.50")]


@pytest.mark.parametrize(
    ("title", "described"),
    [
        ("Checks paid", ["Check 7001", "Check 7002"]),
        ("Cheques presented", ["Cheque 7001", "Cheque 7002"]),
        ("Electronic withdrawals (2)", ["Electronic withdrawals"] * 2),
    ],
)
def test_rows_without_words_are_called_by_their_title(title, described):
    statement = read([(45, title)], *CHEQUES)
    assert [t.description for t in statement.transactions] == described


def test_heads_may_go_on_below_with_words_that_are_none():
    statement = read(
        [(45, "Date"), (120, "Kind"), (180, "Item"), (360, "Rate/"), (430, "Charges/")],
        [(180, "code"), (300, "Pieces"), (360, "each"), (430, "taxes"), (-550, "Amount")],
        [(45, "01 Mar 2024"), (120, "Buy"), (180, "FUND ONE"), (-320, "2.0000"), (-460, "0.05"),
         (-550, "(20.00)")],
        [(45, "02 Mar 2024"), (120, "Sell"), (180, "FUND TWO"), (-320, "1.0000"), (-460, "0.03"),
         (-550, "35.00")],
        [(45, "03 Mar 2024"), (120, "Buy"), (180, "FUND TWO"), (-550, "(7.00)")],
    )  # fmt: skip
    assert amounts(statement) == [D(-20), D(35), D(-7)]


def test_lines_like_totals_are_rows_where_they_make_what_is_missing():
    rows = [
        ("01/03/2024", "SHOP", "-5.00"),
        ("", "FUND TOTAL MARKET", "17.00"),
        ("02/03/2024", "SHOP", "-8.00"),
        ("", "WORLD TOTAL RETURN", "-3.50"),
        ("03/03/2024", "SHOP", "-1.00"),
        ("", "OTHER", "-1.00"),
    ]
    statement = read(
        [(45, "Opening balance"), (-500, "100.00")],
        [(45, "Date"), (130, "Details"), (-500, "Amount")],
        *[[*([(45, day)] if day else []), (130, text), (-500, sum_)] for day, text, sum_ in rows],
        [(45, "Closing balance"), (-500, "98.50")],
    )
    assert amounts(statement) == [D(-5), D(17), D(-8), D("-3.50"), D(-1), D(-1)]


def test_fees_in_a_column_of_their_own_are_rows_though_totals_fill_all_columns():
    heads = [(45, "Datum"), (130, "Text"), (-300, "Fees"), (-380, "Debits"), (-460, "Credits")]
    rows = [
        [(45, "01/03/2024"), (130, "SHOP"), (-380, "10.00"), (-550, "90.00")],
        [(45, "02/03/2024"), (130, "CARD FEE"), (-300, "2.00"), (-550, "88.00")],
        [(45, "03/03/2024"), (130, "WAGES"), (-460, "100.00"), (-550, "188.00")],
        [(45, "04/03/2024"), (130, "MONTHLY FEE"), (-300, "5.00"), (-550, "183.00")],
        [(45, "05/03/2024"), (130, "SHOP"), (-380, "3.00"), (-550, "180.00")],
    ]
    end = [(45, "05/03/2024"), (130, "Closing balance"), (-300, "7.00"), (-380, "13.00")]
    end += [(-460, "100.00"), (-550, "180.00")]
    statement = read([*heads, (-550, "Balance")], *rows, end)
    assert amounts(statement) == [D(-10), D(-2), D(100), D(-5), D(-3)]


def test_amounts_of_another_currency_beside_all_own_ones_are_no_amounts():
    statement = read(
        [(45, "Carta n. 5999 XXXX XXXX 1234")],
        [(45, "Data"), (130, "Descrizione"), (-400, "Importo"), (-500, "Importo in")],
        [(45, "Pagamenti")],
        [(45, "01/03/24"), (130, "ADDEBITO"), (-400, "-100,00")],
        [(45, "Carta n. 5999 XXXX XXXX 1234")],
        [(45, "02/03/24"), (130, "NEGOZIO"), (-400, "10,00")],
        [(45, "03/03/24"), (130, "SHOP LONDON"), (-400, "12,00"), (-500, "10,30")],
        [(45, "04/03/24"), (130, "SHOP LONDON"), (-400, "24,00"), (-500, "20,60")],
        [(45, "05/03/24"), (130, "STORNO NEGOZIO"), (-400, "-10,00")],
    )
    assert statement.info.statement_type == "card"
    assert amounts(statement) == [D(100), D(-10), D(-12), D(-24), D(10)]


def test_a_loans_payment_is_its_movement():
    statement = read(
        [(45, "Loan 21")],
        [(45, "Date"), (110, "Description"), (-280, "Payment"), (-350, "Interest"),
         (-440, "Principal"), (-540, "Balance")],
        [(45, "01 Mar 2024"), (110, "Previous balance"), (-540, "1,000.00")],
        [(45, "15 Mar 2024"), (110, "TRANSFER"), (-280, "60.00"), (-350, "10.00"),
         (-440, "50.00"), (-540, "950.00")],
        [(45, "31 Mar 2024"), (110, "New balance"), (-540, "950.00")],
    )  # fmt: skip
    assert amounts(statement) == [D(60)]
    assert (statement.info.opening_balance, statement.info.closing_balance) == (D(1000), D(950))
    assert statement.info.proof.status == "proven"


def test_columns_of_two_currencies_are_two_accounts():
    statement = read(
        [(45, "Tarjeta de crédito"), (300, "Lima, Perú"), (420, "Cuenta 4410076521")],
        [(45, "Fecha"), (120, "Descripción"), (-420, "SOLES"), (-540, "DOLARES")],
        [(120, "Saldo anterior"), (-420, "200.00"), (-540, "30.00")],
        [(45, "02/03/24"), (120, "SU PAGO"), (-420, "200.00-")],
        [(45, "02/03/24"), (120, "SU PAGO"), (-540, "30.00-")],
        [(45, "05/03/24"), (120, "BODEGA"), (-420, "25.50")],
        [(45, "07/03/24"), (120, "SERVICIO EXTERIOR"), (-540, "9.99")],
        [(45, "09/03/24"), (120, "BODEGA"), (-420, "4.50")],
        [(120, "Saldo actual"), (-420, "30.00"), (-540, "9.99")],
    )
    assert amounts(statement) == [D(200), D("-25.50"), D("-4.50"), D(30), D("-9.99")]
    assert [t.currency for t in statement.transactions] == ["PEN"] * 3 + ["USD"] * 2
    assert [(a.currency, a.closing_balance) for a in statement.info.accounts] == [
        ("PEN", D("-30.00")),
        ("USD", D("-9.99")),
    ]
