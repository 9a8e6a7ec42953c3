"""The Explorer: matches in full, any pair, thresholds, runs compared, and SQL."""

import re
from decimal import Decimal

import made_rows as made
import pytest
from made_screens import button, words_on

from engine.access import Permission
from engine.records import Reason
from engine.store.database import Statements
from pages._parts import sql_behind
from pages._parts.explorer.charts import chosen_threshold

REASONS = (
    Reason(name="amount", score=0.9, log_odds=3.0, evidence="119.00 EUR is billed and paid"),
    Reason(name="date", score=-0.2, log_odds=-0.5, evidence="paid late"),
)


def fill(engine):
    made.add_invoices(engine.store, "u1", made.invoice("u1-1"), made.invoice("u1-2"))
    made.add_statement(
        engine.store, "b1", made.transaction("b1-1"), made.transaction("b1-2", description="Rent")
    )
    matched = (made.match(reasons=REASONS),)
    engine.store.reconciliations.insert(made.reconciliation("r1", matched=matched, totals=(2, 2)))


def fill_second_run(engine):
    other = made.match("m2", invoice_ids=("u1-2",), transaction_ids=("b1-2",), confidence=0.8)
    moved = made.match("m1", transaction_ids=("b1-2",))
    engine.store.reconciliations.insert(
        made.reconciliation(
            "r2", matched=(moved,), partial=(other,), run_at=made.NOON.replace(day=3), totals=(2, 2)
        )
    )


def metrics(app):
    return {metric.label: metric.value for metric in app.metric}


def test_without_documents_it_says_what_to_do(open_page):
    assert "Nothing to explore yet" in words_on(open_page("explorer.py"))


def test_without_a_run_it_says_so_and_offers_sql(open_page, engine):
    made.add_invoices(engine.store, "u1")
    assert "There is no run yet" in words_on(open_page("explorer.py", section="Matches"))
    assert open_page("explorer.py").text_area[0].label == "SQL"


def test_a_match_is_shown_with_its_evidence(open_page, engine):
    fill(engine)
    app = open_page("explorer.py")
    said = words_on(app)
    assert "1 match, the least sure first" in said
    assert "119.00 EUR is billed and paid" in said
    assert "97% sure" in said
    fields = app.table[0].value
    assert list(fields.columns[1:]) == ["Invoice", "Bank line"]
    assert [said.endswith(("Same] Amount", "Same] Currency")) for said in fields[""][:2]]
    assert len(app.get("plotly_chart")) == 1


def test_rejected_matches_are_there(open_page, engine):
    fill(engine)
    row = engine.reconciliation("r1")
    engine.decide("r1", "m1", "rejected", row_version=row.row_version)
    app = open_page("explorer.py", section="Matches", decision="Rejected")
    assert "Rejected" in words_on(app)
    app = open_page("explorer.py", section="Matches", decision="Confirmed")
    assert "No match of this run fits" in words_on(app)


def test_any_pair_can_be_asked_about(open_page, engine):
    fill(engine)
    run = engine.reconcile(["u1"], ["b1"])
    app = open_page("explorer.py", section="Any pair", run=run.reconciliation_id)
    assert "Choose at least one invoice" in words_on(app)
    app.multiselect[0].select("u1-2")
    app.multiselect[1].select("b1-2").run()
    assert not app.exception
    match = next(one for one in run.document.matched if "u1-2" in one.invoice_ids)
    told = re.search(r"Matched: ([\d.]+) % sure", words_on(app))
    assert told
    assert float(told[1]) == pytest.approx(100 * match.confidence, abs=0.1)
    app.multiselect[0].set_value(["u1-1"]).run()
    assert not app.exception
    assert "Looked at, not chosen" in words_on(app)
    assert len(app.table) == 1


def test_a_search_keeps_what_was_chosen(open_page, engine):
    fill(engine)
    app = open_page("explorer.py", section="Any pair", run="r1")
    app.multiselect[0].select("u1-2").run()
    app.text_input[0].set_value("nothing like it").run()
    assert not app.exception
    assert app.multiselect[0].value == ["u1-2"]


