"""An analyst settles what the matcher left: a lump sum by hand, many at once, undo, a look back."""

import datetime as dt
import re
from decimal import Decimal

import made_rows as made
import pytest
from playwright.sync_api import Page, expect

from engine.settings import Settings
from engine.store import Store


@pytest.fixture
def books(tmp_path):
    """Three bills that their lines name, and three that one nameless lump sum pays but a little."""
    settings = Settings(data_dir=tmp_path / "data")
    store = Store(settings.database_path, settings.upload_dir)
    named = [
        made.invoice(f"u1-{n}", total_amount=Decimal(f"{100 + n}.10"), vendor_name="Acme Corp")
        for n in range(1, 4)
    ]
    lump = [
        made.invoice(f"u1-{n}", total_amount=Decimal(total), vendor_name="Zenith Ltd")
        for n, total in ((4, "310.10"), (5, "77.77"), (6, "912.00"))
    ]
    made.add_invoices(store, "u1", *named, *lump)
    made.add_statement(
        store,
        "b1",
        *(
            made.transaction(
                f"b1-{n}", amount=Decimal(f"-{100 + n}.10"), description=f"Acme Corp INV-u1-{n}"
            )
            for n in range(1, 4)
        ),
        made.transaction(
            "b1-4",
            amount=Decimal("-1302.00"),
            date=dt.date(2026, 2, 20),
            description="Collective order 8841",
        ),
    )
    store.close()


def quiet(page: Page) -> None:
    """Nothing is being drawn any more."""
    page.wait_for_timeout(500)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(300)


def show(page: Page, name: str) -> None:
    page.get_by_role("radio", name=re.compile(name)).click()
    quiet(page)


def tick(page: Page, table: int, *rows: int) -> None:
    """Choose rows of the n-th table: a canvas whose rows are 33 pixels high."""
    for row in rows:
        box = page.get_by_test_id("stDataFrame").nth(table).bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 16, box["y"] + 16 + 33 * (row + 1))
        quiet(page)


def metric(page: Page, label: str):
    card = page.get_by_test_id("stMetric").filter(has_text=re.compile(label))
    return card.get_by_test_id("stMetricValue")


def test_many_invoices_are_matched_with_one_line_by_hand(books, live_app: str, page: Page) -> None:
    page.goto(f"{live_app}/reconcile")
    expect(page.get_by_text("Would give")).to_contain_text("3 matched")
    page.locator(".st-key-reconcile_start button").click()
    expect(metric(page, "Matched")).to_have_text("3")
    quiet(page)

    page.keyboard.press("a")
    expect(page.get_by_role("button", name=re.compile("^Undo"))).to_be_enabled()
    quiet(page)
    page.get_by_role("button", name="Accept all above").click()
    expect(page.get_by_text("Look at these first")).to_be_visible()
    page.get_by_role("button", name=re.compile("Accept 2 matches")).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    quiet(page)

    show(page, "Unmatched 1 . 3")
    tick(page, 0, 0)
    expect(metric(page, "Bank lines")).to_contain_text("1,302.00")
    tick(page, 1, 0, 1, 2)
    expect(metric(page, "Difference")).to_contain_text("2.13")
    match = page.locator(".st-key-hand_match button").first
    expect(match).to_be_disabled()
    page.get_by_role("combobox", name="What is the difference?").click()
    page.get_by_role("option", name="Bank fee").click()
    expect(match).to_be_enabled()
    quiet(page)
    page.get_by_role("heading", name="Reconcile").click()
    page.keyboard.press("a")
    expect(page.get_by_role("radio", name="Unmatched 0 + 0")).to_be_visible()
    quiet(page)

    page.keyboard.press("u")
    expect(page.get_by_role("radio", name="Unmatched 1 + 3")).to_be_visible()
    quiet(page)
    page.keyboard.press("u")
    quiet(page)
    show(page, "History")
    expect(page.get_by_text("Nothing in this history was changed afterwards.")).to_be_visible()
    show(page, "^Matched")
    card = page.locator(".st-key-match_card_matched")
    expect(card).to_contain_text(re.compile("Confirmed|Proposed"))


def test_a_line_is_found_in_the_register_and_leads_to_its_match(
    books, live_app: str, page: Page
) -> None:
    page.goto(f"{live_app}/reconcile")
    page.locator(".st-key-reconcile_start button").click()
    expect(metric(page, "Matched")).to_have_text("3")
    page.goto(f"{live_app}/transactions?words=INV-u1-2")
    expect(page.get_by_text("1 line ·")).to_be_visible()
    quiet(page)
    tick(page, 0, 0)
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text("Pays 1 invoice")).to_be_visible()
    expect(drawer.get_by_text("Acme Corp INV-u1-2").first).to_be_visible()
    drawer.get_by_role("button", name="Open the match").click()
    expect(page.get_by_role("heading", name="Reconcile")).to_be_visible()
    expect(page.locator(".st-key-match_card_matched")).to_contain_text("INV-u1-2")
