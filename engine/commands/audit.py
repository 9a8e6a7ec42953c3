"""Prove the history in every row: its entries are chained by hashes, so a changed past shows."""

import argparse
import sys

from engine.services.storage import files_of
from engine.settings import Settings
from engine.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: what to do."""
    parser.add_argument("what", choices=["verify"], help="verify: name the first broken link")


def run(options: argparse.Namespace) -> int:
    """Walk through every chain; 1 when one of them is broken."""
    settings = Settings()
    store = Store(
        settings.database_path, files_of(settings), max_json_bytes=settings.max_json_bytes
    )
    rows = entries = broken = 0
    try:
        for found in store.check_trails():
            rows += 1
            entries += found.entries
            if found.broken_at is not None:
                broken += 1
                sys.stdout.write(
                    f"broken: {found.table} {found.row_id}, entry {found.broken_at} of "
                    f"{found.entries}\n"
                )
    finally:
        store.close()
    verdict = f"{broken} broken" if broken else "all whole"
    sys.stdout.write(f"{rows} rows with {entries} entries: {verdict}\n")
    return 1 if broken else 0
