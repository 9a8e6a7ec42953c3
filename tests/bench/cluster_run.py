"""Scanned pages read by a Dask cluster of one and of two workers, beside worker processes here.

Seconds on a core are given beside those of the clock, for the workers and for what there is one of
(the scheduler, and the app that sends and takes): other work on the machine takes less away from
them, and what there is one of bounds how many workers it can keep busy.
"""

import resource
import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from engine.processing.cluster.executor import ClusterExecutor
from engine.processing.executor import WorkerExecutor
from engine.processing.pool import InlineExecutor
from engine.processing.tasks import PageOutcome, read
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import PageJob, plan_jobs
from tests.bench.made_documents import scanned_pdf
from tests.bench.sizes import Sizes
from tests.bench.timing import process_cpu_seconds
from tests.support.dask_cluster import Cluster

WORKERS = (1, 2)


@dataclass(frozen=True, slots=True)
class Round:
    """One reading of all pages: seconds by the clock, and on a core of those who took part."""

    seconds: float
    workers_cpu: float
    app_cpu: float
    scheduler_cpu: float
    answers: list[list[PageOutcome]]


def measure(sizes: Sizes, folder: Path) -> dict[str, Any]:
    """By number of workers, seconds a page in processes here and in the cluster, in turns."""
    path = folder / "scan.pdf"
    path.write_bytes(scanned_pdf(sizes.scanned_pages))
    facts = inspect_document(path, path.name, limits=Limits())
    jobs = plan_jobs(path, facts, ReadOptions(), chunk=1)
    cluster = Cluster(folder)
    try:
        return {
            "pages": len(jobs),
            "file_bytes_per_page": path.stat().st_size / len(jobs),
            "workers": {count: _in_turns(cluster, count, jobs, sizes.repeats) for count in WORKERS},
        }
    finally:
        cluster.stop()


def _in_turns(cluster: Cluster, count: int, jobs: list[PageJob], repeats: int) -> dict[str, Any]:
    cluster.add_worker()
    here, there = WorkerExecutor(count), ClusterExecutor(cluster.address, InlineExecutor())
    workers, scheduler = list(cluster.workers().values()), cluster.scheduler_pid
    try:
        _read(here, jobs, lambda: here.pids, None)  # so that all have loaded what they need
        wanted = _read(there, jobs, lambda: workers, scheduler).answers
        rounds = [
            (
                _read(here, jobs, lambda: here.pids, None),
                _read(there, jobs, lambda: workers, scheduler),
            )
            for _ in range(repeats)
        ]
    finally:
        here.shutdown()
        there.shutdown()

    def page(side: int, figure: str) -> float:
        return median(getattr(one[side], figure) for one in rounds) / len(jobs)

    return {
        "here_seconds_per_page": page(0, "seconds"),
        "here_cpu_seconds_per_page": page(0, "workers_cpu"),
        "cluster_seconds_per_page": page(1, "seconds"),
        "cluster_cpu_seconds_per_page": page(1, "workers_cpu"),
        "app_cpu_seconds_per_page": page(1, "app_cpu"),
        "scheduler_cpu_seconds_per_page": page(1, "scheduler_cpu"),
        "seconds_of_rounds": [round(one[1].seconds, 3) for one in rounds],
        "is_same": all(one[0].answers == one[1].answers == wanted for one in rounds),
    }


def _read(
    executor: Executor, jobs: list[PageJob], pids: Callable[[], list[int]], scheduler: int | None
) -> Round:
    def used() -> tuple[float, float, float]:
        own = resource.getrusage(resource.RUSAGE_SELF)
        workers = sum(map(process_cpu_seconds, pids()))
        return (
            workers,
            own.ru_utime + own.ru_stime,
            process_cpu_seconds(scheduler) if scheduler else 0.0,
        )

    before, began = used(), time.perf_counter()
    answers = [future.result() for future in [executor.submit(read, job) for job in jobs]]
    seconds, after = time.perf_counter() - began, used()
    spent = [late - early for early, late in zip(before, after, strict=True)]
    return Round(seconds, spent[0], spent[1], spent[2], answers)
