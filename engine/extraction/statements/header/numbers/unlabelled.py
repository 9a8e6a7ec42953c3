"""Numbers that nothing asks for: they end a title, stand alone at the head, or are a card's."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from stdnum import luhn

from engine.extraction.identifiers import compact_identifier
from engine.extraction.phrases import plain
from engine.extraction.statements.header.found import found_on
from engine.extraction.statements.header.neighbourhood import is_table_head
from engine.extraction.statements.header.numbers.candidate import Candidate
from engine.extraction.statements.header.numbers.labels import is_number_of_something
from engine.extraction.statements.header.numbers.values import (
    HIDDEN,
    has_branch_code,
    is_opaque,
    number_at_end,
    text_of,
)
from engine.extraction.statements.labels import figure_of
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.vocabulary.account_words import (
    ACCOUNTS,
    CARDS,
    NUMBERS,
    RIVALS,
    STATEMENTS,
)
from engine.reading.page import Word

_MASKED_CARD: Final = re.compile(
    rf"(?:[\d{HIDDEN}]{{4}}[ -]?){{3}}[\d{HIDDEN}]{{3,4}}\Z"
    rf"|[\d{HIDDEN}]{{4}} [\d{HIDDEN}]{{6}} [\d{HIDDEN}]{{5}}\Z"
)
_SHOWN: Final = 2
"""Figures that a masked card's number shows, at least."""
_TITLE_CELLS: Final = 3
_TITLE_WORDS: Final = 8
"""Words before the number in a title, at most."""
_LONG: Final = 7
"""Figures of a number after words that name neither an account nor a number, at least."""
_GROUPS: Final = re.compile(
    r"\d{2}-\d{4}-\d{7}-\d{2,3}\Z|(?:\d+[-.]){2,5}\d+\Z|[Xx*•·]{3,}[\dXx*•·-]*\d{3,4}\Z"
)
"""Forms that hardly anything else has than an account's number: groups of figures, or masked."""
_PHONE: Final = re.compile(r"\d{0,5}[-.]?\d{3}[-.]\d{4}\Z|\d{3}[-.]\d{2}[-.]\d{4}\Z|1[-.]?8\d\d")
"""How telephones and people's numbers are written."""
_AMOUNT: Final = re.compile(r"\d[.,]\d\d\Z")
_MANY: Final = 10
"""Figures of a number in groups that nothing asks for, at least."""
_TITLED: Final = 0.5
_ALONE: Final = 0.42
_PAIR: Final = 0.66
"""How sure a number of eight figures behind a British sort code is."""
_OWN_PREFIX: Final = 0.86
"""How sure a program's id is that begins with the account's word."""


def unlabelled_numbers(
    lines: Sequence[TypedLine], index: int, words: Sequence[Word], *, is_head: bool
) -> Iterator[Candidate]:
    """What on a line may be the account's number though no label asks for it.

    ``is_head``: the line stands above all rows.
    """
    line = lines[index]
    titled = _in_title(lines, index, words)
    if titled:
        found = found_on(text_of(titled), titled, line, _TITLED)
        yield Candidate(found, "account", is_called=False)
    if is_head:
        for cell in line.cells:
            if _stands_alone(cell, line):
                found = found_on(text_of(cell.words[-1:]), cell.words[-1:], line, _ALONE)
                yield Candidate(found, "account", is_called=False)
    for size in (1, 3, 4):
        for start in range(len(words) - size + 1):
            run = words[start : start + size]
            text = " ".join(word.text for word in run)
            if _is_card_number(text) and not _is_part(words, start, start + size):
                yield Candidate(found_on(text, run, line, 0.7), "card")
    for word in words:
        text = word.text.strip("()[].,;:\"'")
        if is_opaque(text) and text.partition("_")[0] in ACCOUNTS:
            yield Candidate(found_on(text, [word], line, _OWN_PREFIX), "account")
    for first, second in pairwise(words):
        if is_head and has_branch_code(first.text, second.text):
            yield Candidate(found_on(second.text, [second], line, _PAIR), "account")


def _is_part(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether more groups of figures stand beside some of a card's size."""
    around = (*words[max(0, start - 1) : start], *words[end : end + 1])
    return end - start > 1 and any(word.text.isdigit() for word in around)


def _in_title(lines: Sequence[TypedLine], index: int, words: Sequence[Word]) -> list[Word]:
    """The number that ends a title of few words, right above a table or its first balance."""
    line = lines[index]
    if len(line.cells) > _TITLE_CELLS or line.has("date"):
        return []
    value = number_at_end(words)
    if any(_AMOUNT.search(word.text) for word in value):
        return []
    name = words[: len(words) - len(value)] if value else []
    if value and value[-1] is not words[-1]:
        name = words[: words.index(value[0])]
    if not 1 <= len(name) <= _TITLE_WORDS or any(c.isdigit() for w in name for c in w.text):
        return []
    tokens = {token for word in name for token in plain(word.text).split()}
    rivals = RIVALS if tokens.isdisjoint(ACCOUNTS) else RIVALS - STATEMENTS
    if not rivals.isdisjoint(tokens) or any(map(is_number_of_something, tokens)):
        return []
    is_short = sum(c.isdigit() for c in text_of(value)) < _LONG
    if is_short and tokens.isdisjoint(ACCOUNTS | CARDS | NUMBERS):
        return []
    below = [each for each in lines[index + 1 : index + 4] if each.page_number == line.page_number]
    return value if any(_begins_table(each) for each in below) else []


def _stands_alone(cell: Cell, line: TypedLine) -> bool:
    """Whether a cell is nothing but a number of a form that accounts have.

    On a recognised page a word before it may be one that could not be read.
    """
    text = cell.words[-1].text
    most = 2 if line.source == "ocr" else 1
    if len(cell.words) > most or cell.date is not None or not _GROUPS.match(text):
        return False
    if not RIVALS.isdisjoint(plain(cell.text).split()):
        return False
    figures = sum(c.isdigit() for c in text)
    return not _PHONE.match(text) and (figures >= _MANY or not text[0].isdigit())


def _begins_table(line: TypedLine) -> bool:
    return is_table_head(line) or figure_of(line.text) == "opening"


def _is_card_number(text: str) -> bool:
    """A card's groups of figures, some of them masked, or all with a right check digit."""
    if not _MASKED_CARD.match(text):
        return False
    digits = compact_identifier(text)
    if sum(c.isdigit() for c in digits) < _SHOWN:
        return False
    return not text.replace(" ", "").replace("-", "").isdigit() or luhn.is_valid(digits)
