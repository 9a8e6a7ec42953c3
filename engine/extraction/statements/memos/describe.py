"""What a transaction's memo says: its type, the counterparty's name, a reference.

The bank's own words stay in the description; these are only read from them.
"""

from collections.abc import Sequence
from decimal import Decimal

from engine.extraction.statements.memos.kinds import type_of
from engine.extraction.statements.memos.names import name_in
from engine.extraction.statements.memos.pieces import pieces_of
from engine.extraction.statements.memos.references import reference_of
from engine.records.bank import TransactionType

__all__ = ["counterparty_of", "reference_of", "type_of"]

_NAMELESS = frozenset({"fee", "interest", "cash", "cheque"})


def counterparty_of(
    texts: Sequence[str],
    kind: TransactionType,
    amount: Decimal | None = None,
    holder: str | None = None,
) -> str | None:
    """The name in a memo, without the words for what was done and without numbers.

    None for fees, interest, cash and cheques, and where no name is left.
    """
    if kind in _NAMELESS:
        return None
    return name_in(pieces_of("\n".join(texts)), amount, holder)
