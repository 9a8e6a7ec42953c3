"""Looks of one person within a quarter of an hour are one visit."""

from engine.processing.sightings import VISIT_SECONDS, Sightings


class Log:
    """Keeps what it is told."""

    def __init__(self):
        self.told = []

    def add(self, action, subject, *, by):
        self.told.append((action, subject, by))


def test_each_visit_is_noted_once():
    log, now = Log(), [0.0]
    sightings = Sightings(log, lambda: now[0])
    for second in (0.0, 1.0, VISIT_SECONDS - 1):
        now[0] = second
        sightings.note("opened", "u1", by="ana")
    assert log.told == [("opened", "u1", "ana")]
    now[0] = VISIT_SECONDS
    sightings.note("opened", "u1", by="ana")
    assert len(log.told) == 2


def test_other_persons_things_and_looks_are_other_visits():
    log = Log()
    sightings = Sightings(log, lambda: 0.0)
    sightings.note("opened", "u1", by="ana")
    sightings.note("opened", "u1", by="bo")
    sightings.note("saw", "u1/pages/1", by="ana")
    sightings.note("saw", "u1/pages/2", by="ana")
    assert len(log.told) == 4
