"""Numbers that stand beside, under or over a label that asks for an account's or a card's."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from msgspec import structs

from engine.extraction.phrases import plain
from engine.extraction.statements.header.found import found_on
from engine.extraction.statements.header.numbers.candidate import Candidate
from engine.extraction.statements.header.numbers.labels import (
    NumberLabel,
    number_labels,
    starts_with_number_word,
)
from engine.extraction.statements.header.numbers.stacked import number_above, number_below
from engine.extraction.statements.header.numbers.values import (
    is_masked,
    is_number,
    number_after,
    text_of,
)
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.vocabulary.account_words import ENDING, RIVALS
from engine.reading.page import Word

_MANY: Final = 6
_LEAST: Final = 5
"""Figures of a number without a sure label, at least."""
_SURE: Final = 0.78
_CALLED: Final = 0.7
"""How sure a label is that calls for a number, so that it may stand below."""
_FURTHER: Final = 9
"""Words after a label in which its number is looked for."""
_NAMED: Final = 0.62
"""How sure a number is that follows an account's noun and own name without a word for number."""
_GROUP: Final = 6
"""Figures of a number that may be a group of a longer one, at most."""
_LONGEST: Final = 34
_NUMBER_SIGNS: Final = frozenset({"#", "№"})
_TAIL: Final = re.compile(r"(?!19|20)\d{4}\Z")
_DASHES: Final = frozenset({"-", "–", "—", "…", "..."})
_NUMBERED: Final = 0.88
_LIKE_AMOUNT: Final = re.compile(r"\d{6,}[.-]\d\d\Z")
"""A number that is written as an amount would be, were it so large."""
_LONG: Final = 7
_NAME: Final = 4

Labels = Callable[[Sequence[str], frozenset[int], frozenset[int]], list[NumberLabel]]
"""What finds labels among plain words: after which of them a colon stands, before which a slash."""


def labelled_numbers(
    lines: Sequence[TypedLine],
    index: int,
    words: Sequence[Word],
    taken: set[str],
    labels: Labels = number_labels,
) -> Iterator[Candidate]:
    """The numbers that labels of a line ask for; ``taken`` are words of other numbers."""
    line = lines[index]
    first = 0
    for cell in line.cells:
        tokens = _tokens(cell.words)
        for label in labels(tokens.texts, tokens.colons, tokens.slashes):
            own = cell.words[tokens.owners[label.start] : tokens.owners[label.end - 1] + 1]
            following = words[first + tokens.owners[label.end - 1] + 1 :]
            value, sure = _value(own[-1], following[:_FURTHER], label.sureness)
            if not value and sure >= _NUMBERED:
                value = _in_next_cell(cell.words, own[-1], words[first + len(cell.words) :])
            value = _with_groups(value, following)
            if tokens.has_rival_at(label.end):
                value = _first_part(value)
            if value and (value[0].text in taken or _is_too_short(text_of(value), sure)):
                continue
            if value:
                yield Candidate(found_on(text_of(value), value, line, sure), label.kind)
            elif sure >= _CALLED and (left := _left_of(line, cell)):
                yield Candidate(found_on(text_of(left), left, line, sure - 0.2), label.kind)
            elif sure >= _CALLED or own[-1] is cell.words[-1]:
                heads = cell.words if tokens.slashes and own[-1] is cell.words[-1] else own
                found = _over_or_under(heads, lines, index, label)
                yield from map(_first_of, found) if tokens.has_rival_at(label.end) else found
        first += len(cell.words)
    if index and starts_with_number_word(line.plain.split()):
        value = number_after(words)
        if value and number_labels(lines[index - 1].plain.split(), frozenset()):
            yield Candidate(found_on(text_of(value), value, line, 0.65), "account")


@dataclass(frozen=True, slots=True)
class _Tokens:
    """Plain words of a cell, the word that each is of, and the signs between them.

    ``colons``: the tokens that a colon follows. ``slashes``: those that one parts from the token
    before.
    """

    texts: list[str]
    owners: list[int]
    colons: frozenset[int]
    slashes: frozenset[int]

    def has_rival_at(self, place: int) -> bool:
        """Whether a slash and a word for another number stand there: ``Kontonr. / BLZ``."""
        return place in self.slashes and self.texts[place] in RIVALS


def _tokens(words: Sequence[Word]) -> _Tokens:
    owners: list[int] = []
    tokens: list[str] = []
    colons: set[int] = set()
    slashes: set[int] = set()
    is_parted = False
    for position, word in enumerate(words):
        parts = plain(word.text).split()
        if "/" in word.text:
            slashes.update(range(len(tokens) + 1, len(tokens) + len(parts)))
            is_parted = is_parted or word.text[0] == "/"
        if is_parted and parts:
            slashes.add(len(tokens))
        is_parted = word.text[-1] == "/" or (is_parted and not parts)
        owners += [position] * len(parts)
        tokens += parts
        head, sign, _ = word.text.replace("：", ":").partition(":")
        if tokens and sign:
            glued = len(parts) - len(plain(head).split())
            colons.add(len(tokens) - 1 - glued)
    return _Tokens(tokens, owners, frozenset(colons), frozenset(slashes))


