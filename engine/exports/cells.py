"""One value as a cell: its kind's plain value, or safe text.

Spreadsheets run text that begins like a formula, also when it came from a stranger's invoice.
"""

import datetime as dt
import json
import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias

from engine.exports.table import Column
from engine.presentation import exact

Cell: TypeAlias = str | bool | int | float | Decimal | dt.date | dt.datetime | None

_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make text a formula or a second cell in some program, wide ones too."""

_JOINED: Final = "; "


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take ``text`` for more than text."""
    return text.startswith(_STARTS) or text.lstrip().startswith(_STARTS)


def guarded(text: str) -> str:
    """``text`` with an apostrophe before it when a spreadsheet could run it."""
    return f"'{text}" if is_formula(text) else text


def cell_of(column: Column, row: Mapping[str, Any], zone: dt.tzinfo) -> Cell:
    """The value of ``row`` in ``column``: of the column's kind, else as text; None when unknown."""
    value = _plain(row.get(column.name))
    if value is None:
        return None
    if column.kind in ("money", "number", "share") and _is_number(value):
        return _amount(value, currency_of(column, row)) if column.kind == "money" else value
    if column.kind == "truth" and isinstance(value, bool):
        return value
    if isinstance(value, dt.datetime) and column.kind == "instant":
        return (value if value.tzinfo else value.replace(tzinfo=dt.UTC)).astimezone(zone)
    if isinstance(value, dt.date) and column.kind == "day":
        return value.date() if isinstance(value, dt.datetime) else value
    return as_text(value)


def _amount(value: float | Decimal, currency: str | None) -> Cell:
    try:
        return exact(value, currency)
    except ArithmeticError:  # more digits than a Decimal is worked with
        return value


def currency_of(column: Column, row: Mapping[str, Any]) -> str | None:
    """The ISO code of a money column's amount in ``row``; None when it is not known."""
    code = row.get(column.currency) if column.currency else None
    return code if isinstance(code, str) else None


def as_text(value: Any) -> str:
    """Any value as words: lists joined by semicolons, records as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, default=str)
    if isinstance(value, list | tuple | set | frozenset):
        return _JOINED.join(as_text(item) for item in value if item is not None)
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return str(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _plain(value: Any) -> Any:
    """What a frame's cell holds, without the frame's types; None for what is not known."""
    if value is None or type(value).__name__ in ("NaTType", "NAType"):
        return None
    if hasattr(value, "tolist"):
        value = value.tolist()  # numpy
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Decimal) and not value.is_finite():
        return None
    return value.to_pydatetime() if hasattr(value, "to_pydatetime") else value
