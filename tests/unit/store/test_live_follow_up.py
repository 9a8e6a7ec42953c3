"""What follows from all rows is worked out anew where a written row concerns it, and only there."""

import datetime as dt
import threading
from decimal import Decimal

import pytest
from made_rows import (
    add_invoices,
    add_statement,
    invoice,
    match,
    new_upload,
    reconciliation,
    statement_info,
    transaction,
)
from msgspec.structs import replace

from engine.store.database import Database
from engine.store.live_tables import LiveTables

FOLLOWING = (
    "referred_records",
    "match_claims",
    "match_standing",
    "copies",
    "invoice_payments",
    "transaction_states",
    "line_asides",
    "invoice_states",
)


@pytest.fixture
def books(store):
    """Two invoices, one of them paid by a run, and another file that no run knows."""
    add_invoices(store, "u1", invoice("u1-1"))
    add_invoices(store, "u2", invoice("u2-1", total_amount=Decimal("50.00")))
    add_statement(store, "b1", transaction("b1-1"))
    store.reconciliations.insert(reconciliation("r1", matched=(match("m1"),)))
    store.analytics.refresh()
    return store


def follow(store):
    """The tables after a refresh, and the same worked out from nothing."""
    tables = store.analytics._live
    tables.refresh()
    found = contents(store)
    tables._is_behind = tables._runs_are_behind = True
    tables._follow_up()
    return found, contents(store)


def contents(store):
    cursor = store.analytics._database.cursor()
    return {name: cursor.execute(f"from live.{name} order by all").fetchall() for name in FOLLOWING}


def correct(store, upload_id, **values):
    row = store.invoices.get(upload_id)
    records = (replace(row.document.invoices[0], **values),)
    document = replace(row.document, invoices=records)
    store.invoices.save_document(upload_id, document, row_version=row.row_version)


WRITES = {
    "a new file": lambda store: add_invoices(store, "u3"),
    "a new statement": lambda store: add_statement(store, "b2"),
    "an upload that waits": lambda store: store.invoices.insert(new_upload("u4")),
    "a number without a part in any match": lambda store: correct(
        store, "u1", purchase_order="PO-7"
    ),
    "an amount that a match settles": lambda store: correct(
        store, "u1", total_amount=Decimal("200.00"), amount_due=Decimal("200.00")
    ),
    "another currency": lambda store: correct(store, "u1", currency="USD"),
    "an amount that no run knows": lambda store: correct(
        store, "u2", total_amount=Decimal("51.00")
    ),
    "a holder whose name is on invoices": lambda store: add_statement(
        store, "b3", info=statement_info(account_name="ACME Corp.")
    ),
    "a vendor's name": lambda store: correct(store, "u2", vendor_name="Our Company Ltd"),
    "another run": lambda store: store.reconciliations.insert(
        reconciliation("r2", matched=(match("m2", invoice_ids=("u2-1",)),))
    ),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_tables_that_follow_are_those_worked_out_from_nothing(books, write):
    write(books)
    found, anew = follow(books)
    assert found == anew


def test_what_takes_several_batches_follows_as_from_nothing(books):
    books.analytics._live._batch_records = 5
    for number in range(4):
        add_invoices(books, f"v{number}", invoice(f"v{number}-1"))
    correct(books, "u2", invoice_date=dt.date(2026, 1, 1))
    found, anew = follow(books)
    assert len(found["invoice_states"]) == 6
    assert found == anew


def test_invoices_of_other_files_keep_their_states(books):
    correct(books, "u2", total_amount=Decimal("51.00"))
    cursor = books.analytics._database.cursor()
    cursor.execute("update live.invoice_states set decision = 'kept' where upload_id = 'u1'")
    books.analytics.refresh()
    cursor.execute("select upload_id, amount_open, decision from live.invoice_states order by all")
    assert cursor.fetchall() == [("u1", 0, "kept"), ("u2", Decimal("51.00"), None)]


def test_what_filters_look_for_follows_each_upload(books):
    correct(books, "u2", vendor_name="Birch Ltd")
    books.analytics.refresh()
    cursor = books.analytics._database.cursor()
    cursor.execute(
        "select upload_id, vendor_name from live.upload_scopes where vendor_name is not null "
        "order by all"
    )
    assert cursor.fetchall() == [("u1", "Acme Corp"), ("u2", "Birch Ltd")]


def test_a_file_that_no_run_knows_does_not_concern_runs(books):
    tables = books.analytics._live
    refilled = []
    tables._follow_up, follow_up = (
        lambda: refilled.append(tables._runs_are_behind) or follow_up(),
        tables._follow_up,
    )
    add_invoices(books, "u3")
    correct(books, "u1", purchase_order="PO-8")
    books.analytics.refresh()
    correct(books, "u1", amount_due=Decimal("1.00"))
    books.analytics.refresh()
    assert refilled == [False, True]


def test_a_follow_up_that_failed_is_made_up_for(books):
    tables = books.analytics._live

    def broken():
        raise OSError("no")

    correct(books, "u1", amount_due=Decimal("1.00"))
    tables._follow_up = broken
    with pytest.raises(OSError, match="no"):
        books.analytics.refresh()
    del tables._follow_up
    found, anew = follow(books)
    assert found == anew


def test_all_who_wait_for_a_refresh_share_the_next_one(store, tmp_path):
    store.close()
    database = Database(tmp_path / "db" / "matchbook.duckdb")
    waiting = threading.Semaphore(0)

    def wanted():
        waiting.release()
        return database.version

    tables = LiveTables(database, wanted=wanted)
    tables.refresh()
    waiting.acquire()
    refreshes = []
    follow_up = tables._follow_up
    tables._follow_up = lambda: refreshes.append(1) or follow_up()
    with database.write():
        pass
    threads = [threading.Thread(target=tables.refresh) for _ in range(8)]
    with tables._lock:
        for thread in threads:
            thread.start()
        for _ in threads:
            waiting.acquire()
    for thread in threads:
        thread.join()
    assert refreshes == [1]
    database.close()
