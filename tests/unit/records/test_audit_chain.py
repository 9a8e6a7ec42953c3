"""A changed history shows, whatever was changed."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.records import AuditEntry, append_entry, first_broken_entry
from engine.records.audit import FIRST_HASH

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


def trail_of(count):
    trail = ()
    for number in range(count):
        trail = append_entry(
            trail,
            at=NOON + dt.timedelta(minutes=number),
            by="anna",
            action="edit",
            target=f"invoices[{number}].total_amount",
            before="119.00",
            after=None,
        )
    return trail


def test_each_entry_is_linked_to_the_one_before():
    first, second = trail_of(2)
    assert first.previous_hash == FIRST_HASH
    assert second.previous_hash == first.hash
    assert first_broken_entry((first, second)) is None
    assert first_broken_entry(()) is None


def test_appending_leaves_the_earlier_entries_alone():
    trail = trail_of(2)
    longer = append_entry(trail, at=NOON, by="ben", action="confirm")
    assert longer[:2] == trail
    assert (longer[2].target, longer[2].before, longer[2].after) == ("row", None, None)


def test_times_are_kept_in_utc():
    eastern = dt.timezone(dt.timedelta(hours=-5))
    (entry,) = append_entry((), at=NOON.astimezone(eastern), by="anna", action="edit")
    assert entry.at == NOON
    assert entry.at.tzinfo is dt.UTC


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        append_entry((), at=NOON.replace(tzinfo=None), by="anna", action="edit")


@pytest.mark.parametrize("index", [0, 1, 2])
@pytest.mark.parametrize(
    "change",
    [
        {"at": NOON + dt.timedelta(microseconds=1)},
        {"by": "ben"},
        {"action": "confirm"},
        {"target": "row"},
        {"before": None},
        {"before": "119.0"},
        {"after": ""},
        {"previous_hash": "1" * 64},
        {"hash": "1" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_change_of_an_entry_shows_at_that_entry(index, change):
    trail = list(trail_of(3))
    trail[index] = msgspec.structs.replace(trail[index], **change)
    assert first_broken_entry(trail) == index


def test_an_entry_that_was_removed_added_or_moved_shows():
    first, second, third = trail_of(3)
    assert first_broken_entry((second, third)) == 0
    assert first_broken_entry((first, third)) == 1
    assert first_broken_entry((first, third, second)) == 1
    assert first_broken_entry((first, first, second, third)) == 1


def test_a_changed_entry_signed_anew_shows_at_the_next_one():
    trail = trail_of(3)
    forged = append_entry(trail[:1], at=NOON, by="mallory", action="edit")
    assert first_broken_entry((*forged, trail[2])) == 2


@given(
    st.lists(
        st.builds(
            dict,
            at=st.datetimes(timezones=st.just(dt.UTC)),
            by=st.text(max_size=5),
            action=st.text(max_size=5),
            target=st.text(max_size=5),
            before=st.none() | st.text(max_size=5),
            after=st.none() | st.text(max_size=5),
        ),
        max_size=5,
    )
)
def test_a_trail_holds_after_it_was_stored(entries):
    trail = ()
    for entry in entries:
        trail = append_entry(trail, **entry)
    stored = msgspec.json.decode(msgspec.json.encode(trail), type=tuple[AuditEntry, ...])
    assert stored == trail
    assert first_broken_entry(stored) is None
