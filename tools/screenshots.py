"""Takes the pictures in docs/images/: the real app over the sample documents, in both themes.

Run it with ``make screenshots``. It starts the app on a temporary data folder and a free port.
"""

import io
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs/images"
CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
MOST_BYTES = 250_000
READ_MS = 300_000
SETTINGS = {"MATCHBOOK_OWN_COMPANY_NAMES": "Fernhollow Cycles Ltd"}
"""Whose books the samples are; without it their outgoing invoices count as bills to pay."""


@contextmanager
def running_app(data_dir: Path) -> Iterator[str]:
    """The address of the app while it runs over ``data_dir``."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"],
        cwd=ROOT,
        env={**os.environ, "MATCHBOOK_DATA_DIR": str(data_dir), **SETTINGS},
        stdout=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1):
                    break
            except OSError:
                time.sleep(0.2)
        yield url
    finally:
        process.terminate()
        process.wait(30)


def settle(page: Page) -> None:
    """Wait until nothing is being drawn any more, with the mouse over nothing."""
    page.mouse.move(0, 0)
    page.wait_for_timeout(900)
    page.wait_for_function(
        "!document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton], "
        "[data-stale=true]')"
    )
    page.wait_for_timeout(600)


def shoot(page: Page, name: str) -> None:
    """Save what is on the screen once it has settled."""
    settle(page)
    save_small(page, name)


def save_small(page: Page, name: str) -> None:
    """Save what is on the screen now, with few colours so that the file stays small."""
    target = IMAGES / f"{name}.png"
    page.screenshot(path=target)
    with Image.open(target) as image:
        small = image.convert("RGB").quantize(colors=200, dither=Image.Dither.NONE)
    small.save(target, optimize=True)
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}  {size / 1000:.0f} kB")
    if size > MOST_BYTES:
        raise SystemExit(f"{target.name} is larger than {MOST_BYTES / 1000:.0f} kB")


def visit(page: Page, url: str, screen: str) -> None:
    """Open a screen by its address."""
    page.goto(f"{url}/{screen}")
    expect(page.get_by_test_id("stTopNavLink").first).to_be_visible(timeout=60_000)
    settle(page)


def open_document(page: Page, url: str, file_name: str) -> None:
    """Open the review of a file from the list of uploads."""
    visit(page, url, "")
    card = page.locator("[class*=st-key-upload_]").filter(has_text=file_name)
    card.get_by_role("button", name="Review").click()
    expect(page.get_by_role("heading", name=file_name)).to_be_visible(timeout=30_000)
    settle(page)


def read_samples(page: Page, url: str) -> None:
    """Load the sample documents and take pictures on the way."""
    visit(page, url, "")
    shoot(page, "upload-empty")
    page.get_by_role("button", name="Load sample documents").click()
    expect(page.get_by_text("Reading")).not_to_have_count(0, timeout=60_000)
    page.wait_for_timeout(2500)
    save_small(page, "upload-reading")
    expect(page.get_by_text("You may leave this page meanwhile")).to_have_count(0, timeout=READ_MS)
    shoot(page, "upload")


def review(page: Page, url: str) -> None:
    """Pictures of the review of invoices and of a statement."""
    open_document(page, url, "osterfeld-rechnung")
    field = page.get_by_role("textbox", name="Total", exact=True)
    field.focus()
    page.wait_for_timeout(400)
    shoot(page, "review-invoice")
    open_document(page, url, "tarnwick-freight-12-invoices")
    page.get_by_role("radio", name=re.compile("^All 12")).click()
    shoot(page, "review-many-invoices")
    open_document(page, url, "shannonvale-statement")
    shoot(page, "review-statement")


def reconcile(page: Page, url: str) -> None:
    """A run, and its lists."""
    visit(page, url, "reconcile")
    page.get_by_role("button", name="Reconcile").click()
    expect(page.get_by_text("Match rate")).to_be_visible(timeout=120_000)
    page.wait_for_timeout(4500)
    page.set_viewport_size({"width": 1280, "height": 1000})
    shoot(page, "reconcile")
    page.get_by_role("radio", name=re.compile("To look at")).click()
    shoot(page, "reconcile-to-look-at")
    page.get_by_role("radio", name=re.compile("Unmatched")).click()
    shoot(page, "reconcile-by-hand")
    page.set_viewport_size({"width": 1280, "height": 800})


def figures(page: Page, url: str, suffix: str = "") -> None:
    """The screens that only show."""
    visit(page, url, "documents")
    shoot(page, f"documents{suffix}")
    visit(page, url, "transactions")
    shoot(page, f"transactions{suffix}")
    visit(page, url, "explorer")
    shoot(page, f"explorer{suffix}")
    page.set_viewport_size({"width": 1280, "height": 1350})
    visit(page, url, "dashboard")
    page.wait_for_timeout(1500)
    shoot(page, f"dashboard{suffix}")
    page.set_viewport_size({"width": 1280, "height": 800})


def papers(page: Page, url: str) -> None:
    """A paper beside the records, and who may come in."""
    lines = (
        "Harrowmere Stores",
        "GOODS RECEIVED NOTE",
        "GRN No.: GRN-2026-0412",
        "Date: 14 October 2026",
        "Supplier: Tarnwick Freight Ltd",
        "38 cartons received in good order",
    )
    file = {"name": "grn-2026-0412.pdf", "mimeType": "application/pdf", "buffer": paper_pdf(lines)}
    sent = page.request.post(f"{url}/api/attachments", multipart={"file": file, "doc_type": "GRN"})
    expect(sent).to_be_ok()
    visit(page, url, "attachments")
    expect(page.get_by_text("1 paper", exact=True)).to_be_visible(timeout=60_000)
    page.wait_for_timeout(3000)
    shoot(page, "attachments")
    visit(page, url, "access")
    shoot(page, "access")


def paper_pdf(lines: Sequence[str]) -> bytes:
    """A page with these lines."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for row, text in enumerate(lines):
        canvas.drawString(72, 760 - 24 * row, text)
    canvas.save()
    return buffer.getvalue()


def main() -> None:
    """Take every picture."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.gettempdir()) / "matchbook"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        with running_app(folder) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
            size = {"width": 1280, "height": 800}
            page = browser.new_page(viewport=size, color_scheme="light")
            read_samples(page, url)
            review(page, url)
            reconcile(page, url)
            figures(page, url)
            papers(page, url)
            visit(page, url, "health")
            shoot(page, "health")
            dark = browser.new_page(viewport=size, color_scheme="dark")
            open_document(dark, url, "osterfeld-rechnung")
            shoot(dark, "review-invoice-dark")
            figures(dark, url, "-dark")
            browser.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
