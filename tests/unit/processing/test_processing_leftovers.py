"""What a killed process left half done is gone when the next one takes files in."""

import hashlib
import shutil

import pytest
from uploads_read import upload

from engine.processing.leftovers import CONTENT


@pytest.fixture
def left(open_engine, invoice_pdf):
    """An installation whose process ended between storing a file and inserting its row."""
    engine = open_engine()
    upload(engine, invoice_pdf(number="KEPT"))
    content = invoice_pdf(number="LOST")
    stored = engine.store.files.save(
        content, "Invoice", day=engine.store.documents.list()[0].upload_at.date()
    )
    folder = engine.settings.cache_dir / "incoming" / "tmp-killed"
    folder.mkdir(parents=True)
    (folder / CONTENT).write_bytes(content)
    (engine.upload_dir / ".incoming-half").write_bytes(content[:100])
    engine.close()
    return engine.upload_dir / stored.path_relative


def test_a_file_without_its_row_goes_and_others_stay(left, open_engine):
    assert left.is_file()
    engine = open_engine()
    assert not left.exists()
    assert engine.store.check_files() == ()
    assert not list((engine.settings.cache_dir / "incoming").iterdir())


def test_a_file_that_has_its_row_stays(left, open_engine):
    engine = open_engine()
    (kept,) = engine.store.documents.list()
    content = engine.store.files.open_path(kept.file_path).read_bytes()
    engine.close()
    folder = engine.settings.cache_dir / "incoming" / "tmp-killed"
    folder.mkdir()
    (folder / CONTENT).write_bytes(content)
    again = open_engine()
    assert again.store.check_files() == ()
    assert hashlib.sha256(content).hexdigest() == kept.file_hash


def test_a_spool_with_nothing_that_arrived_is_emptied(left, open_engine):
    open_engine().close()
    incoming = left.parents[3] / "cache" / "incoming"
    shutil.rmtree(incoming)
    (incoming / "tmp-empty").mkdir(parents=True)
    open_engine()
    assert not list(incoming.iterdir())
