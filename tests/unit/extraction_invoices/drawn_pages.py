"""Pages drawn as text: one character is a hundredth of the page's width, one line one row.

Two or more spaces set things apart, as a gap does on paper.
"""

import re
from textwrap import dedent

from engine.extraction import Context, extract_invoices
from engine.extraction.invoices.sheet.candidates import Candidates, find_candidates
from engine.extraction.invoices.sheet.layout import Sheet, sheet_of
from engine.extraction.invoices.sheet.segmenting import rows_of
from engine.reading.page import Page, Word

CHARACTER = 0.01
PITCH = 0.016
HEIGHT = 0.012


def words_of(line, top, size=10.0, confidence=1.0):
    """Words of one drawn line whose top edge is at ``top``."""
    return [
        Word(
            match.group(),
            match.start() * CHARACTER,
            top,
            match.end() * CHARACTER,
            top + HEIGHT * size / 10,
            confidence,
            size,
        )
        for match in re.finditer(r"\S+", line)
    ]


def drawn(text, page_number=1, source="text", top=0.04):
    """A page with the lines of ``text``."""
    words = []
    for index, line in enumerate(dedent(text).strip("\n").splitlines()):
        words += words_of(line, top + index * PITCH)
    return Page(page_number, 595.0, 842.0, source, tuple(words))


def sheet(text):
    """The sheet of one drawn page."""
    page = drawn(text)
    return sheet_of([page], rows_of(page))


def read(text) -> tuple[Sheet, Candidates]:
    """The sheet of one drawn page and its candidates."""
    laid_out = sheet(text)
    return laid_out, find_candidates(laid_out)


def only(text):
    """The one invoice on a page with the lines of ``text``."""
    (invoice,) = extract_invoices([drawn(text)], Context("u"))
    return invoice
