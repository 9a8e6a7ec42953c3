"""From pages to invoices: a look at every page, cutting, and one record for each group of pages.

The three steps stand alone, so that looking and extracting can be spread over processes: a look's
signs are small, cutting needs only them, and each group is extracted by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from engine.extraction.context import Context
from engine.extraction.invoices.assemble import assemble, is_empty
from engine.extraction.invoices.grouping.boundary_doubts import DOUBTFUL, Doubt, with_boundary
from engine.extraction.invoices.grouping.page_signs import PageSigns, signs_of
from engine.extraction.invoices.grouping.regions import (
    WHOLE,
    around,
    put_back,
    region_of,
    regions_of,
)
from engine.extraction.invoices.grouping.split import cut
from engine.extraction.invoices.sheet.layout import Row, Sheet, sheet_of
from engine.extraction.invoices.sheet.segmenting import rows_of
from engine.extraction.memory import with_habits
from engine.reading.page import Page
from engine.records import BBox, Invoice, PageRegion

_FEW_AMOUNTS: Final = 2


@dataclass(frozen=True, slots=True)
class Look:
    """A page, or a part of one that is read as a page, and what it shows about its place.

    ``rows`` are numbered from 0; ``bbox`` is the part's place on the whole page, None for a whole
    page; ``whole`` is the page that a part was taken from.
    """

    page: Page
    rows: tuple[Row, ...]
    signs: PageSigns
    bbox: BBox | None = None
    whole: Page | None = None


@dataclass(frozen=True, slots=True)
class PageGroup:
    """What makes one invoice, the ``number``-th of its file, counted from 1.

    ``confidence`` is the probability, from 0 to 1, that an invoice begins with its first page;
    ``doubts`` are further pages, with the probability for each, on which one may begin.
    """

    number: int
    looks: tuple[Look, ...]
    confidence: float = 1.0
    doubts: tuple[Doubt, ...] = ()


def extract_invoices(pages: Sequence[Page], context: Context) -> tuple[Invoice, ...]:
    """The invoices on ``pages``, in their order; pages without words belong to none.

    Takes time in proportion to the number of words.
    """
    groups = split_pages([look for page in pages for look in look_at(page)])
    invoices = [
        with_boundary(extract_group(group, context), group.confidence, group.doubts)
        for group in groups
    ]
    return tuple(invoice for invoice in invoices if len(groups) == 1 or not is_empty(invoice))


def look_at(page: Page) -> list[Look]:
    """``page`` with its rows and signs, or its parts where several invoices share it."""
    rows = tuple(rows_of(page))
    parts = regions_of(page, rows)
    if parts:
        return [Look(part.page, part.rows, part.signs, part.bbox, page) for part in parts]
    return [Look(page, rows, signs_of(page, rows))]


def look_within(page: Page, bbox: BBox | None) -> Look:
    """``page``, or the part of it in ``bbox``, as one look: a person said that it is one."""
    if bbox is None:
        rows = tuple(rows_of(page))
        return Look(page, rows, signs_of(page, rows))
    part = region_of(page, bbox)
    return Look(part.page, part.rows, part.signs, bbox, page)


def split_pages(looks: Sequence[Look]) -> list[PageGroup]:
    """Groups of one invoice each, in order; pages that are no invoice's are in none."""
    kept = [look for look in looks if look.signs.role is None]
    if not kept:
        kept = [look for look in looks if look.signs.role != "blank"]
    cuts = cut([look.signs for look in kept], _apart(looks, kept))
    places = {id(look): place for place, look in enumerate(looks)}
    groups = [
        (
            _with_terms([kept[i] for i in span.places], looks, places),
            span.confidence,
            tuple(
                (kept[i].page.page_number, cuts.chances[i])
                for i in span.places[1:]
                if cuts.chances[i] >= DOUBTFUL
            ),
        )
        for span in cuts.spans
    ]
    told = [group for group in groups if any(_says_something(look.signs) for look in group[0])]
    return [
        PageGroup(number, tuple(group), confidence, doubts)
        for number, (group, confidence, doubts) in enumerate(told or groups, start=1)
    ]


def extract_group(group: PageGroup, context: Context) -> Invoice:
    """The invoice on the pages of ``group``; how surely it begins there is not told in it."""
    looks = looks_of(group)
    sheet = joint_sheet(looks)
    invoice = assemble(sheet, context, f"{context.upload_id}-{group.number}")
    if context.habits:
        invoice = with_habits(invoice, sheet, context.habits, context)
    boxes = {look.page.page_number: look.bbox for look in looks if look.bbox is not None}
    regions = tuple(PageRegion(page=page, bbox=bbox) for page, bbox in boxes.items())
    return replace(
        put_back(invoice, boxes) if boxes else invoice,
        pages=tuple(dict.fromkeys(map(_page_number, group.looks))),
        regions=regions,
    )


def _with_terms(group: list[Look], looks: Sequence[Look], places: Mapping[int, int]) -> list[Look]:
    """The pages of an invoice and the terms printed behind it; nothing is read from those.

    ``places`` are those of all ``looks`` by their identity.
    """
    place = places[id(group[-1])] + 1
    while place < len(looks) and looks[place].signs.role == "terms":
        group = [*group, looks[place]]
        place += 1
    return group


def _says_something(signs: PageSigns) -> bool:
    """Whether a page may be more than a few words."""
    return (
        signs.opens
        or signs.has_title
        or signs.has_total
        or signs.number is not None
        or signs.amounts > _FEW_AMOUNTS
    )


def looks_of(group: PageGroup) -> list[Look]:
    """One look for each page of ``group`` that is more than an attachment."""
    own = [look for look in group.looks if look.signs.role is None] or group.looks
    return [_joined(list(of_page)) for _, of_page in groupby(own, _page_number)]


def joint_sheet(looks: Sequence[Look]) -> Sheet:
    """The rows of all ``looks``, numbered on, as one sheet."""
    rows = [row for look in looks for row in look.rows]
    for number, row in enumerate(rows):
        row.number = number
        for segment in row.segments:
            segment.row = number
    return sheet_of([look.page for look in looks], rows)


def _apart(looks: Sequence[Look], kept: Sequence[Look]) -> list[bool]:
    """For each kept page whether one that is not stands right before it."""
    ids = {id(look) for look in kept}
    apart: list[bool] = []
    before = False
    for look in looks:
        if id(look) in ids:
            apart.append(before)
        before = id(look) not in ids
    return apart


def _page_number(look: Look) -> int:
    return look.page.page_number


def _joined(looks: list[Look]) -> Look:
    """Parts of one page that turned out to be one invoice's, as one part."""
    boxes = [look.bbox for look in looks if look.bbox is not None]
    whole = looks[0].whole
    if len(looks) == 1 or whole is None:
        return looks[0]
    box = around(boxes)
    return look_within(whole, None if box == WHOLE else box)
