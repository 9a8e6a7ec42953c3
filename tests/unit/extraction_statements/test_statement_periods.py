import datetime as dt

import pytest
from statement_layouts import page_of

from engine.extraction.statements.dating import period_days
from engine.extraction.statements.header.period import period_of
from engine.extraction.statements.lines.cells import TypedLine, typed_lines
from engine.extraction.statements.lines.money import Notation
from engine.extraction.statements.lines.printed_dates import read_date

NONE: frozenset[int] = frozenset()
MARCH = (dt.date(2024, 3, 1), dt.date(2024, 3, 31))


def _lines(*pages: list[list[tuple[float, str]]]) -> list[TypedLine]:
    return typed_lines([page_of(rows, number) for number, rows in enumerate(pages, 1)], Notation())


def _days(
    *pages: list[list[tuple[float, str]]], dates: tuple[str, ...] = ()
) -> tuple[dt.date | None, dt.date | None]:
    printed = [date for text in dates if (date := read_date(text)) is not None]
    return period_days("dmy", period_of(_lines(*pages), NONE, printed).span)


@pytest.mark.parametrize(
    "rows",
    [
        [[(45, "From Date:"), (120, "01/03/2024")], [(45, "To Date:"), (120, "31/03/2024")]],
        [[(45, "desde la fecha 01/03/2024 hasta la fecha 31/03/2024")]],
        [[(45, "01 DE MARÇO DE 2024 a 31 DE MARÇO DE 2024")]],
        [[(45, "照会期間"), (120, "2024年3月1日~2024年3月31日")]],
        [[(45, "Từ ngày/ From:"), (140, "01/03/2024"), (240, "Đến ngày/ To:"),
          (340, "31/03/2024")]],
        [[(45, "Opening Date"), (140, "Closing Date")], [(45, "1 Mar 2024"), (140, "31 Mar 2024")]],
        [[(45, "Balance summary (1/3/2024 - 31/3/2024)")]],
        [[(45, "PERIODE"), (140, ": MARET 2024")]],
        [[(45, "Extracto de marzo de 2024")]],
        [[(45, "Activity for March 1 - 31, 2024")]],
        [[(45, "du 1er au 31 mars 2024")]],
        [[(45, "2024-03-01/2024-03-31")]],
        [[(45, "2024年3月1日から2024年3月31日まで")]],
        [[(45, "起始日期：2024-03-01"), (220, "终止日期：2024-03-31")]],
        [[(45, "Here is your statement (Mar 1 to Mar 31, 2024).")]],
        [[(45, "31/03/2024"), (120, "-"), (140, "01/03/2024"), (240, "לתקופה")]],
        [[(45, "1 - 31 March 2024")]],
        [[(45, "1 March 2024 [GMT] - 31 March 2024 [GMT]")]],
    ],
)  # fmt: skip
def test_periods_are_read_in_many_words(rows: list[list[tuple[float, str]]]) -> None:
    assert _days(rows) == MARCH


@pytest.mark.parametrize(
    "text",
    ["Dec 8 2023-Jan 7 2024", "8 Dec 2023-7 Jan 2024", "December 8, 2023–January 7, 2024"],
)
def test_a_year_joined_to_the_next_date_is_of_the_date_before_it(text: str) -> None:
    rows = [[(45.0, f"Statement period: {text}")]]
    assert _days(rows, dates=("12/22", "01/04")) == (dt.date(2023, 12, 8), dt.date(2024, 1, 7))


def test_a_month_in_figures_counts_where_all_rows_lie_in_it() -> None:
    rows = [[(45.0, "Kontoauszug 3/2024")]]
    assert _days(rows, dates=("02.03.2024", "28.03.2024")) == MARCH
    assert _days(rows, dates=("02.04.2024", "28.04.2024")) == (None, None)


def test_dates_of_the_rows_tell_the_period_from_other_days() -> None:
    rows = [[(45.0, "Offer from 01/06/2024 to 30/06/2024")], [(45.0, "01/03/2024 - 31/03/2024")]]
    assert _days(rows, dates=("04.03.2024", "20.03.2024")) == MARCH


def test_statements_that_follow_each_other_make_one_period() -> None:
    heads = ("01/02/2024 - 29/02/2024", "01/03/2024 - 31/03/2024")
    pages = [[[(45.0, "Statement period"), (200.0, text)]] for text in heads]
    assert _days(*pages) == (dt.date(2024, 2, 1), MARCH[1])


def test_days_of_a_period_are_shown_on_the_page() -> None:
    period = period_of(_lines([[(45.0, "Period 01/03/2024 to 31/03/2024")]]), NONE)
    assert period.start is not None
    assert [word.text for word in period.start.words] == ["01/03/2024"]
    assert period.start.confidence > 0.9


def test_without_a_period_there_are_no_days() -> None:
    assert _days([[(45.0, "Thank you")]], dates=("04.03.2024",)) == (None, None)


ROWS = frozenset({9})
DAYS = ("04.03.2024", "12.03.2024", "20.03.2024")


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        ([[(45, "Zorvan"), (120, "01/03/2024"), (220, "vedal"), (260, "31/03/2024")]], MARCH),
        ([[(45, "Zorvan"), (120, "01/03/2024")], [(45, "Vedal"), (120, "31/03/2024")]], MARCH),
        ([[(45, "Letzter Auszug"), (140, "01/03/2024"), (220, "Auszug vom"), (290, "31/03/2024")]],
         (None, None)),
        ([[(45, "Zorvan"), (120, "01/03/2022"), (220, "vedal"), (260, "31/03/2024")]],
         (None, None)),
    ],
    ids=["one line", "two lines", "days of two papers", "years before the rows"],
)  # fmt: skip
def test_two_days_around_all_rows_are_the_period_in_any_language(
    rows: list[list[tuple[float, str]]], days: tuple[dt.date | None, dt.date | None]
) -> None:
    printed = [date for text in DAYS if (date := read_date(text)) is not None]
    assert period_days("dmy", period_of(_lines(rows), ROWS, printed).span) == days


def test_the_day_of_the_papers_making_beside_a_period_is_not_of_it() -> None:
    printed = [(45, "01/03/2024 - 31/03/2024"), (300, "Report generated: 02/04/2024")]
    assert _days([printed], dates=("04.03.2024", "20.03.2024")) == MARCH
