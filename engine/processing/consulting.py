"""A language model's second opinion of the invoices of a file, after they were extracted.

Questions wait in threads of their own, so no worker and no other file waits for them. Whatever
goes wrong, the invoices as they were read here stand, and a warning says so. Pages are laid out and
searched by the workers.
"""

import logging
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from engine.assistant import Assistant, AssistantOptions, ChatEndpoint, Reading, Usage, parts_of
from engine.errors import AssistantNonsenseError
from engine.extraction import Context
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.printed.own_sheet import sheet_of_invoice
from engine.extraction.second_opinion import Merged, Opinion, weigh
from engine.processing.asking_threads import AskingThreads
from engine.processing.extraction_task import Extracted
from engine.processing.page_cache import PageCache, PageKey
from engine.processing.page_codec import unpack
from engine.records import Invoice, ModelUse

log = logging.getLogger(__name__)

_ANSWERS: Final = "answers"


@dataclass(frozen=True, slots=True)
class Case:
    """One file's invoices with the pages (packed, by number) that they were read from."""

    file_hash: str
    extracted: Extracted
    pages: Mapping[int, bytes]
    context: Context
    is_given_up: Callable[[], bool]
    in_worker: Callable[..., "Future[Any]"]


@dataclass(frozen=True, slots=True)
class OpinionTask:
    """One invoice with its packed pages, and what another reader says of it."""

    invoice: Invoice
    pages: tuple[bytes, ...]
    opinion: Opinion
    context: Context


def to_be_asked(
    invoice: Invoice, pages: Sequence[bytes], max_tokens: int
) -> tuple[list[str], bool]:
    """The invoice's rows as messages, none when it has no words; and whether that is all."""
    sheet = _sheet_of(invoice, pages)
    return ([], True) if sheet is None else parts_of(sheet, max_tokens)


def weighed(task: OpinionTask) -> Merged:
    """The invoice after the other reader's opinion."""
    sheet = _sheet_of(task.invoice, task.pages)
    assert sheet is not None  # noqa: S101 (nobody is asked about an invoice without words)
    return weigh(task.invoice, sheet, task.opinion, task.context)


def _sheet_of(invoice: Invoice, pages: Sequence[bytes]) -> Sheet | None:
    return sheet_of_invoice(invoice, [unpack(content) for content in pages])


class Consulting:
    """Asks one model about many files. ``submit`` may be called from any thread."""

    def __init__(self, assistant: Assistant, cache: PageCache, width: int) -> None:
        self._assistant = assistant
        self._cache = cache
        self._threads = AskingThreads(width)

    def submit(self, case: Case) -> "Future[Extracted]":
        """The file's invoices after the model's opinion of each; the future never fails."""
        return _Consultation(case, self._assistant, self._cache).start(self._threads)

    def close(self) -> None:
        """Ask nothing more."""
        self._assistant.endpoint.close()
        self._threads.close()


