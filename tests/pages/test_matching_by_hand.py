"""The table on which a person matches: meter, names of differences, split, undo, many at once."""

from decimal import Decimal

import made_rows as made
import pytest
from made_screens import button, words_on


@pytest.fixture
def run(engine):
    """One pair that is proposed, and a lump sum that pays two bills less a little."""
    made.add_invoices(
        engine.store,
        "u1",
        made.invoice("u1-1"),
        made.invoice("u1-2", total_amount=Decimal("310.10"), vendor_name="Zenith Ltd"),
        made.invoice("u1-3", total_amount=Decimal("77.77"), vendor_name="Borealis"),
    )
    made.add_statement(
        engine.store,
        "b1",
        made.transaction("b1-1"),
        made.transaction("b1-2", amount=Decimal("-390.00"), description="Collective order 8841"),
    )
    return engine.reconcile(["u1"], ["b1"])


def show(app, name):
    app.segmented_control(key="reconcile_list").set_value(name).run()
    assert not app.exception, app.exception


def pick(app, side, *rows):
    """Choose rows of one of the two tables."""
    place = app.session_state[f"hand_rows_{side}"]
    key = f"hand_table_{side}_{place}"
    app.session_state[key] = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    app.run()
    assert not app.exception, app.exception


def cards(app):
    return {card.label: card.value.replace("\xa0", " ") for card in app.metric}


def document(engine, run):
    return engine.reconciliation(run.reconciliation_id).document


def test_the_difference_has_to_be_named_before_it_can_be_matched(open_page, engine, run):
    app = open_page("reconcile.py")
    show(app, "by_hand")
    assert cards(app)["Difference"] == "\u2013"
    assert button(app, "Match").disabled
    pick(app, "lines", 0)
    assert "What could settle it" in words_on(app)
    pick(app, "invoices", 0, 1)
    assert cards(app) == {
        "Bank lines · 1": "\u2212390.00 EUR",
        "Invoices · 2": "\u2212387.87 EUR",
        "Difference": "2.13 EUR",
    }
    assert "Paid too much: it needs a name" in words_on(app)
    assert button(app, "Match").disabled
    app.selectbox(key="hand_treatment").set_value("fee").run()
    app.text_input(key="hand_note").set_value("bank told us").run()
    button(app, "Match").click().run()
    assert not app.exception, app.exception
    made_match = document(engine, run).matched[-1]
    assert (made_match.is_manual, made_match.difference_treatment) == (True, "fee")
    assert made_match.note == "bank told us"
    assert "Unmatched 0 + 0" in app.segmented_control(key="reconcile_list").options
    button(app, "Undo").click().run()
    assert not document(engine, run).matched[-1].is_manual


def test_a_proposal_is_split_into_the_table_and_replaced(open_page, engine, run):
    app = open_page("reconcile.py")
    button(app, "Split …").click().run()
    assert not app.exception, app.exception
    assert cards(app)["Difference"] == "0.00 EUR"
    assert "Settled in full" in words_on(app)
    button(app, "Match").click().run()
    [match] = document(engine, run).matched
    assert [p.match_id for p in match.replaced] == ["M000001"]
    show(app, "matched")
    assert "By hand" in words_on(app)


def test_rows_are_filtered_by_words_and_amounts_and_chosen_ones_stay(open_page, engine, run):
    app = open_page("reconcile.py")
    show(app, "by_hand")
    pick(app, "invoices", 0)
    chosen = app.session_state["hand_invoices"]
    app.text_input(key="hand_filter_invoices").set_value("borealis").run()
    table = next(t.value for t in app.dataframe if "number" in t.value)
    assert set(table["party"]) == {"Zenith Ltd", "Borealis"} or len(table) == 1
    assert app.session_state["hand_invoices"] == chosen
    app.text_input(key="hand_filter_lines").set_value("nothing like it").run()
    assert "None is open." in words_on(app)


def test_all_above_are_accepted_after_a_look_and_undone_as_one(open_page, engine, run):
    app = open_page("reconcile.py")
    button(app, "Accept all above …").click().run()
    said = words_on(app)
    assert "Look at these first" in said
    assert cards(app)["Together"] == "119.00 EUR"
    button(app, "Accept 1 match").click().run()
    assert not app.exception, app.exception
    stored = document(engine, run)
    assert stored.matched[0].decision == "confirmed"
    assert stored.audit_trail[-1].after == "confirmed: all from 95% on, 1 match, 119.00 EUR"
    button(app, "Undo").click().run()
    assert document(engine, run).matched[0].decision == "proposed"


def test_money_the_other_way_is_told_at_once(open_page, engine):
    made.add_invoices(engine.store, "u1", made.invoice("u1-1"))
    made.add_statement(
        engine.store, "b1", made.transaction("b1-1", amount=Decimal("50"), description="Refund")
    )
    engine.reconcile(["u1"], ["b1"])
    app = open_page("reconcile.py")
    show(app, "by_hand")
    pick(app, "lines", 0)
    pick(app, "invoices", 0)
    assert "paid by money that goes out" in words_on(app)
    assert button(app, "Match").disabled


def test_a_decision_asks_a_bounded_number_of_questions(open_page, engine, run, monkeypatch):
    app = open_page("reconcile.py")
    asked = []
    query = engine.store.analytics.query
    monkeypatch.setattr(
        engine.store.analytics,
        "query",
        lambda mart, **params: (asked.append(mart), query(mart, **params))[1],
    )
    app.run()
    assert asked == []
    button(app, "Accept").click().run()
    assert len(asked) <= 10, asked
    show(app, "by_hand")
    asked.clear()
    pick(app, "lines", 0)
    pick(app, "invoices", 0, 1)
    assert len(asked) <= 24, asked


def test_lists_are_taken_along_with_what_a_reader_needs(open_page, engine, run):
    from engine.exports import export
    from pages._parts.run_download import _matches, _open
    from pages._parts.run_view import load_run

    open_page("reconcile.py")
    view = load_run(run.reconciliation_id)
    content = export(_matches(view, view.row.document.matched), "csv").content.decode("utf-8-sig")
    assert "INV-u1-1" in content
    assert "memo names INV-u1-1" in content
    rows = list(_open(view).rows)
    assert [(row["what"], row["open"]) for row in rows] == [
        ("Invoice", Decimal("310.10")),
        ("Invoice", Decimal("77.77")),
        ("Bank line", Decimal("-390.00")),
    ]
