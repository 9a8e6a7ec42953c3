"""The committed sample documents are what the generator makes, and stay small."""

from pathlib import Path

import pytest

from tools.samples.__main__ import DEFAULT_DIR, write_samples


@pytest.fixture(scope="module")
def fresh(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    write_samples(folder)
    return folder


def test_the_generator_makes_exactly_the_committed_files(fresh):
    assert {p.name for p in fresh.iterdir()} == {p.name for p in DEFAULT_DIR.iterdir()}


def test_every_file_has_the_same_bytes_as_the_committed_one(fresh):
    changed = [
        path.name
        for path in fresh.iterdir()
        if path.read_bytes() != (DEFAULT_DIR / path.name).read_bytes()
    ]
    assert changed == []


def test_the_documents_are_under_a_megabyte_and_a_half_together():
    assert sum(path.stat().st_size for path in DEFAULT_DIR.iterdir()) < 1_500_000
