"""What is particular to files in a bucket: copies on this machine, and a storage that is away."""

import datetime as dt
import hashlib
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from s3_server import new_prefix, place_in, storage

from engine.errors import FilesAwayError
from engine.store import open_files
from engine.store.filing.copies import Copies

DAY = dt.date(2026, 3, 2)
PDF = b"%PDF-1.7 some bytes"


@pytest.fixture
def place(s3_address, tmp_path):
    """An empty bucket."""
    return place_in(s3_address, new_prefix(s3_address), tmp_path)


def test_another_installation_finds_what_one_kept(place, tmp_path):
    stored = open_files(place).save(PDF, "Invoice", day=DAY)
    other = open_files(replace(place, copies=tmp_path / "elsewhere"))
    assert other.open_path(stored.path_relative).read_bytes() == PDF
    assert list(other.names()) == [stored.path_relative]


def test_what_was_read_is_read_from_its_copy(place, s3_address):
    files = open_files(place)
    stored = files.save(PDF, "Invoice", day=DAY)
    storage(s3_address).rm_file(f"{place.url.removeprefix('s3://')}/{stored.path_relative}")
    assert files.open_path(stored.path_relative).read_bytes() == PDF


def test_a_damaged_copy_is_fetched_again(place):
    files = open_files(place)
    stored = files.save(PDF, "Invoice", day=DAY)
    files.open_path(stored.path_relative).write_bytes(b"damaged")
    assert files.open_path(stored.path_relative).read_bytes() == PDF


def test_what_stands_beside_the_prefix_is_not_ours(place, s3_address):
    storage(s3_address).pipe_file(f"{place.url.removeprefix('s3://')}-other/file.pdf", PDF)
    assert list(open_files(place).names()) == []


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"url": "s3://no-such-bucket-here/x"}, "there is no such bucket"),
        ({"endpoint": "http://127.0.0.1:9"}, "it does not answer as it should"),
    ],
)
def test_a_storage_that_is_away_is_told(place, change, cause):
    files = open_files(replace(place, **change))
    with pytest.raises(FilesAwayError, match=cause):
        files.save(PDF, "Invoice", day=DAY)
    with pytest.raises(FilesAwayError, match=cause):
        files.open_path(f"invoice/2026-03-02/{hashlib.sha256(PDF).hexdigest()}.pdf")
    with pytest.raises(FilesAwayError, match=cause):
        list(files.names())


def test_keys_are_in_no_text_of_it(place):
    assert place.secret_key not in repr(place)


def copy_of(copies, tmp_path, content, *, hours_ago):
    path = tmp_path / "incoming"
    path.write_bytes(content)
    file_hash = hashlib.sha256(content).hexdigest()
    kept = copies.place_of(file_hash)
    kept.parent.mkdir(parents=True, exist_ok=True)
    path.replace(kept)
    then = dt.datetime.now().timestamp() - hours_ago * 3600
    os.utime(kept, (then, then))
    return kept


def test_copies_unused_longest_go_first(tmp_path):
    copies = Copies(tmp_path / "copies", 2500)
    oldest = copy_of(copies, tmp_path, b"a" * 1000, hours_ago=3)
    older = copy_of(copies, tmp_path, b"b" * 1000, hours_ago=2)
    copies.note_use(oldest)
    new = tmp_path / "new"
    new.write_bytes(b"c" * 1000)
    kept = copies.take(new, hashlib.sha256(b"c" * 1000).hexdigest())
    assert oldest.exists()
    assert kept.exists()
    assert not older.exists()


def test_without_a_bucket_nothing_of_it_is_loaded():
    script = (
        "import sys, engine.services;"
        "sys.exit(any(name in sys.modules for name in ('fsspec', 's3fs', 'botocore')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
