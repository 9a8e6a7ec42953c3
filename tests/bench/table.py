"""The figures of a run as lines of text, those with a limit held against it."""

from collections.abc import Iterator
from typing import Any, Final

from tests.bench.big.lines import lines as of_big
from tests.bench.limits import (
    LONG_FILE_BYTES,
    LONG_FILE_SECONDS_PER_PAGE,
    PAGES_PER_SECOND,
    REVIEW_SECONDS,
    SCREEN_SECONDS,
    STATEMENT_PAGES_PER_SECOND,
    TIMES_TESSERACT,
)
from tests.bench.rows import Row, word

_HEADS: Final = ("what", "ours", "peer", "limit", "")


def table(figures: dict[str, Any]) -> list[str]:
    """Aligned lines under a head; the last column says whether a limit holds."""
    rows: list[Row] = [_HEADS, *_digital(figures), *_long(figures)]
    rows += [*_statements(figures), *_ocr(figures)]
    rows += [*_matching(figures), *_analytics(figures), *_screens(figures), *of_big(figures)]
    rows += _cluster(figures)
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _digital(figures: dict[str, Any]) -> Iterator[Row]:
    for what, found in figures.get("digital", {}).items():
        ours = (
            f"{found['pages_per_second']:.0f} pages/s "
            f"(reading alone {found['reading_pages_per_second']:.0f})"
        )
        peer = (
            f"pdfplumber's words {found['pdfplumber_pages_per_second']:.0f} pages/s: "
            f"{found['times_pdfplumber']:.1f}x; "
            f"bare pdftotext {found['pdftotext_pages_per_second']:.0f}"
        )
        yield f"{what}, one process, {found['pages']} pages", ours, peer, "", ""


def _long(figures: dict[str, Any]) -> Iterator[Row]:
    for what, found in figures.get("long", {}).items():
        pages = found["pages"]
        name = f"{what}, {pages} pages, {found['invoices']} invoices"
        peer = (
            f"pdfplumber's words {found['pdfplumber_pages_per_second']:.0f} pages/s: "
            f"{found['times_pdfplumber']:.1f}x"
        )
        rate, most = found["pages_per_second"], LONG_FILE_SECONDS_PER_PAGE * pages
        ours = f"{rate:.0f} pages/s ({found['cpu_seconds']:.1f} s of a core)"
        yield (
            name,
            ours,
            peer,
            f">= {PAGES_PER_SECOND:.0f} pages/s",
            word(rate >= PAGES_PER_SECOND),
        )
        seconds, size = found["seconds"], found["peak_bytes"]
        yield "", f"{seconds:.1f} s", "", f"<= {most:.1f} s", word(seconds <= most)
        limit = f"<= {LONG_FILE_BYTES / 1e6:.0f} MB"
        yield "", f"{size / 1e6:.0f} MB", "", limit, word(size <= LONG_FILE_BYTES)


def _statements(figures: dict[str, Any]) -> Iterator[Row]:
    for what, found in figures.get("statements", {}).items():
        rows = f"{found['right_rows']} of {found['rows']} rows right"
        wrong = found["found_rows"] - found["right_rows"]
        rate, size = found["pages_per_second"], found["peak_bytes"]
        yield (
            f"statement {what}, {found['pages']} pages",
            f"{rate:.0f} pages/s ({found['seconds']:.1f} s; {found['cpu_seconds']:.1f} of a core)",
            "",
            f">= {STATEMENT_PAGES_PER_SECOND:.0f} pages/s",
            word(rate >= STATEMENT_PAGES_PER_SECOND),
        )
        limit = f"<= {LONG_FILE_BYTES / 1e6:.0f} MB"
        yield "", f"{size / 1e6:.0f} MB", "", limit, word(size <= LONG_FILE_BYTES)
        yield "", f"{rows}, {wrong} wrong", "", "", ""
        for name, peer in found.get("peers", {}).items():
            told = f"{name} {peer['pages_per_second']:.0f} pages/s: {peer['times']:.1f}x"
            yield "", "", f"{told}; {peer['rows_in_cells']:.0%} of rows in cells", "", ""


def _ocr(figures: dict[str, Any]) -> Iterator[Row]:
    if found := figures.get("ocr"):
        peer = f"bare tesseract {found['tesseract_seconds_per_page']:.2f} s/page"
        for engine, ours in found["engines"].items():
            yield (
                f"scanned pages, {engine}, {found['processes']} processes, {found['pages']} pages",
                f"{ours['seconds_per_page']:.2f} s/page: {ours['times_tesseract']:.2f}x "
                f"(on the cores {ours['times_tesseract_cpu']:.2f}x)",
                peer,
                f"<= {TIMES_TESSERACT:.2f}x",
                word(ours["times_tesseract"] <= TIMES_TESSERACT),
            )


