"""When a value that was read is the true one, and which invoice of a file is which."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from rapidfuzz.fuzz import token_set_ratio

_ALIKE: Final = 90
_CENT: Final = Decimal("0.01")
_SPACE = re.compile(r"\s+")
_SIGNS = re.compile(r"[^0-9a-z]")


def is_right(field: str, truth: Mapping[str, Any], value: object, *, credit: bool) -> bool | None:
    """Whether ``value`` is what ``truth`` or one of its accepted readings says.

    None where the truth says nothing of the field. ``credit``: the sign of amounts does not count.
    """
    if field not in truth:
        return None
    if truth[field] is None:
        return False
    accepted = (truth.get("_accept") or {}).get(field, [])
    same = _SAME[field]
    if same is _same_amount and credit:
        return any(
            _same_amount(_unsigned(true), _unsigned(value)) for true in [truth[field], *accepted]
        )
    return any(same(true, value) for true in [truth[field], *accepted])


def matched(
    truths: Sequence[Mapping[str, Any]], read: Sequence[Mapping[str, Any]], credit: Sequence[bool]
) -> list[int | None]:
    """For each true invoice the place of the one that was read for it: most right values first."""
    pairs = [
        (sum(bool(is_right(f, true, value[f], credit=c)) for f in value if f in _SAME), -i, -j)
        for i, (true, c) in enumerate(zip(truths, credit, strict=True))
        for j, value in enumerate(read)
    ]
    places: list[int | None] = [None] * len(truths)
    taken = set[int]()
    for _, i, j in sorted(pairs, reverse=True):
        if places[-i] is None and -j not in taken:
            places[-i] = -j
            taken.add(-j)
    return places


def amount_of(value: object) -> Decimal | None:
    """A value of a truth as an amount."""
    try:
        return None if value is None else Decimal(str(value)).quantize(_CENT)
    except InvalidOperation:
        return None


def _unsigned(value: object) -> Decimal | None:
    amount = amount_of(value)
    return None if amount is None else abs(amount)


def _same_amount(true: object, value: object) -> bool:
    amount = amount_of(true)
    return amount is not None and amount == amount_of(value)


def _same_date(true: object, value: object) -> bool:
    return str(true)[:10] == str(value)[:10]


def _same_name(true: object, value: object) -> bool:
    return token_set_ratio(_plain(true), _plain(value)) >= _ALIKE


def _same_identifier(true: object, value: object) -> bool:
    return _SIGNS.sub("", _plain(true)) == _SIGNS.sub("", _plain(value))


def _same_text(true: object, value: object) -> bool:
    return _SPACE.sub("", _plain(true)) == _SPACE.sub("", _plain(value))


def _plain(value: object) -> str:
    return unicodedata.normalize("NFKC", str(value)).strip().casefold()


_SAME: Final[dict[str, Callable[[object, object], bool]]] = {
    "invoice_number": _same_text,
    "invoice_date": _same_date,
    "due_date": _same_date,
    "vendor_name": _same_name,
    "vendor_tax_id": _same_identifier,
    "customer_name": _same_name,
    "currency": _same_text,
    "subtotal": _same_amount,
    "tax_amount": _same_amount,
    "total_amount": _same_amount,
    "amount_due": _same_amount,
    "purchase_order": _same_identifier,
    "payment_reference": _same_identifier,
    "iban": _same_identifier,
}
