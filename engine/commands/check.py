"""Check that the database's rows agree with each other and with the stored files."""

import argparse
import sys

from engine.services.storage import files_of
from engine.settings import Settings
from engine.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: nothing."""


def run(options: argparse.Namespace) -> int:
    """Run every check; 1 when one of them finds something."""
    settings = Settings()
    store = Store(
        settings.database_path, files_of(settings), max_json_bytes=settings.max_json_bytes
    )
    try:
        results, files = store.analytics.checks(), store.check_files()
    finally:
        store.close()
    for result in results:
        outcome = f"{len(result.rows)} rows" if result.rows else "ok"
        sys.stdout.write(f"{result.name}: {outcome} ({result.description})\n")
    outcome = f"{len(files)} files" if files else "ok"
    sys.stdout.write(f"files: {outcome} (every stored file is there, unchanged, and has a row)\n")
    for file in files:
        whose = f" ({file.document_id})" if file.document_id else ""
        sys.stdout.write(f"  {file.fault}: {file.file_path}{whose}\n")
    return 1 if files or any(result.rows for result in results) else 0
