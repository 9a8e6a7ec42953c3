"""A vendor's page, read with what is known of it, and what a person's corrections teach."""

import datetime as dt

from drawn_pages import drawn
from msgspec.structs import replace

from engine.extraction import Context, extract_invoices
from engine.extraction.invoices.sheet.layout import sheet_of
from engine.extraction.invoices.sheet.segmenting import rows_of
from engine.extraction.memory import (
    Witness,
    correction_of,
    place_of,
    with_habits,
)

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)

PAGE = """
    Acme Supplies Ltd                        INVOICE
    12 Long Street, Leeds
    VAT GB{tax}                              Customer number: 55001
                                             Dossier          {dossier}
    Northern Works GmbH                      Date             {date}

    Description                 Quantity     Price        Amount
    Blue paper A4                      2     30.00         60.00

                                             Subtotal     100.00
                                             VAT 20%       20.00
                                             Total     EUR 120.00
"""
TAX = "980780684"


def page(dossier="X-1", date="05/03/2026", tax=TAX, text=PAGE):
    """A page of the vendor."""
    return drawn(text.format(dossier=dossier, date=date, tax=tax))


def sheet(drawn_page):
    """The page cut into rows."""
    return sheet_of([drawn_page], rows_of(drawn_page))


def read(drawn_page, habits=(), **context):
    """The invoice on a page, read with what is known."""
    given = Context(upload_id="u", **context)
    (invoice,) = extract_invoices([drawn_page], given)
    return with_habits(invoice, sheet(drawn_page), habits, given)


def corrected(drawn_page, at=NOW, habits=(), **after):
    """A witness: the invoice on a page, read and then corrected by a person."""
    invoice = read(drawn_page, habits)
    laid_out = sheet(drawn_page)
    corrections = tuple(
        correction_of(
            name, getattr(invoice, name), value, at=at, sheet=laid_out,
            place=place_of(name, value, laid_out),
        )
        for name, value in after.items()
    )  # fmt: skip
    return Witness(replace(invoice, **after, corrections=corrections))


def habit_of(habits, field):
    """What is known of one field."""
    return next((habit for habit in habits if habit.field == field), None)
