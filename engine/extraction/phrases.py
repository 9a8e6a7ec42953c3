"""Find known phrases in printed text, whatever its case, accents and punctuation.

Everything that compares words compares ``plain`` words, so vocabularies are written plainly too.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

Label = TypeVar("Label")

_MARKS = (
    "\u0900-\u0963\u0971-\u09e5\u09f0\u0a00-\u0a65\u0a70-\u0ae5\u0b00-\u0e3e\u0e40-\u0e4e"
    "\u0e80-\u0f00\u1780-\u17d3"
)
"""Scripts of India and South-East Asia, whose vowels are marks beside their letters."""

_NOT_WORD = re.compile(rf"[^\w{_MARKS}]+|_+")
_ELISION = re.compile(r"\b(d|l|n|s|m|j|c|qu|dell|all|nell|sull|un)['’](?=[^\W\d_]{2})")
_ASCII_SIGNS = bytes(code if chr(code).isalnum() else ord(" ") for code in range(256))
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
    | {"ı": "i", "ə": "e", "ħ": "h"}
)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower-case letters and digits of ``text`` without accents, other signs turned into spaces.

    Apostrophes vanish, so ``month's`` stays one word; an elided article (``d'échéance``) is a word
    of its own.
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    lowered = text.casefold()
    if "'" in lowered or "’" in lowered:
        lowered = _ELISION.sub(r"\1 ", lowered)
    if not lowered.isascii():
        parts = unicodedata.normalize("NFKD", lowered).casefold()
        lowered = "".join(c for c in parts if not unicodedata.combining(c)).translate(_LETTERS)
    if lowered.isascii():
        return b" ".join(lowered.encode().translate(_ASCII_SIGNS, b"'").split()).decode()
    lowered = lowered.replace("'", "").replace("’", "")
    return _NOT_WORD.sub(" ", lowered).strip()


def plain_words(text: str) -> list[str]:
    """``plain(text).split()``, quicker: words come again and again where texts do not."""
    return [token for word in text.split() for token in plain(word).split()]


@dataclass(frozen=True, slots=True)
class Hit(Generic[Label]):
    """A phrase found at ``tokens[start:end]``."""

    label: Label
    start: int
    end: int


class _Node(Generic[Label]):
    """A word of phrases: what may follow it, and what the words up to here mean, if anything."""

    __slots__ = ("following", "label")

    def __init__(self) -> None:
        self.following: dict[str, _Node[Label]] = {}
        self.label: Label | None = None

    def after(self, words: Sequence[str]) -> "_Node[Label]":
        """The node that ``words`` lead to from here, made where there is none."""
        node = self
        for word in words:
            further = node.following.get(word)
            if further is None:
                further = node.following[word] = _Node()
            node = further
        return node


class PhraseBook(Generic[Label]):
    """A vocabulary: phrases and what each means. The longest phrase at a place wins."""

    def __init__(self, phrases: Mapping[Label, Iterable[str]]) -> None:
        self._root: _Node[Label] = _Node()
        self._first = self._root.following
        for label, texts in phrases.items():
            for text in texts:
                self.add([[plain(text).split()]], label)

    def add(self, slots: Sequence[Sequence[Sequence[str]]], label: Label) -> None:
        """Phrases that mean ``label``, unless they have a meaning already.

        Args:
            slots: for each place in the phrase the runs of plain words of which one stands there;
                an empty run leaves the place out.
            label: what every such phrase means.
        """
        ends = [self._root]
        for runs in slots:
            ends = [node.after(run) for node in ends for run in runs]
        for node in ends:
            if node.label is None and node is not self._root:
                node.label = label

    @classmethod
    def of_lists(cls, lists: Mapping[Label, str]) -> "PhraseBook[Label]":
        """A vocabulary written as one comma-separated text of phrases for each meaning."""
        return cls(
            {label: [p for p in text.split(",") if plain(p)] for label, text in lists.items()}
        )

    @property
    def first_words(self) -> frozenset[str]:
        """The plain words that phrases begin with."""
        return frozenset(self._first)

    def find(self, tokens: Sequence[str]) -> list[Hit[Label]]:
        """Phrases in ``tokens`` (plain words) from left to right, not overlapping."""
        if self._first.keys().isdisjoint(tokens):
            return []
        hits: list[Hit[Label]] = []
        free = 0
        for index, token in enumerate(tokens):
            if index >= free and (node := self._first.get(token)) is not None:
                hit = _longest(node, tokens, index)
                if hit is not None:
                    hits.append(hit)
                    free = hit.end
        return hits

    def labels(self, text: str) -> set[Label]:
        """What any phrase in ``text`` means."""
        return {hit.label for hit in self.find(plain(text).split())}


def _longest(node: _Node[Label], tokens: Sequence[str], index: int) -> Hit[Label] | None:
    """The longest phrase that begins with ``node``, which stands for ``tokens[index]``."""
    label, end, place = node.label, index + 1, index + 1
    while place < len(tokens) and (further := node.following.get(tokens[place])) is not None:
        node, place = further, place + 1
        if node.label is not None:
            label, end = node.label, place
    return None if label is None else Hit(label, index, end)
