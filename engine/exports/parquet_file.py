"""Parquet for programs: typed columns under their own names, amounts as exact decimals.

No program runs what stands in a Parquet file, so its text is as it was read.
"""

import datetime as dt
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from engine.exports.cells import Cell, as_text, cell_of
from engine.exports.table import Column, ExportTable

_MOST_DIGITS: Final = 76


def parquet_bytes(table: ExportTable) -> bytes:
    """The table as one Parquet file; columns have the names of the rows, titles as metadata."""
    rows = list(table.rows)
    arrays, fields = [], []
    for column in table.columns:
        cells = [cell_of(column, row, table.zone) for row in rows]
        array = _array(column, cells)
        arrays.append(array)
        fields.append(pa.field(column.name, array.type, metadata={"title": column.title}))
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), buffer)
    return buffer.getvalue()


def _array(column: Column, cells: Sequence[Cell]) -> Any:
    known = [cell for cell in cells if cell is not None]
    if column.kind in ("money", "number", "share") and all(_is_number(cell) for cell in known):
        return _numbers(column, cells, known)
    if column.kind == "truth" and all(isinstance(cell, bool) for cell in known):
        return pa.array(cells, pa.bool_())
    if column.kind == "instant" and all(isinstance(cell, dt.datetime) for cell in known):
        utc = [cell.astimezone(dt.UTC) if isinstance(cell, dt.datetime) else None for cell in cells]
        return pa.array(utc, pa.timestamp("us", tz="UTC"))
    if column.kind == "day" and all(type(cell) is dt.date for cell in known):
        return pa.array(cells, pa.date32())
    return pa.array([None if cell is None else as_text(cell) for cell in cells], pa.string())


def _numbers(column: Column, cells: Sequence[Cell], known: Sequence[Any]) -> Any:
    if column.kind != "money" and not any(isinstance(cell, Decimal) for cell in known):
        whole = all(isinstance(cell, int) for cell in known) and column.kind == "number"
        fits = all(abs(cell) < 2**63 for cell in known)
        return pa.array(cells, pa.int64() if whole and fits else pa.float64())
    amounts = [None if cell is None else Decimal(str(cell)) for cell in cells]
    scale = max([2, *(_decimals(amount) for amount in amounts if amount is not None)])
    whole_digits = max([1, *(amount.adjusted() + 1 for amount in amounts if amount is not None)])
    if whole_digits + scale > _MOST_DIGITS:
        return pa.array([None if cell is None else as_text(cell) for cell in cells], pa.string())
    digits = max(18, whole_digits + scale)
    kind = pa.decimal128(digits, scale) if digits <= 38 else pa.decimal256(digits, scale)
    return pa.array(amounts, kind)


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)


def _decimals(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