def test_a_threshold_shows_what_it_would_do(open_page, engine):
    fill(engine)
    app = open_page("explorer.py", section="Threshold", run="r1")
    assert metrics(app)["Automatic"] == "1"
    app.slider[0].set_value(99).run()
    assert not app.exception
    assert (metrics(app)["Automatic"], metrics(app)["To look at"]) == ("0", "1")


@pytest.mark.parametrize(
    ("selection", "threshold"),
    [
        ({"points": [{"x": 0.42}, {"x": 0.42}]}, 42),
        ({"points": [{"x": 0.97}, {"x": 0.96}]}, 96),
        ({"points": [{"x": 1.01}]}, 100),
        ({"points": []}, None),
        ({}, None),
    ],
)
def test_a_place_in_the_chart_is_a_threshold(selection, threshold):
    assert chosen_threshold({"selection": selection}) == threshold


def test_the_statement_behind_a_table_opens_in_the_sql_panel(open_page, engine):
    fill(engine)
    app = open_page("explorer.py", section="Threshold", run="r1")
    app.session_state["threshold_sql_what"] = "Automatic, to look at, no match"
    button(app, "SQL").click().run()
    shown = app.code[0].value
    assert "confidence >= 0.75" in shown
    assert "reconciliation_id = 'r1'" in shown
    button(app, "Open in the SQL panel").click().run()
    assert not app.exception
    assert app.text_area[0].value == shown
    button(app, "Run").click().run()
    assert list(app.dataframe[0].value["class"]) == ["auto", "none"]


def test_every_table_of_the_explorer_shows_its_statement(open_page, engine):
    fill(engine)
    fill_second_run(engine)
    for section, said in (("Matches", "match_id"), ("Compare runs", "run_differences('r1', 'r2')")):
        app = open_page("explorer.py", section=section, run="r2", against="r1")
        button(app, "SQL").click().run()
        assert not app.exception
        assert said in app.code[0].value


def test_who_may_not_ask_in_sql_sees_no_statement(open_page, engine, monkeypatch):
    fill(engine)
    monkeypatch.setattr(sql_behind, "may", lambda permission: permission is not Permission.QUERY)
    app = open_page("explorer.py", section="Threshold", run="r1")
    assert "SQL" not in {found.label for found in app.button}


def test_precision_is_estimated_from_decisions(open_page, engine):
    fill(engine)
    row = engine.reconciliation("r1")
    engine.decide("r1", "m1", "confirmed", row_version=row.row_version)
    app = open_page("explorer.py", section="Threshold", run="r1")
    assert metrics(app)["Right, of those decided"] == "100.0%"
    assert "1 of 1, between 20.7% and 100.0%" in words_on(app)


def test_one_run_has_nothing_to_be_compared_with(open_page, engine):
    fill(engine)
    assert "only one run" in words_on(open_page("explorer.py", section="Compare runs", run="r1"))


def test_two_runs_are_compared(open_page, engine):
    fill(engine)
    fill_second_run(engine)
    app = open_page("explorer.py", section="Compare runs", run="r2", against="r1")
    found = metrics(app)
    assert (found["Gained"], found["Moved"], found["Lost"]) == ("1", "1", "0")
    assert "2 invoices differ" in words_on(app)
    app = open_page("explorer.py", section="Compare runs", run="r2", against="r1", change="Moved")
    assert list(app.dataframe[0].value["change"]) == [["Moved"]]
    app = open_page("explorer.py", section="Compare runs", run="r1", against="r2", change="Lost")
    assert "1 invoice differs" in words_on(app)


