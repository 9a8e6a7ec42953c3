"""Heads of a loan's table: what was paid is the movement, its parts stand beside it.

"Payment" alone is no head of amounts: summaries name what is due so. Beside the principal that it
repays it is.
"""

from collections.abc import Sequence
from typing import Final

from engine.extraction.phrases import plain
from engine.extraction.statements.columns.heads import Role


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(word.strip()) for word in text.split(","))


_REPAID: Final = _words(
    """principal, capital, kapital, tilgung, tilgungsanteil, capital amorti, amortissement, capital
    amortizado, amortizacion, amortizacao, quota capitale, aflossing, amortering, avdrag, afdrag,
    lyhennys, kapital splatka, splatka jistiny, kwota kapitalu, anapara, principal paid"""
)
_PAID: Final = _words(
    """payment, payments, total payment, payment amount, rate, annuitat, leistung, mensualite,
    echeance, cuota, prestacao, rata, termijn, annuitet, ydelse, termin, splatka, taksit"""
)


def roles_with_payments(
    texts: Sequence[str], roles: Sequence[Role | None]
) -> Sequence[Role | None]:
    """The roles of heads, those of a loan's payments as amounts if there are no others.

    The principal that they repay stands beside them.
    """
    names = [plain(text) for text in texts]
    if _REPAID.isdisjoint(names) or "credit" in roles:
        return roles
    if "amount" not in roles:
        roles = [
            "amount" if name in _PAID and role in {None, "debit"} else role
            for name, role in zip(names, roles, strict=True)
        ]
    if "amount" not in roles:
        return roles
    return [
        "principal" if name in _REPAID and role is None else role
        for name, role in zip(names, roles, strict=True)
    ]
