"""Seconds until screens stand again (Dashboard, Explorer, Documents), at many nested lines.

The screens run as a person's session would, without a browser: first with everything to be asked,
then after a choice of filters, then with nothing changed.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from engine.processing.pool import InlineExecutor
from engine.services import Services, services
from engine.settings import Settings
from engine.store import Store
from tests.bench.analytics_run import fill
from tests.bench.sizes import Sizes

SHELL = Path(__file__).resolve().parents[2] / "pages/_shell.py"
QUERY = "select currency, count(*) as lines, sum(amount) as net from transactions group by all"


def measure(sizes: Sizes, folder: Path) -> dict[str, Any]:
    """A store with many nested lines, looked at through the screens."""
    store = Store(folder / "matchbook.duckdb", folder / "uploads")
    own = replace(
        sizes,
        statements=sizes.screen_statements,
        lines_per_statement=sizes.screen_lines,
        invoice_files=sizes.screen_files,
        invoices_per_file=sizes.screen_invoices,
    )
    fill(store, own)
    store.close()
    with _opened(folder) as engine:
        return {
            "rows": own.statements + own.invoice_files,
            "transactions": own.statements * own.lines_per_statement,
            "unnesting_seconds": _seconds(engine.store.analytics.refresh),
            **_dashboard(sizes.repeats),
            **_documents(sizes.repeats),
            "query_first_seconds": _seconds(lambda: engine.ask(QUERY)),
            "query_again_seconds": min(
                _seconds(lambda: engine.ask(QUERY)) for _ in range(sizes.repeats)
            ),
        }


@contextmanager
def _opened(folder: Path) -> Iterator[Services]:
    before = os.environ.get("MATCHBOOK_DATA_DIR")
    os.environ["MATCHBOOK_DATA_DIR"] = str(folder)
    engine = Services(Settings(), executor=InlineExecutor())
    services._opened = engine
    try:
        yield engine
    finally:
        services._opened = None
        engine.close()
        if before is None:
            del os.environ["MATCHBOOK_DATA_DIR"]
        else:
            os.environ["MATCHBOOK_DATA_DIR"] = before


def _dashboard(repeats: int) -> dict[str, float]:
    app = AppTest.from_file(str(SHELL), default_timeout=300).run()
    app.switch_page("dashboard.py")
    first = _seconds(app.run)
    periods = ("Last 12 months", "Last 90 days", "This year")[: max(1, repeats)]
    box = app.selectbox(key="period")
    chosen = [_seconds(box.set_value(name).run) for name in periods]
    again = min(_seconds(app.run) for _ in range(repeats))
    if app.exception:
        raise RuntimeError(str(app.exception))
    return {
        "dashboard_first_seconds": first,
        "dashboard_filter_seconds": min(chosen),
        "dashboard_again_seconds": again,
    }


def _documents(repeats: int) -> dict[str, float]:
    app = AppTest.from_file(str(SHELL), default_timeout=300).run()
    app.switch_page("documents.py")
    first = _seconds(app.run)
    filtered = [_chosen(app, "documents_kind", kind) for kind in ("bank", "invoice", None)]
    searched = [_chosen(app, "documents_find", text) for text in ("vendor 7", "b1", "i1")]
    again = min(_seconds(app.run) for _ in range(repeats))
    if app.exception:
        raise RuntimeError(str(app.exception))
    return {
        "documents_first_seconds": first,
        "documents_filter_seconds": min(filtered),
        "documents_search_seconds": min(searched),
        "documents_again_seconds": again,
    }


def _chosen(app: AppTest, key: str, value: Any) -> float:
    widget = app.get_by_key(key)
    widget.set_value(value)
    return _seconds(app.run)


def _seconds(function: Any) -> float:
    started = time.perf_counter()
    function()
    return time.perf_counter() - started
