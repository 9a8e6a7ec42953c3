"""Two windows on one document know of each other."""

import made_rows as made
from made_screens import words_on


def test_a_second_window_says_that_the_first_is_there(open_page, engine):
    made.add_invoices(engine.store, "u1")
    assert "Also open in another window" not in words_on(open_page("review.py", upload="u1"))
    assert "Also open in another window" in words_on(open_page("review.py", upload="u1"))


def test_who_can_change_nothing_is_told_of_nobody(open_page, engine):
    made.add_invoices(engine.store, "u1")
    engine.confirm("u1")
    open_page("review.py", upload="u1")
    assert "Also open" not in words_on(open_page("review.py", upload="u1"))
