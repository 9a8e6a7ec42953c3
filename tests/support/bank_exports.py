"""Exports as banks of many countries write them: invented movements in real ways of writing.

They stand in ``tests/data/bank_tables``, a file for each thing that is hard about them. A block of
such a file is one export::

    === name_of_the_export
    encoding: cp1252             how its bytes are written; utf-8 where it is not said
    currency: EUR                a field of the header that the export states, by its name
    row: 2025-11-28 -50.00 Rent  a movement: day, amount, and a word of its description
    ---
    the file, line by line, up to the next block
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

TABLES = Path(__file__).resolve().parents[1] / "data/bank_tables"


@dataclass(frozen=True)
class Export:
    """One file and what it says; ``facts`` are header fields that it states."""

    name: str
    content: bytes
    movements: list[tuple[str, Decimal, str]]
    facts: dict[str, object]


def exports_of(path: Path) -> list[Export]:
    """The exports of one file of ``TABLES``."""
    text = "\n" + path.read_text("utf-8").removesuffix("\n")
    blocks = text.split("\n=== ")[1:]
    return [_export(block + "\n") for block in blocks]


def named(name: str) -> Export:
    """The export of that name."""
    return next(export for export in EXPORTS if export.name == name)


def _export(block: str) -> Export:
    head, text = block.split("\n---\n", 1)
    name, *lines = head.split("\n")
    stated = [line.split(": ", 1) for line in lines]
    facts = {key: value for key, value in stated if key != "row"}
    encoding = facts.pop("encoding", "utf-8")
    return Export(
        name,
        text.replace("\n", facts.pop("line_end", "\n").replace("\\r", "\r")).encode(encoding),
        [_movement(value) for key, value in stated if key == "row"],
        {key: Decimal(v) if key.endswith("_balance") else v for key, v in facts.items()},
    )


def _movement(text: str) -> tuple[str, Decimal, str]:
    day, amount, word = text.split(" ", 2)
    return day, Decimal(amount), word


EXPORTS = [export for path in sorted(TABLES.glob("*.txt")) for export in exports_of(path)]
