"""What is exported: rows as the engine has them, and what each of their columns is.

A column's kind decides how its values are written; a value that is none of its kind is written as
text, never dropped and never rounded.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

ColumnKind = Literal["text", "money", "number", "share", "day", "instant", "truth"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where a row has its value, how people call it, and what it is.

    ``currency`` is the column, or the row's key, that holds the ISO code of a money column's
    amounts. A share is a fraction from 0 to 1.
    """

    name: str
    title: str
    kind: ColumnKind = "text"
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class ExportTable:
    """Rows by column name, under a name that becomes the file's and the sheet's.

    Instants are written in ``zone``. ``notes`` say what a reader should know of the rows, such as
    the filters that chose them; only Excel has a place for them.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Mapping[str, Any]]
    zone: dt.tzinfo = dt.UTC
    notes: Sequence[str] = field(default=())


def text(name: str, title: str) -> Column:
    """A column of words; lists are joined by semicolons."""
    return Column(name, title, "text")


def money(name: str, title: str, currency: str | None = "currency") -> Column:
    """A column of amounts in the currency that the row holds under ``currency``."""
    return Column(name, title, "money", currency)


def number(name: str, title: str) -> Column:
    """A column of counts and quantities."""
    return Column(name, title, "number")


def share(name: str, title: str) -> Column:
    """A column of fractions from 0 to 1, which Excel shows in per cent."""
    return Column(name, title, "share")


def day(name: str, title: str) -> Column:
    """A column of dates."""
    return Column(name, title, "day")


def instant(name: str, title: str) -> Column:
    """A column of moments with a time zone."""
    return Column(name, title, "instant")


def truth(name: str, title: str) -> Column:
    """A column of yes and no."""
    return Column(name, title, "truth")
