import datetime as dt

import numpy as np
import pytest
from matching_rows import invoice, line

from engine.matching.explaining import explain
from engine.matching.fitting import balanced, fit, label
from engine.matching.fitting_topics import fit_topics
from engine.matching.ledger import build_ledger
from engine.matching.options import MatchOptions
from engine.matching.regression import penalty_of
from engine.matching.scoring import shipped_weights


def labelled(seed):
    """Thirty bills paid by name, and as many equal amounts that name somebody else."""
    amounts = [f"{10 + n}.{(seed * 7 + n) % 90 + 10}" for n in range(30)]
    bills = [invoice(f"9{n:04d}", amount) for n, amount in enumerate(amounts)]
    lines = [line(f"a{n}", f"-{amount}", "ACME TOOLS") for n, amount in enumerate(amounts)]
    lines += [
        line(f"b{n}", f"-{amount}", f"OMEGA {chr(65 + n) * 4}") for n, amount in enumerate(amounts)
    ]
    ledger = build_ledger(bills, lines)
    truth = {(frozenset({bill.invoice_id}), frozenset({f"a{n}"})) for n, bill in enumerate(bills)}
    return label(ledger, explain(ledger, MatchOptions()), truth)


def test_fitting_learns_what_tells_right_from_wrong():
    weights = fit([labelled(1), labelled(2), labelled(3)])["exact"]
    assert weights.evidence["name:full"] > 0 > weights.evidence["name:nobody"]
    assert weights.calibration.scale > 0


def test_fitting_twice_gives_the_same_weights():
    runs = [labelled(1), labelled(2), labelled(3)]
    assert fit(runs) == fit(runs)


def test_sources_count_alike_however_many_runs_they_have():
    one, *others = balanced([[labelled(1)], [labelled(2), labelled(3)]])
    assert one.weight == pytest.approx(sum(run.weight for run in others))


def test_neighbours_on_a_scale_are_drawn_together():
    names = ["due:<-3", "due:≥-3", "due:≥10", "name:full"]
    form = penalty_of(names).toarray()
    together = form @ np.array([1.0, 1.0, 1.0, 0.0])
    apart = form @ np.array([1.0, -1.0, 1.0, 0.0])
    assert np.array([1.0, -1.0, 1.0, 0.0]) @ apart > np.array([1.0, 1.0, 1.0, 0.0]) @ together
    assert form[0, 3] == form[0, 2] == 0.0


def monthly(seed):
    """A rent whose every bill is paid a month late but for one that never is, and single bills."""
    days = [dt.date(2024, 1, 3 + seed) + dt.timedelta(days=30 * n) for n in range(9)]
    bills = [
        invoice(f"B{n}", "667.00", invoice_date=day, due_date=day + dt.timedelta(days=14))
        for n, day in enumerate(days)
    ]
    paid = [n for n in range(9) if n != 2 + seed]
    lines = [line(f"L{n}", "-667.00", date=days[n] + dt.timedelta(days=26)) for n in paid]
    ledger = build_ledger(bills, lines)
    truth = {(frozenset({f"B{n}"}), frozenset({f"L{n}"})) for n in paid}
    return label(ledger, explain(ledger, MatchOptions()), truth)


def test_a_new_topic_is_fitted_beside_weights_that_stay():
    shipped = shipped_weights()
    found = fit_topics(shipped, [monthly(1), monthly(2)], {"turn"})
    evidence = found["exact"].evidence
    assert evidence["turn:its"] > evidence["turn:anothers"]
    others = {f: w for f, w in evidence.items() if not f.startswith("turn:")}
    before = {f: w for f, w in shipped["exact"].evidence.items() if not f.startswith("turn:")}
    assert others == before
    assert found["batch"] == shipped["batch"]
