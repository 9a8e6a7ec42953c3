"""What invoices print beside their figures, in the languages of Europe, by what it announces.

Phrases are ``plain`` words separated by commas: English first, then German, French, Dutch, Italian,
Spanish, Portuguese, Czech, Polish and the Nordic languages; their
neighbours have a list of their own. A label that no field needs (a delivery
date, a customer's number) is listed too: it says that the value beside it is *not* one we look for.
"""

from typing import Final

from engine.extraction.invoices.vocabulary.days import DAYS
from engine.extraction.invoices.vocabulary.headings import HEADINGS
from engine.extraction.invoices.vocabulary.neighbours import NEIGHBOURS
from engine.extraction.invoices.vocabulary.numbers import NUMBERS
from engine.extraction.invoices.vocabulary.parties import PARTIES
from engine.extraction.invoices.vocabulary.sums import SUMS

_LISTS: Final = {**HEADINGS, **NUMBERS, **DAYS, **SUMS, **PARTIES}
PHRASES: Final[dict[str, str]] = {
    label: f"{phrases}, {NEIGHBOURS.get(label, '')}" for label, phrases in _LISTS.items()
}
"""Phrases by label. Where one phrase stands under two labels, the first one counts."""
