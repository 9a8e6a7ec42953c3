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
        month = f"{dt.date.fromordinal(day):%Y-%m}"
        place = max(0, bisect_right(self._months, month) - 1)
        table = self._tables[self._months[place]]
        if source not in table or target not in table:
            return None
        return minor_units(money(units, source) * table[source] / table[target], target)
