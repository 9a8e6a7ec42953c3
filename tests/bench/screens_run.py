"""Seconds until screens stand again (Dashboard, Explorer, Documents, Review), at many nested lines.

The screens run as a person's session would, without a browser: first with everything to be asked,
then after a choice of filters, then with nothing changed.
"""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from engine.store import Store
from tests.bench.analytics_run import fill, made_invoice
from tests.bench.opened import SHELL, opened
from tests.bench.sizes import Sizes
from tests.support import made_rows
from tests.support.made_screens import words_on

MANY = "many-invoices"
SCREENS = (
    "documents.py",
    "transactions.py",
    "dashboard.py",
    "reconcile.py",
    "explorer.py",
    "health.py",
)
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
    bills = [made_invoice(f"{MANY}-{number}") for number in range(sizes.invoices_per_file)]
    made_rows.add_invoices(store, MANY, *bills)
    store.close()
    with opened(folder) as engine:
        return {
            "rows": own.statements + own.invoice_files,
            "transactions": own.statements * own.lines_per_statement,
            "unnesting_seconds": _seconds(engine.store.analytics.refresh),
            **_dashboard(sizes.repeats),
            **_documents(sizes.repeats),
            **_switches(sizes.repeats),
            "review_invoices": sizes.invoices_per_file,
            "review_seconds": _review(sizes.repeats),
            "query_first_seconds": _seconds(lambda: engine.ask(QUERY)),
            "query_again_seconds": min(
                _seconds(lambda: engine.ask(QUERY)) for _ in range(sizes.repeats)
            ),
        }


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


def _switches(repeats: int) -> dict[str, Any]:
    """Seconds from Upload to each screen, for sessions that come after others."""
    seconds: dict[str, list[float]] = {name: [] for name in SCREENS}
    for _ in range(repeats + 1):
        for name, taken in seconds.items():
            app = AppTest.from_file(str(SHELL), default_timeout=300).run()
            app.switch_page(name)
            taken.append(_seconds(app.run))
            if app.exception:
                raise RuntimeError(str(app.exception))
    warm = {name.removesuffix(".py"): min(taken[1:]) for name, taken in seconds.items()}
    slowest = max(warm, key=warm.__getitem__)
    return {
        "switch_seconds": warm[slowest],
        "switch_slowest": slowest,
        "switch_seconds_by_screen": warm,
    }


def _review(repeats: int) -> float:
    """Seconds until the file stands in Review, for sessions that had another screen open."""
    taken = []
    for _ in range(repeats):
        app = AppTest.from_file(str(SHELL), default_timeout=300).run()
        app.switch_page("review.py")
        app.query_params["upload"] = MANY
        taken.append(_seconds(app.run))
        if app.exception or f"{MANY}.pdf" not in words_on(app):
            raise RuntimeError(f"Review does not show the file: {app.exception}")
    return min(taken)


def _chosen(app: AppTest, key: str, value: Any) -> float:
    widget = app.get_by_key(key)
    widget.set_value(value)
    return _seconds(app.run)


def _seconds(function: Any) -> float:
    started = time.perf_counter()
    function()
    return time.perf_counter() - started
