"""Guards the amounts of a record: every one is a Decimal that a money column can hold.

The JSON library takes a float, or the text "NaN", where a Decimal is declared; neither is money.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

LARGEST_AMOUNT = Decimal("9999999999999999.99")
"""What a money column, DECIMAL(18,2), can hold."""


def first_wrong_amount(record: msgspec.Struct) -> tuple[str, object] | None:
    """Path and value of the first amount that is no such Decimal; None when all are."""
    return next(_wrong_amounts(record, _plan(type(record)), "$"), None)


class _Plan(msgspec.Struct, frozen=True):
    """Where a type of record holds amounts: its own, maps of them, and records with amounts."""

    of: type[msgspec.Struct]
    own: tuple[str, ...]
    maps: tuple[str, ...]
    records: tuple[tuple[str, "_Plan"], ...]
    lists: tuple[tuple[str, "_Plan"], ...]


@cache
def _plan(kind: type[msgspec.Struct]) -> _Plan:
    own, maps, records = [], [], []
    lists: list[tuple[str, _Plan]] = []
    for field in msgspec.structs.fields(kind):
        for part in _alternatives(inspect.type_info(field.type)):
            if isinstance(part, inspect.DecimalType):
                own.append(field.name)
            elif isinstance(part, inspect.DictType):
                if isinstance(part.value_type, inspect.DecimalType):
                    maps.append(field.name)
            elif isinstance(part, inspect.StructType):
                records.append((field.name, _plan(part.cls)))
            elif isinstance(part, inspect.VarTupleType):
                items = _alternatives(part.item_type)
                structs = [item for item in items if isinstance(item, inspect.StructType)]
                lists.extend((field.name, _plan(item.cls)) for item in structs)
    return _Plan(
        kind,
        tuple(own),
        tuple(maps),
        tuple((name, plan) for name, plan in records if _has_amounts(plan)),
        tuple((name, plan) for name, plan in lists if _has_amounts(plan)),
    )


def _alternatives(kind: inspect.Type) -> tuple[inspect.Type, ...]:
    return kind.types if isinstance(kind, inspect.UnionType) else (kind,)


def _has_amounts(plan: _Plan) -> bool:
    return bool(plan.own or plan.maps or plan.records or plan.lists)


def _wrong_amounts(record: Any, plan: _Plan, path: str) -> Iterator[tuple[str, object]]:
    for name in plan.own:
        value = getattr(record, name)
        if value is not None and _is_wrong(value):
            yield f"{path}.{name}", value
    for name in plan.maps:
        for key, value in getattr(record, name).items():
            if _is_wrong(value):
                yield f"{path}.{name}[{key}]", value
    for name, part in plan.records:
        inner = getattr(record, name)
        if isinstance(inner, part.of):
            yield from _wrong_amounts(inner, part, f"{path}.{name}")
    for name, part in plan.lists:
        for index, item in enumerate(getattr(record, name)):
            if not isinstance(item, part.of):
                continue
            yield from _wrong_amounts(item, part, f"{path}.{name}[{index}]")


def _is_wrong(value: object) -> bool:
    if not isinstance(value, Decimal) or not value.is_finite():
        return True
    return abs(value) > LARGEST_AMOUNT
