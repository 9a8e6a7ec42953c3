"""Invoices of invented firms in many languages, drawn as text: a file of ``tests/data`` each."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "data/invoice_pages"

PAGES = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))}
"""The page by the language it is written in."""
