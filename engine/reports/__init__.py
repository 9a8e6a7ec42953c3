"""The managers' board: figures with definitions, the rows behind them, Excel and PDF of all."""

from engine.reports.behind import BOARD_STATEMENTS
from engine.reports.board import Board, make_board
from engine.reports.drill import DRILL_COLUMNS, Drill
from engine.reports.figures import Figure
from engine.reports.filters import BoardFilters

__all__ = [
    "BOARD_STATEMENTS",
    "DRILL_COLUMNS",
    "Board",
    "BoardFilters",
    "Drill",
    "Figure",
    "make_board",
]
