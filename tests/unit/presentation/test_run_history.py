"""What a run's history says to people: never ids, and what was undone says so."""

import datetime as dt

from engine.presentation.run_history import run_steps, undo_words
from engine.records import append_entry

AT = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
TITLES = {"M1": "Acme INV-1", "M2": "Zenith INV-2", "M3": "Borealis INV-3", "M4": "Lumen INV-4"}


def trail(*entries):
    found = append_entry((), at=AT, by="anna", action="run")
    for action, target, before, after in entries:
        found = append_entry(
            found, at=AT, by="ben", action=action, target=target, before=before, after=after
        )
    return found


def test_each_word_names_its_match_and_why():
    steps = run_steps(
        trail(
            ("reject", "M1", "proposed", "rejected: not ours"),
            ("confirm many", "M1 M2 M3 M4", "proposed", "confirmed: all from 95% on"),
        ),
        TITLES.get,
    )
    assert [(s.what, s.about, s.why) for s in steps] == [
        (
            "Accepted together",
            "Acme INV-1; Zenith INV-2; Borealis INV-3 and 1 more",
            "all from 95% on",
        ),
        ("Rejected", "Acme INV-1", "not ours"),
        ("Matched by the engine", "", ""),
    ]


def test_what_was_undone_says_so_and_the_undoing_names_it():
    entries = trail(
        ("match", "H1", None, "1 bank line with INV-9: by phone"),
        ("undo", "audit_trail[1]", "1 bank line with INV-9", None),
    )
    undoing, matching, _ = run_steps(entries, TITLES.get)
    assert (undoing.what, undoing.about) == ("Undone", "Matched by hand: 1 bank line with INV-9")
    assert (matching.is_undone, matching.why) == (True, "1 bank line with INV-9: by phone")
    assert undo_words(entries[1], TITLES.get) == "Matched by hand: 1 bank line with INV-9"
