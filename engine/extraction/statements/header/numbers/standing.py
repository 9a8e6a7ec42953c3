"""Numbers that no known word asks for, with what their place and form say of each.

An account's number may stand behind a word of any language or abbreviation, so where no label is
known its surroundings tell it: it stands at the head beside words like a label's, apart from
sentences and addresses, has many figures in no form of a telephone's or a day's, comes again on
other pages, or is part of an international number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp
from typing import Final

from engine.extraction.identifiers import compact_identifier
from engine.extraction.statements.header.found import Found
from engine.extraction.statements.header.numbers.standing_signs import standing_numbers
from engine.extraction.statements.lines.cells import TypedLine

_SAYS: Final[Mapping[str, float]] = {
    "up to 28 figures": 2.1, "up to 12 figures": 1.3, "up to 9 figures": -0.6,
    "up to 6 figures": -1.3, "up to 5 figures": -2.4, "up to 4 figures": 0.5,
    "masked": 1.7, "like a telephone": -2.7, "letters": -1.1, "joined groups": 0.7,
    "in an iban": 1.4, "check digits": 1.5, "few different figures": -0.5,
    "account's word": 2.0, "word for number": 2.1, "called another's": -3.5,
    "number of something": -2.0, "colon": -0.4,
    "label before": 1.3, "words before": 0.4, "label left": 0.2, "label above": -0.2,
    "sentence before": -1.6, "words after": -1.0, "alone on its line": 0.7,
    "near a day": 1.2, "other number before": -0.3,
    "above the rows": 0.8, "below the rows": -0.4, "top": 1.5, "head": 1.0, "middle": -0.2,
    "foot": -2.3, "on several pages": 1.4, "again on its page": 0.9,
}  # fmt: skip
"""What each sign adds to the log-odds that a number is the account's.

Fitted to the heads of statements whose labels were made unknown, families of layouts held out.
"""
_AT_FIRST: Final = -5.2
_RIVAL: Final = 0.7
"""Log-odds by which the account's number is ahead of every other, at least."""
_MOST_SURE: Final = 0.7
_IN_DOUBT: Final = 0.5
"""How sure a number is at most that nothing asks for."""
_UNLIKELY: Final = -4.0
_BEFORE: Final = 0.01


def standing_number(
    lines: Sequence[TypedLine], row_lines: frozenset[int], near_lines: frozenset[int]
) -> Found | None:
    """The number that is the account's rather than not, and clearly ahead of all others.

    ``row_lines`` are left out; ``near_lines`` belong to what may be rows.
    """
    return _ahead(_ranked(lines, row_lines, near_lines))


def borne_out(
    numbers: Sequence[Found],
    lines: Sequence[TypedLine],
    row_lines: frozenset[int],
    near_lines: frozenset[int],
    aside: frozenset[str] = frozenset(),
) -> list[Found]:
    """Numbers of which the first is in doubt, after one that stands clearly ahead of it.

    What nothing asks for, and what has neither the form nor the place of an account's number, is
    left out. Numbers ``aside``, without their separators, are no rivals.
    """
    ranks = _ranked(lines, row_lines, near_lines)
    ranks = [each for each in ranks if compact_identifier(each[1].value) not in aside]
    odds = {_digits(found.value): odds for odds, found in ranks}
    kept = [
        found
        for found in numbers
        if found.confidence > _IN_DOUBT or odds.get(_digits(found.value), _AT_FIRST) > _UNLIKELY
    ]
    ahead = _ahead(ranks)
    if ahead is None:
        is_weak = bool(kept) and kept[0].confidence <= _IN_DOUBT
        return [] if is_weak and _has_rival(kept[0], ranks) else kept
    if kept and _digits(kept[0].value) == _digits(ahead.value):
        return kept
    rest = (replace(f, confidence=min(f.confidence, ahead.confidence - _BEFORE)) for f in kept)
    return [ahead, *rest]


def _has_rival(number: Found, ranks: Sequence[tuple[float, Found]]) -> bool:
    """Whether another number stands as an account's would, as much as ``number`` does."""
    own = next((odds for odds, f in ranks if _digits(f.value) == _digits(number.value)), _AT_FIRST)
    others = (odds for odds, f in ranks if _digits(f.value) != _digits(number.value))
    return any(odds >= max(0.0, own - _RIVAL) for odds in others)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _ahead(ranks: Sequence[tuple[float, Found]]) -> Found | None:
    if not ranks or ranks[0][0] < 0 or (len(ranks) > 1 and ranks[0][0] < ranks[1][0] + _RIVAL):
        return None
    odds, found = ranks[0]
    return replace(found, confidence=min(_MOST_SURE, 1 / (1 + exp(-odds))))


def _ranked(
    lines: Sequence[TypedLine], row_lines: frozenset[int], near_lines: frozenset[int]
) -> list[tuple[float, Found]]:
    """Each number at its best place, with the log-odds that it is the account's; the best first."""
    best: dict[str, tuple[float, Found]] = {}
    for number in standing_numbers(lines, row_lines, near_lines):
        odds = _AT_FIRST + sum(_SAYS.get(sign, 0.0) for sign in number.signs)
        key = compact_identifier(number.found.value)
        if key not in best or odds > best[key][0]:
            best[key] = odds, number.found
    return sorted(best.values(), key=lambda each: -each[0])
