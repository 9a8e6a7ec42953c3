"""Files are kept by their content, complete or not at all, in a folder as in a bucket."""

import datetime as dt
import errno
import hashlib
import io
import re
import shutil
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from s3_server import new_prefix, place_in, storage

from engine.errors import (
    DiskFullError,
    FileChangedError,
    FileMissingError,
    FolderUnusableError,
    InvalidInputError,
)
from engine.store import FolderFiles, clean_file_name, open_files
from engine.store.filing.checksums import Checksums

DAY = dt.date(2026, 3, 2)
PDF = b"%PDF-1.7 some bytes"
PDF_HASH = hashlib.sha256(PDF).hexdigest()


@pytest.fixture
def folder_files(tmp_path):
    return FolderFiles(tmp_path / "uploads")


@pytest.fixture(params=["folder", "bucket"])
def files(request, tmp_path):
    """An empty place of files, once of each kind."""
    if request.param == "folder":
        return FolderFiles(tmp_path / "uploads")
    address = request.getfixturevalue("s3_address")
    return open_files(place_in(address, new_prefix(address), tmp_path))


@pytest.fixture
def spoil(files, tmp_path, request):
    """Puts other bytes where a file is kept, past Matchbook; None takes the file away."""

    def replace(file_path, content):
        if isinstance(files, FolderFiles):
            kept = files.root / file_path
            kept.unlink() if content is None else kept.write_bytes(content)
            return
        shutil.rmtree(tmp_path / "copies")
        there = storage(request.getfixturevalue("s3_address"))
        key = f"{files.where.removeprefix('s3://')}/{file_path}"
        there.rm_file(key) if content is None else there.pipe_file(key, content)

    return replace


def test_a_file_is_named_by_kind_day_and_content(files):
    stored = files.save(PDF, "Bank Statement", day=DAY)
    assert stored.path_relative == f"bank-statement/2026-03-02/{PDF_HASH}.pdf"
    assert (stored.file_hash, stored.file_size) == (PDF_HASH, len(PDF))
    assert files.open_path(stored.path_relative).read_bytes() == PDF
    files.verify(stored.path_relative, PDF_HASH)


def test_bytes_paths_and_streams_are_stored_alike(files, tmp_path):
    source = tmp_path / "source.bin"
    source.write_bytes(PDF)
    found = {
        files.save(PDF, "Invoice", day=DAY),
        files.save(source, "Invoice", day=DAY),
        files.save(io.BytesIO(PDF), "Invoice", day=DAY),
    }
    assert len(found) == 1
    assert len(list(files.names())) == 1
    assert source.exists()


def test_a_large_stream_is_copied_piece_by_piece(files):
    sizes = []

    class Stream(io.BytesIO):
        def read(self, size=-1):
            sizes.append(size)
            return super().read(size)

    content = b"x" * 3_000_000
    stored = files.save(Stream(content), "Other", day=DAY)
    assert stored.file_size == 3_000_000
    assert max(sizes) <= 1 << 20 and min(sizes) > 0


@pytest.mark.parametrize(
    ("content", "name", "extension"),
    [
        (PDF, "x.exe", ".pdf"),
        (b"\x89PNG\r\n\x1a\n..", "", ".png"),
        (b"\xff\xd8\xff\xe0", "", ".jpg"),
        (b"II*\x00", "", ".tif"),
        (b"a;b", "table.CSV", ".csv"),
        (b"text", "../../etc/passwd", ""),
        (b"text", "name.with a blank", ""),
        (b"", "", ""),
    ],
)
def test_the_extension_follows_the_bytes_then_the_name(files, content, name, extension):
    stored = files.save(content, "Other", day=DAY, file_name=name)
    assert stored.path_relative.endswith(stored.file_hash + extension)


@pytest.mark.parametrize(
    "doc_type", ["../../x", "a/b", "", "Tally Import", "..", "Ünïcode", "x\x00y"]
)
def test_a_kind_cannot_lead_out_of_the_folder(files, doc_type):
    stored = files.save(PDF, doc_type, day=DAY)
    (name,) = files.names()
    assert name == stored.path_relative
    assert re.fullmatch(r"[a-z0-9-]+/2026-03-02/[0-9a-f]{64}\.pdf", name)


@pytest.mark.parametrize(
    "path",
    [
        "../matchbook.duckdb",
        "/etc/passwd",
        "invoice/2026-03-02/../../../x",
        f"invoice/2026-03-02/{PDF_HASH}.pdf/..",
        f"invoice/2026-03-02/{PDF_HASH}.pdf\n",
        f"invoice\\2026-03-02\\{PDF_HASH}.pdf",
        f"../uploads/2026-03-02/{PDF_HASH}.pdf",
        "",
    ],
)
def test_a_path_that_save_never_gave_is_refused(files, path):
    files.save(PDF, "Invoice", day=DAY)
    with pytest.raises(FileMissingError):
        files.open_path(path)
    with pytest.raises(FileMissingError):
        files.remove(path)


