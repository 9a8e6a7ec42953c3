"""What the Explorer asks: scores, thresholds, two runs compared, the records of a run."""

from decimal import Decimal

import msgspec
from asked_marts import rows
from made_rows import (
    NOON,
    add_invoices,
    add_statement,
    invoice,
    match,
    reconciliation,
    transaction,
)

from engine.records import Reason, Unmatched


def fill(store):
    add_invoices(
        store,
        "u1",
        invoice("u1-1"),
        invoice("u1-2", currency="USD"),
        invoice("u1-3", total_amount=None),
        invoice("u1-4"),
    )
    lines = [transaction(f"b1-{n}") for n in range(1, 5)]
    add_statement(store, "b1", *lines)
    store.reconciliations.insert(
        reconciliation(
            "r1",
            matched=(
                match(
                    "m1", confidence=0.97, reasons=(Reason(name="amount", score=1, evidence="e"),)
                ),
                match(
                    "m2",
                    confidence=0.8,
                    currency="USD",
                    invoice_ids=("u1-2",),
                    transaction_ids=("b1-2",),
                ),
            ),
            partial=(
                match(
                    "m3",
                    confidence=0.9,
                    is_tied=True,
                    invoice_ids=("u1-3",),
                    transaction_ids=("b1-3",),
                ),
            ),
            unmatched=Unmatched(invoices=("u1-4",)),
            totals=(4, 4),
        )
    )


def fill_second(store):
    store.reconciliations.insert(
        reconciliation(
            "r2",
            matched=(
                match("m1", transaction_ids=("b1-4",)),
                match("m3", invoice_ids=("u1-3",), transaction_ids=("b1-3",)),
            ),
            partial=(match("m4", invoice_ids=("u1-4",), transaction_ids=("b1-1",)),),
            run_at=NOON.replace(day=3),
            totals=(4, 4),
        )
    )


def decide(store, match_id, decision):
    row = store.reconciliations.get("r1")
    document = msgspec.structs.replace(
        row.document,
        matched=tuple(
            msgspec.structs.replace(m, decision=decision) if m.match_id == match_id else m
            for m in row.document.matched
        ),
    )
    store.reconciliations.save_document("r1", document, row_version=row.row_version)


def test_every_step_of_confidence_is_there(store):
    fill(store)
    found = rows(store, "match_scores", "from_confidence", "proposed", reconciliation_id="r1")
    assert len(found) == 50
    assert [row for row in found if row[1]] == [(0.8, 1), (0.9, 1), (0.96, 1)]


def test_a_threshold_tells_what_would_be_automatic(store):
    fill(store)
    params = {"reconciliation_id": "r1", "threshold": 0.85}
    columns = ("class", "currency", "matches", "invoices", "amount")
    assert rows(store, "threshold_counts", *columns, **params) == [
        ("auto", "EUR", 1, 1, Decimal("119.00")),
        ("none", None, None, 1, None),
        ("suggest", "EUR", 1, 1, Decimal("119.00")),
        ("suggest", "USD", 1, 1, Decimal("119.00")),
    ]


def test_decisions_say_how_often_automatic_matches_are_right(store):
    fill(store)
    decide(store, "m1", "confirmed")
    decide(store, "m2", "rejected")
    params = {"reconciliation_id": "r1", "threshold": 0.75}
    columns = ("class", "currency", "matches", "confirmed", "rejected")
    assert rows(store, "threshold_counts", *columns, **params)[:2] == [
        ("auto", "EUR", 1, 1, 0),
        ("auto", "USD", 0, 0, 1),
    ]


def test_two_runs_differ_invoice_by_invoice(store):
    fill(store)
    fill_second(store)
    runs = {"before": "r1", "after": "r2"}
    found = dict(rows(store, "run_changes", "invoice_id", "change", **runs))
    assert found == {"u1-1": "moved", "u1-2": "lost", "u1-3": "surer", "u1-4": "gained"}
    (moved,) = store.analytics.query("run_changes", change="moved", **runs)
    assert (moved["lines_before"], moved["lines_after"]) == (["b1-1"], ["b1-4"])
    assert moved["line_before"].startswith("2026-02-10 · -119.00 · Acme Corp")
    sums = rows(store, "run_change_sums", "change", "currency", "invoices", "amount", **runs)
    assert sums == [
        ("gained", "EUR", 1, Decimal("119.00")),
        ("lost", "USD", 1, Decimal("119.00")),
        ("moved", "EUR", 1, Decimal("119.00")),
        ("surer", "EUR", 1, None),
    ]


def test_a_run_is_the_same_as_itself(store):
    fill(store)
    runs = {"before": "r1", "after": "r1"}
    assert rows(store, "run_changes", "change", **runs) == []
    assert {row[0] for row in rows(store, "run_change_sums", "change", **runs)} == {"same"}


def test_matches_are_listed_with_names_the_least_sure_first(store):
    fill(store)
    columns = ("match_id", "parties", "invoice_numbers", "total_rows")
    assert rows(store, "match_overview", *columns, reconciliation_id="r1") == [
        ("m2", "Acme Corp", "INV-u1-2", 3),
        ("m3", "Acme Corp", "INV-u1-3", 3),
        ("m1", "Acme Corp", "INV-u1-1", 3),
    ]
    found = rows(store, "match_overview", "match_id", reconciliation_id="r1", search="inv-u1-3")
    assert found == [("m3",)]


def test_records_of_a_run_can_be_found(store):
    fill(store)
    add_invoices(store, "u9", invoice("u9-1"))
    run = {"reconciliation_id": "r1", "limit": 2}
    found = rows(store, "run_records", "record_id", "total_rows", kind="invoice", **run)
    assert found == [("u1-1", 4), ("u1-2", 4)]
    found = rows(store, "run_records", "record_id", kind="invoice", search="u1-4", **run)
    assert found == [("u1-4",)]
    found = rows(store, "run_records", "record_id", kind="transaction", search="acme", **run)
    assert len(found) == 2


def test_pairs_are_had_by_their_ids(store):
    fill(store)
    assert rows(store, "pair_invoices", "invoice_id", invoice_ids=["u1-2"]) == [("u1-2",)]
    assert rows(store, "pair_lines", "transaction_id", transaction_ids=["b1-4"]) == [("b1-4",)]
