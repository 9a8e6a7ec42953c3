"""E-invoices on their way through a batch: embedded, uploaded alone, ignored, broken, long."""

from dataclasses import replace
from decimal import Decimal

import pytest
from made_einvoices import Bill, Line, cii, credit_note, hybrid, joined, page_of, ubl
from msgspec.structs import replace as changed

from engine.errors import FileRefusedError, PageUnreadableError
from engine.processing.batch import BatchFile, Failure, read_batch
from engine.processing.einvoices import draw_einvoice_page
from engine.processing.options import run_options
from engine.processing.page_groups import PageWord
from engine.processing.pool import InlineExecutor
from engine.processing.tasks import InspectTask, inspect
from engine.reading.document import Limits
from engine.settings import Settings


@pytest.fixture
def read(tmp_path):
    def read(name, content, **options):
        path = tmp_path / name
        path.write_bytes(content)
        settings = Settings(_env_file=None)
        asked = BatchFile(path, options.pop("kind", "auto"))
        (result,) = read_batch([asked], run_options(settings, **options), 1, InlineExecutor())
        return result.outcome

    return read


def test_an_embedded_einvoice_is_read_with_its_page(read):
    document = read("bill.pdf", hybrid(page_of(Bill()), {"factur-x.xml": cii(Bill())}))
    (invoice,) = document.invoices
    assert document.processing_info.einvoice == "CII EN 16931"
    assert {place.source for place in invoice.provenance.values()} == {"xml"}
    assert len(invoice.line_items) == 2


def test_it_can_be_ignored(read):
    changed = hybrid(page_of(replace(Bill(), gross="4760.00")), {"factur-x.xml": cii(Bill())})
    document = read("bill.pdf", changed, reads_einvoices=False)
    assert document.processing_info.einvoice is None
    assert {place.source for place in document.invoices[0].provenance.values()} == {"text"}


def test_a_broken_one_leaves_the_page_and_a_warning(read):
    document = read("bill.pdf", hybrid(page_of(Bill()), {"factur-x.xml": cii(Bill())[:-50]}))
    assert document.invoices[0].invoice_number == "RE-2026-0815"
    assert any("was not read" in warning for warning in document.processing_info.warnings)


@pytest.mark.parametrize(
    ("write", "bill"), [(cii, Bill()), (ubl, Bill()), (ubl, credit_note())], ids=str
)
def test_an_xml_file_alone_is_a_document_with_a_page_of_its_own(read, write, bill):
    document = read("statement.xml", write(bill))
    (invoice,) = document.invoices
    assert document.file_info.mime_type == "application/xml"
    assert (document.file_info.pages_total, document.processing_info.pages_text) == (1, 1)
    assert invoice.invoice_number == bill.number
    for field in ("invoice_number", "invoice_date", "vendor_name", "total_amount", "iban"):
        assert invoice.provenance[field].bbox is not None, field
    assert invoice.checks == ()


def test_a_long_einvoice_has_many_pages(read, tmp_path):
    lines = tuple(Line(f"Artikel {number}", "1", "1.00", "1.00") for number in range(3_000))
    content = cii(replace(Bill(), lines=lines))
    document = read("long.xml", content)
    pages = document.file_info.pages_total
    assert pages > 48
    assert len(document.invoices) == 1
    assert document.invoices[0].pages == tuple(range(1, pages + 1))
    assert draw_einvoice_page(tmp_path / "long.xml", pages, 60).startswith(b"\x89PNG")


