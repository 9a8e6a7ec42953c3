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
        (["STATEMENT FOR ACCOUNT 1020 0044 7188 20 IN GHS"], "GHS"),
        (["Account reference: IS/4471/BX", "Sterling"], "GBP"),
        (["*THABO TRADING (PTY) LTD"], "ZAR"),
        (["THABO TRADING PTY LTD"], "AUD"),
        (["Currency usd"], "USD"),
        (["Banco Cafetero Colombiano"], "COP"),
        (["Saldo B/. 95.00"], "PAB"),
        (["Montants en $ CA"], "CAD"),
        (["Cuenta corriente moneda nacional"], None),
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
        (["Cuenta corriente moneda nacional", "RUT: 12.531.909-2"], "CLP"),
        (["Titular 12.531.909-2"], "CLP"),
        (["Titular 12.531.909-3"], "USD"),
        (["Titular 20-26756539-3"], "ARS"),
        (["Titular 890.903.938-8"], "COP"),
        (["Titular GODE561231GR8"], "MXN"),
    ],
)
def test_a_bare_dollar_is_the_countrys(head, code):
    assert currency_of_page(*head, amount="-$5.00") == code


def test_a_dollar_with_its_code_stays_us_dollars():
    assert currency_of_page("All in USD", "GEELONG VIC 3220", amount="-$5.00") == "USD"


def test_other_countries_inside_the_rows_say_nothing():
    assert currency_of_page("Sort code 20-00-00", shop="HOTEL ZURICH SWITZERLAND") == "GBP"


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (["Account 0081-0123-45-0001234567", "Titular: ANA GARCIA NIF 12345678Z"], "EUR"),
        (["Sort code 20-30-40, 12345678"], "GBP"),
        ([" ".join(reversed(["العملة", ":", "جنيه", "مصري"]))], "EGP"),
        (["ΥΠΟΛΟΙΠΟ ΛΟΓΑΡΙΑΣΜΟΥ"], "EUR"),
        (["Account name MARI TAMM", "IBAN AZ21 NABZ 0000 0000 1370 1000 1944"], "AZN"),
        (["Caracas, Venezuela"], "VES"),
        (["Kontoauszug 3/2024", "Alter Kontostand"], "EUR"),
        (["Výpis", "Zůstatek", "Částka"], "CZK"),
        (["Torino 00418 01000", "Estratto conto", "Conto corrente"], "EUR"),
        (["渋谷支店 普通", "差引残高"], "JPY"),
        (["账户交易明细", "余额"], "CNY"),
        (["綜合戶口", "港元"], "HKD"),
        (["Lista operacji", "Właściciel JAN ŁUKASIK"], "PLN"),
        (["Brukskonto", "Inngående saldo"], "NOK"),
        (["Posbus 17, Stellenbosch"], "ZAR"),
        (["SMART ACCOUNT", "Pula"], "BWP"),
        (["Devise : FRANC CFA"], "XOF"),
        (["Branch 600", "NIS"], "ILS"),
    ],
)
def test_the_country_is_told_by_more_than_its_name(head, code):
    assert currency_of_page(*head) == code


def test_a_way_of_paying_of_one_country_suggests_its_currency():
    assert currency_of_page("Statement", shop="UPI/401234567890/PAY") == "INR"
    assert currency_of_page("Statement", shop="INTERAC E-TRANSFER", amount="-$5.00") == "CAD"


def test_a_dollar_without_a_country_is_less_sure():
    rows = [[(45.0, "03 Jan 2025"), (110.0, "SHOP"), (-420.0, "-$5.00"), (-540.0, "$95.00")]] * 3
    sure = [
        extract_statement([page_of([[(45.0, text)], HEAD, *rows])], Context("u"))
        .info.provenance["currency"]
        .confidence
        for text in ("Statement", "Member FDIC, DAYTON OH 45419")
    ]
    assert sure[0] < 0.8 < sure[1]


@pytest.mark.parametrize(
    ("days", "code"),
    [(("03/14", "03/18"), "USD"), (("14/03", "18/03"), None), (("03/04", "05/06"), None)],
)
def test_a_month_before_its_day_suggests_american_dollars(days, code):
    rows = [
        [(45.0, f"{day}/2025"), (110.0, "SHOP"), (-420.0, "-5.00"), (-540.0, balance)]
        for day, balance in zip(days, ("95.00", "90.00"), strict=True)
    ]
    page = page_of([[(45.0, "Statement of account")], HEAD, *rows])
    assert extract_statement([page], Context("u")).info.currency == code
