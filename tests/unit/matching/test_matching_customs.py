import msgspec
import numpy as np
import pytest
from matching_rows import invoice, line

from engine.matching.adapting import adapt
from engine.matching.competition import standings
from engine.matching.customs import Customs, Kinds, kind_named
from engine.matching.explaining import explain
from engine.matching.explanation import Explanation
from engine.matching.fitting import label
from engine.matching.ledger import build_ledger
from engine.matching.limits import USUAL, limits_of
from engine.matching.matcher import match, weigh
from engine.matching.options import MatchOptions
from engine.matching.scoring import Adaptation, Calibration, FamilyWeights, shipped_weights
from engine.matching.treatment import Settlement
from engine.matching.weighing import weigh_evidence

PLAIN = FamilyWeights(intercept=0.0, evidence={}, calibration=Calibration(shift=0.5, scale=2.0))


def customs(adaptation, kinds, standings=None, bills=1000):
    table = msgspec.structs.replace(PLAIN, adaptation=adaptation)
    names = sorted(set(kinds))
    said = np.full(len(kinds), 1.0) if standings is None else np.asarray(standings)
    numbers = Kinds([names.index(kind) for kind in kinds], names)
    return Customs(said, ["adjusted"] * len(kinds), numbers, bills, {"adjusted": table})


def test_without_an_adaptation_log_odds_are_the_calibrated_ones():
    found = customs(Adaptation(), ["fee", "fee"], [1.0, -3.0])
    assert found.totals.tolist() == [2.5, -5.5]
    assert found.of(0).log_odds == 0.0


def test_log_odds_stay_within_what_a_probability_can_say():
    assert customs(Adaptation(slope=3.0), ["fee", "fee"], [99.0, -99.0]).totals.tolist() == [
        30,
        -30,
    ]


def test_a_kind_that_nobody_else_needs_is_less_likely_than_daily_bread():
    found = customs(Adaptation(custom=1.0), ["adjusted fee"] * 12 + ["adjusted withholding"])
    assert found.totals[-1] < found.totals[0]
    assert "about 10 others" in found.of(0).sentence
    assert "no other" in found.of(12).sentence


def test_an_explanation_never_vouches_for_itself():
    alone = customs(Adaptation(custom=1.0), ["fee"], [9.0])
    assert alone.usual[0] == customs(Adaptation(custom=1.0), ["fee"], [-9.0]).usual[0]


def test_the_same_evidence_proves_less_in_larger_books():
    small, large = (
        customs(Adaptation(size=-0.6), ["fee"], bills=bills).totals[0] for bills in (100, 10_000)
    )
    assert large == pytest.approx(small - 1.2)


def test_what_is_supposed_is_weighed_as_what_was_found():
    adaptation = Adaptation(shift=-1.0, slope=0.2, bend=0.3, size=-0.4, custom=0.7)
    found = customs(adaptation, ["adjusted amount:fee", "adjusted amount:fee"], [2.0, -30.0])
    supposed = found.total_of(-30.0, "adjusted", ["amount:fee"])
    assert supposed == pytest.approx(found.totals[1], abs=0.2)
    assert found.of_kind("adjusted", ["amount:none"]).log_odds < found.of(1).log_odds


def test_sizes_are_no_kinds():
    assert kind_named("open amount:short≥0.5") == kind_named("open amount:short<0.1")
    assert kind_named("open amount:short_part≥0.5") != kind_named("open amount:short≥0.5")


def test_what_the_run_says_is_among_the_reasons_which_still_add_up():
    bills = [invoice(f"R-{n}10{n}", f"{100 + 7 * n}.35") for n in range(6)]
    lines = [line(f"t{n}", f"-{100 + 7 * n - 15}.35", f"ACME TOOLS R-{n}10{n}") for n in range(6)]
    run = match(bills, lines, MatchOptions())
    found = [*run.matched, *run.partial]
    assert found
    for one in found:
        said = sum(reason.log_odds for reason in one.reasons)
        assert 1.0 / (1.0 + np.exp(-said)) == pytest.approx(one.confidence, abs=1e-3)
    assert any(reason.name == "custom" for one in found for reason in one.reasons)


def test_an_unnamed_invoice_and_an_untold_difference_are_held_back_unless_all_else_is_sure():
    ledger = build_ledger([invoice("R-1", "400.00")], [line("t1", "-415.00", "ACME TOOLS")])
    fee = Explanation(
        kind="one_to_one",
        family="adjusted",
        bills=(0,),
        payments=(0,),
        settlement=Settlement("fee", -40000, -41500),
    )
    pieces = ("amount:fee_whole", "name:full", "reference:silent", "told:fee_silent")
    [limit] = limits_of([fee], [pieces], ledger)
    assert limit.most < 0.75
    assert 2.0 < limit.holds_below < 3.0
    assert limits_of([fee], [(*pieces[:2], "reference:number", pieces[3])], ledger) == [USUAL]


def test_limits_hold_only_what_is_in_doubt():
    run = weigh(
        [invoice("R-1", "100.00")], [line("t1", "-100.00", "SOMEBODY ELSE")], MatchOptions()
    )
    for total, limit in zip(run.scored.totals, run.scored.limits, strict=True):
        assert total < limit.holds_below


def noisy(seed):
    """Bills paid in full by those named, but every fourth line is for something else."""
    amounts = [f"{50 + 3 * n}.{(seed * 7 + n) % 90 + 10}" for n in range(60)]
    bills = [invoice(f"9{n:04d}", amount) for n, amount in enumerate(amounts)]
    lines = [line(f"a{n}", f"-{amount}", "ACME TOOLS") for n, amount in enumerate(amounts)]
    ledger = build_ledger(bills, lines)
    truth = {
        (frozenset({bill.invoice_id}), frozenset({f"a{n}"}))
        for n, bill in enumerate(bills)
        if n % 4
    }
    return label(ledger, explain(ledger, MatchOptions()), truth)


def test_adapting_leaves_the_evidence_alone_and_makes_probabilities_come_true():
    weights, runs = shipped_weights(), [noisy(1), noisy(2)]
    found = adapt(weights, runs)
    assert found == adapt(weights, runs)
    for family, table in found.items():
        assert table.evidence == weights[family].evidence
        assert table.calibration == weights[family].calibration
    run = runs[0]
    evidence = weigh_evidence(run.ledger, run.explained, found)
    families = [e.family for e in run.explained.explanations]
    after = standings(evidence.own, run.explained.explanations)
    adapted = Customs(after, families, evidence.kinds, len(run.ledger.bills), found)
    said = [
        1.0 / (1.0 + np.exp(-total))
        for total, family in zip(adapted.totals, families, strict=True)
        if family == "exact" and total > 0
    ]
    assert np.mean(said) == pytest.approx(0.75, abs=0.05)
    assert found["payout"].adaptation == Adaptation()
