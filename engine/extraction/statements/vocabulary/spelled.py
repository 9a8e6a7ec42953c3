"""How vocabularies are written: phrases after commas, with choices inside them.

``a|b c|_`` stands for "a c", "b c", "a" and "b": each word may be one of several, or none. ``d+l``
is one choice of two words.
"""

from collections.abc import Iterator, Mapping
from itertools import product

from engine.extraction.phrases import Label, PhraseBook


def spelled(text: str) -> Iterator[str]:
    """The phrases that ``text`` writes, every choice spelled out."""
    for entry in text.split(","):
        for words in product(*(slot.split("|") for slot in entry.split())):
            phrase = " ".join(word.replace("+", " ") for word in words if word != "_")
            if phrase:
                yield phrase


def book_of(lists: Mapping[Label, str]) -> PhraseBook[Label]:
    """A vocabulary of such texts, one for each meaning."""
    return PhraseBook({label: list(spelled(text)) for label, text in lists.items()})
