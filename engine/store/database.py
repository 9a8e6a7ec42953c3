"""The one connection to the DuckDB file: a cursor per thread, one write lock, whole transactions.

Every statement that changes the file runs inside ``Database.write``; nothing else may.
"""

import threading
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb

from engine.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DiskFullError,
    FolderUnusableError,
)
from engine.store.filing import folder_explained
from engine.store.sql import sql
from engine.store.values import engine_rows
from engine.watching.meters import timed_statement

Row = dict[str, Any]
OnStep = Callable[[str], None]

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "TimeZone": "UTC",
    "autoinstall_known_extensions": False,
    "allow_community_extensions": False,
    # Long text would be packed 2,048 rows together, and all of them unpacked to read or change one:
    # a second, where rows have a megabyte of JSON.
    "zstd_min_string_length": 2**31,
    # A checkpoint writes a table's JSON anew as a whole, so it has to be worth it.
    "checkpoint_threshold": "128MB",
}

_FULL = ("No space left on device", "Disk quota exceeded", "File too large")


def nothing(step: str) -> None:
    """What ``on_step`` does unless somebody watches."""


def _ignored() -> None:
    """What is done after news unless somebody wants to know."""


class Statements:
    """Runs the named statements of ``engine/sql`` on one cursor."""

    def __init__(
        self, cursor: duckdb.DuckDBPyConnection, path: Path, on_step: OnStep = nothing
    ) -> None:
        self._cursor = cursor
        self._path = path
        self._on_step = on_step

    def table(
        self, name: str, params: Mapping[str, object] | None = None
    ) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Run ``engine/sql/<name>.sql``; its column names and its rows, instants in UTC."""
        with timed_statement(name):
            cursor = self._execute(name, params)
            described = cursor.description or []
            columns = [column[0] for column in described]
            found = engine_rows([str(column[1]) for column in described], cursor.fetchall())
        return columns, found

    def rows(self, name: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """The rows of a statement as dicts."""
        columns, found = self.table(name, params)
        return [dict(zip(columns, row, strict=True)) for row in found]

    def run(
        self, name: str, params: Mapping[str, object] | None = None
    ) -> duckdb.DuckDBPyConnection:
        """Run ``engine/sql/<name>.sql`` for what it does."""
        with timed_statement(name):
            return self._execute(name, params)

    def _execute(self, name: str, params: Mapping[str, object] | None) -> duckdb.DuckDBPyConnection:
        self._on_step(name)
        with explained(self._path):
            return self._cursor.execute(sql(name), dict(params) if params else None)

    def arrow(self, name: str, params: Mapping[str, object] | None = None) -> Any:
        """The rows of a statement as a reader of Arrow batches."""
        return self._cursor.sql(
            sql(name), params=dict(params) if params else None
        ).to_arrow_reader()

    def first(self, name: str, params: Mapping[str, object] | None = None) -> Row | None:
        """The first row of ``engine/sql/<name>.sql``, or None."""
        return next(iter(self.rows(name, params)), None)

    def change(self, name: str, params: Mapping[str, object]) -> int:
        """Run a statement that inserts, updates or deletes; the number of rows it touched."""
        return int(self.rows(name, params)[0]["Count"])

    def page(
        self, name: str, params: Mapping[str, object], order: Sequence[str], limit: int, offset: int
    ) -> tuple[list[Row], int]:
        """A slice of a statement's rows in an order of trusted column names, and their count."""
        rows = self._slice(name, params, order, limit, offset)
        ahead = rows or (self._slice(name, params, order, 1, 0) if offset else [])
        total = ahead[0]["total_rows"] if ahead else 0
        return [{key: row[key] for key in row if key != "total_rows"} for row in rows], total

    def _slice(
        self, name: str, params: Mapping[str, object], order: Sequence[str], limit: int, offset: int
    ) -> list[Row]:
        # One statement: DuckDB takes longer to plan a short one than to run it.
        inner, by = sql(name).rstrip().rstrip(";"), ", ".join(order)
        text = (
            f"from (\n{inner}\n) select *, count(*) over () as total_rows "
            f"order by {by} limit {int(limit)} offset {int(offset)}"
        )
        with timed_statement(name), explained(self._path):
            cursor = self._cursor.execute(text, dict(params))
            described = cursor.description or []
            found = engine_rows([str(column[1]) for column in described], cursor.fetchall())
        return [dict(zip([c[0] for c in described], row, strict=True)) for row in found]


