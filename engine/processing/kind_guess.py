"""Guesses whether a file is invoices or a statement, by its words or else by its name."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from engine import extraction
from engine.errors import MatchbookError
from engine.reading import sniff
from engine.reading.document import DocumentFacts
from engine.reading.page import Page
from engine.records.uploads import UploadKind

_PAGES: Final = 2
_FEWEST_WORDS: Final = 20
_LEAST_PROBABILITY: Final = 0.6
_STATEMENT_NAME: Final = re.compile(
    r"statement|bank|account|konto|auszug|extra(it|cto)|relev[eé]|estratto|rekening|bankafschrift",
    re.IGNORECASE,
)
_INVOICE_NAME: Final = re.compile(
    r"invoice|rechnung|factu|fattura|credit.?note|gutschrift|receipt|bill|\binv", re.IGNORECASE
)


def kind_of_name(file_name: str) -> UploadKind:
    """The kind that the words in a file's name speak for; invoice when they say nothing."""
    if _INVOICE_NAME.search(file_name):
        return "invoice"
    return "bank" if _STATEMENT_NAME.search(file_name) else "invoice"


def kind_of_pages(pages: Sequence[Page]) -> UploadKind | None:
    """The kind that the pages' words speak for; None when they do not tell."""
    if sum(len(page.words) for page in pages) < _FEWEST_WORDS:
        return None
    kind, probability = extraction.guess_kind(pages)
    return kind if probability >= _LEAST_PROBABILITY else None


def kind_of_file(
    path: Path, file_name: str, facts: DocumentFacts, password: str | None
) -> UploadKind | None:
    """The kind that the text layer of the first pages speaks for; None when it does not tell.

    A quick look: no page is recognised from its picture.
    """
    if facts.mime_type != sniff.PDF:
        return None
    try:
        return kind_of_pages(_first_pages(path, file_name, password))
    except MatchbookError:
        return None


def _first_pages(path: Path, file_name: str, password: str | None) -> list[Page]:
    from engine.reading.pdf_file import open_page, open_pdf
    from engine.reading.text_layer import read_text_layer

    pages = []
    with open_pdf(path, file_name, password) as document:
        for number in range(1, min(len(document), _PAGES) + 1):
            page = open_page(document, number)
            try:
                layer = read_text_layer(page)
            finally:
                page.close()
            pages.append(Page(number, layer.width, layer.height, "text", layer.words, layer.turn))
    return pages
