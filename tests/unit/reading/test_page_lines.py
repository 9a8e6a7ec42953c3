"""Words become the rows that an eye sees."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.reading import Page, Word, lines_of


def word(text, x, y, *, width=0.08, height=0.012):
    return Word(text, x, y, x + width, y + height)


def page(*words, source="text"):
    return Page(1, 600, 800, source, tuple(words))


def rows(page):
    return [line.text for line in lines_of(page)]


def test_words_of_one_row_are_sorted_by_place_and_not_by_order():
    assert rows(page(word("12.50", 0.8, 0.1), word("Total", 0.1, 0.1))) == ["Total 12.50"]


def test_rows_come_from_top_to_bottom():
    assert rows(page(word("b", 0.1, 0.2), word("a", 0.1, 0.1), word("c", 0.1, 0.3))) == [
        "a",
        "b",
        "c",
    ]


def test_columns_are_not_split():
    assert rows(page(word("left", 0.05, 0.5), word("right", 0.9, 0.5))) == ["left right"]


def test_tight_rows_stay_apart():
    words = [
        word(f"r{row}c{cell}", 0.2 * cell, 0.1 + 0.0121 * row)
        for row in range(9)
        for cell in (0, 1)
    ]
    assert rows(page(*words)) == [f"r{row}c0 r{row}c1" for row in range(9)]


@pytest.mark.parametrize("shift", [-0.004, 0.004])
def test_raised_and_lowered_print_belongs_to_its_row(shift):
    raised = word("2", 0.2, 0.1 + 0.003 + shift, width=0.01, height=0.007)
    assert rows(page(word("area", 0.1, 0.1), raised, word("m", 0.25, 0.1))) == ["area 2 m"]


def test_a_dash_belongs_to_its_row():
    dash = word("-", 0.2, 0.1055, width=0.01, height=0.001)
    words = (word("from", 0.1, 0.1), dash, word("to", 0.25, 0.1), word("next", 0.1, 0.12))
    assert rows(page(*words)) == ["from - to", "next"]


def test_large_type_does_not_join_the_small_rows_beside_it():
    title = word("INVOICE", 0.1, 0.1, width=0.3, height=0.036)
    small = [word(f"row{n}", 0.6, 0.1 + 0.012 * n) for n in range(3)]
    found = rows(page(title, *small))
    assert sorted(text for row in found for text in row.split()) == [
        "INVOICE",
        "row0",
        "row1",
        "row2",
    ]
    assert not any("row0 row1" in row or "row1 row2" in row for row in found)


def test_large_type_on_the_same_baseline_is_one_row_with_small_type():
    # Em boxes: the baseline lies 0.22 of the size above the lower edge.
    label = word("Total", 0.1, 0.1 + 0.78 * (0.024 - 0.01), height=0.01)
    amount = word("1,560.40", 0.7, 0.1, height=0.024)
    assert rows(page(label, amount)) == ["Total 1,560.40"]


@pytest.mark.parametrize("slope", [-0.02, 0.02])
def test_a_skewed_scan_still_has_straight_rows(slope):
    words = [
        word(f"r{row}c{cell}", 0.11 * cell, 0.2 + 0.02 * row + slope * 0.11 * cell)
        for row in range(12)
        for cell in range(9)
    ]
    expected = [" ".join(f"r{row}c{cell}" for cell in range(9)) for row in range(12)]
    assert rows(page(*words, source="ocr")) == expected


def test_a_page_without_words_has_no_rows():
    assert lines_of(page()) == ()


def test_a_row_has_the_box_around_its_words():
    (line,) = lines_of(page(word("b", 0.5, 0.1), word("a", 0.1, 0.102)))
    assert (line.text, line.x0, line.y0, line.x1) == ("a b", 0.1, 0.1, 0.58)
    assert line.y1 == pytest.approx(0.114)


places = st.floats(0, 0.9)


@given(
    st.lists(st.tuples(places, places, st.floats(0.001, 0.1), st.floats(0.001, 0.1)), max_size=40)
)
def test_every_word_is_in_exactly_one_row(boxes):
    words = [Word(str(n), x, y, x + w, y + h) for n, (x, y, w, h) in enumerate(boxes)]
    for source in ("text", "ocr"):
        lines = lines_of(page(*words, source=source))
        assert sorted((w for line in lines for w in line.words), key=lambda w: int(w.text)) == words
        for line in lines:
            assert all(a.x0 <= b.x0 for a, b in pairwise(line.words))
