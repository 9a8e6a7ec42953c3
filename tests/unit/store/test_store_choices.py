"""Choices: the newest word on a topic and subject counts, and every word is kept."""

import datetime as dt

import pytest

from engine.store import Store

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path):
    minutes = iter(range(100))
    opened = Store(
        tmp_path / "matchbook.duckdb",
        tmp_path / "uploads",
        clock=lambda: NOON + dt.timedelta(minutes=next(minutes)),
    )
    yield opened
    opened.close()


def test_the_newest_word_on_a_subject_counts(store):
    store.choices.choose("target", "a", {"share": "0.9"}, by="anna")
    store.choices.choose("target", "b", 3, by="anna")
    store.choices.choose("target", "a", {"share": "0.95"}, by="ben")
    store.choices.choose("other", "a", "x", by="ben")
    standing = store.choices.standing("target")
    assert {subject: choice.value for subject, choice in standing.items()} == {
        "a": {"share": "0.95"},
        "b": 3,
    }
    assert store.choices.get("target", "a").chosen_by == "ben"
    assert store.choices.get("target") is None


def test_what_is_taken_back_counts_no_more_but_is_kept(store):
    store.choices.choose("target", "a", 1, by="anna")
    store.choices.choose("target", "a", None, by="ben")
    assert store.choices.standing("target") == {}
    assert [(c.value, c.chosen_by) for c in store.choices.history("target")] == [
        (None, "ben"),
        (1, "anna"),
    ]
    assert len(store.choices.history("target", limit=1)) == 1


def test_of_two_words_at_one_moment_the_later_counts(tmp_path):
    store = Store(tmp_path / "still.duckdb", tmp_path / "uploads", clock=lambda: NOON)
    for number in range(5):
        store.choices.choose("target", "a", number, by="anna")
    assert store.choices.get("target", "a").value == 4
    store.close()
