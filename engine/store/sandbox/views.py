"""The views that a person may ask in SQL of their own: what they mean, and copies of their rows.

Each is a file of ``engine/sql/views``; its first comment says the grain, later ones the columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyarrow as pa

from engine.store.database import Database
from engine.store.sql import SQL_DIR, sql


@dataclass(frozen=True, slots=True)
class ViewColumn:
    """A column and its type, as DuckDB names it."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class ViewInfo:
    """A view: what one row of it is, and its columns."""

    name: str
    description: str
    columns: tuple[ViewColumn, ...]


@dataclass(frozen=True, slots=True)
class ExampleQuery:
    """A question to begin with: a file of ``engine/sql/examples`` without its first line."""

    title: str
    text: str


@cache
def example_queries() -> tuple[ExampleQuery, ...]:
    """Questions to begin with, the simplest first."""
    names = sorted(path.stem for path in (SQL_DIR / "examples").glob("*.sql"))
    found = []
    for name in names:
        title, _, text = sql(f"examples/{name}").partition("\n")
        found.append(ExampleQuery(title.removeprefix("-- "), text.strip()))
    return tuple(sorted(found, key=lambda query: len(query.text)))


@cache
def view_names() -> tuple[str, ...]:
    """Names of the views, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in (SQL_DIR / "views").glob("*.sql")))


def describe(database: Database) -> tuple[ViewInfo, ...]:
    """The schema of every view; the unnested tables must be there."""
    found = []
    with database.read() as statements:
        for name in view_names():
            described = statements.run(f"views/{name}").description or []
            columns = tuple(ViewColumn(str(column[0]), str(column[1])) for column in described)
            found.append(ViewInfo(name, _description(name), columns))
    return tuple(found)


def copies(database: Database) -> Iterator[tuple[str, bytes]]:
    """Each view's name and its rows as an Arrow stream, all as they are at one moment."""
    with database.read() as statements:
        for name in view_names():
            reader = statements.arrow(f"views/{name}")
            sink = pa.BufferOutputStream()
            with pa.ipc.new_stream(sink, reader.schema) as writer:
                for batch in reader:
                    writer.write_batch(batch)
            yield name, sink.getvalue().to_pybytes()


def _description(name: str) -> str:
    lines = []
    for line in sql(f"views/{name}").splitlines():
        if not line.startswith("-- "):
            break
        lines.append(line.removeprefix("-- "))
    return " ".join(lines).removeprefix("Grain: ")
