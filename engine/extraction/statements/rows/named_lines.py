"""Lines inside tables that state a figure of the account, a balance or a total, by its name."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from engine.extraction.phrases import Hit, plain
from engine.extraction.statements.balance_names import is_bare_balance, tells_an_end
from engine.extraction.statements.labels import Figure, figures_in
from engine.extraction.statements.rows.lineparts import Part
from engine.extraction.statements.rows.sections import side_of_total
from engine.extraction.statements.rows.table import Marker

_SPACED = re.compile(r"\b(?:[^\W\d_] ){3,}[^\W\d_]\b")
"""A word whose letters are set apart (S A L D O)."""
_LETTERS_APART = re.compile(r" [^\W\d_] [^\W\d_] ")

_BALANCE_WORDS = frozenset(
    {"saldo", "solde", "kontostand", "bakiye", "egyenleg", "zustatek", "zostatok", "stanje"}
    | {"остаток", "сальдо", "залишок", "υπολοιπο", "likutis", "atlikums", "saldot", "saldi"}
)
"""Words for a balance with which no transaction's description begins."""

_LONGEST_NAME = 8
"""Words in the name of a balance, at most."""

_BALANCE_FIGURES: frozenset[Figure] = frozenset({"opening", "closing", "dated", "carried"})


def figure_on(part: Part) -> Figure | None:
    """The named figure that the part states instead of a transaction.

    A dated line is one only when hardly anything but the figure's name stands on it.
    """
    if not part.money and not part.dates:
        return None
    names = _names_in(part.label)
    if names is None:
        return None
    label, hits, is_bare = names
    words = plain(label).split()
    if not hits:
        is_name = _is_balance_name(words, part) or (bool(part.money) and is_bare)
        return "dated" if is_name else None
    tokens = [token for token in words if not token.isdigit()]
    if _is_late(words, hits[0].start, 2 if part.dates else 4) or len(tokens) > hits[0].end + 9:
        return None
    known = sum(hit.end - hit.start for hit in hits)
    side = side_of_total(label)
    if side is not None:
        return "credits" if side == "credit" else "debits"
    if part.dates:
        balances = [hit for hit in hits if hit.label in _BALANCE_FIGURES]
        if balances:
            return balances[0].label if 5 * known >= 3 * len(tokens) else None
        return "total" if _is_total_of_period(tokens, hits, part) else None
    return hits[0].label


def markers_on(part: Part, figure: Figure, position: int) -> Iterator[Marker]:
    """The amounts of a line that states ``figure``; ``position`` counts the rows before it."""
    line = part.line
    for role, cell in part.money.items():
        if cell.money is not None and role not in {"foreign", "other", "principal"}:
            yield Marker(figure, cell, role, position, line.number, line.page_number, part.label)


def _is_total_of_period(tokens: Sequence[str], hits: Sequence[Hit[Figure]], part: Part) -> bool:
    """Whether a dated line says that it is the total at the end (or start), and nothing else.

    A word for total alone may be somebody's name.
    """
    if "balance" in part.money or any(hit.label != "total" for hit in hits):
        return False
    named = {place for hit in hits for place in range(hit.start, hit.end)}
    others = [token for place, token in enumerate(tokens) if place not in named]
    return bool(others) and all(map(tells_an_end, others))


@lru_cache(maxsize=65536)
def _names_in(printed: str) -> tuple[str, list[Hit[Figure]], bool] | None:
    """A label with its spaced words closed, the figures that it names, and if it is a balance's.

    None for all other labels. Asked several times for each line of a document.
    """
    label = printed
    if _LETTERS_APART.search(printed):
        label = _SPACED.sub(lambda found: found[0].replace(" ", ""), printed)
    hits, is_bare = figures_in(label), is_bare_balance(label)
    if hits or is_bare or not _BALANCE_WORDS.isdisjoint(plain(label).split()[:1]):
        return label, hits, is_bare
    return None


def _is_balance_name(words: Sequence[str], part: Part) -> bool:
    """Whether a line begins with a word for balance and shows one figure alone.

    After a date such a line may be a charge ("Saldo der Abschlussposten"), if not of nothing.
    """
    named = bool(words) and words[0] in _BALANCE_WORDS and len(words) <= _LONGEST_NAME
    if not named or len(part.money) != 1:
        return False
    follows_date = part.line.cells[0].date is not None
    return not follows_date or not any(c.money and c.money.value for c in part.money.values())


def _is_late(words: Sequence[str], start: int, most: int) -> bool:
    """Whether more than ``most`` words come before a figure's name."""
    return sum(len(word) > 1 for word in words[:start]) > most
