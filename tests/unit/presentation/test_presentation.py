import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import presentation as shown


@pytest.mark.parametrize(
    ("value", "currency", "text"),
    [
        ("1234.5", "EUR", "1,234.50\u00a0EUR"),
        ("1234", "JPY", "1,234\u00a0JPY"),
        ("-0.5", "KWD", "\u22120.500\u00a0KWD"),
        ("0", "USD", "0.00\u00a0USD"),
        ("12345678901234.56", "USD", "12,345,678,901,234.56\u00a0USD"),
        ("1.5", "JPY", "1.5\u00a0JPY"),
        ("9.9", None, "9.90"),
    ],
)
def test_money_has_the_decimals_of_its_currency(value, currency, text):
    assert shown.money(Decimal(value), currency) == text


def test_unknown_is_a_dash_not_a_zero():
    assert {
        shown.money(None, "EUR"),
        shown.percent(None),
        shown.day(None),
        shown.moment(None),
        shown.duration(None),
        shown.size(None),
        shown.number(None),
        shown.period(None, None),
    } == {"–"}


@given(st.integers(-(10**15), 10**15))
def test_a_float_from_a_table_editor_becomes_the_exact_cents(cents):
    exact = Decimal(cents) / 100
    if abs(cents) < 10**14:
        assert shown.exact(float(exact), "EUR") == exact


def test_a_number_that_is_none_is_refused():
    with pytest.raises(ArithmeticError):
        shown.exact(float("nan"), "EUR")


def test_dates_name_the_month():
    assert shown.day(dt.date(2024, 3, 4)) == "4 Mar 2024"
    assert shown.period(dt.date(2024, 3, 1), dt.date(2024, 3, 31)) == "1 – 31 Mar 2024"
    assert shown.period(dt.date(2024, 3, 1), dt.date(2024, 4, 2)) == "1 Mar – 2 Apr 2024"
    assert shown.period(dt.date(2023, 12, 1), dt.date(2024, 1, 2)) == "1 Dec 2023 – 2 Jan 2024"
    assert shown.period(dt.date(2024, 3, 1), None) == "1 Mar 2024"


def test_a_moment_is_shown_in_the_readers_zone():
    instant = dt.datetime(2024, 3, 31, 22, 30, tzinfo=dt.UTC)
    assert shown.moment(instant, dt.timezone(dt.timedelta(hours=2))) == "1 Apr 2024, 00:30"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.42, "0.4 s"), (12.3, "12 s"), (200, "3 min 20 s"), (60, "1 min"), (7500, "2 h 5 min")],
)
def test_durations_are_rounded_to_what_matters(seconds, text):
    assert shown.duration(seconds).replace("\u00a0", " ") == text


def test_sizes_and_shares():
    assert shown.size(820) == "820\u00a0B"
    assert shown.size(1_200_000) == "1.2\u00a0MB"
    assert shown.size(3_400_000_000) == "3.4\u00a0GB"
    assert shown.size(250_000_000) == "250\u00a0MB"
    assert shown.percent(0.931) == "93%"
    assert shown.percent(0.9987) == "99%"
    assert shown.percent(Decimal("0.9999"), 1) == "99.9%"
    assert shown.percent(1.0) == "100%"
    assert shown.sure(1.0) == shown.sure(0.997) == "99% sure"
    assert shown.sure(0.931) == "93% sure"
    assert shown.percent(Decimal("0.9316"), 1) == "93.2%"


def test_counts_agree_with_their_noun():
    assert shown.counted(1, "invoice") == "1 invoice"
    assert shown.counted(1200, "entry", "entries") == "1,200 entries"


@pytest.mark.parametrize(
    "text",
    [
        "**bold**",
        "[x](http://evil.example)",
        "<b>h</b>",
        "`code`",
        "$x$",
        "# head",
        "~~s~~",
        "&lt;",
    ],
)
def test_markup_in_data_is_escaped(text):
    escaped = shown.plain(text)
    assert escaped.replace("\\", "").replace("\u2060", "") == text
    assert escaped != text


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (":material/home:", ":\u2060material"),
        ("https://evil.example", "https:\u2060//"),
        ("www.evil.example", "www\u2060."),
        ("a@b.example", "a@\u2060b"),
        ("a -> b", "-\u2060>"),
        ("INV--7", "-\u2060-"),
    ],
)
def test_words_that_streamlit_would_make_links_or_icons_of_are_broken(text, broken):
    assert broken in shown.plain(text).replace("\\", "")


def test_lines_and_missing_text_become_one_line():
    assert shown.plain("a\n# b\r\n\tc") == "a \\# b c"
    assert shown.plain(None) == ""
    assert shown.plain("10:30") == "10\\:30"


def test_a_stored_failure_is_a_sentence_and_a_code():
    assert shown.split_reason("“a.pdf” is empty. (file_empty)") == (
        "“a.pdf” is empty.",
        "file_empty",
    )
    assert shown.split_reason("Broken (at page 3) somewhere.") == (
        "Broken (at page 3) somewhere.",
        None,
    )
    assert shown.split_reason(None) == ("", None)


def test_currencies_are_never_added_up():
    amounts = [(Decimal("1.10"), "USD"), (Decimal("2.20"), "EUR"), (Decimal("3"), "EUR")]
    assert shown.sums([*amounts, (None, "EUR"), (Decimal(9), None)]) == (
        "5.20\u00a0EUR · 1.10\u00a0USD"
    )
    assert shown.sums([]) == "–"


def test_what_comes_in_is_told_apart_from_what_goes_out():
    amounts = [(Decimal("5"), "EUR"), (Decimal("-3"), "EUR"), (Decimal("-1"), "USD"), (None, "EUR")]
    assert shown.in_and_out(amounts) == (
        "5.00\u00a0EUR in",
        "3.00\u00a0EUR out",
        "1.00\u00a0USD out",
    )


def test_a_column_shows_as_many_decimals_as_its_finest_value_has():
    assert shown.decimals_shown([Decimal("5"), None], "EUR") == 2
    assert shown.decimals_shown([Decimal("5.100"), Decimal("0.0035")], "EUR") == 4
    assert shown.decimals_shown([Decimal("5.10")], "JPY") == 1
    assert shown.decimals_shown([Decimal("1E+3")], "JPY") == 0


def test_of_many_names_the_first_are_listed():
    assert shown.listed(["a.pdf", "b.pdf"], 2) == "a.pdf, b.pdf"
    assert shown.listed([f"{n}.pdf" for n in range(1_203)], 2) == "0.pdf, 1.pdf and 1,201 more"
    assert shown.listed([], 2) == ""
