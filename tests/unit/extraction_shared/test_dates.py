"""Dates in figures and words, and the order of day and month."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.extraction.dates import date_order_of, find_dates, parse_date
from engine.extraction.months import MONTHS

MARCH_5 = dt.date(2016, 3, 5)


@pytest.mark.parametrize(
    "text",
    ["05/03/2016", "5.3.2016", "05-03-16", "05. 03. 2016", "2016-03-05", "2016/3/5", "2016. 03. 05",
     "20160305", "2016-03-05T10:00:00Z", "5 March 2016", "March 5, 2016", "Mar 5 2016",
     "05-Mar-16", "5th of March 2016", "5. März 2016", "le 5 mars 2016", "Sat, 5 Mar 2016 10:33",
     "5 de marzo de 2016", "5 março 2016", "5. března 2016", "5 marca 2016", "2016-Mar-05",
     "MAR-05-2016", "Mar 5 '16", "5 mars 2016", "5. marts 2016", "5. maaliskuuta 2016"],
)  # fmt: skip
def test_notations_of_one_day(text):
    assert parse_date(text) == MARCH_5


@pytest.mark.parametrize(
    "text",
    ["", "5", "12/2016", "5 Foo 2016", "31/02/2016", "32/01/2016", "0/1/2016", "1.2.3.4", "12.50",
     "5 March", "05/03/1816", "abc", "123456789", "Foo, 5 March 2016", "1/2-2016"],
)  # fmt: skip
def test_what_is_no_date_is_none(text):
    assert parse_date(text) is None


def test_the_order_decides_only_where_the_figures_leave_a_choice():
    assert parse_date("05/03/2016", order="mdy") == dt.date(2016, 5, 3)
    assert parse_date("15/03/2016", order="mdy") == dt.date(2016, 3, 15)
    assert parse_date("03/15/2016", order="dmy") == dt.date(2016, 3, 15)
    assert parse_date("16-03-05", order="ymd") == MARCH_5


def test_a_date_without_year_needs_one():
    assert parse_date("5 March", default_year=2016) == MARCH_5
    assert parse_date("05.03.", default_year=2016) == MARCH_5
    assert parse_date("Mar 5", default_year=2016) == MARCH_5


def test_dates_are_found_inside_text():
    text = "Invoice 2016-17 of 5 March 2016, due 19.03.2016 (14 days), total 12.50"
    assert [found for _, _, found in find_dates(text)] == ["5 March 2016", "19.03.2016"]
    start, end, found = find_dates(text)[1]
    assert text[start:end] == found


def test_numbers_that_look_like_dates_are_not_found():
    assert find_dates("1.234.567,89 / 10.10.10.10 / 2016-03-05-77 / 05/03/20167") == []


def test_the_order_is_what_most_dates_prove():
    assert date_order_of(["31/12/2016", "05/03/2016"]) == "dmy"
    assert date_order_of(["12/31/2016", "05/03/2016"]) == "mdy"
    assert date_order_of(["05/03/2016", "2016-12-31"]) is None
    assert date_order_of(["12/31/2016", "31/12/2016"]) is None


DAYS = st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31))


@given(DAYS, st.sampled_from(["%d.%m.%Y", "%d/%m/%y", "%Y-%m-%d", "%d-%m-%Y", "%Y%m%d"]))
def test_a_day_written_in_figures_is_read_back(day, pattern):
    assert parse_date(day.strftime(pattern), order="dmy") == day


@given(
    DAYS, st.data(), st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d}-{m}-{y}", "{d}. {m} {y}"])
)
def test_a_day_written_with_any_months_name_is_read_back(day, data, pattern):
    name = data.draw(st.sampled_from([name for name, n in MONTHS.items() if n == day.month]))
    assert parse_date(pattern.format(d=day.day, m=name, y=day.year)) == day


@given(st.text(alphabet="0123456789./- ,'MarchDeofth", max_size=30))
def test_no_text_makes_the_parsers_fail(text):
    parse_date(text)
    parse_date(text, order="mdy", default_year=2020)
    for start, end, found in find_dates(text):
        assert text[start:end] == found
    date_order_of([text])
