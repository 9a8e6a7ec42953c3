"""All that the managers' board says for one choice of filters, from few questions."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from engine.reports import figures
from engine.reports.figures import Figure
from engine.reports.filters import BoardFilters
from engine.reports.targets import target_of
from engine.store.analytics import parameters

Rows: TypeAlias = list[dict[str, Any]]
Ask: TypeAlias = Callable[..., Rows]

MOST_CAUSES: Final = 8
MOST_OLDEST: Final = 20
QUESTIONS: Final = 18
"""Statements that one choice of filters costs at most."""


@dataclass(frozen=True, slots=True)
class Board:
    """Figures, and the rows of each chart and table; amounts per currency, never added across."""

    filters: BoardFilters
    made_at: dt.datetime
    figures: tuple[Figure, ...]
    open_amounts: Rows
    ageing: Rows
    funnel: Rows
    spend: Rows
    cash: Rows
    causes: Rows
    correctness: Rows
    speed: Rows
    match_rates: Rows
    reviewers: Rows
    engines: Rows


def make_board(
    ask: Ask,
    filters: BoardFilters,
    made_at: dt.datetime,
    targets: Mapping[str, float] | None = None,
) -> Board:
    """The board for ``filters``.

    Args:
        ask: Answers the marts.
        filters: What is counted.
        made_at: Now.
        targets: What figures should be, by their key, in the units of ``targets.KINDS``.
    """

    def asked(mart: str, own: BoardFilters = filters, **more: Any) -> Rows:
        return ask(mart, **own.params(parameters(mart)), **more)

    before = filters.before()
    quality, matching = asked("reading_quality"), asked("match_quality")
    quality_before = asked("reading_quality", before) if before else []
    matching_before = asked("match_quality", before) if before else []
    open_amounts = asked("open_amount_by_currency")
    found = (
        figures.straight_through(quality, quality_before),
        figures.match_rate(matching, matching_before),
        figures.open_amount(open_amounts, asked("open_by_month")),
        figures.oldest_open(asked("open_invoices", limit=MOST_OLDEST)),
        figures.time_to_confirm(quality, quality_before),
        figures.corrections(quality, quality_before),
    )
    return Board(
        filters=filters,
        made_at=made_at,
        figures=tuple(_judged(figure, targets or {}) for figure in found),
        open_amounts=open_amounts,
        ageing=asked("ageing"),
        funnel=asked("funnel"),
        spend=asked("spend_by_vendor_month"),
        cash=asked("cash_by_month"),
        causes=asked("doubt_causes", limit=MOST_CAUSES),
        correctness=asked("confidence_correctness"),
        speed=asked("reading_speed"),
        match_rates=asked("match_rate_by_run"),
        reviewers=asked("figures_by_reviewer"),
        engines=asked("figures_by_engine"),
    )


def _judged(figure: Figure, targets: Mapping[str, float]) -> Figure:
    wanted = targets.get(figure.key)
    return replace(figure, target=target_of(figure.key, wanted, figure.now, figure.better))
