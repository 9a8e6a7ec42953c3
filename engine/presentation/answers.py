"""The rows of a person's own question, for a table and a chart."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple, Protocol

from engine.presentation.text import decimals_shown

MOST_CHARTED: Final = 2_000
_NUMBERS: Final = (
    "DECIMAL",
    "DOUBLE",
    "FLOAT",
    "BIGINT",
    "INTEGER",
    "SMALLINT",
    "TINYINT",
    "HUGEINT",
)


class AnswerRows(Protocol):
    """Types and rows of an answer."""

    @property
    def types(self) -> Sequence[str]:
        """DuckDB's names."""

    @property
    def rows(self) -> Sequence[Sequence[Any]]:
        """The rows."""


class ChartData(NamedTuple):
    """Values by series name along ``places``; ``left_out`` rows are too many to draw."""

    places: list[Any]
    values: Mapping[str, list[float | None]]
    left_out: int


def labels_of(columns: Sequence[str]) -> tuple[str, ...]:
    """The columns' names, each once: a second ``a`` becomes ``a 2``."""
    seen: dict[str, int] = {}
    found = []
    for name in columns:
        seen[name] = seen.get(name, 0) + 1
        label = name if seen[name] == 1 else f"{name} {seen[name]}"
        while label in found:
            seen[name] += 1
            label = f"{name} {seen[name]}"
        found.append(label)
    return tuple(found)


def is_number(type_name: str) -> bool:
    """Whether a column of this DuckDB type can be drawn as heights."""
    return type_name.removeprefix("U").startswith(_NUMBERS) and not type_name.endswith("]")


def decimals_of_columns(answer: AnswerRows, labels: Sequence[str]) -> dict[str, int]:
    """How many decimals each column of exact numbers needs, two at least."""
    found = {}
    for index, (name, kind) in enumerate(zip(labels, answer.types, strict=True)):
        if kind.startswith("DECIMAL") and not kind.endswith("]"):
            values = [row[index] for row in answer.rows]
            found[name] = decimals_shown([v for v in values if isinstance(v, Decimal)], None)
    return found


def cell(value: Any) -> Any:
    """A value as tables and files take it; what they have no kind for becomes text."""
    if value is None or isinstance(value, str | bool | int | float | Decimal | dt.date):
        return value
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list | tuple):
        return ", ".join(str(cell(part)) for part in value)
    return str(value)


def charted(
    answer: AnswerRows, place: str, values: Sequence[str], labels: Sequence[str]
) -> ChartData:
    """The columns ``values`` by ``place``; heights are floats, as a chart needs."""
    shown = answer.rows[:MOST_CHARTED]
    at = labels.index(place)
    columns = {name: labels.index(name) for name in values}
    return ChartData(
        [cell(row[at]) for row in shown],
        {name: [_height(row[index]) for row in shown] for name, index in columns.items()},
        len(answer.rows) - len(shown),
    )


def _height(value: Any) -> float | None:
    return None if value is None else float(value)
