"""The app's own tables that a question names: copied into the shut process when one does.

A screen's statement can so be asked as it stands. Its tables have the names of the database:
``live.…`` for what is unnested, and the two upload tables without their JSON.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, Final

import pyarrow as pa

from engine.store.database import Database
from engine.store.sql import SQL_DIR

_NAME: Final = re.compile(
    r"\b(live\.[a-z_]+|production_invoice_uploads|production_bank_uploads)\b", re.IGNORECASE
)
_COMMENT: Final = re.compile(r"--[^\n]*")


def named_in(text: str) -> tuple[str, ...]:
    """Those of the app's tables that ``text`` names, each after what it is made of."""
    found: dict[str, None] = {}
    for name in _written_in(text):
        if name in askable():
            found.update(dict.fromkeys(_with_parts(name)))
    return tuple(found)


@cache
def askable() -> frozenset[str]:
    """The tables that statements of the screens draw on."""
    texts = (path.read_text("utf-8") for path in (SQL_DIR / "marts").glob("*.sql"))
    return frozenset(name for text in texts for name in _written_in(text))


def named_copies(
    database: Database, names: Collection[str]
) -> Iterator[tuple[dict[str, Any], bytes]]:
    """What makes each of ``names`` in the process, all as they are at one moment."""
    with database.read() as statements:
        for name in names:
            if made := _macro(name):
                yield {"make": made}, b""
                continue
            is_stored = not name.startswith("live.")
            reader = (
                statements.arrow(f"sandbox/{name}")
                if is_stored
                else statements.arrow("sandbox/copy_table", {"name": name})
            )
            sink = pa.BufferOutputStream()
            with pa.ipc.new_stream(sink, reader.schema) as writer:
                for batch in reader:
                    writer.write_batch(batch)
            yield {"view": name}, sink.getvalue().to_pybytes()


@cache
def _macro(name: str) -> str | None:
    """The statement that makes a macro; None for a table."""
    path = SQL_DIR / "staging/tables" / f"{name.removeprefix('live.')}.sql"
    text = path.read_text("utf-8") if path.exists() else ""
    return text if "create macro" in _COMMENT.sub("", text) else None


def _with_parts(name: str) -> list[str]:
    parts = (part for part in _written_in(_macro(name) or "") if part != name)
    return [*(step for part in parts for step in _with_parts(part)), name]


def _written_in(text: str) -> list[str]:
    return [name.lower() for name in _NAME.findall(_COMMENT.sub("", text))]
