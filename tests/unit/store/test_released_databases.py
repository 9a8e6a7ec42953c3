"""Databases as earlier programs left them, with what they read and what people said, open today."""

import gzip
from decimal import Decimal
from pathlib import Path

import pytest
from killed.documents import files

from engine.records import decode, encode
from engine.store import Store
from engine.store.migrations import steps

FOLDER = Path(__file__).resolve().parents[2] / "data" / "databases"
DATABASES = sorted(FOLDER.glob("schema-*.duckdb.gz"))


@pytest.fixture(params=DATABASES, ids=lambda path: path.name.split(".")[0])
def store(request, tmp_path):
    path = tmp_path / "matchbook.duckdb"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    opened = Store(path, tmp_path / "uploads")
    yield opened
    opened.close()


def test_there_are_some():
    assert len(DATABASES) >= 3


def test_rows_read_by_earlier_programs_are_there_whole(store):
    assert store.schema_version == steps()[-1][0]
    assert store.counts() == {"invoice_uploads": 2, "bank_uploads": 1, "reconciliations": 1}
    named = {document.file_name: document.id for document in store.documents.list()}
    three = store.invoices.get(named["invoice-3.pdf"])
    assert [invoice.total_amount for invoice in three.document.invoices] == [
        Decimal("131.00"),
        Decimal("132.00"),
        Decimal("133.00"),
    ]
    statement = store.bank.get(named["statement.pdf"])
    assert statement.status == "confirmed"
    assert len(statement.document.transactions) == 4
    assert statement.closing_balance == Decimal("917.00")


def test_what_people_said_to_earlier_programs_stands(store):
    named = {document.file_name: document.id for document in store.documents.list()}
    (invoice,) = store.invoices.get(named["invoice-0.pdf"]).document.invoices
    assert invoice.purchase_order == "PO-7"
    assert invoice.provenance["purchase_order"].source == "user"
    (line,) = store.reconciliations.list()
    run = store.reconciliations.get(line.reconciliation_id).document
    assert [match.decision for match in (*run.matched, *run.partial)] == ["confirmed"]
    assert all(trail.broken_at is None for trail in store.check_trails())


def test_every_rule_holds_and_every_question_is_answered(store):
    assert [check.name for check in store.analytics.checks() if not check.passed] == []
    assert len(store.analytics.query("invoices")) == 4
    assert len(store.analytics.query("transactions")) == 4
    assert len(store.analytics.query("matches")) == 1


def test_their_records_are_written_as_today_without_a_loss(store):
    for document in store.documents.list():
        kind = store.find(document.id)
        record = store.uploads(kind).get(document.id).document
        again = decode(encode(record, max_bytes=10**9), type(record))
        assert again == record


def test_the_files_are_those_that_the_rows_name(store):
    for document in store.documents.list():
        store.files.save(
            files()[document.file_name.split(".")[0]].content,
            document.doc_type,
            day=document.upload_at.date(),
        )
    assert store.check_files() == ()
