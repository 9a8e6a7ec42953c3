"""Vendor and customer by labels, places and looks."""

import pytest
from drawn_pages import read

from engine.extraction.invoices.parties.addresses import is_address, is_street
from engine.extraction.invoices.parties.names import has_legal_form, looks_like_name, name_in
from engine.extraction.invoices.parties.parties import find_parties


def parties_of(text):
    parties = find_parties(*read(text), frozenset())
    return tuple(p.name.value if p else None for p in (parties.vendor, parties.customer))


def test_labels_beside_above_and_before_names():
    expected = ("Acme Widgets", "Bolt & Co")
    assert parties_of("Seller: Acme Widgets     Buyer: Bolt & Co") == expected
    assert parties_of("Seller              Buyer\nAcme Widgets        Bolt & Co") == expected
    assert parties_of("Sold by   Acme Widgets\nSold to   Bolt & Co") == expected


def test_name_rows_belong_to_the_heading_above_them():
    text = """
    Verkäufer
    Nummer:      549910
    Name:        Lieferant GmbH
    Anschrift:   Ring 1
    Käufer
    Name:        Kunden AG Mitte
    """
    assert parties_of(text) == ("Lieferant GmbH", "Kunden AG Mitte")


def test_a_letter_with_a_window():
    text = """
    Osterfeld Teile GmbH · Am Hammer 12 · 58999 Lindental

    Fern Cycles Ltd
    Unit 6, Millrace Park
    Dublin D12 XW47
    """
    assert parties_of(text) == ("Osterfeld Teile GmbH", "Fern Cycles Ltd")


def test_a_vendor_named_only_at_the_foot_beside_its_tax_number():
    text = "Your bill\n" + "\n" * 54
    text += "Grey Energy Supply, registered in Ireland. VAT registration IE6388047V"
    assert parties_of(text)[0] == "Grey Energy Supply"


def test_a_name_that_the_web_address_repeats():
    text = "Tallgrass\nRidge Road 1\n\nThank you\nwww.tallgrass.example"
    assert parties_of(text)[0] == "Tallgrass"


def test_who_gets_the_goods_is_not_the_customer():
    text = """
    Bill to              Ship to
    Head Office Ltd      Depot Seven Ltd
    """
    assert parties_of(text)[1] == "Head Office Ltd"


def test_the_account_holder_is_a_weak_hint():
    text = """
    Bei Spiel GmbH
    Ecke 12
    12345 Stadthausen

    Kontoinhaber: Max Mustermann
    """
    assert parties_of(text)[0] == "Bei Spiel GmbH"


def test_no_names_no_parties():
    assert parties_of("5.00\n6.00") == (None, None)


@pytest.mark.parametrize(
    "text",
    ["Kerkstraat 9", "14 rue des Lilas", "4 Quay Street", "58999 Lindental", "York YO1 7HH",
     "Topeka, KS 66603", "3511 AB Utrecht", "602 00 Brno", "31-147 Kraków", "P.O. Box 12"],
)  # fmt: skip
def test_lines_of_addresses(text):
    assert is_address(text)


@pytest.mark.parametrize("text", ["Lindengruppe GmbH", "Total 5.00", "Maria Strand"])
def test_what_is_no_address(text):
    assert not is_street(text)


def test_legal_forms_are_words_after_the_first():
    assert has_legal_form("Bakkerij De Molen B.V.")
    assert has_legal_form("Acme Sp. z o.o.")
    assert not has_legal_form("AG")
    assert not has_legal_form("Limited offer")


@pytest.mark.parametrize(
    "text",
    ["", "5", "www.acme.example", "mail@acme.example", "Thank you for your business today",
     "Total", "12345678 KG", "we are closed", "Page", "IBAN DE89 3704 0044"],
)  # fmt: skip
def test_what_is_no_name(text):
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    ("line", "name"),
    [("Acme GmbH • Ring 1 • 12345 Ort", "Acme GmbH"), ("Acme, Inc.", "Acme, Inc."),
     ("Acme Ltd, registered in Ireland", "Acme Ltd"), ("Khiam Sdn Bhd (88842-H)", "Khiam Sdn Bhd"),
     ("Vinicius e Rebeca OS PRODUTOS CONSTANTES DA NOTA", "Vinicius e Rebeca")],
)  # fmt: skip
def test_the_name_at_the_head_of_a_line(line, name):
    assert name_in(line) == name


