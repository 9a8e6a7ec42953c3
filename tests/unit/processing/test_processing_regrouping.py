"""A reviewer moves the boundaries between invoices: what is read again, and what is kept."""

import io
import threading
from decimal import Decimal

import pytest
from made_einvoices import Bill, cii, hybrid, page_of
from msgspec.structs import replace
from pypdf import PdfWriter

from engine.errors import InvalidInputError, NotFoundError, StaleVersionError, WrongStateError
from engine.processing.page_groups import PageWord
from engine.records import first_broken_entry


@pytest.fixture
def upload(engine, invoice_pdf):
    """Three invoices on three pages."""
    receipt = engine.upload("three.pdf", invoice_pdf(pages=3), kind="invoice")
    engine.wait(receipt.upload_id, 60)
    return receipt.upload_id


def shown(engine, upload_id):
    document = engine.invoice_upload(upload_id).document
    return [(i.invoice_id[-1], i.invoice_number, i.pages) for i in document.invoices]


def say(engine, upload_id, *word, **more):
    row = engine.invoice_upload(upload_id)
    return engine.regroup(
        upload_id, PageWord(*word, **more), row_version=row.row_version, by="anna"
    )


def correct(engine, upload_id, place, **values):
    row = engine.invoice_upload(upload_id)
    invoices = list(row.document.invoices)
    invoices[place] = replace(invoices[place], **values)
    engine.save_invoices(upload_id, invoices, row_version=row.row_version, by="anna")


def test_a_page_joins_the_invoice_before(engine, upload):
    version = say(engine, upload, "join", 2)
    row = engine.invoice_upload(upload)
    assert row.row_version == version
    assert shown(engine, upload) == [("1", "INV-100-1", (1, 2)), ("3", "INV-100-3", (3,))]
    assert row.total_invoices_found == 2
    assert row.currency_summary == {"EUR": Decimal("238.00")}


def test_an_invoice_begins_where_a_person_says(engine, upload):
    say(engine, upload, "join", 2)
    say(engine, upload, "begin", 2)
    assert shown(engine, upload) == [
        ("1", "INV-100-1", (1,)),
        ("4", "INV-100-2", (2,)),
        ("3", "INV-100-3", (3,)),
    ]
    assert engine.invoice_upload(upload).document.invoices[1].start_confidence == 1.0


def test_a_page_is_taken_out(engine, upload):
    say(engine, upload, "leave", 2)
    assert shown(engine, upload) == [("1", "INV-100-1", (1,)), ("3", "INV-100-3", (3,))]


def test_the_history_says_what_was_moved(engine, upload):
    say(engine, upload, "join", 2)
    trail = engine.invoice_upload(upload).document.audit_trail
    assert (trail[-1].by, trail[-1].action, trail[-1].target) == ("anna", "merge", "pages[1]")
    assert trail[-1].before == "INV-100-1, page 1; INV-100-2, page 2"
    assert trail[-1].after == "INV-100-1, pages 1–2"
    assert first_broken_entry(trail) is None


def test_corrections_of_other_invoices_stay(engine, upload):
    correct(engine, upload, 2, vendor_name="Bolt & Sons")
    before = engine.invoice_upload(upload).document.invoices[2]
    say(engine, upload, "join", 2)
    assert engine.invoice_upload(upload).document.invoices[1] == before


def test_corrections_stay_where_their_place_belongs(engine, upload):
    correct(engine, upload, 0, vendor_name="Bolt & Sons", purchase_order="PO 7")
    correct(engine, upload, 1, total_amount=Decimal("500.00"), due_date=None)
    say(engine, upload, "join", 2)
    joined = engine.invoice_upload(upload).document.invoices[0]
    assert (joined.vendor_name, joined.purchase_order) == ("Bolt & Sons", "PO 7")
    assert joined.total_amount == Decimal("500.00")
    assert joined.provenance["vendor_name"].source == "user"
    say(engine, upload, "begin", 2)
    first, second, _ = engine.invoice_upload(upload).document.invoices
    assert (first.vendor_name, first.total_amount) == ("Bolt & Sons", Decimal("119.00"))
    assert (second.total_amount, second.purchase_order) == (Decimal("500.00"), None)


def test_a_moved_boundary_can_be_put_back_exactly(engine, upload):
    correct(engine, upload, 1, invoice_number="X-1", purchase_order="typed")
    before = engine.invoice_upload(upload).document.invoices
    version = say(engine, upload, "join", 2)
    engine.put_back_invoices(upload, before, row_version=version, by="anna")
    row = engine.invoice_upload(upload)
    assert row.document.invoices == before
    assert row.document.audit_trail[-1].action == "put back"
    assert row.total_invoices_found == 3


def test_what_is_put_back_must_be_of_the_file(engine, upload):
    row = engine.invoice_upload(upload)
    elsewhere = (replace(row.document.invoices[0], pages=(4,)),)
    with pytest.raises(InvalidInputError):
        engine.put_back_invoices(upload, elsewhere, row_version=row.row_version)


