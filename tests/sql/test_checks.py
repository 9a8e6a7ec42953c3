"""Each check finds what it is there for, in a file that somebody changed behind the app's back."""

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from made_rows import (
    NOON,
    add_invoices,
    add_statement,
    bank_document,
    invoice,
    invoice_document,
    match,
    reconciliation,
    statement_info,
    transaction,
)

from engine.store import Store
from engine.store.sql import SQL_DIR

CHECKS = sorted(path.stem for path in (SQL_DIR / "checks").glob("*.sql"))


@pytest.fixture
def folder(tmp_path):
    """An installation with one invoice, one statement and one run, all in order."""
    with_store(tmp_path, fill)
    return tmp_path


def with_store(folder: Path, act):
    store = Store(folder / "matchbook.duckdb", folder / "uploads", clock=lambda: NOON)
    try:
        return act(store)
    finally:
        store.close()


def fill(store):
    add_invoices(store, "u1")
    add_statement(store, "b1", status="confirmed")
    store.reconciliations.insert(reconciliation("r1"))


def failed_checks(store):
    return {result.name: list(result.rows) for result in store.analytics.checks() if result.rows}


def change_behind_its_back(folder, statement):
    with duckdb.connect(folder / "matchbook.duckdb") as connection:
        connection.execute(statement)


def test_rows_in_order_pass_every_check(folder):
    results = with_store(folder, lambda store: store.analytics.checks())
    assert [result.name for result in results] == CHECKS
    assert all(result.passed for result in results)
    assert all(result.description.endswith(".") for result in results)


UPLOAD = "update production_invoice_uploads set row_version = row_version + 1, "
STATEMENT = "update production_bank_uploads set row_version = row_version + 1, "


@pytest.mark.parametrize(
    ("statement", "check"),
    [
        (UPLOAD + "total_amount = 119.01", "invoice_summary_matches_json"),
        (UPLOAD + "total_amount = null", "invoice_summary_matches_json"),
        (UPLOAD + "total_invoices_found = 2", "invoice_summary_matches_json"),
        (UPLOAD + "date_range_end = '2027-01-01'", "invoice_summary_matches_json"),
        (UPLOAD + "status = 'lost'", "statuses_are_known"),
        (UPLOAD + "file_hash = 'other'", "uploads_have_a_document_row"),
        (UPLOAD + "file_hash = 'hash of b1'", "files_are_uploaded_once"),
        (STATEMENT + "total_debits = 119.01", "bank_summary_matches_json"),
        (STATEMENT + "total_transactions_found = 7", "bank_summary_matches_json"),
        (STATEMENT + "closing_balance = 880.99", "statement_arithmetic"),
        ("delete from document_uploads where id = 'b1'", "uploads_have_a_document_row"),
        (
            "update production_reconciliation_matches set total_matches_found = 2",
            "reconciliation_summary_matches_json",
        ),
    ],
)
def test_a_check_finds_the_row(folder, statement, check):
    change_behind_its_back(folder, statement)
    found = with_store(folder, failed_checks)
    assert len(found[check]) == 1


def test_two_invoices_with_one_id_are_found(folder):
    def add(store):
        add_invoices(store, "u2", invoice("u1-1"))
        return failed_checks(store)

    found = with_store(folder, add)
    assert found["invoice_ids_are_unique"] == [{"invoice_id": "u1-1", "invoices": 2}]


def test_two_transactions_with_one_id_are_found(folder):
    def add(store):
        add_statement(store, "b2", transaction("b1-1"))
        return failed_checks(store)

    assert len(with_store(folder, add)["transaction_ids_are_unique"]) == 1


def test_a_match_that_lost_its_invoice_is_found(folder):
    def reread(store):
        confirmed = match("m2", decision="confirmed", decided_by="anna", decided_at=NOON)
        store.reconciliations.insert(reconciliation("r2", matched=(confirmed,)))
        document = invoice_document("u1", invoice("u1-7"))
        store.invoices.save_document("u1", document, row_version=3)
        return failed_checks(store)

    (row,) = with_store(folder, reread)["confirmed_matches_refer_to_known_records"]
    assert (row["match_id"], row["kind"], row["record_id"]) == ("m2", "invoice", "u1-1")


def test_a_match_with_an_upload_that_was_rejected_later_is_no_fault(folder):
    def reject(store):
        store.invoices.set_status("u1", "rejected", error_message="not ours")
        return failed_checks(store)

    assert with_store(folder, reject) == {}


def test_money_that_pays_twice_is_found(folder):
    def confirm_twice(store):
        for number in ("r2", "r3"):
            confirmed = match(decision="confirmed", decided_by="anna", decided_at=NOON)
            store.reconciliations.insert(reconciliation(number, matched=(confirmed,)))
        return failed_checks(store)

    found = with_store(folder, confirm_twice)
    assert found["transactions_are_used_once"] == [{"transaction_id": "b1-1", "matches": 2}]


def test_mixed_currencies_and_unknown_amounts_are_no_fault(folder):
    def add(store):
        add_invoices(store, "u2", invoice("u2-1"), invoice("u2-2", currency="USD"))
        add_invoices(store, "u3", invoice("u3-1", total_amount=None))
        add_invoices(store, "u4", invoice("u4-1", currency=None))
        add_invoices(store, "u5", invoice("u5-1", total_amount=Decimal("1.234"), currency="KWD"))
        info = statement_info(opening_balance=None)
        add_statement(store, "b2", transaction("b2-1", amount=None), info=info, status="confirmed")
        return failed_checks(store)

    assert with_store(folder, add) == {}


def test_an_upload_without_invoices_is_no_fault(folder):
    def add(store):
        add_invoices(store, "u2")
        empty = invoice_document("u2")
        nothing = type(empty)(
            upload_id="u2",
            file_info=empty.file_info,
            processing_info=empty.processing_info,
            extraction_summary=type(empty.extraction_summary)(
                total_invoices_found=0,
                total_invoices_processed=0,
                total_amount=None,
                currency_summary={},
                vendor_summary={},
                date_range_start=None,
                date_range_end=None,
            ),
            invoices=(),
        )
        store.invoices.save_document("u2", nothing, row_version=3)
        return failed_checks(store)

    assert with_store(folder, add) == {}


def test_only_confirmed_statements_have_to_add_up(folder):
    def add(store):
        wrong = bank_document("b2", transaction("b2-1", amount=Decimal("1.00")))
        add_statement(store, "b2", *wrong.transactions)
        return failed_checks(store)

    assert with_store(folder, add) == {}
