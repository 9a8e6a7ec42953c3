"""Records as people read and type them. Pure: no screen, no database, no clock."""

from engine.presentation.text import (
    UNKNOWN,
    amount,
    counted,
    day,
    decimals_of,
    duration,
    exact,
    moment,
    money,
    number,
    percent,
    period,
    plain,
    size,
    split_reason,
)

__all__ = [
    "UNKNOWN",
    "amount",
    "counted",
    "day",
    "decimals_of",
    "duration",
    "exact",
    "moment",
    "money",
    "number",
    "percent",
    "period",
    "plain",
    "size",
    "split_reason",
]
