"""What a competent user gets from other open tools on the same books: one-to-one pairs.

Both peers see the same columns: amount in cents, the words that may be a name, the strings that may
be an invoice number, and the day an invoice falls due or money moved. Neither knows groups.
"""

import logging
import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any, Final

import numpy as np
import pandas as pd
import splink.comparison_library as comparisons
from rapidfuzz import fuzz
from scipy.optimize import linear_sum_assignment
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from tests.bench.made_books import Books

Link = tuple[str, str]

_WINDOW_DAYS: Final = 60
_NUMBER = re.compile(r"\d+-\d+")
_NEVER: Final = 1e6
_LEAST_SCORE: Final = 0.45
_LEAST_PROBABILITY: Final = 0.2


def assignment_links(books: Books) -> set[Link]:
    """The cheapest one-to-one assignment by amount, name, number and day.

    Names are compared by rapidfuzz, the assignment is scipy's. Only pairs of nearly equal amounts
    are compared, so that the product of both sides is never made.
    """
    invoices, lines = _invoices(books), _lines(books)
    by_amount: dict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        by_amount[line["cents"]].append(place)
    scores = np.zeros((len(invoices), len(lines)), dtype=np.float32)
    for row, invoice in enumerate(invoices):
        for place in by_amount.get(invoice["cents"], ()):
            scores[row, place] = _score(invoice, lines[place])
    rows, columns = linear_sum_assignment(np.where(scores > 0, -scores, _NEVER))
    return {
        (invoices[row]["unique_id"], lines[column]["unique_id"])
        for row, column in zip(rows, columns, strict=True)
        if scores[row, column] >= _LEAST_SCORE
    }


def splink_links(books: Books) -> set[Link]:
    """Splink's best link of each invoice: Fellegi-Sunter weights, learned without labels."""
    database = DuckDBAPI()
    tables = [
        database.register(pd.DataFrame(rows), dataset_display_name=name, table_name=name)
        for name, rows in (("invoices", _invoices(books)), ("lines", _lines(books)))
    ]
    amount, number = block_on("cents"), block_on("number")
    settings = SettingsCreator(
        link_type="link_only",
        probability_two_random_records_match=1 / len(books.lines),
        blocking_rules_to_generate_predictions=[amount, number],
        comparisons=[
            comparisons.ExactMatch("cents"),
            comparisons.ExactMatch("number"),
            comparisons.JaroWinklerAtThresholds("name", [0.95, 0.85]),
            _days_apart(3, 15, _WINDOW_DAYS),
        ],
    )
    linker = Linker(tables, settings, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e5, seed=7)
    for rule in (amount, number):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=_LEAST_PROBABILITY)
    return _best_of_each(found.as_pandas_dataframe())


def _days_apart(*most: int) -> comparisons.CustomComparison:
    levels = [{"sql_condition": "day_l is null or day_r is null", "is_null_level": True}]
    levels += [{"sql_condition": f"abs(day_l - day_r) <= {days}"} for days in most]
    return comparisons.CustomComparison(
        [*levels, {"sql_condition": "else"}], output_column_name="day"
    )


def _best_of_each(pairs: pd.DataFrame) -> set[Link]:
    """One line for each invoice and one invoice for each line, the likeliest pairs first."""
    used: set[str] = set()
    links = set()
    ordered = pairs.sort_values("match_probability", ascending=False)
    for first, second in ordered[["unique_id_l", "unique_id_r"]].itertuples(index=False):
        if used.isdisjoint((first, second)):
            used.update((first, second))
            links.add((first, second) if first.startswith("i") else (second, first))
    return links


def _score(invoice: dict[str, Any], line: dict[str, Any]) -> float:
    name = fuzz.token_set_ratio(invoice["name"], line["name"]) / 100
    number = 1.0 if invoice["number"] == line["number"] else 0.0
    near = max(0.0, 1 - abs(invoice["day"] - line["day"]) / _WINDOW_DAYS)
    return 0.45 * name + 0.35 * number + 0.20 * near


def _invoices(books: Books) -> list[dict[str, Any]]:
    return [
        {
            "unique_id": invoice.invoice_id,
            "cents": -int((invoice.total_amount or 0) * 100),
            "name": invoice.vendor_name,
            "number": invoice.invoice_number,
            "day": invoice.due_date.toordinal() if invoice.due_date else None,
        }
        for invoice in books.invoices
    ]


def _lines(books: Books) -> list[dict[str, Any]]:
    rows = []
    for line in books.lines:
        number = _NUMBER.search(line.description)
        rows.append(
            {
                "unique_id": line.transaction_id,
                "cents": int((line.amount or 0) * 100),
                "name": _NUMBER.sub(" ", line.description.partition(" ")[2]).strip(),
                "number": number.group() if number else None,
                "day": line.date.toordinal() if line.date else None,
            }
        )
    return rows


PEERS: Final[dict[str, Callable[[Books], set[Link]]]] = {
    "rapidfuzz and an assignment": assignment_links,
    "splink": splink_links,
}
