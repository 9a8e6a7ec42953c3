"""The process that answers SQL which anybody may have written.

It holds an in-memory database with copies of the views, and of tables that a question names.
Before the first question every way out is shut: DuckDB may open no file, no network and no
extension, its configuration is locked, the process has no environment, and its memory is limited.
A question is one SELECT, told by DuckDB's own parser, and runs in a read-only transaction, because
a SELECT may carry an INSERT inside.
Run by its path in an isolated interpreter, so it imports nothing of Matchbook.
"""

import resource
import sys
import threading
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

sys.path.insert(0, str(Path(__file__).parent))

import frames  # type: ignore[import-not-found]

_SQL = Path(__file__).parents[2] / "sql" / "sandbox"
_SHUT = tuple(
    (_SQL / f"{name}.sql").read_text("utf-8") for name in ("make_live", "shut_files", "lock")
)
_READ_ONLY = (_SQL / "begin_read_only.sql").read_text("utf-8")
_BATCH_ROWS = 2048
_SPARE_BYTES = 4 << 30


def main() -> None:
    """Take the limits and the views, then answer until the pipe is closed."""
    pipe_in, pipe_out = sys.stdin.buffer, sys.stdout.buffer
    limits, _ = frames.receive(pipe_in)
    database = _open(int(limits["memory_bytes"]))
    _limit_memory(int(limits["memory_bytes"]))
    frames.send(pipe_out, {"ready": True})
    while True:
        try:
            head, body = frames.receive(pipe_in)
        except EOFError:
            return
        if "view" in head:
            _keep(database, head["view"], body)
        elif "make" in head:
            database.execute(head["make"])
        else:
            frames.send(pipe_out, *_answer(database, head))


def _open(memory_bytes: int) -> duckdb.DuckDBPyConnection:
    database = duckdb.connect(
        ":memory:",
        config={
            "TimeZone": "UTC",
            "threads": 1,
            "memory_limit": f"{memory_bytes}B",
            "temp_directory": "",
            "autoinstall_known_extensions": False,
            "allow_community_extensions": False,
            "python_enable_replacements": False,
        },
    )
    for statement in _SHUT:
        database.execute(statement)
    return database


def _limit_memory(memory_bytes: int) -> None:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + memory_bytes + _SPARE_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _keep(database: duckdb.DuckDBPyConnection, name: str, body: bytes) -> None:
    with pa.ipc.open_stream(body) as reader:
        database.from_arrow(reader.read_all()).create(name)


def _answer(
    database: duckdb.DuckDBPyConnection, head: dict[str, Any]
) -> tuple[dict[str, Any], bytes]:
    stop = threading.Timer(head["seconds"], database.interrupt)
    try:
        problem = _refusal(head["sql"])
        if problem:
            return {"error": "refused", "message": problem}, b""
        database.execute(_READ_ONLY)
        stop.start()
        return _rows(database, head["sql"], head["rows"])
    except duckdb.InterruptException:
        return {"error": "slow"}, b""
    except (duckdb.OutOfMemoryException, MemoryError):
        return {"error": "large"}, b""
    except (duckdb.Error, pa.ArrowException, ValueError) as error:
        return {"error": "failed", "message": _readable(error)}, b""
    finally:
        stop.cancel()
        _end(database)


def _refusal(text: str) -> str | None:
    statements = duckdb.extract_statements(text)
    if not statements:
        return "There is no statement."
    if len(statements) > 1:
        return f"These are {len(statements)} statements; one at a time can be asked."
    try:
        kind = statements[0].type.name
    except ValueError:  # DuckDB parses kinds that its Python package has no name for
        kind = "This kind of statement"
    return None if kind == "SELECT" else f"{kind} is not allowed here."


def _rows(
    database: duckdb.DuckDBPyConnection, text: str, most_rows: int
) -> tuple[dict[str, Any], bytes]:
    result = database.sql(text)  # lazy, where execute() would make every row first
    types = [[name, str(kind)] for name, kind in zip(result.columns, result.types, strict=True)]
    reader = result.to_arrow_reader(_BATCH_ROWS)
    batches, found = [], 0
    for batch in reader:
        batches.append(batch)
        found += batch.num_rows
        if found > most_rows:
            break
    names = [f"c{index}" for index in range(len(types))]
    table = pa.Table.from_batches(batches, reader.schema).rename_columns(names)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table.slice(0, most_rows))
    return {"columns": types, "has_more": found > most_rows}, sink.getvalue().to_pybytes()


def _readable(error: Exception) -> str:
    return " ".join(str(error).partition("\n")[0].split())[:600]


def _end(database: duckdb.DuckDBPyConnection) -> None:
    try:
        database.rollback()
    except duckdb.TransactionException:
        return


if __name__ == "__main__":
    main()
