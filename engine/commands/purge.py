"""Remove for good what was deleted long enough ago: rows, files and all that was read from them."""

import argparse
import datetime as dt
import sys

from engine.processing.purging import PurgeResult, purge
from engine.services.oversight import purge_before
from engine.services.storage import caches_of, files_of
from engine.settings import Settings
from engine.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "--days",
        type=int,
        metavar="N",
        help="deleted longer than N days ago; not fewer than MATCHBOOK_RETENTION_DAYS, its default",
    )
    parser.add_argument("--dry-run", action="store_true", help="only list what would go")


def run(options: argparse.Namespace) -> int:
    """Purge, or list what would go; 1 when something that is due could not go."""
    settings = Settings()
    before = purge_before(settings, options.days, dt.datetime.now(dt.UTC))
    store = Store(
        settings.database_path, files_of(settings), max_json_bytes=settings.max_json_bytes
    )
    try:
        result = purge(
            store,
            caches_of(settings),
            before,
            by=settings.user_name,
            is_dry_run=options.dry_run,
        )
    finally:
        store.close()
    sys.stdout.writelines(_lines(result))
    return 1 if result.kept else 0


def _lines(result: PurgeResult) -> list[str]:
    verb = "would go" if result.is_dry_run else "gone"
    lines = [
        f"{verb}: {item.document_id} {item.file_name} ({item.file_size:,} bytes, deleted "
        f"{item.deleted_at:%Y-%m-%d} by {item.deleted_by}"
        f"{'' if item.file_goes else '; the file stays for another document'})\n"
        for item in result.items
    ]
    lines += [
        f"kept: {one.item.document_id} {one.item.file_name}: {one.reason}\n" for one in result.kept
    ]
    count = len(result.items)
    total = f"{count} document{'' if count == 1 else 's'} {verb}"
    return [*lines, f"{total}, deleted before {result.before:%Y-%m-%d %H:%M} UTC\n"]
