"""Finds the counterparties that a memo names, however the bank cut or abbreviated them.

A name's words count by how rare they are among the parties and among the memos of this very run,
so words that a bank prints everywhere lose their weight without a list of banks' phrases.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence, Set
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from engine.matching.normalise import LEGAL_FORMS, PAYMENT_WORDS, compact, name_tokens, words
from engine.matching.parties import Party

_SHORTLIST = 10
_LEAST = 0.30
_OTHER_FORM = 0.2
_MISREAD = 6  # the first letter of a word so long may be misread
_SPELLED_OUT = str.maketrans(
    {"Ä": "AE", "Ö": "OE", "Ü": "UE", "ä": "ae", "ö": "oe", "ü": "ue", "Å": "AA", "å": "aa"}
)
_COMMON = 200  # a word that more parties share finds none on its own


class Named(NamedTuple):
    """A party and how surely the memo names it, from 0 to 1.

    ``via`` says how: by its name, by its account number, by a name that this run has learned, or by
    a rule of the user's own.
    """

    party: int
    score: float
    via: Literal["name", "account", "alias", "rule"] = "name"


class _Name(NamedTuple):
    party: int
    tokens: tuple[str, ...]
    weights: tuple[float, ...]
    joined: str  # the tokens in one string
    full: str  # with legal form and connectors
    initials: str  # the first letters of these two


class NameIndex:
    """Looks parties up by the words of a memo; answers are remembered per set of words."""

    def __init__(self, parties: Sequence[Party], memos: Iterable[tuple[str, ...]]) -> None:
        """Index the parties' names; ``memos`` are the words of every bank line."""
        distinct = set(memos)
        self._in_memos = Counter(word for memo in distinct for word in set(memo))
        self._memos = len(distinct)
        self._frequent = {w for w, n in self._in_memos.items() if n >= max(5, 0.01 * len(distinct))}
        named = [
            (n, spelling)
            for n, party in enumerate(parties)
            for name in party.names
            for spelling in dict.fromkeys((name, name.translate(_SPELLED_OUT)))
        ]
        self._in_parties = Counter(t for _, name in named for t in set(name_tokens(name)))
        self._parties = len(parties)
        self._forms = [
            LEGAL_FORMS.intersection(word for name in party.names for word in words(name))
            for party in parties
        ]
        self._names = [self._name(party, name) for party, name in named]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            for key in _keys(name):
                self._by_word[key].append(number)
        self._known: dict[tuple[str, ...], tuple[Named, ...]] = {}

    def remember(
        self, memos: Sequence[tuple[str, ...]], named: Sequence[tuple[Named, ...]]
    ) -> None:
        """Keep what other hands answered for the memos."""
        self._known.update(zip(memos, named, strict=True))

    def resolve(self, memo: tuple[str, ...]) -> tuple[Named, ...]:
        """Parties that the words may name, the likeliest first."""
        if memo not in self._known:
            best: dict[int, float] = {}
            for name in self._shortlist(memo):
                score = _similarity(name, memo, self._frequent)
                if score >= _LEAST and score > best.get(name.party, 0.0):
                    best[name.party] = score
            if len(best) > 1:
                best = self._by_legal_form(best, memo)
            ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
            self._known[memo] = tuple(Named(*item) for item in ranked)
        return self._known[memo]

    def _by_legal_form(self, scores: dict[int, float], memo: tuple[str, ...]) -> dict[int, float]:
        """Of parties named equally well, those whose legal form the memo has come first."""
        highest = max(scores.values())
        said = LEGAL_FORMS.intersection(memo)
        first = [party for party, score in scores.items() if score == highest]
        suiting = [party for party in first if said and self._forms[party] & said]
        if len(first) < 2 or not 0 < len(suiting) < len(first):
            return scores
        behind = set(first) - set(suiting)
        return {p: score - _OTHER_FORM if p in behind else score for p, score in scores.items()}

    def is_boilerplate(self, word: str) -> bool:
        """Whether the word stands in so many different memos that it names nobody."""
        if self._in_parties[word]:
            return False
        return word in LEGAL_FORMS or word in PAYMENT_WORDS or word in self._frequent

    def _weight(self, token: str) -> float:
        among_parties = self._parties / max(1, self._in_parties[token])
        among_memos = self._memos / max(1, self._in_memos[token])
        return math.log(1.5 + min(among_parties, among_memos))

    def _name(self, party: int, name: str) -> _Name:
        tokens = name_tokens(name)
        weights = tuple(map(self._weight, tokens))
        joined, full = "".join(tokens), compact(name)
        return _Name(party, tokens, weights, joined, full, joined[:1] + full[:1])

    def _shortlist(self, memo: tuple[str, ...]) -> list[_Name]:
        rough: dict[int, float] = defaultdict(float)
        for word in dict.fromkeys(memo):
            for key, share in ((word, 1.0), (f"{word[:4]}…", 0.4), (f"{word[:6]}…", 0.9)):
                found = self._by_word.get(key, ())
                if len(found) <= _COMMON:
                    for number in found:
                        rough[number] += share / (3 + len(found))
        likely = list(rough)
        if len(rough) > _SHORTLIST:
            least = sorted(rough.values())[-_SHORTLIST]
            likely = [number for number, share in rough.items() if share >= least]
        likely.sort(key=lambda number: (-rough[number], number))
        return [self._names[number] for number in likely[:_SHORTLIST]]


