"""The life of a row in either upload table."""

import datetime as dt
from decimal import Decimal

import pytest
from made_rows import (
    NOON,
    add_invoices,
    add_statement,
    bank_document,
    invoice,
    invoice_document,
    new_upload,
    transaction,
)

from engine.errors import (
    InvalidInputError,
    NotFoundError,
    RecordInvalidError,
    RecordTooLargeError,
    StaleVersionError,
    WrongStateError,
)


def test_a_new_upload_is_pending_with_the_defaults_of_the_table(store):
    row = store.invoices.insert(new_upload("u1", pages_total=3))
    assert (row.upload_id, row.status, row.row_version) == ("u1", "pending", 1)
    assert (row.ocr_engine, row.pages_total, row.document) == ("tesseract", 3, None)
    assert row.upload_timestamp == row.created_at == row.updated_at == NOON
    assert row.upload_timestamp.tzinfo is dt.UTC


def test_an_upload_and_its_document_row_have_the_same_id(store):
    row = store.bank.insert(new_upload("b1", kind="bank"))
    document = store.documents.get("b1")
    assert document.file_hash == row.file_hash
    assert (document.doc_type, document.related_module) == ("Bank Statement", "bank")
    assert document.upload_by == "anna"


def test_a_completed_invoice_row_gives_back_its_document_and_summary(store, clock):
    store.invoices.insert(new_upload("u1"))
    version = store.invoices.set_status("u1", "processing", processing_start=NOON)
    clock.pass_seconds(12.5)
    document = invoice_document("u1", invoice("u1-1"), invoice("u1-2", currency="USD"))
    version = store.invoices.complete(
        "u1", document, status="completed", confidence_score=0.8, row_version=version
    )
    row = store.invoices.get("u1")
    assert row.document == document
    assert row.row_version == version == 3
    assert row.total_amount is None
    assert row.currency_summary == {"EUR": Decimal("119.00"), "USD": Decimal("119.00")}
    assert row.vendor_summary == {"Acme Corp": 2}
    assert row.date_range_start == row.date_range_end == dt.date(2026, 1, 15)
    assert (row.processing_duration_seconds, row.confidence_score) == (12.5, 0.8)
    assert row.updated_at == clock.now


def test_a_completed_bank_row_gives_back_its_document_and_summary(store):
    lines = (transaction("b1-1"), transaction("b1-2", amount=Decimal("20.10"), type="interest"))
    add_statement(store, "b1", *lines)
    row = store.bank.get("b1")
    assert row.document == bank_document("b1", *lines)
    assert (row.total_debits, row.total_credits) == (Decimal("119.00"), Decimal("20.10"))
    assert (row.opening_balance, row.closing_balance) == (Decimal("1000.00"), Decimal("881.00"))
    assert row.transaction_type_summary == {"transfer": 1, "interest": 1}
    assert (row.bank_name, row.currency) == ("Example Bank", "EUR")
    assert row.total_transactions_found == 2


@pytest.mark.parametrize("text", ["9999999999999999.99", "-9999999999999999.99", "0.01", "0.10"])
def test_cents_stay_exact_in_json_and_in_columns(store, text):
    amount = Decimal(text)
    add_invoices(store, "u1", invoice("u1-1", total_amount=amount))
    row = store.invoices.get("u1")
    assert row.total_amount == row.document.invoices[0].total_amount == amount
    assert row.currency_summary == {"EUR": amount}


def test_an_amount_that_no_money_column_holds_is_refused_by_its_path(store):
    store.invoices.insert(new_upload("u1"))
    document = invoice_document("u1", invoice("u1-1", total_amount=Decimal("10000000000000000")))
    with pytest.raises(RecordInvalidError, match=r"extraction_summary\.total_amount"):
        store.invoices.complete(
            "u1", document, status="completed", confidence_score=0.9, row_version=1
        )
    assert store.invoices.get("u1").status == "pending"


def test_a_document_over_the_limit_is_refused(store):
    store.invoices.insert(new_upload("u1"))
    document = invoice_document("u1", invoice("u1-1", vendor_name="x" * 1_000_001))
    with pytest.raises(RecordTooLargeError):
        store.invoices.complete(
            "u1", document, status="completed", confidence_score=0.9, row_version=1
        )


