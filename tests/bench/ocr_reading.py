"""Seconds a scanned page with the worker pool, beside bare tesseract on the same images.

All take turns, so that a busy machine slows each; the median of the rounds counts. The seconds on a
core, of which a busy machine takes less away, are given too.
"""

import os
import resource
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from engine.processing.executor import WorkerExecutor
from engine.reading.document import Limits, OcrChoice, ReadOptions, inspect_document
from engine.reading.reader import PageJob, PageResult, plan_jobs, read_pages
from engine.reading.tools import has_rapidocr
from tests.bench.made_documents import scanned_pdf
from tests.bench.sizes import Sizes
from tests.bench.timing import best_of, children_cpu_seconds


@dataclass(slots=True)
class Timed:
    """Seconds of each round by the clock and on the cores, and the words of the last one."""

    seconds: list[float] = field(default_factory=list)
    cpu_seconds: list[float] = field(default_factory=list)
    words: int = 0


def measure(sizes: Sizes, folder: Path) -> dict[str, Any]:
    """Each with one process per core; bare tesseract is given its images ready made.

    By engine: tesseract alone, and with the help that is the default where it is installed.
    """
    path, processes = folder / "scan.pdf", len(os.sched_getaffinity(0))
    path.write_bytes(scanned_pdf(sizes.scanned_pages))
    images = _images(path, ReadOptions().dpi)
    engines: tuple[OcrChoice, ...] = ("tesseract", "auto") if has_rapidocr() else ("tesseract",)
    ours, bare = {engine: Timed() for engine in engines}, Timed()
    with WorkerExecutor(processes) as pool:
        _read(path, pool, engines[-1], Timed())  # so that the workers have loaded what they need
        for _ in range(sizes.repeats):
            for engine, timed in ours.items():
                _read(path, pool, engine, timed)
            _bare(images, processes, bare)
    return {
        "pages": len(images),
        "processes": processes,
        "tesseract_words": bare.words,
        "tesseract_seconds_per_page": median(bare.seconds) / len(images),
        "tesseract_cpu_seconds_per_page": median(bare.cpu_seconds) / len(images),
        "engines": {engine: _figures(timed, bare, len(images)) for engine, timed in ours.items()},
    }


def read_timed(job: PageJob) -> tuple[list[PageResult], float]:
    """The pages of ``job``, and the seconds on a core that they took here in the worker."""
    before = _own_cpu_seconds()
    results = read_pages(job)
    return results, _own_cpu_seconds() - before


def _figures(ours: Timed, bare: Timed, pages: int) -> dict[str, Any]:
    ratios = [mine / theirs for mine, theirs in zip(ours.seconds, bare.seconds, strict=True)]
    return {
        "words": ours.words,
        "seconds_per_page": median(ours.seconds) / pages,
        "cpu_seconds_per_page": median(ours.cpu_seconds) / pages,
        "times_tesseract": median(ratios),
        "times_tesseract_of_each_round": ratios,
        "times_tesseract_cpu": median(ours.cpu_seconds) / median(bare.cpu_seconds),
    }


def _read(path: Path, pool: WorkerExecutor, engine: OcrChoice, timed: Timed) -> None:
    def read() -> list[tuple[list[PageResult], float]]:
        facts = inspect_document(path, path.name, limits=Limits())
        jobs = plan_jobs(path, facts, ReadOptions(engine=engine), chunk=1)
        futures = [pool.submit(read_timed, job) for job in jobs]
        return [future.result() for future in futures]

    seconds, answers = best_of(1, read)
    pages = [result.page for results, _ in answers for result in results]
    timed.seconds.append(seconds)
    timed.cpu_seconds.append(sum(cpu for _, cpu in answers))
    timed.words = sum(len(page.words) for page in pages if page)


def _images(path: Path, dpi: int) -> list[Path]:
    command = ("pdftoppm", "-r", str(dpi), "-gray", "-png", str(path), str(path.with_suffix("")))
    subprocess.run(command, check=True)
    return sorted(path.parent.glob(f"{path.stem}-*.png"))


def _bare(images: Sequence[Path], processes: int, timed: Timed) -> None:
    def read() -> int:
        with ThreadPoolExecutor(processes) as pool:
            return sum(pool.map(_tesseract_words, images))

    before = children_cpu_seconds()
    seconds, timed.words = best_of(1, read)
    timed.seconds.append(seconds)
    timed.cpu_seconds.append(children_cpu_seconds() - before)


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


def _own_cpu_seconds() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime + children_cpu_seconds()
