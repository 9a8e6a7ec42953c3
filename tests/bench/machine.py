"""On what a benchmark ran: figures mean little without it."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("duckdb", "pandas", "pdfplumber", "pypdfium2", "pytesseract", "rapidfuzz", "scipy")


def machine() -> dict[str, object]:
    """Processor, cores in reach, memory in bytes, operating system, and versions."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "system": platform.platform(),
        "versions": {
            "python": platform.python_version(),
            "tesseract": _first_line("tesseract", "--version"),
            **{name: version(name) for name in PACKAGES},
        },
    }


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _first_line(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return (done.stdout or done.stderr).splitlines()[0]
