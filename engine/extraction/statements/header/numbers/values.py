"""The number beside a label: words that look like one, in the same line or below it."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from msgspec import structs

from engine.extraction.currencies import CODES
from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.lines.printed_dates import read_date
from engine.reading.page import Word

HIDDEN: Final = "*•·…Xx#●∗＊■"
"""Signs that stand for figures of a number which are not shown."""
_PIECE: Final = re.compile(rf"(?=.*[\d{HIDDEN}])[\dA-Z{HIDDEN}./,\-–‑−()]+[;:]?\Z")
_MASK: Final = re.compile(rf"[{HIDDEN}.]{{2,}}|…")
_GLUE: Final = re.compile(r"[:.#№°º\-–()/]*(?:[nN](?:[oOrR°º]|[úu]m(?:ero)?)?)?[:.#№°º\-–()/]*\Z")
_AMOUNT: Final = re.compile(r"[-+]?\d{1,3}(?:[.,’' ]\d{3})*[.,]\d{2}\Z|[-+]?\d+[.,]\d{2}\Z")
_DECIMAL: Final = re.compile(r"\d{1,3}(?:[.,’']\d{3})+[.,]\d{2}\Z|\d+[.,]\d{2}\Z")
_WHOLE: Final = 5
"""Figures of a number after which an amount is none of it, at least."""
_COLON: Final = re.compile(r"[#№]?[:：](?=.)")
"""The colon of a label that is written to its number."""
_NEAR: Final = 2.0
_SPACED: Final = 5.0
"""Widths of a letter between two pieces of a number, and between figures set one by one."""
_ISSUE: Final = re.compile(r"\d{1,3} ?/ ?(?:19|20)\d\d\Z|(?:19|20)\d\d ?[/-] ?\d{1,3}\Z")
"""The number of a statement within its year."""
_CARD: Final = re.compile(r"(?:[\dXx*•]{4}[ -]?){3}[\dXx*•]{3,4}\Z")
_SHOWN: Final = 2
"""Figures that a masked card's number shows, at least."""
_LETTER: Final = re.compile(r"[A-Z]\Z")
_EDGES: Final = " .:,;-–/()"
_SIGNS: Final = frozenset({"/", "-", "–"})
"""Signs that may stand alone within a number."""
_SORT_CODE: Final = re.compile(r"\d\d-\d\d-\d\d\Z")
_AFTER_SORT_CODE: Final = re.compile(r"\d{7,8}\Z")
_STATE_BRANCH: Final = re.compile(r"\d{3}-\d{3}\Z")
_AFTER_STATE_BRANCH: Final = re.compile(r"\d{8,9}\Z")
"""An Australian branch and an account's number, of more figures than a telephone's end."""
_OPAQUE: Final = re.compile(
    r"[a-z]{2,10}_[A-Za-z\d]{8,40}\Z"
    r"|[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}\Z"
)
_CALL: Final = re.compile(r"\(\d{2,5}\) ?\d")
"""How a telephone's number begins that stands with its area's."""


def number_after(words: Sequence[Word]) -> list[Word]:
    """The words at the beginning of ``words`` that are a number; signs may come before.

    The code of a British or Australian branch before it is none of it.
    """
    words = _without_colon(words)
    if len(words) > 1 and has_branch_code(words[0].text, words[1].text):
        return [words[1]]
    start = 0
    while start < min(3, len(words)) and not _holds_figures(words[start].text):
        if not _GLUE.match(words[start].text):
            return []
        start += 1
    if start < len(words) and is_opaque(words[start].text.strip(_EDGES)):
        return [words[start]]
    run: list[Word] = []
    for place, word in enumerate(words[start:], start):
        if run and word.text in _SIGNS and _holds_figures(_text_at(words, place + 1)):
            run.append(word)
            continue
        is_letter = run and _LETTER.match(word.text) and _holds_figures(_text_at(words, place + 1))
        if is_letter and _is_near(run[-1], word):
            run.append(word)
            continue
        if not _PIECE.match(word.text) or (run and not _goes_on(run, word)):
            break
        run.append(word)
    is_call = _CALL.match(" ".join(word.text for word in run))
    return run if is_number(text_of(run)) and not is_call else []


