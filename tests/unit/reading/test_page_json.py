"""A page survives the cache."""

import pytest

from engine.reading import Page, Word, page_from_json, page_to_json


def test_a_page_comes_back_from_json_as_it_was():
    words = (Word("Total", 0.1, 0.2, 0.3, 0.25, 0.5, 9.0, True), Word("12,50", 0.4, 0.2, 0.5, 0.25))
    page = Page(3, 595.0, 842.0, "ocr", words, 90)
    assert page_from_json(page_to_json(page)) == page


def test_other_json_is_refused():
    with pytest.raises(ValueError, match="page_number"):
        page_from_json(b"{}")
