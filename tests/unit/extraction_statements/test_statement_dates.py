import datetime as dt
from dataclasses import replace

import pytest
from msgspec import structs
from statement_layouts import Sheet

from engine.extraction.statements.dating import UNKNOWN_YEAR, Calendar, Span, calendar_of
from engine.extraction.statements.lines.cells import typed_lines
from engine.extraction.statements.lines.dates_in_words import date_at
from engine.extraction.statements.lines.money import Notation
from engine.extraction.statements.lines.printed_dates import PrintedDate, read_date


def printed(text: str) -> PrintedDate:
    date = read_date(text)
    assert date is not None, text
    return date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/03/2024", (2024, 3, 5)),
        ("05.03.24", (2024, 3, 5)),
        ("2024-03-05", (2024, 3, 5)),
        ("05 MAR 2024", (2024, 3, 5)),
        ("5. März 2024", (2024, 3, 5)),
        ("Mar 5, 2024", (2024, 3, 5)),
        ("05MAR2024", (2024, 3, 5)),
        ("5 de marzo de 2024", (2024, 3, 5)),
        ("5 марта 2024", (2024, 3, 5)),
        ("2024年3月5日", (2024, 3, 5)),
        ("05-Mar-24", (2024, 3, 5)),
    ],
)
def test_full_dates_of_many_kinds(text: str, day: tuple[int, int, int]) -> None:
    date = printed(text)
    assert date.on("dmy", 1900) == dt.date(*day)


@pytest.mark.parametrize("text", ["05 MAR", "05/03", "05.03.", "Mar 5", "3月5日"])
def test_dates_without_year_take_one(text: str) -> None:
    date = printed(text)
    assert date.year is None
    assert date.on("dmy", 2023) == dt.date(2023, 3, 5)


@pytest.mark.parametrize(
    "text", ["32/01/2024", "1.5", "12.34.56.78", "MAY", "13/13", "Total 5", "07 FEV 6787"]
)
def test_other_figures_are_no_date(text: str) -> None:
    date = read_date(text)
    assert date is None or date.doubtful


def test_figures_that_may_be_an_amount_are_doubtful() -> None:
    assert printed("12.05").doubtful
    assert not printed("12.05.").doubtful


def test_two_dates_side_by_side_stay_two() -> None:
    sheet = Sheet(1)
    sheet.put("10 FEB", 50, 100, 9)
    sheet.put("11 FEB", 82, 100, 9)
    first, end = date_at(sheet.words, 0) or (None, 0)
    second, _ = date_at(sheet.words, end) or (None, 0)
    assert first is not None and second is not None
    assert (first.year, first.first, second.first) == (None, 10, 11)


def test_weekday_and_clock_belong_to_the_date() -> None:
    sheet = Sheet(1)
    sheet.put("Thursday, 1 December 2022 14:35", 50, 100, 9)
    date, end = date_at(sheet.words, 0) or (None, 0)
    assert date is not None and date.on("dmy", 0) == dt.date(2022, 12, 1)
    assert end == len(sheet.words)


def test_year_comes_from_the_period_across_new_year() -> None:
    span = Span(printed("15/12/2023"), printed("14/01/2024"))
    rows = [printed("20/12"), printed("03/01")]
    calendar = calendar_of(rows, span, [], month_first=False)
    assert [calendar.day(row) for row in rows] == [dt.date(2023, 12, 20), dt.date(2024, 1, 3)]


def test_a_whole_year_without_years_follows_the_rows() -> None:
    calendar = Calendar("dmy", dt.date(2024, 9, 1), dt.date(2025, 8, 31))
    first = calendar.day(printed("02 SEP"))
    last = calendar.day(printed("30 AUG"), dt.date(2025, 8, 29))
    assert (first, last) == (dt.date(2024, 9, 2), dt.date(2025, 8, 30))


def test_posting_date_may_lie_after_the_period() -> None:
    calendar = Calendar("dmy", dt.date(2024, 9, 1), dt.date(2025, 8, 31))
    assert calendar.day_beside(printed("02 SEP"), dt.date(2025, 8, 31)) == dt.date(2025, 9, 2)


def test_day_before_month_is_told_by_an_unmistakable_date() -> None:
    rows = [printed("03/04/2024"), printed("04/25/2024")]
    assert calendar_of(rows, Span(), [], month_first=False).order == "mdy"


def test_day_before_month_is_told_by_the_period() -> None:
    span = Span(printed("1 April 2024"), printed("30 April 2024"))
    rows = [printed("04/03/2024"), printed("04/05/2024"), printed("04/11/2024")]
    assert calendar_of(rows, span, [], month_first=False).order == "mdy"


