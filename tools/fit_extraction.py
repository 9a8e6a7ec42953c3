"""Fit extraction's weights to documents whose values are known: its choices and probabilities.

    python tools/fit_extraction.py COLLECTION… [--out MODEL.json] [--cache FOLDER]

A COLLECTION is a folder of folders (the sources) with a document and its truth side by side, as
``python -m tools.training`` writes them. Prints how well weights do on sources that they were not
fitted to, then fits them to all. Pages are read once and kept in ``--cache``.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from engine.extraction.invoices.confidence.model import MODEL_PATH, Model
from engine.extraction.invoices.ranking import Ranks
from engine.extraction.invoices.ranking.choice import RANKS_PATH
from tools.fitting.documents import Document, documents_in
from tools.fitting.examples import HEADER, Collection, collect
from tools.fitting.folds import Fold, cross_validated
from tools.fitting.measuring import Measure, measured
from tools.fitting.ranking import fit_ranking, gains_of
from tools.fitting.regression import Penalty, fit
from tools.fitting.rivals import rivalries
from tools.fitting.together import togetherness_of

_VERSION = 1
_CEILING = 0.985
_MARGIN, _SHARE, _RANK_COST = 1.0, 0.6, 5.0


def main() -> None:
    """Read, cross-validate, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("collections", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL_PATH)
    parser.add_argument("--ranks", type=Path, default=RANKS_PATH)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "fit-pages")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--shared", type=float, default=30.0, help="penalty of shared weights")
    parser.add_argument("--own", type=float, default=100.0, help="penalty of leaving them")
    parser.add_argument("--power", type=float, default=0.4, help="how far large sources count more")
    args = parser.parse_args()
    documents = list(documents_in(args.collections))
    ranks = _fit_ranks(documents, args)
    args.ranks.write_bytes(msgspec.json.format(msgspec.json.encode(ranks), indent=1) + b"\n")
    known = collect(documents, args.cache, args.processes, ranks)
    penalty = Penalty(args.shared, args.own)
    folds = cross_validated(known.examples, penalty, args.power)
    tables = _print_tables(known, folds, args.threshold)
    together = togetherness_of(folds)
    model = Model(
        version=_VERSION,
        threshold=args.threshold,
        ceiling=_CEILING,
        togetherness=together,
        fields=fit(known.examples, penalty, args.power),
        recipe={
            "documents": str(len(documents)),
            "values": str(len(known.examples)),
            "penalties": f"{args.shared:g} shared, {args.own:g} own, sources ^ {args.power:g}",
            **tables,
        },
    )
    args.out.write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=1) + b"\n")
    print(f"{args.out}: {len(model.fields)} fields, key fields together ^ {together:g}")


def _fit_ranks(documents: Sequence[Document], args: argparse.Namespace) -> Ranks:
    """Weights that choose parties and days, after a table of what they gain on held-out sources."""
    known = rivalries(documents, args.cache, args.processes)
    ranks = Ranks(version=_VERSION, margin=_MARGIN, share=_SHARE, fields={})
    print(f"{'held out, one source at a time':34}{'truths':>7}{'rules':>7}{'ranked':>7}")
    fields: dict[str, dict[str, float]] = {}
    for field in sorted({rivalry.field for rivalry in known}):
        for generated, gain in gains_of(known, field, _RANK_COST, args.power, ranks).items():
            name = f"{field}, {'generated' if generated else 'of practice'}"
            print(f"{name:34}{gain.truths:7}{gain.by_rules:7}{gain.by_weights:7}", flush=True)
        own = [rivalry for rivalry in known if rivalry.field == field]
        fields[field] = fit_ranking(own, _RANK_COST, args.power)
    return msgspec.structs.replace(ranks, fields=fields)


def _print_tables(known: Collection, folds: Sequence[Fold], least: float) -> dict[str, str]:
    """Figures of each held-out source and of all; returns those that go with the weights."""
    print(f"{'held out':34}{'given':>7}{'P':>7}{'R':>7}{'F1':>7}{'at 99 %':>9}{'gap':>7}")
    for fold in folds:
        _print_row(fold.name, _of_header(known, [fold], least))
    real = [fold for fold in folds if not any(e.generated for e in fold.examples)]
    made = [fold for fold in folds if fold not in real]
    summary = {}
    for name, some in (("documents of practice", real), ("generated documents", made)):
        if some:
            summary[f"held out, {name}"] = _print_row(name, _of_header(known, some, least))
            _print_row("  all, by the score alone", _of_header(known, some, 0.0, before=True))
            for tried in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7):
                _print_row(f"  from {tried:g} on", _of_header(known, some, tried))
            for field in HEADER:
                _print_row(f"  {field}", _of_fields(known, some, least, field.__eq__))
            lines = [
                (chance, e.right)
                for fold in some
                for e, chance in zip(fold.examples, fold.chances, strict=True)
                if e.field.startswith("line_items.")
            ]
            _print_row("  parts of lines", measured(lines, 0, 0.0))
    return summary


def _of_header(
    known: Collection, folds: Sequence[Fold], least: float, *, before: bool = False
) -> Measure:
    return _of_fields(known, folds, least, HEADER.__contains__, before=before)


def _of_fields(
    known: Collection,
    folds: Sequence[Fold],
    least: float,
    wanted: Callable[[str], bool],
    *,
    before: bool = False,
) -> Measure:
    judged = [
        (e.before if before else chance, e.right)
        for fold in folds
        for e, chance in zip(fold.examples, fold.chances, strict=True)
        if wanted(e.field)
    ]
    sources = {source for fold in folds for source in fold.sources}
    truths = sum(n for (s, f), n in known.truths.items() if s in sources and wanted(f))
    return measured(judged, truths, least)


def _print_row(name: str, measure: Measure) -> str:
    figures = (measure.precision, measure.recall, measure.f1, measure.acceptable)
    shares = "".join(
        f"{100 * share:{width}.1f}" for share, width in zip(figures, (7, 7, 7, 9), strict=True)
    )
    print(f"{name:34}{measure.given:7}{shares}{measure.gap:7.3f}", flush=True)
    return (
        f"precision {100 * measure.precision:.1f} %, F1 {100 * measure.f1:.1f}, "
        f"{100 * measure.acceptable:.1f} % acceptable at 99 %, calibration gap {measure.gap:.3f}"
    )


if __name__ == "__main__":
    main()
