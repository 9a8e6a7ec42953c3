"""Pages are kept by content, whole or not at all."""

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
