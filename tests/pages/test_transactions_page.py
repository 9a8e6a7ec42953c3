"""The register: every line with where it stands, filters, order, pages, the drawer, downloads."""

import datetime as dt
from decimal import Decimal

import made_rows as made
import pytest
from made_screens import button, words_on

from engine.records import SetAside, Unmatched


def line(key, amount, day, **more):
    return made.transaction(
        key, amount=Decimal(amount), date=dt.date(2026, 2, day), **{"provenance": {}} | more
    )


@pytest.fixture
def filled(engine):
    """A matched line, an open one, and a transfer that was set aside."""
    made.add_invoices(engine.store, "u1", made.invoice("u1-1"))
    made.add_statement(
        engine.store,
        "b1",
        line(
            "b1-1",
            "-119.00",
            3,
            balance=Decimal("881.00"),
            provenance={"amount": made.read_from_page("-119.00")},
        ),
        line("b1-2", "33.30", 4, description="CARD TERMINAL 0412", counterparty="Terminal"),
        line("b1-3", "-500.00", 5, description="To savings", type="transfer"),
        line("b1-4", "1.00", 6, balance=Decimal("415.30"), type="interest", description="Int"),
    )
    aside = SetAside(
        kind="own_transfer", transaction_ids=("b1-3",), confidence=0.9, evidence="own accounts"
    )
    unmatched = Unmatched(bank_transactions=("b1-2", "b1-3", "b1-4"), set_aside=(aside,))
    engine.store.reconciliations.insert(made.reconciliation(unmatched=unmatched, totals=(1, 4)))
    return engine


def table(app):
    [found] = [t.value for t in app.dataframe if "balance" in t.value]
    return found


def test_without_statements_it_says_where_to_begin(open_page, engine):
    assert "No bank lines yet" in words_on(open_page("transactions.py"))


def test_every_line_says_where_it_stands_and_its_proven_balance(open_page, filled):
    app = open_page("transactions.py")
    rows = table(app)
    assert list(rows["description"]) == [
        "Int",
        "To savings",
        "CARD TERMINAL 0412",
        "Acme Corp INV-u1-1",
    ]
    assert list(rows["state"]) == [["Open"], ["Own transfer"], ["Open"], ["Matched"]]
    assert list(rows["balance"]) == [Decimal(n) for n in ("415.30", "414.30", "914.30", "881.00")]
    said = words_on(app)
    assert "4 lines · 34.30 EUR in · 619.00 EUR out" in said


def test_a_balance_that_nothing_proves_is_not_made_up(open_page, engine):
    made.add_statement(
        engine.store,
        "b1",
        line("b1-1", "-10.00", 3, balance=Decimal("90.00")),
        line("b1-2", "-10.00", 4),
        line("b1-3", "-10.00", 5, balance=Decimal("75.00")),
    )
    assert list(table(open_page("transactions.py"))["balance"].isna()) == [False, True, False]


def test_filters_choose_and_the_sums_follow(open_page, filled):
    app = open_page("transactions.py")
    app.text_input(key="words").set_value("terminal").run()
    assert list(table(app)["counterparty"]) == ["Terminal"]
    assert "1 line · 33.30 EUR in" in words_on(app)
    app.text_input(key="words").set_value("").run()
    app.number_input(key="least").set_value(100.0).run()
    assert len(table(app)) == 2
    app.segmented_control(key="way").set_value("In").run()
    assert "No line fits these filters" in words_on(app)
    button(app, "Show all").click().run()
    assert len(table(app)) == 4
    app.multiselect(key="type").set_value(["Interest"]).run()
    assert list(table(app)["type"]) == ["Interest"]


def test_states_are_chosen_by_pills_with_counts(open_page, filled):
    app = open_page("transactions.py")
    [pills] = [p for p in app.pills if p.key == "register_states"]
    assert [option.rpartition(" ")[2] for option in pills.options] == ["1", "2", "1"]
    pills.set_value(["open"]).run()
    assert len(table(app)) == 2
    assert app.query_params["state"] == "open"


