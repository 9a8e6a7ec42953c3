"""Measure what decisions about one half of a year are worth in the other.

    python tools/measure_memory.py FOLDER… [--decisions 0 10 25 50] [--order doubtful|sure]

A FOLDER is a labelled run as ``tools/fit_matching.py`` reads it. It is cut in two in time: what is
paid in the first half is matched, and a person who is always right decides about so many of its
matches (the most doubtful first, or the surest). Then the second half is matched with what these
decisions teach. Printed are means over the folders: F1 of links, exact groups, and the share of
matched groups that are right and of right groups that needed no look.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from engine.matching import MatchOptions, MatchResult, match, read_invoices, read_transactions
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.memory import Decided, Lessons
from engine.records import Match

Group = tuple[frozenset[str], frozenset[str]]


class Half(NamedTuple):
    """What is matched, and which groups are right."""

    invoices: list[OpenInvoice]
    lines: list[BankLine]
    groups: set[Group]


class Case(NamedTuple):
    """One labelled run cut in two in time."""

    first: Half
    second: Half
    rates: dict[str, dict[str, float]]


def read_case(folder: Path) -> Case:
    """Cut at the day on which half of the lines are booked; groups across it are in neither."""
    invoices = read_invoices((folder / "invoices.records.jsonl").read_text("utf-8").splitlines())
    lines = read_transactions(
        (folder / "transactions.records.jsonl").read_text("utf-8").splitlines()
    )
    truth = [json.loads(row) for row in (folder / "truth.jsonl").read_text("utf-8").splitlines()]
    days = sorted(line.date for line in lines if line.date)
    cut = days[len(days) // 2]
    early = {line.transaction_id for line in lines if line.date and line.date < cut}
    groups = {
        (frozenset(g["invoice_ids"]), frozenset(g["transaction_ids"]))
        for g in truth
        if g["transaction_ids"] and g["invoice_ids"]
    }
    split = {g for g in groups if g[1] & early and g[1] - early}
    first = {g for g in groups - split if g[1] <= early}
    second = groups - split - first
    done = {i for g in first | split for i in g[0]}
    later = {i for g in second | split for i in g[0]}
    torn = {t for g in split for t in g[1]}
    return Case(
        Half(
            [i for i in invoices if i.invoice_id not in later or _issued_before(i, cut)],
            [t for t in lines if t.transaction_id in early and t.transaction_id not in torn],
            first,
        ),
        Half(
            [i for i in invoices if i.invoice_id not in done],
            [t for t in lines if t.transaction_id not in early and t.transaction_id not in torn],
            second,
        ),
        json.loads((folder / "rates.json").read_text("utf-8")),
    )


def _issued_before(invoice: OpenInvoice, day: object) -> bool:
    return invoice.invoice_date is not None and invoice.invoice_date < day  # type: ignore[operator]


def decisions(case: Case, count: int, order: str) -> tuple[Decided, ...]:
    """The right word on so many matches of the first half."""
    result = match(case.first.invoices, case.first.lines, MatchOptions(rates=case.rates))
    sign = 1 if order == "doubtful" else -1
    found = sorted(
        (*result.partial, *result.matched), key=lambda m: (sign * m.confidence, m.match_id)
    )
    bills = {i.invoice_id: i for i in case.first.invoices}
    lines = {t.transaction_id: t for t in case.first.lines}
    return tuple(
        Decided(
            invoices=tuple(bills[i] for i in m.invoice_ids),
            lines=tuple(lines[t] for t in m.transaction_ids),
            is_confirmed=_key(m) in case.first.groups,
            kind=m.kind,
            treatment=m.difference_treatment,
        )
        for m in found[:count]
    )


def _key(found: Match) -> Group:
    return frozenset(found.invoice_ids), frozenset(found.transaction_ids)


def scores(half: Half, result: MatchResult) -> dict[str, float]:
    """How right a result is."""
    kept = (*result.matched, *result.partial)
    given, right = _links(map(_key, kept)), _links(half.groups)
    shared = len(given & right)
    exact = sum(_key(m) in half.groups for m in kept)
    sure = sum(_key(m) in half.groups for m in result.matched)
    return {
        "links F1": 2 * shared / (len(given) + len(right)),
        "groups": exact / len(half.groups),
        "precision": sure / max(1, len(result.matched)),
        "no look": sure / len(half.groups),
    }


def _links(groups: Iterable[Group]) -> set[tuple[str, str]]:
    return {(i, t) for bills, lines in groups for i in bills for t in lines}


def curve(cases: Sequence[Case], counts: Sequence[int], order: str) -> dict[int, dict[str, float]]:
    """Mean scores of the second halves, by how many decisions were made about the first."""
    found: dict[int, dict[str, float]] = {}
    for count in counts:
        rows = []
        for case in cases:
            options = MatchOptions(rates=case.rates, lessons=Lessons(decisions(case, count, order)))
            rows.append(
                scores(case.second, match(case.second.invoices, case.second.lines, options))
            )
        found[count] = {name: sum(row[name] for row in rows) / len(rows) for name in rows[0]}
    return found


def main() -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--decisions", nargs="+", type=int, default=[0, 10, 25, 50])
    parser.add_argument("--order", choices=["doubtful", "sure"], default="doubtful")
    args = parser.parse_args()
    found = curve([read_case(f) for f in args.folders], args.decisions, args.order)
    print("decisions", *found[args.decisions[0]], sep="\t")
    for count, row in found.items():
        print(count, *(f"{value:.4f}" for value in row.values()), sep="\t")


if __name__ == "__main__":
    main()
