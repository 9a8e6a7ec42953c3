"""What an OCR engine made of a picture, and how far that can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.reading.page import EngineName, Turn, Word
from engine.reading.plane import Plane

_GOOD_CONFIDENCE: Final = 0.70
_FEW_LETTERS: Final = 60
_KNOWN: Final = 0.6
"""From this confidence on a word counts as read rather than guessed."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Words of a picture after turning it clockwise by ``turn`` degrees.

    ``aspect`` is the turned picture's width divided by its height; ``engine`` is who read it, and
    ``helper`` who read parts of it again; ``plane`` is how the sheet lies in the turned picture
    where that is not flat.
    """

    words: tuple[Word, ...]
    turn: Turn
    aspect: float
    engine: EngineName = "tesseract"
    helper: EngineName | None = None
    plane: Plane | None = None

    @property
    def engines(self) -> str:
        """Who read it, joined by ``+``."""
        return self.engine if self.helper is None else f"{self.engine}+{self.helper}"

    @property
    def score(self) -> float:
        """How much was recognised: the letters and digits, each by its word's confidence."""
        if self.lies_across:
            return 0.0
        return sum(letters_of(word) * max(0.0, word.confidence - 0.3) for word in self.words)

    @property
    def known_letters(self) -> int:
        """Letters and digits of the words that were read with some confidence."""
        return sum(letters_of(word) for word in self.words if word.confidence >= _KNOWN)

    @property
    def is_good(self) -> bool:
        """Whether there is no reason to try again."""
        return self.is_sure_by(_GOOD_CONFIDENCE)

    def is_sure_by(self, confidence: float) -> bool:
        """Whether there are enough letters, the right way up, and they reach ``confidence``."""
        return (
            sum(map(letters_of, self.words)) >= _FEW_LETTERS
            and mean_confidence(self.words) >= confidence
            and not self.lies_across
        )

    @property
    def lies_across(self) -> bool:
        """Whether the rows run up or down: engines read those too, in boxes of no use."""
        long = [word for word in self.words if len(word.text) >= 4]
        tall = sum((w.y1 - w.y0) > 1.3 * self.aspect * (w.x1 - w.x0) for w in long)
        return tall > 0.5 * len(long)


def mean_confidence(words: Sequence[Word]) -> float:
    """Confidence of the words, 0..1, weighted by their letters and digits; 0 without any."""
    letters = sum(map(letters_of, words))
    return sum(letters_of(w) * w.confidence for w in words) / letters if letters else 0.0


def letters_of(word: Word) -> int:
    """How many letters and digits ``word`` has."""
    return sum(map(str.isalnum, word.text))
