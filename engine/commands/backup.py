"""Back the database and its files up into a folder, while the app runs or not.

The folder keeps all its backups; a file is copied once for all of them.
"""

import argparse
import sys
from pathlib import Path

from engine.keeping.backup import back_up
from engine.services.storage import files_of
from engine.settings import Settings
from engine.store.store import utc_now


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: where to."""
    parser.add_argument("folder", type=Path, metavar="DEST", help="folder of the backups")


def run(options: argparse.Namespace) -> int:
    """Make a backup; 1 when a stored file is missing, which is named."""
    settings = Settings()
    report = back_up(settings.database_path, files_of(settings), options.folder, utc_now)
    manifest = report.manifest
    rows = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in manifest.rows.items())
    sys.stdout.write(
        f"{report.folder}: {rows}; {len(manifest.files)} files, {report.new_files} of them new\n"
    )
    for name in manifest.missing:
        sys.stderr.write(f"backup: file_missing: {name} is not among the stored files\n")
    return 1 if manifest.missing else 0
