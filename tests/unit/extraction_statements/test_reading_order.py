"""Descriptions read as they are spoken: words written from right to left in their own order."""

import pytest

from engine.extraction.statements.rows.memo import spoken


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (["CARD", "PAYMENT"], "CARD PAYMENT"),
        (["Café", "Überweisung"], "Café Überweisung"),
        (["הפועלים", "מבנק", "העברה"], "העברה מבנק הפועלים"),
        (["Card", "4584", "مشتريات", "نقاط", "بيع"], "Card 4584 بيع نقاط مشتريات"),
    ],
)
def test_only_words_of_leftward_scripts_change_places(printed, read):
    assert spoken(printed) == read
