"""A second look at who the parties are and which day is the day of issue.

The rules' choice stands unless weights fitted to documents whose values are known
(``tools/fit_extraction.py``) clearly prefer another candidate.
"""

from engine.extraction.invoices.ranking.choice import Ranks, load_ranks
from engine.extraction.invoices.ranking.days import day_options, ranked_days
from engine.extraction.invoices.ranking.names import name_options, ranked_parties

__all__ = ["Ranks", "day_options", "load_ranks", "name_options", "ranked_days", "ranked_parties"]
