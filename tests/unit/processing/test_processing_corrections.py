"""What people say of an upload: corrections, confirmation, rejection."""

import datetime as dt
from decimal import Decimal

import pytest
from msgspec.structs import replace

from engine.errors import (
    InvalidInputError,
    StaleVersionError,
    WrongStateError,
)
from engine.records import (
    first_broken_entry,
)

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def test_a_correction_is_saved_with_its_history(engine, invoices):
    row = engine.invoice_upload(invoices)
    wanted = (replace(row.document.invoices[0], total_amount=Decimal("120.00")),)
    version = engine.save_invoices(
        invoices, (*wanted, row.document.invoices[1]), row_version=row.row_version, by="anna"
    )
    saved = engine.invoice_upload(invoices)
    assert saved.row_version == version > row.row_version
    assert saved.currency_summary == {"EUR": Decimal("197.35")}
    assert saved.document.audit_trail[-1].by == "anna"
    assert first_broken_entry(saved.document.audit_trail) is None


def test_saving_without_a_change_writes_nothing(engine, invoices):
    row = engine.invoice_upload(invoices)
    version = engine.save_invoices(invoices, row.document.invoices, row_version=row.row_version)
    assert version == row.row_version


def test_a_stale_save_is_refused_and_changes_nothing(engine, invoices):
    row = engine.invoice_upload(invoices)
    changed = tuple(replace(i, vendor_name="Other") for i in row.document.invoices)
    engine.save_invoices(invoices, changed, row_version=row.row_version, by="anna")
    with pytest.raises(StaleVersionError):
        engine.save_invoices(invoices, row.document.invoices, row_version=row.row_version, by="ben")
    assert engine.invoice_upload(invoices).document.invoices[0].vendor_name == "Other"


def test_a_statement_is_corrected_in_the_same_way(engine, statement):
    row = engine.bank_upload(statement)
    info = replace(row.document.statement_info, account_number="123")
    engine.save_statement(
        statement, info, row.document.transactions[:2], row_version=row.row_version
    )
    saved = engine.bank_upload(statement)
    assert saved.account_number == "123"
    assert saved.total_credits == 0
    assert [e.action for e in saved.document.audit_trail][-2:] == ["edit", "remove"]


def test_invoices_are_not_saved_as_a_statement(engine, statement):
    row = engine.bank_upload(statement)
    with pytest.raises(InvalidInputError):
        engine.save_invoices(statement, (), row_version=row.row_version)


def test_confirmed_means_closed_until_it_is_reopened_with_a_reason(engine, invoices):
    engine.confirm(invoices, by="anna")
    row = engine.invoice_upload(invoices)
    assert row.status == "confirmed"
    with pytest.raises(WrongStateError):
        engine.save_invoices(invoices, row.document.invoices, row_version=row.row_version)
    with pytest.raises(InvalidInputError):
        engine.reopen(invoices, "  ")
    engine.reopen(invoices, "wrong vendor", by="ben")
    row = engine.invoice_upload(invoices)
    assert row.status == "completed"
    last = row.document.audit_trail[-1]
    assert (last.by, last.action, last.before) == ("ben", "reopen", "confirmed")
    assert last.after == "completed: wrong vendor"


def test_a_rejected_upload_says_why(engine, invoices):
    engine.reject(invoices, "not ours")
    row = engine.invoice_upload(invoices)
    assert row.status == "rejected"
    assert row.document.audit_trail[-1].after == "rejected: not ours"


def test_a_decision_on_an_old_version_is_refused(engine, invoices):
    version = engine.invoice_upload(invoices).row_version
    with pytest.raises(StaleVersionError):
        engine.confirm(invoices, row_version=version - 1)
