"""Match invoices with transactions given as JSON lines; no database is opened."""

import argparse
import gc
from os import environ
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--invoices", required=True, type=Path, metavar="F.jsonl")
    parser.add_argument("--transactions", required=True, type=Path, metavar="F.jsonl")
    parser.add_argument("--out", required=True, type=Path, metavar="F.json")
    parser.add_argument(
        "--rates",
        type=Path,
        metavar="F.json",
        help="exchange rates: month, currency, its rate in the accounts' currency",
    )
    parser.add_argument(
        "--rules",
        type=Path,
        metavar="F.json",
        help="rules of your own: a list in the order in which they are asked, each as the API has "
        "it (name, conditions, treatment); a match or a line set aside names its rule",
    )
    parser.add_argument(
        "--threshold",
        type=float,
        metavar="T",
        help="confidence from which a match counts as matched, 0 to 1",
    )


def run(options: argparse.Namespace) -> int:
    """Match and write the run's JSON."""
    # What a run makes lives until its end: looking for garbage meanwhile is lost time.
    gc.disable()
    # No large matrices are multiplied here; a process without threads can be forked.
    environ["OPENBLAS_NUM_THREADS"] = "1"
    # Loaded only now: the arithmetic reads the environment when it is loaded.
    from engine.commands.reconciling import reconcile

    exit_code = reconcile(
        options.invoices,
        options.transactions,
        options.rates,
        options.rules,
        options.threshold,
        options.out,
    )
    # The interpreter looks for garbage once more when it ends, which is as much work as it is late.
    gc.freeze()
    return exit_code
