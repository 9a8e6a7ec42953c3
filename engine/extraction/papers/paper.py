"""From the pages of a paper to the fields that all papers share.

Amounts, days and companies are those that the reading of invoices finds; only what the paper calls
its own number and its own day is looked for by the words of its type. What is not sure stays null.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from engine.extraction.context import Context
from engine.extraction.dates import find_dates
from engine.extraction.invoices.assemble import assemble
from engine.extraction.invoices.extract import joint_sheet, look_within
from engine.extraction.invoices.header.date_order import settle_order, usual_order
from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.candidates import Candidates, find_candidates
from engine.extraction.invoices.sheet.composed import concepts_of
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.papers.beside import Label, label_of
from engine.extraction.papers.type_words import TYPE_WORDS, TypeWords
from engine.extraction.phrases import plain_words
from engine.reading.page import Page
from engine.records import Invoice, PaperFields, Provenance
from engine.records.uploads import DocumentType

MOST_PAGES: Final = 20
"""Pages that are looked at for fields; words of all pages can be searched."""

_NUMBER_WORDS: Final = frozenset(
    ("no", "nr", "number", "num", "id", "ref", "reference", "code", "n", "numero", "nummer")
)
_MONEY_LIKE = re.compile(r"\d{1,3}(?:[., ']\d{3})*[.,]\d{2}|\d{1,2}[.,]\d{1,3}")
_NOT_OF_THE_PAPER: Final = frozenset(("other", "due", "until", "pay", "order", "yours", "former"))
_FIRST: Final = 0.95
_LATER: Final = 0.85
_PLAIN_DAY: Final = 0.85
_NUMBER_ALONE: Final = 0.75


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper says, and by field where."""

    fields: PaperFields
    provenance: dict[str, Provenance]


@dataclass(frozen=True, slots=True)
class _Found:
    candidate: Candidate[Any]
    sure: float

    @property
    def place(self) -> Provenance:
        segment = self.candidate.segment
        return Provenance(
            page=segment.page,
            bbox=self.candidate.bbox,
            text=" ".join(word.text for word in self.candidate.words),
            confidence=round(self.sure * min(_sure_of(self.candidate), 1.0), 5),
            source=segment.source,
        )


def read_paper(pages: Sequence[Page], doc_type: DocumentType, context: Context) -> Paper:
    """The shared fields of a paper of that type; none where ``pages`` have no words."""
    looks = [look_within(page, None) for page in pages[:MOST_PAGES] if page.words]
    if not any(look.rows for look in looks):
        return Paper(PaperFields(), {})
    words = TYPE_WORDS[doc_type]
    sheet = joint_sheet(looks)
    bill = assemble(sheet, context, context.upload_id)
    found = settle_order(sheet, find_candidates(sheet, usual_order(sheet)))
    values: dict[str, Any] = {}
    places: dict[str, Provenance] = {}
    _put_from_bill(values, places, bill, words)
    chosen = {
        "number": None if "number" in values else _number(sheet, found, words),
        "date": None if words.is_bill else _day(sheet, found, words, bill.invoice_date),
        "party": _named_party(sheet, words),
    }
    for field, choice in chosen.items():
        if choice is not None:
            values[field], places[field] = choice.candidate.value, choice.place
    return Paper(PaperFields(**values), places)


def _put_from_bill(
    values: dict[str, Any], places: dict[str, Provenance], bill: Invoice, words: TypeWords
) -> None:
    """Take over what the reading of invoices says of fields that such a paper has."""
    wanted: dict[str, str] = {}
    if words.has_total and bill.total_amount is not None and bill.total_amount > 0:
        wanted |= {"total": "total_amount", "currency": "currency"}
    if words.has_party:
        is_ours = bill.direction == "receivable"
        names = ("customer_name", "vendor_name") if is_ours else ("vendor_name", "customer_name")
        wanted["party"] = next((name for name in names if getattr(bill, name)), names[0])
    if words.is_bill:
        wanted |= {"number": "invoice_number", "date": "invoice_date"}
    for field, source in wanted.items():
        value = getattr(bill, source)
        if value is not None:
            values[field] = value
            if source in bill.provenance:
                places[field] = bill.provenance[source]


