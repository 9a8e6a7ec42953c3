"""The probabilities of a row: of its date, its amount, its description, and of all together."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal

import msgspec

from engine.extraction.statements.confidence.signals import Signals
from engine.extraction.weights import FieldWeights, Reason, probability, reasons

MODEL_PATH: Final = Path(__file__).with_name("model.json")

Part = Literal["row", "date", "amount", "description"]
PARTS: Final[tuple[Part, ...]] = ("row", "date", "amount", "description")


_REPAIRED: Final = 0.9
_GUESSED: Final = 0.8
_CONTRADICTED: Final = 0.7
_OTHER_DAYS: Final = frozenset({"doubt_year", "doubt_other_day", "doubt_stated_day"})
_ANOTHER_DAY: Final = 0.6
_HARDLY: Final = 0.4
_NEVER: Final = 0.1
"""The most that a row can have that was repaired with or without a second reading, in a gap, whose
day may be another or of another year, without a year, without an amount."""


class RowModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights by part of a row.

    ``ceiling`` is the highest probability that any has, since pages may be of a kind never met;
    ``recipe`` tells what the weights were fitted to and how well they do.
    """

    version: int
    ceiling: float
    fields: dict[str, FieldWeights]
    recipe: dict[str, str] = {}


@cache
def load_row_model() -> RowModel:
    """The committed weights."""
    return msgspec.json.decode(MODEL_PATH.read_bytes(), type=RowModel)


def judge_row(signals: Signals, model: RowModel) -> dict[Part, float]:
    """The probability, 0 to the model's ceiling, of each part; a row is no surer than its parts."""
    chances: dict[Part, float] = {
        part: model.ceiling * probability(model.fields[part], signals) for part in PARTS
    }
    chances["row"] = min(chances.values())
    if "repaired" in signals:
        most = _GUESSED if "guessed" in signals else _REPAIRED
        chances["row"] = chances["amount"] = min(chances["row"], most)
    if "in_gap" in signals:
        chances["row"] = chances["amount"] = min(chances["row"], _CONTRADICTED)
    if "no_amount" in signals:
        chances["row"] = chances["amount"] = min(chances["row"], _NEVER)
    if not _OTHER_DAYS.isdisjoint(signals):
        chances["row"] = chances["date"] = min(chances["row"], _ANOTHER_DAY)
    if "no_date" in signals or "doubt_no_year" in signals:
        chances["row"] = chances["date"] = min(chances["row"], _HARDLY)
    return {part: round(chance, 4) for part, chance in chances.items()}


def judge_rows(rows: Iterable[Signals], model: RowModel) -> list[dict[Part, float]]:
    """``judge_row`` of each row; the many that show the same signals are judged once."""
    known: dict[tuple[tuple[str, float], ...], dict[Part, float]] = {}
    judged = []
    for signals in rows:
        key = tuple(signals.items())
        chances = known.get(key)
        if chances is None:
            chances = known[key] = judge_row(signals, model)
        judged.append(chances)
    return judged


def explain_row(signals: Mapping[str, float], model: RowModel) -> list[Reason]:
    """What moved the probability of a row most, against a usual one."""
    return reasons(model.fields["row"], signals)
