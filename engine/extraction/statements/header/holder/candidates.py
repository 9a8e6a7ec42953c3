"""Names at the head of a statement that may be the holder's, with the signs of each.

The signs are named in words; ``holder.py`` weighs them. A name stands beside a label, begins an
address, or follows words of address.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec import structs

from engine.extraction.currencies import currency_of
from engine.extraction.phrases import plain
from engine.extraction.statements.columns.heads import role_of
from engine.extraction.statements.header.bank_name import says_bank
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.header.holder.called import is_name, name_in
from engine.extraction.statements.labels import figures_in
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.vocabulary.account_words import ACCOUNTS, RIVALS
from engine.extraction.statements.vocabulary.holder_words import (
    AFTER,
    COMPANIES,
    GREETINGS,
    OWN_WORDS,
    TITLES,
)
from engine.reading.page import Word

_LOWEST: Final = 0.6
"""Page heights below which no head goes on."""
_FLUSH: Final = 0.008
_ADDRESS: Final = 5
"""Lines of an address that are looked at."""
_PITCH: Final = 2.4
"""Line heights between two lines of one address, at most."""
_LARGE: Final = 1.2


@dataclass(frozen=True, slots=True)
class Named:
    """A name and the names of what speaks for it and against it."""

    found: Found
    signs: tuple[str, ...]


def named_candidates(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> list[Named]:
    """The names on the first page's head that may be the holder's."""
    first_row = min(row_lines, default=len(lines) + (lines[0].number if lines else 0))
    head = [
        line
        for line in lines
        if line.page_number == lines[0].page_number
        and line.number not in row_lines
        and (line.y0 < _LOWEST or line.number < first_row)
    ]
    usual = _usual_height(head)
    result: list[tuple[Found, list[str]]] = []
    for at, line in enumerate(head):
        for place, cell in enumerate(line.cells):
            if cell.date is not None or cell.money is not None:
                continue
            words, kind = name_in(head, at, place)
            words, parts = _bare(words)
            if not words or not is_name(words):
                continue
            signs = [
                kind,
                *parts,
                *_form(words),
                *_block(head, at, cell),
                *_place(line, first_row),
            ]
            height = max(word.y1 - word.y0 for word in words)
            signs += ["large"] * (height > _LARGE * usual) + ["first line"] * (at == 0)
            text = " ".join(word.text for word in words).strip(" ,:：-–|")
            result.append((found_on(text, words, line, 0.0), signs))
    again = _on_other_pages(lines, {found.value for found, _ in result})
    return [
        Named(found, (*signs, *["on other pages"] * (found.value in again)))
        for found, signs in result
    ]


def _usual_height(lines: Sequence[TypedLine]) -> float:
    heights = sorted(w.y1 - w.y0 for line in lines for c in line.cells for w in c.words)
    return heights[len(heights) // 2] if heights else 0.0


def _on_other_pages(lines: Sequence[TypedLine], texts: set[str]) -> set[str]:
    """Those of ``texts`` that a cell of another page than the first says."""
    first = lines[0].page_number if lines else 1
    begins = {text[:1] for text in texts}
    return {
        text
        for line in lines
        if line.page_number != first
        for cell in line.cells
        if cell.words[0].text[0] in begins and (text := cell.text) in texts
    }


def _bare(words: Sequence[Word]) -> tuple[tuple[Word, ...], list[str]]:
    """A name without words of address and signs of respect, which are told."""
    signs: list[str] = []
    while words and (plain(words[0].text) in GREETINGS or not plain(words[0].text)):
        signs += ["greeted"] * bool(plain(words[0].text))
        words = words[1:]
    while len(words) > 1 and words[-1].text in AFTER:
        words, signs = words[:-1], [*signs, "respected"]
    if words and words[-1].text.endswith(AFTER):
        last = words[-1]
        end = next(sign for sign in AFTER if last.text.endswith(sign))
        if len(last.text) > len(end):
            words = (*words[:-1], structs.replace(last, text=last.text.removesuffix(end)))
            signs.append("respected")
    return tuple(words), signs


def _form(words: Sequence[Word]) -> Iterator[str]:
    """What a name's own words say."""
    text = " ".join(word.text for word in words)
    tokens = plain(text).split()
    is_other = not text.isascii() and not any(c.isupper() or c.islower() for c in text)
    yield "2 words" if is_other and len(tokens) == 1 else f"{min(len(tokens), 5)} words"
    if tokens and tokens[0] in TITLES:
        yield "title"
    if not COMPANIES.isdisjoint(tokens):
        yield "company"
    if not OWN_WORDS.isdisjoint(tokens) or figures_in(text) or currency_of(text):
        yield "statement's words"
    if not (ACCOUNTS | RIVALS).isdisjoint(tokens):
        yield "label's words"
    if role_of(text) is not None:
        yield "head of a column"
    if says_bank(text):
        yield "bank's words"
    letters = [word.text for word in words if word.text[0].isalpha()]
    if text.isupper():
        yield "capitals"
    elif sum(word[0].islower() for word in letters) * 2 > len(letters):
        yield "small letters"
    elif all(word[0].isupper() or len(word) <= 3 for word in letters):
        yield "capital first letters"
    if is_other:
        yield "other script"
    if ":" in text or "：" in text:
        yield "colon within"
    if text.endswith((".", "!", "?")) and letters and len(letters[-1]) > 3:
        yield "sentence"


def _block(lines: Sequence[TypedLine], at: int, cell: Cell) -> Iterator[str]:
    """The lines flush under and over a name: an address."""
    below = list(_flush(lines, at, cell, 1))
    numbered = sum(any(c.isdigit() for c in each.text) for each in below)
    yield f"{min(len(below), 4)} lines below"
    if numbered:
        yield "figures below" if any(c.isdigit() for c in below[-1].text) else "figure between"
    if any(each.date is not None or each.money is not None for each in below):
        yield "dates below"
    if any(":" in each.text or "：" in each.text for each in below):
        yield "labels below"
    above = list(_flush(lines, at, cell, -1))
    yield f"{min(len(above), 3)} lines above"
    if above and says_bank(above[0].text):
        yield "under a bank's name"
    elif above and _is_plain_name(above[0]):
        yield "under a name"


def _is_plain_name(cell: Cell) -> bool:
    tokens = plain(cell.text).split()
    is_words = len(tokens) > 1 and cell.date is None and cell.money is None and is_name(cell.words)
    return is_words and ":" not in cell.text and OWN_WORDS.isdisjoint(tokens)


def _flush(lines: Sequence[TypedLine], at: int, cell: Cell, step: int) -> Iterator[Cell]:
    """The cells at the same left edge, line by line, up to a wider gap."""
    before = lines[at]
    place = at + step
    count = 0
    while 0 <= place < len(lines) and count < _ADDRESS:
        line = lines[place]
        if abs(line.y0 - before.y0) > _PITCH * (before.y1 - before.y0):
            return
        flush = next((c for c in line.cells if abs(c.x0 - cell.x0) < _FLUSH), None)
        if flush is not None:
            yield flush
            before = line
            count += 1
        place += step


def _place(line: TypedLine, first_row: int) -> Iterator[str]:
    y = line.y0
    yield "y<.1" if y < 0.1 else "y<.2" if y < 0.2 else "y<.35" if y < 0.35 else "y>.35"
    if line.number > first_row:
        yield "below a row"
    if len(line.cells) == 1:
        yield "alone on its line"
