"""An installation with rows of every kind and their files."""

import datetime as dt

import msgspec
import pytest
from killed.documents import files

from engine.processing.pool import InlineExecutor
from engine.records import AttachmentDocument, DocumentUpload
from engine.services import Services
from engine.settings import Settings

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def open_engine(tmp_path):
    """Opens installations in folders of the test."""
    opened = []

    def open_again(name="data"):
        engine = Services(Settings(data_dir=tmp_path / name), executor=InlineExecutor())
        opened.append(engine)
        return engine

    yield open_again
    for engine in opened:
        engine.close()


@pytest.fixture
def engine(open_engine):
    """Invoices, statements, a correction, a run with a decision, an upload in the bin, a paper."""
    engine = open_engine()
    ids = {}
    for name in ("invoice-0", "invoice-1", "invoice-3", "statement", "table", "late"):
        file = files()[name]
        kind = "invoice" if file.kind == "invoices" else "bank"
        ids[name] = engine.upload(file.name, file.content, kind=kind).upload_id
        assert engine.wait(ids[name], 60).status == "completed"
    row = engine.invoice_upload(ids["invoice-0"])
    invoice = row.document.invoices[0]
    changed = msgspec.structs.replace(invoice, purchase_order="PO-7")
    engine.save_invoices(ids["invoice-0"], [changed], row_version=row.row_version)
    run = engine.reconcile([ids["invoice-0"], ids["invoice-1"]], [ids["statement"]])
    match = (*run.document.matched, *run.document.partial)[0]
    engine.decide(run.reconciliation_id, match.match_id, "confirmed", row_version=run.row_version)
    engine.delete(ids["late"])
    paper = files()["invoice-2"]
    stored = engine.store.files.save(paper.content, "PO", day=NOW.date(), file_name="order.pdf")
    engine.store.attachments.insert(
        DocumentUpload(
            id="paper-1",
            file_name="order.pdf",
            file_path=stored.path_relative,
            doc_type="PO",
            related_module="invoice",
            related_id=ids["invoice-0"],
            upload_by="local",
            upload_at=NOW,
            file_hash=stored.file_hash,
            file_size=stored.file_size,
            mime_type="application/pdf",
        ),
        AttachmentDocument(document_id="paper-1"),
    )
    # One that waits would be read as soon as the installation is opened again.
    engine.paper_clerk.read("paper-1")
    engine.paper_clerk.wait("paper-1", 60)
    assert engine.store.attachments.get("paper-1").status == "completed"
    return engine


@pytest.fixture
def everything():
    return _everything


def _everything(store):
    """What every row says, without the numbers that a table gives."""
    lines = []
    for record in store.transfer.rows():
        row = getattr(record, "row", record)
        values = {
            name: getattr(row, name)
            for name in (getattr(row, "__dataclass_fields__", None) or row.__struct_fields__)
            if name != "id" or isinstance(getattr(row, name), str)
        }
        lines.append((type(record).__name__, values))
    assert lines
    return sorted(lines, key=repr)
