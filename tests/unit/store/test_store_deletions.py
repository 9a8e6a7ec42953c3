"""The bin: what is in it is nowhere else, what rows refer to never gets in, and all comes back."""

import pytest
from made_rows import add_invoices, add_statement, new_upload, reconciliation

from engine.errors import (
    DuplicateUploadError,
    NotFoundError,
    UploadDeletedError,
    UploadInUseError,
    WrongStateError,
)
from engine.store import ListQuery

OPEN = ("completed", "partial")


@pytest.fixture
def filled(store):
    add_invoices(store, "u1")
    add_statement(store, "b1")
    return store


def bin_it(store, upload_id="u1"):
    store.invoices.set_aside(upload_id, expected=OPEN, by="anna")


def everywhere(store):
    """In how many rows of each list the upload is."""
    asked = store.analytics.query
    return {
        "lists": store.invoices.list(ListQuery()).total,
        "documents": sum(row["kind"] == "invoice" for row in asked("documents")),
        "invoices": len(asked("invoices")),
        "filed": len(asked("filed_invoices")),
        "latest": sum(line.kind == "invoice" for line in store.latest(10).rows),
        "to review": store.to_review().count("u1"),
        "counts": store.counts()["invoice_uploads"],
    }


def test_what_is_deleted_is_in_no_list(filled):
    assert set(everywhere(filled).values()) == {1}
    bin_it(filled)
    assert everywhere(filled) == dict.fromkeys(everywhere(filled), 0)
    with pytest.raises(NotFoundError):
        filled.invoices.get("u1")
    with pytest.raises(UploadDeletedError, match=r"“u1.pdf” was deleted on .* by anna"):
        filled.find("u1")


def test_the_bin_says_what_is_in_it(filled):
    bin_it(filled)
    page = filled.deletions.list()
    assert page.total == 1
    (row,) = page.rows
    assert (row.kind, row.file_name, row.party, row.deleted_by) == (
        "invoice",
        "u1.pdf",
        "Acme Corp",
        "anna",
    )


def test_what_is_restored_is_as_it_was(filled):
    before = filled.invoices.get("u1")
    bin_it(filled)
    filled.analytics.query("documents")
    filled.deletions.restore("u1")
    assert filled.invoices.get("u1") == before
    assert set(everywhere(filled).values()) == {1}
    with pytest.raises(NotFoundError):
        filled.deletions.restore("u1")


def test_what_a_run_draws_on_is_not_deleted(filled):
    filled.reconciliations.insert(reconciliation("r1"))
    with pytest.raises(UploadInUseError):
        bin_it(filled)
    assert filled.deletions.list().total == 0


def test_no_run_draws_on_what_was_deleted_meanwhile(filled):
    bin_it(filled)
    with pytest.raises(NotFoundError):
        filled.reconciliations.insert(reconciliation("r1"))


def test_a_status_that_forbids_it_keeps_an_upload(filled):
    filled.invoices.set_status("u1", "confirmed")
    with pytest.raises(WrongStateError):
        bin_it(filled)


def test_the_same_bytes_say_that_the_earlier_ones_are_in_the_bin(filled):
    bin_it(filled)
    with pytest.raises(DuplicateUploadError, match="and deleted on") as caught:
        filled.invoices.insert(new_upload("u9", file_hash="hash of u1"))
    assert caught.value.upload_id == "u1"
    assert caught.value.is_deleted


def test_removing_for_good_empties_the_bin(filled):
    filled.words.put("u1", {1: "Acme"})
    bin_it(filled)
    filled.invoices.delete("u1")
    assert filled.deletions.list().total == 0
    with pytest.raises(NotFoundError, match="no upload"):
        filled.find("u1")
    filled.invoices.insert(new_upload("u1"))


def test_what_is_deleted_does_not_wait_to_be_read(store):
    store.invoices.insert(new_upload("u1"))
    store.invoices.set_aside("u1", expected=("pending",), by="anna")
    assert list(store.invoices.pending()) == []
