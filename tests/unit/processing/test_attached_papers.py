"""Papers attached to records: taken in, read, corrected, versioned, never lost."""

import datetime as dt
from decimal import Decimal

import pytest

from engine.errors import (
    AttachedAlreadyError,
    AttachmentInUseError,
    InvalidInputError,
    NotFoundError,
    ReplacedError,
    StaleVersionError,
    UnsupportedFileError,
    WrongStateError,
)
from engine.records import PaperFields, first_broken_entry
from engine.store import AttachmentQuery

ORDER = (
    "Northwind Fabrication Pvt Ltd",
    "PURCHASE ORDER",
    "PO Number: PO-2026-0147",
    "PO Date: 03/02/2026",
    "Vendor: Acme Supplies Ltd",
    "Delivery date: 20/02/2026",
    "Steel bracket   100    1.50   150.00",
    "Grand Total INR 150.00",
)


@pytest.fixture
def invoice_id(engine, invoice_pdf):
    receipt = engine.upload("bill.pdf", invoice_pdf())
    engine.wait(receipt.upload_id, 30)
    return receipt.upload_id


@pytest.fixture
def order(engine, pdf_of):
    """A purchase order that was read and belongs to nothing."""
    paper = engine.attach("order.pdf", pdf_of(*ORDER), doc_type="PO")
    return engine.wait_for_attachment(paper.id, 30)


def test_a_paper_is_read_and_its_file_is_named_by_its_content(engine, order):
    assert order.status == "completed"
    assert order.document.fields == PaperFields(
        number="PO-2026-0147",
        date=dt.date(2026, 2, 3),
        party="Acme Supplies Ltd",
        total=Decimal("150.00"),
        currency="INR",
    )
    day = order.upload_at.date().isoformat()
    assert order.file_path == f"po/{day}/{order.file_hash}.pdf"
    assert order.document.provenance["number"].page == 1


def test_words_names_and_fields_can_be_searched(engine, order):
    for search in ("bracket", "order.pdf", "po-2026-0147", '"grand total"', "acme"):
        (found,) = engine.attachments(AttachmentQuery(search=search)).rows
        assert found.attachment.id == order.id
    (found,) = engine.attachments(AttachmentQuery(search="bracket")).rows
    assert (found.page, "bracket" in found.text) == (1, True)
    assert engine.attachments(AttachmentQuery(search="bracket nothing")).rows == ()
    assert engine.attachments(AttachmentQuery(doc_type="GRN")).total == 0
    assert engine.attachment_counts() == {"PO": 1}


@pytest.mark.parametrize("sort", ["upload_at", "file_name", "party", "number", "date", "total"])
def test_lists_are_sorted_both_ways(engine, order, pdf_of, sort):
    later = engine.attach("zz.pdf", pdf_of("RECEIPT", "Receipt no 9", "Zebra Ltd", "Total EUR 900"))
    engine.wait_for_attachment(later.id, 30)
    ways = [
        [
            found.attachment.id
            for found in engine.attachments(AttachmentQuery(sort_by=sort, descending=down)).rows
        ]
        for down in (False, True)
    ]
    assert sorted(ways[0]) == sorted(ways[1]) == sorted([order.id, later.id])


def test_a_paper_belongs_to_a_record_and_is_listed_there(engine, order, invoice_id):
    linked = engine.link_attachment(order.id, "invoice", invoice_id)
    assert engine.attachments_of("invoice", [invoice_id]) == (linked,)
    (invoice,) = engine.invoice_upload(invoice_id).document.invoices
    engine.link_attachment(order.id, "invoice", invoice.invoice_id)
    assert engine.attachments_of("invoice", [invoice_id]) == ()
    free = engine.unlink_attachment(order.id)
    assert (free.related_module, free.related_id) == (None, None)
    trail = free.document.audit_trail
    assert [entry.action for entry in trail] == ["attach", "read", "link", "link", "unlink"]
    assert first_broken_entry(trail) is None


@pytest.mark.parametrize(
    ("module", "record", "error"),
    [
        ("invoice", "nobody", NotFoundError),
        ("bank", "nobody", NotFoundError),
        ("reconciliation", "nobody", NotFoundError),
        ("No Module", "1", InvalidInputError),
        ("erp", "a b", InvalidInputError),
    ],
    ids=["no upload", "no statement", "no run", "no module", "no id"],
)
def test_nothing_is_attached_to_what_is_not_there(engine, order, module, record, error):
    with pytest.raises(error):
        engine.link_attachment(order.id, module, record)


def test_an_invoice_is_no_statement_and_has_no_seventh_bill(engine, order, invoice_id):
    with pytest.raises(NotFoundError):
        engine.link_attachment(order.id, "bank", invoice_id)
    with pytest.raises(NotFoundError):
        engine.link_attachment(order.id, "invoice", f"{invoice_id}-7")


def test_records_of_other_programs_are_taken_at_their_word(engine, order):
    assert engine.link_attachment(order.id, "purchase", "PO/147").related_id == "PO/147"


def test_the_same_record_has_the_same_bytes_once(engine, order, invoice_id, pdf_of):
    with pytest.raises(AttachedAlreadyError) as refusal:
        engine.attach("copy.pdf", pdf_of(*ORDER))
    assert refusal.value.document_id == order.id
    beside = engine.attach("copy.pdf", pdf_of(*ORDER), doc_type="PO", link=("invoice", invoice_id))
    assert beside.file_path == order.file_path
    with pytest.raises(AttachedAlreadyError):
        engine.link_attachment(order.id, "invoice", invoice_id)


