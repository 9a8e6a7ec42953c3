"""Rows of statements that extraction read, their features, and whether they are right."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, Final

from rapidfuzz.fuzz import token_set_ratio

from engine.extraction.statements.assemble import Reading, read_pages
from engine.extraction.statements.confidence.judge import PARTS, Part
from engine.extraction.statements.confidence.signals import signals_of
from engine.extraction.weights import probability
from engine.reading.straight import StraightPages
from engine.records.bank import Transaction
from tools.fitting.comparing import amount_of
from tools.fitting.documents import pages_of
from tools.fitting.examples import Example
from tools.fitting.folds import Fold
from tools.fitting.regression import Penalty, fit

_FILES: Final = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
_ALIKE: Final = 80
"""Likeness of two descriptions, 0 to 100, from which they are the same."""

_ROWS_OF_A_FILE: Final = 60
"""Rows that a file teaches, about: a long one has many of one kind."""

_FOLDS: Final = 5
"""Parts into which the families are divided, each held out whole once."""

_NEAR: Final = 4
"""Rows before and after its own place at which a row's truth is looked for."""


@dataclass(frozen=True, slots=True)
class StatementFile:
    """A statement and its truth; ``source`` is its folder, a family of one layout."""

    path: Path
    source: str
    truth: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a file ended: its proof's status, and whether all rows are right."""

    source: str
    name: str
    status: str
    is_right: bool


def statements_in(folders: Sequence[Path]) -> Iterator[StatementFile]:
    """The files of collections: FOLDER/<source>/<document>.json beside its file."""
    for folder in folders:
        for place in sorted(folder.glob("*/*.json")):
            truth = json.loads(place.read_text("utf-8"))
            path = next((p for s in _FILES if (p := place.with_suffix(s)).exists()), None)
            if path is not None and isinstance(truth, dict) and "transactions" in truth:
                yield StatementFile(path, f"{folder.name}/{place.parent.name}", truth)


def collect_rows(
    files: Sequence[StatementFile], cache: Path, processes: int
) -> tuple[list[Example], list[Outcome]]:
    """Examples of all rows, and how each file ended, in the order of the files."""
    examples: list[Example] = []
    outcomes: list[Outcome] = []
    with ProcessPoolExecutor(processes) as pool:
        for found, outcome in pool.map(partial(_of_file, cache=cache), files, chunksize=4):
            examples += found
            outcomes.append(outcome)
    return examples, outcomes


def _of_file(file: StatementFile, cache: Path) -> tuple[list[Example], Outcome]:
    pages = pages_of(file.path, cache, file.truth.get("password"))
    reading = read_pages(StraightPages(pages).pages, file.path.stem)
    rows = reading.statement.transactions
    right = right_parts(rows, file.truth)
    every = list(zip(rows, _signals(reading), right, strict=True))
    step = max(1, len(every) // _ROWS_OF_A_FILE)
    examples = [
        Example(file.source, file.source, False, row.transaction_id, part, signals, ok[part], 0.0)
        for row, signals, ok in every[::step]
        for part in PARTS
    ]
    is_right = len(rows) == len(file.truth["transactions"]) and all(ok["row"] for ok in right)
    status = reading.verdict.proof.status
    return examples, Outcome(file.source, file.path.stem, status, is_right)


def _signals(reading: Reading) -> Sequence[Mapping[str, float]]:
    return signals_of(
        reading.settled, reading.verdict, reading.doubts, is_card=reading.header.is_card
    )


def held_out(examples: Sequence[Example], penalty: Penalty, power: float) -> list[Fold]:
    """Folds of families, with the probabilities of weights that never saw them."""
    families = sorted({example.source for example in examples})
    folds = []
    for number in range(_FOLDS):
        held = frozenset(families[number::_FOLDS])
        weights = fit([e for e in examples if e.source not in held], penalty, power)
        judged = tuple(e for e in examples if e.source in held)
        chances = tuple(probability(weights[e.field], e.signals) for e in judged)
        folds.append(Fold(f"{len(held)} families", held, judged, chances))
    return folds


def right_parts(rows: Sequence[Transaction], truth: Mapping[str, Any]) -> list[dict[Part, bool]]:
    """For each row which of its parts are those of a true transaction, the likest one left."""
    left = list(truth["transactions"])
    any_year = bool(truth.get("year_unknown"))
    places: defaultdict[Decimal | None, list[int]] = defaultdict(list)
    for place, true in enumerate(left):
        places[amount_of(true["amount"])].append(place)
    compared = {
        (index, place): _compared(row, left[place], any_year)
        for index, row in enumerate(rows)
        for place in {*places[row.amount], *range(max(0, index - _NEAR), index + _NEAR)}
        if place < len(left)
    }
    likest = sorted(
        compared, key=lambda pair: (-sum(compared[pair].values()), abs(pair[0] - pair[1]))
    )
    found: dict[int, dict[Part, bool]] = {}
    taken: set[int] = set()
    for index, place in likest:
        if index not in found and place not in taken and sum(compared[index, place].values()) >= 2:
            taken.add(place)
            found[index] = compared[index, place]
    none: dict[Part, bool] = {"date": False, "amount": False, "description": False}
    return [_whole(found.get(index, none)) for index in range(len(rows))]


def _compared(row: Transaction, true: Mapping[str, Any], any_year: bool) -> dict[Part, bool]:
    cut = slice(5, None) if any_year else slice(None)
    days = [day for name in ("date", "posting_date") if (day := true.get(name))]
    told = str(true.get("description") or "").casefold()
    return {
        "date": row.date is not None and str(row.date)[cut] in {day[cut] for day in days},
        "amount": row.amount is not None and row.amount == amount_of(true["amount"]),
        "description": not told or token_set_ratio(told, row.description.casefold()) >= _ALIKE,
    }


def _whole(parts: dict[Part, bool]) -> dict[Part, bool]:
    return {**parts, "row": all(parts[name] for name in PARTS if name != "row")}
