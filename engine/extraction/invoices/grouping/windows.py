"""A long file in windows of pages that are read apart from each other, with the answer of one.

Each window is looked at by itself, and the invoices that lie inside it are extracted at once. Then
the signs of all pages together decide where invoices begin. What a window guessed rightly is kept,
and only what it cut differently, mostly at its edges, is extracted again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from engine.extraction.context import Context
from engine.extraction.invoices.assemble import is_empty
from engine.extraction.invoices.extract import (
    Look,
    PageGroup,
    extract_group,
    look_at,
    split_pages,
)
from engine.extraction.invoices.grouping.boundary_doubts import Doubt, with_boundary
from engine.extraction.invoices.grouping.page_signs import PageSigns
from engine.reading.page import Page
from engine.records import Invoice

Place = tuple[int, int]
"""A page's number and which of its parts, counted from 0; 0 for a page that is not parted."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a look is enough to decide where invoices begin."""

    place: Place
    signs: PageSigns


@dataclass(frozen=True, slots=True)
class Found:
    """The invoice on ``places``, as a window cut it. Its number and its start are not final."""

    places: tuple[Place, ...]
    invoice: Invoice


@dataclass(frozen=True, slots=True)
class Planned:
    """Where the ``number``-th invoice of a file is, how surely it begins there, and the doubts."""

    number: int
    places: tuple[Place, ...]
    confidence: float
    doubts: tuple[Doubt, ...] = ()


def look_through(pages: Sequence[Page], context: Context) -> tuple[list[Outline], list[Found]]:
    """The outlines of ``pages``, which follow each other, and the invoices well inside them."""
    looks = _looks_on(pages)
    places = {id(look): place for place, look in looks.items()}
    groups = split_pages(list(looks.values()))
    found = [
        Found(tuple(places[id(look)] for look in group.looks), extract_group(group, context))
        for group in groups[1:-1]
    ]
    return [Outline(place, look.signs) for place, look in looks.items()], found


def plan(outlines: Iterable[Outline]) -> list[Planned]:
    """Where the invoices of a file are, by the outlines of all its pages in order."""
    looks = {outline.place: _empty_look(outline) for outline in outlines}
    places = {id(look): place for place, look in looks.items()}
    return [
        Planned(
            group.number,
            tuple(places[id(look)] for look in group.looks),
            group.confidence,
            group.doubts,
        )
        for group in split_pages(list(looks.values()))
    ]


def extract_planned(
    planned: Iterable[Planned], pages: Sequence[Page], context: Context
) -> list[Found]:
    """The invoices of ``planned``, all of whose pages are among ``pages``."""
    looks = _looks_on(pages)
    return [
        Found(
            one.places,
            extract_group(
                PageGroup(one.number, tuple(looks[place] for place in one.places)), context
            ),
        )
        for one in planned
    ]


def settle(
    planned: Sequence[Planned], found: Mapping[tuple[Place, ...], Invoice], context: Context
) -> tuple[Invoice, ...]:
    """The file's invoices in order; ``found`` has one for the places of each of ``planned``."""
    invoices = [
        with_boundary(
            replace(found[one.places], invoice_id=f"{context.upload_id}-{one.number}"),
            one.confidence,
            one.doubts,
        )
        for one in planned
    ]
    return tuple(invoice for invoice in invoices if len(planned) == 1 or not is_empty(invoice))


def _looks_on(pages: Iterable[Page]) -> dict[Place, Look]:
    return {
        (page.page_number, part): look for page in pages for part, look in enumerate(look_at(page))
    }


def _empty_look(outline: Outline) -> Look:
    width, height = outline.signs.shape
    return Look(Page(outline.place[0], width, height, "text", ()), (), outline.signs)
