"""Pieces of lines that were read with doubt, read once more by an engine that reads whole lines.

On most scans a few words only are in doubt: faint figures, accents that a language's data lacks.
Reading their pieces again costs a fraction of a second reading of the page.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from engine.reading.missed_ink import Pixels
from engine.reading.page import Word
from engine.reading.recognised import letters_of, mean_confidence

_UNSURE: Final = 0.85
_UNSURE_FIGURE: Final = 0.5
_CONVINCING: Final = 0.88
_MOST_PIECES: Final = 40
_LENGTHS: Final = (0.6, 1.6)
"""Letters of the second reading as a share of those of the first, at least and at most."""

# In heights of the words.
_GAP: Final = 0.9
_MARGIN: Final = 0.2
_TALLEST: Final = 3.0

LineReader = Callable[[Sequence[Pixels]], Sequence[Sequence[Word]]]
"""Reads pieces of the page, each one line: words with boxes of the page for each piece."""


def with_unsure_read(
    words: Sequence[Word], size: tuple[int, int], read: LineReader
) -> tuple[Word, ...]:
    """``words`` with the pieces in doubt replaced by what ``read`` is surer of.

    Args:
        words: What was recognised on the page.
        size: Width and height of the page's picture in pixels.
        read: Reads pieces of the same picture.
    """
    pieces = [piece for piece in _pieces(words, size) if _is_unsure(piece)]
    if not pieces or len(pieces) > _MOST_PIECES:
        return tuple(words)
    replaced: dict[int, Sequence[Word]] = {}
    dropped = set[int]()
    again = read([_box_of(piece, size) for piece in pieces])
    for piece, found in zip(pieces, again, strict=True):
        if _is_better(found, piece):
            replaced[id(piece[0])] = found
            dropped |= {id(word) for word in piece}
    result: list[Word] = []
    for word in words:
        result += replaced.get(id(word), () if id(word) in dropped else (word,))
    return tuple(result)


def _pieces(words: Sequence[Word], size: tuple[int, int]) -> Iterator[list[Word]]:
    """Words side by side in one line without a wide gap, in the order of the first one."""
    aspect = size[0] / size[1]
    piece: list[Word] = []
    for word in words:
        if piece and not _continues(piece[-1], word, aspect):
            yield piece
            piece = []
        piece.append(word)
    if piece:
        yield piece


def _continues(last: Word, word: Word, aspect: float) -> bool:
    height = max(last.y1 - last.y0, word.y1 - word.y0)
    level = min(last.y1, word.y1) - max(last.y0, word.y0)
    gap = (word.x0 - last.x1) * aspect
    least = min(last.y1 - last.y0, word.y1 - word.y0)
    return level > 0.5 * least and -0.3 * height < gap < _GAP * height


def _is_unsure(piece: Sequence[Word]) -> bool:
    """Whether a word of the piece is in doubt; a lone figure seldom gets the trust it deserves."""
    return any(
        word.confidence < (_UNSURE if letters_of(word) > 1 else _UNSURE_FIGURE)
        for word in piece
        if letters_of(word)
    )


def _is_better(found: Sequence[Word], piece: Sequence[Word]) -> bool:
    """Whether the second reading is sure of about as many letters as the first one guessed."""
    before, after = sum(map(letters_of, piece)), sum(map(letters_of, found))
    sure = mean_confidence(found)
    alike = _LENGTHS[0] * before <= after <= _LENGTHS[1] * before
    return alike and sure >= _CONVINCING and sure > mean_confidence(piece)


def _box_of(piece: Sequence[Word], size: tuple[int, int]) -> Pixels:
    heights = sorted(word.y1 - word.y0 for word in piece)
    height = heights[len(heights) // 2]
    top, bottom = min(w.y0 for w in piece), max(w.y1 for w in piece)
    if bottom - top > _TALLEST * height:
        # A box that runs over several lines belongs to no word of this one.
        middle = sorted((w.y0 + w.y1) / 2 for w in piece)[len(piece) // 2]
        top, bottom = middle - height, middle + height
    margin = _MARGIN * height * size[1]
    return (
        max(0, round(piece[0].x0 * size[0] - margin)),
        max(0, round(top * size[1] - margin)),
        min(size[0], round(max(w.x1 for w in piece) * size[0] + margin)),
        min(size[1], round(bottom * size[1] + margin)),
    )
