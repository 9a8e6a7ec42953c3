"""Fit the probabilities of statements' rows to statements whose rows are known.

    python tools/fit_statements.py COLLECTION… [--out MODEL.json] [--cache FOLDER]

A COLLECTION is a folder of folders (families of one layout) with a statement and its truth side by
side. Prints how well weights do on families that they were not fitted to, then fits them to all.
Pages are read once and kept in ``--cache``.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from engine.extraction.statements.confidence.judge import MODEL_PATH, PARTS, RowModel
from tools.fitting.folds import Fold
from tools.fitting.measuring import Judged, acceptable_share, calibration_gap
from tools.fitting.regression import Penalty, fit
from tools.fitting.statements import Outcome, collect_rows, held_out, statements_in

_VERSION = 1
_CEILING = 0.997


def main() -> None:
    """Read, cross-validate, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("collections", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL_PATH)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "fit-pages")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--shared", type=float, default=10.0, help="penalty of shared weights")
    parser.add_argument("--own", type=float, default=20.0, help="penalty of leaving them")
    parser.add_argument(
        "--power", type=float, default=0.4, help="how far large families count more"
    )
    args = parser.parse_args()
    files = list(statements_in(args.collections))
    examples, outcomes = collect_rows(files, args.cache, args.processes)
    penalty = Penalty(args.shared, args.own)
    folds = held_out(examples, penalty, args.power)
    tables = _print_tables(folds)
    _print_outcomes(outcomes)
    model = RowModel(
        version=_VERSION,
        ceiling=_CEILING,
        fields=fit(examples, penalty, args.power),
        recipe={
            "documents": str(len(files)),
            "rows": str(len(examples) // len(PARTS)),
            "penalties": f"{args.shared:g} shared, {args.own:g} own, families ^ {args.power:g}",
            **tables,
        },
    )
    args.out.write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=1) + b"\n")
    print(f"{args.out}: {len(model.fields)} parts of {len(examples) // len(PARTS)} rows")


def _print_tables(folds: Sequence[Fold]) -> dict[str, str]:
    """Figures of the held-out families; returns those that go with the weights."""
    heads = "".join(f"{head:>8}" for head in ("rows", "right", "said", "gap", "at 99 %"))
    print(f"{'held out, some families at a time':36}{heads}")
    for fold in folds:
        _print_row(fold.name, _judged([fold], "row"))
    return {f"held out, {part}": _print_row(f"all, {part}", _judged(folds, part)) for part in PARTS}


def _judged(folds: Sequence[Fold], part: str) -> list[Judged]:
    return [
        (_CEILING * chance, example.right)
        for fold in folds
        for example, chance in zip(fold.examples, fold.chances, strict=True)
        if example.field == part
    ]


def _print_row(name: str, judged: Sequence[Judged]) -> str:
    count = max(1, len(judged))
    right = sum(ok for _, ok in judged) / count
    said = sum(chance for chance, _ in judged) / count
    gap, share = calibration_gap(judged), acceptable_share(judged)
    figures = f"{100 * right:8.1f}{100 * said:8.1f}{gap:8.3f}{100 * share:8.1f}"
    print(f"{name:36}{len(judged):8}{figures}", flush=True)
    return f"{100 * right:.1f} % right, calibration gap {gap:.3f}, {100 * share:.1f} % at 99 %"


def _print_outcomes(outcomes: Sequence[Outcome]) -> None:
    """How files ended, and those that end proven with a wrong row."""
    counts = Counter((outcome.status, outcome.is_right) for outcome in outcomes)
    for (status, is_right), count in sorted(counts.items()):
        print(f"{status:10}{'all rows right' if is_right else 'some row wrong':16}{count:5}")
    for outcome in outcomes:
        if outcome.status == "proven" and not outcome.is_right:
            print(f"  proven, and a row is wrong: {outcome.source}/{outcome.name}")


if __name__ == "__main__":
    main()
