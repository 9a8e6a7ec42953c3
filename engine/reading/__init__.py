"""File bytes to pages of words with boxes: the text layer when it is good, otherwise OCR.

This package's root stays light: it knows pages and rows only. What opens files is imported by its
own name (``document``, ``reader``, ``render``), because it loads libraries.
"""

from engine.reading.lines import Line, lines_of
from engine.reading.page import Page, Word, page_from_json, page_to_json

__all__ = ["Line", "Page", "Word", "lines_of", "page_from_json", "page_to_json"]
