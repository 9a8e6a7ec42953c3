"""The numbers of accounts and cards: by a label, by check digits, by a card's groups of four.

A statement prints many numbers that are not its own: of those who paid and were paid, of branches
and references. Its own stands outside the rows, mostly in the head of the first page and again on
the others.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from engine.extraction.identifiers import compact_identifier, find_ibans
from engine.extraction.phrases import plain
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.header.neighbourhood import Neighbourhood
from engine.extraction.statements.header.numbers.beside import labelled_numbers
from engine.extraction.statements.header.numbers.candidate import Candidate
from engine.extraction.statements.header.numbers.folios import folio_labels, names_folios
from engine.extraction.statements.header.numbers.glued_labels import with_labels_apart
from engine.extraction.statements.header.numbers.labels import Kind, number_labels
from engine.extraction.statements.header.numbers.standing import borne_out
from engine.extraction.statements.header.numbers.unlabelled import unlabelled_numbers
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.vocabulary.account_words import LINKED
from engine.reading.page import Word

_MOST_CELLS: Final = 16
_SENTENCE: Final = 16
"""Words from which a line is a sentence."""
_INSIDE: Final = 0.4
_SURE: Final = 0.78
_WEAK: Final = 0.58
_OWN: Final = 0.6
"""How sure an IBAN must be to be the account's own."""
_FIRST_CHOICE: Final = 0.98
_SUB_ACCOUNT: Final = re.compile(r"\.\d{2,3}[A-Z]?\Z")
"""The end of a number that is one of several under a customer's: what the IBAN names whole."""
_INTERBANK: Final = 0.55
"""How sure a number between banks is at most where another is called the account's."""
_IN_DOUBT: Final = 0.5
"""How sure the surest number is at most that must be borne out by its place and form."""
_OF_ANOTHER: Final = 0.55
"""What an IBAN loses that is of an account connected with this one."""
_BELOW: Final = 0.03
"""What a number below the first row counts less than one at the head."""
_ELSEWHERE: Final = 0.04
"""What a label counts less that stands where the number is printed again."""
_PART: Final = 6
"""Figures of a number that is part of one between banks, at least."""


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
    lines = with_labels_apart(lines, row_lines)
    first_row = min(row_lines, default=-1)
    outside = [line for line in lines if line.number not in row_lines]
    has_folios = names_folios(outside)
    numbers = [
        number
        for index, line in enumerate(lines)
        if line.number not in row_lines and len(line.cells) < _MOST_CELLS
        for number in _numbers_on(
            lines, index, is_head=line.number < first_row, has_folios=has_folios
        )
    ]
    places = Neighbourhood(lines, row_lines | near_lines)
    has_own = any(n.is_called and n.kind == "account" and n.iban is None for n in numbers)
    called = _called(numbers)
    weighed = [_weighed(number, called, places, is_card=is_card) for number in numbers]
    weighed = _below_accounts(weighed, numbers)
    if first_row >= 0:
        weighed = [
            replace(found, confidence=found.confidence - _BELOW * (found.line > first_row))
            for found in weighed
        ]
    if has_own:
        weighed = [
            replace(found, confidence=min(found.confidence, _INTERBANK))
            if number.kind == "interbank"
            else found
            for found, number in zip(weighed, numbers, strict=True)
        ]
    ranks = sorted(_without_repeats(_preferred(weighed, numbers)), key=lambda f: -f.confidence)
    is_own = any(n.kind != "interbank" and n.is_called for n in numbers)
    if ranks and (ranks[0].confidence <= _IN_DOUBT or not is_own):
        between = frozenset(_key(n)[0] for n in numbers if n.kind == "interbank")
        return borne_out(ranks, lines, row_lines, near_lines, between)
    return ranks


def iban_among(numbers: Sequence[Found]) -> Found | None:
    """The surest of ``numbers`` that is an international account number with right check digits."""
    for number in numbers:
        if number.confidence >= _OWN and any(i.is_checked for i in find_ibans(number.value)):
            return number
    return None


def _called(numbers: Sequence[Candidate]) -> dict[tuple[str, Kind], float]:
    """How sure the surest label of each number is, wherever it stands."""
    called: dict[tuple[str, Kind], float] = {}
    for number in numbers:
        if number.iban is None:
            called[_key(number)] = max(called.get(_key(number), 0.0), number.found.confidence)
    return called


def _key(number: Candidate) -> tuple[str, Kind]:
    return compact_identifier(number.found.value), number.kind


