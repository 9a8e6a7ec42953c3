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

_NOT_WORD = re.compile(r"[\W_]+")
_ELISION = re.compile(r"\b(d|l|n|s|m|j|c|qu|dell|all|nell|sull|un)['’](?=[^\W\d_]{2})")
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower-case letters and digits of ``text`` without accents, other signs turned into spaces.

    Apostrophes vanish, so ``month's`` stays one word; an elided article (``d'échéance``) is a word
    of its own.
    """
    lowered = text.casefold()
    if "'" in lowered or "’" in lowered:
        lowered = _ELISION.sub(r"\1 ", lowered)
    if not lowered.isascii():
        parts = unicodedata.normalize("NFKD", lowered).casefold()
        lowered = "".join(c for c in parts if not unicodedata.combining(c)).translate(_LETTERS)
    lowered = lowered.replace("'", "").replace("’", "")
    return _NOT_WORD.sub(" ", lowered).strip()


@dataclass(frozen=True, slots=True)
class Hit(Generic[Label]):
    """A phrase found at ``tokens[start:end]``."""

    label: Label
    start: int
    end: int


class PhraseBook(Generic[Label]):
    """A vocabulary: phrases and what each means. The longest phrase at a place wins."""

    def __init__(self, phrases: Mapping[Label, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Label]]] = {}
        for label, texts in phrases.items():
            for text in texts:
                tokens = tuple(plain(text).split())
                self._by_first.setdefault(tokens[0], []).append((tokens, label))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    @classmethod
    def of_lists(cls, lists: Mapping[Label, str]) -> "PhraseBook[Label]":
        """A vocabulary written as one comma-separated text of phrases for each meaning."""
        return cls(
            {label: [p for p in text.split(",") if plain(p)] for label, text in lists.items()}
        )

    def find(self, tokens: Sequence[str]) -> list[Hit[Label]]:
        """Phrases in ``tokens`` (plain words) from left to right, not overlapping."""
        hits: list[Hit[Label]] = []
        index = 0
        while index < len(tokens):
            hit = self._at(tokens, index)
            if hit is None:
                index += 1
            else:
                hits.append(hit)
                index = hit.end
        return hits

    def labels(self, text: str) -> set[Label]:
        """What any phrase in ``text`` means."""
        return {hit.label for hit in self.find(plain(text).split())}

    def _at(self, tokens: Sequence[str], index: int) -> Hit[Label] | None:
        for phrase, label in self._by_first.get(tokens[index], ()):
            end = index + len(phrase)
            if tuple(tokens[index:end]) == phrase:
                return Hit(label, index, end)
        return None
