"""The programs of the system that reading calls, and which version of them is installed."""

import shutil
import subprocess
from functools import cache
from typing import Final

_PROGRAMS: Final = {"tesseract": "--version", "pdftoppm": "-v"}
_SECONDS: Final = 10


def program_versions() -> dict[str, str | None]:
    """Each program's version line; None when it is not installed."""
    places = {name: shutil.which(name) for name in _PROGRAMS}
    return {name: _version(place, name) if place else None for name, place in places.items()}


@cache
def _version(path: str, name: str) -> str:
    run = subprocess.run(  # noqa: S603 (a program found on the path, a fixed option)
        [path, _PROGRAMS[name]], capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    lines = (run.stdout + run.stderr).strip().splitlines()
    return lines[0].strip() if lines else "unknown version"
