"""Fit the matcher's table of weights to labelled runs and write it as JSON.

    python tools/fit_matching.py FOLDER… --unseen RUNS… [--out engine/matching/weights.json]
    python tools/fit_matching.py --unseen RUNS… [--out engine/matching/weights.json]
    python tools/fit_matching.py FOLDER… --topics TOPIC… [--unseen RUNS…] [--out …]

A FOLDER is one source: all runs below it are of one kind of world. A run is a folder with
``invoices.records.jsonl`` and ``transactions.records.jsonl`` (records, one a line), ``rates.json``,
and ``truth.jsonl`` with one true group a line: invoice_ids and transaction_ids. Sources count
alike however many runs they have. Every run both trains and, by weights that have not seen it,
calibrates. The folders of RUNS are sources as well, whose runs are a part of no FOLDER: they fit
what adapts probabilities to a run's size and customs; without a FOLDER, those of the shipped
table. With TOPICs, only the findings of these topics are fitted, beside all others as shipped.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from engine.matching.adapting import adapt
from engine.matching.explaining import explain
from engine.matching.fitting import LabelledRun, balanced, fit, label
from engine.matching.fitting_topics import fit_topics
from engine.matching.inputs import read_invoices, read_transactions
from engine.matching.ledger import build_ledger
from engine.matching.options import MatchOptions
from engine.matching.scoring import WEIGHTS_PATH, shipped_weights


def labelled_run(folder: Path) -> LabelledRun:
    """Read one folder, explain it and mark the right explanations."""
    invoices = read_invoices((folder / "invoices.records.jsonl").read_text("utf-8").splitlines())
    lines = read_transactions(
        (folder / "transactions.records.jsonl").read_text("utf-8").splitlines()
    )
    truth = [json.loads(row) for row in (folder / "truth.jsonl").read_text("utf-8").splitlines()]
    ledger = build_ledger(invoices, lines)
    rates = json.loads((folder / "rates.json").read_text("utf-8"))
    explained = explain(ledger, MatchOptions(rates=rates))
    groups = {
        (frozenset(g["invoice_ids"]), frozenset(g["transaction_ids"]))
        for g in truth
        if g["transaction_ids"]
    }
    return label(ledger, explained, groups)


def _runs(sources: Sequence[Path]) -> list[LabelledRun]:
    return balanced(
        [
            [labelled_run(truth.parent) for truth in sorted(source.rglob("truth.jsonl"))]
            for source in sources
        ]
    )


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sources", nargs="*", type=Path)
    parser.add_argument("--unseen", nargs="+", type=Path, default=[])
    parser.add_argument("--topics", nargs="+", default=[])
    parser.add_argument("--out", type=Path, default=WEIGHTS_PATH)
    args = parser.parse_args()
    weights = shipped_weights()
    if args.topics:
        weights = fit_topics(weights, _runs(args.sources), set(args.topics))
    elif args.sources:
        weights = fit(_runs(args.sources))
    if args.unseen:
        weights = adapt(weights, _runs(args.unseen))
    text = msgspec.json.format(msgspec.json.encode(weights), indent=1)
    args.out.write_bytes(text + b"\n")
    print(f"{args.out}: {sum(len(w.evidence) for w in weights.values())} weights")


if __name__ == "__main__":
    main()
