"""What kind of account the title above its rows names: the words before the account's number."""

from collections.abc import Sequence
from typing import Final

from engine.extraction.currencies import CODES
from engine.extraction.phrases import plain
from engine.extraction.statements.header.account_type import account_type
from engine.extraction.statements.header.accounts.parts import Part
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.header.numbers.labels import is_number_word, number_labels
from engine.extraction.statements.labels import figures_in
from engine.extraction.statements.lines.cells import TypedLine
from engine.reading.page import Word

_MOST_WORDS: Final = 8
_NEAR: Final = 8
"""Lines above the first row in which an account's title stands."""
_CODES_OF_BANKS: Final = frozenset({"bic", "swift", "bsb", "blz", "sort", "clearing", "branch"})
_EDGES: Final = " .:,;-–—·|/("


def own_title(part: Part, number: Found | None, lines: Sequence[TypedLine]) -> Found | None:
    """The kind of account in the document's words, by its label or by the title of its rows.

    None where the line of its number has no other words than those that ask for a number.
    """
    titles = [lines[at] for at in part.titles]
    labelled = account_type(titles, frozenset()) if titles else None
    near = part.titles[-_NEAR:]
    if labelled is not None or number is None or number.line not in near:
        return labelled
    line = lines[number.line]
    words = _name_in(_before(line, number.words))
    if words:
        return _titled(words, line)
    above = lines[line.number - 1] if line.number - 1 in part.titles else None
    if above is None or above.page_number != line.page_number or len(above.cells) != 1:
        return None
    words = list(above.cells[0].words)
    is_account = bool(number_labels([plain(word.text) for word in words], frozenset()))
    return _titled(words, above) if is_account else None


def _titled(words: Sequence[Word], line: TypedLine) -> Found | None:
    """The title that ``words`` are; None where they are too many, begin with a figure or a sum."""
    text = " ".join(word.text for word in words).strip(_EDGES)
    is_name = any(c.isalpha() for c in text) and not any(c.isdigit() for c in text)
    is_code = not _CODES_OF_BANKS.isdisjoint(plain(text).split())
    if not is_name or is_code or len(words) > _MOST_WORDS or figures_in(text):
        return None
    return found_on(text, words, line, 0.7)


def _before(line: TypedLine, number: Sequence[Word]) -> list[list[Word]]:
    """The words of a line before those of the number, cell by cell; none before an amount."""
    before: list[list[Word]] = []
    for cell in line.cells:
        if cell.money is not None or cell.date is not None:
            before = []
            continue
        place = next((at for at, word in enumerate(cell.words) if word in number), None)
        before.append(list(cell.words[:place]))
        if place is not None:
            return before
    return []


def _name_in(cells: Sequence[list[Word]]) -> list[Word]:
    """The words of the last cell that are more than a label that asks for a number."""
    for cell in reversed(cells):
        words = _without_label(cell)
        if words:
            return words
    return []


def _without_label(words: list[Word]) -> list[Word]:
    """Without the words at the end that ask for a number; none where nothing else is left."""
    while words and _is_small(words[-1].text):
        words = words[:-1]
    tokens = [token for word in words for token in plain(word.text).split()]
    labels = number_labels([*tokens, "no"], frozenset())
    is_label = any(label.start == 0 and label.end >= len(tokens) for label in labels)
    return [] if is_label and not _is_kind(tokens) else words


def _is_kind(tokens: Sequence[str]) -> bool:
    """Whether words that may ask for a number say more than that it is an account's."""
    return len(tokens) > 1


def _is_small(text: str) -> bool:
    name = plain(text)
    return not name or text.strip("().,:") in CODES or name == "iban" or is_number_word(name)
