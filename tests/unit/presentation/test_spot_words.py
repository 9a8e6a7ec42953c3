"""What a sample says, as a sentence."""

import pytest

from engine.presentation.spot_words import spot_sentence
from engine.processing.spot_checks import exact_range


@pytest.mark.parametrize(
    ("wrong", "total", "sentence"),
    [
        (1, 40, "Of 40 sampled ones, 1 was wrong: 0.1–13 % of all"),
        (0, 40, "Of 40 sampled ones, none was wrong: 0–8.8 % of all"),
        (2, 2, "Of 2 sampled ones, 2 were wrong: 16–100 % of all"),
        (0, 1, "Of 1 sampled one, none was wrong: 0–98 % of all"),
        (3, 1000, "Of 1,000 sampled ones, 3 were wrong: 0.1–0.9 % of all"),
        (0, 0, "Nobody has looked at any of them yet."),
    ],
)
def test_the_range_is_as_exact_as_it_is_worth(wrong, total, sentence):
    assert spot_sentence(total, wrong, *exact_range(wrong, total)) == sentence
