"""Dates as the countries write them, from patterns such as ``d. MMMM yyyy``."""

import datetime as dt
import re
from collections.abc import Sequence

_TOKEN = re.compile(r"'([^']*)'|yyyy|yy|MMMM|MMM|mm|m|dd|d")


def write_date(day: dt.date, pattern: str, months: Sequence[str], short: Sequence[str]) -> str:
    """The date in a pattern; text in 'quotes' stands for itself, months are 12 names each."""

    def part(match: re.Match[str]) -> str:
        token = match.group(0)
        return {
            "yyyy": f"{day.year:04d}",
            "yy": f"{day.year % 100:02d}",
            "MMMM": months[day.month - 1],
            "MMM": short[day.month - 1],
            "mm": f"{day.month:02d}",
            "m": str(day.month),
            "dd": f"{day.day:02d}",
            "d": str(day.day),
        }.get(token, match.group(1) or "")

    return _TOKEN.sub(part, pattern)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    first = dt.date(index // 12, index % 12 + 1, 1)
    last = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
