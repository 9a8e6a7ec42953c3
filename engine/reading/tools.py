"""Which programs of the system that reading needs are installed."""

import shutil
import subprocess
from typing import Final

_VERSION_CALLS: Final = {"tesseract": "--version", "pdftoppm": "-v"}


def tool_versions() -> dict[str, str | None]:
    """Version by program name; None for a program that is not installed or does not run."""
    return {tool: _version(tool, flag) for tool, flag in _VERSION_CALLS.items()}


def _version(tool: str, flag: str) -> str | None:
    program = shutil.which(tool)
    if program is None:
        return None
    try:
        run = subprocess.run(  # noqa: S603 (a fixed program and flag)
            [program, flag], capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    first_line = (run.stdout or run.stderr).strip().partition("\n")[0]
    return first_line.split(" ")[-1] or None
