"""The pages of a file under review, and the words that move the boundaries between invoices."""

import pytest
from made_bundles import VENDORS, Bundle
from made_screens import button, words_on

from engine.processing.page_groups import PageWord


@pytest.fixture
def upload(engine):
    """Three invoices on five pages, one of which is no invoice's."""
    bundle = Bundle(seed=3)
    bundle.invoice(VENDORS[0], 2)
    bundle.invoice(VENDORS[1])
    bundle.text("Delivery note", "Delivery note no. 5521", "12 boards")
    bundle.invoice(VENDORS[2])
    receipt = engine.upload("bundle.pdf", bundle.content(), kind="invoice")
    engine.wait(receipt.upload_id, 60)
    return receipt.upload_id


def open_pages(open_page, upload):
    app = open_page("review.py", upload=upload)
    app.get_by_key("review_invoice_view").set_value("pages").run()
    assert not app.exception, app.exception
    return app


def table(app):
    frame = app.dataframe[0].value
    return list(zip(frame["page"], [state[0] for state in frame["state"]], strict=True))


def choose(app, row):
    app.session_state[app.dataframe[0].key] = {
        "selection": {"rows": [], "columns": [], "cells": [(row, "page")]}
    }
    app.run()
    assert not app.exception, app.exception


def pages_of(engine, upload):
    return [invoice.pages for invoice in engine.invoice_upload(upload).document.invoices]


def test_every_page_says_whose_it_is(open_page, upload):
    app = open_pages(open_page, upload)
    assert table(app) == [
        (1, "Begins"), (2, "Goes on"), (3, "Begins"), (4, "None"), (5, "Begins"),
    ]  # fmt: skip
    assert "5 pages, 3 invoices." in words_on(app)
    assert all(button(app, label).disabled for label in ("Begin here", "Take out"))


def test_an_invoice_begins_on_the_chosen_page_and_undo_puts_it_back(open_page, engine, upload):
    app = open_pages(open_page, upload)
    before = engine.invoice_upload(upload).document.invoices
    choose(app, 1)
    button(app, "Begin here").click().run()
    assert pages_of(engine, upload) == [(1,), (2,), (3,), (5,)]
    button(app, "Undo").click().run()
    assert not app.exception, app.exception
    assert engine.invoice_upload(upload).document.invoices == before
    said = " ".join(toast.value for toast in app.toast)
    assert "Page 2: begin here" in said.replace("\\", "")


def test_the_chosen_page_joins_the_invoice_before(open_page, engine, upload):
    app = open_pages(open_page, upload)
    choose(app, 2)
    button(app, "Join with previous").click().run()
    assert pages_of(engine, upload) == [(1, 2, 3), (5,)]


def test_a_page_of_none_joins_or_is_taken_out_again(open_page, engine, upload):
    app = open_pages(open_page, upload)
    choose(app, 3)
    button(app, "Join with previous").click().run()
    assert pages_of(engine, upload) == [(1, 2), (3, 4), (5,)]
    button(app, "Take out").click().run()
    assert pages_of(engine, upload) == [(1, 2), (3,), (5,)]


def test_a_stale_word_is_shown_and_changes_nothing(open_page, engine, upload):
    app = open_pages(open_page, upload)
    choose(app, 2)
    row = engine.invoice_upload(upload)
    engine.regroup(upload, PageWord("leave", 5), row_version=row.row_version)
    button(app, "Join with previous").click().run()
    assert pages_of(engine, upload) == [(1, 2), (3,)]
    assert "bundle.pdf" in words_on(app)


def test_a_confirmed_file_only_shows_its_pages(open_page, engine, upload):
    engine.confirm(upload)
    app = open_pages(open_page, upload)
    choose(app, 1)
    assert all(button(app, label).disabled for label in ("Begin here", "Take out"))


def test_the_page_in_hand_stays_in_hand_when_its_boundary_moves(open_page, upload):
    app = open_pages(open_page, upload)
    choose(app, 2)
    button(app, "Join with previous").click().run()
    assert not button(app, "Begin here").disabled
