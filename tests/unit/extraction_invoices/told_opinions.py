"""Opinions of other readers, and what becomes of an invoice that one is given on."""

from drawn_pages import drawn
from msgspec.structs import replace

from engine.extraction import Context, extract_invoices
from engine.extraction.invoices.sheet.layout import sheet_of
from engine.extraction.invoices.sheet.segmenting import rows_of
from engine.extraction.second_opinion import Opinion, OpinionLine, weigh

PAGE = """
    Acme Supplies Ltd                        INVOICE
    12 Long Street, Leeds
                                             Invoice number: A-77
    Bill to                                  Invoice date: 05/03/2026
    Northern Works GmbH

    Description                 Quantity     Price        Amount
    Blue paper A4                      2     30.00         60.00
    Red ink                            1     40.00         40.00

                                             Subtotal     100.00
                                             VAT 19%       19.00
                                             Total     EUR 119.00
"""


def opinion(**told):
    """An opinion that says only this."""
    values = dict.fromkeys(Opinion.__struct_fields__, None) | {"line_items": ()}
    return Opinion(**(values | told))


def line(description, amount, quantity=None, unit_price=None):
    """A told line."""
    return OpinionLine(
        description=description,
        amount=amount,
        quantity=quantity,
        unit_price=unit_price,
        tax_rate=None,
    )


def weighed(told, page=PAGE, **changes):
    """What ``weigh`` makes of the invoice on ``page`` after ``changes`` to what was read."""
    drawn_page = drawn(page)
    context = Context(upload_id="u")
    invoice = replace(extract_invoices([drawn_page], context)[0], **changes)
    sheet = sheet_of([drawn_page], rows_of(drawn_page))
    return weigh(invoice, sheet, told, context)
