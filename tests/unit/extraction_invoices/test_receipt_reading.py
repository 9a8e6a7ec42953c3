"""Till receipts and misread scans: what is believed, what is put right, and what is not."""

import datetime as dt
from decimal import Decimal

import pytest
from drawn_pages import drawn

from engine.extraction import Context, extract_invoices
from engine.extraction.invoices.sheet.candidates import find_candidates
from engine.extraction.invoices.sheet.layout import sheet_of
from engine.extraction.invoices.sheet.misread_words import healed
from engine.extraction.invoices.sheet.ocr_repair import with_repairs
from engine.extraction.invoices.sheet.segmenting import rows_of
from engine.extraction.invoices.sums.tender import find_tender


def scanned(text):
    page = drawn(text, source="ocr")
    sheet = sheet_of([page], rows_of(page))
    return sheet, with_repairs(sheet, find_candidates(sheet))


def receipt(text):
    (invoice,) = extract_invoices([drawn(text, source="ocr")], Context("r"))
    return invoice


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("t0tal", "total"),
        ("tota1", "total"),
        ("1nvoice", "invoice"),
        ("lnvoice", "invoice"),
        ("n0", "no"),
        ("inclucive", "inclusive"),
        ("rechnungsnumer", "rechnungsnumer"),
        ("lumber", "lumber"),
        ("42", "42"),
        ("rx100", "rx100"),
        ("apple", "apple"),
    ],
)
def test_only_misread_words_of_labels_are_put_right(printed, meant):
    assert healed((printed,)) == (meant,)


@pytest.mark.parametrize(
    ("lines", "costs", "handed"),
    [
        (("Total  12.15", "Cash  50.15", "Change  38.00"), {"12.15"}, {"50.15"}),
        (("Summe  7,70", "Gegeben BAR  10,00", "Rückgeld  2,30"), {"7.70"}, {"10.00"}),
        (("TOTAL  9.90", "CASH  9.90", "CHANGE  0.00"), {"9.90"}, set()),
        (("Accepted total  10.00", "Change  5.00"), {"5.00"}, {"10.00"}),
        (("Invoice total  10.00", "Please pay by bank"), set(), set()),
        (("Cash  1.00", "Change  5.00"), set(), {"1.00"}),
    ],
)
def test_the_till_tells_what_the_sale_cost(lines, costs, handed):
    sheet, found = scanned("\n".join(lines))
    tender = find_tender(sheet, found.amounts)
    assert tender.costs == set(map(Decimal, costs))
    assert tender.handed == set(map(Decimal, handed))


def test_an_exact_payment_is_kept_apart():
    sheet, found = scanned("Subtotal  20.40\nVISA  20.40")
    assert find_tender(sheet, found.amounts).paid == {Decimal("20.40")}


def test_the_total_is_what_the_till_proves_not_what_was_handed_over():
    invoice = receipt(
        """
        CORNER STORE LTD
        12 Example Street
        Pay parking ticket        5.00
        Amount incl. GST          5.00
        Accepted total           10.00
        Change                    5.00
        """
    )
    assert invoice.total_amount == Decimal("5.00")
    assert invoice.provenance["total_amount"].confidence > 0.85


def test_a_total_that_nothing_supports_is_not_trusted():
    lone = receipt("CORNER STORE LTD\nTotal   1.64")
    twice = receipt("CORNER STORE LTD\nTotal   1.64\nCash   1.64\nChange   0.00")
    trust = [invoice.provenance["total_amount"].confidence for invoice in (lone, twice)]
    assert trust[1] > 0.85
    assert trust[0] < trust[1]


def test_an_amount_that_the_till_contradicts_is_not_trusted():
    invoice = receipt("CORNER STORE LTD\nTotal   1.64\nCash   30.00\nChange   1.10")
    assert invoice.provenance["total_amount"].confidence < 0.6


def test_misread_figures_are_repaired_when_another_place_says_the_same():
    invoice = receipt("CORNER STORE LTD\nTOTAL   RM5>00\nCASH   RM5.00")
    assert invoice.total_amount == Decimal("5.00")
    place = invoice.provenance["total_amount"]
    assert place.text == "RM5>00"
    assert place.note == "read as 5.00: OCR saw “RM5>00”"


def test_parted_figures_are_joined_when_the_till_proves_them():
    invoice = receipt("CORNER STORE LTD\nTotal   39 90\nCash   50.00\nChange   10.10")
    assert invoice.total_amount == Decimal("39.90")


@pytest.mark.parametrize("amount", ["RM5>00", "S.OO", "2O18"])
def test_misread_figures_without_support_are_left(amount):
    _, found = scanned(f"TOTAL   {amount}")
    assert [a.value.value for a in found.amounts if a.text == amount] == []


def test_figures_of_a_text_layer_are_never_repaired():
    page = drawn("Total   RM5>00\nCash   RM5.00")
    sheet = sheet_of([page], rows_of(page))
    found = find_candidates(sheet)
    assert with_repairs(sheet, found) is found


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("O4-O4~2O18", dt.date(2018, 4, 4)),
        ("30~04-2018", dt.date(2018, 4, 30)),
        ("16-04-201814:51", dt.date(2018, 4, 16)),
        ("14/Mor/2017", None),
        ("14/Septemher/2017", dt.date(2017, 9, 14)),
        ("31-O2-2018", None),
        ("1:01:43", None),
        ("10.20.3O", None),
    ],
)
def test_a_misread_date_counts_when_it_is_a_day_of_the_calendar(printed, day):
    _, found = scanned(f"DATE   {printed}")
    assert [date.value for date in found.dates] == ([day] if day else [])


def test_a_label_with_a_figure_in_it_still_names_its_amount():
    _, found = scanned("T0TAL AM0UNT   20.00\nitem   3.00")
    assert found.amounts
    assert receipt("CORNER STORE LTD\nT0TAL AM0UNT   20.00").total_amount == Decimal("20.00")


def test_neither_a_told_name_nor_an_item_is_the_vendor_of_a_receipt():
    invoice = receipt("Cashier: Ann Example\nCORNER STORE\nBacon   4.90\nTOTAL   4.90")
    assert invoice.vendor_name == "CORNER STORE"
    assert receipt("Cashier: Ann Example\nBacon   4.90\nTOTAL   4.90").vendor_name is None


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("DE89 37O4 OO44 0532 0l30 00", "DE89370400440532013000"),
        ("NL9l ABNA O417 1643 00", "NL91ABNA0417164300"),
    ],
)
def test_a_misread_account_is_repaired_when_its_check_digits_are_right(printed, meant):
    invoice = receipt(f"Example GmbH\nRechnung 4711\nIBAN {printed}\nTotal   20.00")
    assert invoice.iban == meant
    assert "OCR saw" in invoice.provenance["iban"].note


def test_a_misread_tax_number_is_repaired_when_its_check_digits_are_right():
    _, found = scanned("VAT ID   DE1366959Z6\nVAT ID   DE13669597G")
    assert [number.value.compact for number in found.tax_ids if number.value.is_checked] == []
    _, found = scanned("VAT ID   DEI3669S976")
    assert [number.value.compact for number in found.tax_ids] == ["DE136695976"]


def test_an_account_with_wrong_check_digits_is_not_made_up():
    _, found = scanned("IBAN DE88 37O4 OO44 0532 0l30 00")
    assert not any(number.value.is_checked for number in found.ibans)
