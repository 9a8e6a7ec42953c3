"""``python -m engine reconcile --rules``: rules of one's own from a file."""

import json

import pytest

from engine.__main__ import main
from engine.records import ReconciliationDocument, decode

ASIDE = {
    "name": "Bank fees",
    "conditions": [{"type": "memo", "test": "contains", "text": "fee"}],
    "treatment": {"type": "set_aside", "label": "bank fee"},
}
LINES = [
    {
        "transaction_id": "t-1",
        "date": "2026-02-18",
        "amount": -119.0,
        "description": "ACME 100",
    },
    {"transaction_id": "t-2", "date": "2026-02-18", "amount": -5.0, "description": "ACCOUNT FEE"},
]
INVOICES = [
    {
        "invoice_id": "i-1",
        "invoice_number": "100",
        "invoice_date": "2026-02-03",
        "vendor_name": "Acme",
        "currency": "EUR",
        "total_amount": 119.0,
    }
]


@pytest.fixture
def run(tmp_path):
    """Runs the command with what a rule file holds; its exit code."""

    def written(name, text):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return str(path)

    def reconcile(rules):
        return main(
            [
                "reconcile",
                *("--invoices", written("i.jsonl", "\n".join(map(json.dumps, INVOICES)))),
                *("--transactions", written("t.jsonl", "\n".join(map(json.dumps, LINES)))),
                *("--rules", written("rules.json", rules)),
                *("--out", str(tmp_path / "out.json")),
            ]
        )

    return reconcile


def test_a_line_set_aside_names_the_rule_of_the_file(run, tmp_path):
    assert run(json.dumps([ASIDE])) == 0
    document = decode((tmp_path / "out.json").read_bytes(), ReconciliationDocument)
    (aside,) = document.unmatched.set_aside
    assert (aside.transaction_ids, aside.rule) == (("t-2",), "Bank fees")
    assert [rule.name for rule in document.reconciliation_info.rules] == ["Bank fees"]
    assert len(document.matched) == 1


def test_a_rule_that_is_off_decides_nothing(run, tmp_path):
    assert run(json.dumps([{**ASIDE, "is_enabled": False}])) == 0
    document = decode((tmp_path / "out.json").read_bytes(), ReconciliationDocument)
    assert document.unmatched.set_aside == ()


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ("no json", "is no JSON"),
        (json.dumps(ASIDE), "holds no list of rules"),
        (json.dumps([ASIDE, {**ASIDE, "treatment": {"type": "wish"}}]), "rule 2"),
        (json.dumps([{**ASIDE, "conditions": []}]), "rule 1"),
        (json.dumps([{**ASIDE, "colour": "red"}]), "rule 1"),
        (json.dumps([ASIDE, ASIDE]), "two rules called “Bank fees”"),
    ],
)
def test_a_file_that_holds_no_rules_says_which_and_why(run, tmp_path, capsys, rules, words):
    assert run(rules) == 1
    error = capsys.readouterr().err
    assert error.startswith("reconcile: invalid_input: ")
    assert words in error
    assert not (tmp_path / "out.json").exists()