def test_statement_date_gives_the_year_when_no_period_is_printed() -> None:
    calendar = calendar_of(
        [printed("28 DEC")], Span(), [printed("5 January 2024")], month_first=False
    )
    assert calendar.day(printed("28 DEC")) == dt.date(2023, 12, 28)


def test_unknown_year_shows() -> None:
    calendar = calendar_of([printed("01 MAY")], Span(), [], month_first=False)
    assert not calendar.year_known
    assert calendar.day(printed("01 MAY")) == dt.date(UNKNOWN_YEAR, 5, 1)
    assert calendar.day(printed("29 FEB")) == dt.date(UNKNOWN_YEAR, 2, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024/3/5", (2024, 3, 5)),
        ("5. 3. 2024", (2024, 3, 5)),
        ("2024. 03. 05.", (2024, 3, 5)),
        ("20240305", (2024, 3, 5)),
        ("2024-03-05T10:11:12", (2024, 3, 5)),
        ("113/03/05", (2024, 3, 5)),
        ("令和6年3月5日", (2024, 3, 5)),
        ("民國113年3月5日", (2024, 3, 5)),
        ("2024년 3월 5일", (2024, 3, 5)),
        ("05/03/2567", (2024, 3, 5)),
        ("5 มี.ค. 2567", (2024, 3, 5)),
        ("5 ม.ค. 2567", (2024, 1, 5)),
        ("5 tháng 3 2024", (2024, 3, 5)),
        ("5 مارس 2024", (2024, 3, 5)),
        ("5 Μαρτίου 2024", (2024, 3, 5)),
        ("5 марта 2024 г.", (2024, 3, 5)),
        ("5 Şubat 2024", (2024, 2, 5)),
    ],
)
def test_dates_of_other_calendars_and_scripts(text: str, day: tuple[int, int, int]) -> None:
    assert printed(text).on("dmy", 1900) == dt.date(*day)


def test_two_figures_of_a_year_may_stand_first() -> None:
    rows = [printed(text) for text in ("24/03/28", "24/04/02", "24/04/11")]
    calendar = calendar_of(rows, Span(), [], month_first=False)
    assert [calendar.day(row) for row in rows] == [
        dt.date(2024, 3, 28), dt.date(2024, 4, 2), dt.date(2024, 4, 11),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "first", "last"),
    [
        (("05-09-01", "05-10-02"), "令和5年9月1日", "令和5年10月31日"),
        (("01/09/66", "02/10/66"), "01/09/2566", "31/10/2566"),
    ],
)
def test_years_of_other_calendars_in_two_figures_follow_the_period(
    texts: tuple[str, str], first: str, last: str
) -> None:
    rows = [printed(text) for text in texts]
    calendar = calendar_of(rows, Span(printed(first), printed(last)), [], month_first=False)
    assert [calendar.day(row) for row in rows] == [dt.date(2023, 9, 1), dt.date(2023, 10, 2)]


def test_days_without_marks_count_where_they_are_stacked() -> None:
    sheet = Sheet(1)
    for place, text in enumerate(("0205", "0305", "0605", "1405", "2105")):
        sheet.put(text, 50, 100 + 20 * place, 9)
        sheet.put("4711", 300, 100 + 20 * place, 9)
    lines = typed_lines([sheet.page()], Notation())
    assert [line.cells[0].date is not None for line in lines] == [True] * 5
    assert [line.cells[1].date for line in lines] == [None] * 5


def test_figures_beside_marked_dates_are_no_days_however_they_are_stacked() -> None:
    sheet = Sheet(1)
    for place, day in enumerate((2, 3, 6, 14, 21)):
        sheet.put(f"{day:02}.05.2024", 50, 100 + 20 * place, 9)
        sheet.put(f"{day:02}05", 150, 100 + 20 * place, 9)
        sheet.put("47.11", 300, 100 + 20 * place, 9)
    lines = typed_lines([sheet.page()], Notation())
    assert [line.cells[0].date is not None for line in lines] == [True] * 5
    assert [line.cells[1].date for line in lines] == [None] * 5


def test_one_recognised_day_without_marks_may_be_misread_among_many() -> None:
    texts = [f"{day:02}05" for day in range(3, 15)]
    read, printed = Sheet(1), Sheet(1)
    for place, text in enumerate([*texts, "4505"]):
        printed.put(text, 50, 100 + 20 * place, 9)
        read.put(text, 50, 100 + 20 * place, 9)
    recognised = replace(
        read.page(),
        words=tuple(structs.replace(word, confidence=0.9) for word in read.page().words),
    )
    days = [bool(line.cells[0].date) for line in typed_lines([recognised], Notation())]
    assert days == [True] * 12 + [False]
    assert not any(line.cells[0].date for line in typed_lines([printed.page()], Notation()))