def _value(label: Word, following: Sequence[Word], sure: float) -> tuple[list[Word], float]:
    """The number after a label and how sure it is.

    It may be written to the label (``number:0312146700``) or stand behind an account's own name.
    """
    _, sign, glued = label.text.replace("：", ":").partition(":")
    if sign and is_number(glued):
        return number_after([structs.replace(label, text=glued), *following]), sure
    following = _after_ending(following)
    value = number_after(following)
    if _is_tail(following, value):
        return value, max(sure, _SURE)
    if not value and sure >= _NUMBERED and following and _LIKE_AMOUNT.match(following[0].text):
        return [following[0]], sure
    if value and following[0].text.strip(":.") in _NUMBER_SIGNS:
        return value, max(sure, _NUMBERED)
    if not value and sure >= _SURE and len(following) > 1 and following[0].text.isalpha():
        value = number_after(following[1:])
        return (value if _figures(value) >= _MANY else []), sure
    if not value and sure < _SURE:
        value = _behind_name(following)
        return value, min(sure, _NAMED) if value else sure
    return value, sure


def _after_ending(following: Sequence[Word]) -> Sequence[Word]:
    """The words after those that say a number is only the end of it: ``ending in 4711``."""
    place = 0
    while place < len(following) and plain(following[place].text) in ENDING:
        place += 1
    return following[place:] if 0 < place <= _NAME else following


def _is_tail(following: Sequence[Word], value: Sequence[Word]) -> bool:
    """Whether a dash stands before the last four figures of a number; a year is none."""
    if len(value) != 1 or not _TAIL.match(text_of(value)):
        return False
    first = following[0].text
    return first.lstrip("([").startswith(("..", "…")) or (
        following[0] is not value[0] and first in _DASHES
    )


def _behind_name(following: Sequence[Word]) -> list[Word]:
    """The long number behind an account's own name: ``CUENTA NOMINA 60-12345678-9``."""
    for place, word in enumerate(following[: _NAME + 1]):
        if place and any(c.isdigit() for c in word.text):
            value = number_after(following[place:])
            return value if _figures(value) >= _LONG else []
        tokens = plain(word.text).split()
        if not all(t.isalpha() for t in tokens) or not RIVALS.isdisjoint(tokens):
            return []
    return []


def _with_groups(value: list[Word], following: Sequence[Word]) -> list[Word]:
    """A short number with the groups of figures that stand further apart after it."""
    if not value or _figures(value) > _GROUP or not all(w.text.isdigit() for w in value):
        return value
    place = next(at for at, word in enumerate(following) if word.x1 == value[-1].x1) + 1
    groups = list(value)
    while place < len(following) and following[place].text.isdigit():
        groups.append(following[place])
        place += 1
    is_number = place == len(following) and len(groups) > len(value)
    return groups if is_number and _figures(groups) <= _LONGEST else value


def _left_of(line: TypedLine, label: Cell) -> list[Word]:
    """The number before a label that ends its line, where nothing else is on it."""
    if len(line.cells) != 2 or line.cells[1] is not label:
        return []
    before = line.cells[0]
    value = number_after(before.words)
    return value if len(value) == len(before.words) and _figures(value) >= _MANY else []


def _in_next_cell(cell: Sequence[Word], label: Word, following: Sequence[Word]) -> list[Word]:
    """The number after a cell whose label asks for something else too: ``Number and currency``."""
    rest = cell[cell.index(label) + 1 :]
    if not rest or any(c.isdigit() or c in ":：" for word in rest for c in word.text):
        return []
    return _first_part(number_after(following[:_FURTHER]))


def _first_part(value: Sequence[Word]) -> list[Word]:
    """The words before a slash that stands alone."""
    end = next((place for place, word in enumerate(value) if word.text == "/"), len(value))
    return list(value[:end])


def _first_of(number: Candidate) -> Candidate:
    words = _first_part(number.found.words)
    return replace(number, found=replace(number.found, value=text_of(words), words=tuple(words)))


def _over_or_under(
    own: Sequence[Word], lines: Sequence[TypedLine], index: int, label: NumberLabel
) -> Iterator[Candidate]:
    """The number under a label; where there is none, that over it in a line of numbers."""
    page = lines[index].page_number
    sure, kind = label.sureness, label.kind
    following = [line for line in lines[index + 1 : index + 4] if line.page_number == page]
    found = number_below(own, following) if following else None
    if found is not None and found.value and not _is_too_short(text_of(found.value), sure):
        sure = max(sure, _SURE) if found.is_named else sure
        sure -= 0.05 if found.is_under else 0.15
        yield Candidate(found_on(text_of(found.value), found.value, found.line, sure), kind)
    elif index and sure >= _CALLED and lines[index - 1].page_number == page:
        value = number_above(own, lines[index], lines[index - 1])
        if value:
            yield Candidate(found_on(text_of(value), value, lines[index - 1], sure - 0.2), kind)


def _is_too_short(text: str, sure: float) -> bool:
    return sure < _SURE and sum(c.isalnum() for c in text) < _LEAST and not is_masked(text)


def _figures(words: Sequence[Word]) -> int:
    return sum(c.isdigit() for c in text_of(words))
