"""A protected PDF in the browser: asked for its password, told when it is wrong, then read."""

from made_locked import locked
from made_screens import pdf
from playwright.sync_api import Page, expect

READ_MS = 120_000
SECRET = "open-sésame-4711"


def test_a_locked_file_asks_for_its_password(page: Page, live_app: str, tmp_path) -> None:
    path = tmp_path / "statement.pdf"
    path.write_bytes(locked(pdf(), SECRET))
    page.goto(live_app)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([path])
    expect(page.get_by_text("is protected by a password")).to_be_visible(timeout=READ_MS)

    field = page.get_by_label("Password that opens the PDF", exact=True)
    expect(field).to_have_attribute("type", "password")
    expect(field).to_have_attribute("autocomplete", "off")
    field.fill("wrong-4711")
    field.press("Enter")
    expect(page.get_by_text("The password does not open")).to_be_visible()
    expect(field).to_have_count(1)
    expect(field).to_have_value("")

    field.fill(SECRET)
    page.get_by_role("button", name="Unlock").click()
    expect(page.get_by_text("To review")).to_be_visible(timeout=READ_MS)
    expect(field).to_have_count(0)

    written = [file for file in tmp_path.rglob("*") if file.is_file() and file != path]
    assert [file for file in written if file.name == "app.log"]
    for file in written:
        content = file.read_bytes()
        assert SECRET.encode() not in content, file
        assert b"wrong-4711" not in content, file
