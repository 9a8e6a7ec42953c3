"""The statements of the screens, written out, give the same rows in the shut process."""

import datetime as dt
from decimal import Decimal

import pytest
from made_rows import (
    add_invoices,
    add_statement,
    invoice,
    match,
    reconciliation,
    transaction,
)

from engine.errors import InvalidInputError
from engine.records import Reason
from engine.store.sandbox.named import named_in
from engine.store.written_out import literal, written_out

RUN = {"reconciliation_id": "r1"}
PERIOD = {
    "from_date": dt.date(2020, 1, 1),
    "to_date": dt.date(2030, 1, 1),
    "vendor": "Müller's & Co.",
    "currency": "EUR",
}
ASKED = (
    ("match_overview", {**RUN, "search": "i'1", "limit": 5, "offset": 0}),
    ("match_overview", RUN),
    ("match_scores", RUN),
    ("threshold_counts", {**RUN, "threshold": 0.75}),
    ("run_records", {**RUN, "kind": "invoice", "search": None, "limit": 200}),
    ("pair_invoices", {"invoice_ids": ["u1-1", "u1-2"]}),
    ("pair_lines", {"transaction_ids": ["b1-1"]}),
    ("run_change_sums", {"before": "r1", "after": "r2"}),
    ("run_changes", {"before": "r1", "after": "r2", "limit": 50}),
    ("reading_quality", {}),
    ("match_quality", {}),
    ("open_amount_by_currency", {}),
    ("open_by_month", {}),
    ("open_invoices", {"limit": 20}),
    ("ageing", {"today": dt.date(2026, 3, 2)}),
    ("funnel", {}),
    ("spend_by_vendor_month", {}),
    ("spend_by_vendor_month", PERIOD),
    ("cash_by_month", {}),
    ("cash_lines", {}),
    ("spend_invoices", {}),
    ("dashboard_files", {"state": "read"}),
    ("corrections", {}),
    ("doubt_causes", {"limit": 8}),
    ("confidence_correctness", {}),
    ("reading_speed", {}),
    ("match_rate_by_run", {}),
    ("figures_by_reviewer", {}),
    ("figures_by_engine", {}),
)


def fill(store):
    named = invoice("u1-1", vendor_name="Müller's & Co.")
    add_invoices(store, "u1", named, invoice("u1-2", currency="USD", total_amount=Decimal("7.1")))
    add_statement(store, "b1", transaction("b1-1"), transaction("b1-2", description="Rent"))
    reasons = (Reason(name="amount", score=0.9, log_odds=3.0, evidence="119.00 EUR"),)
    store.reconciliations.insert(reconciliation("r1", matched=(match(reasons=reasons),)))
    moved = match("m1", transaction_ids=("b1-2",))
    store.reconciliations.insert(reconciliation("r2", matched=(moved,)))


@pytest.fixture
def filled(store):
    fill(store)
    return store


@pytest.mark.parametrize(("mart", "params"), ASKED)
def test_a_screen_and_the_sql_panel_say_the_same(filled, mart, params):
    taken = {name: value for name, value in params.items()}
    told = filled.analytics.query(mart, **taken)
    answer = filled.sandbox.ask(written_out(mart, taken), most_rows=1_000, seconds=60)
    assert [dict(zip(answer.columns, row, strict=True)) for row in answer.rows] == told


def test_what_a_question_does_not_name_is_not_copied():
    assert named_in("select * from invoices where 'x' = 'alive.stg_matches'") == ()
    assert named_in("select 1 -- live.stg_matches\n") == ()
    assert named_in("from LIVE.stg_runs join live.stg_edits") == ("live.stg_runs",)
    assert named_in("from live.run_differences('a', 'b')") == (
        "live.stg_matches",
        "live.run_differences",
    )


def test_tables_are_copied_anew_after_a_write(filled):
    count = "select count(*) from live.stg_invoices"
    asked = [filled.sandbox.ask(count, most_rows=1, seconds=60).rows for _ in range(2)]
    add_invoices(filled, "u2", invoice("u2-1"))
    asked.append(filled.sandbox.ask(count, most_rows=1, seconds=60).rows)
    assert asked == [((2,),), ((2,),), ((3,),)]


def test_the_stored_json_is_out_of_reach(filled):
    columns = filled.sandbox.ask(
        "select * from production_invoice_uploads", most_rows=1, seconds=60
    ).columns
    assert "ocr_engine" in columns
    assert "invoice_json" not in columns


def test_values_are_written_so_that_they_mean_the_same():
    assert literal("it's -- $x") == "'it''s -- $x'"
    assert literal([None, True, 2, Decimal("1.20")]) == "[null, true, 2, 1.20]"
    assert literal(dt.date(2026, 3, 2)) == "date '2026-03-02'"
    noon = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
    assert literal(noon) == "timestamptz '2026-03-02T12:00:00+00:00'"
    with pytest.raises(InvalidInputError, match="object"):
        literal(object())
    with pytest.raises(InvalidInputError, match="colour"):
        written_out("match_scores", {"colour": "red"})
    with pytest.raises(InvalidInputError, match="no question"):
        written_out("nothing", {})