def test_pages_that_are_not_kept_any_more_are_read_again(open_engine, invoice_pdf, tmp_path):
    engine = open_engine()
    receipt = engine.upload("three.pdf", invoice_pdf(pages=3), kind="invoice")
    engine.wait(receipt.upload_id, 60)
    kept = [path for path in (tmp_path / "data").rglob("*") if path.parent.parent.name == "pages"]
    assert kept
    for path in kept:
        path.unlink()
    say(engine, receipt.upload_id, "join", 3)
    assert [pages for _, _, pages in shown(engine, receipt.upload_id)] == [(1,), (2, 3)]


def test_a_stale_word_is_refused(engine, upload):
    old = engine.invoice_upload(upload).row_version
    say(engine, upload, "join", 2)
    with pytest.raises(StaleVersionError):
        engine.regroup(upload, PageWord("join", 3), row_version=old)


def test_a_confirmed_file_keeps_its_boundaries(engine, upload):
    engine.confirm(upload)
    with pytest.raises(WrongStateError):
        say(engine, upload, "join", 2)


def test_a_statement_has_no_boundaries_to_move(engine, statement):
    row = engine.bank_upload(statement)
    with pytest.raises(InvalidInputError):
        engine.regroup(statement, PageWord("join", 1), row_version=row.row_version)


def test_of_two_words_at_once_one_is_refused(engine, upload):
    version = engine.invoice_upload(upload).row_version
    both, refused, done = threading.Barrier(2), [], []

    def join(page):
        both.wait()
        try:
            done.append(engine.regroup(upload, PageWord("join", page), row_version=version))
        except StaleVersionError as error:
            refused.append(error)

    threads = [threading.Thread(target=join, args=(page,)) for page in (2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    row = engine.invoice_upload(upload)
    assert (len(done), len(refused), row.row_version) == (1, 1, done[0])
    assert len(row.document.invoices) == 2
    assert [entry.action for entry in row.document.audit_trail].count("merge") == 1


def test_a_boundary_is_not_put_back_over_somebody_elses_change(engine, upload):
    before = engine.invoice_upload(upload).document.invoices
    version = say(engine, upload, "join", 2)
    correct(engine, upload, 0, purchase_order="theirs")
    with pytest.raises(StaleVersionError):
        engine.put_back_invoices(upload, before, row_version=version)
    assert engine.invoice_upload(upload).document.invoices[0].purchase_order == "theirs"


def test_invoices_of_another_file_cannot_be_put_back(engine, upload):
    row = engine.invoice_upload(upload)
    foreign = (replace(row.document.invoices[0], invoice_id="another-1"),)
    with pytest.raises(InvalidInputError):
        engine.put_back_invoices(upload, foreign, row_version=row.row_version)


def test_a_deleted_file_has_no_boundaries_to_move(engine, upload):
    version = engine.invoice_upload(upload).row_version
    engine.delete(upload)
    with pytest.raises(NotFoundError):
        engine.regroup(upload, PageWord("join", 2), row_version=version)


def test_an_invoice_can_begin_on_a_page_without_words(engine, pdf_of):
    receipt = engine.upload("blank.pdf", pdf_of(), kind="invoice")
    engine.wait(receipt.upload_id, 60)
    say(engine, receipt.upload_id, "begin", 1)
    (invoice,) = engine.invoice_upload(receipt.upload_id).document.invoices
    assert (invoice.pages, invoice.total_amount) == ((1,), None)


def test_an_empty_part_of_a_page_can_be_an_invoice(engine, upload):
    say(engine, upload, "begin", 1, y=0.4)
    say(engine, upload, "begin", 1, y=0.7)
    invoices = engine.invoice_upload(upload).document.invoices
    assert [invoice.regions[0].bbox[1] for invoice in invoices[:3]] == [0.0, 0.4, 0.7]


@pytest.fixture
def with_appendix(engine, pdf_of):
    """A page with its e-invoice, and a page of something else behind it."""
    writer = PdfWriter()
    for page in (page_of(Bill()), pdf_of("Appendix: what was done on which day")):
        writer.append(io.BytesIO(page))
    buffer = io.BytesIO()
    writer.write(buffer)
    content = hybrid(buffer.getvalue(), {"factur-x.xml": cii(Bill())})
    receipt = engine.upload("hybrid.pdf", content, kind="invoice")
    engine.wait(receipt.upload_id, 60)
    return receipt.upload_id


def test_values_of_an_einvoice_stay_when_its_pages_are_moved(engine, with_appendix):
    before = engine.invoice_upload(with_appendix).document.invoices[0]
    assert before.pages == (1, 2)
    say(engine, with_appendix, "leave", 2)
    (after,) = engine.invoice_upload(with_appendix).document.invoices
    assert replace(after, pages=(1, 2), start_confidence=before.start_confidence) == before
    say(engine, with_appendix, "join", 2)
    say(engine, with_appendix, "begin", 2)
    first, second = engine.invoice_upload(with_appendix).document.invoices
    assert first.provenance["total_amount"].source == "xml"
    assert second.provenance == {}
