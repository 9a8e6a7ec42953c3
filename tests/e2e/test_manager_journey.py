"""A manager filters the dashboard, opens the rows behind a figure, and takes the page along."""

import io
import zipfile
from decimal import Decimal

import made_rows as made
import pytest
from playwright.sync_api import Page, expect

from engine.store import Store


@pytest.fixture
def books(tmp_path):
    """Invoices in two currencies, a statement, and a run, there before the app starts."""
    data = tmp_path / "data"
    store = Store(data / "matchbook.duckdb", data / "uploads")
    dollars = made.invoice("u1-2", currency="USD", total_amount=Decimal("75.50"))
    made.add_invoices(store, "u1", made.invoice("u1-1"), dollars)
    made.add_statement(store, "b1")
    store.reconciliations.insert(made.reconciliation(totals=(2, 1)))
    store.close()


def value_of(page: Page, label: str):
    card = page.get_by_test_id("stMetric").filter(has_text=label)
    return card.get_by_test_id("stMetricValue")


def choose(page: Page, label: str, option: str) -> None:
    box = page.get_by_test_id("stSelectbox").filter(has_text=label)
    box.get_by_role("combobox").click()
    page.get_by_role("option", name=option, exact=True).click()
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def settled(page: Page) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(500)


def test_filter_drill_and_export(books, page: Page, live_app: str) -> None:
    page.goto(f"{live_app}/dashboard")
    expect(value_of(page, "Match rate")).to_have_text("50%")

    choose(page, "Currency", "USD")
    expect(value_of(page, "Match rate")).to_have_text("0%")
    expect(value_of(page, "Open amount")).to_have_text("75.50\u00a0USD")
    assert "currency=USD" in page.url
    page.reload()
    expect(value_of(page, "Open amount")).to_have_text("75.50\u00a0USD")
    expect(page.get_by_text("Spend by vendor and month, USD")).to_be_visible()

    settled(page)
    page.locator(".st-key-rows_open_amount button").first.click()
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text("1 row. Choose one to open it.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)

    for label, start in (("Excel", b"PK"), ("PDF", b"%PDF")):
        settled(page)
        page.locator(".st-key-board_download button").first.click()
        with page.expect_download() as waiting:
            page.get_by_role("button", name=label, exact=True).click()
        content = waiting.value.path().read_bytes()
        assert content.startswith(start)
        if label == "Excel":
            assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist()
        page.keyboard.press("Escape")
