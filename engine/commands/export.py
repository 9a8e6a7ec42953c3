"""Write all rows as JSON lines, or the unnested views as Parquet files; while the app runs or not.

A line's schema is docs/export.schema.json. A name that ends in .gz is packed.
"""

import argparse
import sys
from pathlib import Path

from engine.keeping.copying import opened_copy
from engine.settings import Settings
from engine.store.store import utc_now


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: what to write, and where."""
    parser.add_argument("target", type=Path, metavar="DEST", help="file, or folder for Parquet")
    parser.add_argument("--parquet", action="store_true", help="the views, into a folder")


def run(options: argparse.Namespace) -> int:
    """Export; the exit code is 0."""
    settings = Settings()
    with opened_copy(settings.database_path, settings.upload_dir) as store:
        if options.parquet:
            from engine.keeping.view_files import export_views

            written = export_views(store, options.target)
        else:
            from engine.keeping.exporting import export_rows

            written = export_rows(store, options.target, utc_now())
    counts = ", ".join(f"{name} {count}" for name, count in written.items()) or "no rows"
    sys.stdout.write(f"{options.target}: {counts}\n")
    return 0
