"""Marks that specks put into figures are mended where only one can be meant."""

import pytest

from engine.reading.figure_marks import with_marks_mended
from engine.reading.page import Word


def texts(text):
    return [word.text for word in with_marks_mended([Word(text, 0.1, 0.1, 0.3, 0.11, 0.8)])]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("583.86.", "583.86"),
        ("-1.234,50:", "-1.234,50"),
        ("12.30-,", "12.30-"),
        ("24:09.2022", "24.09.2022"),
        ("16,09.2022", "16.09.2022"),
        ("16/09:2022", "16/09/2022"),
        ("3,121:10", "3,121.10"),
        ("3.121:10-", "3.121,10-"),
    ],
)
def test_marks_are_mended(read, meant):
    assert texts(read) == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "02.09.",
        "12:30",
        "12:30.",
        "24.09.2022",
        "24-09/2022",
        "24:09:2022",
        "1.",
        "1,234.",
        "a.b",
        "3:10",
        "No.",
    ],
)
def test_what_may_be_meant_as_it_stands_stays(text):
    assert texts(text) == [text]


def test_an_amount_and_a_day_that_were_glued_are_parted_where_they_meet():
    amount, day = with_marks_mended([Word("19.9625.09.2022", 0.1, 0.1, 0.25, 0.11, 0.8)])
    assert (amount.text, day.text) == ("19.96", "25.09.2022")
    assert amount.x1 == day.x0 == pytest.approx(0.15)
