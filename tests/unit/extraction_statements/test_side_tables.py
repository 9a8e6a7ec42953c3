"""Tables beside that of the movements count only where the balances want their rows."""

from decimal import Decimal

import pytest
from statement_layouts import page_of
from statement_layouts.reading import amounts, read

D = Decimal

MOVEMENTS = [
    [(45, "Kontoauszug vom 31.03.2024"), (300, "IBAN DE89 3704 0044 0532 0130 00")],
    [(45, "Datum"), (120, "Text"), (-380, "Belastung"), (-460, "Gutschrift"), (-540, "Saldo")],
    [(120, "Anfangssaldo"), (-540, "1.000,00")],
    [(45, "01.03.2024"), (120, "SCHECK 7001"), (-380, "10,00"), (-540, "990,00")],
    [(45, "04.03.2024"), (120, "GEHALT"), (-460, "500,00"), (-540, "1.490,00")],
    [(45, "05.03.2024"), (120, "SCHECK 7002"), (-380, "25,50"), (-540, "1.464,50")],
    [(45, "07.03.2024"), (120, "MIETE"), (-380, "400,00"), (-540, "1.064,50")],
    [(120, "Endsaldo"), (-540, "1.064,50")],
]
MOVED = [("2024-03-01", "-10.00"), ("2024-03-04", "500.00"), ("2024-03-05", "-25.50")]
MOVED.append(("2024-03-07", "-400.00"))


def test_cheques_listed_again_in_columns_side_by_side_are_counted_once():
    statement = read(
        page_of(
            [
                *MOVEMENTS,
                [(45, "Eingelöste Schecks")],
                [(45, "Nummer"), (120, "Datum"), (-250, "Betrag"),
                 (300, "Nummer"), (380, "Datum"), (-540, "Betrag")],
                [(45, "7001"), (120, "01.03.2024"), (-250, "10,00"),
                 (300, "7002"), (380, "05.03.2024"), (-540, "25,50")],
            ]
        )
    )  # fmt: skip
    assert amounts(statement) == MOVED
    assert statement.info.proof.gaps == ()


def test_a_second_table_that_the_balances_want_stays():
    above = [
        [(45, "Previous balance"), (-540, "100.00")],
        [(45, "New balance"), (-540, "164.50")],
        [(45, "Date"), (120, "Details"), (-540, "Amount")],
        [(45, "01 Mar 2024"), (120, "SALARY"), (-540, "100.00")],
        [(45, "02 Mar 2024"), (120, "SALARY"), (-540, "10.00")],
        [(45, "Cheques paid")],
        [(45, "Number"), (120, "Date"), (-250, "Amount")],
        [(45, "7001"), (120, "04 Mar 2024"), (-250, "20.00")],
        [(45, "7002"), (120, "05 Mar 2024"), (-250, "25.50")],
    ]
    assert amounts(read(page_of(above)))[2:] == [("2024-03-04", "-20.00"), ("2024-03-05", "-25.50")]


def test_a_list_of_promotions_above_a_cards_movements_is_none_of_them():
    statement = read(
        page_of(
            [
                [(45, "Credit card statement"), (300, "Minimum payment $10.00")],
                [(45, "Previous balance"), (-540, "$400.00")],
                [(45, "New balance"), (-540, "$402.50")],
                [(45, "Offers that you use")],
                [(45, "Date"), (120, "Description"), (-330, "Amount"), (-430, "Balance"),
                 (-540, "Expires")],
                [(45, "01/06/2024"), (120, "12 MONTHS"), (-330, "$300.00"), (-430, "$250.00"),
                 (-540, "01/06/2025")],
                [(45, "Date"), (90, "Reference"), (180, "Description"), (-540, "Amount")],
                [(45, "Payments"), (-540, "-$50.00")],
                [(45, "03/15"), (90, "P9276"), (180, "PAYMENT THANK YOU"), (-540, "-$50.00")],
                [(45, "Purchases"), (-540, "$52.50")],
                [(45, "03/17"), (90, "P9277"), (180, "GARDEN SHOP"), (-540, "$42.50")],
                [(45, "03/18"), (90, "P9278"), (180, "PAINT SHOP"), (-540, "$10.00")],
                [(45, "Statement date 03/28/2024")],
            ]
        )
    )  # fmt: skip
    assert [t.amount for t in statement.transactions] == [D("50.00"), D("-42.50"), D("-10.00")]
    assert statement.info.proof.gaps == ()
    assert statement.info.proof.status != "proven"


@pytest.mark.parametrize("words", ["PAYMENT THANK YOU", "PAGO RECIBIDO", "ZAHLUNG ERHALTEN"])
def test_a_plus_behind_a_charge_raises_what_a_card_owes(words):
    statement = _marked_card(words)
    assert [t.amount for t in statement.transactions] == [
        D("80.00"), D("-12.50"), D("-30.00"), D("-5.00"),
    ]  # fmt: skip
    assert statement.info.opening_balance == D("-80.00")


def test_a_cards_plus_and_minus_without_words_for_a_payment_stay_doubtful():
    assert _marked_card("EVERYTHING").info.proof.status != "proven"


def _marked_card(words: str):
    return read(
        page_of(
            [
                [(45, "Credit card statement"), (300, "Minimum payment 10.00")],
                [(45, "Previous balance"), (-540, "80.00")],
                [(45, "New balance"), (-540, "47.50")],
                [(45, "Date"), (120, "Description"), (-530, "Amount")],
                [(45, "03 Mar 2024"), (120, words), (-530, "-80.00")],
                [(45, "04 Mar 2024"), (120, "BOOKSHOP"), (-530, "12.50"), (533, "+")],
                [(45, "05 Mar 2024"), (120, "CAFE"), (-530, "30.00"), (533, "+")],
                [(45, "06 Mar 2024"), (120, "CAFE"), (-530, "5.00"), (533, "+")],
            ]
        )
    )


def test_thousands_after_spaces_are_read_beside_small_print_with_points():
    rows = [("02.05", "3 000.00", "2 000.00"), ("02.06", "500.00", "1 500.00")]
    rows += [("02.08", "250.50", "1 249.50"), ("02.09", "1 000.00", "249.50")]
    statement = read(
        page_of(
            [
                [(45, "Período de 2024/02/01 a 2024/02/29")],
                [(45, "Data"), (120, "Descritivo"), (-400, "Débito"), (-540, "Saldo")],
                [(120, "Saldo inicial"), (-540, "5 000.00")],
                *[
                    [(45, day), (120, "COMPRA"), (-400, amount), (-540, balance)]
                    for day, amount, balance in rows
                ],
                [(120, "Saldo final"), (-540, "249.50")],
                [(45, "Capital Social 3.000.000.000,00 Euros")],
            ]
        )
    )
    assert [t.amount for t in statement.transactions] == [
        D("-3000.00"), D("-500.00"), D("-250.50"), D("-1000.00"),
    ]  # fmt: skip
    assert statement.info.opening_balance == D("5000.00")
