"""``python -m tests.bench``: measures speed beside peers, prints it and writes it as JSON."""

import argparse
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench import (
    analytics_run,
    cluster_run,
    digital_reading,
    long_files,
    matching_run,
    ocr_reading,
    screens_run,
    statements_run,
)
from tests.bench.big import run as big_run
from tests.bench.machine import machine
from tests.bench.sizes import LARGE, TINY, Sizes
from tests.bench.table import table

PARTS: dict[str, Callable[[Sizes, Path], dict[str, Any]]] = {
    "digital": digital_reading.measure,
    "long": long_files.measure,
    "statements": statements_run.measure,
    "ocr": ocr_reading.measure,
    "matching": matching_run.measure,
    "analytics": analytics_run.measure,
    "screens": screens_run.measure,
    "big": big_run.measure,
    "cluster": cluster_run.measure,
}


def run(sizes: Sizes, parts: tuple[str, ...] = tuple(PARTS)) -> dict[str, Any]:
    """The figures of the parts, with the machine they were measured on."""
    figures = {}
    for part in parts:
        with tempfile.TemporaryDirectory() as folder:
            figures[part] = PARTS[part](sizes, Path(folder))
    return {"machine": machine(), **figures}


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"some of {', '.join(PARTS)}; default all")
    parser.add_argument("--tiny", action="store_true", help="only see that everything runs")
    parser.add_argument("--large", action="store_true", help="also match 100 000 invoices")
    parser.add_argument("--out", type=Path, default=Path("test-results/bench.json"))
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    sizes = TINY if options.tiny else LARGE if options.large else Sizes()
    figures = run(sizes, tuple(options.parts) or tuple(PARTS))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(figures, indent=1), "utf-8")
    print("\n".join((*table(figures), f"written to {options.out}")))  # noqa: T201


if __name__ == "__main__":
    main()