def test_an_address_restores_what_was_shown(open_page, filled):
    app = open_page("transactions.py", words="savings", state="set_aside")
    assert list(table(app)["description"]) == ["To savings"]


def test_the_order_is_chosen(open_page, filled):
    app = open_page("transactions.py")
    app.selectbox(key="sort").set_value("Largest amount").run()
    assert list(table(app)["amount"]) == [Decimal(n) for n in ("33.30", "1.00", "-119", "-500")]


def test_a_line_opens_with_its_words_its_match_and_its_page(open_page, filled):
    app = open_page("transactions.py")
    key = app.session_state["register_table"]
    app.session_state[key] = {"selection": {"rows": [3], "columns": [], "cells": []}}
    app.run()
    assert not app.exception, app.exception
    said = words_on(app)
    assert "Acme Corp INV-u1-1" in said
    assert "Pays 1 invoice" in said
    assert "b1.pdf, page 1" in said
    assert "Balance after it: 881.00 EUR, as printed" in said


def test_a_rule_begins_with_the_steady_words_of_a_line(open_page, filled):
    app = open_page("transactions.py")
    key = app.session_state["register_table"]
    app.session_state[key] = {"selection": {"rows": [2], "columns": [], "cells": []}}
    app.run()
    button(app, "Make a rule of it").click().run()
    app.switch_page("reconcile.py").run()
    assert not app.exception, app.exception
    typed = [found.value for found in app.text_input if "memo_contains" in str(found.key)]
    assert typed == ["CARD TERMINAL"]


def test_a_line_is_ignored_with_a_reason_and_heeded_again(open_page, filled):
    app = open_page("transactions.py")
    key = app.session_state["register_table"]
    app.session_state[key] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    app.run()
    app.text_input(key="line_ignore_reason").set_value("interest, booked elsewhere")
    button(app, "Ignore").click().run()
    assert not app.exception, app.exception
    [(line_id, choice)] = filled.ignored_lines().items()
    assert (line_id, choice.value) == ("b1-4", "interest, booked elsewhere")
    app = open_page("transactions.py")
    assert ["Ignored"] in list(table(app)["state"])
    app.session_state[app.session_state["register_table"]] = {
        "selection": {"rows": [0], "columns": [], "cells": []}
    }
    app.run()
    assert "interest, booked elsewhere" in words_on(app)
    button(app, "Heed it again").click().run()
    assert not filled.ignored_lines()


def test_pages_hold_a_hundred_lines_and_few_questions_are_asked(open_page, engine, monkeypatch):
    lines = [line(f"b1-{n}", f"-{n + 1}.00", 1 + n % 28) for n in range(250)]
    made.add_statement(engine.store, "b1", *lines)
    app = open_page("transactions.py")
    assert len(table(app)) == 100
    asked = []
    query = engine.store.analytics.query
    monkeypatch.setattr(
        engine.store.analytics,
        "query",
        lambda mart, **params: (asked.append(mart), query(mart, **params))[1],
    )
    app.run()
    assert asked == []
    app.text_input(key="words").set_value("acme").run()
    assert asked == ["register_sums", "register"]


def test_all_lines_of_a_filter_are_taken_along(filled):
    from engine.exports import export
    from pages._parts.register.filters import LineFilter
    from pages._parts.register.rows import all_lines

    nothing = dict.fromkeys(
        ("search", "accounts", "types", "way", "from_date", "to_date", "least", "most", "party"),
    )
    asked = LineFilter(**nothing, upload_id=None, sort="Oldest first")
    content = export(all_lines(filled, asked, None), "csv").content.decode("utf-8-sig")
    assert content.count("\n") >= 4
    assert "Own" not in content.splitlines()[0]
    assert "CARD TERMINAL 0412" in content
