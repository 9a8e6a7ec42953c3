"""How a statement prints its dates and amounts."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from made_statements.lands import Land

Sign = Literal["minus", "trailing", "parentheses", "plus", "credit_only", "cr_dr", "none", "split"]


@dataclass(frozen=True)
class Notation:
    """One statement's habits.

    ``dates``: dmy mdy ymd with a separator, iso, short (no year), named, named_short, month_first,
    ideographic, day. ``numbers``: us eu space swiss lakh plain. ``sign``: how amounts in one column
    show what was paid; ``split`` minus signs stand apart from their figures. ``filler`` stands
    before the figures of amounts.
    """

    land: Land
    dates: str = "dmy/"
    numbers: str = "us"
    sign: Sign = "minus"
    filler: str = ""
    currency: str = ""
    marks: tuple[str, str] = ("CR", "DR")
    whole: bool = False

    def size(self, value: Decimal) -> str:
        """The figures of ``value`` without any sign."""
        whole, cents = f"{abs(value):.2f}".split(".")
        if self.filler == "0":
            return f"{whole.rjust(8, '0')}.{cents}"
        mark = {"us": ",", "eu": ".", "space": " ", "swiss": "'", "plain": "", "lakh": ","}
        if self.numbers == "lakh" and len(whole) > 3:
            head = whole[:-3]
            pairs = [head[max(0, i - 2) : i] for i in range(len(head), 0, -2)][::-1]
            grouped = ",".join([*pairs, whole[-3:]])
        else:
            grouped = f"{int(whole):,}".replace(",", mark[self.numbers])
        point = "," if self.numbers in {"eu", "space"} else "."
        return self.filler + grouped + ("" if self.whole else point + cents)

    def amount(self, value: Decimal) -> str:
        """An amount of a column that holds both what was paid and what was received."""
        text, paid = self.currency + self.size(value), value < 0
        before = {"minus": "-", "split": "- "}.get(self.sign, "") if paid else ""
        after = "-" if self.sign == "trailing" and paid else ""
        if self.sign == "parentheses" and paid:
            before, after = "(", ")"
        elif self.sign == "plus":
            before = "-" if paid else "+"
        elif self.sign == "credit_only" and not paid:
            after = " CR"
        elif self.sign == "cr_dr":
            after = f" {self.marks[paid]}"
        return before + text + after

    def balance(self, value: Decimal) -> str:
        """A balance: below zero it has the sign of amounts, or a minus."""
        if self.sign in {"trailing", "parentheses", "cr_dr"}:
            return self.amount(value)
        return f"{'-' if value < 0 else ''}{self.currency}{self.size(value)}"

    def day(self, day: dt.date) -> str:
        """A date as rows print it."""
        month = self.land.months[day.month - 1]
        style, mark = self.dates[:3], self.dates[3:]
        if style == "dmy" or style == "mdy":
            first, second = (day.day, day.month) if style == "dmy" else (day.month, day.day)
            return f"{first:02d}{mark}{second:02d}{mark}{day.year}"
        if style == "ymd":
            return f"{day.year}{mark}{day.month:02d}{mark}{day.day:02d}{mark.strip('-/')}"
        other = {
            "iso": day.isoformat(),
            "short/": f"{day:%d/%m}",
            "short.": f"{day:%d.%m.}",
            "month/": f"{day:%m/%d}",
            "two": f"{day:%d.%m.%y}",
            "bare": f"{day:%d%m}",
            "bare with year": f"{day:%d%m%y}",
            "thai": f"{day:%d/%m}/{day.year + 543}",
            "named": f"{day.day} {month} {day.year}",
            "named_short": f"{day.day:02d} {month[:3]}",
            "month_first": f"{month[:3]} {day.day}",
            "ideographic": f"{day.year}年{day.month}月{day.day}日",
            "stamped": f"{day:%d/%m/%Y} 0{day.day % 10}:{day.month + 20}",
        }
        return other[self.dates]

    def full_day(self, day: dt.date) -> str:
        """A date with its year, as headers print it."""
        if self.dates in {"short/", "stamped"}:
            return f"{day:%d/%m/%Y}"
        if self.dates in {"short.", "two", "bare", "bare with year"}:
            return f"{day:%d.%m.%Y}"
        if self.dates == "month/":
            return f"{day:%m/%d/%Y}"
        if self.dates == "month_first":
            return f"{self.land.months[day.month - 1]} {day.day}, {day.year}"
        if self.dates == "named_short":
            return f"{day.day} {self.land.months[day.month - 1]} {day.year}"
        return self.day(day)
