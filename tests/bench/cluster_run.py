"""Scanned pages read by a Dask cluster of one and of two workers, beside worker processes here."""

import time
from concurrent.futures import Executor
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
from tests.support.dask_cluster import Cluster

WORKERS = (1, 2)


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
            "workers": {count: _in_turns(cluster, count, jobs, sizes.repeats) for count in WORKERS},
        }
    finally:
        cluster.stop()


def _in_turns(cluster: Cluster, count: int, jobs: list[PageJob], repeats: int) -> dict[str, Any]:
    cluster.add_worker()
    here, there = WorkerExecutor(count), ClusterExecutor(cluster.address, InlineExecutor())
    try:
        _read(here, jobs)  # so that all workers have loaded what they need
        wanted = _read(there, jobs)[1]
        rounds = [(_read(here, jobs), _read(there, jobs)) for _ in range(repeats)]
    finally:
        here.shutdown()
        there.shutdown()
    return {
        "here_seconds_per_page": median(one[0][0] for one in rounds) / len(jobs),
        "cluster_seconds_per_page": median(one[1][0] for one in rounds) / len(jobs),
        "is_same": all(one[0][1] == one[1][1] == wanted for one in rounds),
    }


def _read(executor: Executor, jobs: list[PageJob]) -> tuple[float, list[list[PageOutcome]]]:
    began = time.perf_counter()
    answers = [future.result() for future in [executor.submit(read, job) for job in jobs]]
    return time.perf_counter() - began, answers
