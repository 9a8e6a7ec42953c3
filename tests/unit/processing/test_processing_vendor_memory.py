"""The whole loop: read wrongly, corrected, read rightly and visibly, forgotten, read wrongly."""

import datetime as dt
from decimal import Decimal

import pytest
from msgspec.structs import replace

ACME = (
    "Acme Supplies Ltd",
    "VAT GB980780684",
    "INVOICE",
    "Customer number: 55001",
    "Dossier: {number}",
    "Date: 2026-02-03",
    "Subtotal: EUR 100.00",
    "VAT 20%: EUR 20.00",
    "Total: EUR 120.00",
)
BETA = ("Beta Trading Ltd", "VAT GB434031494", *ACME[2:])


@pytest.fixture
def upload(engine, pdf_of):
    """Uploads an invoice of a vendor with a number and reads it; its upload id."""

    def send(number, lines=ACME):
        content = pdf_of(*(line.format(number=number) for line in lines))
        upload_id = engine.upload(f"{number}.pdf", content, kind="invoice").upload_id
        assert engine.wait(upload_id, 60).status == "completed"
        return upload_id

    return send


@pytest.fixture
def invoice_of(engine):
    """The one invoice of an upload."""
    return lambda upload_id: engine.invoice_upload(upload_id).document.invoices[0]


@pytest.fixture
def correct(engine):
    """Corrects fields of an upload's invoice and confirms it."""

    def change(upload_id, *, confirm=True, **values):
        row = engine.invoice_upload(upload_id)
        wanted = [replace(row.document.invoices[0], **values)]
        engine.save_invoices(upload_id, wanted, row_version=row.row_version)
        if confirm:
            engine.confirm(upload_id)

    return change


def test_a_correction_is_learned_shown_and_forgotten(engine, upload, invoice_of, correct):
    first = upload("D-77")
    misread = invoice_of(first).invoice_number
    assert misread != "D-77"
    correct(first, invoice_number="D-77")

    second = invoice_of(upload("D-78"))
    assert second.invoice_number == "D-78"
    assert second.learned["invoice_number"].corrections == 1
    assert second.provenance["invoice_number"].text.endswith("D-78")
    (known,) = engine.known_about_vendor(second)
    assert known.sentence == "It stands right of “dossier”."

    engine.forget_about_vendor(second)
    third = invoice_of(upload("D-79"))
    assert third.invoice_number != "D-79"
    assert third.learned == {}
    assert engine.known_about_vendor(third) == []


def test_what_is_learned_again_after_forgetting_counts(engine, upload, invoice_of, correct):
    first = upload("D-77")
    correct(first, invoice_number="D-77")
    engine.forget_about_vendor(invoice_of(first), "invoice_number")
    correct(upload("D-78"), invoice_number="D-78")
    assert invoice_of(upload("D-79")).learned["invoice_number"].corrections == 1


def test_a_learned_value_that_is_confirmed_is_surer_the_next_time(
    engine, upload, invoice_of, correct
):
    correct(upload("D-77"), invoice_number="D-77")
    second = upload("D-78")
    assert invoice_of(second).provenance["invoice_number"].confidence < 0.75
    engine.confirm(second)
    third = invoice_of(upload("D-79"))
    assert third.learned["invoice_number"].corrections == 1
    assert third.provenance["invoice_number"].confidence > 0.9
    (known,) = engine.known_about_vendor(third)
    assert (known.corrections, known.confirmations) == (1, 1)


def test_a_learned_value_that_is_corrected_speaks_against_it(upload, invoice_of, correct):
    correct(upload("D-77"), invoice_number="D-77")
    correct(upload("D-78"), invoice_number="55001")
    assert invoice_of(upload("D-79")).learned == {}


def test_corrections_of_two_files_count_as_two(upload, invoice_of, correct):
    both = [upload("D-77"), upload("D-78")]
    for upload_id, number in zip(both, ("D-77", "D-78"), strict=True):
        correct(upload_id, invoice_number=number)
    third = invoice_of(upload("D-79"))
    assert third.learned["invoice_number"].corrections == 2
    assert third.provenance["invoice_number"].confidence > 0.9