class Database:
    """An opened DuckDB file. Thread-safe.

    ``on_step`` is called with the name of each statement of a write before it runs, and with
    ``commit`` before the transaction is committed; what it raises undoes the transaction.
    """

    def __init__(self, path: Path, on_step: OnStep = nothing) -> None:
        self.path = path
        self._after_news: Callable[[], None] = _ignored
        self._on_step = on_step
        self._root = _connect(path)
        self._own = threading.local()
        self._cursors: weakref.WeakSet[duckdb.DuckDBPyConnection] = weakref.WeakSet()
        self._cursors_lock = threading.Lock()
        self._write_lock = threading.RLock()
        self._version = 0

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """This thread's own cursor."""
        cursor: duckdb.DuckDBPyConnection | None = getattr(self._own, "cursor", None)
        if cursor is None:
            cursor = self._root.cursor()
            self._own.cursor = cursor
            with self._cursors_lock:
                self._cursors.add(cursor)
        return cursor

    @contextmanager
    def read(self) -> Iterator[Statements]:
        """Statements that all see the file as it is at one moment."""
        cursor = self.cursor()
        cursor.begin()
        try:
            yield Statements(cursor, self.path)
        finally:
            cursor.rollback()

    @contextmanager
    def write(self, *, is_news: bool = True) -> Iterator[Statements]:
        """Statements that all happen, or none of them. One writer at a time.

        Without ``is_news`` the version stays: for notes that no screen's figures draw on.
        """
        with self._write_lock:
            cursor = self.cursor()
            cursor.begin()
            try:
                yield Statements(cursor, self.path, self._on_step)
                self._on_step("commit")
                with explained(self.path):
                    cursor.commit()
            except BaseException:
                _undo(cursor)
                raise
            self._version += is_news
        if is_news:
            self._after_news()

    def tell_of_news(self, after_news: Callable[[], None]) -> None:
        """Have ``after_news`` called after each write with news, by the thread that wrote."""
        self._after_news = after_news

    @contextmanager
    def unlogged(self) -> Iterator[Statements]:
        """Statements that may read the file but write only to in-memory tables."""
        cursor = self.cursor()
        cursor.begin()
        try:
            yield Statements(cursor, self.path)
            cursor.commit()
        except BaseException:
            _undo(cursor)
            raise

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody writes meanwhile: the file and the log beside it may be copied."""
        with self._write_lock:
            with suppress(duckdb.Error):  # somebody reads: then the log stays, and is copied too
                self.cursor().execute(sql("rows/transfer/checkpoint"))
            yield

    @property
    def version(self) -> int:
        """Number of transactions with news that this process has committed."""
        return self._version

    def close(self) -> None:
        """Write the log into the file and release it."""
        with self._write_lock, self._cursors_lock:
            for cursor in list(self._cursors):
                cursor.close()
            self._root.close()


def _undo(cursor: duckdb.DuckDBPyConnection) -> None:
    # A commit that failed has ended the transaction; what it said must not be lost for that.
    with suppress(duckdb.TransactionException):
        cursor.rollback()


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    with folder_explained(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    with explained(path):
        return duckdb.connect(path, config=_CONFIG)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what DuckDB says of a file that it cannot use into one of our errors."""
    try:
        yield
    except (
        duckdb.IOException,
        duckdb.SerializationException,
        duckdb.TransactionException,
    ) as error:
        message = str(error)
        if "Could not set lock on file" in message:
            raise DatabaseBusyError(str(path)) from error
        if any(sign in message for sign in _FULL):
            raise DiskFullError(str(path)) from error
        for denial in ("Permission denied", "Read-only file system"):
            if denial in message:
                raise FolderUnusableError(str(path.parent), denial) from error
        if isinstance(error, duckdb.TransactionException):
            raise
        raise DatabaseDamagedError(str(path)) from error
