"""The facade: uploads of both kinds, people's words, reconciliations, health."""

import datetime as dt
from concurrent.futures import Future
from decimal import Decimal

import pytest
from msgspec.structs import replace

from engine.errors import (
    AlreadyConfirmedError,
    DuplicateUploadError,
    EmptyFileError,
    FileTooLargeError,
    FolderUnusableError,
    InvalidInputError,
    NotFoundError,
    NothingToReconcileError,
    StaleVersionError,
    UnsupportedFileError,
    UploadInUseError,
    WrongStateError,
)
from engine.processing.pool import InlineExecutor
from engine.records import (
    BankDocument,
    FileInfo,
    Invoice,
    InvoiceDocument,
    ProcessingInfo,
    StatementInfo,
    Transaction,
    first_broken_entry,
    summarise_invoices,
    summarise_transactions,
)
from engine.services import initialize_production_json_system, services

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def read_upload(engine, invoice_pdf):
    """Uploads a file and gives its row what the test wants it to say."""
    made = []

    def make(kind, records):
        made.append(kind)
        receipt = engine.upload(
            f"{kind}-{len(made)}.pdf", invoice_pdf(number=f"N{len(made)}"), kind=kind
        )
        engine.wait(receipt.upload_id, 60)
        row = (
            engine.invoice_upload(receipt.upload_id)
            if kind == "invoice"
            else engine.bank_upload(receipt.upload_id)
        )
        common = {
            "upload_id": row.upload_id,
            "file_info": FileInfo(
                file_name=row.file_name,
                file_hash=row.file_hash,
                file_size=row.file_size,
                mime_type=row.mime_type,
                pages_total=1,
            ),
            "processing_info": ProcessingInfo(
                ocr_engine="tesseract",
                engine_version="1",
                processed_at=NOW,
                duration_seconds=0.1,
                pages_text=1,
                pages_ocr=0,
            ),
            "audit_trail": row.document.audit_trail,
        }
        if kind == "invoice":
            document = InvoiceDocument(
                **common, extraction_summary=summarise_invoices(records), invoices=records
            )
            engine.store.invoices.save_document(
                row.upload_id, document, row_version=row.row_version
            )
        else:
            document = BankDocument(
                **common,
                statement_info=StatementInfo(currency="EUR"),
                extraction_summary=summarise_transactions(records),
                transactions=records,
            )
            engine.store.bank.save_document(row.upload_id, document, row_version=row.row_version)
        return row.upload_id

    return make


@pytest.fixture
def invoices(read_upload):
    return read_upload(
        "invoice",
        tuple(
            Invoice(
                invoice_id=f"i-{n}",
                invoice_number=f"INV-{n}00",
                invoice_date=dt.date(2026, 2, 3),
                due_date=dt.date(2026, 2, 20),
                vendor_name=name,
                currency="EUR",
                total_amount=Decimal(amount),
                confidence=0.9,
            )
            for n, name, amount in ((1, "Acme Supplies", "119.00"), (2, "Beta Works", "77.35"))
        ),
    )


@pytest.fixture
def statement(read_upload):
    return read_upload(
        "bank",
        tuple(
            Transaction(
                transaction_id=f"t-{n}",
                date=dt.date(2026, 2, 18),
                amount=Decimal(amount),
                currency="EUR",
                description=text,
                counterparty=text.split(" INV")[0],
                confidence=0.9,
            )
            for n, text, amount in (
                (1, "Acme Supplies INV-100", "-119.00"),
                (2, "Beta Works INV-200", "-77.35"),
                (3, "Salary", "2500.00"),
            )
        ),
    )


def kept(row):
    return [m for m in (*row.document.matched, *row.document.partial) if m.decision != "rejected"]


@pytest.mark.parametrize("name", ["uploads", "cache"])
def test_a_folder_that_cannot_be_used_refuses_uploads_and_leaves_no_row(engine, invoice_pdf, name):
    (engine.settings.data_dir / name).touch()
    with pytest.raises(FolderUnusableError):
        engine.upload("a.pdf", invoice_pdf(), kind="invoice")
    assert engine.health().invoice_uploads == 0


def test_a_file_that_is_here_already_is_named(engine, invoice_pdf):
    first = engine.upload("a.pdf", invoice_pdf(), kind="invoice")
    with pytest.raises(DuplicateUploadError) as caught:
        engine.upload("b.pdf", invoice_pdf(), kind="bank")
    assert caught.value.upload_id == first.upload_id
    assert "a.pdf" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", EmptyFileError), (b"no document", UnsupportedFileError)],
    ids=["empty", "text"],
)
def test_what_cannot_be_read_leaves_nothing_behind(engine, content, error):
    with pytest.raises(error):
        engine.upload("a.pdf", content)
    assert engine.store.counts()["invoice_uploads"] == 0
    assert not [p for p in engine.upload_dir.rglob("*") if p.is_file()]
    assert not list((engine.settings.cache_dir / "incoming").iterdir())


