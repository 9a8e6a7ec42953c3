import pytest

from engine.extraction.statements.lines.glued import parted
from engine.reading.page import Word


def _texts(text: str) -> list[str]:
    return [word.text for word in parted([Word(text, 0.1, 0.1, 0.3, 0.12)])]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("期初余额:8,006.20", ["期初余额:", "8,006.20"]),
        ("Saldo:1.234,56", ["Saldo:", "1.234,56"]),
        ("Ref:12345", ["Ref:12345"]),
        ("12:30.15", ["12:30.15"]),
        ("8,006.20", ["8,006.20"]),
    ],
)
def test_only_amounts_are_parted_from_their_labels(text: str, parts: list[str]) -> None:
    assert _texts(text) == parts


def test_the_parts_share_the_words_place() -> None:
    label, amount = parted([Word("Saldo:1.234,56", 0.1, 0.1, 0.24, 0.12)])
    assert (label.x0, amount.x1) == (0.1, 0.24)
    assert label.x1 == amount.x0
