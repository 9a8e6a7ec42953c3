"""Reading pages in a worker process: what goes in and comes out can be pickled.

One bad page never spoils the others: its result carries the error's code and sentence instead of
a page. Libraries for images and OCR are loaded only when a page needs them.
"""

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from engine.errors import DamagedFileError, MatchbookError, PageUnreadableError
from engine.reading import sniff
from engine.reading.document import DocumentFacts, ReadOptions
from engine.reading.page import Page

if TYPE_CHECKING:
    from engine.reading.page_picture import PagePicture

ENGINE_VERSION: Final = "13"
"""Changes whenever the same file would be read to other words; part of a cache's key."""

_LARGEST_CHUNK: Final = 16
_USUAL_CHUNK: Final = 4
_JOBS_AT_LEAST: Final = 8

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PageJob:
    """Pages of one file to be read by one worker. ``path`` must be readable there."""

    path: str
    mime_type: str
    page_numbers: tuple[int, ...]
    password: str | None = field(repr=False)
    options: ReadOptions


@dataclass(frozen=True, slots=True)
class PageResult:
    """One page, or why there is none; ``seconds`` is what reading it took."""

    page_number: int
    page: Page | None
    error_code: str | None
    error_message: str | None
    seconds: float


def plan_jobs(
    path: Path,
    facts: DocumentFacts,
    options: ReadOptions,
    password: str | None = None,
    page_numbers: Sequence[int] | None = None,
    chunk: int | None = None,
) -> list[PageJob]:
    """Jobs that together read ``page_numbers`` (None: all pages), each of at most ``chunk`` pages.

    Without ``chunk``, few pages make jobs of up to 4 and many pages jobs of up to 16, which are
    milliseconds for pages with a text layer. Pages of image files, which all need OCR, are one a
    job.
    """
    numbers = tuple(range(1, facts.pages_total + 1) if page_numbers is None else page_numbers)
    size = chunk or min(_LARGEST_CHUNK, max(_USUAL_CHUNK, -(-len(numbers) // _JOBS_AT_LEAST)))
    if facts.mime_type != sniff.PDF:
        size = 1
    return [
        PageJob(str(path), facts.mime_type, numbers[start : start + size], password, options)
        for start in range(0, len(numbers), size)
    ]


def read_pages(job: PageJob) -> list[PageResult]:
    """Read the pages of ``job`` in its order; never raises for a page or for the file."""
    return list(iterate_pages(job))


def iterate_pages(job: PageJob, *, leaves_scans: bool = False) -> Iterator[PageResult]:
    """The same results as ``read_pages``, each as soon as it is there.

    With ``leaves_scans`` the pages of a PDF that must be recognised are left out.
    """
    done = 0
    try:
        if job.mime_type == sniff.PDF:
            from engine.reading.pdf_file import open_pdf

            with open_pdf(Path(job.path), Path(job.path).name, job.password) as document:
                for number in job.page_numbers:
                    result = _timed(number, job, document, leaves_scans=leaves_scans)
                    if result is not None:
                        yield result
                    done += 1
        else:
            for number in job.page_numbers:
                result = _timed(number, job, None)
                if result is not None:
                    yield result
                done += 1
    except MatchbookError as error:
        for number in job.page_numbers[done:]:
            yield PageResult(number, None, error.code, str(error), 0.0)
    except OSError:
        log.warning("a file could not be opened", exc_info=True)
        for number in job.page_numbers[done:]:
            failure = PageUnreadableError(number, "its file cannot be opened")
            yield PageResult(number, None, failure.code, str(failure), 0.0)


class _ScanLeftError(Exception):
    """The page must be recognised, and is left to another job."""


def _timed(
    number: int, job: PageJob, document: Any, *, leaves_scans: bool = False
) -> PageResult | None:
    """What became of a page; None when it is left out."""
    started = time.perf_counter()
    page: Page | None = None
    failure: MatchbookError | None = None
    try:
        if document:
            page = _read_pdf_page(number, job, document, leaves_scans=leaves_scans)
        else:
            page = _read_image(number, job)
    except _ScanLeftError:
        return None
    except PageUnreadableError as error:
        failure = PageUnreadableError(number, error.cause)
    except DamagedFileError:
        failure = PageUnreadableError(number, "it is damaged")
    except MatchbookError as error:
        failure = error
    except FileNotFoundError:
        failure = PageUnreadableError(number, "its file cannot be opened")
    except Exception as error:
        log.warning("page %d could not be read", number, exc_info=True)
        failure = PageUnreadableError(number, type(error).__name__)
    seconds = time.perf_counter() - started
    if failure is None:
        return PageResult(number, page, None, None, seconds)
    return PageResult(number, None, failure.code, str(failure), seconds)


def _read_pdf_page(number: int, job: PageJob, document: Any, *, leaves_scans: bool) -> Page:
    from engine.reading.page_images import pictures_of
    from engine.reading.pdf_file import is_encrypted, open_page
    from engine.reading.quality import is_usable, verdict_on
    from engine.reading.text_layer import read_text_layer

    page = open_page(document, number)
    try:
        layer = read_text_layer(page)
        look = cache(lambda: pictures_of(page))
        verdict = verdict_on(layer, look)
        if verdict == "blank" and look().is_bare and not is_encrypted(document):
            _refuse_broken(number, job)
        if is_usable(verdict):
            return Page(number, layer.width, layer.height, "text", layer.words, layer.turn)
        if leaves_scans:
            raise _ScanLeftError
        log.info("page %d is recognised from its picture: %s", number, verdict)
        return _recognise_pdf_page(number, job, document, page, look().dpi)
    finally:
        page.close()


def _refuse_broken(number: int, job: PageJob) -> None:
    from engine.reading.raster import is_broken

    if is_broken(Path(job.path), number, job.options.timeout_seconds):
        raise PageUnreadableError(number, "it is damaged")


def _recognise_pdf_page(
    number: int, job: PageJob, document: Any, page: Any, scan_dpi: float
) -> Page:
    from engine.reading.page_picture import picture_of_pdf_page

    drawn = picture_of_pdf_page(Path(job.path), number, document, page, scan_dpi, job.options)
    return _recognised(number, drawn, job.options)


def _read_image(number: int, job: PageJob) -> Page:
    from engine.reading.page_picture import picture_of_frame

    drawn = picture_of_frame(Path(job.path), job.mime_type, number, job.options)
    return _recognised(number, drawn, job.options)


def _recognised(number: int, drawn: "PagePicture", options: ReadOptions) -> Page:
    from engine.reading.ocr import recognise, scratch_folder

    with scratch_folder() as folder:
        found = recognise(drawn.picture, dpi=drawn.dpi, options=options, folder=Path(folder))
    width, height = drawn.width, drawn.height
    if found.turn in (90, 270):
        width, height = height, width
    return Page(number, width, height, "ocr", found.words, found.turn, found.engines, found.plane)
