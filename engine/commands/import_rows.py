"""Take the rows of an export in; rows that are here already stay as they are.

Their files come with the uploads folder of a backup, not with the rows.
"""

import argparse
import contextlib
import sys
from pathlib import Path

from engine.commands.lines import one_line
from engine.keeping.importing import import_rows
from engine.services.storage import files_of
from engine.settings import Settings
from engine.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: the export."""
    parser.add_argument("source", type=Path, metavar="FILE", help="what export wrote")


def run(options: argparse.Namespace) -> int:
    """Import; 1 when a row could not come."""
    settings = Settings()
    store = Store(
        settings.database_path, files_of(settings), max_json_bytes=settings.max_json_bytes
    )
    with contextlib.closing(store):
        report = import_rows(store, options.source)
    for name in sorted({*report.added, *report.known}):
        sys.stdout.write(f"{name}: {report.added[name]} new, {report.known[name]} known\n")
    if report.files_missing:
        sys.stdout.write(f"{len(report.files_missing)} rows have no stored file here yet\n")
    for reason in report.left_out:
        sys.stderr.write(f"import: left_out: {one_line(reason)}\n")
    return 1 if report.left_out else 0
