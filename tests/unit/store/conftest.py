import datetime as dt

import pytest

from engine.store import Store


class Clock:
    """A time that passes only when a test says so."""

    def __init__(self):
        self.now = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)

    def __call__(self):
        return self.now

    def pass_seconds(self, seconds):
        self.now += dt.timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    store = Store(
        tmp_path / "db" / "matchbook.duckdb",
        tmp_path / "uploads",
        max_json_bytes=1_000_000,
        clock=clock,
    )
    yield store
    store.close()
