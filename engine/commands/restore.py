"""Bring a backup back into an empty data folder (MATCHBOOK_DATA_DIR), and check it."""

import argparse
import sys
from pathlib import Path

from engine.keeping.restore import backups_in, restore
from engine.services.storage import files_of
from engine.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: where from."""
    parser.add_argument("folder", type=Path, metavar="SOURCE", help="folder of the backups")
    parser.add_argument("--of", metavar="NAME", help="which backup; default the newest")
    parser.add_argument("--list", action="store_true", help="only name the backups")


def run(options: argparse.Namespace) -> int:
    """Restore, or list; 1 when a check of what came back finds something."""
    if options.list:
        for folder in backups_in(options.folder):
            sys.stdout.write(f"{folder.name}\n")
        return 0
    settings = Settings()
    report = restore(options.folder, settings.database_path, files_of(settings), name=options.of)
    broken = [check.name for check in report.checks if not check.passed]
    faults = [f"{file.fault}: {file.file_path}" for file in report.files]
    sys.stdout.write(
        f"{settings.data_dir}: as of {report.manifest.made_at:%Y-%m-%d %H:%M:%S} UTC, "
        f"{len(report.manifest.files)} files\n"
    )
    for fault in (*broken, *faults):
        sys.stdout.write(f"  {fault}\n")
    return 1 if broken or faults else 0
