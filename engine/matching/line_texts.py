"""What the texts of all lines name and quote whole, read in shares."""

from functools import partial
from itertools import chain
from typing import NamedTuple

from engine.matching.hands import Hands
from engine.matching.ledger import Ledger
from engine.matching.names import Named, NameIndex
from engine.matching.references import Quote, ReferenceIndex, free_runs


class LineTexts(NamedTuple):
    """For every line, the invoices that it quotes whole, and its runs that are no part of that."""

    quotes: list[dict[int, Quote]]
    free_runs: list[tuple[str, ...]]


class _Share(NamedTuple):
    named: list[tuple[Named, ...]]
    quotes: list[dict[int, Quote]]
    free_runs: list[tuple[str, ...]]


def read_lines(ledger: Ledger, names: NameIndex, hands: Hands) -> LineTexts:
    """Read all lines; what many hands find out about names is left with ``names``."""
    payments, references = ledger.payments, ReferenceIndex(ledger.bills)
    asked = sorted({p.memo.name_key for p in payments}) if hands.count > 1 else []

    def part(keys: range, lines: range) -> _Share:
        memos = [payment.memo for payment in payments[lines.start : lines.stop]]
        quotes = [references.quotes(memo) for memo in memos]
        free = [free_runs(memo, q.values()) for memo, q in zip(memos, quotes, strict=True)]
        return _Share([names.resolve(key) for key in asked[keys.start : keys.stop]], quotes, free)

    shares = zip(hands.shares_of(len(asked)), hands.shares_of(len(payments)), strict=True)
    found = hands.together([partial(part, *share) for share in shares], _Share)
    named, quotes, free = (list(chain.from_iterable(column)) for column in zip(*found, strict=True))
    names.remember(asked, named)
    return LineTexts(quotes, free)
