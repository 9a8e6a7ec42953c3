"""Pages a second from a text layer to records, beside pdfplumber's words and bare pdftotext."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber

from engine.extraction import Context, extract_invoices, extract_statement
from engine.reading import Page
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import plan_jobs, read_pages
from tests.bench.made_documents import invoice_pdf, statement_pdf
from tests.bench.sizes import Sizes
from tests.bench.timing import best_of


def measure(sizes: Sizes, folder: Path) -> dict[str, Any]:
    """Both kinds of document, each read in this one process by either reader."""
    context = Context(upload_id="bench")
    return {
        "invoices": _measure(
            sizes, folder / "invoices.pdf", invoice_pdf, lambda p: len(extract_invoices(p, context))
        ),
        "statement": _measure(
            sizes,
            folder / "statement.pdf",
            statement_pdf,
            lambda p: len(extract_statement(p, context).transactions),
        ),
    }


def read_all(path: Path, options: ReadOptions | None = None) -> list[Page]:
    """Every page of the file, read in this process."""
    facts = inspect_document(path, path.name, limits=Limits())
    jobs = plan_jobs(path, facts, options or ReadOptions())
    results = [result for job in jobs for result in read_pages(job)]
    return [result.page for result in results if result.page]


def _measure(
    sizes: Sizes,
    path: Path,
    make: Callable[[int], bytes],
    extract: Callable[[list[Page]], int],
) -> dict[str, Any]:
    path.write_bytes(make(sizes.digital_pages))
    reading, pages = best_of(sizes.repeats, lambda: read_all(path))
    extraction, records = best_of(sizes.repeats, lambda: extract(pages))
    peer, peer_words = best_of(sizes.repeats, lambda: _plumber_words(path))
    bare, _ = best_of(sizes.repeats, lambda: _pdftotext(path))
    count = len(pages)
    return {
        "pages": count,
        "words": sum(len(page.words) for page in pages),
        "records": records,
        "reading_pages_per_second": count / reading,
        "extraction_pages_per_second": count / extraction,
        "pages_per_second": count / (reading + extraction),
        "pdfplumber_words": peer_words,
        "pdfplumber_pages_per_second": count / peer,
        "times_pdfplumber": peer / (reading + extraction),
        "pdftotext_pages_per_second": count / bare,
    }


def _plumber_words(path: Path) -> int:
    with pdfplumber.open(path) as document:
        return sum(len(page.extract_words()) for page in document.pages)


def _pdftotext(path: Path) -> int:
    done = subprocess.run(("pdftotext", "-layout", str(path), "-"), capture_output=True, check=True)
    return len(done.stdout.split())
