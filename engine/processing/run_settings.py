"""How a person wants a run: how sure, how late, what differences and rates, and for what part."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from engine.errors import InvalidInputError
from engine.records import AmountCondition, MatchingRule, RunScope, ToleranceTreatment

TOLERANCE_NAME: Final = "Tolerance of this run"
"""The name under which a run's own tolerance stands among its rules."""

_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_CODE: Final = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """The settings of one run.

    ``threshold`` is from 0 to 1, ``date_window_days`` from 1 to 3650. ``rates`` maps a month
    ("2024-01") to currencies and what one unit of each is worth in one of them. ``tolerance`` says
    what a difference up to so much is, for lines that no rule of the user's own decides.
    """

    threshold: float
    date_window_days: int
    rates: Mapping[str, Mapping[str, float]] | None = None
    tolerance: ToleranceTreatment | None = None
    scope: RunScope = field(default_factory=RunScope)

    def rules(self, own: tuple[MatchingRule, ...]) -> tuple[MatchingRule, ...]:
        """The user's own rules, and the tolerance of the run after them."""
        if self.tolerance is None:
            return own
        anything = AmountCondition(least=Decimal(0))
        last = MatchingRule(
            name=TOLERANCE_NAME, conditions=(anything,), treatment=self.tolerance, rule_id="run"
        )
        return (*own, last)

    def plain_rates(self) -> dict[str, dict[str, float]] | None:
        """The rates as a record holds them; None where there are none."""
        return {month: dict(rates) for month, rates in self.rates.items()} if self.rates else None


def checked_settings(settings: RunSettings) -> RunSettings:
    """The settings, when a run can be made with them.

    Raises:
        InvalidInputError: a value is out of its range.
    """
    if not 0 <= settings.threshold <= 1:
        raise InvalidInputError("The confidence threshold must be between 0 and 1.")
    if not 1 <= settings.date_window_days <= 3650:
        raise InvalidInputError("The date window must be between 1 and 3650 days.")
    for month, rates in (settings.rates or {}).items():
        if not _MONTH.fullmatch(month):
            raise InvalidInputError(f"“{month}” is no month.", "Write it as 2024-01.")
        for code, rate in rates.items():
            if not _CODE.fullmatch(code):
                raise InvalidInputError(f"“{code}” is no currency.", "Write three capitals: USD.")
            if not math.isfinite(rate) or rate <= 0:
                raise InvalidInputError(f"The rate of {code} in {month} must be more than zero.")
    _check_tolerance(settings.tolerance)
    scope = settings.scope
    if scope.first_day and scope.last_day and scope.first_day > scope.last_day:
        raise InvalidInputError("The period ends before it begins.")
    return settings


def _check_tolerance(tolerance: ToleranceTreatment | None) -> None:
    if tolerance is None:
        return
    amount, percent = tolerance.amount, tolerance.percent
    if not amount and not percent:
        raise InvalidInputError("A tolerance needs an amount or a percentage.")
    if (amount is not None and amount < 0) or (percent is not None and not 0 <= percent <= 50):
        raise InvalidInputError("A tolerance is at least 0, and at most 50 per cent.")
