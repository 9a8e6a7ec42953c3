"""The day of a paper: the one that it calls its own, else its plain date, else that of a bill.

Days of other papers stand on it too (the order's, the invoice's, of delivery, of a period): a day
with a label of its own that says anything else is none of the paper's.
"""

import datetime as dt
from collections import Counter
from typing import Final

from engine.extraction.invoices.sheet.candidate import DateCandidate
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.composed import concepts_of
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.papers.beside import Found, Label, label_of, labelled
from engine.extraction.papers.type_words import TypeWords
from engine.records import Invoice

_NAMED: Final = 0.95
_PLAIN: Final = 0.85
_ALONE: Final = 0.75
_DATE_WORDS: Final = frozenset(("date", "dated", "dt"))
_OF_THE_PAPER: Final = frozenset(("issue", "issued", "document", "doc", "of", "the"))


def own_day(sheet: Sheet, found: Candidates, words: TypeWords, bill: Invoice) -> Found | None:
    """The paper's own day; two that are called alike are none."""
    days = list(labelled(sheet, found.dates))
    own = [phrase for group in words.names for phrase in group]
    named = [Found(day, _NAMED * label.closeness) for day, label in days if _names(label, own)]
    plain = [Found(day, _PLAIN * label.closeness) for day, label in days if _is_plain(label)]
    for kind in (named, plain):
        if len({one.candidate.value for one in kind}) == 1:
            return max(kind, key=lambda one: one.sure)
        if kind and not words.is_bill:
            return None
    return _of_bill(sheet, found, words, bill.invoice_date)


def _names(label: Label, own: list[str]) -> bool:
    """Whether a label is the paper's own name and a word for date, or both in one word."""
    if not label.tokens or "date" not in _concepts(label.tokens[-1]):
        return False
    before = f" {' '.join(label.tokens[:-1])}"
    if any(before.endswith(f" {phrase}") for phrase in own):
        return True
    return any(label.tokens[-1].startswith(phrase) for phrase in own if " " not in phrase)


def _is_plain(label: Label) -> bool:
    """Whether a label says date and nothing of what."""
    dates = [place for place, word in enumerate(label.tokens) if _concepts(word) == {"date"}]
    if not dates:
        return False
    before, after = label.tokens[: dates[-1]], label.tokens[dates[-1] + 1 :]
    word = before[-1] if before else ""
    return all(map(_is_of_the_paper, after)) and (not word.isalpha() or _is_of_the_paper(word))


def _is_of_the_paper(word: str) -> bool:
    return word in _OF_THE_PAPER or _concepts(word) == {"issue"}


def _of_bill(
    sheet: Sheet, found: Candidates, words: TypeWords, day: dt.date | None
) -> Found | None:
    """The day that the reading of bills chose, unless it is one of a period or has a label."""
    in_row = Counter(one.segment.row for one in found.dates)
    for candidate in found.dates:
        if candidate.value != day:
            continue
        label = label_of(sheet, candidate)
        is_dated = label is not None and any("date" in _concepts(t) for t in label.tokens)
        if words.is_bill and (is_dated or in_row[candidate.segment.row] == 1):
            return Found(candidate, _ALONE)
        if not words.is_bill and not is_dated and _is_alone(found.dates):
            return Found(candidate, _ALONE)
    return None


def _is_alone(dates: list[DateCandidate]) -> bool:
    return len({one.value for one in dates}) == 1


def _concepts(token: str) -> set[str]:
    return {"date"} if token in _DATE_WORDS else set(concepts_of(token))