def test_files_above_the_limit_are_refused(open_engine, invoice_pdf):
    engine = open_engine(max_upload_bytes=1000)
    with pytest.raises(FileTooLargeError):
        engine.upload("a.pdf", invoice_pdf())


def test_a_file_may_come_as_bytes_as_a_stream_or_as_a_path(engine, invoice_pdf, tmp_path):
    path = tmp_path / "on disk.pdf"
    path.write_bytes(invoice_pdf(number="PATH"))
    assert engine.upload(path.name, path).upload_id
    with path.open("rb") as stream, pytest.raises(DuplicateUploadError):
        engine.upload("stream.pdf", stream)


def test_a_name_never_becomes_a_path(engine, invoice_pdf):
    receipt = engine.upload("../../etc/pass\x00wd.pdf", invoice_pdf(), kind="invoice")
    assert receipt.file_name == "passwd.pdf"
    path, name, mime_type = engine.original_file(receipt.upload_id)
    assert path.is_relative_to(engine.upload_dir)
    assert (name, mime_type) == ("passwd.pdf", "application/pdf")


def test_the_kind_can_be_corrected_and_the_file_is_read_again(engine, invoice_pdf):
    upload_id = engine.upload("a.pdf", invoice_pdf(), kind="invoice").upload_id
    engine.wait(upload_id, 60)
    engine.change_kind(upload_id, "bank")
    assert engine.wait(upload_id, 60).status == "completed"
    assert engine.upload_kind(upload_id) == "bank"
    assert engine.bank_upload(upload_id).document is not None
    with pytest.raises(NotFoundError):
        engine.invoice_upload(upload_id)


def test_a_deleted_upload_is_gone_and_may_come_again(engine, invoice_pdf):
    upload_id = engine.upload("a.pdf", invoice_pdf(), kind="invoice").upload_id
    engine.wait(upload_id, 60)
    engine.page_image(upload_id, 1)
    engine.delete(upload_id)
    with pytest.raises(NotFoundError):
        engine.progress(upload_id)
    for folder in (engine.upload_dir, engine.settings.cache_dir):
        assert not [path for path in folder.rglob("*") if path.is_file()]
    assert engine.upload("a.pdf", invoice_pdf(), kind="invoice").upload_id != upload_id


def test_what_is_being_read_can_be_deleted(open_engine, invoice_pdf):
    class Never(InlineExecutor):
        def submit(self, fn, /, *args):
            return Future()

    engine = open_engine(Never(), quick_executor=InlineExecutor())
    upload_id = engine.upload("a.pdf", invoice_pdf(), kind="invoice").upload_id
    assert engine.progress(upload_id).message == "Waiting for its turn"
    engine.delete(upload_id)
    assert engine.store.counts()["invoice_uploads"] == 0


def test_a_confirmed_upload_is_not_deleted(engine, invoices):
    engine.confirm(invoices)
    with pytest.raises(WrongStateError):
        engine.delete(invoices)


def test_reading_again_says_that_corrections_are_in_the_history(engine, invoices):
    row = engine.invoice_upload(invoices)
    wanted = tuple(replace(i, vendor_name="Other") for i in row.document.invoices)
    engine.save_invoices(invoices, wanted, row_version=row.row_version)
    engine.reject(invoices, "read it again")
    engine.retry(invoices)
    engine.wait(invoices, 60)
    document = engine.invoice_upload(invoices).document
    assert "earlier corrections" in " ".join(document.processing_info.warnings)
    assert "edit" in [entry.action for entry in document.audit_trail]


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


def test_bills_are_matched_with_the_lines_that_paid_them(engine, invoices, statement):
    row = engine.reconcile([invoices], [statement], threshold=0.0)
    groups = {(m.invoice_ids, m.transaction_ids) for m in row.document.matched}
    assert groups == {(("i-1",), ("t-1",)), (("i-2",), ("t-2",))}
    assert row.document.unmatched.bank_transactions == ("t-3",)
    assert row.match_rate_percentage == 100
    assert [s.upload_id for s in row.document.source_documents] == [invoices, statement]
    assert engine.reconciliation(row.reconciliation_id) == row


def test_a_rejected_match_frees_its_records_and_is_not_proposed_again(engine, invoices, statement):
    row = engine.reconcile([invoices], [statement], threshold=0.0)
    (acme,) = [m for m in kept(row) if m.invoice_ids == ("i-1",)]
    version = engine.decide(
        row.reconciliation_id,
        acme.match_id,
        "rejected",
        row_version=row.row_version,
        reason="other bill",
        by="anna",
    )
    decided = engine.reconciliation(row.reconciliation_id)
    assert decided.row_version == version
    assert decided.document.unmatched.invoices == ("i-1",)
    assert set(decided.document.unmatched.bank_transactions) == {"t-1", "t-3"}
    assert decided.total_matches_found == row.total_matches_found - 1
    assert decided.match_rate_percentage == 50
    entry = decided.document.audit_trail[-1]
    assert (entry.by, entry.action, entry.target) == ("anna", "reject", acme.match_id)
    assert first_broken_entry(decided.document.audit_trail) is None

    again = engine.reconcile([invoices], [statement], threshold=0.0)
    assert [m.invoice_ids for m in kept(again)] == [("i-2",)]


