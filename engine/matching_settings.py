"""The settings of a run of the matcher, without loading what reads and checks all settings.

A small run takes less time than loading that; where none of these is set it is not needed.
"""

import os
from pathlib import Path
from typing import NamedTuple

from engine.machine import worker_count

_PREFIX = "MATCHBOOK_"
_FILE = Path(".env")


class MatchingSettings(NamedTuple):
    """As in ``engine.settings``, which says what each of them means and may be."""

    match_threshold: float = 0.75
    match_date_window_days: int = 120
    match_share_from: int = 2_000
    workers: int = 0
    user_name: str = "local"

    @property
    def worker_count(self) -> int:
        """Worker processes in force."""
        return workers_in_force(self.workers)


DEFAULTS = MatchingSettings()


def workers_in_force(workers: int) -> int:
    """Worker processes; as many as the machine has room for where the setting leaves it open."""
    return workers or worker_count()


def matching_settings() -> MatchingSettings:
    """The settings in force.

    Raises:
        InvalidSettingError: a setting has a value that it cannot have.
    """
    if not _is_any_set():
        return DEFAULTS
    # Loaded only now: that takes longer than matching a hundred invoices.
    from engine.settings import Settings

    settings = Settings()
    return MatchingSettings(*(getattr(settings, name) for name in MatchingSettings._fields))


def _is_any_set() -> bool:
    """Whether a variable or the .env file speaks of one of these settings, in any case."""
    names = {f"{_PREFIX}{name}".upper() for name in MatchingSettings._fields}
    if not names.isdisjoint(map(str.upper, os.environ)):
        return True
    try:
        text = _FILE.read_text("utf-8", errors="replace").upper()
    except OSError:
        return False
    return any(name in text for name in names)
