"""Which programs and packages that recognise scans are installed."""

import shutil
import subprocess
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Final

_VERSION_CALLS: Final = {"tesseract": "--version", "pdftoppm": "-v"}
_RAPIDOCR_PACKAGES: Final = ("rapidocr", "onnxruntime")


def tool_versions() -> dict[str, str | None]:
    """Version by name; None for a program or package that is not installed or does not run."""
    programs = {tool: _version(tool, flag) for tool, flag in _VERSION_CALLS.items()}
    return {**programs, "rapidocr": _rapidocr_version()}


@cache
def has_rapidocr() -> bool:
    """Whether the packages of RapidOCR are installed; nothing is loaded."""
    return all(find_spec(package) is not None for package in _RAPIDOCR_PACKAGES)


def _rapidocr_version() -> str | None:
    try:
        versions = [version(package) for package in _RAPIDOCR_PACKAGES]
    except PackageNotFoundError:
        return None
    return versions[0]


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
