"""Whole long files through ``python -m engine extract``: seconds, and the memory of all processes.

Beside them stands what pdfplumber takes for the words alone, on the first pages of the same file.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pdfplumber

from tests.bench.limits import LONG_FILE_BYTES, LONG_FILE_SECONDS_PER_PAGE
from tests.bench.made_documents import dense_pdf, invoice_pdf, vouchers_pdf
from tests.bench.memory import run_watched
from tests.bench.sizes import Sizes

DOCUMENTS: Final[dict[str, Callable[[int], bytes]]] = {
    "bills of a haulier, some on two pages": invoice_pdf,
    "three invoices on each page": vouchers_pdf,
    "full pages of items": dense_pdf,
}


def measure(sizes: Sizes, folder: Path) -> dict[str, Any]:
    """Every document once; each has ``sizes.long_pages`` pages."""
    return {
        name: _measure(make(sizes.long_pages), sizes, folder) for name, make in DOCUMENTS.items()
    }


def _measure(content: bytes, sizes: Sizes, folder: Path) -> dict[str, Any]:
    path = folder / "long.pdf"
    path.write_bytes(content)
    command = (sys.executable, "-m", "engine", "extract", "--kind", "invoice", "--no-einvoice")
    ran = run_watched((*command, "--out", str(folder), str(path)))
    found = json.loads((folder / "long.json").read_bytes())
    pages = found["file_info"]["pages_total"]
    peer_pages = min(sizes.peer_pages, pages)
    peer = _plumber_seconds(path, peer_pages) / peer_pages
    return {
        "pages": pages,
        "invoices": len(found["invoices"]),
        "seconds": ran.seconds,
        "cpu_seconds": ran.cpu_seconds,
        "pages_per_second": pages / ran.seconds,
        "peak_bytes": ran.peak_bytes,
        "pdfplumber_pages_per_second": 1 / peer,
        "times_pdfplumber": peer * pages / ran.seconds,
        "limit_seconds": LONG_FILE_SECONDS_PER_PAGE * pages,
        "limit_bytes": LONG_FILE_BYTES,
    }


def _plumber_seconds(path: Path, pages: int) -> float:
    started = time.perf_counter()
    with pdfplumber.open(path, pages=range(1, pages + 1)) as document:
        for page in document.pages:
            page.extract_words()
            page.close()
    return time.perf_counter() - started
