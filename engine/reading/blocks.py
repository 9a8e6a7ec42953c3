"""What a page to be typeset holds: titles, pairs of a label and a value, tables, running text."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Title:
    """The largest line, and a smaller one under it."""

    text: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels with their values under a heading; ``is_sum`` sets the values right, as sums are."""

    heading: str
    rows: tuple[tuple[str, str], ...]
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; ``widths`` are shares of the page, negative where figures stand right."""

    heading: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text under a heading."""

    heading: str
    text: str


Block: TypeAlias = Title | Pairs | Table | Paragraph


class OverlongError(Exception):
    """Blocks fill more pages than they may."""
