"""Invoices matched with bank lines by ``python -m engine reconcile``: seconds, memory, right links.

Beside it, on the same books, stand splink and an assignment by rapidfuzz and scipy.
"""

import json
import math
import sys
import time
from pathlib import Path
from typing import Any

import msgspec

from tests.bench.limits import MATCHING
from tests.bench.made_books import Books, make_books
from tests.bench.matching_peers import PEERS, Link
from tests.bench.memory import run_watched
from tests.bench.sizes import Sizes


def measure(sizes: Sizes, folder: Path) -> dict[str, Any]:
    """The figures of each size of books, by its name."""
    figures: dict[str, Any] = {}
    for invoices, transactions in sizes.books:
        books = make_books(invoices, transactions)
        found = _ours(books, folder) | {"limits": MATCHING.get(invoices)}
        if invoices <= sizes.peer_invoices:
            found["peers"] = _peers(books)
        if smaller := next(reversed(figures.values()), None):
            found["exponent"] = _exponent(smaller, found)
        figures[f"{invoices} x {transactions}"] = found
    return figures


def _exponent(smaller: dict[str, Any], larger: dict[str, Any]) -> float:
    """The power of the number of rows with which the work of all cores grows; 1 is linear."""
    work = larger["cpu_seconds"] / smaller["cpu_seconds"]
    return math.log(work) / math.log(larger["rows"] / smaller["rows"])


def _ours(books: Books, folder: Path) -> dict[str, Any]:
    paths = {name: folder / f"{name}.jsonl" for name in ("invoices", "transactions")}
    for name, records in (("invoices", books.invoices), ("transactions", books.lines)):
        paths[name].write_bytes(b"\n".join(map(msgspec.json.encode, records)))
    out = folder / "result.json"
    given = [word for name, path in paths.items() for word in (f"--{name}", str(path))]
    ran = run_watched((sys.executable, "-m", "engine", "reconcile", *given, "--out", str(out)))
    result = json.loads(out.read_text("utf-8"))
    found = {
        (invoice_id, line_id)
        for group in (*result["matched"], *result["partial"])
        for invoice_id in group["invoice_ids"]
        for line_id in group["transaction_ids"]
    }
    return {
        "rows": len(books.invoices) + len(books.lines),
        "seconds": ran.seconds,
        "cpu_seconds": ran.cpu_seconds,
        "peak_bytes": ran.peak_bytes,
        **_counts(found, books),
    }


def _peers(books: Books) -> dict[str, Any]:
    figures = {}
    for name, links_of in PEERS.items():
        started = time.perf_counter()
        found = links_of(books)
        figures[name] = {"seconds": time.perf_counter() - started, **_counts(found, books)}
    return figures


def _counts(found: set[Link], books: Books) -> dict[str, Any]:
    right = len(found & books.links)
    return {
        "true_links": len(books.links),
        "found_links": len(found),
        "right_links": right,
        "links_f1": 2 * right / (len(found) + len(books.links)),
    }
