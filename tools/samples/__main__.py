"""Writes the sample documents: ``python -m tools.samples [OUT]``, by default to data/samples."""

import sys
from pathlib import Path

from tools.samples.documents import make_samples
from tools.samples.truth import truth_json

DEFAULT_DIR = Path(__file__).resolve().parents[2] / "data" / "samples"


def write_samples(folder: Path) -> list[Path]:
    """Write every sample and the manifest into ``folder``; returns the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    samples = make_samples()
    contents = {file.file_name: file.content for file in (*samples.bills, *samples.statements)}
    contents["truth.json"] = truth_json(samples)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def main() -> None:
    """Write the samples and say what was written."""
    written = write_samples(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_DIR)
    size = sum(path.stat().st_size for path in written)
    print(f"{len(written)} files, {size:,} bytes, in {written[0].parent}")


if __name__ == "__main__":
    main()