def is_opaque(text: str) -> bool:
    """Whether a word is an id made by a program: ``acct_1K8sZ2LhVtYQ0pWd``, or a UUID."""
    return _OPAQUE.match(text) is not None and any(c.isdigit() for c in text)


def _goes_on(run: Sequence[Word], word: Word) -> bool:
    """Whether a word near a number is more of it: no word, no day and no amount.

    Figures that are set one by one may stand further apart.
    """
    if not _holds_figures(word.text) and word.text.isalpha():
        return False
    if word.text.strip("()[].,") in CODES:
        return False
    if _is_day(word.text) or (_DECIMAL.match(word.text) and len(text_of(run)) >= _WHOLE):
        return False
    is_single = all(len(each.text) == 1 and each.text.isdigit() for each in (*run, word))
    return _is_near(run[-1], word, _SPACED if is_single else _NEAR)


def _without_colon(words: Sequence[Word]) -> Sequence[Word]:
    """The words without the colon of a label that is written to the number: ``#:9055771``."""
    sign = _COLON.match(words[0].text) if words else None
    if sign is not None:
        return [structs.replace(words[0], text=words[0].text[sign.end() :]), *words[1:]]
    return words


def _text_at(words: Sequence[Word], place: int) -> str:
    return words[place].text if place < len(words) else ""


def number_at_end(words: Sequence[Word]) -> list[Word]:
    """The words at the end that are a number of five figures or more, in groups.

    Single letters may stand within the groups or after them, and the code of a currency after all.
    """
    last = len(words)
    if last and words[-1].text.strip("()") in CODES:
        last -= 1
    first = last
    while first and (_holds_figures(words[first - 1].text) or _LETTER.match(words[first - 1].text)):
        first -= 1
    while first < last and not _holds_figures(words[first].text):
        first += 1
    value = list(words[first:last])
    text = text_of(value)
    is_plain = all(_PIECE.match(word.text) or _LETTER.match(word.text) for word in value)
    return value if is_plain and sum(c.isdigit() for c in text) >= 5 and is_number(text) else []


def has_branch_code(first: str, second: str) -> bool:
    """Whether two words are a British or Australian branch's code and an account's number."""
    is_british = _SORT_CODE.match(first) and _AFTER_SORT_CODE.match(second)
    return bool(is_british or (_STATE_BRANCH.match(first) and _AFTER_STATE_BRANCH.match(second)))


def is_masked(text: str) -> bool:
    """Whether some figures of a number are hidden."""
    return _MASK.search(text) is not None


def is_number(text: str) -> bool:
    """Whether ``text`` may be an account's number: enough figures, no date and no amount."""
    digits = sum(c.isdigit() for c in text)
    if any(_is_day(piece) for piece in text.split()):
        return False
    if _CARD.match(text) and digits >= _SHOWN:
        return True
    if not (3 <= digits <= 34) or len(text) < 4 or _AMOUNT.match(text) or _ISSUE.match(text):
        return False
    if read_date(text) or read_date(text.replace(" ", ".")):
        return False
    return digits >= 4 or bool(_MASK.search(text))


def _is_day(text: str) -> bool:
    """Whether a word is a whole date: of a period, not of a number."""
    date = read_date(text)
    return date is not None and date.year is not None and not text.isalnum()


def text_of(words: Sequence[Word]) -> str:
    """The number as printed, without the signs around it, in the figures of ASCII."""
    text = " ".join(word.text for word in words).strip(_EDGES)
    return text if text.isascii() else "".join(map(_plain_figure, text))


def _plain_figure(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


def is_amount(cell: Cell) -> bool:
    """Whether a cell is money with cents or a currency beside it."""
    return cell.money is not None and (
        cell.money.currency is not None or bool(_AMOUNT.match(cell.text))
    )


def _holds_figures(text: str) -> bool:
    return any(c.isdigit() for c in text) or bool(_MASK.search(text.strip(".")))


def _is_near(left: Word, right: Word, widths: float = _NEAR) -> bool:
    return right.x0 - left.x1 < widths * (left.x1 - left.x0) / len(left.text)
