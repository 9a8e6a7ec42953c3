"""Phrases of scripts that are written without spaces, found inside of longer words.

Chinese, Japanese, Korean and Thai compounds end with what they mean ("transaction date"), and
spaces in them are the typesetter's, so they are compared letter by letter.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Generic

from engine.extraction.phrases import Hit, Label, PhraseBook, plain

_LETTER: Final = (
    "\u0e01-\u0e3a\u0e40-\u0eff\u1100-\u11ff\u1780-\u17d3\u3005\u3040-\u30ff\u3400-\u9fff"
)
_FIRST_LETTER: Final = _LETTER[0]
_HAS_LETTER: Final = re.compile(f"[{_LETTER}]")
_WHOLE: Final = re.compile(rf"[{_LETTER}\d]+\Z")


def is_unspaced(token: str) -> bool:
    """Whether the plain word ``token`` is of a script that does not part words."""
    return _HAS_LETTER.search(token) is not None and _WHOLE.match(token) is not None


def may_be_unspaced(text: str) -> bool:
    """Whether ``text`` has letters so far back in Unicode as those of such scripts all are."""
    return max(text, default="") >= _FIRST_LETTER


class UnspacedBook(Generic[Label]):
    """The phrases of a vocabulary that are written without spaces, and what each means."""

    def __init__(self, phrases: Mapping[Label, Iterable[str]]) -> None:
        self._letters: PhraseBook[Label] = PhraseBook(
            {
                label: [
                    " ".join(letters)
                    for text in texts
                    if is_unspaced(letters := plain(text).replace(" ", ""))
                ]
                for label, texts in phrases.items()
            }
        )

    def find(self, tokens: Sequence[str]) -> list[Hit[Label]]:
        """Phrases in runs of such ``tokens``, at most one for each token, left to right.

        A phrase counts where it is most of its words, and begins a word if it takes several; of
        two in one word the last says what the word means.
        """
        hits: list[Hit[Label]] = []
        if all(map(str.isascii, tokens)):
            return hits
        for first, last in _runs(tokens):
            owners = [i for i in range(first, last) for _ in tokens[i]]
            letters = [letter for token in tokens[first:last] for letter in token]
            found: dict[int, Hit[Label]] = {}
            for hit in self._letters.find(letters):
                start, end = owners[hit.start], owners[hit.end - 1] + 1
                size = sum(len(token) for token in tokens[start:end])
                if end - start > 1 and hit.start and owners[hit.start - 1] == start:
                    continue
                if 2 * (hit.end - hit.start) > size:
                    found = {k: h for k, h in found.items() if h.end <= start}
                    found[start] = Hit(hit.label, start, end)
            hits.extend(found.values())
        return hits


def _runs(tokens: Sequence[str]) -> Iterable[tuple[int, int]]:
    start: int | None = None
    for index, token in enumerate([*tokens, ""]):
        if is_unspaced(token):
            start = index if start is None else start
        elif start is not None:
            yield start, index
            start = None
