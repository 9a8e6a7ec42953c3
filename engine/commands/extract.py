"""Read files and write one JSON per file; no database is opened.

Each file's JSON is what its row would hold. It has the file's name without the ending; that of a
bank's data file keeps the ending, since banks offer one statement in several formats. A file that
fails costs one line on standard error; the others are still written. Nothing leaves the machine
unless --llm is given.

Exit code: 0 when every file was read, 1 when one failed or a setting is missing, 2 for wrong usage.
"""

import argparse
import sys
from functools import partial
from getpass import getpass
from pathlib import Path
from typing import Final

from engine.commands.results import make_folder
from engine.processing.executor import WorkerExecutor
from engine.processing.warming import load

_ASKED: Final = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="PDF, PNG, JPEG, TIFF, e-invoice in XML, or a bank's file: CAMT, MT940, OFX, QIF, "
        "BAI2, CSV, Excel",
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for results")
    parser.add_argument(
        "--kind",
        choices=["auto", "invoice", "bank"],
        default="auto",
        help="what the files are; auto lets each file's content decide",
    )
    parser.add_argument(
        "--no-einvoice",
        action="store_true",
        help="ignore e-invoices embedded in PDFs and read the pages alone; "
        "an .xml file is read all the same: it has no page",
    )
    parser.add_argument(
        "--llm",
        action="store_true",
        help="send invoices' words to the language model of the settings for a second opinion; "
        "off by default",
    )
    parser.add_argument(
        "--password",
        metavar="P",
        help="opens the encrypted files among them; - asks for it, or takes the first line of "
        "standard input: what a command line says, others on the machine can see",
    )
    parser.add_argument(
        "--jobs", type=_positive, metavar="N", help="worker processes; default one per core"
    )


def run(options: argparse.Namespace) -> int:
    """Read the files; 1 when any of them failed."""
    make_folder(options.out)
    password = _asked_password() if options.password == _ASKED else options.password
    executor = WorkerExecutor(1, ready=partial(load, (options.kind,)))
    try:
        executor.begin()
        # Loaded while the workers' libraries are, and only now; they tell how many workers.
        from engine.settings import Settings

        settings = Settings()
        workers = options.jobs or settings.worker_count
        executor.widen(workers)
        from engine.commands.extracting import Extracting

        extracting = Extracting(options.out, options.kind, password, settings)
        return extracting.run(
            options.files,
            executor,
            workers,
            reads_einvoices=not options.no_einvoice,
            asks_model=options.llm,
        )
    finally:
        executor.shutdown(cancel_futures=True)


def _asked_password() -> str:
    if sys.stdin.isatty():
        return getpass("Password: ")
    return sys.stdin.readline().rstrip("\r\n")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a whole number, 1 or more")
    return int(text)
