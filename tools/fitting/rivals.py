"""Candidates for one field of one invoice, and which of them are right."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from engine.extraction.invoices.assemble import Drafted, draft_of
from engine.extraction.invoices.header.dating import find_dates_of
from engine.extraction.invoices.ranking import day_options, name_options
from engine.extraction.invoices.ranking.choice import Option, Ranks
from tools.fitting.comparing import is_right, matched
from tools.fitting.documents import Document, credits_of, sheets_of

RULES_ALONE = Ranks(version=0, margin=0.0, share=1.1, fields={})


@dataclass(frozen=True, slots=True)
class Rivalry:
    """The features of all candidates, which are right, and the place of what the rules chose.

    ``rules_right``: whether the rules alone give the right value, which may be no candidate here.
    """

    source: str
    group: str
    generated: bool
    field: str
    signals: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]
    rules: int | None
    rules_right: bool


def rivalries(documents: Sequence[Document], cache: Path, processes: int) -> list[Rivalry]:
    """The rivalries of all documents, in their order."""
    with ProcessPoolExecutor(processes) as pool:
        made = pool.map(partial(_of_document, cache=cache), documents, chunksize=8)
        return [rivalry for found in made for rivalry in found]


def _of_document(document: Document, cache: Path) -> list[Rivalry]:
    drafts = [draft_of(sheet, RULES_ALONE) for sheet in sheets_of(document, cache)]
    truths = document.truth["invoices"]
    credit = credits_of(document.truth)
    places = matched(truths, [drafted.draft.values for drafted in drafts], credit)
    return [
        _rivalry(document, field, options, true, drafts[place])
        for true, place in zip(truths, places, strict=True)
        if place is not None
        for field, options in _options(drafts[place])
        if options and true.get(field) is not None
    ]


def _options(drafted: Drafted) -> Iterator[tuple[str, list[Option]]]:
    around = drafted.around
    issued, due = find_dates_of(around.sheet, around.found)
    yield "invoice_date", day_options(around.sheet, around.found, issued, due)
    yield "vendor_name", name_options(around.parties, "vendor_name")
    yield "customer_name", name_options(around.parties, "customer_name")


def _rivalry(
    document: Document,
    field: str,
    options: Sequence[Option],
    true: Mapping[str, Any],
    drafted: Drafted,
) -> Rivalry:
    def judged(value: object) -> bool:
        return bool(is_right(field, true, value, credit=False))

    chosen = drafted.draft.values.get(field)
    return Rivalry(
        document.source,
        document.group,
        document.is_generated,
        field,
        tuple({name: v for name, v in option.signals.items() if v} for option in options),
        tuple(judged(option.candidate.value) for option in options),
        next((place for place, option in enumerate(options) if option.is_rules), None),
        chosen is not None and judged(chosen),
    )
