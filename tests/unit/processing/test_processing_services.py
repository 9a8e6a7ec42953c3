"""The facade: uploads of both kinds, page images, health, one installation a process."""

import contextlib
import datetime as dt
from concurrent.futures import Future

import pytest
from msgspec.structs import replace

from engine.errors import (
    DuplicateUploadError,
    EmptyFileError,
    FileTooLargeError,
    FolderUnusableError,
    NotFoundError,
    UnsupportedFileError,
    WrongStateError,
)
from engine.processing.pool import InlineExecutor
from engine.services import initialize_production_json_system, services

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


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


def test_what_a_killed_process_left_of_an_upload_is_removed(open_engine):
    with contextlib.closing(open_engine()) as engine:
        folder = engine.settings.cache_dir / "incoming" / "tmp-left"
    folder.mkdir(parents=True)
    (folder / "content").write_bytes(b"half of an upload")
    open_engine()
    assert not folder.exists()


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


def test_an_upload_removed_for_good_is_gone_and_may_come_again(engine, invoice_pdf):
    upload_id = engine.upload("a.pdf", invoice_pdf(), kind="invoice").upload_id
    engine.wait(upload_id, 60)
    engine.page_image(upload_id, 1)
    engine.delete(upload_id)
    engine.remove(upload_id)
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


def test_reading_again_keeps_corrections(engine, invoices):
    row = engine.invoice_upload(invoices)
    wanted = tuple(replace(i, vendor_name="Other") for i in row.document.invoices)
    engine.save_invoices(invoices, wanted, row_version=row.row_version)
    engine.reject(invoices, "read it again")
    engine.retry(invoices)
    engine.wait(invoices, 60)
    document = engine.invoice_upload(invoices).document
    assert {invoice.vendor_name for invoice in document.invoices} == {"Other"}
    assert "edit" in [entry.action for entry in document.audit_trail]


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
    assert set(health.tools) == {"tesseract", "pdftoppm", "rapidocr"}
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