def _matching(figures: dict[str, Any]) -> Iterator[Row]:
    for size, found in figures.get("matching", {}).items():
        ours = f"{found['seconds']:.2f} s, {found['peak_bytes'] / 2**20:.0f} MiB; {_links(found)}"
        seconds, size_most = found["limits"] or (None, None)
        if seconds is None:
            yield f"matching {size}", ours, "", "", ""
        else:
            holds = found["seconds"] <= seconds
            holds = holds and (size_most is None or found["peak_bytes"] <= size_most)
            limit = f"<= {seconds:.1f} s"
            limit += f", {size_most / 2**20:.0f} MiB" if size_most else ""
            yield f"matching {size}", ours, "", limit, word(holds)
        if "exponent" in found:
            work = f"{found['cpu_seconds']:.2f} s of a core: rows to the power of"
            yield "", f"{work} {found['exponent']:.2f} since the size before", "", "", ""
        for name, peer in found.get("peers", {}).items():
            yield "", "", f"{name} {peer['seconds']:.2f} s; {_links(peer)}", "", ""


def _links(found: dict[str, Any]) -> str:
    return f"links F1 {found['links_f1']:.3f}"


def _analytics(figures: dict[str, Any]) -> Iterator[Row]:
    if found := figures.get("analytics"):
        what = f"analytics, {found['transactions']} transactions in {found['rows']} rows"
        ours = (
            f"first {found['first_seconds']:.2f} s, again {found['again_seconds'] * 1000:.0f} ms, "
            f"after one change {found['after_one_change_seconds'] * 1000:.0f} ms"
        )
        yield what, ours, "", "", ""


def _screens(figures: dict[str, Any]) -> Iterator[Row]:
    if found := figures.get("screens"):
        what = f"dashboard, {found['transactions']} transactions in {found['rows']} rows"
        seconds = found["dashboard_filter_seconds"]
        ours = (
            f"first {found['dashboard_first_seconds']:.2f} s, filter {seconds:.2f} s, "
            f"nothing changed {found['dashboard_again_seconds']:.2f} s"
        )
        yield what, ours, "", f"filter <= {SCREEN_SECONDS} s", word(seconds <= SCREEN_SECONDS)
        ours = (
            f"first {found['query_first_seconds']:.2f} s (rows are copied), "
            f"again {found['query_again_seconds'] * 1000:.0f} ms"
        )
        yield "SQL panel over the same", ours, "", "", ""
        seconds = found["documents_filter_seconds"]
        ours = (
            f"first {found['documents_first_seconds']:.2f} s, filter {seconds:.2f} s, "
            f"search {found['documents_search_seconds']:.2f} s, "
            f"nothing changed {found['documents_again_seconds']:.2f} s"
        )
        what = f"documents, {found['rows']} uploads"
        yield what, ours, "", f"filter <= {SCREEN_SECONDS} s", word(seconds <= SCREEN_SECONDS)
        seconds = found["switch_seconds"]
        ours = f"{seconds:.2f} s at most ({found['switch_slowest']})"
        what = "switch to a screen that was open before"
        yield what, ours, "", f"<= {SCREEN_SECONDS} s", word(seconds <= SCREEN_SECONDS)
        seconds = found["review_seconds"]
        what = f"Review of a file of {found['review_invoices']} invoices"
        limit = f"<= {REVIEW_SECONDS:.0f} s"
        yield what, f"{seconds:.2f} s", "", limit, word(seconds <= REVIEW_SECONDS)


def _cluster(figures: dict[str, Any]) -> Iterator[Row]:
    found = figures.get("cluster", {})
    for count, ours in found.get("workers", {}).items():
        yield (
            f"scanned pages, cluster of {count}, {found['pages']} pages",
            f"{ours['cluster_seconds_per_page']:.2f} s/page, on the cores "
            f"{ours['cluster_cpu_seconds_per_page']:.2f} s",
            f"{count} processes here {ours['here_seconds_per_page']:.2f} s/page, on the cores "
            f"{ours['here_cpu_seconds_per_page']:.2f} s",
            "same words",
            word(ours["is_same"]),
        )
