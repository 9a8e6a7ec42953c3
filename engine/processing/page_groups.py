"""Which pages belong to which invoice of a file, and how a person moves the boundaries. Pure.

Every change is one of three words about a page: an invoice begins there, it goes on the invoice
before, it is no invoice's. Pages keep their order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from engine.errors import InvalidInputError
from engine.records import BBox, Invoice

Word = Literal["begin", "join", "leave"]

_WHOLE: Final[BBox] = (0.0, 0.0, 1.0, 1.0)
_LEAST: Final = 0.02
"""Page heights that a part of a page must have at least."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page (1-based), or the part of it in ``bbox``."""

    page: int
    bbox: BBox | None = None

    @property
    def box(self) -> BBox:
        """The part's box; the whole page's where it is all of it."""
        return self.bbox or _WHOLE


@dataclass(frozen=True, slots=True)
class PartGroup:
    """The parts of one invoice. ``sources`` are ids of the invoices that had them before."""

    invoice_id: str
    parts: tuple[Part, ...]
    sources: tuple[str, ...]
    is_touched: bool = False
    begins_anew: bool = False


@dataclass(frozen=True, slots=True)
class PageWord:
    """What a person says of a page.

    begin: an invoice begins on ``page``, at the height ``y`` (0 is its top); join: what is there
    belongs to the invoice before, with all that followed it so far; leave: the page is no
    invoice's. ``invoice_id`` tells which invoice is meant where several share the page.
    """

    word: Word
    page: int
    y: float = 0.0
    invoice_id: str | None = None


def groups_of(invoices: Sequence[Invoice]) -> list[PartGroup]:
    """The invoices' pages as they are now."""
    groups = []
    for invoice in invoices:
        boxes = {region.page: region.bbox for region in invoice.regions}
        parts = tuple(Part(page, boxes.get(page)) for page in invoice.pages)
        groups.append(PartGroup(invoice.invoice_id, parts, (invoice.invoice_id,)))
    return groups


def regroup(
    groups: Sequence[PartGroup], word: PageWord, pages_total: int, new_id: str
) -> list[PartGroup]:
    """The groups after ``word``; those whose parts are others now are touched.

    ``new_id`` is for an invoice that the word makes.

    Raises:
        InvalidInputError: the file has no such page or the page no such place, the invoice meant
            has nothing there, or the word changes nothing.
    """
    if not 1 <= word.page <= pages_total:
        raise InvalidInputError(f"The file has no page {word.page}.")
    if not 0.0 <= word.y < 1.0:
        raise InvalidInputError(f"Page {word.page} has no such place.")
    owner = _owner(groups, word)
    if owner is None and word.invoice_id is not None:
        raise InvalidInputError(f"That invoice has nothing on page {word.page}.")
    if word.word == "begin":
        return _begin(list(groups), word, owner, new_id)
    if word.word == "join":
        return _join(list(groups), word, owner)
    return _leave(list(groups), word, owner)


def _owner(groups: Sequence[PartGroup], word: PageWord) -> int | None:
    """The place of the group that the word is about."""
    for place, group in enumerate(groups):
        if word.invoice_id not in (None, group.invoice_id):
            continue
        for part in group.parts:
            if part.page == word.page and (
                word.invoice_id is not None or part.box[1] <= word.y < part.box[3]
            ):
                return place
    return None


def _begin(
    groups: list[PartGroup], word: PageWord, owner: int | None, new_id: str
) -> list[PartGroup]:
    if owner is None:
        parts = (_free_part(groups, word),)
        new = PartGroup(new_id, parts, (), is_touched=True, begins_anew=True)
        groups.insert(_place_for(groups, word), new)
        return groups
    group = groups[owner]
    before: list[Part] = []
    after: list[Part] = []
    for part in group.parts:
        above, below = _cut(part, word)
        before += above
        after += below
    if not before:
        raise InvalidInputError(f"An invoice begins on page {word.page} already.")
    groups[owner] = replace(group, parts=tuple(before), is_touched=True)
    new = PartGroup(new_id, tuple(after), group.sources, is_touched=True, begins_anew=True)
    groups.insert(owner + 1, new)
    return groups


def _cut(part: Part, word: PageWord) -> tuple[list[Part], list[Part]]:
    """What of ``part`` is before the word's place, and what is after it."""
    if part.page != word.page:
        return ([part], []) if part.page < word.page else ([], [part])
    x0, y0, x1, y1 = part.box
    if word.y - y0 < _LEAST or y1 - word.y < _LEAST:
        return [], [part]
    return [Part(part.page, (x0, y0, x1, word.y))], [Part(part.page, (x0, word.y, x1, y1))]


def _join(groups: list[PartGroup], word: PageWord, owner: int | None) -> list[PartGroup]:
    place = owner if owner is not None else _place_for(groups, word)
    if place == 0:
        raise InvalidInputError(f"There is no invoice before page {word.page}.")
    before = groups[place - 1]
    if owner is None:
        others = [part for other in groups if other is not before for part in other.parts]
        parts = _united([*before.parts, _free_part(groups, word)], others)
        groups[place - 1] = replace(before, parts=parts, is_touched=True)
        return groups
    group = groups.pop(owner)
    others = [part for other in groups if other is not before for part in other.parts]
    groups[place - 1] = replace(
        before,
        parts=_united([*before.parts, *group.parts], others),
        sources=(*before.sources, *group.sources),
        is_touched=True,
    )
    return groups


def _united(parts: Sequence[Part], others: Sequence[Part]) -> tuple[Part, ...]:
    """One part for each page; the whole page when no other invoice has any of it."""
    shared = {part.page for part in others}
    by_page: dict[int, list[Part]] = {}
    for part in sorted(parts, key=lambda part: part.page):
        by_page.setdefault(part.page, []).append(part)
    united = []
    for page, same in by_page.items():
        left, top, right, bottom = zip(*(part.box for part in same), strict=True)
        box = (min(left), min(top), max(right), max(bottom))
        united.append(Part(page, box if page in shared else None))
    return tuple(united)


def _leave(groups: list[PartGroup], word: PageWord, owner: int | None) -> list[PartGroup]:
    if owner is None:
        raise InvalidInputError(f"Page {word.page} belongs to no invoice already.")
    group = groups[owner]
    parts = tuple(part for part in group.parts if part.page != word.page)
    if parts:
        groups[owner] = replace(group, parts=parts, is_touched=True)
    else:
        del groups[owner]
    return groups


def _free_part(groups: Sequence[PartGroup], word: PageWord) -> Part:
    """The page, or what lies around the word's place between the parts that invoices have."""
    boxes = [part.box for group in groups for part in group.parts if part.page == word.page]
    if not boxes:
        return Part(word.page)
    top = max((box[3] for box in boxes if box[3] <= word.y), default=0.0)
    bottom = min((box[1] for box in boxes if box[1] > word.y), default=1.0)
    return Part(word.page, (0.0, top, 1.0, bottom))


def _place_for(groups: Sequence[PartGroup], word: PageWord) -> int:
    """Before which group an invoice that begins where the word says stands."""
    for place, group in enumerate(groups):
        if group.parts and (group.parts[0].page, group.parts[0].box[1]) > (word.page, word.y):
            return place
    return len(groups)
