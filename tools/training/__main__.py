"""Writes invoice documents with their truth.

    python -m tools.training OUT --count N --seed S [--family NAME]

OUT/<family>/<document>.pdf and .json; without a family, a mixture of all that are quick to make.
"""

import argparse
import json
import time
from pathlib import Path

from tools.training.families import FAMILIES, make_document, plan


def write_documents(folder: Path, count: int, seed: int, family: str = "") -> list[Path]:
    """Write ``count`` documents below ``folder``; returns the PDF files."""
    written = []
    for name, index in plan(count, family):
        made = make_document(seed, name, index)
        path = folder / name / f"{name}-{seed}-{index:05d}.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.content)
        truth = made.as_json(f"{name}/{path.name}")
        path.with_suffix(".json").write_text(
            json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8"
        )
        written.append(path)
    return written


def main() -> None:
    """Write what the command line asks for and say how fast it went."""
    parser = argparse.ArgumentParser(prog="python -m tools.training", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--family", default="", choices=("", *FAMILIES))
    asked = parser.parse_args()
    start = time.perf_counter()
    written = write_documents(asked.out, asked.count, asked.seed, asked.family)
    seconds = time.perf_counter() - start
    print(f"{len(written)} documents in {seconds:.1f} s: {len(written) / seconds:.0f} a second")


if __name__ == "__main__":
    main()
