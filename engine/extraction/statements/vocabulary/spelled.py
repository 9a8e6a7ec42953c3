"""How vocabularies are written: phrases after commas, with choices inside them.

``a|b c|_`` stands for "a c", "b c", "a" and "b": each word may be one of several, or none. ``d+l``
is one choice of two words.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Final

from engine.extraction.phrases import Label, PhraseBook, plain
from engine.extraction.statements.vocabulary.unspaced import UnspacedBook, may_be_unspaced

_NONE: Final = "_"


def spelled(text: str) -> Iterator[str]:
    """The phrases that ``text`` writes, every choice spelled out."""
    for entry in text.split(","):
        for words in product(*_choices(entry)):
            phrase = " ".join(word.replace("+", " ") for word in words if word != _NONE)
            if phrase:
                yield phrase


def book_of(lists: Mapping[Label, str]) -> PhraseBook[Label]:
    """A vocabulary of such texts, one for each meaning."""
    book: PhraseBook[Label] = PhraseBook({})
    for label, text in lists.items():
        for entry in text.split(","):
            slots = [[_plain_run(word) for word in words] for words in _choices(entry)]
            book.add(slots, label)
    return book


def unspaced_book_of(lists: Mapping[Label, str]) -> UnspacedBook[Label]:
    """Those phrases of such texts that are of scripts written without spaces."""
    return UnspacedBook(
        {
            label: [
                phrase
                for entry in text.split(",")
                if may_be_unspaced(entry)
                for phrase in spelled(entry)
            ]
            for label, text in lists.items()
        }
    )


def _choices(entry: str) -> list[list[str]]:
    """For each word of an entry what may stand there."""
    return [slot.split("|") for slot in entry.split()]


def _plain_run(word: str) -> list[str]:
    return [] if word == _NONE else plain(word.replace("+", " ")).split()
