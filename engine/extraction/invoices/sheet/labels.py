"""Labels on an invoice: what the words beside a figure announce.

The phrases themselves are in ``vocabulary``; here they are found in printed words.
"""

import re
from collections.abc import Iterator
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
    "terms",
    "other",
]

_DOUBLE = re.compile(r"([^\W\d_])\1+")


@lru_cache(maxsize=65536)
def squeezed(text: str) -> str:
    """``plain`` words with doubled letters made single, except in short words.

    Fonts that lose their ligatures print "Neto" for "Netto" and "ofice" for "office".
    """
    words = plain(text).split(" ")
    return " ".join(_DOUBLE.sub(r"\1", word) if len(word) > 4 else word for word in words)


_INCLUDING: Final = frozenset(
    (
        "inkl",
        "incl",
        "inc",
        "including",
        "after",
        "inclusive",
        "inclusief",
        "mit",
        "avec",
        "con",
        "com",
        "med",
    )
)
_EXCLUDING: Final = frozenset(
    (
        "exkl",
        "excl",
        "ex",
        "excluding",
        "exclusive",
        "exclusief",
        "ohne",
        "before",
        "hors",
        "senza",
        "sin",
        "sem",
        "bez",
        "uden",
        "utan",
        "uten",
        "zonder",
        "eks",
        "ekskl",
        "net",
        "neto",
    )
)
_EXCLUDING_SHORT: Final = frozenset(("exkl", "excl", "excluding", "ekskl", "eks", "ex"))
_INCLUDING_SHORT: Final = frozenset(("inkl", "incl", "including", "inc"))
_TOTALS: Final = frozenset(("total", "weak_total"))
_SUMS: Final = frozenset(("total", "weak_total", "due", "subtotal"))


def _phrases(text: str) -> Iterator[str]:
    """Squeezed phrases of a comma-separated list; a sign for number may be printed n, n° or no."""
    for phrase in text.split(","):
        words = squeezed(phrase).split()
        if words:
            yield " ".join(words)
            if "n" in words:
                yield " ".join("no" if word == "n" else word for word in words)


_BOOK: Final[PhraseBook[Label]] = PhraseBook(
    {cast(Label, label): list(_phrases(text)) for label, text in PHRASES.items()}
)


def find_labels(tokens: tuple[str, ...]) -> list[Hit[Label]]:
    """Labels in ``tokens`` (squeezed words) from left to right; the longest at a place wins.

    A sum "including tax" is a total and one "excluding tax" a subtotal.
    """
    hits: list[Hit[Label]] = []
    for hit in _BOOK.find(tokens):
        whole = _together(hits[-1], hit, tokens) if hits else None
        if whole is None:
            hits.append(_opening_with_tax(hit, tokens))
        else:
            hits[-1] = whole
    return hits


def _opening_with_tax(hit: Hit[Label], tokens: tuple[str, ...]) -> Hit[Label]:
    """A tax that only says what a sum holds: "Excl. VAT" is a net sum, "Incl. VAT" a gross one."""
    if hit.label == "tax" and hit.start == 1:
        if tokens[0] in _INCLUDING_SHORT:
            return Hit("total", 0, hit.end)
        if tokens[0] in _EXCLUDING_SHORT:
            return Hit("subtotal", 0, hit.end)
    return hit


def _together(before: Hit[Label], after: Hit[Label], tokens: tuple[str, ...]) -> Hit[Label] | None:
    """The one label that two in a row make, or None: "Total (net)", "Total excluding tax"."""
    if after.label == "subtotal" and before.label in _TOTALS and after.start == before.end:
        return Hit("subtotal", before.start, after.end)
    return _with_tax(before, after, tokens) if after.label == "tax" else None


def _with_tax(before: Hit[Label], tax: Hit[Label], tokens: tuple[str, ...]) -> Hit[Label] | None:
    """The one label that a sum's and a tax's make together, or None."""
    if before.label not in _SUMS or tax.start - before.end != 1:
        return None
    joint = tokens[before.end]
    if joint in _INCLUDING:
        return Hit("total", before.start, tax.end)
    return Hit("subtotal", before.start, tax.end) if joint in _EXCLUDING else None
