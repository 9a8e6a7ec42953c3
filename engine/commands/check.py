"""Check that the database's rows agree with each other."""

import argparse
import sys

from engine.settings import Settings
from engine.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: nothing."""


def run(options: argparse.Namespace) -> int:
    """Run every check; 1 when one of them finds rows."""
    settings = Settings()
    store = Store(
        settings.database_path, settings.upload_dir, max_json_bytes=settings.max_json_bytes
    )
    try:
        results = store.analytics.checks()
    finally:
        store.close()
    for result in results:
        outcome = f"{len(result.rows)} rows" if result.rows else "ok"
        sys.stdout.write(f"{result.name}: {outcome} ({result.description})\n")
    return 1 if any(result.rows for result in results) else 0
