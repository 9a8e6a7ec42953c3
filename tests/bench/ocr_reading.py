"""Seconds a scanned page with the worker pool, beside bare tesseract on the same images.

The two take turns, so that a busy machine slows both; the median of the runs counts.
"""

import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

from engine.processing.executor import WorkerExecutor
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import PageResult, plan_jobs, read_pages
from tests.bench.made_documents import scanned_pdf
from tests.bench.sizes import Sizes
from tests.bench.timing import best_of


def measure(sizes: Sizes, folder: Path) -> dict[str, Any]:
    """Both with one process per core; bare tesseract is given its images ready made."""
    path, processes = folder / "scan.pdf", len(os.sched_getaffinity(0))
    path.write_bytes(scanned_pdf(sizes.scanned_pages))
    images = _images(path, ReadOptions().dpi)
    ours, theirs, ratios = [], [], []
    with WorkerExecutor(processes) as pool:
        for _ in range(sizes.repeats):
            seconds, results = best_of(1, lambda: _read(path, pool))
            bare, words = best_of(1, lambda: _bare(images, processes))
            ours.append(seconds)
            theirs.append(bare)
            ratios.append(seconds / bare)
    return {
        "pages": len(results),
        "processes": processes,
        "words": sum(len(result.page.words) for result in results if result.page),
        "seconds_per_page": median(ours) / len(results),
        "tesseract_words": words,
        "tesseract_seconds_per_page": median(theirs) / len(images),
        "times_tesseract": median(ratios),
        "times_tesseract_of_each_run": ratios,
    }


def _read(path: Path, pool: WorkerExecutor) -> list[PageResult]:
    facts = inspect_document(path, path.name, limits=Limits())
    jobs = plan_jobs(path, facts, ReadOptions(), chunk=1)
    futures: list[Future[list[PageResult]]] = [pool.submit(read_pages, job) for job in jobs]
    return [result for future in futures for result in future.result()]


def _images(path: Path, dpi: int) -> list[Path]:
    command = ("pdftoppm", "-r", str(dpi), "-gray", "-png", str(path), str(path.with_suffix("")))
    subprocess.run(command, check=True)
    return sorted(path.parent.glob(f"{path.stem}-*.png"))


def _bare(images: Sequence[Path], processes: int) -> int:
    with ThreadPoolExecutor(processes) as pool:
        return sum(pool.map(_tesseract_words, images))


def _tesseract_words(image: Path) -> int:
    done = subprocess.run(
        ("tesseract", str(image), "-", "-l", "eng", "tsv"),
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    rows = (line.split("\t") for line in done.stdout.splitlines()[1:])
    return sum(bool(row[-1].strip()) for row in rows if row[0] == "5")
