"""Rows as files for other programs: CSV, Excel and Parquet.

Amounts are numbers with their currency's decimals, days and instants are dates, and text that a
spreadsheet would run as a formula stays text.
"""

from engine.exports.export import FORMATS, ExportFile, FileFormat, export
from engine.exports.found_columns import frame_table, rows_table
from engine.exports.table import (
    Column,
    ExportTable,
    day,
    instant,
    money,
    number,
    share,
    text,
    truth,
)

__all__ = [
    "FORMATS",
    "Column",
    "ExportFile",
    "ExportTable",
    "FileFormat",
    "day",
    "export",
    "frame_table",
    "instant",
    "money",
    "number",
    "rows_table",
    "share",
    "text",
    "truth",
]
