"""Labels on an invoice: what the words beside a figure announce.

The phrases themselves are in ``vocabulary``; here they are found in printed words.
"""

import re
from functools import lru_cache
from typing import Final, Literal, cast

from engine.extraction.invoices.vocabulary import PHRASES
from engine.extraction.phrases import Hit, PhraseBook, plain

Label = Literal[
    "title",
    "credit_title",
    "invoice_number",
    "number",
    "invoice_date",
    "date",
    "due_date",
    "other_date",
    "order_number",
    "payment_reference",
    "other_number",
    "total",
    "weak_total",
    "due",
    "subtotal",
    "tax",
    "paid",
    "balance_before",
    "other_amount",
    "seller",
    "payee",
    "buyer",
    "ship_to",
    "party_name",
    "tax_id",
    "account",
    "contact",
    "other",
]

_DOUBLE = re.compile(r"([^\W\d_])\1+")


@lru_cache(maxsize=65536)
def squeezed(text: str) -> str:
    """``plain`` words with doubled letters made single.

    Fonts that lose their ligatures print "Neto" for "Netto" and "ofice" for "office".
    """
    return _DOUBLE.sub(r"\1", plain(text))


_BOOK: Final[PhraseBook[Label]] = PhraseBook(
    {
        cast(Label, label): [squeezed(phrase) for phrase in text.split(",") if plain(phrase)]
        for label, text in PHRASES.items()
    }
)


def find_labels(tokens: tuple[str, ...]) -> list[Hit[Label]]:
    """Labels in ``tokens`` (squeezed words) from left to right; the longest at a place wins."""
    return _BOOK.find(tokens)
