"""The dashboard: figures, filters that links restore, and the rows behind each figure."""

from decimal import Decimal

import made_rows as made
import pytest
import streamlit as st
from made_screens import button, words_on

from engine.reports import BOARD_STATEMENTS, BoardFilters, make_board
from engine.reports.board import QUESTIONS
from engine.store.database import Statements


def fill(engine):
    made.add_invoices(
        engine.store,
        "u1",
        made.invoice("u1-1"),
        made.invoice("u1-2", total_amount=Decimal("70000"), currency="JPY"),
    )
    made.add_statement(engine.store, "b1")


def metrics(app):
    return {metric.label: metric.value for metric in app.metric}


@pytest.fixture
def asked(monkeypatch):
    """The names of all statements since it was cleared."""
    names = []
    run = Statements._execute

    def noted(self, name, params=None):
        names.append(name)
        return run(self, name, params)

    monkeypatch.setattr(Statements, "_execute", noted)
    return names


def test_without_figures_it_says_where_they_come_from(open_page):
    app = open_page("dashboard.py")
    assert "No figures yet" in words_on(app)
    assert not app.metric


def test_an_upload_that_is_not_read_yet_has_a_board_without_figures(open_page, engine):
    engine.store.invoices.insert(made.new_upload("u1"))
    app = open_page("dashboard.py")
    assert metrics(app)["Match rate"] == "–"
    assert "Nothing to show for these filters" in words_on(app)


def test_figures_follow_the_matches(open_page, engine):
    fill(engine)
    before = metrics(open_page("dashboard.py"))
    assert before["Match rate"] == "0%"
    assert before["Open amount"] == "In 2 currencies"
    engine.reconcile(["u1"], ["b1"])
    after = metrics(open_page("dashboard.py"))
    assert after["Match rate"] == "50%"
    assert after["Open amount"].replace("\u00a0", " ") == "70,000 JPY"


def test_a_chart_says_its_statement_with_the_filters(open_page, engine):
    fill(engine)
    app = open_page("dashboard.py", currency="JPY")
    app.session_state["board_sql_what"] = "Open by age"
    button(app, "SQL").click().run()
    assert not app.exception
    assert app.selectbox(key="board_sql_what").options == list(BOARD_STATEMENTS)
    assert "currency = 'JPY'" in app.code[0].value


def test_nothing_that_a_board_asks_is_hidden(engine):
    asked_marts = set()

    def ask(mart, **params):
        asked_marts.add(mart)
        return engine.store.analytics.query(mart, **params)

    filters = BoardFilters(today=made.NOON.date())
    make_board(ask, filters, made.NOON)
    assert {drill.mart for drill in BOARD_STATEMENTS.values()} == asked_marts
    for drill in BOARD_STATEMENTS.values():
        engine.ask(engine.statement_of_rows(drill, filters))


def test_the_rows_behind_a_figure_say_their_statement(open_page, engine):
    fill(engine)
    app = open_page("dashboard.py")
    app.button(key="rows_open_amount").click().run()
    assert not app.exception
    assert "limit 1000" in app.code[0].value.replace("\n", " ")


def test_currencies_stand_apart(open_page, engine):
    fill(engine)
    said = words_on(open_page("dashboard.py"))
    assert "119.00 EUR to pay" in said
    assert "70,000 JPY to pay" in said
    assert "70,119" not in said


def test_a_link_restores_the_filters(open_page, engine):
    fill(engine)
    app = open_page("dashboard.py", currency="JPY", vendor="Acme Corp", period="Last 12 months")
    said = words_on(app)
    assert metrics(app)["Open amount"].replace("\u00a0", " ") == "70,000 JPY"
    assert "Currency: JPY" in said
    assert "Vendor: Acme Corp" in said
    assert "119.00 EUR" not in said
    assert "Spend by vendor and month, JPY" in said


def test_days_of_ones_own_can_be_chosen(open_page, engine):
    fill(engine)
    app = open_page("dashboard.py")
    app.selectbox(key="period").set_value("From … to …").run()
    app.date_input(key="from").set_value(made.NOON.date()).run()
    assert not app.exception
    assert "Period: since 2 Mar 2026" in words_on(app)
    assert metrics(app)["Match rate"] == "–"


def test_every_chart_is_drawn_and_named(open_page, engine):
    fill(engine)
    made.add_invoices(
        engine.store, "u2", made.invoice("u2-1", total_amount=Decimal("7.00")), status="confirmed"
    )
    engine.reconcile(["u1", "u2"], ["b1"])
    app = open_page("dashboard.py")
    assert len(app.get("plotly_chart")) == 7


def test_every_figure_has_its_definition(open_page, engine):
    fill(engine)
    for metric in open_page("dashboard.py").metric:
        assert len(metric.help) > 40


@pytest.mark.parametrize(
    ("key", "rows"),
    [
        ("rows_match_rate", 2),
        ("rows_open_amount", 2),
        ("rows_oldest_open", 2),
        ("rows_speed", 2),
    ],
)
def test_every_figure_opens_its_rows(open_page, engine, key, rows):
    fill(engine)
    app = open_page("dashboard.py")
    app.button(key=key).click().run()
    assert not app.exception
    assert f"{rows} rows. Choose one to open it." in words_on(app)


@pytest.mark.parametrize(
    "key", ["rows_straight_through", "rows_time_to_confirm", "rows_corrections"]
)
def test_a_figure_without_rows_says_so(open_page, engine, key):
    fill(engine)
    app = open_page("dashboard.py")
    app.button(key=key).click().run()
    assert not app.exception
    assert "There are no such rows" in words_on(app)


def test_a_cell_of_the_ageing_table_opens_its_invoices(open_page, engine):
    fill(engine)
    app = open_page("dashboard.py", currency="EUR")
    app.session_state["ageing_EUR"] = {
        "selection": {"rows": [], "columns": [], "cells": [(1, "We pay")]}
    }
    app.run()
    assert not app.exception


def test_a_rerun_that_changes_nothing_asks_nothing(open_page, engine, asked):
    fill(engine)
    app = open_page("dashboard.py")
    asked.clear()
    app.run()
    assert not [name for name in asked if name.startswith("marts/")]


def test_a_filter_asks_a_bounded_number_of_statements(open_page, engine, asked):
    fill(engine)
    app = open_page("dashboard.py")
    st.cache_data.clear()
    asked.clear()
    app.selectbox(key="period").set_value("Last 90 days").run()
    assert 10 < len(asked) <= QUESTIONS + 4


def test_strange_names_are_no_markup(open_page, engine):
    evil = "<img src=x onerror=alert(1)> [a](javascript:alert(1))"
    made.add_invoices(engine.store, "u1", made.invoice("u1-1", vendor_name=evil))
    app = open_page("dashboard.py", vendor=evil)
    assert not app.exception
    assert button(app, "Rows")


def test_targets_are_kept_and_shown_by_word_on_the_cards(open_page, engine):
    fill(engine)
    app = open_page("dashboard.py")
    app.number_input(key="target_match_rate").set_value(90.0)
    app.number_input(key="target_corrections").set_value(5.0)
    button(app, "Keep").click().run()
    assert not app.exception, app.exception
    assert engine.targets() == {"match_rate": 90.0, "corrections": 5.0}
    said = words_on(app)
    assert "short of the target of 90%" in said
    assert "Target 5 met" in said
    app.number_input(key="target_match_rate").set_value(None)
    button(app, "Keep").click().run()
    assert engine.targets() == {"corrections": 5.0}
