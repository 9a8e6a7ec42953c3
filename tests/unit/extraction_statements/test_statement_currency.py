"""The account's currency: signs that many countries share are settled by what tells the country."""

import pytest
from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import extract_statement

HEAD = [(45.0, "Date"), (110.0, "Description"), (-420.0, "Amount"), (-540.0, "Balance")]


def currency_of_page(*head, amount="-5.00", shop="SHOP"):
    rows = [
        [(45.0, "03 Jan 2025"), (110.0, shop), (-420.0, amount), (-540.0, "95.00")],
        [(45.0, "04 Jan 2025"), (110.0, "OTHER"), (-420.0, amount), (-540.0, "90.00")],
    ]
    lines = [[(45.0, text)] for text in head]
    return extract_statement([page_of([*lines, HEAD, *rows])], Context("u")).info.currency


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (["Currency: CHF", "All amounts in EUR"], "CHF"),
        (["Compte de particulier - en euros"], "EUR"),
        (["DEVISE : DIRHAM MAROCAIN"], "MAD"),
        (["Rekeningafschrift", "BIC ABCDNL2A"], "EUR"),
        (["Phone +60 3 1234 5678", "www.bank.com.my"], "MYR"),
        (["Privatkonto", "IBAN CH93 0076 2011 6238 5295 7"], "CHF"),
        (["เลขที่บัญชี 036-7-46684-8"], "THB"),
        (["NGÂN HÀNG THƯƠNG MẠI"], "VND"),
        (["Kontoutskrift", "Oslo"], "NOK"),
        (["S/O RAVI KUMAR", "MICR Code : 067648694"], "INR"),
        (["Statement of account"], None),
    ],
)
def test_without_a_sign_the_label_or_the_country_tells(head, code):
    assert currency_of_page(*head) == code


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (["GEELONG VIC 3220", "BSB number 089-951"], "AUD"),
        (["CBU 0070230323310882272236", "Capital Federal"], "ARS"),
        (["Member FDIC", "DAYTON OH 45419"], "USD"),
        (["Statement"], "USD"),
    ],
)
def test_a_bare_dollar_is_the_countrys(head, code):
    assert currency_of_page(*head, amount="-$5.00") == code


def test_a_dollar_with_its_code_stays_us_dollars():
    assert currency_of_page("All in USD", "GEELONG VIC 3220", amount="-$5.00") == "USD"


def test_other_countries_inside_the_rows_say_nothing():
    assert currency_of_page("Sort code 20-00-00", shop="HOTEL ZURICH SWITZERLAND") == "GBP"
