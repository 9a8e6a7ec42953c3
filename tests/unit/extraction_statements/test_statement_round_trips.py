"""Generated statements in every mixture of styles are read back exactly, and proven."""

import datetime as dt
from decimal import Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from statement_layouts import HEADS, Entry, Style, lay_out
from statement_layouts.reading import read

D = Decimal
PAID = ("CARD PAYMENT", "ATM 594269", "Überweisung Miete")
RECEIVED = ("SALARY",)
EITHER = ("Coffee House 12", "Northwind Energy Ltd", "REF 7781-22", "Online shop 4.99 EUR")
DATED = "12/04 London"
"""Begins with a day; a column of such memos would be one of days."""


@st.composite
def written_entries(draw: st.DrawFn, day: dt.date) -> Entry:
    """A transaction whose words do not contradict its sign."""
    cents = draw(st.integers(1, 9_999_999)) * draw(st.sampled_from((1, -1)))
    memos = st.sampled_from((*EITHER, DATED, *(PAID if cents < 0 else RECEIVED)))
    text = draw(st.lists(memos, min_size=1, max_size=3, unique=True))
    return Entry(day, tuple(text), D(cents) / 100)


@st.composite
def statements(draw: st.DrawFn) -> tuple[list[Entry], Decimal, dt.date]:
    start = draw(st.dates(dt.date(2020, 1, 1), dt.date(2025, 12, 1)))
    days = sorted(draw(st.lists(st.integers(0, 27), min_size=2, max_size=30)))
    entries = [draw(written_entries(start + dt.timedelta(days=d))) for d in days]
    assume(2 * sum(entry.text[0] == DATED for entry in entries) < len(entries))
    return entries, D(draw(st.integers(-200_000, 900_000))) / 100, start


STYLES = st.builds(
    Style,
    language=st.sampled_from(sorted(HEADS)),
    columns=st.sampled_from(["debit_credit", "credit_debit", "amount"]),
    sign=st.sampled_from(["minus", "trailing", "parentheses", "dr_cr", "cr_only", "plus_minus"]),
    balance=st.sampled_from(["every", "daily"]),
    dates=st.sampled_from(["dmy", "dmy_dots", "iso", "mdy", "mdy_short", "dm", "named"]),
    numbers=st.sampled_from(["us", "eu", "swiss", "space", "plain", "lakh"]),
    header=st.sampled_from(["every", "first"]),
    newest_first=st.booleans(),
    date_once=st.booleans(),
    rows_per_page=st.sampled_from([12, 20]),
    carried=st.booleans(),
    gap=st.sampled_from([3.0, 8.0, 14.0]),
    footer=st.booleans(),
    currency=st.sampled_from(["", "€", "$"]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(statements(), STYLES)
def test_a_generated_statement_is_read_back_exactly_and_proven(
    generated: tuple[list[Entry], Decimal, dt.date], style: Style
) -> None:
    entries, opening, start = generated
    period = (start, start + dt.timedelta(days=28))
    statement = read(*lay_out(entries, opening, period, style))
    expected = entries[::-1] if style.newest_first else entries
    assert [(t.date, t.amount) for t in statement.transactions] == [
        (e.date, e.amount) for e in expected
    ]
    assert [t.description for t in statement.transactions] == [" ".join(e.text) for e in expected]
    assert statement.proof == f"All {len(entries)} rows agree with the printed balances."
    assert statement.info.opening_balance == opening
    assert statement.info.closing_balance == opening + sum(e.amount for e in entries)
    assert statement.info.statement_period_start == period[0]
    assert statement.info.statement_period_end == period[1]
    assert not statement.info.checks
    assert min(t.confidence for t in statement.transactions) > 0.85