def _weighed(
    number: Candidate,
    called: Mapping[tuple[str, Kind], float],
    places: Neighbourhood,
    *,
    is_card: bool,
) -> Found:
    """A number as sure as its label, here or where it is printed again, and its place make it."""
    found = number.found
    line = places.lines[found.line]
    elsewhere = called[_key(number)] if number.iban is None else 0.0
    sure = max(found.confidence, elsewhere - _ELSEWHERE)
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


def _preferred(weighed: Sequence[Found], numbers: Sequence[Candidate]) -> list[Found]:
    """A number that is called the account's before the one by which banks pay each other.

    Where an IBAN's check digits are right the label must be a sure one. Where the number is part
    of another between banks, any label will do.
    """
    ibans = [number for number in numbers if number.iban is not None]
    whole = {number.iban.compact for number in ibans if number.iban is not None}
    others = [_figures(n.found.value) for n in numbers if n.kind == "interbank"]
    least = _SURE if any(n.iban and n.iban.is_checked for n in ibans) else _WEAK
    result = []
    for found, number in zip(weighed, numbers, strict=True):
        figures = _figures(found.value)
        is_part = len(figures) >= _PART and any(
            figures in other and figures != other for other in others
        )
        is_named = bool(ibans) and found.confidence >= least
        is_named = is_named or (is_part and found.confidence >= _WEAK)
        is_own = number.kind == "account" and compact_identifier(found.value) not in whole
        if is_named and is_own and not _SUB_ACCOUNT.search(found.value):
            found = replace(found, confidence=_FIRST_CHOICE)
        result.append(found)
    return result


def _below_accounts(weighed: Sequence[Found], numbers: Sequence[Candidate]) -> list[Found]:
    """A member's number behind that of the only account that begins with it."""
    own = {_figures(n.found.value) for n in numbers if n.kind == "account" and n.is_called}
    result = []
    for found, number in zip(weighed, numbers, strict=True):
        figures = _figures(found.value)
        parts = [other for other in own if other.startswith(figures) and other != figures]
        is_base = number.kind == "member" and len(parts) == 1
        sure = min(found.confidence, _INTERBANK) if is_base else found.confidence
        result.append(replace(found, confidence=sure))
    return result


def _figures(text: str) -> str:
    return "".join(c for c in text if c.isdigit()).lstrip("0")


def _without_repeats(numbers: Sequence[Found]) -> Iterator[Found]:
    """Each number at its surest place on each line; a number that others agree with gains."""
    seen: set[tuple[str, int]] = set()
    for found in sorted(numbers, key=lambda each: -each.confidence):
        key = compact_identifier(found.value), found.line
        if key not in seen:
            seen.add(key)
            yield found


def _numbers_on(
    lines: Sequence[TypedLine], index: int, *, is_head: bool, has_folios: bool
) -> Iterator[Candidate]:
    line = lines[index]
    words = [word for cell in line.cells for word in cell.words]
    ibans = find_ibans(line.text)
    for iban in ibans:
        used = _words_of(words, iban.text)
        value = compact_identifier(iban.text)
        sure = (0.97 if iban.is_checked else _unchecked(line)) - _in_text(line, used)
        sure -= _OF_ANOTHER * _is_linked(words, used)
        yield Candidate(found_on(value, used, line, sure), "account", iban)
    taken = {word for iban in ibans for word in iban.text.split()}
    yield from labelled_numbers(lines, index, words, taken)
    if has_folios:
        yield from labelled_numbers(lines, index, words, taken, folio_labels)
    for number in unlabelled_numbers(lines, index, words, is_head=is_head):
        if taken.isdisjoint(word.text for word in number.found.words):
            yield number


def _unchecked(line: TypedLine) -> float:
    """How sure an IBAN with wrong check digits is: misread, or only called one."""
    return 0.91 if line.source == "text" and "iban" in line.plain.split() else 0.8


def _in_text(line: TypedLine, used: Sequence[Word]) -> float:
    """What a number loses that stands within a text, neither alone in its cell nor labelled."""
    cell = next((cell for cell in line.cells if used[0] in cell.words), None)
    before = cell.words[: cell.words.index(used[0])] if cell is not None else ()
    tokens = plain(" ".join(word.text for word in before)).split()
    return 0.2 if tokens and not number_labels(tokens, frozenset()) else 0.0


def _is_linked(words: Sequence[Word], used: Sequence[Word]) -> bool:
    """Whether the words before an IBAN say that its account is only connected with this one."""
    first = words.index(used[0])
    before = {
        token for word in words[max(0, first - 3) : first] for token in plain(word.text).split()
    }
    return not LINKED.isdisjoint(before)


def _words_of(words: Sequence[Word], text: str) -> list[Word]:
    pieces = set(text.split())
    return [word for word in words if word.text in pieces] or list(words)
