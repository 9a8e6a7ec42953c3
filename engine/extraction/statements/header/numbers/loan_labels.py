"""Words that ask for a loan's number: ``Loan no``, ``N° de prêt``, ``Darlehensnummer``.

A loan's statement has no other account, so its number is the account's.
"""

import re
from collections.abc import Sequence
from typing import Final

from engine.extraction.statements.vocabulary.account_words import ACCOUNTS, CARDS, NUMBERS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LOANS: Final = _words(
    """
    loan mortgage darlehen kredit hypothek lening hypotheek lan laan pret emprunt prestamo credito
    emprestimo financiamento mutuo finanziamento kredyt kredytu pozyczki uver uveru hitel kredi
    imprumut zajam kredita кредит кредита кредиту займа займ
    """
)
_COMPOUND: Final = re.compile(
    r"(?:darlehen|kredit|finanzier|lening|hypothe|laane?|lane?|laina)[a-z]{0,9}?"
    r"(?:nummer|nr|numero|nro|number|kennung)\Z"
)
_ARTICLES: Final = _words("de du del do da di dei la le il el the of your")
_OTHER_PAPERS: Final = ACCOUNTS | CARDS | _words("nota notas note memo letter carta")
"""Words right beside such a noun that make it no loan: a credit card, a credit note."""


def loan_label(tokens: Sequence[str], index: int) -> tuple[int, int] | None:
    """Where the label begins and ends whose noun is the plain word at ``index``; None if none is.

    The noun alone is none: the word for number stands right beside it or within it.
    """
    if tokens[index] not in _LOANS:
        return (index, index + 1) if _COMPOUND.match(tokens[index]) else None
    around = {*tokens[max(0, index - 2) : index], *tokens[index + 1 : index + 2]}
    if not around.isdisjoint(_OTHER_PAPERS):
        return None
    end = index + 1
    while end < len(tokens) and tokens[end] in NUMBERS:
        end += 1
    if end > index + 1:
        return index, end
    before = index - 1
    while before >= 0 and tokens[before] in _ARTICLES:
        before -= 1
    return (before, end) if before >= 0 and tokens[before] in NUMBERS else None
