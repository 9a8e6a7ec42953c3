"""CSV as every program reads it: comma, quotes where needed, UTF-8 with a mark for Excel.

Numbers have a point and no separators; days are 2026-03-31 and instants carry their zone.
"""

import csv
import datetime as dt
import io
from decimal import Decimal

from engine.exports.cells import Cell, cell_of, guarded
from engine.exports.table import ExportTable


def csv_bytes(table: ExportTable) -> bytes:
    """The table as CSV: one line of titles, then the rows."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([guarded(column.title) for column in table.columns])
    for row in table.rows:
        writer.writerow([_written(cell_of(column, row, table.zone)) for column in table.columns])
    return buffer.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, dt.datetime):
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return guarded(cell) if isinstance(cell, str) else repr(cell)
