"""An analyst compares two runs, tries a threshold, and asks in SQL."""

import re
from contextlib import suppress

import made_rows as made
import pytest
from playwright.sync_api import Page, expect

from engine.records import Reason
from engine.store import Store

REASONS = (
    Reason(name="amount", score=0.9, log_odds=4.0, evidence="119.00 EUR is billed and paid"),
    Reason(name="date", score=-0.2, log_odds=-0.5, evidence="paid late"),
)


@pytest.fixture
def two_runs(tmp_path):
    """Two runs over the same records, there before the app starts."""
    data = tmp_path / "data"
    store = Store(data / "matchbook.duckdb", data / "uploads")
    made.add_invoices(store, "u1", made.invoice("u1-1"), made.invoice("u1-2"))
    made.add_statement(store, "b1", made.transaction("b1-1"), made.transaction("b1-2"))
    first = made.match("m1", reasons=REASONS)
    store.reconciliations.insert(made.reconciliation("r1", matched=(first,), totals=(2, 2)))
    moved = made.match("m1", transaction_ids=("b1-2",), reasons=REASONS)
    gained = made.match(
        "m2",
        invoice_ids=("u1-2",),
        transaction_ids=("b1-1",),
        confidence=0.8,
        reasons=REASONS,
    )
    run_at = made.NOON.replace(day=3)
    store.reconciliations.insert(
        made.reconciliation("r2", matched=(moved,), partial=(gained,), run_at=run_at, totals=(2, 2))
    )
    store.close()


def value_of(page: Page, label: str):
    card = page.get_by_test_id("stMetric").filter(has_text=label)
    return card.get_by_test_id("stMetricValue")


def open_section(page: Page, name: str) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.get_by_role("radio", name=name, exact=True).click()
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def point_at(page: Page, confidence: float) -> None:
    """Click in the histogram, again while it does not answer to the mouse yet."""
    plot, told = page.locator(".nsewdrag").first, page.get_by_text(f"from {confidence:.0%}")
    expect(plot).to_be_visible()
    for _ in range(30):
        place = plot.bounding_box()
        assert place
        plot.click(position={"x": place["width"] * confidence / 1.005, "y": place["height"] / 2})
        with suppress(AssertionError):
            expect(told).to_be_visible(timeout=2_000)
            return
    raise AssertionError("a click in the histogram moves no threshold")


def test_compare_threshold_and_sql(two_runs, page: Page, live_app: str) -> None:
    page.goto(f"{live_app}/explorer")
    expect(page.get_by_text("119.00 EUR is billed and paid")).to_be_visible()

    open_section(page, "Compare runs")
    expect(value_of(page, "Gained")).to_have_text("1")
    expect(value_of(page, "Moved")).to_have_text("1")
    page.reload()
    expect(page.get_by_text("2 invoices differ")).to_be_visible()

    open_section(page, "Threshold")
    expect(value_of(page, "Automatic")).to_have_text("2")
    thumb = page.get_by_role("slider", name="Threshold")
    thumb.focus()
    thumb.press("End")
    expect(value_of(page, "Automatic")).to_have_text("0")
    point_at(page, 0.9)
    expect(value_of(page, "Automatic")).to_have_text("1")

    page.get_by_role("button", name="SQL", exact=True).click()
    page.get_by_role("button", name="Open in the SQL panel").click()
    expect(page.get_by_role("textbox", name="SQL")).to_have_value(re.compile("stg_matches"))
    page.get_by_role("button", name="Run", exact=False).click()
    expect(page.get_by_text("50 rows,")).to_be_visible()
    page.goto(f"{live_app}/dashboard")
    page.get_by_role("button", name="SQL", exact=True).click()
    page.get_by_role("button", name="Open in the SQL panel").click()
    expect(page.get_by_role("textbox", name="SQL")).to_have_value(re.compile("live.corrections"))

    open_section(page, "SQL")
    query = page.get_by_role("textbox", name="SQL")
    query.fill("select decision, count(*) as matches from matches group by all")
    query.press("Control+Enter")
    expect(page.get_by_text("1 row,")).to_be_visible()
    query.fill("copy invoices to '/tmp/stolen.csv'")
    query.press("Control+Enter")
    expect(page.get_by_text("COPY is not allowed here")).to_be_visible()
