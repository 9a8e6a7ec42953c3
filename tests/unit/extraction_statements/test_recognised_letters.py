"""Recognised descriptions are vouched for by no sum: letters that are easily taken for others."""

from dataclasses import replace

import pytest
from msgspec import structs
from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import extract_statement

HEAD = [(45.0, "Date"), (110.0, "Description"), (-420.0, "Amount"), (-540.0, "Balance")]
ENDS = ("Opening balance", "100.00"), ("Closing balance", "85.00")


def status_of(shop: str, confidence: float) -> str:
    """The proof of a scan of three rows; ``confidence`` is that of the words of ``shop``."""
    rows = [
        [(45.0, f"0{day} Jan 2025"), (110.0, shop), (-420.0, "-5.00"), (-540.0, balance)]
        for day, balance in ((3, "95.00"), (4, "90.00"), (5, "85.00"))
    ]
    first, last = ([(110.0, label), (-540.0, figure)] for label, figure in ENDS)
    page = page_of([HEAD, first, *rows, last])
    words = tuple(
        structs.replace(word, confidence=confidence if word.text in shop.split() else 0.97)
        for word in page.words
    )
    scan = replace(page, source="ocr", words=words)
    return extract_statement([scan], Context("u")).info.proof.status


@pytest.mark.parametrize(
    ("shop", "confidence", "status"),
    [
        ("Corner shop", 0.97, "proven"),
        ("Vásárlás Főváros", 0.97, "proven"),
        ("Vásárlás Főváros", 0.78, "agrees"),
        ("給料 振込", 0.78, "agrees"),
        ("Corner shop", 0.9, "proven"),
    ],
)
def test_words_beyond_ascii_must_be_read_more_surely(shop, confidence, status):
    assert status_of(shop, confidence) == status
