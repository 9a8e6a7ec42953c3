"""The managers' board, the rows behind its figures, and both as files."""

import datetime as dt
from typing import Any, Final

from engine.exports import ExportTable
from engine.reports import DRILL_COLUMNS, Board, BoardFilters, Drill, make_board
from engine.reports.behind import statement_of
from engine.reports.targets import TOPIC, checked_target
from engine.services.rooms import Rooms
from engine.store.analytics import parameters
from engine.store.store import utc_now

MOST_ROWS: Final = 1_000
"""Rows behind a figure that a screen shows; a file has all of them."""


class Boards(Rooms):
    """What managers look at."""

    def board(self, filters: BoardFilters) -> Board:
        """All figures for ``filters``."""
        with self.store.one_state():
            return make_board(self.store.analytics.query, filters, utc_now(), self.targets())

    def targets(self) -> dict[str, float]:
        """What somebody wants the figures to be, by key, in the units of ``TARGET_KINDS``."""
        standing = self.store.choices.standing(TOPIC)
        return {key: float(choice.value) for key, choice in standing.items()}

    def set_target(self, key: str, value: float | None, *, by: str | None = None) -> None:
        """Want a figure to be so; None wants nothing of it."""
        wanted = checked_target(key, value)
        if self.targets().get(key) != wanted:
            self.store.choices.choose(TOPIC, key, wanted, by=self._name(by))

    def rows_behind(
        self, drill: Drill, filters: BoardFilters, *, limit: int | None = MOST_ROWS
    ) -> list[dict[str, Any]]:
        """The rows that a figure counts; each says ``total_rows`` without the limit."""
        known = parameters(drill.mart)
        params = {**filters.params(known), **drill.params}
        return self.store.analytics.query(drill.mart, **params, limit=limit)

    def statement_of_rows(self, drill: Drill, filters: BoardFilters) -> str:
        """The SQL of the rows that a screen shows of ``drill``, as ``ask`` takes it."""
        return statement_of(drill, filters, limit=MOST_ROWS)

    def table_behind(self, drill: Drill, filters: BoardFilters, zone: dt.tzinfo) -> ExportTable:
        """All rows that a figure counts, to take along."""
        return ExportTable(
            drill.title,
            DRILL_COLUMNS[drill.mart],
            self.rows_behind(drill, filters, limit=None),
            zone,
            filters.words(),
        )

    def board_as_excel(self, filters: BoardFilters, zone: dt.tzinfo) -> bytes:
        """The whole board as a workbook: the figures, and a sheet for each table."""
        from engine.reports.board_excel import board_excel

        return board_excel(self.board(filters), zone)

    def board_as_pdf(self, filters: BoardFilters, zone: dt.tzinfo) -> bytes:
        """The whole board as a PDF of a few pages."""
        from engine.reports.board_pdf import board_pdf

        return board_pdf(self.board(filters), zone)
