"""Converts amounts between currencies by the rates of a run; without a rate there is no answer."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from engine.matching.normalise import minor_units, money


class Exchange:
    """Monthly rates to one base currency.

    The base is the currency whose rate is 1; where the table names none, the accounts' own.
    A month without rates uses those of the last month before it, or of the first there is.
    """

    def __init__(self, rates: Mapping[str, Mapping[str, float]] | None, home: str) -> None:
        """Take the table "2024-01" → currency → rate, and the accounts' usual currency."""
        self._rates = rates or {}
        self._home = home
        self._places: dict[int, int] = {}
        self._converted: dict[tuple[int, str, str, int], int | None] = {}

    @cached_property
    def _months(self) -> list[str]:
        return sorted(self._rates)

    @cached_property
    def _tables(self) -> dict[str, dict[str, Decimal]]:
        tables = {}
        for month, rates in self._rates.items():
            table = {code: Decimal(str(rate)) for code, rate in rates.items() if rate > 0}
            if Decimal(1) not in table.values():
                table[self._home] = Decimal(1)
            tables[month] = table
        return tables

    def convert(self, units: int, source: str, target: str, day: int) -> int | None:
        """``units`` of one currency in another at the rate of the day's month.

        Returns:
            Minor units, rounded half to even; None when either currency has no rate.
        """
        if source == target:
            return units
        if not self._months:
            return None
        place = self._month_of(day)
        key = (units, source, target, place)
        if key not in self._converted:
            table = self._tables[self._months[place]]
            known = source in table and target in table
            self._converted[key] = _converted(units, source, target, table) if known else None
        return self._converted[key]

    def _month_of(self, day: int) -> int:
        """The place of the month whose rates hold on the day."""
        if day not in self._places:
            month = f"{dt.date.fromordinal(day):%Y-%m}"
            self._places[day] = max(0, bisect_right(self._months, month) - 1)
        return self._places[day]


def _converted(units: int, source: str, target: str, table: Mapping[str, Decimal]) -> int:
    return minor_units(money(units, source) * table[source] / table[target], target)
