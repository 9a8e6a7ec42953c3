"""Files of an older engine are read anew beside their rows; people compare, then accept."""

from decimal import Decimal

import pytest
from killed.documents import files
from msgspec.structs import replace
from uploads_read import upload

from engine.errors import NotFoundError, WrongStateError
from engine.processing.carried_over import STAYED
from engine.processing.reading_version import digest_of, reading_version
from engine.records import Provenance, first_broken_entry

OLDER = "0.0.9"


def made_older(engine, upload_id, **changes):
    """Make the row what an older engine would have read: ``changes`` of its records."""
    row = row_of(engine, upload_id)
    known = row.document
    info = replace(known.processing_info, engine_version=OLDER)
    document = replace(known, processing_info=info)
    if engine.upload_kind(upload_id) == "invoice":
        document = replace(document, invoices=tuple(replace(i, **changes) for i in known.invoices))
        engine.store.invoices.save_document(upload_id, document, row_version=row.row_version)
    else:
        engine.store.bank.save_document(
            upload_id, replace(document, **changes), row_version=row.row_version
        )


def row_of(engine, upload_id):
    if engine.upload_kind(upload_id) == "invoice":
        return engine.invoice_upload(upload_id)
    return engine.bank_upload(upload_id)


def read_anew(engine, *upload_ids):
    engine.ask_for_readings(upload_ids)
    assert engine.wait_for_readings(60)


@pytest.fixture
def older(engine, invoice_pdf):
    """An invoice of which an older engine found neither the vendor nor the date."""
    upload_id = upload(engine, invoice_pdf())
    engine.wait(upload_id, 60)
    made_older(engine, upload_id, vendor_name=None, invoice_date=None)
    return upload_id


def test_files_that_another_engine_read_are_found(engine, invoice_pdf):
    first = upload(engine, invoice_pdf())
    second = upload(engine, invoice_pdf(number="INV-7"))
    for upload_id in (first, second):
        engine.wait(upload_id, 60)
        assert row_of(engine, upload_id).document.processing_info.engine_version == (
            reading_version()
        )
    assert engine.older_files() == ()
    made_older(engine, second)
    (found,) = engine.older_files()
    assert (found.upload_id, found.engine_version, found.reading) == (second, OLDER, None)


def test_another_line_of_code_is_another_engine(tmp_path):
    (tmp_path / "reading").mkdir()
    (tmp_path / "extraction").mkdir()
    rule = tmp_path / "extraction" / "rule.py"
    rule.write_text("a = 1\n")
    before = digest_of(tmp_path)
    assert digest_of(tmp_path) == before
    rule.write_text("a = 2\n")
    assert digest_of(tmp_path) != before


def test_reading_anew_changes_nothing_and_shows_what_differs(engine, older):
    before = row_of(engine, older)
    read_anew(engine, older)
    assert row_of(engine, older) == before
    found = engine.compare_reading(older)
    assert {c.target: (c.kind, c.before) for c in found.differences.changes} == {
        "invoices[0].invoice_date": ("found", None),
        "invoices[0].vendor_name": ("found", None),
    }
    assert (found.engine_before, found.engine_after) == (OLDER, reading_version())
    assert engine.newer_reading(older).state == "ready"


def test_what_is_only_better_is_accepted_and_taken_back_in_one_step(engine, older, invoice_pdf):
    other = upload(engine, invoice_pdf(number="INV-9"))
    engine.wait(other, 60)
    made_older(engine, other)
    before = {u: row_of(engine, u) for u in (older, other)}
    read_anew(engine, older, other)
    preview = engine.preview_readings()
    assert {found.upload_id: found.verdict for found in preview.possible} == {
        older: "better",
        other: "same",
    }
    result = engine.accept_readings(preview, by="rea")
    assert set(result.done) == {older, other}
    after = row_of(engine, older)
    assert after.document.invoices[0].vendor_name == "Acme Supplies Ltd"
    assert after.document.processing_info.engine_version == reading_version()
    assert [(e.action, e.by) for e in after.document.audit_trail[-2:]] == [
        ("read anew", "rea"),
        ("read", "matchbook"),
    ]
    assert first_broken_entry(after.document.audit_trail) is None
    assert engine.older_files() == ()
    assert {line.upload_id for line in engine.last_accepted_readings()} == {older, other}

    undone = engine.take_back_readings(result.batch_id, by="rea")
    assert set(undone.done) == {older, other}
    for upload_id, was in before.items():
        now = row_of(engine, upload_id)
        assert now.document.invoices == was.document.invoices
        assert now.document.processing_info == was.document.processing_info
        assert (now.status, now.confidence_score) == (was.status, was.confidence_score)
        assert now.document.audit_trail[-1].action == "take back reading"
        assert first_broken_entry(now.document.audit_trail) is None
    assert engine.last_accepted_readings() == ()
    assert len(engine.preview_readings().possible) == 2