def test_a_rejection_can_be_taken_back(engine, invoices, statement):
    row = engine.reconcile([invoices], [statement], threshold=0.0)
    match_id = row.document.matched[0].match_id
    version = row.row_version
    for decision in ("rejected", "proposed", "confirmed"):
        version = engine.decide(row.reconciliation_id, match_id, decision, row_version=version)
    decided = engine.reconciliation(row.reconciliation_id)
    assert decided.document.unmatched == row.document.unmatched
    assert decided.document.reconciliation_summary == row.document.reconciliation_summary
    (match,) = [m for m in decided.document.matched if m.match_id == match_id]
    assert (match.decision, match.decided_by) == ("confirmed", "local")


def test_a_decision_on_an_old_run_version_is_refused(engine, invoices, statement):
    row = engine.reconcile([invoices], [statement], threshold=0.0)
    match_id = row.document.matched[0].match_id
    engine.decide(row.reconciliation_id, match_id, "confirmed", row_version=row.row_version)
    with pytest.raises(StaleVersionError):
        engine.decide(row.reconciliation_id, match_id, "rejected", row_version=row.row_version)
    with pytest.raises(NotFoundError):
        engine.decide(row.reconciliation_id, "none", "rejected", row_version=row.row_version + 1)


def test_money_cannot_pay_twice(engine, invoices, statement):
    first, second = (engine.reconcile([invoices], [statement], threshold=0.0) for _ in range(2))
    match_id = first.document.matched[0].match_id
    engine.decide(first.reconciliation_id, match_id, "confirmed", row_version=first.row_version)
    with pytest.raises(AlreadyConfirmedError):
        engine.decide(
            second.reconciliation_id, match_id, "confirmed", row_version=second.row_version
        )


def test_only_what_was_read_and_not_rejected_is_reconciled(engine, invoices, statement):
    engine.reject(invoices, "not ours")
    with pytest.raises(WrongStateError):
        engine.reconcile([invoices], [statement])


def test_nothing_to_match_is_an_error_of_its_own(engine, invoices, read_upload):
    empty = read_upload("bank", ())
    with pytest.raises(NothingToReconcileError):
        engine.reconcile([invoices], [empty])
    with pytest.raises(InvalidInputError):
        engine.reconcile([], [empty])
    with pytest.raises(InvalidInputError):
        engine.reconcile([invoices], [empty], threshold=1.5)


def test_an_upload_that_was_reconciled_stays(engine, invoices, statement):
    engine.reconcile([invoices], [statement])
    with pytest.raises(UploadInUseError):
        engine.delete(invoices)


def test_page_images_are_drawn_once(engine, invoices):
    first = engine.page_image(invoices, 1, dpi=50)
    assert first.startswith(b"\x89PNG")
    assert engine.page_image(invoices, 1, dpi=50) == first
    assert engine.page_image_tag(invoices, 1, 50) != engine.page_image_tag(invoices, 1, 60)


def test_pages_of_encrypted_files_are_drawn_while_the_password_is_known(engine, invoice_pdf):
    receipt = engine.upload(
        "a.pdf", invoice_pdf(pages=2, password="sesame"), kind="invoice", password="sesame"
    )
    engine.wait(receipt.upload_id, 60)
    assert engine.page_image(receipt.upload_id, 2, dpi=50).startswith(b"\x89PNG")


def test_health_counts_and_names_what_is_there(engine, invoices):
    health = engine.health()
    assert (health.invoice_uploads, health.bank_uploads, health.reconciliations) == (1, 0, 0)
    assert set(health.tools) == {"tesseract", "pdftoppm"}
    assert health.free_disk_bytes > 0
    assert health.queue_length == 0


def test_an_installation_without_any_upload_is_well(engine):
    assert engine.health().free_disk_bytes > 0


def test_the_process_shares_one_installation_until_the_cache_is_cleared():
    first = services()
    assert services() is first
    services.cache_clear()
    second = services()
    assert second is not first
    services.cache_clear()


def test_a_program_opens_an_installation_of_its_own(tmp_path, invoice_pdf):
    opened = initialize_production_json_system(
        db_path=str(tmp_path / "books" / "mine.duckdb"), upload_folder=str(tmp_path / "files")
    )
    receipt = opened.upload("a.pdf", invoice_pdf(), kind="invoice")
    assert opened.wait(receipt.upload_id, 60).status == "completed"
    opened.close()
    assert (tmp_path / "books" / "mine.duckdb").exists()
    assert list((tmp_path / "files").rglob("*.pdf"))
