"""Values of every kind that a field of a record can have."""

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

LARGEST = Decimal("9999999999999999.99")

money = st.decimals(-LARGEST, LARGEST, places=2)

any_number = st.decimals(-LARGEST, LARGEST, allow_nan=False, allow_infinity=False)

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)

names = st.none() | text

dates = st.none() | st.dates()

instants = st.datetimes(timezones=st.just(dt.UTC))

shares = st.floats(0, 1)

pages = st.integers(1, 5000)

currencies = st.none() | st.from_regex(r"[A-Z]{3}", fullmatch=True)

counts = st.integers(0, 10_000)


def some(strategy):
    """None, one or two of what ``strategy`` gives."""
    return st.lists(strategy, max_size=2).map(tuple)


def maybe(strategy):
    """What ``strategy`` gives, or nothing."""
    return st.none() | strategy


def built(record_type, /, **fields):
    """Records of that type; fields that are not given are drawn by their types."""
    return st.builds(record_type, **fields)
