"""Tables whose columns nobody described: a frame, or the answer to somebody's own question."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from engine.exports.table import Column, ColumnKind, ExportTable

if TYPE_CHECKING:
    import pandas as pd


def rows_table(name: str, rows: Sequence[Mapping[str, Any]], **options: Any) -> ExportTable:
    """A table of rows; each column is of the kind that all of its values have.

    ``options`` are further fields of ``ExportTable``.
    """
    names = list(dict.fromkeys(key for row in rows for key in row))
    found = [Column(key, key, _kind([row.get(key) for row in rows])) for key in names]
    return ExportTable(name, found, rows, **options)


def frame_table(
    name: str, frame: "pd.DataFrame", columns: Sequence[Column] | None = None, **options: Any
) -> ExportTable:
    """A table of a frame's rows, with the columns described or found in its values."""
    labels = [str(label) for label in frame.columns]
    rows = [
        dict(zip(labels, values, strict=True))
        for values in frame.itertuples(index=False, name=None)
    ]
    if columns is not None:
        return ExportTable(name, columns, rows, **options)
    found = [Column(label, label, _kind([row[label] for row in rows])) for label in labels]
    return ExportTable(name, found, rows, **options)


def _kind(values: Sequence[Any]) -> ColumnKind:
    kinds = {_kind_of(value) for value in values if not _is_missing(value)}
    return kinds.pop() if len(kinds) == 1 else "text"


def _is_missing(value: Any) -> bool:
    # Not a number is the one value that differs from itself.
    return (
        value is None or (value != value) is True or type(value).__name__ in ("NaTType", "NAType")
    )


def _kind_of(value: Any) -> ColumnKind:
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, int | float | Decimal):
        return "number"
    if isinstance(value, dt.datetime):
        return "instant"
    return "day" if isinstance(value, dt.date) else "text"
