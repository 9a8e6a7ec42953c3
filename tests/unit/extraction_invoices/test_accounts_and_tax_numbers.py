"""Accounts that lines break, and tax numbers in many countries' notations."""

import pytest
from drawn_pages import drawn, read

from engine.extraction import Context, extract_invoices
from engine.extraction.identifiers import find_ibans, find_vat_numbers
from engine.extraction.invoices.header.accounts import find_iban, find_tax_id


def iban_of(text):
    found = find_iban(*read(text))
    return found.value if found else None


def tax_id_of(text):
    found = find_tax_id(*read(text), None, None)
    return found.value if found else None


def only(text):
    (invoice,) = extract_invoices([drawn(text)], Context("u"))
    return invoice


def test_an_account_that_a_line_break_cuts():
    text = """
    Bitte zahlen Sie auf unser Konto bei der Testbank, IBAN DE89
    3704 0044 0532 0130 00 bis zum 25.09.2024.
    """
    assert iban_of(text) == "DE89370400440532013000"


def test_a_broken_account_with_wrong_check_digits_is_none():
    assert iban_of("Konto IBAN DE88\n3704 0044 0532 0130 00 bald") is None


def test_a_polish_account_without_its_country():
    text = "Numer konta: 61 1090 1014 0000 0712 1981 2874"
    assert iban_of(text) == "PL61109010140000071219812874"
    assert iban_of("Numer konta: 62 1090 1014 0000 0712 1981 2874") is None


def test_words_after_a_number_are_no_part_of_an_account():
    assert find_ibans("SE556703748501 · Godkänd för F-skatt") == ()
    text = "BTW NL123456782B90 NL91 ABNA 0417 1643 00"
    assert [iban.compact for iban in find_ibans(text)] == ["NL91ABNA0417164300"]
    assert [number.compact for number in find_vat_numbers(text)] == ["NL123456782B90"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ABN: 51 824 753 556", "51824753556"),
        ("GSTIN: 27AAPFU0939F1ZV", "27AAPFU0939F1ZV"),
        ("EIN 91-1144442", "911144442"),
        ("R.U.C. 20512333797", "20512333797"),
        ("Steuernummer 181/815/08155", "18181508155"),
        ("CVR-nr. 13585628", "13585628"),
        ("VAT number: EU372022452 will appear on your statement", "EU372022452"),
        ("Your VAT no: DE136695976", None),
        ("Phone 51 824 753 556", None),
    ],
)
def test_numbers_that_a_label_names(text, number):
    assert tax_id_of(text) == number


def test_the_customers_number_is_not_the_vendors():
    text = """
    Feinblech Arndt GmbH, Am Hang 3, 58999 Lindental

    Bolt AG
    Ring 12
    28195 Bremen
    USt-IdNr.: DE136695976




    Rechnung 7
    Feinblech Arndt GmbH   Steuernummer 181/815/08155
    """
    assert only(text).vendor_tax_id == "18181508155"
