"""How much speaks for a page beginning another invoice than the pages before it.

Evidence is a sum of log-odds: above 0 the page begins an invoice. What an invoice shows so far is
kept in a ``Shown``, to which pages are added one by one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from engine.extraction.invoices.grouping.page_signs import PageSigns

_WEIGHTS: Final = {
    "any": -1.5,
    "opens": 1.9,
    "title": 0.9,
    "title without number and sum": -1.0,
    "other number": 5.0,
    "both numbers": 1.0,
    "first number": 1.6,
    "same number": -7.0,
    "number repeated": -3.4,
    "no number": -0.7,
    "no number in its head": 0.1,
    "count starts": 3.6,
    "count goes on": -4.4,
    "count jumps": -1.0,
    "count is open": -3.0,
    "count is full": 1.3,
    "second total": 0.9,
    "another sum": -0.1,
    "still no total": -2.1,
    "no total": 0.2,
    "nothing of its own": -0.2,
    "carried": -3.0,
    "ids apart": 3.7,
    "ids apart below no head": 3.2,
    "ids shared": -0.4,
    "another head with a number": 2.9,
    "another head with a title": 1.7,
    "heads apart": 0.7,
    "no such head": 0.7,
    "heads alike": 0.8,
    "same form with other figures": 4.0,
    "same head": -2.9,
    "other size": 2.8,
    "after another page": 2.1,
}
_FEWEST_IDS: Final = 2
_FIGURES = re.compile(r"\d{5,}\Z")
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
        is_first = page.page_mark == 1
        is_bare = not (page.number or page.has_total or is_first) and group.has_total
        yield "title without number and sum" if is_bare else "title"
    yield from _by_number(page, group)
    yield from _by_count(page, group)
    yield from _by_sums(page, group)
    yield from _by_likeness(page, group)


def _by_number(page: PageSigns, group: Shown) -> Iterator[str]:
    own = page.number
    names_group = any(_is_among(number, page.codes | page.others) for number in group.numbers)
    if own is None:
        if names_group:
            yield "number repeated"
        elif group.numbers:
            yield "no number" if not page.opens else "no number in its head"
    elif own in group.numbers:
        yield "same number"
    elif not group.numbers:
        yield "number repeated" if _is_among(own, group.codes) else "first number"
    elif names_group or _is_among(own, group.codes) or own in group.first.others:
        yield "both numbers"
    else:
        yield "other number"


def _is_among(number: str, codes: frozenset[str] | set[str]) -> bool:
    """Whether a number is one of ``codes``, or its long row of figures is."""
    figures = _FIGURES.search(number)
    return number in codes or (figures is not None and figures.group() in codes)


def _by_count(page: PageSigns, group: Shown) -> Iterator[str]:
    mark, last = page.page_mark, group.last.page_mark
    of = group.last.pages_mark
    if mark == 1 and (page.pages_mark is not None or page.opens or last is not None):
        if last != 1 or page.opens:
            yield "count starts"
    elif mark is not None and mark >= 2:
        yield "count goes on" if last is None or mark == last + 1 else "count jumps"
    elif last is not None and of is not None and mark is None:
        yield "count is open" if last < of else "count is full"


def _by_sums(page: PageSigns, group: Shown) -> Iterator[str]:
    if page.has_total and group.has_total:
        yield "second total" if page.opens or page.has_title else "another sum"
    if not group.has_total:
        yield "still no total"
    elif not (page.has_total or (page.page_mark == 1 and page.pages_mark != 1)):
        yield "no total"
    if not (page.opens or page.has_total or page.has_title or page.number):
        yield "nothing of its own"
    if page.goes_on or (group.last.is_followed and not page.opens):
        yield "carried"


def _by_likeness(page: PageSigns, group: Shown) -> Iterator[str]:
    fewest = 1 if page.number else _FEWEST_IDS
    if min(len(page.ids), len(group.ids)) >= fewest:
        shared = len(page.ids & group.ids)
        if not shared:
            yield "ids apart" if page.opens or page.has_title else "ids apart below no head"
        elif shared >= _FEWEST_IDS:
            yield "ids shared"
    heads = [other.head for other in (group.first, group.last) if len(other.head) >= _FEWEST_WORDS]
    if heads and len(page.head) >= _FEWEST_WORDS:
        alike = max(_overlap(page.head, head) for head in heads)
        if alike < 0.2:
            yield _apart(page)
        elif alike > 0.6:
            yield "heads alike"
    if page.number not in group.numbers and _is_same_form(page, group.first):
        others = len(page.head_codes - group.first.head_codes)
        missing = len(group.first.head_codes - page.head_codes)
        if min(others, missing) >= _FEWEST_IDS:
            yield "same form with other figures"
        elif not others:
            yield "same head"
    pairs = zip(page.shape, group.last.shape, strict=True)
    if any(abs(a - b) > _SAME_SIZE * max(a, b) for a, b in pairs):
        yield "other size"


def _apart(page: PageSigns) -> str:
    """How much a head unlike the ones before is the head of an invoice."""
    if page.opens and page.number:
        return "another head with a number"
    if page.opens and page.has_title:
        return "another head with a title" if page.has_total else "heads apart"
    return "heads apart" if page.opens or page.has_title else "no such head"


def _is_same_form(page: PageSigns, first: PageSigns) -> bool:
    """Whether most labels in the heads stand at the same places."""
    fewer = min(len(page.layout), len(first.layout))
    return fewer >= _FEWEST_WORDS and len(page.layout & first.layout) > 0.7 * fewer


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other))
