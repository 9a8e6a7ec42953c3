"""Sentences of checks as people read them: grouped amounts and days with the month's name.

Records keep such sentences in one form for programs (1234.50, 2026-03-05); what a sentence quotes
is shown as it stands.
"""

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from engine.presentation.text import amount, day

_QUOTED_OR_FIGURE: Final = re.compile(
    r"(?P<quoted>“[^”]*”)"
    r"|(?<![\w.,-])(?P<date>\d{4}-\d{2}-\d{2})(?![\w-])"
    r"|(?<![\w.,-])(?P<amount>[-+]?\d+\.\d{2,3})(?![\w-]|[.,]\d)"
)


def readable(sentence: str) -> str:
    """``sentence`` with its amounts and dates as the screens write them."""
    return _QUOTED_OR_FIGURE.sub(_figure, sentence)


def _figure(found: re.Match[str]) -> str:
    if found["date"]:
        try:
            return day(dt.date.fromisoformat(found["date"]))
        except ValueError:
            return found[0]
    if found["amount"]:
        sign = "+" if found["amount"].startswith("+") else ""
        return sign + amount(Decimal(found["amount"]), None)
    return found[0]
