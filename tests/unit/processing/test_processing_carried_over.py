"""A newer engine reads old files again, and what people said of them stands."""

import datetime as dt
import gzip
from decimal import Decimal
from pathlib import Path

import pytest
from killed.documents import files
from msgspec.structs import replace
from uploads_read import upload

from engine.errors import WrongStateError
from engine.processing.carried_over import STAYED, carried_over
from engine.processing.looked_at import Value
from engine.records import BankDocument, Transaction, first_broken_entry
from engine.store import Store

DATABASES = sorted(
    (Path(__file__).resolve().parents[2] / "data" / "databases").glob("schema-*.duckdb.gz")
)


def read_anew(engine, upload_id):
    engine.read_anew(upload_id)
    assert engine.wait(upload_id, 60).status == "completed"


@pytest.fixture
def edited(engine, invoice_pdf):
    """Two invoices; of the first a value was changed and one taken away, of the second one seen."""
    upload_id = upload(engine, invoice_pdf(pages=2))
    engine.wait(upload_id, 60)
    row = engine.invoice_upload(upload_id)
    first, second = row.document.invoices
    changed = replace(first, total_amount=Decimal("120.00"), due_date=None)
    version = engine.save_invoices(upload_id, [changed, second], row_version=row.row_version)
    engine.look_at(upload_id, Value("invoice_number", second.invoice_id), row_version=version)
    return upload_id


def test_corrections_of_invoices_stand_after_a_newer_reading(engine, edited):
    before = engine.invoice_upload(edited).document
    for _ in range(2):  # a second time as well
        read_anew(engine, edited)
        after = engine.invoice_upload(edited).document
        first, second = after.invoices
        assert first.total_amount == Decimal("120.00")
        assert first.provenance["total_amount"].source == "user"
        assert first.due_date is None
        assert first.invoice_date == dt.date(2026, 2, 3)
        assert second.provenance["invoice_number"].source == "user"
        assert first.corrections == before.invoices[0].corrections
        assert [i.invoice_id for i in after.invoices] == [i.invoice_id for i in before.invoices]
        assert after.extraction_summary.total_amount == Decimal("239.00")
    assert [entry.action for entry in after.audit_trail][-4:] == ["read anew", "read"] * 2
    assert first_broken_entry(after.audit_trail) is None


def test_what_nobody_spoke_of_is_read_as_the_newer_engine_reads_it(engine, edited):
    row = engine.invoice_upload(edited)
    older = [
        replace(invoice, vendor_name="Badly Read", invoice_date=None)
        for invoice in row.document.invoices
    ]
    document = replace(row.document, invoices=tuple(older))
    engine.store.invoices.save_document(edited, document, row_version=row.row_version)
    read_anew(engine, edited)
    for invoice in engine.invoice_upload(edited).document.invoices:
        assert invoice.vendor_name == "Acme Supplies Ltd"
        assert invoice.invoice_date == dt.date(2026, 2, 3)
    assert engine.invoice_upload(edited).document.invoices[0].total_amount == Decimal("120.00")


def test_records_that_people_arranged_stay(engine, invoice_pdf):
    upload_id = upload(engine, invoice_pdf(pages=2))
    engine.wait(upload_id, 60)
    row = engine.invoice_upload(upload_id)
    engine.save_invoices(upload_id, row.document.invoices[:1], row_version=row.row_version)
    for _ in range(2):
        read_anew(engine, upload_id)
        document = engine.invoice_upload(upload_id).document
        assert len(document.invoices) == 1
        assert document.processing_info.warnings == (STAYED,)


def test_corrections_of_a_statement_stand_after_a_newer_reading(engine):
    file = files()["statement"]
    upload_id = upload(engine, file.content, kind="bank")
    engine.wait(upload_id, 60)
    row = engine.bank_upload(upload_id)
    lines = list(row.document.transactions)
    lines[1] = replace(lines[1], description="By hand", reference="R-1")
    info = replace(row.document.statement_info, bank_name="Second Bank")
    engine.save_statement(upload_id, info, lines, row_version=row.row_version)
    read_anew(engine, upload_id)
    after = engine.bank_upload(upload_id).document
    assert after.transactions[1].description == "By hand"
    assert after.transactions[1].reference == "R-1"
    assert after.statement_info.bank_name == "Second Bank"
    assert [line.amount for line in after.transactions] == [line.amount for line in lines]
    assert [line.transaction_id for line in after.transactions] == [
        line.transaction_id for line in lines
    ]


def line(number, amount, **more):
    return Transaction(
        transaction_id=f"u-{number}",
        date=dt.date(2026, 1, number),
        description=f"line {number}",
        amount=Decimal(amount),
        **more,
    )


@pytest.fixture
def statement(engine):
    """Makes the record of a statement with these lines."""
    upload_id = upload(engine, files()["statement"].content, kind="bank")
    engine.wait(upload_id, 60)
    document = engine.bank_upload(upload_id).document

    def make(*lines) -> BankDocument:
        return replace(document, upload_id="u", transactions=lines)

    return make


def test_a_line_that_was_missed_gets_an_id_that_nobody_had(statement):
    third = line(3, "3.00")
    old = statement(line(1, "1.00"), replace(third, transaction_id="u-2"))
    new = statement(line(1, "1.00"), line(2, "2.00"), third)
    ids = [
        (one.transaction_id, one.amount)
        for one in carried_over(old, new, is_in_use=True).transactions
    ]
    assert ids[0] == ("u-1", Decimal("1.00"))
    assert ids[2] == ("u-2", Decimal("3.00"))
    assert ids[1][0] not in ("u-1", "u-2")


def test_a_record_that_a_run_draws_on_never_goes(statement):
    old, new = statement(line(1, "1.00"), line(2, "2.00")), statement(line(1, "1.00"))
    assert len(carried_over(old, new, is_in_use=False).transactions) == 1
    stayed = carried_over(old, new, is_in_use=True)
    assert [one.amount for one in stayed.transactions] == [Decimal("1.00"), Decimal("2.00")]
    assert STAYED in stayed.processing_info.warnings


def test_a_confirmed_upload_is_reopened_first(engine, edited):
    engine.confirm(edited)
    with pytest.raises(WrongStateError):
        engine.read_anew(edited)


@pytest.mark.parametrize("path", DATABASES, ids=lambda path: path.name.split(".")[0])
def test_rows_of_earlier_programs_keep_what_people_said(path, tmp_path, open_engine):
    data = tmp_path / "data"
    data.mkdir()
    (data / "matchbook.duckdb").write_bytes(gzip.decompress(path.read_bytes()))
    store = Store(data / "matchbook.duckdb", data / "uploads")
    named = {}
    for document in store.documents.list():
        content = files()[document.file_name.split(".")[0]].content
        store.files.save(content, document.doc_type, day=document.upload_at.date())
        named[document.file_name] = document.id
    store.close()
    engine = open_engine()
    engine.reopen(named["statement.pdf"], "to be read anew")
    for upload_id in named.values():
        read_anew(engine, upload_id)
    (invoice,) = engine.invoice_upload(named["invoice-0.pdf"]).document.invoices
    assert invoice.purchase_order == "PO-7"
    assert invoice.provenance["purchase_order"].source == "user"
    assert [check.name for check in engine.store.analytics.checks() if not check.passed] == []
    assert all(trail.broken_at is None for trail in engine.store.check_trails())
    (run,) = engine.store.reconciliations.list()
    matches = engine.reconciliation(run.reconciliation_id).document
    assert [m.decision for m in (*matches.matched, *matches.partial)] == ["confirmed"]
