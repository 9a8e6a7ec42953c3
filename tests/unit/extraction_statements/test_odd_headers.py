"""Heads of statements that say who and when in unusual ways."""

import pytest
from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import extract_statement

HEAD = [(45.0, "Date"), (110.0, "Description"), (-420.0, "Amount"), (-540.0, "Balance")]
ROWS = [
    [(45.0, "03 Jan 2025"), (110.0, "SHOP"), (-420.0, "-5.00"), (-540.0, "95.00")],
    [(45.0, "04 Jan 2025"), (110.0, "OTHER"), (-420.0, "-5.00"), (-540.0, "90.00")],
]


def info_of(*head, rows=ROWS, columns=HEAD):
    lines = [[(45.0, text)] if isinstance(text, str) else text for text in head]
    return extract_statement([page_of([*lines, columns, *rows])], Context("u")).info


def test_a_hebrew_head_is_read_from_the_right():
    info = info_of(
        [(300.0, "030-767641/74"), (380.0, ":"), (390.0, "חשבון"), (425.0, "מספר")],
        [(240.0, "31/01/2025"), (300.0, "עד"), (330.0, "01/01/2025"), (400.0, "לתקופה:")],
    )
    assert info.account_number == "030-767641/74"
    assert str(info.statement_period_start) == "2025-01-01"
    assert str(info.statement_period_end) == "2025-01-31"


@pytest.mark.parametrize("label", ["period ending", "month ended", "period end"])
def test_a_period_may_have_an_end_alone(label):
    info = info_of([(45.0, f"Your statement for the {label}"), (300.0, "January 31, 2025")])
    assert str(info.statement_period_end) == "2025-01-31"
    assert info.statement_period_start is None


def test_a_wallet_goes_by_its_holders_address():
    named = ("Wallet statement", "Morgan Example", "morgan@example.org")
    assert info_of(*named).account_number == "morgan@example.org"
    assert info_of("Wallet statement", "Morgan Example", "help@example.org").account_number is None
    assert (
        info_of("Statement", "Morgan Example @Morgan-Example").account_number == "@Morgan-Example"
    )
    assert info_of("Statement", "Morgan Example", "$morgan.ex").account_number == "$morgan.ex"
    assert info_of("Statement", "Morgan Example", "Follow us @ourbank").account_number is None


def test_a_card_may_be_named_in_its_rows_alone():
    rows = [
        [(45.0, f"0{day} Jan 2025"), (130.0, "•••• 6787"), (220.0, "SHOP"), (-540.0, "5.00")]
        for day in range(1, 6)
    ]
    columns = [(45.0, "Date"), (130.0, "Card"), (220.0, "Description"), (-540.0, "Amount")]
    info = info_of("Credit card statement", "Minimum payment due 5.00", rows=rows, columns=columns)
    assert info.statement_type == "card"
    assert info.account_number == "•••• 6787"


def test_the_end_of_a_word_is_no_currency():
    info = info_of("TERHELÉSEK ÖSSZESEN", "Devizanem: HUF")
    assert info.currency == "HUF"
    assert info.provenance["currency"].confidence > 0.8


def test_currencies_that_compete_leave_it_in_doubt():
    info = info_of("Balance EUR", "Limits CHF", "Fees CHF", "Charges EUR", "Sums EUR")
    assert info.provenance["currency"].confidence < 0.6


def test_a_dollar_with_its_countrys_letters_is_no_other_countrys():
    assert info_of("Balance US$", "RUT 12.345.678-9", "Santiago de Chile").currency == "USD"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Statement of Account No :905577172232626 for the period", "905577172232626"),
        ("Credit Card Number XXXX XXXX XXXX XX41", "XXXX XXXX XXXX XX41"),
        ("Extrait de compte 2024-011", None),
        ("Konto 01.05.2024 - 31.05.2024", None),
    ],
)
def test_numbers_beside_words_for_an_account(line, number):
    assert info_of(line).account_number == number


def test_an_accounts_own_number_comes_before_the_clients():
    info = info_of("Client Number: 56729593", "Chequing Account - 3771260033")
    assert info.account_number == "3771260033"


def test_a_period_may_stand_on_three_lines():
    info = info_of("Statement Period:", "Jan 1, 2025", "through", "Jan 31, 2025")
    assert str(info.statement_period_start) == "2025-01-01"
    assert str(info.statement_period_end) == "2025-01-31"


def test_rand_is_told_by_its_letter_in_the_heads():
    columns = [(45.0, "Date"), (110.0, "Description"), (-420.0, "Debits (R)")]
    assert info_of(columns=[*columns, (-540.0, "Balance (R)")]).currency == "ZAR"


def test_rates_of_another_currency_that_are_named_often_are_not_the_accounts():
    rates = [[(110.0, "Rate 0.97"), (300.0, "US DOLLAR")]] * 4
    columns = [(45.0, "Date"), (110.0, "Details"), (-420.0, "Amount EUR"), (-540.0, "Saldo EUR")]
    rows = [line for row in ROWS for line in (row, *rates)]
    assert info_of("Kontoauszug", rows=rows, columns=columns).currency == "EUR"


def test_a_thai_month_may_be_printed_in_pieces():
    info = info_of(
        [(45.0, "รอบบัญชี"), (110.0, "1 ม.ค. 2567"), (180.0, "-"), (190.0, "31 มี .ค. 2567")]
    )
    assert str(info.statement_period_end) == "2024-03-31"
