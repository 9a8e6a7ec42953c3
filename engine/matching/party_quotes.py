"""Damaged quotes of every line, found party by party: each party's numbers are indexed once.

Most lines have none, so only those that have are kept.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

from engine.matching.damaged import DamagedQuotes
from engine.matching.hands import Hands
from engine.matching.ledger import Ledger
from engine.matching.references import Quote

PartyQuotes: TypeAlias = Mapping[tuple[int, int], Mapping[int, Quote]]
"""By line and party, how the line quotes bills of the party inexactly."""


class _Found(NamedTuple):
    line: int
    party: int
    quotes: dict[int, Quote]


class _Answers(NamedTuple):
    found: list[_Found]


def party_quotes(
    ledger: Ledger,
    free_runs: Sequence[Sequence[str]],
    parties_of: Callable[[int], Iterable[int]],
    hands: Hands,
) -> PartyQuotes:
    """The damaged quotes of all lines.

    Args:
        ledger: The bills and the lines.
        free_runs: For every line, the strings that quote no invoice whole.
        parties_of: The parties that a line names, surely enough to quote them inexactly.
        hands: Who shares the work.
    """
    lines_of: dict[int, list[int]] = defaultdict(list)
    for line, runs in enumerate(free_runs):
        if runs:
            for party in parties_of(line):
                lines_of[party].append(line)
    parties = sorted(lines_of)

    def part(share: range) -> _Answers:
        found = []
        for party in parties[share.start : share.stop]:
            own = DamagedQuotes([(bill, ledger.bills[bill]) for bill in ledger.bills_of[party]])
            for line in lines_of[party]:
                quotes = own.quotes(free_runs[line], ledger.payments[line].memo.tails)
                if quotes:
                    found.append(_Found(line, party, quotes))
        return _Answers(found)

    parts = hands.together(
        [partial(part, share) for share in hands.shares_of(len(parties))], _Answers
    )
    return {(one.line, one.party): one.quotes for answers in parts for one in answers.found}
