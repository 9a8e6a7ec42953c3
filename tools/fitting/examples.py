"""Values that extraction chose, their features, and whether they are right."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from engine.extraction.invoices.assemble import Drafted, draft_of
from engine.extraction.invoices.calibration import calibrated
from engine.extraction.invoices.confidence import field_signals, line_signals
from engine.extraction.invoices.ranking import Ranks
from engine.records import LineItem
from tools.fitting.comparing import amount_of, is_right, matched
from tools.fitting.documents import Document, credits_of, sheets_of

LINE_PARTS: Final = ("description", "quantity", "unit_price", "tax_rate", "amount")
HEADER: Final = (
    "invoice_number", "invoice_date", "due_date", "vendor_name", "vendor_tax_id", "customer_name",
    "currency", "subtotal", "tax_amount", "total_amount", "purchase_order", "iban",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A value that was read. ``before`` is the probability that its score alone gives.

    ``generated`` documents were made by ``tools.training``.
    """

    source: str
    group: str
    generated: bool
    invoice: str
    field: str
    signals: Mapping[str, float]
    right: bool
    before: float


@dataclass(frozen=True, slots=True)
class Collection:
    """Examples, and how many values the truths of each source and field give."""

    examples: list[Example]
    truths: dict[tuple[str, str], int]


def collect(documents: Sequence[Document], cache: Path, processes: int, ranks: Ranks) -> Collection:
    """Examples of all documents, in their order."""
    examples: list[Example] = []
    truths: dict[tuple[str, str], int] = defaultdict(int)
    with ProcessPoolExecutor(processes) as pool:
        made = pool.map(partial(examples_of, cache=cache, ranks=ranks), documents, chunksize=8)
        for document, found in zip(documents, made, strict=True):
            examples += found
            for true in document.truth["invoices"]:
                for field in HEADER:
                    truths[document.source, field] += true.get(field) is not None
    return Collection(examples, dict(truths))


def examples_of(document: Document, cache: Path, ranks: Ranks) -> list[Example]:
    """The examples of one document."""
    drafts = [draft_of(sheet, ranks) for sheet in sheets_of(document, cache)]
    truths = document.truth["invoices"]
    credit = credits_of(document.truth)
    places = matched(truths, [drafted.draft.values for drafted in drafts], credit)
    examples: list[Example] = []
    for number, (true, is_credit, place) in enumerate(zip(truths, credit, places, strict=True)):
        if place is not None:
            invoice = f"{document.path.name}-{number}"
            for field, signals, right, before in _judged(drafts[place], true, is_credit):
                examples.append(
                    Example(
                        document.source,
                        document.group,
                        document.is_generated,
                        invoice,
                        field,
                        signals,
                        right,
                        before,
                    )
                )
    return examples


Judged = tuple[str, Mapping[str, float], bool, float]


def _judged(drafted: Drafted, true: Mapping[str, Any], credit: bool) -> Iterator[Judged]:
    values, picks = drafted.draft.values, drafted.draft.picks
    for field, signals in field_signals(drafted.around).items():
        right = is_right(field, true, values[field], credit=credit)
        if right is not None:
            yield field, signals, right, calibrated(picks[field].score)
    yield from _lines(drafted, true.get("line_items") or [])


def _lines(drafted: Drafted, true: Sequence[Mapping[str, Any]]) -> Iterator[Judged]:
    """The parts of the lines that were read; a line is the true one that has its amount."""
    left = [line for line in true if amount_of(line.get("amount")) is not None]
    if not left:
        return
    for item, signals in zip(drafted.items, line_signals(drafted.around), strict=True):
        amount = amount_of(item.amount)
        same = [t for t in left if abs(amount_of(t["amount"]) or 0) == abs(amount or 0)]
        line = max(same, key=lambda t: _alike(t, item), default=None)
        if line is not None:
            left.remove(line)
        for part in LINE_PARTS:
            value = getattr(item, part)
            if value is not None and (line is None or line.get(part) is not None):
                right = line is not None and _is_part(part, line[part], value)
                yield f"line_items.{part}", signals, right, 0.8


def _alike(line: Mapping[str, Any], item: LineItem) -> int:
    return sum(
        line.get(part) is not None and _is_part(part, line[part], getattr(item, part))
        for part in LINE_PARTS
    )


def _is_part(part: str, true: object, value: object) -> bool:
    if part == "description":
        return bool(is_right("vendor_name", {"vendor_name": true}, value, credit=False))
    amount, read = amount_of(true), amount_of(value)
    return amount is not None and read is not None and abs(amount) == abs(read)