def _number(sheet: Sheet, found: Candidates, words: TypeWords) -> _Found | None:
    """The number beside the paper's own name; two that are named alike are none."""
    for rank, phrases in enumerate(words.names):
        named = [
            _Found(code, (_FIRST if not rank else _LATER) * label.closeness)
            for code, label in _labelled(sheet, found.codes)
            if _could_be_number(code.value) and _ends_with(label, phrases)
        ]
        if words.is_bill:
            named = [one for one in named if rank == 0 and one.candidate.segment.y0 < 0.5]
        values = {one.candidate.value for one in named}
        if len(values) == 1:
            return max(named, key=lambda one: one.sure)
        if values:
            return None
    bare = [
        _Found(code, _NUMBER_ALONE * label.closeness)
        for code, label in _labelled(sheet, found.codes)
        if _could_be_number(code.value)
        and code.segment.y0 < 0.4
        and len(label.tokens) == 1
        and label.tokens[0] in _NUMBER_WORDS
    ]
    return bare[0] if len({one.candidate.value for one in bare}) == 1 else None


def _day(
    sheet: Sheet, found: Candidates, words: TypeWords, bill_day: dt.date | None
) -> _Found | None:
    """The day that the paper calls its own, else its plain date, else that of a bill."""
    labelled = list(_labelled(sheet, found.dates))
    own = [phrase for group in words.names[:2] for phrase in group]
    named = [
        _Found(day, _FIRST * label.closeness)
        for day, label in labelled
        if any(f" {phrase} " in label.text for phrase in own) and "date" in _concepts(label)
    ]
    bare = [
        _Found(day, _PLAIN_DAY * label.closeness)
        for day, label in labelled
        if "date" in _concepts(label) and not _NOT_OF_THE_PAPER & _concepts(label)
    ]
    for kind in (named, bare):
        days = {one.candidate.value for one in kind}
        if len(days) == 1:
            return max(kind, key=lambda one: one.sure)
        if days:
            return None
    others = {day for day, label in labelled if _NOT_OF_THE_PAPER & _concepts(label)}
    of_bill = [day for day in found.dates if day.value == bill_day and day not in others]
    return _Found(of_bill[0], _NUMBER_ALONE) if of_bill else None


def _named_party(sheet: Sheet, words: TypeWords) -> _Found | None:
    """What stands right after “Vendor:” or the like in the same line."""
    for row in sheet.rows:
        for segment in row.segments:
            for end, word in enumerate(segment.words[:3], start=1):
                label = " ".join(
                    token for w in segment.words[:end] for token in plain_words(w.text)
                )
                if not word.text.endswith(":") or label not in words.parties:
                    continue
                rest = segment.words[end:]
                if rest:
                    text = " ".join(w.text for w in rest)
                    return _Found(Candidate(text, segment, end, len(segment.words), text), _LATER)
                if segment.index + 1 < len(row.segments):
                    after = row.segments[segment.index + 1]
                    whole = Candidate(after.text, after, 0, len(after.words), after.text)
                    return _Found(whole, _LATER)
    return None


def _labelled(
    sheet: Sheet, candidates: Iterable[Candidate[Any]]
) -> Iterable[tuple[Candidate[Any], Label]]:
    for candidate in candidates:
        label = label_of(sheet, candidate)
        if label is not None:
            yield candidate, label


def _ends_with(label: Label, phrases: Sequence[str]) -> bool:
    """Whether a label is one of the phrases, with or without a word for number after it."""
    tokens = list(label.tokens)
    while tokens and tokens[-1] in _NUMBER_WORDS:
        tokens.pop()
    text = f" {' '.join(tokens)}"
    return any(text.endswith(f" {phrase}") for phrase in phrases)


def _could_be_number(text: str) -> bool:
    return bool(text) and not (_MONEY_LIKE.fullmatch(text) or ("/" in text and _is_day(text)))


def _is_day(text: str) -> bool:
    return any(end - start == len(text) for start, end, _ in find_dates(text))


def _concepts(label: Label) -> frozenset[str]:
    return frozenset(
        concept for token in label.tokens for concept in (*concepts_of(token), *_dated(token))
    )


def _dated(token: str) -> tuple[str, ...]:
    return ("date",) if token in ("date", "dated", "dt") else ()


def _sure_of(candidate: Candidate[Any]) -> float:
    """How well the words were recognised, from 0 to 1; 1 where they are text."""
    return min((word.confidence for word in candidate.words), default=1.0)
