"""Finds the invoices that a memo quotes whole, by number or payment reference.

Whole quotes are looked up in one index over all invoices, so that a quote finds its invoice even
when nothing else does. Which strings of a memo are left after that, ``damaged`` looks at.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from engine.matching.memo import Memo
from engine.matching.normalise import digits, unconfused
from engine.matching.rows import Bill

Form = Literal["structured", "number", "digits", "short", "tail", "misread", "slip", "cut"]
_GLOBAL_MIN = 5
_LEADING = re.compile("[A-Z]+")
_DIGITS = re.compile(r"\d+")
_PERIOD = re.compile(r"(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?)?")
_SHARED_MAX = 40  # a key of more invoices than this tells nothing


class Quote(NamedTuple):
    """A memo's quote of an invoice: in what form, and the memo's own characters."""

    form: Form
    text: str


class ReferenceIndex:
    """Every invoice under the compact forms that a memo may quote."""

    def __init__(self, bills: Sequence[Bill]) -> None:
        """Index the numbers and references of ``bills`` by their positions."""
        self._keys: dict[str, dict[int, Form]] = defaultdict(dict)
        for index, bill in enumerate(bills):
            for key, form in _whole_forms(bill):
                self._keys[key].setdefault(index, form)

    def quotes(self, memo: Memo) -> dict[int, Quote]:
        """The invoices that the memo quotes whole; a longer quote hides the ones inside it."""
        found: dict[int, Quote] = {}
        taken: list[str] = []
        for run in memo.runs:
            hits = self._keys.get(run) or self._keys.get(unconfused(run) + "~", {})
            if not hits or len(hits) > _SHARED_MAX or any(_hides(t, run) for t in taken):
                continue
            taken.append(run)
            for index, form in hits.items():
                found.setdefault(index, Quote(form, run))
        return found


def _hides(longer: str, run: str) -> bool:
    """Whether a quote is only a part of a longer one; letters before it may be a label."""
    return run in longer and not (longer.endswith(run) and longer[: -len(run)].isalpha())


def free_runs(memo: Memo, whole: Iterable[Quote]) -> tuple[str, ...]:
    """The memo's runs that are no part of a whole quote: what a damaged quote may be."""
    texts = [quote.text for quote in whole]
    return tuple(run for run in memo.runs if not any(text in run or run in text for text in texts))


def looks_like_number_of(bill: Bill, runs: Sequence[str]) -> str | None:
    """A string built like this invoice's number but another one: of an invoice not known here."""
    if not runs:
        return None
    prefix, number, short = _build_of(bill.number)
    for run in runs:
        if run.isdigit():
            if _same_build(run, number) or _same_build(run, short):
                return run
        elif len(prefix) >= 2 and run.startswith(prefix) and run[len(prefix) :].isdigit():
            return run
    return None


@lru_cache(maxsize=65536)
def _build_of(number: str) -> tuple[str, str, str]:
    """The letters in front of an invoice number, its digits, and these without leading zeros."""
    letters = _LEADING.match(number)
    figures = digits(number)
    return letters.group() if letters else "", figures, figures.lstrip("0")


def _whole_forms(bill: Bill) -> Iterator[tuple[str, Form]]:
    if len(bill.reference) >= 4:
        yield bill.reference, "structured"
        yield unconfused(bill.reference) + "~", "misread"
        if bill.reference.isdigit():
            yield bill.reference.lstrip("0"), "structured"
    if len(bill.number) >= 4:
        yield bill.number, "number"
        yield unconfused(bill.number) + "~", "misread"
    number = digits(bill.number)
    for key in (number, number.lstrip("0")):
        if len(key) >= _GLOBAL_MIN:
            yield key, "digits"
    for group in groups_of(bill):
        if _GLOBAL_MIN <= len(group) < len(number):
            yield group, "tail"
    reread = unconfused(_LEADING.sub("", bill.number, count=1))
    if reread.isdigit() and len(reread) >= _GLOBAL_MIN:
        yield reread, "misread"


def groups_of(bill: Bill) -> tuple[str, ...]:
    """The digits in a row of the invoice's number as it is printed: what payers quote of it.

    Without years, months and days, which stand for a whole series.
    """
    found: list[str] = _DIGITS.findall(bill.source.invoice_number or "")
    return tuple(group for group in found if not _PERIOD.fullmatch(group))


def _same_build(run: str, number: str) -> bool:
    """Equally long, and of long numbers the first two digits too: often the year or a series."""
    if len(run) != len(number) or len(run) < 4:
        return False
    return run != number and (len(run) < 6 or run[:2] == number[:2])
