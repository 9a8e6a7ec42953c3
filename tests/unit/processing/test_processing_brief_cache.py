"""Pages of a batch: in memory while there is room, in the folder when there is none."""

import pytest

from engine.processing.brief_cache import BriefPageCache
from engine.processing.page_cache import PageKey

FILE, OTHER = "ab" * 32, "cd" * 32


def key(page, file_hash=FILE):
    return PageKey(file_hash, page, "1", "")


@pytest.fixture
def cache(tmp_path):
    return BriefPageCache(tmp_path / "pages", most_bytes=10)


def files(tmp_path):
    return [path for path in (tmp_path / "pages").glob("*/*") if path.is_file()]


def test_what_fits_into_memory_is_not_written(cache, tmp_path):
    assert cache.put(key(1), b"12345")
    assert cache.put(key(2), b"12345")
    assert cache.get(key(1)) == cache.get(key(2)) == b"12345"
    assert cache.has(key(2))
    assert not cache.has(key(3))
    assert cache.get(key(3)) is None
    assert files(tmp_path) == []


def test_what_does_not_fit_is_found_all_the_same(cache, tmp_path):
    for page in range(1, 6):
        assert cache.put(key(page), b"1234")
    assert [cache.get(key(page)) for page in range(1, 6)] == [b"1234"] * 5
    assert all(cache.has(key(page)) for page in range(1, 6))
    assert len(files(tmp_path)) == 3


def test_the_same_page_again_takes_no_more_room(cache, tmp_path):
    for _ in range(5):
        assert cache.put(key(1), b"12345678")
    assert cache.put(key(2), b"12")
    assert files(tmp_path) == []


def test_a_file_that_is_done_makes_room(cache, tmp_path):
    for page in range(1, 4):
        cache.put(key(page), b"12345")
    cache.put(key(1, OTHER), b"1234")
    cache.forget(FILE)
    assert not any(cache.has(key(page)) for page in range(1, 4))
    assert cache.get(key(1, OTHER)) == b"1234"
    assert cache.put(key(2, OTHER), b"1234567890")
    assert len(files(tmp_path)) == 1


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "pages").write_text("no folder", "utf-8")
    cache = BriefPageCache(tmp_path / "pages", most_bytes=3)
    assert cache.put(key(1), b"123")
    assert not cache.put(key(2), b"123")
    assert cache.get(key(2)) is None