def test_streets_that_begin_like_a_label_are_not_buyers():
    text = """
    Feinblech Arndt GmbH · Am Hang 3 · 58999 Lindental

    Frau Käthe Sommer
    An der Mühle 63
    28195 Bremen

    Rechnung
    """
    assert parties_of(text) == ("Feinblech Arndt GmbH", "Frau Käthe Sommer")


def test_a_form_before_the_name_and_words_after_it():
    assert has_legal_form("SARL Toitures du Nord")
    assert name_in("Nordlicht Strom SA au capital de 500 000 €") == "Nordlicht Strom SA"
    assert name_in("Kranbau Nord GmbH & Co. KG Sitz: Kiel") == "Kranbau Nord GmbH & Co. KG"
    assert looks_like_name("Dr. Ilse Brandt")


def test_a_line_for_the_attention_of_somebody_is_no_contact_of_the_sender():
    text = """
    Feinblech Arndt GmbH     Tel. 0421 55 55
    Am Hang 3
    58999 Lindental



    Bolt AG
    z. Hd. Frau Sommer
    Ring 12
    28195 Bremen
    """
    assert parties_of(text)[1] == "Bolt AG"


def test_who_is_paid_is_the_vendor():
    text = """
    Moss & Fern Landscapes
    8 Mill Lane
    Norwich NR2 1SB

    Bill to
    Calder School
    1 High Street

    Make all checks payable to Moss & Fern Landscapes
    """
    assert parties_of(text) == ("Moss & Fern Landscapes", "Calder School")


def test_the_slip_at_the_foot_sends_the_payment_to_the_vendor():
    text = "Bill to\nCalder School\n1 High Street" + 40 * "\n" + "To: Moss & Fern Ltd\n8 Mill Lane"
    assert parties_of(text)[1] == "Calder School"


def test_who_ships_is_not_who_bills():
    text = """
    Meridian Forwarding Ltd
    8 Mill Lane, Norwich NR2 1SB
    Shipper            Consignee
    Ostwind Trading    Harbour Foods
    """
    assert parties_of(text)[0] == "Meridian Forwarding Ltd"


def test_a_letterhead_flush_right_and_the_reader_in_the_window():
    text = """
    Rowan Street Surgery                                       Harbor & Pine Studio
    9 Kirkgate                                                    5500 Camelback Rd
    Leeds LS1 6BY                                                 Phoenix, AZ 85018


    Invoice 12
    """
    assert parties_of(text) == ("Harbor & Pine Studio", "Rowan Street Surgery")


def test_lines_set_closer_together_are_one_block():
    text = """
    Van Houten Bollen B.V.
    Westeinde 112, 2211 XP Noordwijk
    KvK 71068210

    Hoveniersbedrijf Smits
    Dorpsstraat 3
    2211 XP Noordwijk
    """
    assert parties_of(text) == ("Van Houten Bollen B.V.", "Hoveniersbedrijf Smits")


def test_a_name_far_to_the_right_of_a_heading_is_not_under_it():
    text = """
    Customer                                                Huddle
    Ateliers Roussel SARL                                   Huddle Messaging Limited
    85 avenue Jean Jaurès                                   Hatch Street Upper 3
    69007 Lyon                                              Dublin 2, Ireland
    """
    assert parties_of(text)[1] == "Ateliers Roussel SARL"


def test_a_voyage_names_nobody():
    text = """
    NINGBO HAITONG HARDWARE CO., LTD.
    No. 288 Jiangnan Road, Ningbo 315800
    FROM: NINGBO, CHINA TO: LONG BEACH, USA BY SEA
    """
    assert parties_of(text)[0].startswith("NINGBO HAITONG HARDWARE")


def test_a_heading_of_several_words_names_nobody_itself():
    text = """
    FROM CONTRACTOR:                TO OWNER:
    Cascade Plumbing, Inc.          Tidewater Brewing Company
    3812 Lindell Blvd               9045 Industrial Blvd
    """
    assert parties_of(text) == ("Cascade Plumbing, Inc.", "Tidewater Brewing Company")


def test_a_small_word_heads_a_party_only_when_it_stands_alone():
    text = """
    From                    For
    DropletOcean LLC        Pennine Scaffold Ltd
    101 Tide Ave            31 Bishop Street
    """
    assert parties_of(text) == ("DropletOcean LLC", "Pennine Scaffold Ltd")


def test_two_headings_of_one_party():
    text = """
    Exporter                Consignee / Buyer
    Sahyadri Foods Ltd      Bayview Management Inc
    """
    assert parties_of(text)[1] == "Bayview Management Inc"
