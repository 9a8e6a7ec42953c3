"""Learns, within one run, names under which the bank knows a counterparty that invoices do not.

A name that no invoice has, but whose payments meet one party's exact amounts or quote its numbers
again and again, is taken for a name of that party. Two parties with similar claims: nobody's.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from engine.matching.names import Named

_KEY_LENGTH = 10  # as much of a name as the narrowest statements print
_SPELLING_LENGTH = 8
_LEAST_WEIGHT = 2
_LEAST_SHARE = 0.3
_SURE_NAME = 0.85


class Hit(NamedTuple):
    """One sign that a line pays a party: what it met (each counts once), and its weight."""

    party: int
    what: tuple[str, int]
    weight: int


def alias_key(residue: Sequence[str]) -> str:
    """As much of the words that may be a name as tells one from another."""
    return "".join(residue)[:_KEY_LENGTH]


def learned_parties(
    residues: Sequence[tuple[str, ...]],
    known: Sequence[int | None],
    hits: Callable[[int], Iterable[Hit]],
) -> dict[int, int]:
    """Lines whose name was learned, and the party that it stands for.

    Args:
        residues: For every line, the words that may be a name.
        known: The party that the line surely names already.
        hits: The signs that a line pays one party or another.
    """
    lines: dict[str, list[int]] = defaultdict(list)
    spelled: dict[str, set[int]] = defaultdict(set)
    for index, residue in enumerate(residues):
        key = alias_key(residue)
        party = known[index]
        if party is not None and len(key) >= _SPELLING_LENGTH:
            spelled[key].add(party)
        elif party is None and key:
            lines[key].append(index)
    learned: dict[int, int] = {}
    for key, indexes in lines.items():
        # A name written in one word is that of the lines which write it in several.
        alike = spelled.get(key, set())
        party = min(alike) if len(alike) == 1 else _clear_party(indexes, hits)
        if party is not None:
            learned.update(dict.fromkeys(indexes, party))
    return learned


def learned_accounts(lines: Iterable[tuple[Sequence[str], Named | None]]) -> dict[str, int]:
    """Account numbers printed in lines that all name one and the same party surely.

    Args:
        lines: For every line, the accounts in it and the party that it names best.
    """
    beside: dict[str, dict[int | None, int]] = defaultdict(lambda: defaultdict(int))
    for accounts, named in lines:
        is_sure = named is not None and named.score >= _SURE_NAME
        for account in accounts:
            beside[account][named.party if named and is_sure else None] += 1
    return {
        account: party
        for account, parties in beside.items()
        if len(known := [p for p in parties if p is not None]) == 1
        and parties[party := known[0]] >= _LEAST_WEIGHT
    }


def _clear_party(indexes: Sequence[int], hits: Callable[[int], Iterable[Hit]]) -> int | None:
    weights: dict[int, dict[tuple[str, int], int]] = defaultdict(dict)
    paying: dict[int, set[int]] = defaultdict(set)
    for index in indexes:
        for hit in hits(index):
            weights[hit.party][hit.what] = hit.weight
            paying[hit.party].add(index)
    totals = {party: sum(found.values()) for party, found in weights.items()}
    ranked = sorted(totals, key=lambda party: (-totals[party], party))
    if not ranked or totals[ranked[0]] < _LEAST_WEIGHT:
        return None
    if len(paying[ranked[0]]) < _LEAST_SHARE * len(indexes):
        return None
    if len(ranked) > 1 and 2 * totals[ranked[1]] > totals[ranked[0]]:
        return None
    return ranked[0]
