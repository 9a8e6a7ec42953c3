"""What kind of transaction a memo tells of.

Phrases that say it surely count before weak ones ("card", "payment"), and what stands at the front
before what follows; words for charges inside of a name or a purpose are no charges.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from engine.extraction.phrases import Hit, PhraseBook, plain, plain_words
from engine.extraction.statements.vocabulary import bank_types, party_types, type_signs
from engine.extraction.statements.vocabulary.spelled import book_of, unspaced_book_of
from engine.extraction.statements.vocabulary.unspaced import UnspacedBook
from engine.records.bank import TransactionType

Kind = TransactionType | Literal["weak card", "weak transfer"]

_PHRASES: Final[dict[Kind, str]] = {
    "fee": bank_types.FEE,
    "interest": bank_types.INTEREST,
    "cash": bank_types.CASH,
    "cheque": bank_types.CHEQUE,
    "direct_debit": party_types.DIRECT_DEBIT,
    "card": party_types.CARD,
    "other": party_types.OTHER,
    "transfer": party_types.TRANSFER,
    "weak card": party_types.WEAK_CARD,
    "weak transfer": party_types.WEAK_TRANSFER,
}
_BOOK: Final[PhraseBook[Kind]] = book_of(_PHRASES)
_UNSPACED: Final[UnspacedBook[Kind]] = unspaced_book_of(_PHRASES)
_ORDER: Final = tuple(_PHRASES)
_WEAK: Final[dict[Kind, TransactionType]] = {"weak card": "card", "weak transfer": "transfer"}

_SURE: Final[dict[Kind, TransactionType]] = {
    "cash": "cash", "cheque": "cheque", "direct_debit": "direct_debit",
    "card": "card", "transfer": "transfer",
}  # fmt: skip

_STEM: Final = re.compile("|".join(sorted(type_signs.STEMS, key=len, reverse=True)))

_FAR: Final = 12
"""Words from a memo's start within which phrases say its kind."""

_BRIEF: Final = 6
"""Words of a memo at whose end a charge is still its kind ("ATM withdrawal fee")."""

_CLEARING = re.compile(
    r"\b(?:PPD|CCD|WEB|TEL|CTX)\s?ID\b|\bDES:|\bCO\s?ID:|\bOrig CO Name|\bACH\b|(?-i:\bNACH\b)",
    re.IGNORECASE,
)
_MANDATE = re.compile(
    r"\b(?:mandat(?:e|sref(?:erenz)?)?|machtiging|incassant|mref|umr|gl[aä]ubiger|creditor)\b"
    r"[\s.-]*(?:id|ref|nr|no)?[\s.:+-]*[A-Z]{0,2}\d",
    re.IGNORECASE,
)
_PARTY_FIRST = re.compile(
    r"(?:to|from|von|an|nach|naar|van|till|från|til|fra|od|від|от|de|para|da|kepada|dari):?\s+[^\W\d_]",
    re.IGNORECASE,
)
_ONLY_NUMBER = re.compile(r"\d{3,6}(?:[\s*^#]|\d{6,})*\Z")
_CARD_NUMBER = re.compile(
    r"\b\d{4}[Xx*•]{4,}|\b\d{0,6}[Xx*•]{4,12}\d{2,5}\b|\*{4,}\s?\d{3,4}\b"
    r"|\b(?:card|karte|kaart)\s?[x*]*\d{4}\b|\b(?:apple|google|samsung) pay\b|\A\)\)\)",
    re.IGNORECASE,
)
_SHOP = re.compile(
    r"#\s?\d{2,}|\b[A-Za-z]{2,8}\s?\*\s?[A-Za-z]|\b(?:GBR?|USA?|IRL|AUS|NZL|CAN|NLD|BEL|DEU|FRA|ESP|ITA|PRT|AUT|CHE|POL|CZE|SWE|NOR"
    r"|DNK|FIN|LUX|SGP|HKG|MYS|THA|IND|ZAF|RUS|TUR|ARE|BRA|MEX|JPN|CHN)(?:\s*\Z|\sAmount:|\sCard)"
    r"|\A\S{0,6}\s?\d{2}/\d{2}\s|\A[A-Z][A-Z&'. *-]+\s\d{2,5}\b(?!-)"
    r"|\b[\w-]+\.(?:com|net|org|co|de|fr|es|it|nl|be|ch|at|pl|cz|se|uk|ua|ru|io|eu)\b"
)
"""Signs of shops: a branch's number, a country at the end, the day of the purchase in front."""

_REPAID = re.compile(r"\bauto ?pay|自動|口座振替|lastschrift|direct debit", re.IGNORECASE)


