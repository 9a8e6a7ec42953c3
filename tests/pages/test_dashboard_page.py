from decimal import Decimal

import made_rows as made
from made_screens import words_on


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


def test_without_figures_it_says_where_they_come_from(open_page):
    app = open_page("dashboard.py")
    assert "No figures yet" in words_on(app)
    assert not app.metric


def test_figures_follow_the_matches(open_page, engine):
    fill(engine)
    before = metrics(open_page("dashboard.py"))
    assert before["Match rate"] == "0%"
    assert before["Open invoices"] == "2"
    engine.reconcile(["u1"], ["b1"])
    after = metrics(open_page("dashboard.py"))
    assert after["Match rate"] == "50%"
    assert after["Open invoices"] == "1"


def test_currencies_stand_apart(open_page, engine):
    fill(engine)
    said = words_on(open_page("dashboard.py"))
    assert "119.00 EUR to pay" in said
    assert "70,000 JPY to pay" in said
    assert "70,119" not in said


def test_a_link_restores_the_filters(open_page, engine):
    fill(engine)
    app = open_page("dashboard.py", currency="JPY")
    said = words_on(app)
    assert "70,000 JPY to pay" in said
    assert "119.00 EUR" not in said
    assert "Spend by vendor and month, JPY" in said


def test_every_chart_is_drawn_and_named(open_page, engine):
    fill(engine)
    made.add_invoices(engine.store, "u2", made.invoice("u2-1", total_amount=Decimal("7.00")))
    engine.reconcile(["u1", "u2"], ["b1"])
    app = open_page("dashboard.py")
    drawn = app.get("plotly_chart")
    assert len(drawn) == 6