def test_a_link_out_of_the_folder_is_refused(folder_files, tmp_path):
    files = folder_files
    secret = tmp_path / "secret"
    secret.write_bytes(PDF)
    folder = files.root / "invoice" / "2026-03-02"
    folder.mkdir(parents=True)
    (folder / f"{PDF_HASH}.pdf").symlink_to(secret)
    with pytest.raises(FileMissingError):
        files.open_path(f"invoice/2026-03-02/{PDF_HASH}.pdf")


def test_a_changed_file_is_told_by_everyone_who_reads_it(files, spoil):
    stored = files.save(PDF, "Invoice", day=DAY)
    spoil(stored.path_relative, PDF.replace(b"some", b"same"))
    with pytest.raises(FileChangedError, match="was changed since"):
        files.open_path(stored.path_relative)
    with pytest.raises(FileChangedError):
        files.verify(stored.path_relative, stored.file_hash)


def test_a_file_that_is_saved_again_is_whole_again(files, spoil):
    stored = files.save(PDF, "Invoice", day=DAY)
    spoil(stored.path_relative, b"changed")
    assert files.save(PDF, "Invoice", day=DAY) == stored
    assert files.open_path(stored.path_relative).read_bytes() == PDF
    files.verify(stored.path_relative, stored.file_hash)


def test_a_missing_file_is_told(files, spoil):
    stored = files.save(PDF, "Invoice", day=DAY)
    spoil(stored.path_relative, None)
    with pytest.raises(FileMissingError, match="is missing"):
        files.open_path(stored.path_relative)
    with pytest.raises(FileMissingError, match="is missing"):
        files.verify(stored.path_relative, stored.file_hash)


def test_a_removed_file_is_gone_and_removing_it_again_is_no_error(files):
    stored = files.save(PDF, "Invoice", day=DAY)
    files.remove(stored.path_relative)
    files.remove(stored.path_relative)
    assert list(files.names()) == []
    with pytest.raises(FileMissingError):
        files.open_path(stored.path_relative)


def test_a_file_that_nobody_touched_is_not_read_again(folder_files):
    stored = folder_files.save(PDF, "Invoice", day=DAY)
    path = folder_files.open_path(stored.path_relative)
    assert Checksums().holds(path, PDF_HASH)
    known = Checksums()
    known.note(path, PDF_HASH)
    path.chmod(0o000)
    path.chmod(0o400)
    assert known.holds(path, PDF_HASH)
    path.chmod(0o600)
    path.write_bytes(PDF[::-1])
    assert not known.holds(path, PDF_HASH)


def test_a_copy_that_breaks_off_leaves_nothing(files):
    class Broken(io.RawIOBase):
        def __init__(self):
            self.reads = 0

        def read(self, size=-1):
            self.reads += 1
            if self.reads > 1:
                raise OSError("the line went dead")
            return b"%PDF-1.7"

    with pytest.raises(OSError, match="dead"):
        files.save(Broken(), "Invoice", day=DAY)
    assert list(files.names()) == []


def test_a_full_disk_is_told(files):
    class Full(io.RawIOBase):
        def read(self, size=-1):
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(DiskFullError, match="no space left"):
        files.save(Full(), "Invoice", day=DAY)
    assert list(files.names()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(FolderUnusableError, match=r"The folder .*file.*: (Not a dir|File exists)"):
        FolderFiles(tmp_path / "file").save(PDF, "Invoice", day=DAY)


def test_the_same_file_from_many_threads_is_stored_once(files):
    content = PDF * 100_000
    threads = [
        threading.Thread(target=files.save, args=(content, "Invoice"), kwargs={"day": DAY})
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (only,) = list(files.names())
    files.verify(only, hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Invoice 7.pdf", "Invoice 7.pdf"),
        ("/home/anna/a.pdf", "a.pdf"),
        ("C:\\Users\\anna\\a.pdf", "a.pdf"),
        ("a\x00b\nc\x1b[31m.pdf", "ab c[31m.pdf"),
        ("evil\u202egpj.pdf", "evilgpj.pdf"),
        ("Rechnung März.pdf", "Rechnung März.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("x" * 300, "x" * 200),
    ],
)
def test_an_original_name_is_kept_clean_and_short(name, kept):
    assert clean_file_name(name) == kept


@pytest.mark.parametrize("name", ["", "..", "/", "\x00", "  "])
def test_a_name_of_nothing_is_refused(name):
    with pytest.raises(InvalidInputError):
        clean_file_name(name)


@given(st.text(max_size=400))
def test_no_name_keeps_a_path_or_a_control_character(name):
    try:
        kept = clean_file_name(name)
    except InvalidInputError:
        return
    assert 0 < len(kept) <= 200
    assert not set("/\\\x00\n\r\t") & set(kept)
    assert kept.isprintable()