def operation_hits(tokens: Sequence[str]) -> list[Hit[Kind]]:
    """Names of operations among plain ``tokens``, left to right."""
    hits = [*_BOOK.find(tokens), *_UNSPACED.find(tokens)]
    taken = {index for hit in hits for index in range(hit.start, hit.end)}
    for index, token in enumerate(tokens):
        kind = _compound(token) if index not in taken else None
        if kind is not None:
            hits.append(Hit(kind, index, index + 1))
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))


def type_of(
    description: str, amount: Decimal | None, *, is_card: bool, note: str = ""
) -> TransactionType:
    """The kind of a transaction by the words of its memo.

    Args:
        description: the memo.
        amount: credit +, debit −, where known.
        is_card: the statement is a card's.
        note: what a column of kinds or codes says.
    """
    code = type_signs.CODES.get(plain(note)) if note else None
    if code is not None:
        return code
    tokens = plain_words(f"{note} {description}")[:40]
    hits = operation_hits(tokens)
    own = _own_charge(hits, tokens)
    if is_card:
        return own or _on_a_card(hits, description, amount)
    if own is not None and not _CLEARING.search(description):
        return own
    strong = [hit for hit in hits if hit.label not in _WEAK and _counts(hit, tokens)]
    if _CLEARING.search(description) and not any(hit.label == "transfer" for hit in strong):
        return "direct_debit" if amount is not None and amount < 0 else "transfer"
    chosen = _first_of(strong)
    if chosen == "direct_debit" and amount is not None and amount > 0:
        return "transfer"
    if chosen is not None:
        return chosen
    return _by_signs(description, tokens, amount) or _by_weak_words(hits, description, amount)


def _by_signs(
    description: str, tokens: Sequence[str], amount: Decimal | None
) -> TransactionType | None:
    """The kind by what a memo looks like, where no phrase says it."""
    paid = amount is not None and amount < 0
    if _MANDATE.search(description):
        return "direct_debit" if paid else "transfer"
    if paid and _ONLY_NUMBER.match(description):
        return "cheque"
    if _CARD_NUMBER.search(description):
        return "card"
    code = type_signs.CODES.get(tokens[0]) if len(tokens) > 1 else None
    if code is not None and description[: len(tokens[0])].isupper():
        return code
    return "card" if _SHOP.search(description) else None


def _by_weak_words(
    hits: Sequence[Hit[Kind]], description: str, amount: Decimal | None
) -> TransactionType:
    if any(hit.label == "other" for hit in hits):
        return "other"
    weak = next((kind for hit in hits if (kind := _WEAK.get(hit.label))), None)
    if weak is not None:
        return weak
    received = amount is not None and amount > 0 and any(map(str.isalpha, description))
    return "transfer" if received or _PARTY_FIRST.match(description) else "other"


def _first_of(hits: Sequence[Hit[Kind]]) -> TransactionType | None:
    """The kind that the earliest of sure phrases says, charges inside of memos left out."""
    named: list[tuple[int, int, int, TransactionType]] = []
    for hit in hits:
        kind = _SURE.get(hit.label)
        if kind is not None:
            named.append((hit.start, hit.start - hit.end, _ORDER.index(hit.label), kind))
    return min(named)[3] if named else None


def _own_charge(hits: Sequence[Hit[Kind]], tokens: Sequence[str]) -> TransactionType | None:
    """Fee or interest, where the memo begins or, being brief, ends with it."""
    letters = [index for index, token in enumerate(tokens) if not token.isdigit()]
    for hit in hits:
        if hit.label not in {"fee", "interest"}:
            continue
        first = not any(o.start < hit.start and o.label in _SURE for o in hits)
        begins = hit.start <= 3 and first and (hit.start == 0 or len(letters) <= _BRIEF + 2)
        ends = bool(letters) and hit.end > letters[-1] and len(letters) <= _BRIEF
        if begins or ends:
            return "fee" if hit.label == "fee" else "interest"
    return None


def _on_a_card(
    hits: Sequence[Hit[Kind]], description: str, amount: Decimal | None
) -> TransactionType:
    if amount is None or amount < 0:
        advance = any(hit.label == "cash" and hit.end - hit.start > 1 for hit in hits)
        return "cash" if advance else "card"
    if _REPAID.search(description):
        return "direct_debit"
    paid = any(hit.label in {"transfer", "weak transfer", "direct_debit", "other"} for hit in hits)
    return "transfer" if paid else "card"


def _counts(hit: Hit[Kind], tokens: Sequence[str]) -> bool:
    """Whether a phrase is no mere part of a name: short words count at the front only."""
    size = sum(map(len, tokens[hit.start : hit.end]))
    return hit.start < (3 if size <= 3 and hit.end - hit.start == 1 else _FAR)


@lru_cache(maxsize=32768)
def _compound(token: str) -> Kind | None:
    if len(token) < type_signs.SHORTEST_COMPOUND:
        return None
    found = _STEM.search(token)
    return type_signs.STEMS[found[0]] if found else None