def test_a_value_that_became_another_one_asks_for_a_look(engine, older):
    made_older(engine, older, total_amount=Decimal("19.00"))
    read_anew(engine, older)
    found = engine.compare_reading(older)
    assert found.verdict == "look"
    assert found.reasons == ("1 value differs unproven.",)
    assert engine.preview_readings().possible == ()
    (left,) = engine.preview_readings().left
    assert left.reason == "1 value differs unproven."
    chosen = engine.preview_readings([older], only_better=False)
    engine.accept_readings(chosen)
    assert row_of(engine, older).document.invoices[0].total_amount == Decimal("119.00")


def test_a_value_that_would_be_lost_asks_for_a_look(engine, older):
    made_older(engine, older, payment_reference="RF18 5390 0754 7034")
    read_anew(engine, older)
    assert engine.compare_reading(older).reasons == ("1 value that was read is gone.",)


def test_what_people_said_is_kept_and_told_beside_what_is_read(engine, older):
    row = row_of(engine, older)
    (invoice,) = row.document.invoices
    told = replace(invoice, total_amount=Decimal("120.00"), due_date=None)
    engine.save_invoices(older, [told], row_version=row.row_version)
    read_anew(engine, older)
    kept = {k.target: (k.value, k.read) for k in engine.compare_reading(older).differences.kept}
    assert kept["invoices[0].total_amount"] == (Decimal("120.00"), Decimal("119.00"))
    assert kept["invoices[0].due_date"][0] is None
    engine.accept_readings(engine.preview_readings([older], only_better=False))
    (after,) = row_of(engine, older).document.invoices
    assert (after.total_amount, after.due_date) == (Decimal("120.00"), None)
    assert after.vendor_name == "Acme Supplies Ltd"


def test_amounts_of_a_statement_that_its_sums_prove_are_only_better(engine):
    upload_id = upload(engine, files()["statement"].content, kind="bank")
    engine.wait(upload_id, 60)
    known = row_of(engine, upload_id).document
    assert known.statement_info.proof.status == "proven"
    misread, *others = known.transactions
    proof = replace(known.statement_info.proof, status="gaps", rows_proven=0)
    info = replace(known.statement_info, proof=proof, checks=("Balances differ.",))
    lines = (replace(misread, amount=misread.amount + 9), *others)
    made_older(engine, upload_id, statement_info=info, transactions=lines)
    read_anew(engine, upload_id)
    found = engine.compare_reading(upload_id)
    assert (found.proof_before, found.proof_after) == ("gaps", "proven")
    assert [(c.target, c.is_proven) for c in found.differences.changes] == [
        ("transactions[0].amount", True)
    ]
    assert [c.holds for c in found.differences.checks] == [True]
    assert found.verdict == "better"


def test_a_text_that_differs_is_not_proven_by_sums(engine):
    upload_id = upload(engine, files()["statement"].content, kind="bank")
    engine.wait(upload_id, 60)
    known = row_of(engine, upload_id).document
    first, *others = known.transactions
    lines = (replace(first, description="OTHER WORDS"), *others)
    made_older(engine, upload_id, transactions=lines)
    read_anew(engine, upload_id)
    assert engine.compare_reading(upload_id).reasons == ("1 value differs unproven.",)


def test_a_doubtful_new_value_asks_for_a_look(engine, older):
    read_anew(engine, older)
    reading = engine.store.newer_readings.get(older, "invoice")
    (invoice,) = reading.document.invoices
    places = {
        **invoice.provenance,
        "vendor_name": Provenance(page=1, bbox=None, text="A", confidence=0.6, source="text"),
    }
    doubtful = replace(reading.document, invoices=(replace(invoice, provenance=places),))
    engine.store.newer_readings.ask([older], reading_version(), by="rea")
    engine.store.newer_readings.note_read(older, doubtful, "completed", reading_version())
    assert engine.compare_reading(older).reasons == ("1 new value is doubtful.",)


