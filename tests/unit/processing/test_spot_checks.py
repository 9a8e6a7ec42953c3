"""A sample of what went through unchanged is drawn by a seed, looked at, and estimates errors."""

from collections import Counter
from decimal import Decimal

import made_rows as made
import pytest

from engine.access import Person, Role, acting
from engine.errors import InvalidInputError, NotAllowedError, NotFoundError
from engine.processing.pool import InlineExecutor
from engine.processing.spot_checks import drawn, exact_range, sample_size
from engine.services import Services
from engine.settings import Settings

ADA, BEN = (Person(name, frozenset({Role.REVIEWER})) for name in ("ada", "ben"))
VIC = Person("vic", frozenset({Role.VIEWER}))


@pytest.fixture
def filled(engine):
    """Twelve files that were confirmed unchanged, one that was not confirmed."""
    fill(engine)
    return engine


def fill(engine, by=None):
    for number in range(12):
        bill = made.invoice(f"u{number}-1", total_amount=Decimal(10 * (number + 1)))
        made.add_invoices(engine.store, f"u{number:02}", bill)
        engine.confirm(f"u{number:02}", by=by)
    made.add_invoices(engine.store, "open")


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (1, 40, 0.0006, 0.1316),
        (0, 10, 0.0, 0.3085),
        (10, 10, 0.6915, 1.0),
        (5, 50, 0.0333, 0.2181),
        (0, 0, 0.0, 1.0),
        (30, 1000, 0.0203, 0.0426),
    ],
)
def test_the_range_is_that_of_clopper_and_pearson(hits, total, low, high):
    assert exact_range(hits, total) == pytest.approx((low, high), abs=0.0001)


def test_everything_has_the_same_chance_and_amounts_are_there_by_their_share():
    ordered = [str(number) for number in range(50)]
    counts = Counter(i for seed in range(2000) for i in drawn(ordered, 10, seed))
    assert set(counts) == set(ordered)
    assert max(counts.values()) < 1.35 * min(counts.values())
    for seed in range(50):
        sample = [int(one) for one in drawn(ordered, 10, seed)]
        assert len(set(sample)) == 10
        assert [sum(one // 10 == tenth for one in sample) for tenth in range(5)] == [2] * 5


@pytest.mark.parametrize(
    ("total", "share", "count", "size"),
    [(200, 0.05, None, 10), (12, 0.05, None, 1), (12, None, 40, 12), (0, 0.5, None, 0)],
)
def test_a_sample_has_the_size_that_was_asked(total, share, count, size):
    assert sample_size(total, share, count) == size


@pytest.mark.parametrize(
    ("share", "count"), [(None, None), (0.5, 3), (0, None), (1.5, None), (None, 0), (None, -1)]
)
def test_a_size_that_cannot_be_is_refused(share, count):
    with pytest.raises(InvalidInputError):
        sample_size(12, share, count)


def test_the_same_seed_draws_the_same_and_nothing_is_drawn_twice(filled):
    first = filled.draw_spot_check("documents", count=4, seed=7)
    ids = [item.item_id for item in first.items]
    assert ids == list(drawn([f"u{number:02}" for number in range(12)], 4, 7))
    assert (first.total, filled.spot_check_totals()["documents"]) == (12, 8)
    rest = filled.draw_spot_check("documents", share=1.0)
    assert not {item.item_id for item in rest.items} & set(ids)
    with pytest.raises(InvalidInputError, match="nothing to draw"):
        filled.draw_spot_check("documents", count=1)


def test_what_was_found_is_counted_and_can_be_taken_back(filled):
    check = filled.draw_spot_check("documents", count=4, seed=7)
    first, second, *_ = (item.item_id for item in check.items)
    filled.judge_spot(check.check_id, first, True)
    with pytest.raises(InvalidInputError):
        filled.judge_spot(check.check_id, second, False)
    filled.judge_spot(check.check_id, second, False, "The total is the net amount.")
    documents, matches = filled.spot_figures()
    assert (documents.drawn, documents.looked_at, documents.wrong) == (4, 2, 1)
    assert (documents.low, documents.high) == pytest.approx((0.0126, 0.9874), abs=0.0001)
    assert (matches.drawn, matches.low, matches.high) == (0, 0.0, 1.0)
    assert len(filled.spot_checks()[0].waiting) == 2
    filled.judge_spot(check.check_id, second, None)
    assert filled.spot_figures()[0].looked_at == 1
    with pytest.raises(NotFoundError):
        filled.judge_spot(check.check_id, "open", True)


def test_a_file_that_somebody_corrected_did_not_go_through_unchanged(engine):
    made.add_invoices(engine.store, "u1")
    row = engine.invoice_upload("u1")
    bill = made.invoice("u1-1", vendor_name="Other")
    engine.save_invoices("u1", [bill], row_version=row.row_version)
    engine.confirm("u1")
    assert engine.spot_check_totals() == {"documents": 0, "matches": 0}


def test_matches_that_nobody_accepted_are_a_population_of_their_own(engine):
    made.add_invoices(engine.store, "u1", status="confirmed")
    made.add_statement(engine.store, "b1")
    matches = (
        made.match("m1", decision="confirmed", decided_by="automatic", decided_at=made.NOON),
        made.match("m2", decision="confirmed", decided_by="anna", decided_at=made.NOON),
    )
    engine.store.reconciliations.insert(made.reconciliation(matched=matches))
    check = engine.draw_spot_check("matches", share=1.0)
    assert [(i.item_id, i.label) for i in check.items] == [("r1 m1", "Acme Corp INV-u1-1")]


def test_whoever_accepted_it_has_not_the_second_look_and_viewers_none(tmp_path):
    settings = Settings(data_dir=tmp_path, access="proxy", roles="ada=reviewer;ben=reviewer")
    engine = Services(settings, executor=InlineExecutor())
    fill(engine, by="ada")
    with acting(ADA):
        check = engine.draw_spot_check("documents", count=1)
        with pytest.raises(InvalidInputError, match="accepted this yourself"):
            engine.judge_spot(check.check_id, check.items[0].item_id, True)
    with acting(BEN):
        engine.judge_spot(check.check_id, check.items[0].item_id, True)
    with acting(VIC):
        assert engine.spot_figures()[0].looked_at == 1
        with pytest.raises(NotAllowedError):
            engine.judge_spot(check.check_id, check.items[0].item_id, None)
        with pytest.raises(NotAllowedError):
            engine.draw_spot_check("documents", count=1)
    engine.close()
