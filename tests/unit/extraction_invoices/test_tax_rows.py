"""Rows of net, tax and gross prove themselves without a word beside them."""

from decimal import Decimal

from drawn_pages import drawn, read

from engine.extraction import Context, extract_invoices
from engine.extraction.invoices.sums.tax_rows import tax_rows


def sums_of(text):
    return [row.amount for row in tax_rows(read(text)[1].amounts)]


def only(text):
    (invoice,) = extract_invoices([drawn(text)], Context("u"))
    return invoice


def test_one_rate():
    assert sums_of("19 %      100,00      19,00      119,00") == [Decimal("119.00")]


def test_several_rates_are_also_given_added_up():
    text = """
    7 %       200,00      14,00      214,00
    19 %      100,00      19,00      119,00
    """
    assert sums_of(text) == [Decimal("214.00"), Decimal("119.00"), Decimal("333.00")]


def test_a_printed_sum_is_not_added_again():
    text = """
    7 %       200,00      14,00      214,00
    19 %      100,00      19,00      119,00
    Razem     300,00      33,00      333,00
    """
    assert sums_of(text)[-1] == Decimal("333.00")
    assert Decimal("666.00") not in sums_of(text)


def test_quantity_price_and_amount_are_no_tax_row():
    assert sums_of("2,00      50,00      100,00") == []
    assert sums_of("10,00      90,00      100,00      ") == []


def test_the_total_of_a_table_of_rates_whose_row_names_no_role():
    invoice = only("""
    Faktura 2025-7      Data wystawienia 5.3.2025
    stawka      netto      VAT      brutto
    8 %         200,00     16,00    216,00
    23 %        100,00     23,00    123,00
    Razem       300,00     39,00    339,00
    Do zapłaty: 339,00 PLN
    """)
    figures = (invoice.subtotal, invoice.tax_amount, invoice.total_amount)
    assert figures == (Decimal("300.00"), Decimal("39.00"), Decimal("339.00"))


def test_a_total_that_no_word_announces_is_proven_by_the_lines_above_it():
    invoice = only("""
    Abschlagsrechnung Nr. 7      5.3.2025
    Nettosumme                   7.068,80
    + 19% Mehrwertsteuer         1.343,07
    Teilleistung EUR             8.411,87
    """)
    assert invoice.total_amount == Decimal("8411.87")


def test_a_value_at_the_other_edge_of_its_cell_belongs_to_the_heading_of_the_cell():
    invoice = only("""
    FATTURA 12      Data 5.3.2025
    Totale imponibile      Totale imposta      Totale documento
               100,00             22,00                      122,00
    """)
    assert invoice.total_amount == Decimal("122.00")


def test_a_charge_for_a_period_is_named_by_its_first_words():
    invoice = only("""
    Invoice 77      Date: 5 May 2025
    Balance from previous bill             61.88
    Subtotal excluding VAT                 68.01
    VAT at 23% on 68.01                    15.64
    Total charges for this period          83.65
    Total amount due                      145.53
    """)
    assert (invoice.total_amount, invoice.amount_due) == (Decimal("83.65"), Decimal("145.53"))


def test_an_amount_beside_the_day_it_falls_due_is_what_to_pay():
    invoice = only("""
    Faktura 77      Fakturadatum 2025-05-05
    Att betala senast 2025-06-04      827,00 kr
    """)
    assert invoice.total_amount == Decimal("827.00")


def test_a_number_of_days_is_no_amount():
    invoice = only("""
    Invoice 77      Date: 5 May 2025
    Total      80.00
    Please pay within 14 days to the account below.
    """)
    assert (invoice.total_amount, invoice.amount_due) == (Decimal("80.00"), None)


def test_a_net_sum_without_a_word_is_not_the_total_when_taxes_follow():
    invoice = only("""
    Tax Invoice 77      Date: 5 May 2025
    Goods      Qty      Rate       Amount
    Chain        2      50.00      100.00
    Gear         1      20.00       20.00
                                   120.00
               CGST 9%              10.80
               SGST 9%              10.80
               Round Off             0.40
               Total      3 Nos    142.00
    """)
    assert (invoice.tax_amount, invoice.total_amount) == (Decimal("21.60"), Decimal("142.00"))


def test_a_percentage_without_a_word_is_no_tax_where_the_tax_has_one():
    invoice = only("""
    Invoice 77      Date: 5 May 2025
    Rental subtotal         1,000.00
    Damage waiver 12%         120.00
    Tax                        80.00
    Total                   1,200.00
    """)
    assert (invoice.tax_amount, invoice.total_amount) == (Decimal("80.00"), Decimal("1200.00"))


def test_the_value_of_a_contract_is_not_what_its_deposit_costs():
    invoice = only("""
    Deposit Invoice 77      Date: 5 May 2025
    Contract value                       14,000.00
    Total due now                         4,200.00
    Remaining balance after this deposit  9,800.00
    """)
    assert invoice.total_amount == Decimal("4200.00")
