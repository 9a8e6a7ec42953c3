"""What a board is about: a period, a vendor, an account, a currency."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from engine.presentation import day, period


@dataclass(frozen=True, slots=True)
class BoardFilters:
    """None means all; both days of the period are in it."""

    today: dt.date
    from_date: dt.date | None = None
    to_date: dt.date | None = None
    vendor: str | None = None
    account: str | None = None
    currency: str | None = None

    def params(self, names: Collection[str]) -> dict[str, Any]:
        """The filters that a question with these parameters takes."""
        known = ("today", "from_date", "to_date", "vendor", "account", "currency")
        return {name: getattr(self, name) for name in known if name in names}

    def before(self) -> "BoardFilters | None":
        """The same for the equally long period before; None where the period has no beginning."""
        if self.from_date is None:
            return None
        days = ((self.to_date or self.today) - self.from_date).days + 1
        day_before = self.from_date - dt.timedelta(days=1)
        return replace(self, from_date=self.from_date - dt.timedelta(days=days), to_date=day_before)

    def words(self) -> tuple[str, ...]:
        """The filters as people read them."""
        if self.from_date and self.to_date:
            when = period(self.from_date, self.to_date)
        elif self.from_date:
            when = f"since {day(self.from_date)}"
        else:
            when = f"until {day(self.to_date)}" if self.to_date else "All time"
        chosen = (
            ("Vendor", self.vendor),
            ("Account", self.account),
            ("Currency", self.currency),
        )
        return (f"Period: {when}", *(f"{name}: {value}" for name, value in chosen if value))