class _Consultation:
    """The questions of one file; its invoices are replaced one by one."""

    def __init__(self, case: Case, assistant: Assistant, cache: PageCache) -> None:
        self._case = case
        self._assistant = assistant
        self._answers = _FileAnswers(cache, case.file_hash)
        self._lock = threading.Lock()
        self._invoices = list(case.extracted.invoices)
        self._left = len(self._invoices)
        self._usage = Usage()
        self._fields: Counter[str] = Counter()
        self._problems: Counter[str] = Counter()
        self._is_hopeless = False
        self._is_cut = False
        self._done: Future[Extracted] = Future()

    def start(self, threads: AskingThreads) -> "Future[Extracted]":
        for place in range(len(self._invoices)):
            threads.submit(lambda place=place: self._ask(place))  # type: ignore[misc]
        return self._done

    def _ask(self, place: int) -> None:
        try:
            if not self._is_hopeless and not self._case.is_given_up():
                invoice = self._invoices[place]
                if not _is_exact(invoice):
                    self._invoices[place] = self._consulted(invoice)
        except CancelledError:
            log.info("invoice %d: the reading was given up", place + 1)
        except Exception:  # the invoice as it was read stands
            log.exception("the language model could not be asked about invoice %d", place + 1)
            self._trouble("Something unexpected happened; the log has the details.")
        with self._lock:
            self._left -= 1
            is_last = self._left == 0
        if is_last:
            self._done.set_result(self._result())

    def _consulted(self, invoice: Invoice) -> Invoice:
        case = self._case
        pages = tuple(case.pages[number] for number in invoice.pages if number in case.pages)
        most = self._assistant.options.max_input_tokens
        parts, is_whole = case.in_worker(to_be_asked, invoice, pages, most).result()
        if not parts:
            return invoice
        reading = self._assistant.read(parts, self._answers, is_whole=is_whole)
        self._note(reading)
        if reading.opinion is None:
            return invoice
        task = OpinionTask(invoice, pages, reading.opinion, case.context)
        merged: Merged = case.in_worker(weighed, task).result()
        counts = {"agreed": merged.agreed, "differing": merged.differing, "added": merged.added}
        with self._lock:
            self._fields.update(counts)
        return merged.invoice

    def _note(self, reading: Reading) -> None:
        with self._lock:
            self._usage += reading.usage
            self._is_cut |= not reading.is_whole
        if reading.problem is not None:
            log.warning("%s", reading.problem)
            self._trouble(str(reading.problem))
            if not isinstance(reading.problem, AssistantNonsenseError):
                self._is_hopeless = True

    def _trouble(self, sentence: str) -> None:
        with self._lock:
            self._problems[sentence] += 1

    def _result(self) -> Extracted:
        assistant, usage = self._assistant, self._usage
        return msgspec.structs.replace(
            self._case.extracted,
            invoices=tuple(self._invoices),
            warnings=(*self._case.extracted.warnings, *self._warnings()),
            language_model=ModelUse(
                host=assistant.endpoint.host,
                model=assistant.endpoint.model,
                calls=usage.calls,
                remembered=usage.remembered,
                tokens_in=usage.tokens_in,
                tokens_out=usage.tokens_out,
                cost=usage.cost(assistant.options),
                fields_agreed=self._fields["agreed"],
                fields_differing=self._fields["differing"],
                fields_added=self._fields["added"],
            ),
        )

    def _warnings(self) -> list[str]:
        sentences = [f"{problem} What was read here stands." for problem in self._problems]
        if self._is_cut:
            sentences.append(
                "The language model was not shown the middle pages of a very long invoice."
            )
        return sentences


class _FileAnswers:
    """Answers about one file, kept where they are found by content and dropped with the file."""

    def __init__(self, cache: PageCache, file_hash: str) -> None:
        self._cache = cache
        self._file_hash = file_hash

    def get(self, name: str) -> bytes | None:
        """What was put under ``name``, or None."""
        return self._cache.get(self._key(name))

    def put(self, name: str, content: bytes) -> None:
        """Keep an answer."""
        self._cache.put(self._key(name), content)

    def _key(self, name: str) -> PageKey:
        return PageKey(self._file_hash, 0, _ANSWERS, name)


def _is_exact(invoice: Invoice) -> bool:
    """Whether the invoice comes from data that was made for machines: nobody can know better."""
    return any(place.source == "xml" for place in invoice.provenance.values())


def answer_cache(cache_dir: Path) -> PageCache:
    """Where answers are kept in an installation's cache folder."""
    return PageCache(cache_dir / _ANSWERS)


def consulting(
    options: AssistantOptions | None, cache: PageCache, concurrency: int
) -> Consulting | None:
    """Whoever asks, as ``options`` say; None when nobody is to be asked."""
    if options is None:
        return None
    return Consulting(Assistant(ChatEndpoint(options), options), cache, concurrency)
