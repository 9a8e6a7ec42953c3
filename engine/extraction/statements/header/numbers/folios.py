"""The folio of a Canadian credit union: its name for an account, beside a transit number.

Elsewhere a folio is a paper's number, so it counts only where a transit or an institution is named.
"""

from collections.abc import Sequence
from typing import Final, Literal

from engine.extraction.phrases import PhraseBook
from engine.extraction.statements.header.numbers.labels import NumberLabel
from engine.extraction.statements.lines.cells import TypedLine

_FOLIOS: Final[PhraseBook[Literal["folio"]]] = PhraseBook.of_lists(
    {
        "folio": """
            folio, folio no, folio number, folio nr, no de folio, numero de folio, n de folio,
            folio account, folio account number
        """
    }
)
_BRANCHES: Final = frozenset({"transit", "caisse", "institution"})
_SURE: Final = 0.86


def names_folios(lines: Sequence[TypedLine]) -> bool:
    """Whether a line names a folio, and a line the transit or institution that it belongs to."""
    if not any("folio" in line.plain for line in lines):
        return False
    return any(not _BRANCHES.isdisjoint(line.plain.split()) for line in lines)


def folio_labels(
    tokens: Sequence[str], colons: frozenset[int], slashes: frozenset[int]
) -> list[NumberLabel]:
    """The labels of folios among plain words; the last two arguments are not looked at."""
    return [NumberLabel("account", hit.start, hit.end, _SURE) for hit in _FOLIOS.find(tokens)]
