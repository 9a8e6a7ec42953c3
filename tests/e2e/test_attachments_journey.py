"""A purchase order beside its invoice: attached, read, corrected, saved, found again, replaced."""

import re
from pathlib import Path

import pytest
from made_screens import pdf
from playwright.sync_api import Page, expect

SAMPLES = Path(__file__).resolve().parents[2] / "data/samples"
INVOICE = SAMPLES / "quillbrook-invoice-QB-58213.pdf"
ORDER = (
    "Northwind Fabrication Pvt Ltd",
    "12 Mill Road, Pune 411001",
    "PURCHASE ORDER",
    "PO Number: PO-2026-0147",
    "PO Date: 2026-02-03",
    "Vendor: Acme Supplies Ltd",
    "Steel bracket   100   1.50   150.00",
    "Grand Total INR 150.00",
)


@pytest.fixture
def invoice_id(page: Page, live_app: str) -> str:
    """An invoice that the server has read."""
    answer = page.request.post(
        f"{live_app}/api/production/invoices/upload?wait=120",
        multipart={
            "file": {
                "name": INVOICE.name,
                "mimeType": "application/pdf",
                "buffer": INVOICE.read_bytes(),
            }
        },
        timeout=180_000,
    )
    assert answer.ok, answer.text()
    found: str = answer.json()["upload_id"]
    return found


def at_rest(page: Page) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def paper_file(name: str, *more: str) -> dict[str, object]:
    return {"name": name, "mimeType": "application/pdf", "buffer": pdf((*ORDER, *more))}


def test_a_purchase_order_is_kept_beside_its_invoice(
    page: Page, live_app: str, invoice_id: str
) -> None:
    page.goto(f"{live_app}/review?upload={invoice_id}")
    section = page.locator(".st-key-review_papers_section")
    section.get_by_text("Attachments").click()
    section.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([paper_file("order.pdf")])
    attach = section.get_by_role("button", name="Attach", exact=True)
    expect(attach).to_be_enabled()
    at_rest(page)
    attach.click()
    expect(section.get_by_text("PO-2026-0147")).to_be_visible()

    section.get_by_role("button", name="View").click()
    drawer = page.get_by_role("dialog").filter(has_text="order.pdf")
    expect(drawer.get_by_role("textbox", name="Company")).to_have_value("Acme Supplies Ltd")
    image = drawer.get_by_role("img", name="Page 1 of 1")
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("image => image.naturalWidth") > 500
    drawer.get_by_role("textbox", name="Total").fill("151.20")
    drawer.get_by_role("button", name=re.compile("^Save and confirm")).click()
    expect(section.get_by_text("INR 151.20").or_(section.get_by_text("151.20 INR"))).to_be_visible()
    expect(section.get_by_text("Confirmed")).to_be_visible()

    page.get_by_test_id("stTopNavLink").filter(has_text="Attachments").click()
    expect(page.get_by_role("heading", name="Attachments", exact=True)).to_be_visible()
    search = page.get_by_role("textbox", name="Search")
    search.fill("bracket")
    search.press("Enter")
    expect(page.get_by_text("1 paper")).to_be_visible()
    search.fill("nowhere")
    search.press("Enter")
    expect(page.get_by_text("No paper fits these filters.")).to_be_visible()

    papers = page.request.get(f"{live_app}/api/attachments").json()["items"]
    assert [(one["total"], one["related_id"]) for one in papers] == [(151.2, invoice_id)]
    page.goto(f"{live_app}/attachments?paper={papers[0]['document_id']}")
    newer = page.get_by_test_id("stExpander").filter(has_text="Newer version")
    newer.get_by_text("Newer version").click()
    newer.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [paper_file("order 2.pdf", "Revision 2")]
    )
    replace = newer.get_by_role("button", name="Replace")
    expect(replace).to_be_enabled()
    at_rest(page)
    replace.click()
    expect(page.get_by_text("Versions 2")).to_be_visible()
    expect(page.get_by_role("img", name="Page 1 of 1")).to_have_js_property("complete", True)
