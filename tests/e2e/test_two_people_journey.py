"""Two people at one desk: a document is taken, sent back with a comment, answered and confirmed."""

import re
from pathlib import Path

import pytest
from openid_provider import openid_provider, secrets_file
from playwright.sync_api import Page, expect
from running_app import free_port, running_app

SAMPLES = Path(__file__).resolve().parents[2] / "data/samples"
INVOICE = SAMPLES / "quillbrook-invoice-QB-58213.pdf"
STATEMENT = SAMPLES / "shannonvale-statement-2026-08-10.pdf"
READ_MS = 120_000
PEOPLE = {
    "Ada": {"email": "ada@firm.example", "email_verified": True},
    "Ben": {"email": "ben@firm.example", "email_verified": True},
}
ROLES = "ada@firm.example=reviewer;ben@firm.example=reviewer"


@pytest.fixture
def firm(tmp_path):
    """A running app to which two reviewers sign in."""
    port, secrets = free_port(), tmp_path / "secrets.toml"
    with openid_provider(PEOPLE) as issuer:
        secrets.write_text(secrets_file(issuer, f"http://127.0.0.1:{port}"), "utf-8")
        with running_app(
            tmp_path, f"--secrets.files={secrets}", port=port, access="oidc", roles=ROLES, workers=1
        ) as running:
            yield running
    assert "Traceback" not in (tmp_path / "app.log").read_text("utf-8")


@pytest.fixture
def tabs(browser):
    """A tab for each of the two, who have nothing in common."""
    contexts = [
        browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
        for scheme in ("light", "dark")
    ]
    opened = [context.new_page() for context in contexts]
    for page in opened:
        page.set_default_timeout(60_000)
    yield opened
    for context in contexts:
        context.close()


def sign_in(page: Page, address: str, name: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def settled(page: Page) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Click a button once nothing is being drawn: what moves away cannot be clicked."""
    found = page.get_by_role("button", name=name)
    expect(found).to_be_enabled()
    settled(page)
    found.click()


def go_to(page: Page, screen: str) -> None:
    settled(page)
    page.get_by_test_id("stTopNavLink").filter(has_text=screen).click()
    expect(page).to_have_title(f"{screen} · Matchbook")
    settled(page)


def test_a_document_is_sent_back_and_answered_by_two_people(tabs, firm: str) -> None:
    ada, ben = tabs
    sign_in(ada, firm, "Ada")
    ada.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([INVOICE, STATEMENT])
    expect(ada.get_by_text("To review")).to_have_count(2, timeout=READ_MS)

    sign_in(ben, firm, "Ben")
    go_to(ben, "Documents")
    expect(ben.get_by_text("Unassigned 2")).to_be_visible()
    go_to(ben, "Review")
    files = ben.get_by_role("heading", name=INVOICE.name).or_(
        ben.get_by_role("heading", name=STATEMENT.name)
    )
    expect(files).to_be_visible()
    if not ben.get_by_role("heading", name=INVOICE.name).is_visible():
        press(ben, "Next Shortcut N")
    expect(ben.get_by_role("heading", name=INVOICE.name)).to_be_visible()
    # The page of this file, not that of the statement before it with its list of pages.
    upload = ben.url.partition("upload=")[2]
    picture = ben.get_by_role("img", name="Page 1 of 1")
    expect(picture).to_have_attribute("src", re.compile(re.escape(upload)))
    press(ben, "Assign to me")
    expect(ben.get_by_role("button", name="Assigned to you")).to_be_visible()
    press(ben, re.compile("^Send back"))
    dialog = ben.get_by_role("dialog")
    expect(dialog.get_by_role("combobox", name="To")).to_have_value("ada@firm.example")
    comment = dialog.get_by_role("textbox", name="Comment")
    comment.fill("Is the total net or gross?\nAnd *whose* purchase order is it?")
    comment.press("Control+Enter")
    expect(ben.get_by_role("dialog")).to_have_count(0)
    expect(ben.get_by_text("Is the total net or gross?")).to_be_visible()
    expect(ben.get_by_role("button", name=re.compile("^Confirm"))).to_be_disabled()

    go_to(ada, "Documents")
    expect(ada.get_by_text("Mine 1")).to_be_visible()
    ada.get_by_role("radio", name=re.compile("Sent back 1")).click()
    expect(ada.get_by_text("1 document that fit, of 2")).to_be_visible()
    go_to(ada, "Review")
    expect(ada.get_by_role("heading", name=INVOICE.name)).to_be_visible()
    expect(ada.get_by_text("And *whose* purchase order is it?")).to_be_visible()
    answer = ada.get_by_role("textbox", name="Answer")
    answer.fill("Gross, and it is ours.")
    answer.press("Control+Enter")
    expect(ada.get_by_text("2 comments")).to_be_visible()
    expect(ada.get_by_role("button", name=re.compile("^Confirm"))).to_be_enabled()

    ben.reload()
    settled(ben)
    expect(ben.get_by_role("heading", name=INVOICE.name)).to_be_visible()
    expect(ben.get_by_role("button", name="Assigned to you")).to_be_visible()
    ben.get_by_text("2 comments").click()
    expect(ben.get_by_text("Gross, and it is ours.")).to_be_visible()
    press(ben, re.compile("^Confirm"))
    expect(ben.get_by_role("heading", name=STATEMENT.name)).to_be_visible()
