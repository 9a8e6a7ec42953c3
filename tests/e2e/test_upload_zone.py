"""Files dropped on the upload screen: a line for each at once, a way on from every outcome."""

from pathlib import Path

from made_locked import locked
from made_screens import pdf
from playwright.sync_api import Page, expect

SAMPLES = Path(__file__).resolve().parents[2] / "data/samples"
INVOICE = SAMPLES / "quillbrook-invoice-QB-58213.pdf"
READ_MS = 120_000
SECRET = "sésame-4711"

DROP = """
(zone, files) => {
  const carried = new DataTransfer()
  for (const [name, text] of files) carried.items.add(new File([text], name))
  zone.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, cancelable: true }))
}
"""


def line_of(page: Page, file_name: str):
    return page.locator("ul.jobs li").filter(has_text=file_name)


def card_of(page: Page, file_name: str):
    return page.locator("[class*=st-key-upload_]").filter(has_text=file_name)


def test_dropped_files_are_sent_read_and_explained(page: Page, live_app: str, tmp_path) -> None:
    closed = tmp_path / "locked.pdf"
    closed.write_bytes(locked(pdf(), SECRET))
    page.goto(live_app)
    files = page.locator("input.files")
    files.set_input_files([INVOICE, closed])
    expect(card_of(page, INVOICE.name)).to_be_visible(timeout=READ_MS)

    # A locked file asks for its password where it stands, and is read when it is right.
    expect(line_of(page, "locked.pdf")).to_contain_text("Password needed", timeout=READ_MS)
    field = line_of(page, "locked.pdf").locator("input[type=password]")
    field.fill("wrong")
    field.press("Enter")
    expect(line_of(page, "locked.pdf")).to_contain_text("does not open")
    line_of(page, "locked.pdf").locator("input[type=password]").fill(SECRET)
    line_of(page, "locked.pdf").get_by_role("button", name="Unlock").click()
    expect(line_of(page, "locked.pdf")).to_have_count(0, timeout=READ_MS)
    expect(card_of(page, "locked.pdf")).to_be_visible()

    # What cannot be read says why and stops nothing; what others left in a folder is passed over.
    page.locator(".zone").evaluate(DROP, [["notes.txt", "hello"], [".DS_Store", "x"]])
    expect(line_of(page, "notes.txt")).to_contain_text("Not taken in")
    expect(line_of(page, ".DS_Store")).to_have_count(0)
    line_of(page, "notes.txt").get_by_role("button", name="Dismiss notes.txt").click()
    expect(line_of(page, "notes.txt")).to_have_count(0)

    # The same bytes name the earlier upload and lead to it.
    expect(card_of(page, INVOICE.name)).to_contain_text("To review", timeout=READ_MS)
    files.set_input_files([INVOICE])
    expect(line_of(page, INVOICE.name)).to_contain_text("was already uploaded on")
    expect(card_of(page, "locked.pdf")).to_contain_text("To review", timeout=READ_MS)
    line_of(page, INVOICE.name).get_by_role("button", name="Open it").click()
    expect(page.get_by_role("heading", name=INVOICE.name)).to_be_visible()


def test_a_file_on_its_way_survives_another_screen(page: Page, live_app: str) -> None:
    held = []
    page.route("**/api/documents", lambda route: held.append(route))
    page.goto(live_app)
    page.locator("input.files").set_input_files([INVOICE])
    expect(line_of(page, INVOICE.name)).to_be_visible()
    page.get_by_test_id("stTopNavLink").filter(has_text="Health").click()
    expect(page.get_by_role("heading", name="Health", exact=True)).to_be_visible()
    page.get_by_test_id("stTopNavLink").filter(has_text="Upload").click()
    expect(line_of(page, INVOICE.name)).to_be_visible()
    held[0].continue_()
    expect(card_of(page, INVOICE.name)).to_contain_text("To review", timeout=READ_MS)
    expect(line_of(page, INVOICE.name)).to_have_count(0)


def test_a_file_that_is_being_sent_can_be_cancelled(page: Page, live_app: str) -> None:
    page.route("**/api/documents", lambda route: None)
    page.goto(live_app)
    page.locator("input.files").set_input_files([INVOICE])
    line_of(page, INVOICE.name).get_by_role("button", name=f"Cancel {INVOICE.name}").click()
    expect(line_of(page, INVOICE.name)).to_have_count(0)
    expect(page.get_by_text("Nothing here yet")).to_be_visible()
