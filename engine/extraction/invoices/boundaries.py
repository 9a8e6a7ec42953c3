"""How much speaks for a page beginning another invoice than the pages before it.

Evidence is a sum of log-odds: above 0 the page begins an invoice. What an invoice shows so far is
kept in a ``Shown``, to which pages are added one by one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from engine.extraction.invoices.page_signs import PageSigns

_WEIGHTS: Final = {
    "any": -1.0,
    "opens": 2.0,
    "title": 1.0,
    "other number": 6.0,
    "first number": 1.5,
    "same number": -7.0,
    "number repeated": -2.5,
    "no number": -2.0,
    "no number in its head": -1.0,
    "count starts": 3.0,
    "count goes on": -5.0,
    "count jumps": -1.0,
    "count is open": -3.0,
    "count is full": 2.0,
    "second total": 1.5,
    "still no total": -2.0,
    "no total": -1.5,
    "nothing of its own": -3.0,
    "carried": -3.0,
    "ids apart": 3.0,
    "ids shared": -1.0,
    "heads apart": 1.5,
    "heads alike": -1.0,
    "same form": 1.5,
    "other size": 1.5,
    "after another page": 1.0,
}
_FEWEST_IDS: Final = 2
_FEWEST_WORDS: Final = 4
_SAME_SIZE: Final = 0.02


@dataclass(slots=True)
class Shown:
    """What the pages of one invoice show so far; ``first`` and ``last`` are the outer ones."""

    first: PageSigns
    last: PageSigns
    numbers: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    has_total: bool = False

    @classmethod
    def of(cls, signs: PageSigns) -> "Shown":
        """What one page shows."""
        group = cls(signs, signs)
        group.add(signs)
        return group

    def add(self, signs: PageSigns) -> None:
        """Let ``signs`` be its next page."""
        self.last = signs
        if signs.number:
            self.numbers.add(signs.number)
        self.codes |= signs.codes
        self.ids |= signs.ids
        self.has_total = self.has_total or signs.has_total


def evidence(page: PageSigns, group: Shown, *, is_apart: bool = False) -> float:
    """Log-odds that ``page`` begins another invoice than ``group``.

    ``is_apart``: a page that is no invoice's stands between them.
    """
    total = sum(_WEIGHTS[name] for name in findings(page, group))
    return total + (_WEIGHTS["after another page"] if is_apart else 0.0)


def findings(page: PageSigns, group: Shown) -> Iterator[str]:
    """The names of what speaks for or against a boundary before ``page``."""
    yield "any"
    if page.opens:
        yield "opens"
    if page.has_title:
        yield "title"
    yield from _by_number(page, group)
    yield from _by_count(page, group)
    yield from _by_sums(page, group)
    yield from _by_likeness(page, group)


def _by_number(page: PageSigns, group: Shown) -> Iterator[str]:
    if page.number is None:
        if page.codes & group.numbers or page.others & group.numbers:
            yield "number repeated"
        elif group.numbers:
            yield "no number" if not page.opens else "no number in its head"
    elif page.number in group.numbers:
        yield "same number"
    elif not group.numbers:
        yield "first number" if page.number not in group.codes else "number repeated"
    elif page.others & group.numbers or page.number in group.codes | group.first.others:
        yield "number repeated"
    else:
        yield "other number"


def _by_count(page: PageSigns, group: Shown) -> Iterator[str]:
    mark, last = page.page_mark, group.last.page_mark
    of = group.last.pages_mark
    if mark == 1 and (page.pages_mark is not None or page.opens):
        if last != 1 or page.opens:
            yield "count starts"
    elif mark is not None and mark >= 2:
        yield "count goes on" if last is None or mark == last + 1 else "count jumps"
    elif last is not None and of is not None and mark is None:
        yield "count is open" if last < of else "count is full"


def _by_sums(page: PageSigns, group: Shown) -> Iterator[str]:
    if page.has_total and group.has_total:
        yield "second total"
    if not group.has_total:
        yield "still no total"
    elif not (page.has_total or (page.page_mark == 1 and page.pages_mark != 1)):
        yield "no total"
    if not (page.opens or page.has_total or page.has_title or page.number):
        yield "nothing of its own"
    if page.goes_on or (group.last.is_followed and not page.opens):
        yield "carried"


def _by_likeness(page: PageSigns, group: Shown) -> Iterator[str]:
    if min(len(page.ids), len(group.ids)) >= _FEWEST_IDS:
        shared = len(page.ids & group.ids)
        if not shared:
            yield "ids apart"
        elif shared >= _FEWEST_IDS:
            yield "ids shared"
    heads = [other.head for other in (group.first, group.last) if len(other.head) >= _FEWEST_WORDS]
    if heads and len(page.head) >= _FEWEST_WORDS:
        alike = max(_overlap(page.head, head) for head in heads)
        if alike < 0.2:
            yield "heads apart"
        elif alike > 0.6:
            yield "heads alike"
    if page.opens and page.number not in group.numbers and _is_same_form(page, group.first):
        yield "same form"
    pairs = zip(page.shape, group.last.shape, strict=True)
    if any(abs(a - b) > _SAME_SIZE * max(a, b) for a, b in pairs):
        yield "other size"


def _is_same_form(page: PageSigns, first: PageSigns) -> bool:
    """Whether most labels in the heads stand at the same places."""
    fewer = min(len(page.layout), len(first.layout))
    return fewer >= _FEWEST_WORDS and len(page.layout & first.layout) > 0.7 * fewer


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other))
