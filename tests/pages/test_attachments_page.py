"""Papers beside records: the screen of all of them, and the section where a record is shown."""

import made_rows as made
import pytest
from made_screens import button, labels_of, pdf, words_on

ORDER = (
    "Northwind Fabrication Pvt Ltd",
    "PURCHASE ORDER",
    "PO Number: PO-2026-0147",
    "PO Date: 2026-02-03",
    "Vendor: Acme Supplies Ltd",
    "Grand Total INR 150.00",
)


@pytest.fixture
def order(engine):
    paper = engine.attach("order.pdf", pdf(ORDER), doc_type="PO")
    return engine.wait_for_attachment(paper.id, 30)


def table(app):
    return app.dataframe[0].value


def field(app, label):
    return next(found for found in app.text_input if found.label == label)


def test_without_papers_it_says_what_they_are_for(open_page):
    app = open_page("attachments.py")
    assert "No attachments yet" in words_on(app)


def test_every_paper_is_a_row_with_what_was_read(open_page, order):
    (row,) = table(open_page("attachments.py")).to_dict("records")
    assert (row["number"], row["party"], row["file"]) == (
        "PO-2026-0147",
        "Acme Supplies Ltd",
        "order.pdf",
    )
    assert row["type"] == ["Purchase order"]
    assert row["picture"] == f"/api/documents/{order.id}/thumbnail"


def test_words_and_types_narrow_the_list(open_page, engine, order):
    engine.attach("receipt.pdf", pdf(("RECEIPT", "Receipt no 77", "Taxi")), doc_type="Expense")
    app = open_page("attachments.py")
    assert "2 papers" in words_on(app)
    app.text_input(key="papers_search").set_value("northwind").run()
    assert list(table(app)["file"]) == ["order.pdf"]
    app.text_input(key="papers_search").set_value("nowhere").run()
    assert "No paper fits these filters." in words_on(app)


def test_a_file_is_attached_and_read(open_page, engine):
    app = open_page("attachments.py")
    app.selectbox(key="papers_new_type").set_value("PO").run()
    app.file_uploader[0].upload("order.pdf", pdf(ORDER)).run()
    app.button(key="papers_new_attach").click().run()
    assert not app.exception, app.exception
    (paper,) = engine.store.attachments.ids()
    assert engine.wait_for_attachment(paper, 30).document.fields.number == "PO-2026-0147"
    assert list(table(app.run())["file"]) == ["order.pdf"]


def test_the_preview_is_corrected_and_saved(open_page, engine, order):
    app = open_page("attachments.py", paper=order.id)
    assert field(app, "Number").value == "PO-2026-0147"
    assert "The page says “PO-2026-0147”" in field(app, "Number").help.replace("\\", "")
    field(app, "Total").input("1,250.50")
    button(app, "Save and confirm").click().run()
    assert not app.exception, app.exception
    saved = engine.attachment(order.id)
    assert (saved.status, str(saved.document.fields.total)) == ("confirmed", "1250.50")
    assert "Confirmed" in words_on(app)


def test_what_is_no_amount_is_told_and_nothing_is_saved(open_page, engine, order):
    app = open_page("attachments.py", paper=order.id)
    field(app, "Total").input("a lot")
    button(app, "Save and confirm").click().run()
    assert app.error
    assert engine.attachment(order.id).status == "completed"


def test_a_paper_is_given_to_a_document_and_taken_from_it(open_page, engine, order):
    made.add_invoices(engine.store, "u1")
    app = open_page("attachments.py", paper=order.id)
    key = f"paper_link_{order.id}_{order.row_version}"
    app.selectbox(key=key).set_value(0).run()
    assert engine.attachment(order.id).related_id == "u1"
    assert "u1.pdf" in words_on(app)
    assert "Delete" not in labels_of(app)
    button(app, "Take it from there").click().run()
    assert engine.attachment(order.id).related_id is None
    button(app, "Delete").click().run()
    assert engine.attachment(order.id).deleted_at is not None
    button(app, "Restore").click().run()
    assert engine.attachment(order.id).deleted_at is None


def test_earlier_versions_are_listed_and_stay_as_they_are(open_page, engine, order):
    newer = engine.replace_attachment(order.id, "order 2.pdf", pdf((*ORDER, "Revision 2")))
    engine.wait_for_attachment(newer.id, 30)
    assert "1 · order.pdf" in words_on(open_page("attachments.py", paper=newer.id))
    old = open_page("attachments.py", paper=order.id)
    assert "A newer version replaced this one" in words_on(old)
    assert field(old, "Number").disabled


def test_an_unknown_paper_is_told(open_page):
    assert "There is no attachment “nobody”" in words_on(
        open_page("attachments.py", paper="nobody")
    )


def test_a_review_lists_the_papers_of_its_invoice_and_of_its_file(open_page, engine, order):
    made.add_invoices(engine.store, "u1", made.invoice("u1-1"), made.invoice("u1-2"))
    engine.link_attachment(order.id, "invoice", "u1-2")
    assert "PO-2026-0147" not in words_on(open_page("review.py", upload="u1"))
    engine.link_attachment(order.id, "invoice", "u1")
    app = open_page("review.py", upload="u1")
    assert "PO-2026-0147 · Acme Supplies Ltd" in words_on(app)
    button(app, "View").click().run()
    assert not app.exception, app.exception
    assert field(app, "Company").value == "Acme Supplies Ltd"


def test_a_match_lists_its_papers(open_page, engine, order):
    made.add_invoices(engine.store, "u1", made.invoice("u1-1"))
    made.add_statement(engine.store, "b1", made.transaction("b1-1"))
    engine.store.reconciliations.insert(made.reconciliation("r1"))
    match = engine.reconciliation("r1").document.matched[0]
    engine.link_attachment(order.id, "reconciliation", f"r1:{match.match_id}")
    assert "PO-2026-0147" in words_on(open_page("reconcile.py"))


def test_a_bank_line_lists_its_papers_in_its_drawer(open_page, engine, order):
    made.add_statement(engine.store, "b1", made.transaction("b1-1"))
    engine.link_attachment(order.id, "bank", "b1-1")
    app = open_page("transactions.py")
    app.session_state[app.session_state["register_table"]] = {
        "selection": {"rows": [0], "columns": [], "cells": []}
    }
    app.run()
    assert not app.exception, app.exception
    assert "PO-2026-0147" in words_on(app)
    assert {"View", "Attach"} <= set(labels_of(app))
