"""Corrections are found in the rows of invoices; what is forgotten has a table of its own."""

import datetime as dt

import made_rows as made
import pytest

from engine.records import Correction, Learned

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
CORRECTION = Correction(field="invoice_number", before="1", after="2", at=NOON, bbox=(0, 0, 0.1, 1))


def found(store):
    return {entry.invoice.invoice_id: entry for entry in store.vendors.corrected_invoices()}


def test_corrections_come_as_they_were_stored(store):
    made.add_invoices(
        store, "u1", made.invoice("u1-1", corrections=(CORRECTION,)), made.invoice("u1-2")
    )
    (entry,) = found(store).values()
    assert entry.invoice.corrections == (CORRECTION,)
    assert (entry.invoice.invoice_id, entry.confirmed_at) == ("u1-1", None)


@pytest.mark.parametrize(
    ("status", "is_found"), [("completed", True), ("confirmed", True), ("rejected", False)]
)
def test_rejected_files_teach_nothing(store, status, is_found):
    made.add_invoices(store, "u1", made.invoice("u1-1", corrections=(CORRECTION,)), status=status)
    assert bool(found(store)) is is_found


@pytest.mark.parametrize(("status", "is_found"), [("completed", False), ("confirmed", True)])
def test_learned_values_count_once_they_are_confirmed(store, status, is_found):
    learned = {"invoice_number": Learned(corrections=2)}
    made.add_invoices(store, "u1", made.invoice("u1-1", learned=learned), status=status)
    entries = found(store)
    assert bool(entries) is is_found
    if is_found:
        assert entries["u1-1"].invoice.learned == learned
        assert entries["u1-1"].confirmed_at is not None


def test_a_text_that_looks_like_a_correction_is_none(store):
    made.add_invoices(store, "u1", made.invoice("u1-1", vendor_name='"corrections":[{"a": 1}]'))
    assert found(store) == {}


def test_what_is_forgotten_is_kept_with_its_time_and_field(store):
    store.vendors.forget(["tax:GB1", "name:acme"], "due_date", by="kim")
    store.vendors.forget(["tax:GB1"], None, by="kim")
    assert [(row["vendor_key"], row["field"]) for row in store.vendors.forgotten()] == [
        ("tax:GB1", "due_date"),
        ("name:acme", "due_date"),
        ("tax:GB1", None),
    ]
    assert all(row["forgotten_at"] == NOON for row in store.vendors.forgotten())
