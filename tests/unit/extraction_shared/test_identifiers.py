"""Bank accounts, tax numbers, currencies and phrases inside text."""

import pytest

from engine.extraction.currencies import currency_of, currency_of_country
from engine.extraction.identifiers import compact_identifier, find_ibans, find_vat_numbers
from engine.extraction.phrases import PhraseBook, plain


def test_an_account_is_found_whatever_its_spacing():
    found = find_ibans("IBAN: NL91 ABNA 0417 1643 00 BIC ABNANL2A, DE89370400440532013000")
    assert [iban.compact for iban in found] == ["NL91ABNA0417164300", "DE89370400440532013000"]
    assert all(iban.is_checked for iban in found)


def test_an_account_with_wrong_check_digits_is_given_as_such():
    assert [iban.is_checked for iban in find_ibans("DE00370400440532013000")] == [False]


def test_text_of_another_length_is_no_account():
    assert find_ibans("DE8937040044053201300 DE893704004405320130001 XX89370400440532013000") == ()


def test_tax_numbers_are_found_with_separators_and_kept_from_accounts():
    found = find_vat_numbers("VAT BE 0428.759.497, DE 136 695 976 IBAN DE89370400440532013000")
    assert [(n.compact, n.country, n.is_checked) for n in found] == [
        ("BE0428759497", "BE", True),
        ("DE136695976", "DE", True),
    ]


def test_a_tax_number_with_wrong_check_digits_is_given_as_such():
    assert [n.is_checked for n in find_vat_numbers("USt-IdNr. DE123456789")] == [False]


def test_compact_identifiers_have_no_separators():
    assert compact_identifier("de 136-695.976") == "DE136695976"


@pytest.mark.parametrize(
    ("text", "code"),
    [("Total EUR", "EUR"), ("Amount in US$", "USD"), ("zł", "PLN"), ("in Schweizer Franken", "CHF"),
     ("5 Kč", "CZK"), ("kr 5", None), ("EUROPE", None), ("FARM", None), ("", None),
     ("$5 CAD", "CAD")],
)  # fmt: skip
def test_currencies_are_read_from_codes_signs_and_words(text, code):
    assert currency_of(text) == code


def test_a_country_has_its_currency():
    assert (currency_of_country("nl"), currency_of_country("CZ")) == ("EUR", "CZK")
    assert currency_of_country("ZZ") is None


def test_the_longest_phrase_wins():
    book = PhraseBook.of_lists({"number": "invoice no, invoice number", "title": "invoice"})
    hits = book.find(plain("Tax Invoice № 5, INVOICE").split())
    assert [(hit.label, hit.start, hit.end) for hit in hits] == [("number", 1, 3), ("title", 4, 5)]
    assert book.labels("nothing") == set()
