import datetime as dt

import pytest

from engine.store import Store

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path):
    """A database whose clock stands at noon of 2 March 2026."""
    store = Store(tmp_path / "matchbook.duckdb", tmp_path / "uploads", clock=lambda: NOON)
    yield store
    store.close()
