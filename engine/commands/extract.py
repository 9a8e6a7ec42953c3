"""Read files and write one JSON per file; no database is opened.

Each file's JSON is what its row would hold. It has the file's name without the ending; that of a
bank's data file keeps the ending, since banks offer one statement in several formats. A file that
fails costs one line on standard error; the others are still written. Nothing leaves the machine
unless --llm is given.

Exit code: 0 when every file was read, 1 when one failed or a setting is missing, 2 for wrong usage.
"""

import argparse
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from engine.commands.lines import one_line
from engine.commands.results import make_folder, write_result
from engine.errors import InvalidInputError, MatchbookError
from engine.presentation import counted
from engine.processing.bank_files import is_bank_file
from engine.processing.batch import BatchFile, Failure, FileResult, read_batch
from engine.processing.options import run_options
from engine.records import InvoiceDocument, encode
from engine.settings import Settings

if TYPE_CHECKING:
    from engine.processing.consulting import Consulting

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
    settings = Settings()
    make_folder(options.out)
    failures = 0
    password = _asked_password() if options.password == _ASKED else options.password
    files: dict[str, BatchFile] = {}
    for path in options.files:
        name = _result_name(path)
        if name in files:
            failures += 1
            _complain(path, "name_taken", f"{name} is another file's result.")
        else:
            files[name] = BatchFile(path, options.kind, password)
    results = read_batch(
        list(files.values()),
        run_options(settings, reads_einvoices=not options.no_einvoice),
        options.jobs or settings.worker_count,
        consulting=_consulting(settings) if options.llm else None,
    )
    with _garbage_kept():
        for result in results:
            failures += not _write(result, options.out, settings.max_json_bytes)
            del result
            gc.collect(1)
    return 1 if failures else 0


def _asked_password() -> str:
    if sys.stdin.isatty():
        return getpass("Password: ")
    return sys.stdin.readline().rstrip("\r\n")


@contextmanager
def _garbage_kept() -> Iterator[None]:
    """Seek no garbage meanwhile: of the 15 000 lines that a file may have, none ever is any."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _consulting(settings: Settings) -> "Consulting | None":
    """Whoever gives second opinions.

    Raises:
        InvalidInputError: the settings name nobody.
    """
    from engine.assistant import assistant_options
    from engine.processing.consulting import answer_cache, consulting

    asked = assistant_options(settings)
    if asked is None:
        raise InvalidInputError(
            "--llm needs a language model.",
            "Set MATCHBOOK_LLM_BASE_URL and MATCHBOOK_LLM_MODEL.",
        )
    return consulting(asked, answer_cache(settings.cache_dir), settings.llm_concurrency)


def _write(result: FileResult, out: Path, max_json_bytes: int) -> bool:
    path, document = result.file.path, result.outcome
    if isinstance(document, Failure):
        _complain(path, document.code, document.message)
        return False
    try:
        write_result(out / _result_name(path), encode(document, max_bytes=max_json_bytes))
    except MatchbookError as error:
        _complain(path, error.code, str(error))
        return False
    if isinstance(document, InvoiceDocument):
        found = counted(len(document.invoices), "invoice")
    else:
        found = counted(len(document.transactions), "transaction")
    info = document.processing_info
    failed = f", {counted(len(info.failed_pages), 'page')} failed" if info.failed_pages else ""
    name, pages = document.file_info.file_name, counted(document.file_info.pages_total, "page")
    sys.stdout.write(f"{one_line(name)}: {found}, {pages}{failed}, {info.duration_seconds} s\n")
    sys.stdout.flush()
    return True


def _result_name(path: Path) -> str:
    return f"{path.name if is_bank_file(path) else path.stem}.json"


def _complain(path: Path, code: str, sentence: str) -> None:
    sys.stderr.write(f"{one_line(str(path))}: {code}: {one_line(' '.join(sentence.split()))}\n")
    sys.stderr.flush()


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a whole number, 1 or more")
    return int(text)