def test_whoever_saves_second_is_told(store):
    add_invoices(store, "u1")
    row = store.invoices.get("u1")
    changed = invoice_document("u1", invoice("u1-1", vendor_name="Changed"))
    store.invoices.save_document("u1", changed, row_version=row.row_version)
    with pytest.raises(StaleVersionError, match="you have version 3, it is now 4"):
        store.invoices.save_document("u1", row.document, row_version=row.row_version)
    assert store.invoices.get("u1").vendor_summary == {"Changed": 1}


def test_a_persons_save_keeps_status_score_and_times_unless_told(store):
    add_invoices(store, "u1", status="partial", score=0.5)
    before = store.invoices.get("u1")
    store.invoices.save_document("u1", before.document, row_version=3)
    row = store.invoices.get("u1")
    assert (row.status, row.confidence_score) == ("partial", 0.5)
    assert row.processing_end == before.processing_end
    store.invoices.save_document(
        "u1", before.document, row_version=4, status="rejected", error_message="wrong file"
    )
    row = store.invoices.get("u1")
    assert (row.status, row.error_message, row.confidence_score) == ("rejected", "wrong file", 0.5)


def test_status_moves_only_from_an_expected_status(store):
    store.invoices.insert(new_upload("u1"))
    with pytest.raises(WrongStateError) as error:
        store.invoices.set_status("u1", "confirmed", expected=("completed", "partial"))
    assert "completed or partial" in error.value.hint
    assert store.invoices.get("u1").row_version == 1


def test_the_state_of_an_upload_is_told_without_its_document(store):
    store.invoices.insert(new_upload("u1", pages_total=7))
    store.invoices.set_status("u1", "failed", error_message="no page could be read")
    state = store.invoices.state("u1")
    assert (state.status, state.pages_total, state.row_version) == ("failed", 7, 2)
    assert state.error_message == "no page could be read"
    with pytest.raises(NotFoundError):
        store.bank.state("u1")


def test_an_unknown_status_is_refused(store):
    store.invoices.insert(new_upload("u1"))
    with pytest.raises(InvalidInputError):
        store.invoices.set_status("u1", "done")


def test_a_retry_forgets_times_and_message(store):
    store.invoices.insert(new_upload("u1"))
    store.invoices.set_status("u1", "processing", processing_start=NOON)
    store.invoices.set_status("u1", "failed", error_message="no page", processing_end=NOON)
    assert store.invoices.get("u1").processing_duration_seconds == 0
    assert store.invoices.set_status("u1", "pending", expected=("failed",)) == 4
    row = store.invoices.get("u1")
    assert (row.processing_start, row.processing_end, row.error_message) == (None, None, None)
    assert row.processing_duration_seconds is None


def test_version_rises_with_every_write_and_with_no_read(store):
    seen = [store.version()]
    store.invoices.insert(new_upload("u1"))
    seen.append(store.version())
    store.invoices.get("u1")
    store.invoices.list()
    assert store.version() == seen[-1]
    store.invoices.set_status("u1", "processing")
    seen.append(store.version())
    assert seen == sorted(set(seen))


def test_an_attachment_is_kept_beside_the_uploads(store):
    stored = store.files.save(b"text", "GRN", day=NOON.date(), file_name="note.txt")
    document = store.documents.insert(
        "d1",
        stored,
        file_name="../note.txt",
        doc_type="GRN",
        mime_type="text/plain",
        upload_by="anna",
        related_module="invoice",
        related_id="u1",
    )
    assert store.documents.get("d1") == document
    assert (document.file_name, document.upload_at) == ("note.txt", NOON)
    assert store.documents.list(doc_type="GRN", related_id="u1") == (document,)
    assert store.documents.list(doc_type="PO") == ()
    assert store.documents.list(file_path=stored.path_relative) == (document,)
    assert store.documents.list(file_path="elsewhere") == ()
    with pytest.raises(NotFoundError):
        store.documents.get("d2")
    with pytest.raises(InvalidInputError, match="no document type"):
        store.documents.insert(
            "d3", stored, file_name="x", doc_type="Memo", mime_type="m", upload_by="anna"
        )
