"""The numbers of accounts and cards: by a label, by check digits, by a card's groups of four.

A statement prints many numbers that are not its own: of those who paid and were paid, of branches
and references. Its own stands outside the rows, mostly in the head of the first page and again on
the others.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stdnum import luhn

from engine.extraction.identifiers import Identifier, compact_identifier, find_ibans
from engine.extraction.phrases import plain
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.header.neighbourhood import Neighbourhood, is_table_head
from engine.extraction.statements.header.number_labels import (
    Kind,
    number_labels,
    starts_with_number_word,
)
from engine.extraction.statements.header.number_values import (
    is_number,
    number_after,
    number_at_end,
    number_below,
    text_of,
)
from engine.extraction.statements.labels import figure_of
from engine.extraction.statements.lines.cells import TypedLine
from engine.reading.page import Word

_MASKED_CARD: Final = re.compile(
    r"(?:[\dXx*•]{4}[ -]?){3}[\dXx*•]{3,4}\Z|[\dXx*•]{4} [\dXx*•]{6} [\dXx*•]{5}\Z"
)
_SHOWN: Final = 2
"""Figures that a masked card's number shows, at least."""
_MANY: Final = 6
_LEAST: Final = 5
"""Figures of a number without a sure label, at least."""
_MOST_CELLS: Final = 16
_TITLE_CELLS: Final = 3
_TITLE_WORDS: Final = 8
"""Words before the number in a title, at most."""
_SENTENCE: Final = 16
"""Words from which a line is a sentence."""
_INSIDE: Final = 0.4
_SURE: Final = 0.78
_CALLED: Final = 0.7
"""How sure a label is that calls for a number, so that it may stand below."""
_WEAK: Final = 0.58
_OWN: Final = 0.6
"""How sure an IBAN must be to be the account's own."""
_FIRST_CHOICE: Final = 0.98
_SUB_ACCOUNT: Final = re.compile(r"\.\d{2,3}[A-Z]?\Z")
"""The end of a number that is one of several under a customer's: what the IBAN names whole."""


@dataclass(frozen=True, slots=True)
class _Number:
    found: Found
    kind: Kind
    iban: Identifier | None = None


def account_numbers(
    lines: Sequence[TypedLine],
    row_lines: frozenset[int],
    *,
    is_card: bool = False,
    near_lines: frozenset[int] = frozenset(),
) -> list[Found]:
    """Account and card numbers with a label or a valid check digit, the surest first.

    ``row_lines`` are left out; ``near_lines`` belong to what may be rows.
    """
    numbers = [
        number
        for index, line in enumerate(lines)
        if line.number not in row_lines and len(line.cells) < _MOST_CELLS
        for number in _numbers_on(lines, index)
    ]
    places = Neighbourhood(lines, row_lines | near_lines)
    weighed = [_weighed(number, places, is_card) for number in numbers]
    return sorted(_without_repeats(_preferred(weighed, numbers)), key=lambda f: -f.confidence)


def iban_among(numbers: Sequence[Found]) -> Found | None:
    """The surest of ``numbers`` that is an international account number with right check digits."""
    for number in numbers:
        if number.confidence >= _OWN and any(i.is_checked for i in find_ibans(number.value)):
            return number
    return None


def _weighed(number: _Number, places: Neighbourhood, is_card: bool) -> Found:
    found = number.found
    line = places.lines[found.line]
    sure = found.confidence
    if places.is_inside(line):
        sure -= _INSIDE
    if len(line.plain.split()) > _SENTENCE:
        sure -= 0.25
    if is_card and number.kind == "card":
        sure += 0.06
    elif is_card and number.iban is not None:
        sure -= 0.3
    if line.page_number != places.lines[0].page_number:
        sure -= 0.03
    return replace(found, confidence=min(max(sure, 0.05), 0.99))


def _preferred(weighed: Sequence[Found], numbers: Sequence[_Number]) -> list[Found]:
    """A number that is called the account's before the IBAN that stands beside it.

    Where an IBAN's check digits are right the label must be a sure one.
    """
    ibans = [number for number in numbers if number.iban is not None]
    if not ibans:
        return list(weighed)
    least = _SURE if any(n.iban and n.iban.is_checked for n in ibans) else _WEAK
    return [
        replace(found, confidence=_FIRST_CHOICE)
        if found.confidence >= least
        and number.iban is None
        and number.kind == "account"
        and not _SUB_ACCOUNT.search(found.value)
        else found
        for found, number in zip(weighed, numbers, strict=True)
    ]


def _without_repeats(numbers: Sequence[Found]) -> Iterator[Found]:
    """Each number at its surest place on each line; a number that others agree with gains."""
    seen: set[tuple[str, int]] = set()
    for found in sorted(numbers, key=lambda each: -each.confidence):
        key = compact_identifier(found.value), found.line
        if key not in seen:
            seen.add(key)
            yield found


