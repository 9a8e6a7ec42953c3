"""What speaks for a number and against it that no known word asks for: its form and surroundings.

The signs are named in words; ``standing.py`` weighs them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stdnum.iso7064 import mod_97_10

from engine.extraction.currencies import CODES
from engine.extraction.identifiers import find_ibans
from engine.extraction.phrases import plain
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.header.neighbourhood import Neighbourhood
from engine.extraction.statements.header.numbers.labels import is_number_of_something
from engine.extraction.statements.header.numbers.values import is_masked, number_after, text_of
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.vocabulary.account_words import (
    ACCOUNTS,
    LINKED,
    NUMBERS,
    RIVALS,
    STATEMENTS,
)
from engine.reading.page import Word

_LEAST: Final = 5
"""Figures of a number that nothing asks for, at least."""
_MOST: Final = 28
_LENGTHS: Final = (4, 5, 6, 9, 12, _MOST)
"""Figures of numbers that are alike."""
_SENTENCE: Final = 9
"""Words before a number in its cell from which it is part of a sentence."""
_LABEL: Final = 5
"""Words of a label, at most."""
_PHONE: Final = re.compile(
    r"[(+]|0[378]00[ -]|1[ .-]\(?\d{3}\)?[ .-]|1?-?8\d\d[- ]\d{3}[- ]\d{3,4}"
    r"|\d{3}[ .-]\d{3}[ .-]\d{4}\Z"
    r"|0\d(?:[ .]\d\d){4}\Z|0\d{2,4}[ -]\d{3}[ -]\d{3,4}\Z|0\d{2,3}(?: \d\d){3}\Z"
    r"|0 \d{3} \d{3} \d{3}\Z|0\d{2,4} \d{5,8}\Z|\d{7,8}/\d{7,8}\Z|1[38]00 ?\d"
)
_DAYS: Final = re.compile(
    r"\d{1,2}([./-])\d{1,2}\1\d{2,4}\W|\d{1,2}/\d{1,2}(?:/\d\d|-)|(?:0\d|1[0-2])\d{2}\d\d-(?:0\d|1[0-2])\d{2}\d\d\Z"
)
"""Two days with a dash between, or a list of days."""
_NEAR: Final = 3
"""Lines between a number and a day of the statement's head, at most."""
_POSTCODE: Final = re.compile(r"\d{5}-\d{4}\Z|[A-Z]{2}\d\dZZZ")
"""How postcodes are written, and numbers of those who collect direct debits."""
_TOWN: Final = re.compile(r"[^\W\d_]{3,}")
_CHECKED: Final = frozenset({21, 22, 23, 26})
"""Figures of national numbers whose last two or first two are check digits of all."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A number and the names of what speaks for it and against it."""

    found: Found
    signs: tuple[str, ...]


def standing_numbers(
    lines: Sequence[TypedLine], row_lines: frozenset[int], near_lines: frozenset[int]
) -> list[Standing]:
    """All numbers outside the rows that may be the account's by their form."""
    places = Neighbourhood(lines, row_lines | near_lines)
    first_row = min(row_lines, default=-1)
    taken = row_lines | near_lines
    free = [(at, line) for at, line in enumerate(lines) if line.number not in taken]
    runs = [
        (at, line, cell, run)
        for at, line in free
        for cell in line.cells
        for run in _runs(cell)
        if not places.is_inside(line) and not _is_postcode(cell, run)
    ]
    seen = _places_of(runs)
    ibans = "".join(iban.compact for _, line in free for iban in find_ibans(line.text))
    result = []
    for at, line, cell, run in runs:
        signs = [
            *_form(run, ibans),
            *_surroundings(lines, at, cell, run),
            *_place(line, lines, first_row),
            *_repeats(seen[_figures(run)]),
        ]
        result.append(Standing(found_on(text_of(run), run, line, 0.0), tuple(signs)))
    return result


def _runs(cell: Cell) -> Iterator[list[Word]]:
    """The numbers in a cell that are of an account's length; an amount or a date has none."""
    if cell.date is not None or (cell.money is not None and not cell.text.isdigit()):
        return
    place = 0
    while place < len(cell.words):
        run = number_after(cell.words[place:]) if _holds_figure(cell.words[place]) else []
        is_long = _LEAST <= len(_figures(run)) <= _MOST
        if run and (is_long or is_masked(text_of(run))) and not _DAYS.match(text_of(run)):
            yield run
        place += max(1, len(run))


def _holds_figure(word: Word) -> bool:
    return any(c.isdigit() for c in word.text) or is_masked(word.text)


def _figures(words: Sequence[Word]) -> str:
    return "".join(c for word in words for c in word.text if c.isdigit())


