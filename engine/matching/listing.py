"""Takes apart memos that list what they pay: numbers or short names, with amounts or without."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.matching.ledger import Ledger
from engine.matching.normalise import compact, name_tokens, unconfused, words
from engine.matching.transliteration import plain

_BETWEEN = re.compile(r"\s*[;,+|、]\s*|\s+/\s+")
_AMOUNT = re.compile(r"[ :](\d{1,9}(?:[.,]\d{2}))$")
_LEAD_WORDS = 4
_SHORTEST = 3
_SHORTEST_NAME = 4
_COMMON = 40


class Item(NamedTuple):
    """One thing that a memo lists: bills of its number, else parties of its name, and an amount.

    ``amount`` is in hundredths, 0 where none is printed.
    """

    text: str
    bills: tuple[int, ...]
    parties: tuple[int, ...]
    amount: int


class Listings:
    """Finds bills by number and parties by the start of their name."""

    def __init__(self, ledger: Ledger) -> None:
        """Index all bills and parties."""
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for index, bill in enumerate(ledger.bills):
            if bill.number:
                self._numbers[unconfused(bill.number)].append(index)
        self._names: list[tuple[tuple[str, ...], str]] = []
        self._starts: dict[str, list[int]] = defaultdict(list)
        self._party: list[int] = []
        for party, record in enumerate(ledger.parties):
            for name in record.names:
                tokens, joined = name_tokens(name), compact(name)
                for start in sorted({t[:_SHORTEST] for t in tokens} | {joined[:_SHORTEST]}):
                    self._starts[start].append(len(self._names))
                self._names.append((tokens, joined))
                self._party.append(party)

    def items(self, text: str) -> list[Item]:
        """What the text lists; empty when it lists less than two things that are known."""
        pieces = [piece for piece in _BETWEEN.split(text) if piece.strip()]
        if len(pieces) < 2:
            return []
        found = [self._item(piece) for piece in pieces[1:]]
        if sum(bool(item.bills or item.parties) for item in found) < 1:
            return []
        first = self._first(pieces[0].split())
        found = [first, *found] if first else found
        known = [item for item in found if item.bills or item.parties]
        return found if len(known) >= 2 else []

    def _first(self, lead: Sequence[str]) -> Item | None:
        """What stands at the end of the text before the first separator."""
        named: Item | None = None
        for count in range(1, min(_LEAD_WORDS, len(lead)) + 1):
            item = self._item(" ".join(lead[-count:]))
            if item.bills:
                return item
            if item.parties:
                named = item
        return named

    def _item(self, piece: str) -> Item:
        text, amount = piece.strip(), 0
        printed = _AMOUNT.search(text)
        if printed:
            text = text[: printed.start()]
            amount = int("".join(c for c in printed.group(1) if c.isdigit()))
        key = unconfused(compact(text))
        bills = self._numbers.get(key, []) if len(key) >= 2 else []
        if bills and len(bills) <= _COMMON:
            return Item(text, tuple(bills), (), amount)
        return Item(text, (), tuple(sorted(set(self._parties(text)))), amount)

    def _parties(self, text: str) -> Iterator[int]:
        joined = compact(text)
        if len(joined) < _SHORTEST_NAME or sum(map(str.isalpha, joined)) < _SHORTEST:
            return
        tokens = [w for w in words(text) if len(w) >= _SHORTEST]
        for place in self._starts.get(joined[:_SHORTEST], ()):
            names, whole = self._names[place]
            if whole.startswith(joined) or _all_begin(tokens, names):
                yield self._party[place]


def _all_begin(tokens: Sequence[str], names: Sequence[str]) -> bool:
    """Whether each word begins one of the name's, the first of them with four letters."""
    if not tokens or len(tokens[0]) < _SHORTEST_NAME:
        return len(tokens) > 1 and all(any(n.startswith(t) for n in names) for t in tokens)
    return all(any(n.startswith(t) for n in names) for t in tokens)


def text_of(description: str) -> str:
    """The text as it is taken apart: plain capitals, separators kept."""
    return plain(description)
