import csv
import datetime as dt
import io
from decimal import Decimal

import made_rows as made
import pytest
from made_screens import button, labels_of, words_on

from engine.exports import export
from engine.services import DocumentQuery
from engine.store.database import Statements
from pages._parts.document_export import document_rows

ALL = ["b1.pdf", "u1.pdf", "u2.pdf"]


def fill(engine):
    made.add_invoices(engine.store, "u1")
    made.add_invoices(
        engine.store,
        "u2",
        made.invoice("u2-1", vendor_name="Zenith", total_amount=Decimal("5000"), currency="JPY"),
        status="partial",
    )
    made.add_statement(engine.store, "b1")
    engine.store.words.put_all({"u1": {1: "Payable net 30 days"}, "b1": {1: "Rent March"}})


def fill_many(engine, number):
    for index in range(number):
        made.add_invoices(engine.store, f"u{index:03}")


def table(app):
    return app.dataframe[0].value.set_index("file")


def files_in(app):
    return sorted(app.dataframe[0].value["file"])


def choose(app, *places):
    key = app.dataframe[0].key
    app.session_state[key] = {"selection": {"rows": list(places), "columns": [], "cells": []}}
    app.run()
    assert not app.exception, app.exception
    return app


def pill_labels(app, key):
    return [option.rpartition(": ")[2] for option in app.get_by_key(key).options]


def test_without_documents_it_says_where_to_start(open_page):
    app = open_page("documents.py")
    assert "No documents yet" in words_on(app)
    assert not app.dataframe


def test_every_upload_is_a_row(open_page, engine):
    fill(engine)
    app = open_page("documents.py")
    assert "3 documents" in words_on(app)
    rows = table(app)
    assert rows.loc["u1.pdf", "party"] == "Acme Corp"
    assert rows.loc["b1.pdf", "party"] == "Example Bank"
    assert rows.loc["u2.pdf", "amount"] == Decimal("5000")
    assert rows.loc["u2.pdf", "reason"] == "0 of 1 pages could not be read"
    assert rows.loc["u1.pdf", "picture"] == "/api/documents/u1/thumbnail"
    assert "upload_id" not in rows.columns


def test_a_column_that_says_nothing_leaves_its_room_to_others(open_page, engine):
    made.add_statement(engine.store, "b9")
    assert "reason" not in open_page("documents.py").dataframe[0].proto.column_order
    fill(engine)
    assert "reason" in open_page("documents.py").dataframe[0].proto.column_order


def test_one_document_is_counted_as_one(open_page, engine):
    made.add_invoices(engine.store, "u1")
    assert "1 document" in words_on(open_page("documents.py")).split("\n")


def test_pills_count_within_the_other_filters(open_page, engine):
    fill(engine)
    app = open_page("documents.py")
    assert pill_labels(app, "documents_status") == ["To review 2", "Pages missing 1"]
    assert pill_labels(app, "documents_kind") == ["Invoices 2", "Statements 1"]
    assert pill_labels(app, "documents_needs") == ["Needs a person 1"]
    app.get_by_key("documents_status").set_value(["partial"]).run()
    assert files_in(app) == ["u2.pdf"]
    assert "1 document that fit, of 3" in words_on(app)
    assert pill_labels(app, "documents_kind") == ["Invoices 1", "Statements 0"]
    assert app.query_params["status"] == "partial"


def test_the_search_looks_into_names_and_the_words_of_pages(open_page, engine):
    fill(engine)
    app = open_page("documents.py")
    app.text_input(key="documents_find").set_value("zen").run()
    assert files_in(app) == ["u2.pdf"]
    app.text_input(key="documents_find").set_value('"net 30"').run()
    assert files_in(app) == ["u1.pdf"]
    assert app.dataframe[0].value["found"][0] == "p. 1: … payable net 30 days …"
    app.text_input(key="documents_find").set_value("nobody").run()
    assert "No document fits these filters." in words_on(app)
    button(app, "Show all").click().run()
    assert len(files_in(app)) == 3


@pytest.mark.parametrize(
    ("address", "files"),
    [
        ({"kind": "bank"}, ["b1.pdf"]),
        ({"status": "partial"}, ["u2.pdf"]),
        ({"find": "example"}, ["b1.pdf"]),
        ({"needs": "yes"}, ["u2.pdf"]),
        ({"currency": "JPY"}, ["u2.pdf"]),
        (
            {"kind": "nonsense", "page": "x", "sort": "y", "from": "z"},
            ["b1.pdf", "u1.pdf", "u2.pdf"],
        ),
        ({"page": "99"}, ["b1.pdf", "u1.pdf", "u2.pdf"]),
    ],
)
def test_a_link_restores_what_was_shown(open_page, engine, address, files):
    fill(engine)
    assert files_in(open_page("documents.py", **address)) == files