def test_records_that_people_arranged_stay_and_stay_after_taking_back(engine, invoice_pdf):
    upload_id = upload(engine, invoice_pdf(pages=2))
    engine.wait(upload_id, 60)
    row = row_of(engine, upload_id)
    engine.save_invoices(upload_id, row.document.invoices[:1], row_version=row.row_version)
    made_older(engine, upload_id)
    for _ in range(2):
        read_anew(engine, upload_id)
        found = engine.compare_reading(upload_id)
        assert found.differences.stayed
        assert found.differences.new_warnings == (STAYED,)
        result = engine.accept_readings(engine.preview_readings([upload_id], only_better=False))
        assert len(row_of(engine, upload_id).document.invoices) == 1
        engine.take_back_readings(result.batch_id)
        assert row_of(engine, upload_id).document.processing_info.warnings == ()


def test_a_confirmed_file_can_be_compared_and_is_accepted_once_reopened(engine, older):
    engine.confirm(older)
    read_anew(engine, older)
    assert engine.compare_reading(older).why_not == "It is confirmed: reopen it first."
    assert engine.preview_readings().possible == ()
    engine.reopen(older, "read anew")
    assert engine.accept_readings(engine.preview_readings()).done == (older,)


def test_a_row_saved_since_the_preview_is_left_as_it_is(engine, older):
    read_anew(engine, older)
    preview = engine.preview_readings()
    row = row_of(engine, older)
    (invoice,) = row.document.invoices
    changed = replace(invoice, purchase_order="PO-1")
    engine.save_invoices(older, [changed], row_version=row.row_version)
    result = engine.accept_readings(preview)
    assert (result.done, result.batch_id) == ((), None)
    assert [left.upload_id for left in result.left] == [older]
    assert engine.compare_reading(older).row_version == row.row_version + 1


def test_what_somebody_went_on_from_is_not_taken_back(engine, older):
    read_anew(engine, older)
    result = engine.accept_readings(engine.preview_readings())
    engine.confirm(older)
    assert engine.take_back_readings(result.batch_id).done == ()
    assert row_of(engine, older).status == "confirmed"


def test_a_reading_that_nobody_wants_is_set_aside(engine, older):
    read_anew(engine, older)
    engine.set_aside_readings([older])
    assert engine.newer_reading(older).state == "set_aside"
    assert engine.preview_readings().possible == ()
    with pytest.raises(NotFoundError):
        engine.compare_reading(older)
    with pytest.raises(NotFoundError):
        engine.set_aside_readings([older])


def test_only_what_was_read_can_be_read_anew(engine, invoice_pdf, older):
    engine.reject(older, "not ours")
    with pytest.raises(WrongStateError):
        engine.ask_for_readings([older])
    with pytest.raises(NotFoundError):
        engine.ask_for_readings(["nothing"])


def test_an_encrypted_file_says_that_it_needs_its_password(engine, invoice_pdf):
    upload_id = upload(engine, invoice_pdf(password="secret"), password="secret")
    engine.wait(upload_id, 60)
    made_older(engine, upload_id, vendor_name=None)
    read_anew(engine, upload_id)
    line = engine.newer_reading(upload_id)
    assert line.state == "failed"
    assert "(password_needed)" in line.error_message
    engine.ask_for_readings([upload_id], "secret")
    assert engine.wait_for_readings(60)
    assert engine.compare_reading(upload_id).verdict == "better"


def test_what_waits_is_read_after_the_next_start(open_engine, invoice_pdf):
    first = open_engine()
    upload_id = upload(first, invoice_pdf())
    first.wait(upload_id, 60)
    made_older(first, upload_id, vendor_name=None)
    first.store.newer_readings.ask([upload_id], reading_version(), by="rea")
    first.close()
    again = open_engine()
    assert again.wait_for_readings(60)
    assert again.compare_reading(upload_id).verdict == "better"


def test_a_deleted_file_has_no_reading_and_a_removed_one_leaves_none(engine, older):
    read_anew(engine, older)
    engine.delete(older)
    assert engine.store.newer_readings.lines() == ()
    engine.remove(older)
    with pytest.raises(NotFoundError):
        engine.store.newer_readings.get(older, "invoice")