def _numbers_on(lines: Sequence[TypedLine], index: int) -> Iterable[_Number]:
    line = lines[index]
    words = [word for cell in line.cells for word in cell.words]
    ibans = find_ibans(line.text)
    for iban in ibans:
        used = _words_of(words, iban.text)
        value = compact_identifier(iban.text)
        sure = (0.97 if iban.is_checked else _unchecked(line)) - _in_text(line, used)
        yield _Number(found_on(value, used, line, sure), "account", iban)
    yield from _labelled(lines, index, words, {w for iban in ibans for w in iban.text.split()})
    titled = _in_title(lines, index, words)
    if titled:
        yield _Number(found_on(text_of(titled), titled, line, 0.5), "account")
    for size in (1, 3, 4):
        for start in range(len(words) - size + 1):
            run = words[start : start + size]
            text = " ".join(word.text for word in run)
            if _is_card_number(text):
                yield _Number(found_on(text, run, line, 0.7), "card")


def _in_title(lines: Sequence[TypedLine], index: int, words: Sequence[Word]) -> list[Word]:
    """The number that ends a title of few words, right above a table or its first balance."""
    line = lines[index]
    if len(line.cells) > _TITLE_CELLS or line.has("date"):
        return []
    value = number_at_end(words)
    name = words[: len(words) - len(value)] if value else []
    if value and value[-1] is not words[-1]:
        name = words[: words.index(value[0])]
    if not 1 <= len(name) <= _TITLE_WORDS or any(c.isdigit() for w in name for c in w.text):
        return []
    below = [each for each in lines[index + 1 : index + 4] if each.page_number == line.page_number]
    return value if any(_begins_table(each) for each in below) else []


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


def _labelled(
    lines: Sequence[TypedLine], index: int, words: Sequence[Word], taken: set[str]
) -> Iterator[_Number]:
    line = lines[index]
    first = 0
    for cell in line.cells:
        tokens, owners, colons = _tokens(cell.words)
        for label in number_labels(tokens, colons):
            own = cell.words[owners[label.start] : owners[label.end - 1] + 1]
            following = words[first + owners[label.end - 1] + 1 :]
            value = _value(own[-1], following[:9], label.sureness)
            sure = label.sureness
            if value and (value[0].text in taken or _is_too_short(text_of(value), sure)):
                continue
            if value:
                yield _Number(found_on(text_of(value), value, line, sure), label.kind)
            elif index + 1 < len(lines) and (sure >= _CALLED or own[-1] is cell.words[-1]):
                yield from _below(own, lines, index, sure, label.kind)
        first += len(cell.words)
    if index and starts_with_number_word(line.plain.split()):
        value = number_after(words)
        if value and number_labels(lines[index - 1].plain.split(), frozenset()):
            yield _Number(found_on(text_of(value), value, line, 0.65), "account")


def _tokens(words: Sequence[Word]) -> tuple[list[str], list[int], frozenset[int]]:
    """Plain words, the word that each is of, and those that a colon follows."""
    owners: list[int] = []
    tokens: list[str] = []
    colons: set[int] = set()
    for position, word in enumerate(words):
        parts = plain(word.text).split()
        tokens += parts
        owners += [position] * len(parts)
        if tokens and word.text.endswith((":", "：")):
            colons.add(len(tokens) - 1)
    return tokens, owners, frozenset(colons)


def _below(
    label: Sequence[Word], lines: Sequence[TypedLine], index: int, sure: float, kind: Kind
) -> Iterator[_Number]:
    page = lines[index].page_number
    following = [line for line in lines[index + 1 : index + 4] if line.page_number == page]
    if not following:
        return
    value, where, under = number_below(label, following)
    if value:
        yield _Number(
            found_on(text_of(value), value, where, sure - (0.05 if under else 0.15)), kind
        )


def _ends_cell(line: TypedLine, word: Word) -> bool:
    return any(cell.words[-1] is word for cell in line.cells)


def _is_too_short(text: str, sure: float) -> bool:
    return sure < _SURE and sum(c.isalnum() for c in text) < _LEAST


def _value(label: Word, following: Sequence[Word], sure: float) -> list[Word]:
    """The number after a label; without a space (``number:0312146700``) or behind one more word."""
    _, sign, glued = label.text.replace("：", ":").partition(":")
    if sign and is_number(glued):
        return number_after([replace(label, text=glued), *following])
    value = number_after(following)
    if not value and sure >= _SURE and len(following) > 1 and following[0].text.isalpha():
        value = number_after(following[1:])
        return value if sum(c.isdigit() for c in text_of(value)) >= _MANY else []
    return value


def _unchecked(line: TypedLine) -> float:
    """How sure an IBAN with wrong check digits is: misread, or only called one."""
    return 0.91 if line.source == "text" and "iban" in line.plain.split() else 0.8


def _in_text(line: TypedLine, used: Sequence[Word]) -> float:
    """What a number loses that stands within a text, neither alone in its cell nor labelled."""
    cell = next((cell for cell in line.cells if used[0] in cell.words), None)
    before = cell.words[: cell.words.index(used[0])] if cell is not None else ()
    tokens = plain(" ".join(word.text for word in before)).split()
    return 0.2 if tokens and not number_labels(tokens, frozenset()) else 0.0


def _words_of(words: Sequence[Word], text: str) -> list[Word]:
    pieces = set(text.split())
    return [word for word in words if word.text in pieces] or list(words)
