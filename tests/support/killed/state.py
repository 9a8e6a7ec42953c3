"""What the data folder of a server that is gone says: its faults, and its content without ids."""

import contextlib
import datetime as dt
import json
import re
import shutil
from pathlib import Path

import duckdb

from engine.processing.librarian import Librarian
from engine.processing.options import run_options
from engine.processing.page_cache import PageCache
from engine.settings import Settings
from engine.store import Store

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MATCH_ID = re.compile(r"M\d{6}")
TIMES = frozenset({"at", "processed_at", "decided_at", "run_at", "hash", "previous_hash"})
COUNTERS = frozenset({"id", "row_version", "change_number"})
TABLES = (
    "document_uploads",
    "production_invoice_uploads",
    "production_bank_uploads",
    "production_reconciliation_matches",
    "matching_rules",
    "matching_rule_changes",
    "document_words",
    "deleted_uploads",
    "idempotency_keys",
)


@contextlib.contextmanager
def opened_copy(data_dir, scratch):
    """The store as the next process will find it; the folder itself is left as it is."""
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    for path in data_dir.glob("matchbook.duckdb*"):
        shutil.copy2(path, scratch)
    store = Store(scratch / "matchbook.duckdb", data_dir / "uploads")
    try:
        yield store
    finally:
        store.close()


def faults(store: Store) -> list[str]:
    """What is not as it must be after any kill: rows, checks, files, histories."""
    found = [f"{check.name}: {check.rows}" for check in store.analytics.checks() if check.rows]
    found += [
        f"{file.fault}: {file.file_path}"
        for file in store.check_files()
        if file.fault != "orphaned"  # a file on its way in: gone after the next start
    ]
    found += [f"history of {t.row_id}" for t in store.check_trails() if t.broken_at is not None]
    return found


def orphans(store: Store) -> list[str]:
    """Files that no row speaks of."""
    return [file.file_path for file in store.check_files() if file.fault == "orphaned"]


def kept_pages(data_dir: Path) -> dict[str, tuple[int, int]]:
    """Every page that is read, with what changes when it is read again."""
    folder = data_dir / "cache" / "pages"
    states = {path.name: path.stat() for path in folder.glob("*/*-*") if path.name[0] != "."}
    return {name: (state.st_ino, state.st_mtime_ns) for name, state in states.items()}


def with_words(data_dir: Path) -> None:
    """Have the words kept that the server had not come to yet."""
    settings = Settings(data_dir=data_dir)
    store = Store(settings.database_path, settings.upload_dir)
    pages = PageCache(settings.cache_dir / "pages")
    librarian = Librarian(store, pages, run_options(settings).read)
    try:
        librarian.start()
        librarian.wait()
        librarian.close()
    finally:
        store.close()


def told(data_dir: Path) -> str:
    """Every row of every table as text that no id, no time and no counter of writes is in."""
    with duckdb.connect(data_dir / "matchbook.duckdb", read_only=True) as database:
        tables = {name: _rows(database, name) for name in TABLES}
    names = {}
    for row in tables["document_uploads"]:
        names[row["id_"]] = f"upload {row['file_hash'][:12]}"
    runs = tables["production_reconciliation_matches"]
    for number, row in enumerate(sorted(runs, key=lambda row: row["id_order"]), 1):
        names[row["reconciliation_id"]] = f"run {number}"
    for row in runs:
        del row["id_order"]
    lines = []
    for name, rows in tables.items():
        texts = [
            UUID.sub(lambda m: names.get(m[0], "an id"), json.dumps(row, indent=1)) for row in rows
        ]
        if name == "production_reconciliation_matches":
            texts = [_in_order(text) for text in texts]
        lines += [f"{name}:", *sorted(texts)]
    return "\n".join(lines)


def _in_order(text: str) -> str:
    """A run whose lists are in the order of what they say: records are told apart by ids."""
    row = json.loads(text)
    run = row["reconciliation_match_json"]
    for holder, name in (
        (run, "matched"),
        (run, "partial"),
        (run["unmatched"], "invoices"),
        (run["unmatched"], "bank_transactions"),
        (run["unmatched"], "set_aside"),
    ):
        holder[name] = sorted(holder[name], key=lambda one: MATCH_ID.sub("", json.dumps(one)))
    order = [match["match_id"] for match in (*run["matched"], *run["partial"])]
    numbers = {match_id: f"M{place}" for place, match_id in enumerate(order, 1)}
    return MATCH_ID.sub(lambda m: numbers.get(m[0], m[0]), json.dumps(row, indent=1))


def _rows(database, table):
    found = database.execute(f"select * from {table}")
    columns = [column[0] for column in found.description]
    rows = []
    for values in found.fetchall():
        row = {}
        for name, value in zip(columns, values, strict=True):
            if name == "id" and isinstance(value, str):
                row["id_"] = value
            elif name == "id" and table == "production_reconciliation_matches":
                row["id_order"] = value
            elif name not in COUNTERS and "duration" not in name:
                row[name] = _plain(name, value)
        rows.append(row)
    return rows


def _plain(name, value):
    if isinstance(value, dt.datetime):
        return "a time"
    if name.endswith("_json") and isinstance(value, str):
        return _without_times(json.loads(value, parse_float=str, parse_int=str))
    return value if value is None or isinstance(value, str | int) else str(value)


def _without_times(value):
    if isinstance(value, dict):
        return {
            key: "a time" if key in TIMES or "duration" in key else _without_times(inner)
            for key, inner in value.items()
            if key not in COUNTERS
        }
    if isinstance(value, list):
        return [_without_times(inner) for inner in value]
    return value
