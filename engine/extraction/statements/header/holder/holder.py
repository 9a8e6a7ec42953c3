"""The account's holder: of the names at the head the one for which most speaks.

A name that is hardly surer than another is not given; the second line of an address never comes
before its first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp
from typing import Final

from engine.extraction.statements.header.found import Found
from engine.extraction.statements.header.holder.candidates import Named, named_candidates
from engine.extraction.statements.lines.cells import TypedLine

_SAYS: Final[Mapping[str, float]] = {
    "right of label": 2.2, "after label and colon": 1.4, "after label": 0.7, "under label": 1.0,
    "no label": -1.7, "right of another label": -2.6, "under another label": -1.2,
    "1 words": -2.3, "2 words": 1.0, "3 words": 1.0, "4 words": 0.8, "5 words": -0.4,
    "title": 1.4, "respected": 1.4, "greeted": 0.5, "company": -0.5, "other script": 0.7,
    "capitals": 1.5, "capital first letters": 1.1, "small letters": -1.0, "sentence": -0.6,
    "statement's words": -2.7, "label's words": -1.8, "head of a column": -2.1,
    "bank's words": -1.6, "colon within": -1.6,
    "figures below": 1.8, "figure between": 1.4, "dates below": -1.0, "labels below": -0.7,
    "0 lines below": -0.2, "1 lines below": -0.8, "2 lines below": 0.9, "3 lines below": 0.2,
    "0 lines above": 0.7, "1 lines above": 0.7, "2 lines above": -0.8, "3 lines above": -0.6,
    "under a bank's name": 0.6, "under a name": -1.3, "alone on its line": 0.8,
    "y<.1": 1.2, "y<.2": 0.4, "y<.35": -1.0, "y>.35": -0.6, "below a row": -2.2,
    "first line": -1.4, "large": -1.0, "on other pages": -0.1,
}  # fmt: skip
"""What each sign adds to the log-odds that a name is the holder's.

Fitted to statements whose holders are known, families of layouts held out.
"""
_AT_FIRST: Final = -2.9
_LEAST: Final = -0.4
"""Log-odds from which a name is given."""
_RIVAL: Final = 0.3
_FIRST_OF_ADDRESS: Final = 2.5
"""Log-odds by which the first line of an address may be behind the second one."""
_MOST_SURE: Final = 0.95


def holder(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> Found | None:
    """The account holder, as far as the first page's head tells; ``row_lines`` are left out."""
    if not lines:
        return None
    ranks: dict[str, tuple[float, Named]] = {}
    named = named_candidates(lines, row_lines)
    for place, name in enumerate(named):
        odds = _odds(name)
        if "under a name" in name.signs:
            first = max(
                (_odds(other) for other in named[:place] if _is_over(other, name)), default=None
            )
            if first is not None and first > odds - _FIRST_OF_ADDRESS:
                continue
        if name.found.value not in ranks or odds > ranks[name.found.value][0]:
            ranks[name.found.value] = odds, name
    best = sorted(ranks.values(), key=lambda each: -each[0])
    if not best or best[0][0] < _LEAST or (len(best) > 1 and best[0][0] < best[1][0] + _RIVAL):
        return None
    odds, name = best[0]
    return replace(name.found, confidence=min(_MOST_SURE, 1 / (1 + exp(-odds))))


def _odds(name: Named) -> float:
    return _AT_FIRST + sum(_SAYS.get(sign, 0.0) for sign in name.signs)


def _is_over(other: Named, name: Named) -> bool:
    """Whether a name stands right over another, flush with it."""
    x0 = name.found.words[0].x0
    is_near = 0 < name.found.line - other.found.line <= 2
    return is_near and abs(other.found.words[0].x0 - x0) < 0.01
