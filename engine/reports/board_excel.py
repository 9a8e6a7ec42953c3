"""The board as an Excel workbook."""

import datetime as dt

from engine.exports.excel_file import workbook_bytes
from engine.presentation import moment
from engine.reports.board import Board
from engine.reports.board_tables import board_tables


def board_excel(board: Board, zone: dt.tzinfo) -> bytes:
    """A sheet for each table of the board; the filters stand on the last one."""
    made = f"Matchbook, as of {moment(board.made_at, zone)}"
    return workbook_bytes(board_tables(board, zone), (made, *board.filters.words()))
