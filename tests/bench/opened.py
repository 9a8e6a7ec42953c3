"""An installation that screens under test find, as a server's would be."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.processing.pool import InlineExecutor
from engine.services import Services, services
from engine.settings import Settings

SHELL = Path(__file__).resolve().parents[2] / "pages/_shell.py"
"""The script that draws every screen."""


@contextmanager
def opened(folder: Path, *, with_workers: bool = False) -> Iterator[Services]:
    """The services of the data folder ``folder``; pages are read here unless ``with_workers``."""
    before = os.environ.get("MATCHBOOK_DATA_DIR")
    os.environ["MATCHBOOK_DATA_DIR"] = str(folder)
    engine = Services(Settings(), executor=None if with_workers else InlineExecutor())
    services._opened = engine
    try:
        yield engine
    finally:
        services._opened = None
        engine.close()
        if before is None:
            del os.environ["MATCHBOOK_DATA_DIR"]
        else:
            os.environ["MATCHBOOK_DATA_DIR"] = before
