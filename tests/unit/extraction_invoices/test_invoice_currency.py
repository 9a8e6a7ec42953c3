"""The currency of an invoice where its sign alone does not tell."""

import pytest
from drawn_pages import read

from engine.extraction.invoices.header.currency import find_currency
from engine.extraction.invoices.sums.totals import find_totals


def currency_of(text):
    sheet, found = read(text)
    currency = find_currency(sheet, found, find_totals(sheet, found, frozenset()))
    return None if currency is None else currency.code


@pytest.mark.parametrize(
    ("lines", "currency"),
    [
        ("Perth WA 6013\nABN: 46 702 867 806", "AUD"),
        ("Halifax, NS B3J 6H5\nHST # 862205598RT0001", "CAD"),
        ("76565 Querétaro, Qro.\nR.F.C.: VCM940722D44", "MXN"),
        ("Auckland 1010\nNew Zealand", "NZD"),
        ("Plano, TX 75093\nEIN 90-9632005", "USD"),
        ("Somewhere", "USD"),
        ("Plano, TX 75093\nBill to: Winnipeg, MB R3C 6L7\nCanada", "USD"),
    ],
)
def test_a_bare_dollar_is_of_the_country_that_the_page_shows(lines, currency):
    assert currency_of(f"{lines}\nSubtotal    $100.00\nTotal    $115.00") == currency


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Total (CAD)    $15,607.86", "CAD"),
        ("Total AUD    $38,350.83", "AUD"),
        ("Total    $115.00\nAmounts in CAD. Thank you.", "CAD"),
        ("Hong Kong\nTotal    US$115.00", "USD"),
        ("Total    R$ 115,00", "BRL"),
    ],
)
def test_what_is_printed_out_counts_before_the_country(text, currency):
    assert currency_of(text) == currency


@pytest.mark.parametrize(
    ("line", "currency"),
    [
        ("MVA-nr.: 961 801 273", "NOK"),
        ("CVR nr.: 76088705", "DKK"),
        ("Bankgiro 45 88 87-9", "SEK"),
        ("Tlf. +47 67 43 28 90", "NOK"),
        ("post@havn.dk", "DKK"),
        ("Somewhere", None),
    ],
)
def test_crowns_are_of_the_country_that_the_page_shows(line, currency):
    assert currency_of(f"{line}\nTotal    4602,08 kr") == currency


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("TOTAL DUE    KSh 40,303.62", "KES"),
        ("Total    R146,331.06", "ZAR"),
        ("Total (RM)    1,734.75", "MYR"),
        ("Totaal    1 066,88 euroa", "EUR"),
        ("00590 Roma (RM)\nTotale    12,00", None),
        ("NPR Reklama Sp. j.\nNPR Reklama Sp. j. · Warszawa\nWart. netto\nPLN\n1,00", "PLN"),
    ],
)
def test_signs_in_letters(text, currency):
    assert currency_of(text) == currency


def test_a_country_stands_in_where_no_currency_is_printed():
    assert currency_of("GSTIN: 29AACCF0683K1ZD\nIFSC: 213133\nTotal    319.00") == "INR"
    assert currency_of("Bangalore, India\nTotal    319.00") is None
