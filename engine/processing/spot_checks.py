"""A random sample of what went through unchanged, for a second look; its outcome estimates errors.

Pure. A sample is drawn by a seed, so that anybody can draw it again: things stand by currency and
amount, and every k-th is taken from a random start. So each has the same chance, and small and
large amounts are there by their share.
"""

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal, get_args

from engine.errors import InvalidInputError

Population = Literal["documents", "matches"]
POPULATIONS: Final[tuple[Population, ...]] = get_args(Population)
MOST_ITEMS: Final = 1_000
LONGEST_NOTE: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotItem:
    """One thing that was drawn, as it was then; ``is_right`` is None until somebody looked."""

    item_id: str
    label: str
    amount: Decimal | None
    currency: str | None
    accepted_by: str | None
    is_right: bool | None = None
    note: str = ""
    looked_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotCheck:
    """A sample: ``size`` of ``total`` things, and what came of each."""

    check_id: str
    population: Population
    seed: int
    total: int
    drawn_by: str
    items: tuple[SpotItem, ...]

    @property
    def waiting(self) -> tuple[SpotItem, ...]:
        """What nobody has looked at yet."""
        return tuple(item for item in self.items if item.is_right is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotFigure:
    """What all samples of a population say: the share of wrong ones and its 95 % range."""

    population: Population
    drawn: int
    looked_at: int
    wrong: int
    low: float
    high: float


def sample_size(total: int, share: float | None, count: int | None) -> int:
    """How many of ``total`` are drawn: a share of them, or so many; at most all.

    Raises:
        InvalidInputError: not exactly one is given, or it is out of its range.
    """
    if (share is None) == (count is None):
        raise InvalidInputError("Say how many, or which share of them.")
    if share is not None and not 0 < share <= 1:
        raise InvalidInputError("A share is more than 0 % and at most 100 %.")
    wanted = math.ceil(round(total * share, 6)) if share is not None else count or 0
    if wanted < 1 and total:
        raise InvalidInputError("A sample has at least one.")
    return min(wanted, total, MOST_ITEMS)


def drawn(ordered: Sequence[str], size: int, seed: int) -> tuple[str, ...]:
    """``size`` of the ids, each with the same chance; the same ones for the same seed."""
    if size <= 0:
        return ()
    step = len(ordered) / size
    # The order of chance must not come from a source of secrets: it has to be drawn again.
    start = random.Random(seed).uniform(0, step)  # noqa: S311
    return tuple(ordered[min(int(start + k * step), len(ordered) - 1)] for k in range(size))


def figure_of(population: Population, checks: Sequence[SpotCheck]) -> SpotFigure:
    """What all samples of a population say together."""
    items = [item for check in checks if check.population == population for item in check.items]
    looked = [item for item in items if item.is_right is not None]
    wrong = sum(item.is_right is False for item in looked)
    low, high = exact_range(wrong, len(looked))
    return SpotFigure(
        population=population,
        drawn=len(items),
        looked_at=len(looked),
        wrong=wrong,
        low=low,
        high=high,
    )


def exact_range(hits: int, total: int) -> tuple[float, float]:
    """The 95 % range of a share by Clopper and Pearson, which is never too narrow."""
    if not total:
        return 0.0, 1.0
    low = 0.0 if hits == 0 else _share_where(hits, total, upper=False)
    high = 1.0 if hits == total else _share_where(hits, total, upper=True)
    return low, high


def _share_where(hits: int, total: int, *, upper: bool) -> float:
    """The share at which so many hits, or more extreme ones, have a chance of 2.5 %."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        at_most = _at_most(hits if upper else hits - 1, total, middle)
        if at_most > 0.025 if upper else at_most > 0.975:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _at_most(hits: int, total: int, share: float) -> float:
    """The chance of ``hits`` or fewer among ``total``."""
    if not 0 < share < 1:
        return 1.0 if share <= 0 else 0.0
    logs = (math.log(share), math.log1p(-share))
    return math.fsum(
        math.exp(_log_ways(total, k) + k * logs[0] + (total - k) * logs[1]) for k in range(hits + 1)
    )


def _log_ways(total: int, k: int) -> float:
    return math.lgamma(total + 1) - math.lgamma(k + 1) - math.lgamma(total - k + 1)


def item_value(row: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept of a thing that was drawn, as JSON can hold it."""
    amount = row["amount"]
    return {
        "item_id": row["item_id"],
        "label": row["label"],
        "amount": None if amount is None else str(amount),
        "currency": row["currency"],
        "accepted_by": row["accepted_by"],
    }


def item_of(
    value: Mapping[str, Any], outcome: Mapping[str, Any] | None, by: str | None
) -> SpotItem:
    """What was kept, with what came of it."""
    amount = value["amount"]
    return SpotItem(
        item_id=value["item_id"],
        label=value["label"] or "",
        amount=None if amount is None else Decimal(amount),
        currency=value["currency"],
        accepted_by=value["accepted_by"],
        is_right=None if outcome is None else bool(outcome["is_right"]),
        note="" if outcome is None else str(outcome["note"]),
        looked_by=by,
    )
