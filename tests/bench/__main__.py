"""``python -m tests.bench``: measures speed beside peers, prints it and writes it as JSON."""

import argparse
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench import analytics_run, digital_reading, matching_run, ocr_reading
from tests.bench.machine import machine
from tests.bench.sizes import TINY, Sizes

PARTS: dict[str, Callable[[Sizes, Path], dict[str, Any]]] = {
    "digital": digital_reading.measure,
    "ocr": ocr_reading.measure,
    "matching": lambda sizes, _: matching_run.measure(sizes),
    "analytics": analytics_run.measure,
}


def run(sizes: Sizes, parts: tuple[str, ...] = tuple(PARTS)) -> dict[str, Any]:
    """The figures of the parts, with the machine they were measured on."""
    figures = {}
    for part in parts:
        with tempfile.TemporaryDirectory() as folder:
            figures[part] = PARTS[part](sizes, Path(folder))
    return {"machine": machine(), **figures}


def summary(figures: dict[str, Any]) -> list[str]:
    """One line for each thing that was measured."""
    lines = []
    for what, found in figures.get("digital", {}).items():
        lines.append(
            f"digital {what}: {found['pages_per_second']:.0f} pages/s read and extracted "
            f"(reading alone {found['reading_pages_per_second']:.0f}); pdfplumber's words "
            f"{found['pdfplumber_pages_per_second']:.1f} pages/s: {found['times_pdfplumber']:.1f}x"
        )
    if found := figures.get("ocr"):
        lines.append(
            f"OCR: {found['seconds_per_page']:.2f} s/page with {found['processes']} processes; "
            f"bare tesseract {found['tesseract_seconds_per_page']:.2f} s/page: "
            f"{found['times_tesseract']:.2f} times its time"
        )
    if found := figures.get("matching"):
        lines.append(
            f"matching {found['invoices']} x {found['transactions']}: {found['seconds']:.2f} s; "
            f"{found['right_links']} of {found['true_links']} links, "
            f"{found['found_links'] - found['right_links']} wrong"
        )
    if found := figures.get("analytics"):
        lines.append(
            f"analytics over {found['transactions']} transactions in {found['rows']} rows: first "
            f"{found['first_seconds']:.2f} s, again {found['again_seconds'] * 1000:.0f} ms, after "
            f"one change {found['after_one_change_seconds'] * 1000:.0f} ms"
        )
    return lines


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"some of {', '.join(PARTS)}; default all")
    parser.add_argument("--tiny", action="store_true", help="only see that everything runs")
    parser.add_argument("--out", type=Path, default=Path("test-results/bench.json"))
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    figures = run(TINY if options.tiny else Sizes(), tuple(options.parts) or tuple(PARTS))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(figures, indent=1), "utf-8")
    print("\n".join((*summary(figures), f"written to {options.out}")))  # noqa: T201


if __name__ == "__main__":
    main()
