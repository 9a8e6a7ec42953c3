"""Who is shown which state of the rows."""

import itertools

from made_rows import add_invoices, invoice, new_upload

from engine.store import Store
from engine.store.freshness import CROWD, CROWD_SECONDS, Freshness


class Room:
    """Sessions that look at rows which are written all the time."""

    def __init__(self, most_age_seconds=2.0):
        self.now, self.newest, self.who = 0.0, 10, None
        self.rule = Freshness(
            lambda: self.newest,
            asker=lambda: self.who,
            most_age_seconds=most_age_seconds,
            clock=lambda: self.now,
        )

    def shown(self, who):
        self.who = who
        return self.rule.wanted()

    def writes(self, who):
        self.who = who
        self.newest += 1
        self.rule.saw_newest()

    def fill(self):
        return [self.shown(f"s{number}") for number in range(CROWD)]


def test_few_people_are_shown_the_newest():
    room = Room()
    for _ in range(5):
        room.newest += 1
        assert [room.shown(who) for who in "abc"] == [room.newest] * 3


def test_many_people_share_one_state_until_it_is_too_old():
    room = Room()
    room.fill()
    room.newest = 50
    assert room.fill() == [10] * CROWD
    room.now = 1.9
    assert room.fill() == [10] * CROWD
    room.now = 2.0
    assert room.fill() == [50] * CROWD


def test_who_wrote_sees_it_at_once_and_so_does_everybody_after():
    room = Room()
    room.fill()
    room.writes("s1")
    assert room.shown("s0") == 10
    assert room.shown("s1") == 11
    assert room.shown("s0") == 11


def test_nobody_is_shown_less_than_before():
    room = Room()
    last = {}
    for step, who in zip(range(300), itertools.cycle("abcdefg"), strict=False):
        room.now += 0.3
        room.newest += 1
        if step % 5 == 0:
            room.writes(who)
            last[who] = room.newest
        seen = room.shown(who)
        assert seen >= last.get(who, 0)
        last[who] = seen


def test_programs_and_installations_that_do_not_share_see_the_newest():
    room = Room()
    room.fill()
    room.newest = 60
    assert room.shown(None) == 60
    alone = Room(most_age_seconds=0)
    alone.fill()
    alone.newest = 70
    assert alone.fill() == [70] * CROWD


def test_people_who_went_do_not_count():
    room = Room()
    room.fill()
    room.now = CROWD_SECONDS + 1
    room.shown("s0")
    room.newest = 80
    assert room.shown("s0") == 80


def test_a_crowd_shares_answers_and_each_sees_what_they_wrote(tmp_path):
    who = ["s0"]
    store = Store(
        tmp_path / "m.duckdb", tmp_path / "uploads", asker=lambda: who[0], shared_seconds=1e9
    )

    def uploads(session):
        who[0] = session
        return store.analytics.query("kpis")[0]["uploads"]

    add_invoices(store, "u1", invoice("u1-1"))
    assert [uploads(f"s{number}") for number in range(CROWD)] == [1] * CROWD
    who[0] = None
    store.invoices.insert(new_upload("u2"))
    assert uploads("s1") == 1
    assert uploads(None) == 2
    who[0] = "s3"
    store.invoices.insert(new_upload("u3"))
    assert uploads("s3") == 3
    store.close()


def test_what_is_asked_together_is_answered_by_one_state_and_by_what_was_written_inside():
    room = Room()
    with room.rule.one_state():
        room.newest = 90
        assert room.shown(None) == 10
        with room.rule.one_state():
            assert room.shown(None) == 10
        room.writes(None)
        assert room.shown(None) == 91
    room.newest = 95
    assert room.shown(None) == 95