def test_a_long_hybrid_is_read_with_its_xml(read):
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(page_of(Bill()))))
    for _ in range(60):
        writer.add_blank_page()
    writer.add_attachment("factur-x.xml", cii(Bill()))
    buffer = io.BytesIO()
    writer.write(buffer)
    document = read("long.pdf", buffer.getvalue())
    assert document.processing_info.einvoice == "CII EN 16931"
    assert [invoice.invoice_number for invoice in document.invoices] == ["RE-2026-0815"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<?xml version='1.0'?><note/>", "file_unsupported"),
        (ubl(Bill())[:-20], "file_damaged"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "xml_unsafe"),
        (b"<a>" * 2000 + b"</a>" * 2000, "xml_unsafe"),
    ],
)
def test_other_xml_is_refused_with_a_stable_code(read, content, code):
    outcome = read("x.xml", content)
    assert isinstance(outcome, Failure)
    assert outcome.code == code


def test_a_file_with_an_einvoice_is_an_invoice_for_sure(tmp_path):
    path = tmp_path / "bank statement.pdf"
    path.write_bytes(hybrid(page_of(Bill()), {"xrechnung.xml": ubl(Bill())}))
    found = inspect(InspectTask(str(path), path.name, Limits(), is_kind_asked=True))
    assert (found.kind, found.holds_xml) == ("invoice", True)


def test_an_xml_file_of_too_many_pages_is_refused(tmp_path):
    path = tmp_path / "long.xml"
    lines = tuple(Line(f"Artikel {number}", "1", "1.00", "1.00") for number in range(500))
    path.write_bytes(cii(replace(Bill(), lines=lines)))
    with pytest.raises(FileRefusedError) as refused:
        inspect(InspectTask(str(path), path.name, Limits(max_pages=2)))
    assert refused.value.code == "too_many_pages"


def test_a_difference_stands_until_its_own_field_is_corrected(open_engine):
    page = page_of(replace(Bill(), iban="DE02120300000000202051"))
    engine = open_engine()
    upload_id = engine.upload("bill.pdf", hybrid(page, {"factur-x.xml": cii(Bill())})).upload_id
    engine.wait(upload_id, 60)

    def save(**changes):
        row = engine.invoice_upload(upload_id)
        invoices = tuple(changed(one, **changes) for one in row.document.invoices)
        engine.save_invoices(upload_id, invoices, row_version=row.row_version)
        (invoice,) = engine.invoice_upload(upload_id).document.invoices
        return invoice

    assert len(save(purchase_order="PO-1").checks) == 1
    assert "IBAN" in save(total_amount=Decimal("476.01")).checks[0]
    settled = save(iban="DE02120300000000202051", total_amount=Decimal("476.00"))
    assert settled.checks == ()


def test_an_einvoice_stays_its_invoices_when_a_boundary_is_moved(open_engine):
    tampered = page_of(replace(Bill(), iban="DE02120300000000202051"))
    other = page_of(replace(Bill(), number="RE-2026-0999", seller="Nordlicht Segel GmbH"))
    engine = open_engine()
    upload_id = engine.upload(
        "two.pdf", hybrid(joined(tampered, other), {"factur-x.xml": cii(Bill())})
    ).upload_id
    engine.wait(upload_id, 60)

    def say(word):
        row = engine.invoice_upload(upload_id)
        engine.regroup(upload_id, PageWord(word, 2), row_version=row.row_version)
        return engine.invoice_upload(upload_id).document.invoices

    first, second = engine.invoice_upload(upload_id).document.invoices
    assert (first.iban, second.invoice_number) == (Bill().iban, "RE-2026-0999")
    (whole,) = say("join")
    assert (whole.iban, whole.provenance["iban"].source) == (Bill().iban, "xml")
    again, parted = say("begin")
    assert again.provenance["total_amount"].source == "xml"
    assert any("the page shows" in check for check in again.checks)
    assert {place.source for place in parted.provenance.values()} == {"text"}
    assert parted.checks == second.checks


def test_a_page_of_an_xml_file_is_drawn_for_people(open_engine):
    engine = open_engine()
    upload_id = engine.upload("bill.xml", ubl(Bill())).upload_id
    engine.wait(upload_id, 60)
    assert engine.page_image(upload_id, 1).startswith(b"\x89PNG")
    with pytest.raises(PageUnreadableError):
        engine.page_image(upload_id, 2)
