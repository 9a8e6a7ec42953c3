"""The statements behind a board, by what a person reads above each of them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.reports.board import MOST_CAUSES, MOST_OLDEST
from engine.reports.drill import Drill
from engine.reports.filters import BoardFilters
from engine.store.analytics import parameters
from engine.store.written_out import written_out

BOARD_STATEMENTS: Final[Mapping[str, Drill]] = MappingProxyType(
    {
        drill.title: drill
        for drill in (
            Drill("Straight through, upload to confirmed, corrections", "reading_quality"),
            Drill("Match rate", "match_quality"),
            Drill("Open amount", "open_amount_by_currency"),
            Drill("Open amount by month", "open_by_month"),
            Drill("Oldest open items", "open_invoices", {"limit": MOST_OLDEST}),
            Drill("Spend by vendor and month", "spend_by_vendor_month"),
            Drill("Cash in and out", "cash_by_month"),
            Drill("Open by age", "ageing"),
            Drill("From upload to match", "funnel"),
            Drill("Top causes of doubt", "doubt_causes", {"limit": MOST_CAUSES}),
            Drill("Confidence against correctness", "confidence_correctness"),
            Drill("Match rate of each run", "match_rate_by_run"),
            Drill("Reading time", "reading_speed"),
            Drill("By reviewer", "figures_by_reviewer"),
            Drill("By OCR engine", "figures_by_engine"),
        )
    }
)
"""Everything that a board asks."""


def statement_of(drill: Drill, filters: BoardFilters, *, limit: int) -> str:
    """The SQL of the rows of ``drill`` under ``filters``, as it can be asked again.

    Args:
        drill: its own parameters go before those of ``filters``.
        filters: what the board is about.
        limit: of rows, where the question takes one and ``drill`` has none.
    """
    known = parameters(drill.mart)
    least = {"limit": limit} if "limit" in known else {}
    return written_out(drill.mart, {**filters.params(known), **least, **drill.params})
