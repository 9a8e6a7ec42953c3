"""Items that no head announces: amounts under each other that add up to a sum."""

from decimal import Decimal

from drawn_pages import read

from engine.extraction.invoices.lines.lines_table import find_items


def table_of(text):
    return find_items(*read(text))


def lines_of(text):
    return [
        (" ".join(s.text for s in item.description), str(item.amount.value.value))
        for item in table_of(text).items
    ]


def test_amounts_that_add_up_to_a_named_sum_are_items():
    text = """
    Honorar                                     2.560,00
    Nachbereitung und Protokoll                   480,00
    Nettobetrag                                 3.040,00
    20 % USt.                                     608,00
    Gesamtbetrag                                3.648,00
    """
    assert lines_of(text) == [("Honorar", "2560.00"), ("Nachbereitung und Protokoll", "480.00")]


def test_a_sum_beside_the_list_proves_it():
    text = """
    Esquisse et avant-projet         2 800,00 €
    1 forfait x 2 800,00 €                         total ht
                                                   3 700,00 €
    Suivi de chantier                  900,00 €
    5 visites x 180,00 €                           total ttc
                                                   4 440,00 €
    """
    items = table_of(text).items
    assert [str(item.amount.value.value) for item in items] == ["2800.00", "900.00"]
    assert [str(item.quantity.value.value) for item in items] == ["1", "5"]


def test_a_tax_between_items_is_none():
    text = """
    Our professional charges             3,475.00
    Telegraphic transfer                    35.00
    VAT at 20%                             702.00
    Land Registry                          150.00
    Local authority search                 118.20
    Total                                4,480.20
    """
    assert [amount for _, amount in lines_of(text)] == ["3475.00", "35.00", "150.00", "118.20"]


def test_the_column_that_quantity_and_price_make_is_the_one_of_amounts():
    text = """
    Description       Qty    Cena      Cena     DPH       Total
    Oil filter        3 ks   312.00   936.00   196.56   1,132.56
    Brake pads        2 ks   500.00  1000.00   210.00   1,210.00
    Sum total                        1936.00   406.56   2,342.56
    """
    assert [amount for _, amount in lines_of(text)] == ["936.00", "1000.00"]


def test_what_is_charged_on_top_of_a_sum_is_no_item():
    text = """
    Consulting                             2,400.00
    Expenses                                 360.00
    Subtotal                               2,760.00
    VAT 22%                                  607.20
    Total                                  3,367.20
    Withheld                                -552.00
    Net payable                            2,815.20
    """
    assert [amount for _, amount in lines_of(text)] == ["2400.00", "360.00"]


def test_a_price_in_hundredths_is_given_for_one_unit():
    text = """
    Rate         928 kWh     62,18 öre      577,03
    Surcharge    928 kWh      4,80 öre       44,54
    Delsumma                                621,57
    """
    first = table_of(text).items[0]
    assert (first.price_parts, first.quantity.value.value) == (100, Decimal(928))


def test_numbers_that_add_up_to_nothing_named_are_no_items():
    text = """
    Room 12           30.00
    Floor area        55.10
    Total             99.00
    """
    assert lines_of(text) == []


def test_a_sum_row_with_a_quantity_is_no_item():
    text = """
    Description        Quantity    Unit price       Amount
    Bath towel           27 pcs         78.75     2,126.25
    Polo shirt           24 pcs        103.60     2,486.40
    TOTAL                51 pcs                   4,612.65
    """
    assert [amount for _, amount in lines_of(text)] == ["2126.25", "2486.40"]


def test_charges_among_the_sums_are_no_items_of_a_priced_table():
    text = """
    Description        Quantity    Unit price       Amount
    Bath towel                8         19.60       156.80
    Canvas tote               3         11.25        33.75
                                 Packing cost        12.50
                          Total Invoice Value       203.05
    """
    assert [amount for _, amount in lines_of(text)] == ["156.80", "33.75"]


def test_two_lists_whose_sums_make_the_total_are_both_read():
    text = """
    Description                     Hours      Amount
    Review of the agreement           2.0      500.00
    Conference                        1.0      250.00
    Total fees                        750.00
    Filing fee                        240.00
    Photocopies                        46.80
    Total expenses                    286.80
    Total this invoice              1,036.80
    """
    assert [amount for _, amount in lines_of(text)] == ["500.00", "250.00", "240.00", "46.80"]


def test_a_letter_behind_the_cents_stands_for_a_tax():
    text = """
    Activity              Qty     Rate      Amount
    Copy paper              1    41.99      41.99T
    Gel pens                3    13.45      40.35T
    Subtotal                                 82.34
    """
    assert [amount for _, amount in lines_of(text)] == ["41.99", "40.35"]


def test_amounts_that_begin_at_one_edge_are_a_column_too():
    text = """
    Film rouge                     319,96
    Caisse de transport            1 739,88
    Vis inox                       16 876,80
    Total HT                                     18 936,64
    """
    assert [amount for _, amount in lines_of(text)] == ["319.96", "1739.88", "16876.80"]


def test_the_list_that_makes_the_largest_sum_is_that_of_the_items():
    text = """
    Rental of line                     53.52
    Calls                              12.71
    Total net                          66.23
    Date           Number        Charge
    01.02.         4471            0.50
    02.02.         4472            0.52
    Total calls                    1.02
    """
    assert [amount for _, amount in lines_of(text)] == ["53.52", "12.71"]
