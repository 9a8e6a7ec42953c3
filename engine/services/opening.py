"""Opens installations: the process's own one at its first use, others for programs.

A screen under test never sees the server's start.
"""

import atexit
import threading
from pathlib import Path
from typing import Final

from engine.services.installation import Services
from engine.settings import Settings


class _SharedServices:
    """The process's services: opened by the first call, by one thread, closed at exit."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._opened: Services | None = None

    def __call__(self) -> Services:
        """The services, opened if they are not yet."""
        with self._lock:
            if self._opened is None:
                self._opened = Services(Settings())
                atexit.register(self._opened.close)
            return self._opened

    def cache_clear(self) -> None:
        """Close the services, so that the next call opens them anew."""
        with self._lock:
            if self._opened is not None:
                atexit.unregister(self._opened.close)
                self._opened.close()
                self._opened = None


services: Final = _SharedServices()
"""Call it for the process's one open installation."""


def initialize_production_json_system(
    db_path: str | Path | None = None, upload_folder: str | Path | None = None
) -> Services:
    """Open an installation from a program of your own; call ``close()`` when done.

    Args:
        db_path: the DuckDB file; the settings' one by default.
        upload_folder: the folder of the files; the settings' one by default, or ``uploads``
            beside ``db_path`` when that is given.
    """
    if db_path is None and upload_folder is None:
        return Services(Settings())
    settings = Settings()
    database_path = Path(db_path) if db_path is not None else settings.database_path
    data_dir = database_path.absolute().parent
    return Services(
        settings.model_copy(update={"data_dir": data_dir}),
        database_path=database_path,
        upload_dir=Path(upload_folder) if upload_folder is not None else data_dir / "uploads",
    )