def test_coming_back_shows_what_was_left(open_page, engine):
    fill(engine)
    app = open_page("documents.py")
    app.get_by_key("documents_status").set_value(["partial"]).run()
    app.switch_page("health.py").run()
    app.switch_page("documents.py").run()
    assert files_in(app) == ["u2.pdf"]
    assert app.query_params["status"] == "partial"


def test_the_order_is_that_of_all_documents(open_page, engine):
    fill(engine)
    app = open_page("documents.py", sort="amount")
    assert list(app.dataframe[0].value["file"]) == ["u2.pdf", "b1.pdf", "u1.pdf"]


def test_many_documents_have_pages(open_page, engine):
    fill_many(engine, 60)
    app = open_page("documents.py", sort="name")
    assert len(files_in(app)) == 50
    assert "1–50 of 60 documents" in words_on(app)
    app = open_page("documents.py", sort="name", page="2")
    assert "51–60 of 60 documents" in words_on(app)
    assert files_in(app)[0] == "u050.pdf"


def test_a_word_on_many_is_looked_at_carried_out_and_taken_back(open_page, engine):
    fill(engine)
    app = choose(open_page("documents.py", kind="invoice", sort="name"), 0, 1)
    assert "2 documents" in words_on(app)
    app.button(key="documents_confirm").click().run()
    assert "1 document of them needs a person" in words_on(app)
    app.button(key="documents_do").click().run()
    assert not app.exception
    assert engine.invoice_upload("u1").status == "confirmed"
    app.button(key="documents_undo").click().run()
    assert engine.invoice_upload("u1").status == "completed"
    assert "Undo" not in labels_of(app)


def test_what_cannot_be_done_says_why(open_page, engine):
    fill(engine)
    engine.confirm("u1")
    app = choose(open_page("documents.py", kind="invoice", sort="name"), 0)
    app.button(key="documents_delete").click().run()
    assert "it is confirmed" in words_on(app)
    assert app.button(key="documents_do").disabled


def test_deleted_documents_are_in_the_bin_and_come_back(open_page, engine):
    fill(engine)
    engine.delete("u2")
    app = open_page("documents.py")
    assert files_in(app) == ["b1.pdf", "u1.pdf"]
    button(app, "Deleted 1").click().run()
    assert files_in(app) == ["u2.pdf"]
    choose(app, 0)
    app.button(key="bin_restore").click().run()
    assert "Nothing is deleted." in words_on(app)
    button(app, "Back to documents").click().run()
    assert len(files_in(app)) == 3


def test_filters_are_kept_under_a_name(open_page, engine):
    fill(engine)
    app = open_page("documents.py", status="partial")
    app.text_input(key="documents_view_name").set_value("To look at")
    button(app, "Keep these filters").click().run()
    assert not app.exception
    app = open_page("documents.py")
    assert len(files_in(app)) == 3
    button(app, "To look at").click().run()
    assert files_in(app) == ["u2.pdf"]
    (view,) = engine.saved_views("documents")
    app.button(key=f"forget_{view.view_id}").click().run()
    assert engine.saved_views("documents") == ()


def test_an_action_costs_a_bounded_number_of_statements(open_page, engine, monkeypatch):
    fill_many(engine, 60)
    app = open_page("documents.py")
    ran, run = [], Statements._execute

    def noted(self, name, params=None):
        ran.append(name)
        return run(self, name, params)

    monkeypatch.setattr(Statements, "_execute", noted)
    app.get_by_key("documents_status").set_value(["completed"]).run()
    assert sorted(ran) == ["marts/document_page", "rows/deletions/list", "rows/views/list"]


def test_all_that_was_found_can_be_chosen_at_once(open_page, engine):
    fill_many(engine, 60)
    app = choose(open_page("documents.py", sort="name"), 0)
    app.button(key="documents_all").click().run()
    assert "60 documents" in words_on(app)
    app.button(key="documents_delete").click().run()
    app.button(key="documents_do").click().run()
    assert engine.deleted_documents().total == 60
    app.button(key="documents_undo").click().run()
    assert engine.deleted_documents().total == 0


def test_what_is_taken_along_is_all_that_was_found_and_runs_nowhere(open_page, engine):
    fill_many(engine, 60)
    made.add_invoices(engine.store, "x", made.invoice("x-1", vendor_name="=cmd|' /C calc'!A0"))
    open_page("documents.py")
    query = DocumentQuery(search="cmd")
    (row,) = csv_of(document_rows(query, dt.UTC))
    assert row["Vendor or bank"] == "'=cmd|' /C calc'!A0"
    assert (row["Total or balance"], row["Currency"]) == ("119.00", "EUR")
    assert len(csv_of(document_rows(DocumentQuery(per_page=50), dt.UTC))) == 61


def csv_of(table):
    content = export(table, "csv").content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))