def _keys(name: _Name) -> set[str]:
    """Whole words, the start of each, and the start of the name written without spaces."""
    keys = set(name.tokens)
    keys |= {f"{token[:4]}…" for token in name.tokens if len(token) >= 4}
    keys |= {f"{text[:6]}…" for text in (name.joined, name.full) if len(text) >= 6}
    return keys


def _similarity(name: _Name, memo: tuple[str, ...], frequent: Set[str]) -> float:
    """The weighted share of the name's words found; a name cut short at its end loses little."""
    if not name.tokens:
        return 0.0
    found = _found_words(name, memo, frequent)
    total = sum(name.weights)
    got = sum(w * quality for w, (quality, _) in zip(name.weights, found, strict=True))
    last = max((n for n, (quality, _) in enumerate(found) if quality > 0), default=-1)
    if 0 <= last < len(found) - 1 and all(quality > 0 for quality, _ in found[: last + 1]):
        quality, place = found[last]
        following = memo[place + 1] if place + 1 < len(memo) else ""
        if quality < 1.0 or name.tokens[last + 1].startswith(following):  # the rest was cut off
            total -= 0.5 * sum(name.weights[last + 1 :])
    return max(got / total, _joined_similarity(name, memo))


def _found_words(name: _Name, memo: tuple[str, ...], frequent: Set[str]) -> list[tuple[float, int]]:
    """Quality and place of each word of the name.

    A word that is ``frequent`` in the memos stands for a longer one only right after the word
    before it: "FACT" is not FactSet, but "MGMT" after "FACILITIES" is Management.
    """
    found: list[tuple[float, int]] = []
    for number, token in enumerate(name.tokens):
        again = token in name.tokens[:number]
        used = {place for _, place in found} if again else ()
        quality, place = _best_word(token, memo, used)
        if 0 < quality < 1 and memo[place] in frequent and not _follows(found, place, memo):
            quality = 0.0
        found.append((quality, place))
    return found


def _follows(found: Sequence[tuple[float, int]], place: int, memo: tuple[str, ...]) -> bool:
    """Whether the word stands right after the name's word before it, or a letter for "and"."""
    if not found or found[-1][0] == 0:
        return False
    before = found[-1][1]
    return before == place - 1 or (before == place - 2 and len(memo[place - 1]) == 1)


def _joined_similarity(name: _Name, memo: tuple[str, ...]) -> float:
    """For names written in one word, as card processors do."""
    for word in memo:
        if len(word) >= 6 and word[0] in name.initials and word not in name.tokens:
            for text in (name.joined, name.full):
                if text.startswith(word) or (word.startswith(text) and len(text) >= 6):
                    return min(1.0, 0.55 + 0.4 * len(word) / len(text))
    return 0.0


def _best_word(token: str, memo: tuple[str, ...], used: Collection[int] = ()) -> tuple[float, int]:
    """How well the memo holds the token (0 to 1), and the place of that word; not a used one."""
    if token in memo and not used:
        return 1.0, memo.index(token)
    best, place = 0.0, -1
    first, length = token[0], len(token)
    for index, word in enumerate(memo):
        if word[0] != first and (length < _MISREAD or not -1 <= len(word) - length <= 1):
            continue
        if index in used:
            continue
        quality = _word_quality(token, word)
        if quality > best:
            best, place = quality, index
    return best, place


@lru_cache(maxsize=65536)
def _word_quality(token: str, word: str) -> float:
    if len(word) < 2 or token[0] != word[0]:
        if len(token) < _MISREAD or abs(len(token) - len(word)) > 1:
            return 0.0
        return 0.85 if OSA.distance(token, word, score_cutoff=1) <= 1 else 0.0
    if token.startswith(word):
        return min(0.95, 0.35 + 0.15 * len(word))
    limit = 2 if len(token) >= 9 else 1 if len(token) >= 4 else 0
    distance = OSA.distance(token, word, score_cutoff=limit) if limit else 9
    if distance <= limit:
        return 0.9 if distance == 1 else 0.75
    if len(word) >= 3 and len(word) < len(token) and _abbreviates(word, token):
        return 0.7
    return 0.0


def _abbreviates(word: str, token: str) -> bool:
    """Whether the word's letters stand in the token in their order ("SVCS" in "SERVICES")."""
    letters = iter(token)
    return all(letter in letters for letter in word)
