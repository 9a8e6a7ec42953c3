import datetime as dt
import time
from decimal import Decimal

import pytest
from matching_rows import line

from engine.errors import RuleInvalidError
from engine.matching.rule_checks import check_rule
from engine.matching.rule_conditions import condition_holds, glob_holds
from engine.records import (
    AccountCondition,
    AmountCondition,
    CounterpartyCondition,
    CurrencyCondition,
    DateCondition,
    DirectionCondition,
    GroupTreatment,
    MatchingRule,
    MemoCondition,
    MonthDayCondition,
    PartyTreatment,
    SetAsideTreatment,
    ToleranceTreatment,
)
from engine.records.rule_words import conditions_words

ASIDE = SetAsideTreatment(label="bank fee")


def memo(test, text):
    return MemoCondition(test=test, text=text)


@pytest.mark.parametrize(
    ("condition", "values", "expected"),
    [
        (memo("contains", "kontoführung"), {"description": "Entgelt  KONTOFUHRUNG 03"}, True),
        (memo("contains", "kontoführung"), {"description": "Entgelt"}, False),
        (memo("contains", "R-77"), {"description": "Entgelt", "reference": "r-77"}, True),
        (memo("starts_with", "stripe"), {"description": "Stripe payout"}, True),
        (memo("starts_with", "payout"), {"description": "Stripe payout"}, False),
        (memo("matches", "STRIPE * PAYOUT"), {"description": "stripe 0301 payout"}, True),
        (memo("matches", "STRIPE * PAYOUT"), {"description": "stripe 0301 payout 2"}, False),
        (CounterpartyCondition(test="is", text="Acme"), {"counterparty": "ACME GmbH"}, True),
        (CounterpartyCondition(test="is", text="Acme"), {"counterparty": "Acme Tools"}, False),
        (CounterpartyCondition(test="contains", text="acm"), {"counterparty": "Acme"}, True),
        (CounterpartyCondition(test="contains", text="acm"), {"counterparty": None}, False),
        (AccountCondition(text="30 00"), {"account_number": "DE89 3704 3000"}, True),
        (AccountCondition(text="3001"), {"account_number": "DE89 3704 3000"}, False),
        (CurrencyCondition(code="EUR"), {"currency": "EUR"}, True),
        (CurrencyCondition(code="EUR"), {"currency": None}, False),
        (DirectionCondition(way="out"), {}, True),
        (DirectionCondition(way="in"), {}, False),
        (AmountCondition(least=Decimal(5), most=Decimal("9.99")), {}, True),
        (AmountCondition(least=Decimal("9.98")), {}, False),
        (DateCondition(first=dt.date(2024, 3, 31), last=dt.date(2024, 3, 31)), {}, True),
        (DateCondition(last=dt.date(2024, 3, 30)), {}, False),
        (MonthDayCondition(first=28, last=3), {}, True),
        (MonthDayCondition(first=1, last=3), {}, False),
    ],
)
def test_a_condition_holds_or_not(condition, values, expected):
    assert condition_holds(condition, line("t", "-9.97", **values)) is expected


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("*PAYOUT*", "A PAYOUT OF", True),
        ("*PAYOUT", "A PAYOUT OF", False),
        ("A*B*C", "AxxByyC", True),
        ("A*B*C", "AxxCyyB", False),
        ("AB*BC", "ABC", False),
        ("*", "", True),
        ("a.c", "ABC", False),
        ("(x)+[y]", "(X)+[Y]", True),
    ],
)
def test_only_stars_are_special_in_a_pattern(pattern, text, expected):
    assert glob_holds(pattern, text) is expected


def test_no_pattern_takes_long():
    began = time.process_time()
    assert not glob_holds("A*" * 99 + "B", "A" * 20_000)
    assert time.process_time() - began < 5


def test_a_rule_says_its_conditions_in_words():
    rule = MatchingRule(
        name="Fees",
        conditions=(memo("contains", "FEE"), DirectionCondition(way="out")),
        treatment=ASIDE,
    )
    assert conditions_words(rule) == "memo contains “FEE”, money goes out"


@pytest.mark.parametrize(
    ("condition", "treatment", "said"),
    [
        (memo("matches", " * "), ASIDE, "nothing but stars"),
        (memo("contains", "♥"), ASIDE, "no letter or digit"),
        (AmountCondition(), ASIDE, "no amount"),
        (AmountCondition(least=Decimal(-1)), ASIDE, "negative"),
        (AmountCondition(least=Decimal(2), most=Decimal(1)), ASIDE, "from 2 to 1"),
        (DateCondition(), ASIDE, "no day"),
        (memo("contains", "A"), SetAsideTreatment(label=" "), "what its lines are"),
        (memo("contains", "A"), ToleranceTreatment(difference="fee"), "tolerates no difference"),
        (memo("contains", "A"), PartyTreatment(name="…"), "no counterparty's name"),
        (memo("contains", "A"), GroupTreatment(by="day", fee_percent=Decimal(51)), "0 to 50 %"),
    ],
)
def test_a_rule_that_cannot_work_is_refused(condition, treatment, said):
    rule = MatchingRule(name="R", conditions=(condition,), treatment=treatment)
    with pytest.raises(RuleInvalidError, match=said):
        check_rule(rule)
