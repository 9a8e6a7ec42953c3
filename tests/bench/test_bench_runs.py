"""The benchmark program works at a tiny size; it is judged by counts, never by time."""

import pytest

from tests.bench.__main__ import run, summary
from tests.bench.analytics_run import QUESTIONS
from tests.bench.made_books import make_books
from tests.bench.sizes import TINY


@pytest.fixture(scope="module")
def figures():
    return run(TINY)


def test_both_digital_documents_are_read_whole(figures):
    assert [found["pages"] for found in figures["digital"].values()] == [3, 3]
    for found in figures["digital"].values():
        assert found["records"] > 0
        assert 0.9 < found["words"] / found["pdfplumber_words"] < 1.1


@pytest.mark.ocr
def test_the_pool_reads_about_the_words_that_bare_tesseract_reads(figures):
    found = figures["ocr"]
    assert found["pages"] == 1
    assert 0.8 < found["words"] / found["tesseract_words"] < 1.25


def test_matching_proposes_mostly_true_links(figures):
    found = figures["matching"]
    assert found["right_links"] >= 0.8 * found["true_links"]


def test_analytics_see_every_nested_line(figures):
    found = figures["analytics"]
    assert found["transactions_seen"] == found["transactions"] == 10
    assert found["questions"] == len(QUESTIONS)


def test_each_part_has_its_line_in_the_summary(figures):
    assert len(summary(figures)) == 5


def test_made_books_have_the_asked_size_and_are_the_same_each_time():
    first, second = make_books(40, 120), make_books(40, 120)
    assert (len(first.invoices), len(first.lines)) == (40, 120)
    assert first == second
    assert first.links
