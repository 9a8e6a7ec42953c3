"""Markup, icons, formulas and addresses in a document's values are shown as they are written."""

import io
from dataclasses import replace as changed
from decimal import Decimal

import pytest
from hostile_words import MARKUP, NASTY, marked_up
from made_einvoices import Bill, Line, cii, hybrid, page_of
from made_screens import labels_of
from msgspec.structs import replace
from pypdf import PdfWriter

VIEWS = ("fields", "items", "pages", "history")


@pytest.fixture
def upload(engine):
    bill = changed(
        Bill(),
        number=NASTY,
        seller=NASTY,
        buyer=NASTY,
        order=NASTY,
        reference=NASTY,
        terms=NASTY,
        currency=":red[x]",
        due_amount="![x](y)",
        lines=(Line(NASTY, "3", "1.00", "400.00"),),
    )
    writer = PdfWriter()
    for page in (page_of(Bill()), page_of(changed(Bill(), number="RE-2"))):
        writer.append(io.BytesIO(page))
    buffer = io.BytesIO()
    writer.write(buffer)
    files = {f"{NASTY[:40].replace('/', ' ')}.xml": cii(bill), "b.xml": cii(bill)[:-30]}
    receipt = engine.upload(f"{NASTY[:80]}.pdf", hybrid(buffer.getvalue(), files), kind="invoice")
    engine.wait(receipt.upload_id, 60)
    row = engine.invoice_upload(receipt.upload_id)
    first, *others = row.document.invoices
    edited = replace(first, vendor_name=f"{NASTY}!", total_amount=Decimal(5), currency="EUR")
    version = engine.save_invoices(
        receipt.upload_id, [edited, *others], row_version=row.row_version, by=NASTY
    )
    assert version
    return receipt.upload_id


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_takes_a_documents_words_for_markup(open_page, engine, upload, view):
    app = open_page("review.py", upload=upload)
    if view != "fields":
        app.get_by_key("review_invoice_view").set_value(view).run()
    assert not app.exception, app.exception
    texts = list(marked_up(app))
    assert any("script" in text for text in texts)
    assert [text for text in texts if MARKUP.search(text)] == []


def test_nor_does_what_was_learned_of_its_vendor(open_page, engine, upload):
    engine.confirm(upload)
    app = open_page("review.py", upload=upload)
    assert "Forget all of it" in labels_of(app)
    assert [text for text in marked_up(app) if MARKUP.search(text)] == []
