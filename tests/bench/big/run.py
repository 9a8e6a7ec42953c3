"""Many rows, and one row with much in it: all figures of one run."""

import time
from pathlib import Path
from typing import Any, NamedTuple

from engine.store import Store
from tests.bench.big import opening, storing, thick_file
from tests.bench.big.queries import FlatTables, compare
from tests.bench.big.rows import fill
from tests.bench.sizes import Sizes
from tests.bench.timing import best_of


class _Change(NamedTuple):
    """Seconds to save one upload, and of the first refresh after it, by the clock and the cores."""

    saving_seconds: float
    refresh_seconds: float
    refresh_cpu_seconds: float


def measure(sizes: Sizes, folder: Path) -> dict[str, Any]:
    """Insert, open, ask and change many rows; then read, open and change a thick one."""
    return {
        "inserting": storing.measure(sizes.inserted, folder),
        "many": many_rows(sizes, folder),
        "thick": thick_file.measure(sizes.thick_pages, sizes.repeats, folder),
    }


def many_rows(sizes: Sizes, folder: Path) -> dict[str, Any]:
    """The file's weight, the start on it, questions beside flat tables, and one changed upload."""
    path = folder / "data" / "matchbook.duckdb"
    store = Store(path, folder / "uploads")
    filling, _ = best_of(1, lambda: fill(store, sizes.big))
    store.close()
    start = opening.measure(folder) if sizes.starts_server else {}
    store = Store(path, folder / "uploads")
    try:
        unnesting, _ = best_of(1, store.analytics.refresh)
        flat = FlatTables(store, folder / "flat.duckdb")
        asked = compare(store, flat, sizes.repeats)
        flat.close()
        changes = [_change(store) for _ in range(sizes.repeats)]
        json_bytes = sum(row["json_bytes"] for row in store.analytics.query("stored_rows"))
    finally:
        store.close()
    return {
        "uploads": sizes.big.uploads,
        "nested_lines": sizes.big.nested_lines,
        "filling_seconds": filling,
        "json_bytes": json_bytes,
        "file_bytes": path.stat().st_size,
        "flat_file_bytes": flat.file_bytes,
        **start,
        "unnesting_seconds": unnesting,
        "asked": asked,
        "saving_seconds": min(change.saving_seconds for change in changes),
        "refresh_seconds": min(change.refresh_seconds for change in changes),
        "refresh_cpu_seconds": min(change.refresh_cpu_seconds for change in changes),
    }


def _change(store: Store) -> _Change:
    """One upload is saved, and the tables of the screens follow."""
    row = store.bank.get("b0")
    assert row.document is not None
    started = time.perf_counter()
    store.bank.save_document("b0", row.document, row_version=row.row_version)
    saved, cpu = time.perf_counter(), time.process_time()
    store.analytics.refresh()
    return _Change(saved - started, time.perf_counter() - saved, time.process_time() - cpu)
