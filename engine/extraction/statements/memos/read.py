"""All memos of a document read together: descriptions, kinds, names and references.

How the document breaks its lines and which words are the bank's own shows only over all rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.statements.columns.headers import Header
from engine.extraction.statements.memos.alike import shape_of
from engine.extraction.statements.memos.kinds import type_of
from engine.extraction.statements.memos.names import name_in
from engine.extraction.statements.memos.numbers_alone import FOOTNOTES, number_alone
from engine.extraction.statements.memos.own_words import without_own_words
from engine.extraction.statements.memos.pieces import Piece, pieces_of
from engine.extraction.statements.memos.references import reference_of
from engine.extraction.statements.memos.untold import untold
from engine.extraction.statements.rows.memo import joined, lines_of, spoken, width_of
from engine.extraction.statements.rows.table import Row
from engine.reading.page import Word
from engine.records.bank import TransactionType

_NAMELESS: Final = frozenset({"fee", "interest", "cash", "cheque"})
_SPACE: Final = 0.006
"""Page widths between two words, about."""


@dataclass(frozen=True, slots=True)
class Memo:
    """What a row's memo says; ``description`` is the whole of it as printed."""

    description: str
    type: TransactionType
    counterparty: str | None
    reference: str | None


def read_memos(
    rows: Sequence[Row],
    amounts: Sequence[Decimal | None],
    *,
    is_card: bool,
    holder: str | None = None,
    headers: Sequence[Header] = (),
) -> list[Memo]:
    """The memos of ``rows``, in order.

    Args:
        rows: the document's rows.
        amounts: their amounts, credit +, debit −, None where unknown.
        is_card: the statement is a card's.
        holder: the account's holder, who is never the other party.
        headers: the heads above the document's tables.
    """
    width = width_of(rows)
    room = max((words[-1].x1 for row in rows for words in row.texts), default=1.0)
    descriptions = [joined(lines_of(row), width) or _untold(row, headers) for row in rows]
    memos = without_own_words(
        [
            pieces_of(shape_of(text if width or not row.texts else _broken(row, room)))
            for row, text in zip(rows, descriptions, strict=True)
        ]
    )
    kinds: dict[tuple[str, str, Decimal | None], TransactionType] = {}
    names: dict[tuple[int, TransactionType, Decimal | None], str | None] = {}
    result = []
    for row, text, amount, pieces in zip(rows, descriptions, amounts, memos, strict=True):
        sign = None if amount is None else Decimal((amount > 0) - (amount < 0))
        shape, note = shape_of(text), _noted(row, "kind")
        if (kind := kinds.get((shape, note, sign))) is None:
            kind = type_of(shape, sign, is_card=is_card, note=note)
            kinds[shape, note, sign] = kind
        same = id(pieces), kind, sign
        if same not in names:
            names[same] = _name(pieces, kind, sign, holder)
        result.append(Memo(text, kind, names[same], _reference(row, text)))
    return result


def _name(
    pieces: Sequence[Piece], kind: TransactionType, amount: Decimal | None, holder: str | None
) -> str | None:
    if kind in _NAMELESS:
        return None
    return name_in(pieces, amount, holder, is_transfer=kind == "transfer")


def _reference(row: Row, description: str) -> str | None:
    """What the reference's own column says, footnote marks left out, or else the memo."""
    return _noted(row, "reference").strip(FOOTNOTES) or reference_of(description)


def _untold(row: Row, headers: Sequence[Header]) -> str:
    told = untold(row.title, _noted(row, "reference"))
    return told if any(map(str.isalpha, told)) else number_alone(row, headers)


def _noted(row: Row, role: str) -> str:
    """What a column beside the descriptions says."""
    return " ".join([word.text for word in row.notes.get(role, ())])  # type: ignore[call-overload]


def _broken(row: Row, room: float) -> str:
    """The row's lines; a line feed where the next word would have found room on the line."""
    text = ""
    for index, words in enumerate(row.texts):
        if index:
            text += "\n" if _ends_early(row.texts[index - 1], words, room) else " "
        text += spoken([word.text for word in words])
    return text


def _ends_early(line: Sequence[Word], following: Sequence[Word], room: float) -> bool:
    needed = following[0].x1 - following[0].x0 + _SPACE
    return line[-1].x1 + needed < room
