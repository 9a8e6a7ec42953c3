"""The in-memory tables follow the rows, batch by batch, whoever asks."""

import threading

import duckdb
import pytest
from made_rows import add_invoices, add_statement, invoice, new_upload

from engine.store import Store
from engine.store.database import Database
from engine.store.live_tables import LiveTables


def count(database, table):
    return database.cursor().execute(f"select count(*) from live.{table}").fetchone()[0]


def test_small_batches_load_everything(store, tmp_path):
    for number in range(5):
        add_invoices(store, f"u{number}", invoice(f"u{number}-1"), invoice(f"u{number}-2"))
        add_statement(store, f"b{number}")
    store.close()
    database = Database(tmp_path / "db" / "matchbook.duckdb")
    tables = LiveTables(database, batch_records=3)
    tables.refresh()
    assert count(database, "stg_invoices") == 10
    assert count(database, "stg_transactions") == 5
    assert count(database, "loaded_rows") == 10
    database.close()


def test_a_refresh_that_fails_leaves_the_next_one_a_clean_start(store, tmp_path):
    add_invoices(store, "u1")
    store.close()
    database = Database(tmp_path / "db" / "matchbook.duckdb")
    with pytest.raises(duckdb.ConversionException):
        LiveTables(database, batch_records="many").refresh()
    LiveTables(database).refresh()
    assert count(database, "stg_invoices") == 1
    database.close()


def test_only_what_was_written_is_unnested_again(store):
    add_invoices(store, "u1")
    add_invoices(store, "u2", invoice("u2-1"))
    store.analytics.query("kpis")
    store.invoices.set_status("u2", "confirmed")
    database = store.analytics._database
    with database.unlogged() as statements:
        statements.run("staging/refresh/clear_stale")
        statements.run("staging/refresh/find_stale", {"batch_records": 100})
        stale = database.cursor().execute("select row_key, row_version from live.stale_rows")
        assert stale.fetchall() == [("u2", 4)]


def test_nothing_derived_is_in_the_file(store, tmp_path):
    add_invoices(store, "u1")
    store.analytics.query("kpis")
    store.close()
    with duckdb.connect(tmp_path / "db" / "matchbook.duckdb") as connection:
        names = {row[0] for row in connection.execute("show tables").fetchall()}
    assert names == {
        "deleted_uploads",
        "access_events",
        "api_tokens",
        "attachments",
        "choices",
        "document_uploads",
        "document_words",
        "forgotten_corrections",
        "idempotency_keys",
        "forgotten_decisions",
        "period_events",
        "matching_rule_changes",
        "matching_rules",
        "newer_readings",
        "production_bank_uploads",
        "production_invoice_uploads",
        "production_reconciliation_matches",
        "saved_queries",
        "saved_views",
        "schema_migrations",
    }


def test_a_reopened_store_answers_the_same(store, tmp_path):
    add_invoices(store, "u1")
    before = store.analytics.query("invoices")
    store.close()
    again = Store(tmp_path / "db" / "matchbook.duckdb", tmp_path / "uploads")
    assert again.analytics.query("invoices") == before
    again.close()


def test_questions_and_writes_from_many_threads_agree(store):
    failures = []

    def write(part):
        for number in range(5):
            store.invoices.insert(new_upload(f"u{part}-{number}"))

    def ask():
        seen = 0
        for _ in range(10):
            uploads = store.analytics.query("kpis")[0]["uploads"]
            if uploads < seen:
                failures.append((seen, uploads))
            seen = uploads

    threads = [threading.Thread(target=write, args=(part,)) for part in range(4)]
    threads += [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert store.analytics.query("kpis")[0]["uploads"] == 20
