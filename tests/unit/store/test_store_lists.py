"""Rows found, listed, moved to the other table and removed."""

from decimal import Decimal

import pytest
from made_rows import (
    NOON,
    add_invoices,
    add_statement,
    invoice,
    invoice_document,
    new_upload,
    reconciliation,
)

from engine.errors import (
    DuplicateUploadError,
    InvalidInputError,
    NotFoundError,
    UploadInUseError,
)
from engine.store import ListQuery


def test_pending_lists_what_is_still_to_be_read_oldest_first(store, clock):
    for upload_id in ("u1", "u2", "u3"):
        store.invoices.insert(new_upload(upload_id))
        clock.pass_seconds(1)
    store.invoices.set_status("u1", "processing")
    store.invoices.set_status("u2", "failed")
    assert store.invoices.pending() == ["u1", "u3"]


def test_the_same_bytes_are_refused_whatever_the_kind(store):
    store.invoices.insert(new_upload("u1", file_hash="same", file_name="first.pdf"))
    with pytest.raises(DuplicateUploadError, match=r"2026-03-02 as “first\.pdf”") as error:
        store.bank.insert(new_upload("b1", kind="bank", file_hash="same"))
    assert error.value.upload_id == "u1"
    assert store.counts()["bank_uploads"] == 0
    kind, upload_id, file_name, at, _ = store.find_by_hash("same")
    assert (kind, upload_id, file_name, at) == ("invoice", "u1", "first.pdf", NOON)
    assert store.find_by_hash("other") is None


def test_find_tells_the_kind(store):
    store.bank.insert(new_upload("b1", kind="bank"))
    assert store.find("b1") == "bank"
    with pytest.raises(NotFoundError):
        store.find("nothing")


@pytest.mark.parametrize(
    "act",
    [
        lambda table: table.get("x"),
        lambda table: table.delete("x"),
        lambda table: table.set_status("x", "pending"),
        lambda table: table.save_document("x", invoice_document("x"), row_version=1),
    ],
    ids=["get", "delete", "set_status", "save_document"],
)
def test_a_missing_upload_is_told(store, act):
    with pytest.raises(NotFoundError, match="“x”"):
        act(store.invoices)


def test_delete_removes_row_and_document_row(store):
    add_invoices(store, "u1")
    store.invoices.delete("u1")
    assert store.counts() == {"invoice_uploads": 0, "bank_uploads": 0, "reconciliations": 0}
    assert store.documents.list() == ()
    store.invoices.insert(new_upload("u1"))


def test_an_upload_that_a_run_draws_on_stays(store):
    add_invoices(store, "u1")
    add_invoices(store, "u2", invoice("u2-1"))
    add_statement(store, "b1")
    sources = (("u1", "invoice"), ("u2", "invoice"), ("b1", "bank"))
    store.reconciliations.insert(reconciliation("r1", sources=sources))
    for upload_id in ("u1", "u2"):
        with pytest.raises(UploadInUseError, match="a reconciliation uses it"):
            store.invoices.delete(upload_id)
    with pytest.raises(UploadInUseError):
        store.move_upload("b1", "invoice")
    assert store.find("b1") == "bank"


def test_a_row_that_a_run_refers_to_can_still_be_updated(store):
    add_invoices(store, "u1")
    add_statement(store, "b1")
    store.reconciliations.insert(reconciliation("r1"))
    document = invoice_document("u1", invoice("u1-1", vendor_name="Changed"))
    store.invoices.save_document("u1", document, row_version=3)
    store.invoices.set_status("u1", "confirmed")
    row = store.invoices.get("u1")
    assert (row.row_version, row.vendor_summary) == (5, {"Changed": 1})


def test_an_upload_can_become_the_other_kind(store, clock):
    add_invoices(store, "u1")
    clock.pass_seconds(60)
    store.move_upload("u1", "bank")
    row = store.bank.get("u1")
    assert (row.status, row.document, row.row_version) == ("pending", None, 1)
    assert row.upload_timestamp == NOON
    assert store.documents.get("u1").doc_type == "Bank Statement"
    with pytest.raises(NotFoundError):
        store.invoices.get("u1")
    store.move_upload("u1", "invoice")
    assert store.find("u1") == "invoice"


def test_moving_to_an_unknown_kind_or_to_its_own_is_refused(store):
    store.invoices.insert(new_upload("u1"))
    with pytest.raises(InvalidInputError):
        store.move_upload("u1", "receipt")
    with pytest.raises(NotFoundError):
        store.move_upload("u1", "invoice")


def test_lists_search_sort_and_count(store, clock):
    for number, vendor in enumerate(["Beta", "Alpha", "Gamma"], 1):
        add_invoices(store, f"u{number}", invoice(f"u{number}-1", vendor_name=vendor))
        clock.pass_seconds(1)
    store.invoices.insert(new_upload("waiting"))
    page = store.invoices.list(ListQuery(per_page=2))
    assert ([line.upload_id for line in page.rows], page.total) == (["waiting", "u3"], 4)
    page = store.invoices.list(ListQuery(per_page=2, page=2))
    assert [line.upload_id for line in page.rows] == ["u2", "u1"]
    page = store.invoices.list(ListQuery(sort_by="party", sort_order="asc"))
    assert [line.party for line in page.rows] == ["Alpha", "Beta", "Gamma", None]
    assert store.invoices.list(ListQuery(search="ALPH")).rows[0].upload_id == "u2"
    assert store.invoices.list(ListQuery(search="waiting")).total == 1
    assert store.invoices.list(ListQuery(status="completed")).total == 3
    assert store.invoices.list(ListQuery(page=9)).rows == ()


def test_a_line_shows_amount_and_currency_of_one_currency_only(store):
    add_invoices(store, "u1", invoice("u1-1"), invoice("u1-2"))
    add_invoices(store, "u2", invoice("u2-1"), invoice("u2-2", currency="USD", vendor_name="B"))
    add_statement(store, "b1")
    one, two = store.invoices.list(ListQuery(sort_by="file_name", sort_order="asc")).rows
    assert (one.amount, one.currency, one.party_count) == (Decimal("238.00"), "EUR", 1)
    assert (two.amount, two.currency, two.party_count) == (None, None, 2)
    bank = store.bank.list(ListQuery(search="example")).rows[0]
    assert (bank.amount, bank.currency, bank.party) == (Decimal("881.00"), "EUR", "Example Bank")
    assert (bank.records_found, bank.kind) == (1, "bank")


@pytest.mark.parametrize(
    "query",
    [
        ListQuery(sort_by="file_name; drop table document_uploads"),
        ListQuery(sort_order="sideways"),
        ListQuery(page=0),
        ListQuery(per_page=0),
        ListQuery(per_page=100_000),
    ],
    ids=["column", "order", "page", "none", "too many"],
)
def test_a_list_query_that_makes_no_sense_is_refused(store, query):
    with pytest.raises(InvalidInputError):
        store.invoices.list(query)
