"""What invoices print beside their figures, in the languages of Europe, by what it announces.

Phrases are ``plain`` words separated by commas: English first, then German, French, Dutch, Italian,
Spanish, Portuguese, Czech, Polish and the Nordic languages. A label that no field needs (a delivery
date, a customer's number) is listed too: it says that the value beside it is *not* one we look for.
"""

from typing import Final

from engine.extraction.invoices.vocabulary.days import DAYS
from engine.extraction.invoices.vocabulary.headings import HEADINGS
from engine.extraction.invoices.vocabulary.numbers import NUMBERS
from engine.extraction.invoices.vocabulary.parties import PARTIES
from engine.extraction.invoices.vocabulary.sums import SUMS

PHRASES: Final[dict[str, str]] = {**HEADINGS, **NUMBERS, **DAYS, **SUMS, **PARTIES}
"""Phrases by label. Where one phrase stands under two labels, the first one counts."""
