"""A reviewer without a mouse: a file of twelve invoices, doubts settled by keys, two at one row."""

import pytest
from made_bundles import VENDORS, Bundle
from made_screens import pdf
from playwright.sync_api import Page, expect

READ_MS = 120_000
IN_HAND = """() => {
  let found = document.activeElement
  while (found?.shadowRoot) found = found.shadowRoot.activeElement
  return found?.dataset?.key ?? found?.getAttribute("aria-label") ?? ""
}"""
DOUBTFUL_LINES = (
    "Acme Supplies Ltd",
    "INVOICE",
    "Invoice number: INV-100",
    "Invoice date: 2026-02-03",
    "Due date: 2026-03-05",
    "Net amount: EUR 100.00",
    "VAT 19 %: EUR 19.00",
    "Total amount: EUR 120.00",
)
STATEMENT = b"""Date;Description;Amount;Balance;Currency
2026-02-02;Rent February;-500.00;1500.00;EUR
2026-02-03;Acme INV-100;-119.00;1381.00;EUR
2026-02-04;Customer 7;300.00;1681.00;EUR
"""


@pytest.fixture
def twelve(tmp_path):
    """A file of twelve clean invoices on as many pages."""
    bundle = Bundle(seed=11)
    for place in range(12):
        bundle.invoice(VENDORS[place % len(VENDORS)])
    path = tmp_path / "twelve.pdf"
    path.write_bytes(bundle.content())
    return path, [number for number, _, _ in bundle.invoices]


def upload(page: Page, live_app: str, *paths) -> None:
    page.goto(live_app)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(list(paths))
    expect(page.get_by_text("To review")).to_have_count(len(paths), timeout=READ_MS)


def settled(page: Page) -> None:
    """Wait until nothing is being drawn: a key's button must be there before it is pressed."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def press(page: Page, key: str) -> None:
    settled(page)
    page.keyboard.press(key)


def test_twelve_clean_invoices_are_reviewed_with_the_keyboard_alone(
    page: Page, live_app: str, twelve, tmp_path
) -> None:
    path, numbers = twelve
    other = tmp_path / "other.pdf"
    other.write_bytes(pdf(DOUBTFUL_LINES))
    upload(page, live_app, other, path)
    page.goto(f"{live_app}/review")
    expect(page.get_by_role("heading", name="twelve.pdf")).to_be_visible()
    number = page.get_by_role("textbox", name="Number", exact=True)
    expect(page.get_by_text("Nothing here needs a look.")).to_be_visible()
    for expected in numbers:
        expect(number).to_have_value(expected)
        press(page, "j")
    expect(number).to_have_value(numbers[0])
    press(page, "k")
    expect(number).to_have_value(numbers[-1])
    expect(page.get_by_role("img", name="Page 12 of 12")).to_be_visible()

    press(page, "f")
    expect(page.locator("rect.on")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(number).to_be_focused()
    expect(page.locator("rect.on")).to_have_attribute("data-key", "invoice_number")
    page.keyboard.press("Escape")

    press(page, "b")
    expect(page.locator("rect:not(.on)")).to_have_count(0)
    press(page, "b")
    press(page, "[")
    expect(page.get_by_role("img", name="Page 11 of 12")).to_be_visible()
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()

    press(page, "a")
    expect(page.get_by_role("heading", name="other.pdf")).to_be_visible()
    press(page, "p")
    expect(page.get_by_text("other.pdf").first).to_be_visible()


def test_doubts_are_settled_by_keys_and_taken_back(page: Page, live_app: str, tmp_path) -> None:
    path = tmp_path / "doubtful.pdf"
    path.write_bytes(pdf(DOUBTFUL_LINES))
    upload(page, live_app, path)
    page.goto(f"{live_app}/review")
    total = page.get_by_role("textbox", name="Total", exact=True)
    expect(total).to_have_value("120.00")
    expect(page.get_by_role("textbox", name="Net amount")).to_be_focused()
    expect(page.locator("rect.on")).to_have_attribute("data-key", "subtotal")
    expect(page.locator(".row:focus-within .snippet.there")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    while page.evaluate(IN_HAND) != "total_amount":
        page.keyboard.press("Tab")
    press(page, "Alt+1")
    expect(total).to_have_value("119.00")
    expect(page.locator(".row.changed").filter(has_text="Total")).to_contain_text(
        "First read: 120.00"
    )
    expect(page.locator(".row.failed")).to_have_count(0)
    page.keyboard.press("Escape")
    press(page, "u")
    expect(total).to_have_value("120.00")
    expect(page.locator(".row.failed")).to_have_count(3)
    press(page, "y")
    expect(total).to_have_value("119.00")
    press(page, "a")
    expect(page.get_by_role("heading", name="Everything is reviewed")).to_be_visible()


def test_a_second_person_sees_what_the_first_changed_in_the_same_row(
    browser, live_app: str, tmp_path
) -> None:
    path = tmp_path / "account.csv"
    path.write_bytes(STATEMENT)
    first, second = (browser.new_context().new_page() for _ in range(2))
    upload(first, live_app, path)
    for page in (first, second):
        page.goto(f"{live_app}/review")
        expect(page.get_by_role("textbox", name="Amount, row 2", exact=True)).to_have_value(
            "−119.00"
        )
    for page, text in ((first, "-119.50"), (second, "-120.00")):
        amount = page.get_by_role("textbox", name="Amount, row 2", exact=True)
        amount.fill(text)
        amount.press("Enter")
        settled(page)
    expect(first.get_by_role("textbox", name="Amount, row 2")).to_have_value("−119.50")
    card = second.locator("[class*=st-key-review_waiting_card]")
    expect(card).to_contain_text("Somebody else saved this document first")
    expect(card).to_contain_text("Both of you changed the same value")
    expect(second.get_by_role("textbox", name="Amount, row 2")).to_have_value("−119.50")
    second.get_by_role("button", name="Apply my change to it").click()
    expect(second.get_by_role("textbox", name="Amount, row 2")).to_have_value("−120.00")
    expect(card).to_have_count(0)
    for page in (first, second):
        page.context.close()


def test_words_drawn_on_the_page_go_into_the_field_in_hand(
    page: Page, live_app: str, twelve
) -> None:
    path, numbers = twelve
    upload(page, live_app, path)
    page.goto(f"{live_app}/review")
    expect(page.get_by_role("textbox", name="Number", exact=True)).to_have_value(numbers[0])
    box = page.locator("rect[data-key=invoice_number]")
    box.click()
    expect(page.get_by_role("textbox", name="Number", exact=True)).to_be_focused()
    page.get_by_role("textbox", name="Vendor", exact=True).focus()
    place = box.bounding_box()
    assert place is not None
    left, top = place["x"] - 4, place["y"] - 3
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(left + place["width"] / 2, top + place["height"] / 2)
    page.mouse.move(left + place["width"] + 8, top + place["height"] + 6)
    expect(page.locator("rect.mark")).to_be_visible()
    page.mouse.up()
    expect(page.get_by_role("textbox", name="Vendor", exact=True)).to_have_value(numbers[0])
