"""Pages are kept by content, whole or not at all."""

import os

import pytest

from engine.processing.page_cache import PageCache, PageKey

KEY = PageKey("ab" * 32, 1, "1", "dpi=300")


@pytest.fixture
def cache(tmp_path):
    return PageCache(tmp_path / "pages")


def test_what_was_put_is_found_again(cache):
    cache.put(KEY, b"words")
    assert cache.has(KEY)
    assert cache.get(KEY) == b"words"


def test_nothing_is_found_before_it_was_put(cache):
    assert not cache.has(KEY)
    assert cache.get(KEY) is None


@pytest.mark.parametrize(
    "other",
    [
        PageKey("cd" * 32, 1, "1", "dpi=300"),
        PageKey("ab" * 32, 2, "1", "dpi=300"),
        PageKey("ab" * 32, 1, "2", "dpi=300"),
        PageKey("ab" * 32, 1, "1", "dpi=200"),
    ],
    ids=["file", "page", "engine", "options"],
)
def test_everything_a_page_depends_on_tells_entries_apart(cache, other):
    cache.put(KEY, b"words")
    assert cache.get(other) is None


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 40], ids=["empty", "cut", "changed"])
def test_a_damaged_entry_counts_as_none_and_can_be_put_again(cache, tmp_path, damage):
    cache.put(KEY, b"words")
    (entry,) = [p for p in (tmp_path / "pages").rglob("*") if p.is_file()]
    entry.write_bytes(damage)
    assert cache.get(KEY) is None
    cache.put(KEY, b"words")
    assert cache.get(KEY) == b"words"


def test_no_half_written_files_stay_behind(cache, tmp_path):
    cache.put(KEY, b"one")
    cache.put(KEY, b"two")
    assert len([p for p in (tmp_path / "pages").rglob("*") if p.is_file()]) == 1
    assert cache.get(KEY) == b"two"


def entry(number):
    return PageKey("ab" * 32, number, "1", "dpi=300")


def unused(folder, *, but=()):
    """Make all entries look as if nobody had used them for a day."""
    names = {key.name for key in but}
    for path in (p for p in folder.rglob("*") if p.is_file() and p.name not in names):
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 86_400))


def test_above_the_limit_what_was_unused_longest_goes(tmp_path):
    cache = PageCache(tmp_path, max_bytes=10_000)
    for number in range(1, 10):
        cache.put(entry(number), b"x" * 1_000)
        unused(tmp_path)
    assert cache.get(entry(1))
    for number in range(10, 12):
        cache.put(entry(number), b"x" * 1_000)
    assert not cache.has(entry(2))
    assert all(cache.has(entry(number)) for number in (1, 9, 10, 11))
    assert sum(p.stat().st_size for p in tmp_path.rglob("*") if p.is_file()) <= 10_000


def test_what_was_just_put_is_kept_even_above_the_limit(tmp_path):
    cache = PageCache(tmp_path, max_bytes=100)
    for number in range(1, 4):
        cache.put(entry(number), b"x" * 1_000)
    assert all(cache.has(entry(number)) for number in (1, 2, 3))


def test_without_a_limit_everything_is_kept(cache, tmp_path):
    cache.put(entry(1), b"x" * 1_000)
    unused(tmp_path)
    cache.put(entry(2), b"x" * 1_000)
    assert cache.has(entry(1))
