from decimal import Decimal

import pytest

from engine.presentation.second_reading import second_reading
from engine.records import ModelUse


def use(**values):
    counts = {"calls": 1, "remembered": 0, "tokens_in": 1000, "tokens_out": 200}
    return ModelUse(host="model.example", model="reader-1", **(counts | values))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"fields_agreed": 5}, "5 fields the same · 1,200 tokens."),
        (
            {
                "fields_agreed": 1,
                "fields_differing": 2,
                "fields_added": 1,
                "cost": Decimal("0.0040"),
            },
            "1 field the same, 2 different, 1 read by it only · 1,200 tokens, cost 0.004.",
        ),
        (
            {"calls": 0, "remembered": 1, "tokens_in": 0, "tokens_out": 0},
            "0 fields the same · answered from memory.",
        ),
        ({"calls": 0, "tokens_in": 0, "tokens_out": 0}, "0 fields the same · it gave no answer."),
    ],
)
def test_a_second_reading_is_told_in_one_line(values, said):
    whole = second_reading(use(**values))
    assert whole == f"Read a second time by reader-1 at model.example: {said}"
