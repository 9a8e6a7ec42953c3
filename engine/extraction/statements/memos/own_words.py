"""The bank's own words in front of names: what begins many memos that go on differently.

No vocabulary holds the names of a bank's systems ("IBK", "CEFTS") and branches. They show by
standing first again and again before ever other names; what is bought again goes on the same.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from engine.extraction.phrases import plain
from engine.extraction.statements.memos.names import first_words
from engine.extraction.statements.memos.pieces import Piece

_LEAST: Final = 4
"""Memos that begin with a word of the bank's, and different words after it, at least."""

_SHARE: Final = 0.06
"""Of all memos, at least."""


def without_own_words(memos: Sequence[Sequence[Piece]]) -> list[Sequence[Piece]]:
    """The memos with the bank's own leading words marked as such, two words deep.

    What is one object among ``memos`` is one in the answer.
    """
    marked = list(memos)
    for _ in range(2):
        distinct = {id(pieces): pieces for pieces in marked}
        firsts = {key: _first(pieces) for key, pieces in distinct.items()}
        own = _own_words([firsts[id(pieces)] for pieces in marked])
        if not own:
            break
        told = {
            key: _marked(pieces, first) if (first := firsts[key]) and first.text in own else pieces
            for key, pieces in distinct.items()
        }
        marked = [told[id(pieces)] for pieces in marked]
    return marked


@dataclass(frozen=True, slots=True)
class _First:
    """What a memo begins with: a word or, before an operation, a run of words; and what follows."""

    text: str
    at: int
    end: int
    after: str


def _first(pieces: Sequence[Piece]) -> _First | None:
    run = first_words(pieces)
    if not run:
        return None
    at = next(index for index, piece in enumerate(pieces) if piece is run[0])
    end = at + len(run)
    if end < len(pieces) and pieces[end].sort == "operation":
        text = plain(" ".join(piece.text for piece in run))
        after = first_words(pieces[end:])
        return _First(text, at, end, plain(" ".join(piece.text for piece in after)))
    after = run[1:]
    return _First(plain(run[0].text), at, at + 1, plain(after[0].text) if after else "")


def _own_words(firsts: Sequence[_First | None]) -> frozenset[str]:
    counts: Counter[str] = Counter()
    after: dict[str, Counter[str]] = defaultdict(Counter)
    for first in firsts:
        if first is not None:
            counts[first.text] += 1
            after[first.text][first.after] += 1
    least = max(_LEAST, _SHARE * len(firsts))
    return frozenset(
        text
        for text, count in counts.items()
        if count >= least and len(after[text]) > _LEAST and after[text][""] * 5 <= count
    )


def _marked(pieces: Sequence[Piece], first: _First) -> Sequence[Piece]:
    own = [replace(piece, sort="filler") for piece in pieces[first.at : first.end]]
    return (*pieces[: first.at], *own, *pieces[first.end :])
