"""A server that is started on a folder with many rows: until it answers, and what it then holds."""

import time
import urllib.request
from pathlib import Path
from typing import Any, Final

from tests.bench.load.__main__ import server
from tests.bench.load.effort import effort_of
from tests.bench.memory import held_bytes

_PATIENCE_SECONDS: Final = 900.0


def measure(folder: Path) -> dict[str, Any]:
    """``folder`` holds the data folder ``data``.

    ``start_seconds`` are from the start of the program until it is ready, ``tables_seconds`` from
    there until it has answered from the tables of the screens, which it makes beside.
    """
    started = time.perf_counter()
    with server(folder) as (url, process_id):
        ready, spent = time.perf_counter(), effort_of(process_id).server
        question = f"{url}/api/invoices/data?per_page=1"
        with urllib.request.urlopen(question, timeout=_PATIENCE_SECONDS) as answer:
            answer.read()
        return {
            "start_seconds": ready - started,
            "start_cpu_seconds": spent,
            "tables_seconds": time.perf_counter() - ready,
            "tables_cpu_seconds": effort_of(process_id).server - spent,
            "server_bytes": held_bytes(process_id),
        }
