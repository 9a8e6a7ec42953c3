"""The invoice's, the order's and other numbers in a header, by what stands beside them."""

import pytest
from drawn_pages import read

from engine.extraction.invoices.header.numbering import find_numbers


def numbers_of(text):
    """The invoice's number and the order's, None where nothing was found."""
    found = find_numbers(*read(text))
    number, order, _ = (ranked[0].value if ranked else None for ranked in found)
    return number, order


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bilagsnr.: 52458511", "52458511"),
        ("RgNr.: 68-5176-6", "68-5176-6"),
        ("Tositenumero:   FS A/9371", "FS A/9371"),
        ("Inv. No.   #FS A/3323", "FS A/3323"),
        ("Invoice #SBX-1437522", "SBX-1437522"),
        ("Nummer:    17.3920", "17.3920"),
        ("N° DE PIÈCE    N° BL\n2022_930       US5585", "2022_930"),
        ("Faktura: 4", "4"),
        ("Adjustment Note - AV992/2024", "AV992/2024"),
        ("VERKKOLASKU: M-96486", "M-96486"),
    ],
)
def test_numbers_under_the_names_that_countries_have_for_them(text, number):
    assert numbers_of(text)[0] == number


@pytest.mark.parametrize(
    "line",
    [
        "This invoice replaces our pro-forma invoice PF-10-2710 of 7 February 2025.",
        "Diese Rechnung ersetzt die Proforma-Rechnung PF-10-2710 vom 07.02.2025.",
        "Cette facture remplace la facture pro forma PF-N-9258 du 7 octobre 2018.",
        "Dotyczy faktury nr 25-591-D z dnia 2025.11.24",
        "Gjelder faktura INV8754 (20.02.2020)",
    ],
)
def test_a_line_about_another_document_gives_no_number(line):
    assert numbers_of(line)[0] is None


def test_a_line_about_another_document_yields_to_the_documents_own_reference():
    text = """
        Our ref.        Issued on
        GRA-2020-341    2020-05-30

        This invoice replaces our pro-forma PF-99849266 of 2020-03-01.
    """
    assert numbers_of(text)[0] == "GRA-2020-341"


def test_a_reference_is_the_invoices_number_only_where_nothing_else_is():
    assert numbers_of("Reference: RX-77\nInvoice no: 5512")[0] == "5512"
    assert numbers_of("Reference: RX-77\nDate: 5 May 2025")[0] == "RX-77"
    assert numbers_of("Your reference: RX-77\nDate: 5 May 2025")[0] is None


@pytest.mark.parametrize("line", ["TICKET: 4161", "Bon nr.: VF24-5849", "TALÃO N.º 2026.544"])
def test_a_tills_slip_is_known_by_its_own_number(line):
    assert numbers_of(f"TAX INVOICE\n{line}")[0] == line.split()[-1]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("LPO No.   LPO-60025", "LPO-60025"),
        ("Commande client : PO/16/184", "PO/16/184"),
        ("Obj. č.: WB-35195", "WB-35195"),
        ("Rekv.nr.: R-5521", "R-5521"),
        ("DERES ORDRENR.    DATO\nPO-2020-6548       12.10.2020", "PO-2020-6548"),
        ("Bestell-Referenz    E975107", "E975107"),
        ("Votre commande n° BC 004512 – Chantier", "BC 004512"),
        ("Vårt ordernr: VL7855\nEr order: 4500248934", "4500248934"),
        ("Our Order No.: 184010\nYour PO: 9122-A", "9122-A"),
        ("ORDERNUMMER    UW ORDERNUMMER\n73-9648        PO-2017-8949", "PO-2017-8949"),
        ("CUSTOMER REF\nPO-UK-7741", "PO-UK-7741"),
        ("Our Order No.: 184010", None),
    ],
)
def test_the_buyers_order_is_told_from_the_sellers(text, order):
    assert numbers_of(text)[1] == order


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nummer: 5512\nInvoice No: 77-A", "77-A"),
        ("Rechnung des Versicherers (575) Nr. 01.234-1 vom 06.12.2018\nNummer: 549910", "01.234-1"),
        ("Rekv.nr.: R-5521\nReg.nr. 70592", None),
        ("Beitragsrechnung Nr.\n25 8738391-204", "25 8738391-204"),
        ("eTicket number: 033 7813695237 Frequent flyer: XXXX6532", "033 7813695237"),
        ("PRO NUMBER    INVOICE DATE\n988815684     12/06/2021", "988815684"),
        ("FACTURA\nSerie-Folio: A-2868\nFolio Fiscal (UUID):\n0ABB8CA0-B00D-402C", "A-2868"),
        ("Invoice Number    0113 654 3573\n\n\n\n\n\n\n\nInvoice Number    INV-1626", "INV-1626"),
        ("AVOIR    Référence : facture 47130264 (29/04/2021)\nN° AV-7781", "AV-7781"),
    ],
)
def test_the_number_among_others_that_look_like_it(text, number):
    assert numbers_of(text)[0] == number


def test_of_two_numbers_named_alike_the_one_in_the_head_counts():
    below = "\n" * 30
    text = f"Invoice No: INV3833{below}Control Unit Invoice Number: KRX0677256824087"
    assert numbers_of(text)[0] == "INV3833"
