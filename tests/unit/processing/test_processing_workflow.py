"""An upload's life: what is possible when."""

import pytest

from engine.errors import WrongStateError
from engine.processing.workflow import TRANSITIONS, next_status, sources_of


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        ("start", "pending", "processing"),
        ("start", "processing", "processing"),
        ("complete", "processing", "completed"),
        ("complete in part", "processing", "partial"),
        ("fail", "processing", "failed"),
        ("cancel", "pending", "failed"),
        ("retry", "failed", "pending"),
        ("retry", "partial", "pending"),
        ("retry", "rejected", "pending"),
        ("read anew", "completed", "pending"),
        ("confirm", "completed", "confirmed"),
        ("confirm", "partial", "confirmed"),
        ("reject", "completed", "rejected"),
        ("reopen", "confirmed", "completed"),
        ("edit", "completed", "completed"),
    ],
)
def test_an_action_leads_to_the_next_status(action, before, after):
    assert next_status(action, before) == after


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ("retry", "completed"),
        ("retry", "confirmed"),
        ("read anew", "confirmed"),
        ("read anew", "processing"),
        ("confirm", "pending"),
        ("confirm", "confirmed"),
        ("reject", "confirmed"),
        ("reopen", "completed"),
        ("edit", "confirmed"),
        ("edit", "processing"),
        ("delete", "confirmed"),
        ("delete", "processing"),
        ("start", "completed"),
    ],
)
def test_an_action_out_of_order_is_refused_with_what_would_allow_it(action, status):
    with pytest.raises(WrongStateError) as caught:
        next_status(action, status)
    assert caught.value.code == "wrong_state"
    assert all(source in caught.value.hint for source in sources_of(action))


def test_every_status_has_a_way_on():
    statuses = {s for moves in TRANSITIONS.values() for s in (*moves, *moves.values())}
    assert len(statuses) == 7
    assert statuses == {status for moves in TRANSITIONS.values() for status in moves}
