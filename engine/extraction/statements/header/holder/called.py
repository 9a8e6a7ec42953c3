"""How a name is called for: by a label of the holder's, by one of something else, or not at all."""

from collections.abc import Sequence
from typing import Final

from msgspec import structs

from engine.extraction.phrases import plain
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.vocabulary.account_words import ACCOUNTS, NUMBERS, RIVALS
from engine.extraction.statements.vocabulary.holder_words import LABELS, TITLES
from engine.reading.page import Word

_MOST_WORDS: Final = 7
_MOST_LETTERS: Final = 60
_AND: Final = frozenset({"and", "e", "et", "und", "y", "og", "och", "en", "i", "a", "ou", "o"})
_LABEL_WORDS: Final = 3


def name_in(lines: Sequence[TypedLine], at: int, place: int) -> tuple[tuple[Word, ...], str]:
    """The words of a cell that may be a name, and how they are called for."""
    line = lines[at]
    cell = line.cells[place]
    glued = _glued(cell)
    if glued:
        return glued, "after label and colon"
    end = _label_end(cell)
    if end == len(cell.words):
        return (), "label"
    if end:
        is_colon = cell.words[end - 1].text.endswith((":", "：")) or cell.words[end].text in ":："
        return cell.words[end:], "after label and colon" if is_colon else "after label"
    left = line.cells[place - 1] if place else None
    if left is not None and _label_end(left) == len(left.words):
        return cell.words, "right of label"
    over = _over(lines, at, cell)
    if (
        over is not None
        and _label_end(over) == len(over.words)
        and not _has_value(lines[at - 1], over)
    ):
        return cell.words, "under label"
    if left is not None and _asks(left):
        return cell.words, "right of another label"
    if over is not None and _asks(over):
        return cell.words, "under another label"
    return cell.words, "no label"


def _label_end(cell: Cell) -> int:
    """Words of a cell that are the holder's label at its beginning."""
    tokens: list[str] = []
    owners: list[int] = []
    for position, word in enumerate(cell.words):
        parts = plain(word.text).split()
        tokens += parts
        owners += [position] * len(parts)
    hits = LABELS.find(tokens)
    if not hits or hits[0].start > 0:
        return 0
    end = owners[hits[0].end - 1] + 1
    while end < len(cell.words) and not plain(cell.words[end].text):
        end += 1
    return end


def _glued(cell: Cell) -> tuple[Word, ...]:
    """The name written to its label: ``户名：王伟``, ``户 名:王伟``."""
    for place, word in enumerate(cell.words[:_LABEL_WORDS]):
        label, sign, name = word.text.replace("：", ":").partition(":")
        if not sign:
            continue
        before = " ".join(each.text for each in cell.words[:place])
        tokens = plain(f"{before} {label}").split()
        hits = LABELS.find(tokens)
        if name and hits and hits[0].end - hits[0].start == len(tokens):
            return (structs.replace(word, text=name), *cell.words[place + 1 :])
        return ()
    return ()


def _over(lines: Sequence[TypedLine], at: int, cell: Cell) -> Cell | None:
    if not at:
        return None
    over = [c for c in lines[at - 1].cells if c.x0 < cell.x1 and cell.x0 < c.x1]
    return over[0] if len(over) == 1 else None


def _has_value(line: TypedLine, label: Cell) -> bool:
    """Whether a name stands right of a label already: then nothing under it is called for."""
    place = line.cells.index(label)
    right = line.cells[place + 1] if place + 1 < len(line.cells) else None
    return right is not None and not _asks(right) and is_name(right.words)


def _asks(cell: Cell) -> bool:
    """Whether a cell is the label of something."""
    tokens = set(plain(cell.text).split())
    known = ACCOUNTS | NUMBERS | RIVALS
    return cell.text.endswith((":", "：")) or (len(tokens) <= 4 and not known.isdisjoint(tokens))


def is_name(words: Sequence[Word]) -> bool:
    """Whether words may be a name: few, without figures and signs, and not only titles."""
    text = " ".join(word.text for word in words)
    return (
        1 < len(text) <= _MOST_LETTERS
        and len(words) <= _MOST_WORDS
        and not any(c.isdigit() for c in text)
        and sum(c.isalpha() for c in text) >= 2
        and not text.endswith((":", "："))
        and not any(c in text for c in "@*•=<>%€$£")
        and not all(token in TITLES or token in _AND for token in plain(text).split())
    )
