"""Rows of months as series for a chart: every month has its place, the small ones share one."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias

Rows: TypeAlias = Sequence[Mapping[str, Any]]

OTHERS: Final = "Others"
UNNAMED: Final = "Unknown vendor"


class Series(NamedTuple):
    """One amount for each month."""

    name: str
    amounts: list[Decimal]


def months_of(rows: Rows) -> list[dt.date]:
    """Every month from the first to the last of ``rows`` (key ``month``), without gaps."""
    found = sorted({row["month"] for row in rows})
    months = found[:1]
    while months and months[-1] < found[-1]:
        year, index = divmod(months[-1].year * 12 + months[-1].month, 12)
        months.append(dt.date(year, index + 1, 1))
    return months


def within(month: dt.date, first: dt.date | None, last: dt.date | None) -> tuple[dt.date, dt.date]:
    """The first and the last day of ``month`` that lie between ``first`` and ``last``."""
    year, index = divmod(month.year * 12 + month.month, 12)
    end = dt.date(year, index + 1, 1) - dt.timedelta(days=1)
    return max(month, first or month), min(end, last or end)


def spend_series(rows: Rows, most: int) -> list[Series]:
    """The amounts of the ``most`` largest vendors by month, and of all others together.

    ``rows`` are of one currency, with ``month``, ``vendor_name`` and ``amount``.
    """
    totals: dict[str, Decimal] = {}
    for row in rows:
        name = row["vendor_name"] or UNNAMED
        totals[name] = totals.get(name, Decimal(0)) + row["amount"]
    largest = sorted(totals, key=lambda name: (-totals[name], name))[:most]
    months = months_of(rows)
    amounts = {name: dict.fromkeys(months, Decimal(0)) for name in (*largest, OTHERS)}
    for row in rows:
        name = row["vendor_name"] or UNNAMED
        amounts[name if name in largest else OTHERS][row["month"]] += row["amount"]
    names = largest if len(totals) <= most else [*largest, OTHERS]
    return [Series(name, list(amounts[name].values())) for name in names]


def monthly(rows: Rows, field: str) -> list[Decimal]:
    """``field`` of the row of each month of ``rows``; nothing is 0. One row a month at most."""
    by_month = {row["month"]: row[field] for row in rows}
    return [by_month.get(month, Decimal(0)) for month in months_of(rows)]
