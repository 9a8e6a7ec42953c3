"""Invented statements laid out as words on pages, in many styles: what the reader must undo."""

from statement_layouts.notation import number
from statement_layouts.sheet import Sheet, page_of
from statement_layouts.style import Entry, Style
from statement_layouts.words import CLOSING, HEADS, OPENING
from statement_layouts.writer import lay_out

__all__ = [
    "CLOSING",
    "HEADS",
    "OPENING",
    "Entry",
    "Sheet",
    "Style",
    "lay_out",
    "number",
    "page_of",
]
