"""People sign in with an OpenID provider, and what they may do follows from their claims."""

import re

import pytest
from openid_provider import openid_provider, secrets_file
from playwright.sync_api import Page, expect
from running_app import free_port, running_app

PEOPLE = {
    "Vic": {"email": "vic@firm.example", "email_verified": True},
    "Ada": {"email": "ada@firm.example", "email_verified": True, "groups": ["chiefs", "staff"]},
    "Eve": {"email": "eve@evil.example", "email_verified": True},
    "Mallory": {"email": "vic@firm.example", "email_verified": False},
}
ROLES = "vic@firm.example=viewer;group:chiefs=admin"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A running app whose people sign in with a provider."""
    folder, port = tmp_path_factory.mktemp("sign-in"), free_port()
    secrets = folder / "secrets.toml"
    with openid_provider(PEOPLE) as issuer:
        secrets.write_text(secrets_file(issuer, f"http://127.0.0.1:{port}"), "utf-8")
        with running_app(
            folder, f"--secrets.files={secrets}", port=port, access="oidc", roles=ROLES, workers=1
        ) as running:
            yield running
    assert "Traceback" not in (folder / "app.log").read_text("utf-8")


def address_of(name: str) -> re.Pattern[str]:
    """Shown with a mark that keeps it from being taken for a link."""
    return re.compile(rf"{name}@\W?firm\.example")


def sign_in(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/health")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name=name).click()


def test_a_person_has_the_role_of_their_address(page: Page, address: str) -> None:
    sign_in(page, address, "Vic")
    expect(page.get_by_text(address_of("vic"))).to_be_visible()
    page.goto(f"{address}/health")
    expect(page.get_by_role("heading", name="Health")).to_be_visible()
    expect(page.get_by_text("rules hold")).to_be_visible()
    expect(page.get_by_role("link", name="Access")).to_have_count(0)


def test_a_person_has_the_role_of_their_group(page: Page, address: str) -> None:
    sign_in(page, address, "Ada")
    expect(page.get_by_text(address_of("ada"))).to_be_visible()
    page.goto(f"{address}/access")
    expect(page.get_by_text("Who saw what", exact=True)).to_be_visible()


def test_a_person_without_a_role_is_told_so(page: Page, address: str) -> None:
    sign_in(page, address, "Eve")
    expect(page.get_by_text("who has no role here")).to_be_visible()


def test_an_address_that_was_not_verified_is_nobodys(page: Page, address: str) -> None:
    sign_in(page, address, "Mallory")
    expect(page.get_by_text("Sign in to Matchbook")).to_be_visible()
    expect(page.get_by_text(address_of("vic"))).to_have_count(0)


def test_whoever_signs_out_is_out(page: Page, address: str) -> None:
    sign_in(page, address, "Vic")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("Sign in to Matchbook")).to_be_visible()
    assert page.request.get(f"{address}/api/production/health").status == 401