def test_a_query_is_answered_as_a_table_and_a_chart(open_page, engine):
    fill(engine)
    app = open_page("explorer.py", section="SQL")
    app.text_area[0].set_value("select invoice_id, total_amount from invoices order by 1").run()
    button(app, "Run").click().run()
    assert not app.exception
    assert list(app.dataframe[0].value["total_amount"]) == [Decimal("119.00")] * 2
    assert "2 rows" in words_on(app)
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("copy invoices to '/tmp/x'", "COPY is not allowed here"),
        ("select 1; select 2", "2 statements"),
        ("select * from nowhere", "nowhere"),
        ("from read_csv('/etc/passwd')", "disabled by configuration"),
    ],
)
def test_a_query_that_cannot_be_answered_says_why(open_page, engine, text, said):
    fill(engine)
    app = open_page("explorer.py", section="SQL")
    app.text_area[0].set_value(text).run()
    button(app, "Run").click().run()
    assert not app.exception
    assert said in words_on(app)


def test_a_query_without_rows_or_numbers_says_so(open_page, engine):
    fill(engine)
    app = open_page("explorer.py", section="SQL")
    app.text_area[0].set_value("select invoice_id from invoices where false").run()
    button(app, "Run").click().run()
    assert "No row fits" in words_on(app)
    app.text_area[0].set_value("select invoice_id from invoices").run()
    button(app, "Run").click().run()
    assert "A chart needs a column of numbers" in words_on(app)


def test_a_query_is_kept_opened_and_forgotten(open_page, engine):
    fill(engine)
    app = open_page("explorer.py", section="SQL")
    app.text_area[0].set_value("select 42 as answer").run()
    app.text_input(key="sql_name").set_value("The answer").run()
    button(app, "Keep").click().run()
    (kept,) = engine.saved_queries()
    assert (kept.name, kept.query_text) == ("The answer", "select 42 as answer")
    app.text_area[0].set_value("select 1").run()
    app.selectbox(key="sql_open").set_value(kept.query_id).run()
    assert app.text_area[0].value == "select 42 as answer"
    button(app, "Forget it").click().run()
    assert not app.exception
    assert engine.saved_queries() == ()


def test_the_schema_stands_beside_the_query(open_page, engine):
    fill(engine)
    app = open_page("explorer.py", section="SQL")
    assert {"invoices", "match_reasons"} <= {found.label for found in app.expander}
    assert "total_amount" in words_on(app)


def test_markup_in_words_is_no_markup(open_page, engine):
    evil = "<img src=x onerror=alert(1)> [a](javascript:alert(1))"
    made.add_invoices(engine.store, "u1", made.invoice("u1-1", vendor_name=evil))
    made.add_statement(engine.store, "b1", made.transaction("b1-1", description=evil))
    reasons = (Reason(name="name", score=0.9, log_odds=3.0, evidence=evil),)
    engine.store.reconciliations.insert(
        made.reconciliation("r1", matched=(made.match(reasons=reasons),))
    )
    app = open_page("explorer.py")
    shown = [str(element.value) for element in app.markdown]
    assert not any(re.search(r"(?<!\\)(\]\(|<img)", text) for text in shown)


def test_an_action_costs_a_bounded_number_of_statements(open_page, engine, monkeypatch):
    fill(engine)
    app = open_page("explorer.py", section="Matches", run="r1")
    ran, run = [], Statements._execute

    def noted(self, name, params=None):
        ran.append(name)
        return run(self, name, params)

    monkeypatch.setattr(Statements, "_execute", noted)
    most = {}
    for name, act in {
        "again": app.run,
        "search": lambda: app.text_input[0].set_value("acme").run(),
        "any pair": lambda: app.segmented_control(key="section").set_value("pair").run(),
        "threshold": lambda: app.segmented_control(key="section").set_value("threshold").run(),
        "moved": lambda: app.slider[0].set_value(90).run(),
        "compare": lambda: app.segmented_control(key="section").set_value("compare").run(),
    }.items():
        ran.clear()
        act()
        assert not app.exception, app.exception
        most[name] = len(ran)
    assert most["again"] <= 3, most
    assert max(most.values()) <= 8, most
