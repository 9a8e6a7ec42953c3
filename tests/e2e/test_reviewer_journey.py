"""From a file to a figure: upload, correct, confirm, reconcile, and see the figures change."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

SAMPLES = Path(__file__).resolve().parents[2] / "data/samples"
INVOICE = SAMPLES / "quillbrook-invoice-QB-58213.pdf"
STATEMENT = SAMPLES / "shannonvale-statement-2026-08-10.pdf"
READ_MS = 120_000


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Click a button once nothing is being drawn: what moves away cannot be clicked."""
    button = page.get_by_role("button", name=name)
    expect(button).to_be_enabled()
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    button.click()


def go_to(page: Page, screen: str) -> None:
    page.get_by_test_id("stTopNavLink").filter(has_text=screen).click()
    expect(page.get_by_role("heading", name=screen, exact=True)).to_be_visible()


def metric(page: Page, label: str):
    card = page.get_by_test_id("stMetric").filter(has_text=label)
    return card.get_by_test_id("stMetricValue")


def open_document(page: Page, file_name: str) -> None:
    go_to(page, "Upload")
    card = page.locator("[class*=st-key-upload_]").filter(has_text=file_name)
    card.get_by_role("button", name="Review").click()
    expect(page.get_by_role("heading", name=file_name)).to_be_visible()


def test_a_file_becomes_a_matched_invoice(page: Page, live_app: str) -> None:
    page.goto(live_app)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([INVOICE, STATEMENT])
    expect(page.get_by_text("To review")).to_have_count(2, timeout=READ_MS)

    go_to(page, "Dashboard")
    expect(metric(page, "Match rate")).to_have_text("0%")

    open_document(page, INVOICE.name)
    expect(page.get_by_role("img", name="Page 1 of 1")).to_have_js_property("complete", True)
    assert page.get_by_role("img", name="Page 1 of 1").evaluate("image => image.naturalWidth") > 500

    number = page.get_by_role("textbox", name="Number", exact=True)
    expect(number).to_have_value("QB-58213")
    number.focus()
    expect(page.locator("rect.on").first).to_have_attribute("data-key", "invoice_number")

    order = page.get_by_role("textbox", name="Purchase order")
    order.fill("PO-CORRECTED")
    order.press("Enter")
    expect(page.locator(".row.changed").filter(has_text="Purchase order")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Undo"))).to_be_enabled()

    due = page.get_by_role("textbox", name="Due date")
    due.fill("03/04/2026")
    due.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="could be two different days")).to_be_visible()
    expect(due).to_have_value("03/04/2026")
    due.fill("2026-09-17")
    due.press("Enter")
    expect(page.locator(".row.refused")).to_have_count(0)

    page.get_by_role("radio", name="History").click()
    expect(page.get_by_text("Nothing in this history was changed afterwards.")).to_be_visible()
    press(page, re.compile("^Confirm"))
    expect(page.get_by_role("heading", name=STATEMENT.name)).to_be_visible()
    expect(page.get_by_text("as printed")).to_be_visible()

    go_to(page, "Reconcile")
    press(page, "Reconcile")
    expect(metric(page, "Match rate")).to_have_text("100%", timeout=READ_MS)
    page.locator(".st-key-accept_matched button").first.click()
    expect(page.get_by_role("button", name="Take back")).to_be_visible()

    go_to(page, "Dashboard")
    expect(metric(page, "Match rate")).to_have_text("100%")
    expect(page.get_by_text("median of 1 confirmed file")).to_be_visible()
    go_to(page, "Health")
    expect(page.get_by_text("rules hold")).to_be_visible()


def test_the_keyboard_is_enough_to_review_and_confirm(page: Page, live_app: str) -> None:
    page.goto(live_app)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([INVOICE, STATEMENT])
    expect(page.get_by_text("To review")).to_have_count(2, timeout=READ_MS)
    open_document(page, INVOICE.name)
    expect(page.get_by_role("textbox", name="Number", exact=True)).to_be_visible()
    # A key does something once its button is there.
    expect(page.get_by_role("button", name="Next Shortcut N")).to_be_enabled()
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name=STATEMENT.name)).to_be_visible()
    page.keyboard.press("p")
    expect(page.get_by_role("heading", name=INVOICE.name)).to_be_visible()
    page.get_by_role("textbox", name="Number", exact=True).focus()
    page.keyboard.type("a")
    expect(page.get_by_role("heading", name=INVOICE.name)).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("heading", name=INVOICE.name).click()
    page.keyboard.press("a")
    expect(page.get_by_role("heading", name=STATEMENT.name)).to_be_visible()
    page.keyboard.press("x")
    reason = page.get_by_role("textbox", name="Reason")
    reason.fill("not ours")
    reason.press("Enter")
    expect(page.get_by_role("button", name="Read again")).to_be_visible()


def test_two_people_never_overwrite_each_other(browser, live_app: str) -> None:
    first, second = (browser.new_context().new_page() for _ in range(2))
    first.goto(live_app)
    first.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(INVOICE)
    expect(first.get_by_text("To review")).to_have_count(1, timeout=READ_MS)
    for page in (first, second):
        page.goto(f"{live_app}/review")
        expect(page.get_by_role("textbox", name="Purchase order")).to_be_visible()
    for page, text in ((first, "PO-FIRST"), (second, "PO-SECOND")):
        order = page.get_by_role("textbox", name="Purchase order")
        order.fill(text)
        order.press("Enter")
        expect(
            page.locator(".row.changed")
            .filter(has_text="Purchase order")
            .or_(page.get_by_text("Somebody else saved this document first"))
            .first
        ).to_be_visible()
    expect(second.get_by_text("Somebody else saved this document first")).to_be_visible()
    expect(second.get_by_role("textbox", name="Purchase order")).to_have_value("PO-FIRST")
    press(second, "Apply my change to it")
    expect(second.get_by_role("textbox", name="Purchase order")).to_have_value("PO-SECOND")


def test_a_line_of_a_statement_is_corrected_in_its_table_and_taken_back(
    page: Page, live_app: str
) -> None:
    page.goto(live_app)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(STATEMENT)
    expect(page.get_by_text("To review")).to_have_count(1, timeout=READ_MS)
    open_document(page, STATEMENT.name)
    expect(page.get_by_text("as printed")).to_be_visible()
    amount = page.get_by_role("textbox", name="Amount, row 2", exact=True)
    amount.fill("1.25")
    amount.press("Enter")
    expect(page.get_by_text("Does not add up")).to_be_visible()
    expect(amount).to_have_value("1.25")
    page.get_by_role("textbox", name="Amount, row 3", exact=True).press("Escape")
    press(page, re.compile("^Undo"))
    expect(page.get_by_text("as printed")).to_be_visible()
    expect(amount).to_have_value("−2,450.00")
