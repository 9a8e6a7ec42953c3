"""What ``extract`` does with its files: each is read, and written or its failure told."""

import gc
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from engine.commands.lines import one_line
from engine.commands.results import write_result
from engine.errors import InvalidInputError, MatchbookError
from engine.presentation import counted
from engine.processing.bank_files import is_bank_file
from engine.processing.batch import BatchFile, Failure, FileResult, read_batch
from engine.processing.options import run_options
from engine.records import BankDocument, InvoiceDocument, encode
from engine.settings import Settings

if TYPE_CHECKING:
    from engine.processing.consulting import Consulting

_FILES_PER_COLLECTION: Final = 8


@dataclass(frozen=True, slots=True)
class Extracting:
    """Where results go, and what holds for all files."""

    out: Path
    kind: Literal["auto", "invoice", "bank"]
    password: str | None = field(repr=False)
    settings: Settings

    def run(
        self,
        paths: Sequence[Path],
        executor: Executor,
        workers: int,
        *,
        reads_einvoices: bool,
        asks_model: bool,
    ) -> int:
        """Read the files with ``workers`` of ``executor``; 1 when any of them failed.

        Raises:
            InvalidInputError: a model is to be asked and the settings name none.
        """
        files, failures = self._named(paths)
        results = read_batch(
            files,
            run_options(self.settings, reads_einvoices=reads_einvoices),
            workers,
            executor,
            _consulting(self.settings) if asks_model else None,
        )
        with _garbage_kept():
            for number, result in enumerate(results, 1):
                failures += not _write(result, self.out, self.settings.max_json_bytes)
                del result
                if number % _FILES_PER_COLLECTION == 0:
                    gc.collect(1)
        return 1 if failures else 0

    def _named(self, paths: Sequence[Path]) -> tuple[list[BatchFile], int]:
        """The files with results of their own, and how many others there are."""
        files: dict[str, BatchFile] = {}
        for path in paths:
            name = _result_name(path)
            if name in files:
                _complain(path, "name_taken", f"{name} is another file's result.")
            else:
                files[name] = BatchFile(path, self.kind, self.password)
        return list(files.values()), len(paths) - len(files)


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
        decoded = ("transactions",) if isinstance(document, BankDocument) else ()
        text = encode(document, max_bytes=max_json_bytes, decoded=decoded)
        write_result(out / _result_name(path), text)
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