def test_a_newer_version_takes_the_place_and_the_old_file_stays(engine, order, invoice_id, pdf_of):
    engine.link_attachment(order.id, "invoice", invoice_id)
    newer = engine.replace_attachment(order.id, "order 2.pdf", pdf_of(*ORDER, "Revision 2"))
    engine.wait_for_attachment(newer.id, 30)
    assert [paper.id for paper in engine.attachments_of("invoice", [invoice_id])] == [newer.id]
    versions = engine.attachment_versions(newer.id)
    assert [(paper.version, paper.id) for paper in versions] == [(2, newer.id), (1, order.id)]
    assert engine.original_file(order.id)[0].read_bytes() == pdf_of(*ORDER)
    for change in (
        lambda: engine.confirm_attachment(order.id),
        lambda: engine.delete_attachment(order.id),
        lambda: engine.replace_attachment(order.id, "x.pdf", pdf_of("x")),
    ):
        with pytest.raises(ReplacedError):
            change()


def test_a_person_corrects_and_confirms_and_the_history_shows_it(engine, order):
    right = PaperFields(number="PO-2026-0148", date=dt.date(2026, 2, 3), party="Acme Supplies Ltd")
    saved = engine.confirm_attachment(order.id, right, row_version=order.row_version)
    assert (saved.status, saved.document.fields) == ("confirmed", right)
    edits = [e for e in saved.document.audit_trail if e.action == "edit"]
    assert [(e.target, e.before, e.after) for e in edits] == [
        ("number", "PO-2026-0147", "PO-2026-0148"),
        ("total", "150.00", None),
        ("currency", "INR", None),
    ]
    assert saved.document.provenance["number"].source == "user"
    with pytest.raises(StaleVersionError):
        engine.confirm_attachment(order.id, right, row_version=order.row_version)
    with pytest.raises(WrongStateError):
        engine.read_attachment_again(order.id)


def test_its_type_and_name_can_be_changed_and_it_is_read_again_as_that(engine, order):
    changed = engine.change_attachment(
        order.id, row_version=order.row_version, doc_type="Production", file_name="sheet.pdf"
    )
    assert (changed.doc_type, changed.file_name) == ("Production", "sheet.pdf")
    engine.read_attachment_again(order.id)
    assert engine.wait_for_attachment(order.id, 30).document.fields.total is None


def test_a_paper_of_a_record_is_not_deleted_and_a_deleted_one_comes_back(engine, order, invoice_id):
    engine.link_attachment(order.id, "invoice", invoice_id)
    with pytest.raises(AttachmentInUseError):
        engine.delete_attachment(order.id)
    engine.unlink_attachment(order.id)
    engine.delete_attachment(order.id)
    assert engine.attachments(AttachmentQuery()).total == 0
    assert engine.attachments(AttachmentQuery(deleted=True)).total == 1
    with pytest.raises(NotFoundError):
        engine.confirm_attachment(order.id)
    assert engine.restore_attachment(order.id).deleted_at is None
    with pytest.raises(NotFoundError):
        engine.restore_attachment(order.id)
    assert engine.original_file(order.id)[0].is_file()


def test_papers_outlive_an_upload_that_goes_for_good(engine, order, invoice_id):
    (invoice,) = engine.invoice_upload(invoice_id).document.invoices
    engine.link_attachment(order.id, "invoice", invoice.invoice_id)
    engine.delete(invoice_id)
    engine.remove(invoice_id)
    assert engine.attachment(order.id).related_id is None


def test_a_file_of_no_kind_is_refused_and_leaves_nothing(engine):
    with pytest.raises(UnsupportedFileError):
        engine.attach("letter.pdf", b"plain words")
    assert engine.store.check_files() == ()
    assert engine.attachments(AttachmentQuery()).total == 0


def test_a_locked_paper_says_that_it_wants_a_password(engine, invoice_pdf):
    paper = engine.attach("locked.pdf", invoice_pdf(password="secret"), password="secret")
    assert engine.wait_for_attachment(paper.id, 30).status == "completed"
    engine.read_attachment_again(paper.id)
    again = engine.wait_for_attachment(paper.id, 30)
    assert again.status == "failed"
    assert "(password_needed)" in again.error_message


def test_pages_of_a_locked_paper_are_seen_without_its_password(engine, invoice_pdf):
    paper = engine.attach("locked.pdf", invoice_pdf(pages=2, password="secret"), password="secret")
    assert engine.wait_for_attachment(paper.id, 30).status == "completed"
    for page_number in (1, 2):
        assert engine.page_image(paper.id, page_number, 100).startswith(b"\x89PNG")


def test_what_was_pending_is_read_after_the_next_start(open_engine, pdf_of):
    first = open_engine()
    first.paper_clerk.close()
    paper = first.attach("order.pdf", pdf_of(*ORDER), doc_type="PO")
    assert first.attachment(paper.id).status == "pending"
    first.close()
    second = open_engine()
    assert second.wait_for_attachment(paper.id, 30).document.fields.number == "PO-2026-0147"


def test_files_and_histories_of_papers_are_checked_too(engine, order):
    assert engine.store.check_files() == ()
    (trail,) = [found for found in engine.store.check_trails() if found.table == "attachments"]
    assert (trail.row_id, trail.broken_at) == (order.id, None)
    (engine.upload_dir / order.file_path).write_bytes(b"%PDF-something else")
    (finding,) = engine.store.check_files()
    assert (finding.fault, finding.document_id) == ("changed", order.id)
