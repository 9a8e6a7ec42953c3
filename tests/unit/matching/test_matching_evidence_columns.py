"""Evidence in columns says what the same evidence in rows says."""

import numpy as np
import pytest

from engine.matching.evidence_columns import Column, Evidence, numbered, scaled
from engine.matching.scale import Scale


def column(*values):
    return numbered(values)


def test_rows_hold_the_pieces_in_the_order_of_topics_without_gaps():
    evidence = Evidence(
        [
            column("exact", "short", "exact").of_topic("amount"),
            column(None, "said", None).of_topic("told"),
            column("full", "full", "other").of_topic("name"),
        ]
    )
    assert evidence.rows() == [
        ("amount:exact", "name:full"),
        ("amount:short", "told:said", "name:full"),
        ("amount:exact", "name:other"),
    ]
    assert evidence.rows(np.array([1])) == [("amount:short", "told:said", "name:full")]
    assert evidence.first() == ["amount:exact", "amount:short", "amount:exact"]


def test_the_worth_is_the_sum_of_the_pieces_in_their_order():
    rows = [("a:1", "b:x", "c:1"), ("a:2", "b:y"), ("a:1", "b:y", "c:2")]
    weights = {"a:1": 0.1, "a:2": -7.0, "b:x": 0.2, "b:y": 1e-9, "c:1": 0.3}
    worth = Evidence.of_rows(rows).worth(lambda piece: weights.get(piece, 0.0))
    assert worth.tolist() == [sum(weights.get(piece, 0.0) for piece in row) for row in rows]


def test_rows_of_different_lengths_come_back_as_they_were():
    rows = [("a:1", "b:1"), ("a:1", "b:1", "c:1"), ("a:2", "b:3")]
    assert Evidence.of_rows(rows).rows() == rows


def test_two_findings_together_are_one():
    together = column("full", "other").beside(column("silent", "number")).of_topic("both")
    assert Evidence([together]).rows() == [("both:full silent",), ("both:other number",)]


def test_a_finding_may_be_of_either_of_two_topics():
    found = column("≥3", "≥5").of_topics("series", "usual", np.array([False, True]))
    assert Evidence([found]).rows() == [("usual:≥3",), ("series:≥5",)]


def test_findings_of_lines_are_repeated_for_their_explanations():
    of_lines = column("a", "b").at(np.array([1, 0, 1]))
    assert [of_lines.findings[place] for place in of_lines.places] == ["b", "a", "b"]


@pytest.mark.parametrize("value", [-5, 0, 1, 2, 3, 19, 20, 21])
def test_intervals_are_those_of_the_scale(value):
    scale = Scale(1, 3, 5, 8, 12, 20)
    found = scaled(scale, np.array([value]), np.array([False]))
    assert found.findings[found.places[0]] == scale.of(value)


def test_what_is_unknown_lies_in_no_interval():
    found = scaled(Scale(1, 3), np.array([np.nan, 2.0]), np.array([True, False]))
    assert [found.findings[place] for place in found.places] == ["unknown", "≥1"]
    assert isinstance(found, Column)
