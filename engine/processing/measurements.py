"""What an installation is now, as values that programs watch over time."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from engine.errors import MatchbookError
from engine.processing.health import database_bytes
from engine.processing.runner import Runner
from engine.store import Store
from engine.watching.memory import resident_bytes
from engine.watching.meters import Gauge, gauge

LEAST_FREE_BYTES: Final = 100_000_000
"""Below that, uploads would soon be refused."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether requests can be served now; ``problems`` says in sentences why not."""

    problems: tuple[str, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing is in the way."""
        return not self.problems


def readiness(store: Store, runner: Runner) -> Readiness:
    """Ask the database something, look at the disk and at the thread that reads uploads."""
    problems = []
    try:
        store.counts()
    except MatchbookError as error:
        problems.append(f"{error} ({error.code})")
    if shutil.disk_usage(store.database_path.parent).free < LEAST_FREE_BYTES:
        problems.append("The disk of the data folder is full (disk_full).")
    if not runner.is_alive:
        problems.append("Uploads are not read any more (reader_stopped).")
    return Readiness(tuple(problems))


def gauges(store: Store, runner: Runner, worker_pids: Iterable[int]) -> Sequence[Gauge]:
    """Rows, sizes, queue and memory. What is stored is looked at anew only after a write."""
    rows = store.analytics.query("stored_rows")
    stored = database_bytes(store.database_path)
    json_bytes = sum(int(row["json_bytes"]) for row in rows)

    def of_rows(name: str, description: str, column: str) -> Gauge:
        samples = (((row["kind"], row["status"]), float(row[column])) for row in rows)
        return Gauge(name, description, ("kind", "status"), tuple(samples))

    return (
        of_rows("matchbook_rows", "Rows by kind and status.", "rows_stored"),
        of_rows("matchbook_records", "Invoices, lines and matches inside the rows.", "records"),
        of_rows("matchbook_json_bytes", "Size of the rows' JSON as text.", "json_bytes"),
        gauge("matchbook_database_bytes", "Size of the database with its log.", stored),
        gauge(
            "matchbook_json_compression_ratio",
            "Bytes of the rows' JSON for each byte of the database, everything in it included.",
            json_bytes / stored if stored else 0.0,
        ),
        gauge("matchbook_queue_uploads", "Uploads waiting or being read.", runner.queue_length),
        gauge("matchbook_queue_tasks", "Pieces of work no worker has yet.", runner.tasks_waiting),
        gauge("matchbook_workers", "Pages that can be read at once.", runner.workers),
        gauge(
            "matchbook_worker_memory_bytes",
            "Memory of the worker processes.",
            resident_bytes(worker_pids),
        ),
        gauge(
            "matchbook_disk_free_bytes",
            "Free space beside the database.",
            shutil.disk_usage(store.database_path.parent).free,
        ),
    )