def _form(run: Sequence[Word], ibans: str) -> Iterator[str]:
    """What the number's own figures and signs say."""
    text, figures = text_of(run), _figures(run)
    yield next(f"up to {most} figures" for most in _LENGTHS if len(figures) <= most)
    if is_masked(text):
        yield "masked"
    if _PHONE.match(text) or _PHONE.match(" ".join(word.text for word in run)):
        yield "like a telephone"
    letters = sum(c.isalpha() for c in text)
    if letters:
        yield "letters" if letters <= 3 else "many letters"
    if "-" in text or "." in text or "/" in text:
        yield "joined groups"
    elif " " in text:
        yield "spaced groups"
    if len(figures) > 5 and figures.lstrip("0") in ibans:
        yield "in an iban"
    if len(figures) in _CHECKED and (
        mod_97_10.is_valid(figures) or mod_97_10.is_valid(figures[2:] + "2521" + figures[:2])
    ):
        yield "check digits"
    if len(set(figures)) < 3:
        yield "few different figures"


def _surroundings(
    lines: Sequence[TypedLine], at: int, cell: Cell, run: Sequence[Word]
) -> Iterator[str]:
    """What the words around a number say."""
    line = lines[at]
    first = next((at for at, word in enumerate(cell.words) if word.x1 == run[0].x1), 0)
    before, after = cell.words[:first], cell.words[first + len(run) :]
    label, kind = _label_of(lines, at, cell, before)
    tokens = [token for word in label for token in plain(word.text).split()]
    yield kind
    if kind != "no label":
        yield from _said(tokens, label[-1].text if label else "")
    if any(c.isalpha() for word in after if word.text not in CODES for c in word.text):
        yield "words after"
    if len(line.cells) == 1 and not before and not after:
        yield "alone on its line"
    near = lines[max(0, at - _NEAR) : at + _NEAR + 1]
    if any(each.has("date") for each in near if each.page_number == line.page_number):
        yield "near a day"
    if not RIVALS.isdisjoint(_tokens_left_of(line, cell)):
        yield "other number before"


def _label_of(
    lines: Sequence[TypedLine], at: int, cell: Cell, before: Sequence[Word]
) -> tuple[Sequence[Word], str]:
    """The words that may be the number's label, and where they stand."""
    line = lines[at]
    if before:
        kind = "label before" if len(before) <= _LABEL else "words before"
        return before, "sentence before" if len(before) >= _SENTENCE else kind
    place = line.cells.index(cell)
    if place and _is_label(line.cells[place - 1]):
        return line.cells[place - 1].words, "label left"
    if at and lines[at - 1].page_number == line.page_number:
        over = [c for c in lines[at - 1].cells if c.x0 < cell.x1 and cell.x0 < c.x1]
        if len(over) == 1 and _is_label(over[0]):
            return over[0].words, "label above"
    return (), "no label"


def _is_label(cell: Cell) -> bool:
    is_words = cell.date is None and cell.money is None and len(cell.words) <= _LABEL
    return is_words and not any(c.isdigit() for c in cell.text)


def _said(tokens: Sequence[str], last: str) -> Iterator[str]:
    """What the words of a label say, of whatever language they are."""
    words = set(tokens)
    is_account = not words.isdisjoint(ACCOUNTS)
    rivals = RIVALS - STATEMENTS if is_account else RIVALS
    is_listed = is_account and tokens[-1] in ACCOUNTS
    if not words.isdisjoint(LINKED) or not (is_listed or words.isdisjoint(rivals)):
        yield "called another's"
    elif any(map(is_number_of_something, tokens)):
        yield "number of something"
    if is_account:
        yield "account's word"
    if not words.isdisjoint(NUMBERS):
        yield "word for number"
    if last.endswith((":", "：")):
        yield "colon"


def _tokens_left_of(line: TypedLine, cell: Cell) -> Iterator[str]:
    place = line.cells.index(cell)
    if place > 1 and not _is_label(line.cells[place - 1]):
        for other in line.cells[:place]:
            yield from plain(other.text).split()


def _is_postcode(cell: Cell, run: Sequence[Word]) -> bool:
    """Whether a short number stands beside a town's name, or is written as postcodes are."""
    if _POSTCODE.match(text_of(run)):
        return True
    if len(_figures(run)) > _LEAST or len(cell.words) == len(run):
        return False
    rest = " ".join(word.text for word in cell.words if word not in run)
    return ":" not in rest and bool(_TOWN.search(rest))


def _place(line: TypedLine, lines: Sequence[TypedLine], first_row: int) -> Iterator[str]:
    """Where on its page and in its document a number stands."""
    if line.page_number != lines[0].page_number:
        yield "later page"
    if first_row >= 0:
        yield "above the rows" if line.number < first_row else "below the rows"
    yield (
        "top"
        if line.y0 < 0.15
        else "head"
        if line.y0 < 0.4
        else "foot"
        if line.y0 > 0.86
        else "middle"
    )


def _places_of(
    runs: Sequence[tuple[int, TypedLine, Cell, list[Word]]],
) -> Mapping[str, Counter[int]]:
    """How often each number stands on each page."""
    seen: dict[str, Counter[int]] = {}
    for _, line, _, run in runs:
        seen.setdefault(_figures(run), Counter())[line.page_number] += 1
    return seen


def _repeats(pages: Counter[int]) -> Iterator[str]:
    if len(pages) > 1:
        yield "on several pages"
    elif pages.total() > 1:
        yield "again on its page"
