"""A batch unnests what was written, and asks nothing about kinds of which nothing was."""

import pytest
from made_rows import add_invoices, add_statement, invoice, reconciliation

from engine.store.database import Statements
from engine.store.unnesting import unnest_batch


@pytest.fixture
def database(store):
    """The database of a store with a row of each kind, all unnested."""
    add_invoices(store, "u1")
    add_statement(store, "b1")
    store.reconciliations.insert(reconciliation())
    store.analytics.refresh()
    return store.analytics._database


def unnested(database, batch_records=1000):
    """The batch, and the names of its statements."""
    names = []
    with database.unlogged():
        statements = Statements(database.cursor(), database.path, names.append)
        batch = unnest_batch(statements, batch_records)
    return batch, [name.rpartition("/")[2] for name in names]


def test_nothing_written_is_told_by_three_statements(database):
    batch, names = unnested(database)
    assert (batch.rows, batch.is_last) == (0, True)
    assert names == ["clear_stale", "find_stale", "count_stale"]


def test_a_statement_that_was_written_costs_no_question_about_invoices_and_runs(store, database):
    store.bank.set_status("b1", "confirmed")
    batch, names = unnested(database)
    assert (batch.rows, batch.is_last) == (1, True)
    assert "load_transactions" in names
    assert not [name for name in names if "invoice" in name or "run" in name or "match" in name]


def test_an_upload_that_was_moved_is_forgotten_by_both_kinds(store, database):
    add_invoices(store, "u2", invoice("u2-1"))
    store.analytics.refresh()
    store.move_upload("u2", "bank")
    batch, _ = unnested(database)
    assert batch.rows == 2
    found = database.cursor().execute(
        "select kind, status from live.stg_uploads where upload_id = 'u2'"
    )
    assert found.fetchall() == [("bank", "pending")]


def test_a_batch_that_may_have_left_rows_is_not_the_last(store, database):
    for number in range(4):
        add_invoices(store, f"v{number}")
    first, _ = unnested(database, batch_records=15)
    second, _ = unnested(database, batch_records=1000)
    assert (first.rows, first.is_last) == (2, False)
    assert (second.rows, second.is_last) == (2, True)
