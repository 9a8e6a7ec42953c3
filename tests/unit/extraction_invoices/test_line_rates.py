"""The tax rate of a line: by its sign, by a code, or the only one of the invoice."""

from drawn_pages import drawn

from engine.extraction import Context, extract_invoices


def rates_of(text):
    (invoice,) = extract_invoices([drawn(text)], Context("u"))
    return [None if line.tax_rate is None else str(line.tax_rate) for line in invoice.line_items]


def test_a_rate_in_the_line_counts_first():
    text = """
    Position               Anzahl     MwSt      Betrag
    Sparpreis                   1     D 7%       54,90
    Broschüre                   1     A 19%      10,00
    Gesamtpreis                                  64,90
    """
    assert rates_of(text) == ["7", "19"]


def test_a_code_is_resolved_by_the_table_of_rates():
    text = """
    Position               Anzahl     Code      Betrag
    Sparpreis                   1     B          54,90
    Broschüre                   1     A          10,00
    Gesamtpreis                                  64,90
    A: 19 %         8,40       1,60
    B: 7 %         51,31       3,59
    """
    assert rates_of(text) == ["7", "19"]


def test_the_only_rate_of_the_invoice_is_that_of_every_line():
    text = """
    Description            Qty     Price      Amount
    Oak table                2    400.00      800.00
    Chair                    1    100.00      100.00
    Subtotal                                  900.00
    VAT 20 %                                  180.00
    Total                                   1,080.00
    """
    assert rates_of(text) == ["20", "20"]


def test_two_rates_without_codes_leave_the_lines_without():
    text = """
    Description            Qty     Price      Amount
    Oak table                2    400.00      800.00
    Book                     1    100.00      100.00
    Subtotal                                  900.00
    VAT 20 %                                  160.00
    VAT 5 %                                     5.00
    Total                                   1,065.00
    """
    assert rates_of(text) == [None, None]
