"""Values as DuckDB gives them, made what the engine works with: UTC instants and plain cents."""

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Context, Decimal
from typing import Any

_CENT = Decimal("0.01")
_EXACT = Context(prec=50)


def engine_rows(types: Sequence[str], rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows with the columns converted whose type asks for it; ``types`` are DuckDB's names."""
    converters = {i: found for i, name in enumerate(types) if (found := _converter(name))}
    if not rows or not converters:
        return rows
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for index, convert in converters.items():
        columns[index] = [None if value is None else convert(value) for value in columns[index]]
    return list(zip(*columns, strict=True))


def _converter(type_name: str) -> Callable[[Any], object] | None:
    if type_name == "TIMESTAMP WITH TIME ZONE":
        return _in_utc
    if type_name.startswith("DECIMAL") and not type_name.endswith((",2)", ",0)")):
        return _in_cents
    return None


def _in_utc(value: dt.datetime) -> dt.datetime:
    return value.astimezone(dt.UTC)


def _in_cents(value: Decimal) -> Decimal:
    """Amounts are worked out to four decimals; two are kept when the others are zero."""
    rounded = value.quantize(_CENT, context=_EXACT)
    return rounded if rounded == value else value