def test_another_vendor_in_the_same_layout_is_read_as_before(upload, invoice_of, correct):
    correct(upload("D-77"), invoice_number="D-77")
    assert invoice_of(upload("D-78", BETA)).learned == {}


def test_the_place_of_a_corrected_value_is_where_it_is_printed(upload, invoice_of, correct):
    upload_id = upload("D-77")
    correct(upload_id, confirm=False, invoice_number="D-77")
    place = invoice_of(upload_id).provenance["invoice_number"]
    assert (place.source, place.text, place.page) == ("user", "D-77", 1)


def test_a_correction_that_is_taken_back_teaches_nothing(upload, invoice_of, correct):
    upload_id = upload("D-77")
    before = invoice_of(upload_id).invoice_number
    correct(upload_id, confirm=False, invoice_number="D-77")
    correct(upload_id, confirm=False, invoice_number=before)
    assert invoice_of(upload_id).corrections == ()


def test_a_field_corrected_twice_is_one_correction_from_first_to_last(upload, invoice_of, correct):
    upload_id = upload("D-77")
    before = invoice_of(upload_id).invoice_number
    correct(upload_id, confirm=False, invoice_number="D-7")
    correct(upload_id, confirm=False, invoice_number="D-77")
    (correction,) = invoice_of(upload_id).corrections
    assert (correction.before, correction.after, correction.label) == (before, "D-77", "dossier")


def test_a_rejected_file_teaches_nothing(engine, upload, invoice_of, correct):
    upload_id = upload("D-77")
    correct(upload_id, confirm=False, invoice_number="D-77")
    engine.reject(upload_id, "not ours")
    assert invoice_of(upload("D-78")).learned == {}


def test_a_deleted_file_teaches_nothing(engine, upload, invoice_of, correct):
    upload_id = upload("D-77")
    correct(upload_id, confirm=False, invoice_number="D-77")
    engine.delete(upload_id)
    assert invoice_of(upload("D-78")).learned == {}


def test_a_value_that_is_not_printed_teaches_no_place(upload, invoice_of, correct):
    upload_id = upload("D-77")
    correct(upload_id, invoice_number="ZZ-1")
    (correction,) = invoice_of(upload_id).corrections
    assert (correction.page, correction.label) == (None, None)
    assert invoice_of(upload("D-78")).learned == {}


def test_without_cached_pages_a_correction_is_kept_without_its_place(
    engine, upload, invoice_of, correct
):
    upload_id = upload("D-77")
    for path in (engine.settings.cache_dir / "pages").rglob("*"):
        if path.is_file():
            path.unlink()
    correct(upload_id, invoice_number="D-77")
    assert invoice_of(upload_id).corrections[0].bbox is None


def test_corrections_stay_through_other_edits_and_in_the_history(
    engine, upload, invoice_of, correct
):
    upload_id = upload("D-77")
    correct(upload_id, confirm=False, invoice_number="D-77")
    correct(upload_id, confirm=False, due_date=dt.date(2026, 3, 3))
    correct(upload_id, total_amount=Decimal("120.50"))
    fields = {correction.field for correction in invoice_of(upload_id).corrections}
    assert fields == {"invoice_number", "due_date", "total_amount"}
    trail = engine.invoice_upload(upload_id).document.audit_trail
    assert not any("corrections" in (entry.target or "") for entry in trail)


def test_memory_outlives_the_process(open_engine, pdf_of, engine, upload, correct, invoice_of):
    correct(upload("D-77"), invoice_number="D-77")
    engine.close()
    again = open_engine()
    content = pdf_of(*(line.format(number="D-90") for line in ACME))
    upload_id = again.upload("b.pdf", content, kind="invoice").upload_id
    again.wait(upload_id, 60)
    (invoice,) = again.invoice_upload(upload_id).document.invoices
    assert invoice.invoice_number == "D-90"
