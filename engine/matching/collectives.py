"""Explanations of one line by bills of several parties that its memo lists, to the cent.

Collections of credits and our own payment runs list numbers, or names of a dozen letters, mostly in
the order in which they were entered. For every name the open bills of its parties are tried.
"""

import math
from collections.abc import Iterator, Sequence

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation, Joint
from engine.matching.listing import Item, Listings, text_of
from engine.matching.treatment import Settlement

_PER_ITEM = 16
_STEPS = 4_000
_SHOWN = 3
_MOST_ITEMS = 60
_SEPARATORS = ";,+/|、"


def listed_collectives(clues: Clues) -> Iterator[Explanation]:
    """Lines that list bills of two or more parties, each with the sets that add up."""
    listings = Listings(clues.ledger)
    for line, payment in enumerate(clues.ledger.payments):
        text = payment.source.description
        if not any(mark in text for mark in _SEPARATORS):
            continue
        items = listings.items(text_of(text))
        if 2 <= len(items) <= _MOST_ITEMS:
            yield from _explanations(clues, line, items)


def _explanations(clues: Clues, line: int, items: Sequence[Item]) -> Iterator[Explanation]:
    choices = [_choices(clues, line, item) for item in items]
    known = [choice for choice in choices if choice]
    if len(known) < 2 or len(known) < len(items) - 1:
        return
    target = clues.ledger.payments[line].amount
    found = _sums(clues, known, target)
    how = "listed" if len(known) == len(items) else "listed_but_one"
    if not found:
        how, found = "listed_but_one", _with_one_more(clues, line, known, target)
    bills = clues.ledger.bills
    found = [f for f in found if len({bills[b].party for b in f}) > 1]
    tries = math.prod(len(choice) for choice in known)
    for members in found[:_SHOWN]:
        spread = max(1, abs(target) // 2)
        extra = 1 if how == "listed" else 30
        yield Explanation(
            "collective",
            "collective",
            members,
            (line,),
            Settlement("sum", target, target),
            how=how,
            rivals=len(found) - 1,
            chance=math.log10(extra * tries / spread),
            joint=Joint(listed=min(len(known), len(members)), items=len(items)),
        )


def _choices(clues: Clues, line: int, item: Item) -> list[int]:
    """The bills that an item may mean, the nearest due first."""
    day, bills = clues.ledger.payments[line].day, clues.ledger.bills
    if item.bills:
        currency = clues.ledger.payments[line].currency
        sign = clues.ledger.payments[line].amount > 0
        return [
            b for b in item.bills if bills[b].currency == currency and _is_same_way(clues, b, sign)
        ]
    pool = [b for party in item.parties for b in clues.bills_near(party, day, 3 * _PER_ITEM)]
    pool = [
        b
        for b in clues.payable(dict.fromkeys(pool), line)
        if bills[b].currency == clues.ledger.payments[line].currency
    ]
    if item.amount:
        exact = [b for b in pool if abs(bills[b].effect) == item.amount]
        pool = exact or pool
    return sorted(pool, key=lambda b: (abs(bills[b].reckoned - day), b))[:_PER_ITEM]


def _is_same_way(clues: Clues, bill: int, comes_in: bool) -> bool:
    return (clues.ledger.bills[bill].source.direction == "receivable") == comes_in


def _sums(clues: Clues, choices: Sequence[Sequence[int]], target: int) -> list[tuple[int, ...]]:
    """Sets of one bill for each choice that add up, within a budget of steps."""
    effects = {b: clues.ledger.bills[b].effect for choice in choices for b in choice}
    order = sorted(choices, key=len)
    lowest = _reach([min(effects[b] for b in choice) for choice in order])
    highest = _reach([max(effects[b] for b in choice) for choice in order])
    found: dict[tuple[int, ...], None] = {}
    steps = 0

    def search(place: int, rest: int, chosen: tuple[int, ...]) -> None:
        nonlocal steps
        steps += 1
        if place == len(order):
            if rest == 0:
                found[tuple(sorted(chosen))] = None
            return
        for bill in order[place]:
            left = rest - effects[bill]
            if bill in chosen or not lowest[place + 1] <= left <= highest[place + 1]:
                continue
            if steps < _STEPS and len(found) <= _SHOWN:
                search(place + 1, left, (*chosen, bill))

    search(0, target, ())
    return list(found)


def _reach(bounds: Sequence[int]) -> list[int]:
    """What all choices from each place on give at most, or at least."""
    reach = [0]
    for bound in reversed(bounds):
        reach.append(reach[-1] + bound)
    return reach[::-1]


def _with_one_more(
    clues: Clues, line: int, choices: Sequence[Sequence[int]], target: int
) -> list[tuple[int, ...]]:
    """Sets with one bill that the list does not tell, where the others are all sure."""
    if any(len(choice) != 1 for choice in choices):
        return []
    members = {choice[0] for choice in choices}
    payment = clues.ledger.payments[line]
    rest = target - sum(clues.ledger.bills[b].effect for b in members)
    if not rest or (rest > 0) != (target > 0):
        return []
    alike = clues.payable(clues.of_amount(payment.currency, rest, payment.day), line)
    return [tuple(sorted({*members, b})) for b in alike if b not in members][: _SHOWN + 1]
