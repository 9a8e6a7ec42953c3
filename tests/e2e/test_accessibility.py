"""Every screen over the sample documents, in both themes, by the rules of axe-core (WCAG 2 AA)."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

READ_MS = 300_000
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}

OURS = {"exclude": [["[data-testid=stMetricChart]"]]}
"""Streamlit draws a metric's small line with an unnamed mark; the figure beside it says it all."""


def settle(page: Page) -> None:
    """Wait until the script has ended and nothing fades in any more."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_function(
        "!document.querySelector('[data-testid=stSkeleton], [data-stale=true]') && "
        "document.getAnimations().every(one => one.playState !== 'running')"
    )


def faults(page: Page) -> list[str]:
    """What axe finds serious or critical, each with its element."""
    answer = Axe().run(page, context=OURS, options=WCAG).response
    return [
        f"{rule['id']}: {node['html'][:150]} {node['failureSummary']}"
        for rule in answer["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


@pytest.fixture
def two_themes(browser):
    """A tab in the light and one in the dark theme."""
    contexts = [browser.new_context(color_scheme=scheme) for scheme in ("light", "dark")]
    pages = [context.new_page() for context in contexts]
    for page in pages:
        page.set_default_timeout(60_000)
    yield pages
    for context in contexts:
        context.close()


def test_every_screen_can_be_read_and_named_in_both_themes(two_themes, live_app: str) -> None:
    found = {}
    for page in two_themes:
        page.goto(live_app)
        samples = page.get_by_role("button", name="Load sample documents")
        expect(samples.or_(page.get_by_text("Latest files"))).to_be_visible()
        if samples.is_visible():
            samples.click()
            expect(page.get_by_text("Latest files")).to_be_visible()
        expect(page.get_by_text("You may leave this page")).to_have_count(0, timeout=READ_MS)
        links = page.get_by_test_id("stTopNavLink")
        for screen in links.all_inner_texts():
            name = screen.split("\n")[-1]
            links.filter(has_text=name).click()
            expect(page).to_have_title(f"{name} · Matchbook")
            settle(page)
            found |= {fault: name for fault in faults(page)}
    assert found == {}, "\n".join(found)
